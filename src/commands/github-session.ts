import { makeGitHubClient, toGitHubApi } from '../github-client.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { type GitHubApi, Refused } from '../sources/github/ask.ts'
import type { GitHubPlace } from './github-place.ts'
import { note } from './io.ts'
import { type Progress, startProgress, type UsedUpLimit, watchApi } from './progress.ts'

/** A server as a command asks it, and the words for what goes wrong. */
export interface Session {
  readonly place: GitHubPlace
  readonly api: GitHubApi
  /** For reading teams; null without a token for it. */
  readonly teams: GitHubApi | null
  readonly progress: Progress
  /** The limit that stopped a request; null as long as none did. */
  usedUpLimit(): UsedUpLimit | null
}

/** Opens a server for reading; `what` is shown while it is read. */
export function openSession(place: GitHubPlace, what: string): Session {
  const progress = startProgress(`Reading ${what}`, process.stderr, process.env.TERM)
  const connect = (token: string) =>
    watchApi(toGitHubApi(makeGitHubClient(token, place.apiUrl)), progress.step)
  const api = connect(place.token)
  const teams = place.teamToken === '' ? null : connect(place.teamToken)
  if (place.withheld !== null) {
    const { name, host } = place.withheld
    note(
      `${name} is for ${host} and is not sent to ${place.host}; if it is for ${place.host}, set GH_HOST=${place.host}.`,
    )
  }
  const usedUpLimit = () => api.usedUpLimit() ?? teams?.usedUpLimit() ?? null
  return { place, api, teams, progress, usedUpLimit }
}

/**
 * Reads something without which there is nothing to do.
 * @throws CannotStart with one sentence on what to do about a refusal.
 */
export async function readFirst<T>(
  session: Session,
  what: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    session.progress.stop()
    if (error instanceof Refused) throw new CannotStart(explainRefusal(session, what, error))
    throw error
  }
}

/** @throws CannotStart when a limit stopped a request: what was read is then no basis for anything. */
export function refuseUsedUpLimit(session: Session): void {
  const limit = session.usedUpLimit()
  if (limit !== null) throw new CannotStart(explainLimit(session.place, limit))
}

function explainRefusal(session: Session, what: string, { status }: Refused): string {
  const { host, tokenName } = session.place
  const limit = session.usedUpLimit()
  if (limit !== null) return explainLimit(session.place, limit)
  switch (status) {
    case null:
      return `${host} could not be reached; check the network and any proxy, then try again.`
    case 401:
      return `${host} did not accept the token in ${tokenName ?? 'GH_TOKEN'}; set a valid one, or unset it for public repositories.`
    case 404:
      return tokenName === null
        ? `${what} was not found on ${host}; check the name, and set GH_TOKEN if the repository is private.`
        : `${what} was not found on ${host}, or the token in ${tokenName} may not read it; check both.`
    case 403:
      return tokenName === null
        ? `${host} does not show ${what} to everybody; set GH_TOKEN to a token that may read it.`
        : `The token in ${tokenName} may not read ${what}; use one that has read access to the repository.`
    default:
      return `${host} failed to answer (${status}) when asked for ${what}; try again later.`
  }
}

function explainLimit({ host, tokenName }: GitHubPlace, { until }: UsedUpLimit): string {
  const when = until === null ? 'later' : `after ${until.toISOString().slice(11, 16)} UTC`
  return tokenName === null
    ? `The requests that ${host} answers without a token (60 an hour) are used up; set GH_TOKEN, or try again ${when}.`
    : `The requests that ${host} answers for the token in ${tokenName} are used up; try again ${when}.`
}
