import type { Commit } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { Unreadable } from '../unreadable.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader } from './reader.ts'
import type { ComparedCommit, Comparison } from './schemas.ts'

/** More parents outside the branch than this and it is a tangle no one reads. */
const MAX_BOUNDARY = 30
const MAX_COMMITS = 10_000

/** The commits of base..head and where they leave the base branch. */
export interface Branch {
  readonly mergeBase: string
  readonly commits: readonly ComparedCommit[]
  /** Commits of the base, besides the merge base, that the branch builds on. */
  readonly otherParents: readonly string[]
}

export interface History extends Branch {
  readonly findings: readonly BareFinding[]
}

/** A branch, and whether the place where it leaves the base is in doubt. */
export async function readHistory(
  reader: GitHubReader,
  base: string,
  head: string,
): Promise<History> {
  const branch = await readBranch(reader, base, head)
  return { ...branch, findings: await findAmbiguity(reader, branch) }
}

export async function readBranch(
  reader: GitHubReader,
  base: string,
  head: string,
): Promise<Branch> {
  const first = await reader.compare(base, head)
  const commits = await readAllCommits(reader, base, head, first)
  const mergeBase = first.merge_base_commit.sha
  const otherParents = findBoundary(commits).filter((sha) => sha !== mergeBase)
  return { mergeBase, commits, otherParents }
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
export async function findAmbiguity(
  reader: GitHubReader,
  { mergeBase, otherParents: others }: Branch,
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
export function toCommit({ sha, commit, author, committer, parents }: ComparedCommit): Commit {
  const logins = [author, committer].flatMap((it) =>
    it != null && 'login' in it ? [it.login] : [],
  )
  const signatures = [commit.author, commit.committer].flatMap((it) => [it?.name, it?.email])
  const people = [...logins, ...signatures].filter(
    (it): it is string => typeof it === 'string' && it !== '',
  )
  return { sha, message: commit.message, people: [...new Set(people)], isMerge: parents.length > 1 }
}
