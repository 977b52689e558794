import type { Commit } from '../../engine/evidence.ts'
import { CannotStart } from '../cannot-start.ts'
import { COMMIT_FORMAT, toCommits } from './commits.ts'
import { findDefaultBase } from './default-base.ts'
import { type GitPlace, runGit, startGit } from './git.ts'
import { openRepository, parseRemoteUrl, type Remotes } from './repository.ts'
import { shortenRef } from './revisions.ts'

/** What a repository shows of itself before anything is set up. Names and messages are anybody's words. */
export interface History {
  /** The top of the work tree, an absolute path. */
  readonly root: string
  /** `owner/name` from `remote.origin.url`. */
  readonly repository: string | null
  /** Null in a repository with a detached head and none of the usual branches. */
  readonly defaultBranch: { readonly name: string; readonly source: string } | null
  /** The newest commits of all branches. */
  readonly commits: readonly Commit[]
  /** Whether there are more commits than were read. */
  readonly isCut: boolean
  readonly branches: readonly string[]
  /** `git config github.user`. */
  readonly githubUser: string | null
}

const MAX_COMMITS = 2000
const MAX_BRANCHES = 5000
/** Of commit messages: whoever pushes chooses their length. */
const MAX_LOG_BYTES = 16 * 1024 * 1024

/**
 * Reads branches and recent commits of a repository that has a work tree; it may have no commit yet.
 * @throws CannotStart when it cannot be read, or is bare
 */
export async function readHistory(directory: string): Promise<History> {
  const repository = await openRepository(directory)
  await repository.close()
  const { refs: place, remotes } = repository
  const root = await ask(place, ['rev-parse', '--show-toplevel'])
  if (root === null) {
    throw new CannotStart(
      `"${repository.name}" has no work tree to write to; name a clone that is not bare with --repo.`,
    )
  }
  const [defaultBranch, log, branches, githubUser] = await Promise.all([
    findDefaultBranch(directory, place, remotes),
    readLog(place),
    listBranches(place, remotes),
    ask(place, ['config', '--get', 'github.user']),
  ])
  return { root, repository: remotes.repository, defaultBranch, ...log, branches, githubUser }
}

async function findDefaultBranch(directory: string, place: GitPlace, remotes: Remotes) {
  const base = await findDefaultBase(directory).catch(() => null)
  const ref = base === null ? null : await ask(place, ['rev-parse', '--symbolic-full-name', base])
  const name = ref === null ? null : shortenRef(ref, remotes.names)
  if (base !== null && name !== null && name !== 'HEAD') {
    return { name, source: base.replace(/^refs\/remotes\//, '') }
  }
  const current = await ask(place, ['symbolic-ref', '--quiet', '--short', 'HEAD'])
  return current === null ? null : { name: current, source: 'the current branch' }
}

async function readLog(place: GitPlace): Promise<Pick<History, 'commits' | 'isCut'>> {
  const refs = ['--exclude=refs/stash', '--exclude=refs/notes/*', '--all']
  const form = ['-z', `--format=${COMMIT_FORMAT}`, '--encoding=UTF-8', '--no-show-signature']
  const log = startGit(place, ['log', `--max-count=${MAX_COMMITS + 1}`, ...form, ...refs])
  const { text, isWhole } = await readUpTo(log.stdout, MAX_LOG_BYTES)
  if (!isWhole) log.stop()
  const code = isWhole ? await log.ended : 0
  const commits = toCommits(text.split('\0'))
  const isCut = code !== 0 || !isWhole || commits.length > MAX_COMMITS
  return { commits: commits.slice(0, MAX_COMMITS), isCut }
}

async function readUpTo(stream: AsyncIterable<Buffer>, limit: number) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    if (size + chunk.length > limit) return { text: join(chunks), isWhole: false }
    chunks.push(chunk)
    size += chunk.length
  }
  return { text: join(chunks), isWhole: true }
}

function join(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}

async function listBranches(place: GitPlace, remotes: Remotes): Promise<string[]> {
  const list = ['for-each-ref', `--count=${MAX_BRANCHES}`, '--format=%(refname)']
  const { stdout } = await runGit(place, [...list, 'refs/heads', 'refs/remotes'])
  const refs = stdout.toString('utf8').split('\n')
  const names = refs.map((ref) => shortenRef(ref, remotes.names)).filter((name) => name !== null)
  return [...new Set(names)].sort()
}

/** Where a clone comes from, as far as it knows itself. */
export interface CloneOrigin {
  /** The top of its work tree. */
  readonly root: string
  /** `owner/name` on github.com. */
  readonly repository: string
  /** The commit that is checked out, 40 hex digits. */
  readonly commit: string
  /** Whether a branch of the remote is known to hold that commit. */
  readonly isPublished: boolean
}

const GITHUB_URL = /^(?:https:\/\/(?:[^@/\s]+@)?|ssh:\/\/git@|git@)github\.com[/:]/i

/** The origin of the clone that holds a directory; null where that is none from github.com. */
export async function readCloneOrigin(directory: string): Promise<CloneOrigin | null> {
  const place: GitPlace = { directory, env: {} }
  const [root, commit, url] = await Promise.all([
    ask(place, ['rev-parse', '--show-toplevel']),
    ask(place, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']),
    ask(place, ['config', '--get', 'remote.origin.url']),
  ])
  const repository = url === null || !GITHUB_URL.test(url) ? null : parseRemoteUrl(url)
  if (root === null || commit === null || repository === null) return null
  const contains = ['for-each-ref', '--count=1', `--contains=${commit}`, 'refs/remotes/origin']
  return { root, repository, commit, isPublished: (await ask(place, contains)) !== null }
}

/** A command's answer without its last line break; null when it fails or says nothing. */
async function ask(place: GitPlace, args: readonly string[]): Promise<string | null> {
  const { code, stdout } = await runGit(place, args)
  const answer = stdout.toString('utf8').replace(/\r?\n$/, '')
  return code === 0 && answer !== '' ? answer : null
}
