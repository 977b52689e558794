import type { Actor, ApprovalFact, Commit } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { Unreadable } from '../unreadable.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader } from './reader.ts'
import type { ComparedCommit, Comparison, Pull } from './schemas.ts'

/** More parents outside the branch than this and it is a tangle no one reads. */
const MAX_BOUNDARY = 30
const MAX_COMMITS = 10_000

export interface History {
  readonly mergeBase: string
  readonly commits: readonly ComparedCommit[]
  readonly findings: readonly BareFinding[]
}

/** Reads the commits of base..head and where they leave the base branch. */
export async function readHistory(
  reader: GitHubReader,
  base: string,
  head: string,
): Promise<History> {
  const first = await reader.compare(base, head)
  const commits = await readAllCommits(reader, base, head, first)
  const mergeBase = first.merge_base_commit.sha
  const others = findBoundary(commits).filter((sha) => sha !== mergeBase)
  return { mergeBase, commits, findings: await findAmbiguity(reader, mergeBase, others) }
}

async function readAllCommits(
  reader: GitHubReader,
  base: string,
  head: string,
  first: Comparison,
): Promise<ComparedCommit[]> {
  const what = 'the commits of the pull request'
  if (first.total_commits > MAX_COMMITS)
    throw new Unreadable(what, `there are more than ${MAX_COMMITS}`)
  const bySha = new Map(first.commits.map((commit) => [commit.sha, commit]))
  for (let page = 2; bySha.size < first.total_commits; page += 1) {
    const { commits } = await reader.compare(base, head, page)
    const before = bySha.size
    for (const commit of commits) bySha.set(commit.sha, commit)
    if (bySha.size === before)
      throw new Unreadable(what, `GitHub gave ${before} of ${first.total_commits}`)
  }
  return [...bySha.values()]
}

/** Parents that are not in the branch: commits of the base branch, and so all common ancestors that count. */
function findBoundary(commits: readonly ComparedCommit[]): string[] {
  const own = new Set(commits.map((commit) => commit.sha))
  const parents = commits.flatMap((commit) => commit.parents.map((parent) => parent.sha))
  return [...new Set(parents)].filter((sha) => !own.has(sha))
}

/**
 * Whether another common ancestor stands beside the merge base GitHub chose. One that is no ancestor
 * of the merge base is a merge base itself, and the three-dot diff may then hide a revert.
 */
async function findAmbiguity(
  reader: GitHubReader,
  mergeBase: string,
  others: readonly string[],
): Promise<BareFinding[]> {
  if (others.length > MAX_BOUNDARY) return [ambiguous([mergeBase, ...others])]
  const comparisons = await mapConcurrently(others, 8, (sha) => reader.compare(sha, mergeBase))
  const independent = others.filter((_, at) => !isAncestor(comparisons[at]))
  return independent.length === 0 ? [] : [ambiguous([mergeBase, ...independent])]
}

function isAncestor(comparison: Comparison | undefined): boolean {
  return comparison?.status === 'ahead' || comparison?.status === 'identical'
}

function ambiguous(mergeBases: readonly string[]): BareFinding {
  return {
    rule: 'evidence/ambiguous-base',
    level: 'deny',
    evidence: { merge_bases: [...mergeBases].sort() },
  }
}

/** A commit with every name its author and committer go by; all of it forgeable. */
export function toCommit({ sha, commit, author, committer }: ComparedCommit): Commit {
  const logins = [author, committer].flatMap((it) =>
    it != null && 'login' in it ? [it.login] : [],
  )
  const signatures = [commit.author, commit.committer].flatMap((it) => [it?.name, it?.email])
  const people = [...logins, ...signatures].filter(
    (it): it is string => typeof it === 'string' && it !== '',
  )
  return { sha, message: commit.message, people: [...new Set(people)] }
}

const PUSHES = new Set(['push', 'force_push', 'branch_creation'])
const GHOST: Actor = { login: 'ghost', type: 'User' }

/**
 * Who opened the pull request and who pushed its branch, from the repository's activity log: server
 * facts, unlike anything in the commits. Null when the log is out of reach or does not lead to the
 * head from the branch's creation.
 */
export async function readFacts(reader: GitHubReader, pull: Pull): Promise<ApprovalFact[] | null> {
  const repository = pull.head.repo?.full_name
  if (repository === undefined) return null
  const log = await reader.activity(repository, pull.head.ref).catch((error: unknown) => {
    if (error instanceof Unreadable) return null
    throw error
  })
  if (log === null || log[0]?.after !== pull.head.sha) return null
  const created = log.findIndex((move) => move.activity_type === 'branch_creation')
  const moves = log.slice(0, created + 1)
  if (created < 0 || moves.some((move) => !PUSHES.has(move.activity_type))) return null
  const hasGap = moves.some((move, at) => at > 0 && moves[at - 1]?.before !== move.after)
  if (hasGap) return null
  const author = pull.user ?? GHOST
  const opened = {
    kind: 'opened' as const,
    actor: author.login,
    actor_type: author.type,
    at: pull.created_at,
    head_sha: '',
  }
  const pushes = moves.reverse().map(({ actor, timestamp, after }) => ({
    kind: 'push' as const,
    actor: (actor ?? GHOST).login,
    actor_type: (actor ?? GHOST).type,
    at: timestamp,
    head_sha: after,
  }))
  return [opened, ...pushes]
}
