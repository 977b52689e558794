import type { BareFinding } from '../../engine/finding.ts'
import { showName } from '../../engine/text/names.ts'
import { CannotStart } from '../cannot-start.ts'
import { runGit } from './git.ts'
import { missingObjects, type Repository, readObjects } from './repository.ts'

/** A revision the user named, as the commit it stands for. */
export interface Revision {
  readonly sha: string
  /** The branch's name when the revision is one, without the remote's. */
  readonly branch: string | null
}

/** Resolves a revision. Throws `CannotStart` when it names no commit, or two. */
export async function resolveRevision(
  repository: Repository,
  revision: string,
  option: '--base' | '--head',
): Promise<Revision> {
  const sha = await parseCommit(repository, revision, option)
  const [ref] = await Promise.all([
    readFullName(repository, revision),
    refuseAmbiguousName(repository, revision, option),
  ])
  return { sha, branch: shortenRef(ref, repository.remotes.names) }
}

async function parseCommit(
  repository: Repository,
  revision: string,
  option: string,
): Promise<string> {
  const unknown = `"${showName(revision)}" is not a commit in "${repository.name}"; name one with ${option}, or fetch it first.`
  if (revision === '' || revision.startsWith('-')) throw new CannotStart(unknown)
  const parse = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { code, stdout } = await runGit(repository.refs, parse)
  if (code !== 0) throw new CannotStart(unknown)
  return stdout.toString('utf8').trim()
}

/**
 * Git prefers a tag to a branch of the same name, and whoever may push may push a tag: a name that
 * stands for two commits is no answer to which one is the protected branch.
 */
async function refuseAmbiguousName(
  repository: Repository,
  revision: string,
  option: string,
): Promise<void> {
  const places = ['refs/heads/', 'refs/tags/', 'refs/remotes/'].map((place) => place + revision)
  const format = '--format=%(refname)%00%(objectname)%00%(*objectname)'
  const refs = await listRefs(repository, [format], places)
  const found = refs.filter(([ref = '']) => places.includes(ref))
  const commits = new Set(found.map(([, object, peeled]) => peeled || object))
  if (commits.size < 2) return
  const names = found.map(([ref = '']) => showName(ref)).join(' and ')
  throw new CannotStart(
    `"${showName(revision)}" is ambiguous, it names ${names}; write the full name with ${option}.`,
  )
}

async function readFullName(repository: Repository, revision: string): Promise<string> {
  const args = ['rev-parse', '--symbolic-full-name', '--end-of-options', revision]
  const { code, stdout } = await runGit(repository.refs, args)
  return code === 0 ? (stdout.toString('utf8').trim().split('\n').at(-1) ?? '') : ''
}

/**
 * Every branch name, local or on a remote, by which the commit is known; sorted. Whoever pushed them
 * chose them.
 */
export async function listBranchesAt(repository: Repository, sha: string): Promise<string[]> {
  const options = [`--points-at=${sha}`, '--format=%(refname)%00%(symref)']
  const refs = await listRefs(repository, options, ['refs/heads', 'refs/remotes'])
  const names = refs
    .filter(([, symref]) => symref === '')
    .map(([ref = '']) => shortenRef(ref, repository.remotes.names))
    .filter((name) => name !== null)
  return [...new Set(names)].sort()
}

async function listRefs(
  repository: Repository,
  options: readonly string[],
  patterns: readonly string[],
): Promise<string[][]> {
  const { code, stdout } = await runGit(repository.refs, ['for-each-ref', ...options, ...patterns])
  if (code !== 0) {
    throw new CannotStart(
      `The branches of "${repository.name}" cannot be read; run "git fsck" there and repair it.`,
    )
  }
  const lines = stdout.toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => line.split('\0'))
}

/** `refs/heads/x` and `refs/remotes/origin/x` are both the branch `x`; anything else is none. */
export function shortenRef(ref: string, remotes: readonly string[]): string | null {
  if (ref.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length)
  const remote = remotes
    .map((name) => `refs/remotes/${name}/`)
    .filter((prefix) => ref.startsWith(prefix))
    .sort((one, other) => other.length - one.length)[0]
  return remote === undefined ? null : ref.slice(remote.length)
}

/** Where the change starts, and what is doubtful about it. */
export interface MergeBase {
  readonly sha: string
  readonly defects: readonly BareFinding[]
}

/**
 * The commit from which head left base. Throws `CannotStart` for histories without a common one.
 * Several are a defect: a three-dot diff shows the change from only one of them, and what head took
 * back from another would stay unseen.
 */
export async function findMergeBase(
  repository: Repository,
  base: string,
  head: string,
): Promise<MergeBase> {
  const { code, stdout } = await runGit(repository.objects, ['merge-base', '--all', base, head])
  const shas = stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  const [sha] = shas
  if (code > 1) throw missingObjects(repository)
  if (sha === undefined) throw new CannotStart(describeUnrelated(repository))
  const defects: BareFinding[] = []
  if (shas.length > 1) {
    const evidence = { merge_bases: shas.toSorted() }
    defects.push({ rule: 'evidence/ambiguous-base', level: 'deny', evidence })
  }
  if (await isCutShort(repository, base, head)) {
    defects.push({
      rule: 'evidence/incomplete',
      level: 'deny',
      evidence: {
        missing: 'the history',
        cause: 'the clone is shallow; run "git fetch --unshallow"',
      },
    })
  }
  return { sha, defects }
}

function describeUnrelated(repository: Repository): string {
  return repository.shallowCommits.length > 0
    ? `Base and head have no common commit in the shallow clone "${repository.name}"; run "git fetch --unshallow" there.`
    : `Base and head in "${repository.name}" have unrelated histories; name two branches of one history with --base and --head.`
}

/** Whether a shallow clone leaves out history between the merge base and either tip. */
async function isCutShort(repository: Repository, base: string, head: string): Promise<boolean> {
  if (repository.shallowCommits.length === 0) return false
  const range = (await readObjects(repository, ['rev-list', `${base}...${head}`])).toString('utf8')
  const commits = new Set(range.split('\n'))
  return repository.shallowCommits.some((sha) => commits.has(sha))
}
