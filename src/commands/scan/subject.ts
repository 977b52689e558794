import { readAtClosing } from '../../sources/github/at-closing.ts'
import { type GitHubReader, makeReader } from '../../sources/github/reader.ts'
import type { Pull } from '../../sources/github/schemas.ts'
import { type PullTarget, resolvePlace } from '../github-place.ts'
import { openSession, readFirst, type Session } from '../github-session.ts'
import { note } from '../io.ts'

/** What a scan is of, once it is known to be there. */
export interface Subject {
  readonly target: PullTarget
  readonly session: Session
  readonly pull: Pull
  readonly reader: GitHubReader
  /** The base of a closed pull request; null while it is open. */
  readonly closedAt: string | null
}

/** Finds the pull request. @throws CannotStart when it cannot be read. */
export async function openSubject(target: PullTarget): Promise<Subject> {
  const { owner, repo, number } = target
  const name = `${owner}/${repo}#${number}`
  const session = openSession(resolvePlace(target.host, process.env), name)
  const live = makeReader(session.api, { owner, repo })
  const { pull, reader, baseSha } = await readFirst(session, name, async () => {
    const found = await live.pull(number)
    return { pull: found, ...(await readAtClosing(live, found)) }
  })
  return { target, session, pull, reader, closedAt: baseSha }
}

/** What somebody could take for the state of things now. */
export function tellOfClosing({ pull, closedAt }: Subject): void {
  if (closedAt === null) return
  const state = pull.merged === true ? 'merged' : 'closed'
  note(
    `#${pull.number} is ${state}; it is read against the base it had then (${closedAt.slice(0, 12)}).`,
  )
}
