import { findMergeBase, listCommits, makeTestMerge } from './git-commits.ts'
import { type GitChange, readChanges } from './git-diff.ts'
import { HttpError, notFound } from './http.ts'
import type { IssueState, PullState, RepoState, World } from './world.ts'

/** A pull request with what git says about it at this moment. */
export interface PullFacts {
  readonly repo: RepoState
  readonly pull: PullState
  readonly issue: IssueState
  readonly headRepo: RepoState | null
  readonly headSha: string
  readonly baseSha: string
}

export function findPull(repo: RepoState, number: number): { pull: PullState; issue: IssueState } {
  const pull = repo.pulls.get(number)
  const issue = repo.issues.get(number)
  if (pull === undefined || issue === undefined) throw notFound()
  return { pull, issue }
}

/** Reads the refs of a pull request from git, as they are now. */
export async function readPull(world: World, repo: RepoState, number: number): Promise<PullFacts> {
  const { pull, issue } = findPull(repo, number)
  const headRepo = pull.headRepo === null ? null : (world.repos.get(pull.headRepo) ?? null)
  pull.headSha = (await headRepo?.store.branch(pull.head)) ?? pull.headSha
  const baseSha = pull.baseSha ?? (await repo.store.branch(pull.base))
  if (pull.headSha === null) throw new Error(`The head branch ${pull.head} does not exist`)
  if (baseSha === null) throw new HttpError(422, `The base branch ${pull.base} does not exist`)
  return { repo, pull, issue, headRepo, headSha: pull.headSha, baseSha }
}

/** All files of a pull request: the three-dot diff, the patch left out where the test says so. */
export async function changesOfPull({ repo, pull, baseSha, headSha }: PullFacts) {
  const mergeBase = await findMergeBase(repo.store, baseSha, headSha)
  const changes = await readChanges(repo.store, mergeBase ?? baseSha, headSha)
  return changes.map((change): GitChange => {
    return pull.omitPatch(change.path) ? { ...change, patch: null } : change
  })
}

export function commitsOfPull({ repo, baseSha, headSha }: PullFacts): Promise<string[]> {
  return listCommits(repo.store, baseSha, headSha)
}

/** `mergeable` and `merge_commit_sha`: from a real test merge when the test asked for one. */
export async function readMergeability({ repo, pull, baseSha, headSha }: PullFacts) {
  if (!pull.testMerge) return { mergeable: pull.mergeable, mergeCommit: null }
  const mergeCommit = await makeTestMerge(repo.store, baseSha, headSha)
  return { mergeable: mergeCommit !== null, mergeCommit }
}

/** Numbers of the pull requests that bring a commit to their base. */
export async function pullsWithCommit(world: World, repo: RepoState, sha: string) {
  const all = [...repo.pulls.keys()].map(async (number) => {
    const facts = await readPull(world, repo, number)
    const commits = await commitsOfPull(facts)
    return facts.headSha === sha || commits.includes(sha) ? [facts] : []
  })
  return (await Promise.all(all)).flat()
}
