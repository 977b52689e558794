/**
 * The narrow window through which reports write to GitHub; the entry adapts its client to it. It
 * may answer an error status or throw: both end as a sentence, never as a changed verdict.
 */
export interface GitHubWriter {
  /** `route` as GitHub's documentation writes it, such as `POST /repos/{owner}/{repo}/check-runs`. */
  request(
    route: string,
    params: Record<string, unknown>,
  ): Promise<{ readonly status: number; readonly data: unknown }>
}

/** What a write came to: the answer's data, or why there is none. */
export type WriteResult =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly status: number | null; readonly why: string }

/** One request. `what` completes "could not …" and is our own text, as is the whole sentence. */
export async function tryRequest(
  writer: GitHubWriter,
  what: string,
  route: string,
  params: Record<string, unknown>,
): Promise<WriteResult> {
  try {
    const { status, data } = await writer.request(route, params)
    return status >= 200 && status < 300 ? { ok: true, data } : refuse(what, status)
  } catch (error: unknown) {
    return refuse(what, readStatus(error))
  }
}

/** One request whose answer names what was written: an answer that does not is no proof that anything was. */
export async function tryWrite(
  writer: GitHubWriter,
  what: string,
  route: string,
  params: Record<string, unknown>,
): Promise<WriteResult> {
  const result = await tryRequest(writer, what, route, params)
  if (!result.ok || readNumber(result.data, 'id') !== null) return result
  return { ok: false, status: null, why: `Countersign could not ${what}: ${STRANGE}.` }
}

/** What an answer is that another one was expected for. */
export const STRANGE = 'GitHub answered in a form that is not documented'

function refuse(what: string, status: number | null): WriteResult {
  return { ok: false, status, why: `Countersign could not ${what}: ${explainStatus(status)}.` }
}

/** The server's own words are left out: they may repeat what the pull request's author wrote. */
function explainStatus(status: number | null): string {
  if (status === null) return 'GitHub could not be reached'
  if (status === 401) return 'GitHub did not accept the token (401)'
  if (status === 403 || status === 404) {
    return `the token lacks write permission, or GitHub refused for now (${status})`
  }
  if (status === 422) return 'GitHub rejected the content (422)'
  return status >= 500 ? `GitHub failed (${status})` : `GitHub answered ${status}`
}

/** Octokit gives failures of the network the status 500, and no answer with it. */
function readStatus(error: unknown): number | null {
  const isUnanswered =
    typeof error === 'object' &&
    error !== null &&
    'response' in error &&
    error.response === undefined
  return isUnanswered ? null : readNumber(error, 'status')
}

/** A field of something whose shape is not known; undefined when it has none. */
export function readField(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  return (data as Record<string, unknown>)[name]
}

/** A numeric field, else null. */
export function readNumber(data: unknown, name: string): number | null {
  const value = readField(data, name)
  return typeof value === 'number' ? value : null
}

/** A text field, else null. */
export function readText(data: unknown, name: string): string | null {
  const value = readField(data, name)
  return typeof value === 'string' ? value : null
}
