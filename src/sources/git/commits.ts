import type { Commit } from '../../engine/evidence.ts'
import { CannotStart } from '../cannot-start.ts'
import { type Repository, readObjects } from './repository.ts'

/** `git log -z --format`, one NUL between the fields and after the last. */
export const COMMIT_FORMAT = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%B'].join('%x00')
const FIELDS = 7

/** The commits of head that base lacks, newest first. All of it is written by their authors. */
export async function readCommits(
  repository: Repository,
  base: string,
  head: string,
): Promise<Commit[]> {
  const log = ['log', '-z', `--format=${COMMIT_FORMAT}`, '--encoding=UTF-8', '--no-show-signature']
  const output = await readObjects(repository, [...log, `${base}..${head}`])
  const fields = output.toString('utf8').split('\0')
  // Every record ends in NUL, so the last field is what follows the last record: nothing.
  if (fields.length % FIELDS !== 1 || fields.at(-1) !== '') {
    throw new CannotStart(
      `The commits of "${repository.name}" cannot be listed; run "git fsck" there and repair it.`,
    )
  }
  return toCommits(fields)
}

/** Commits from the fields of `COMMIT_FORMAT`; one whose last field is missing is left out. */
export function toCommits(fields: readonly string[]): Commit[] {
  return Array.from({ length: Math.floor((fields.length - 1) / FIELDS) }, (_, index) =>
    readCommit(fields.slice(index * FIELDS, (index + 1) * FIELDS)),
  )
}

function readCommit([sha = '', parents = '', ...rest]: readonly string[]): Commit {
  const message = rest.pop() ?? ''
  const logins = rest.map(readNoreplyLogin).filter((login) => login !== null)
  const people = [...new Set([...rest, ...logins])].filter((it) => it !== '')
  return { sha, message, people, isMerge: parents.includes(' ') }
}

/** `1234+login@users.noreply.github.com`, the older form without a number, or the same on an own server. */
const NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.[^@]+$/i

function readNoreplyLogin(email: string): string | null {
  return NOREPLY.exec(email)?.[1] ?? null
}
