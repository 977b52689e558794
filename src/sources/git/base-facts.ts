import { sha256 } from '../../engine/hash.ts'
import { Unreadable } from '../unreadable.ts'
import { type GitPlace, runGit } from './git.ts'
import { readRemotes } from './repository.ts'

/** What a recorder has to know of the protected branch, by plumbing on objects. */
export interface BaseFacts {
  /** Merge base of HEAD and the tip; the tip itself for a history without one, or none yet. */
  readonly baseSha: string
  /** SHA-256 of the policy's bytes at that commit; of no bytes when there is none. */
  readonly policySha256: string
  /** `owner/name`; empty when the remote's address names none. */
  readonly repository: string
}

/** @throws Unreadable when objects are missing */
export async function readBaseFacts(
  place: GitPlace,
  tip: string,
  policyPath: string,
): Promise<BaseFacts> {
  const [baseSha, remotes] = await Promise.all([findBase(place, tip), readRemotes(place)])
  const blob = await findFile(place, baseSha, policyPath)
  const bytes = blob === null ? new Uint8Array() : await readBlob(place, blob)
  return { baseSha, policySha256: sha256(bytes), repository: remotes.repository ?? '' }
}

/** Where HEAD leaves the protected branch; its tip for a history without such a commit, or none yet. */
export async function findBase(place: GitPlace, tip: string): Promise<string> {
  return (await ask(place, ['merge-base', 'HEAD', tip])) ?? tip
}

/**
 * Whether work on HEAD may count a commit as its start: it is where HEAD leaves the protected branch, or
 * before. Not so for a chain that began on a newer commit than the branch that was switched to.
 */
export async function isBehindBase(place: GitPlace, commit: string, tip: string): Promise<boolean> {
  const base = await findBase(place, tip)
  if (base === commit) return true
  const { code } = await runGit(place, ['merge-base', '--is-ancestor', commit, base])
  return code === 0
}

/**
 * The blob of a regular file in a commit; null when there is none. A link or submodule is none.
 * @throws Unreadable when the commit or its trees are missing
 */
export async function findFile(
  place: GitPlace,
  commit: string,
  path: string,
): Promise<string | null> {
  const { code, stdout } = await runGit(place, ['ls-tree', '-z', '--full-tree', commit, '--', path])
  if (code !== 0)
    throw new Unreadable('the protected branch', `commit ${commit} is not in the clone`)
  const [, blob] = /^100\d{3} blob ([0-9a-f]+)\t/.exec(stdout.toString('utf8')) ?? []
  return blob ?? null
}

async function readBlob(place: GitPlace, blob: string): Promise<Uint8Array> {
  const { code, stdout } = await runGit(place, ['cat-file', 'blob', blob])
  if (code !== 0)
    throw new Unreadable(
      'the policy',
      `the policy's blob ${blob} is not in the clone; run "git fetch origin"`,
    )
  return stdout
}

const CANDIDATES = ['HEAD', 'main', 'master'].map((name) => `refs/remotes/origin/${name}`)

/** The default branch's remote-tracking ref as git itself finds it; null when there is none. */
export async function askBaseTip(
  place: GitPlace,
): Promise<{ readonly branch: string; readonly commit: string } | null> {
  for (const candidate of CANDIDATES) {
    const commit = await ask(place, ['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`])
    const ref = await ask(place, ['rev-parse', '--symbolic-full-name', candidate])
    if (commit !== null && ref !== null)
      return { branch: ref.replace('refs/remotes/origin/', ''), commit }
  }
  return null
}

async function ask(place: GitPlace, args: readonly string[]): Promise<string | null> {
  const { code, stdout } = await runGit(place, args)
  const answer = stdout.toString('utf8').trim()
  return code === 0 && answer !== '' ? answer : null
}
