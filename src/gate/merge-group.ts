import type { Decision } from '../engine/decision.ts'
import type { BareFinding } from '../engine/finding.ts'
import { decideUndecided } from '../engine/undecided.ts'
import { mapConcurrently } from '../sources/github/concurrently.ts'
import { readHistory } from '../sources/github/history.ts'
import type { GitHubReader } from '../sources/github/reader.ts'
import type { ComparedCommit } from '../sources/github/schemas.ts'
import { diffTrees } from '../sources/github/tree-diff.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { type Evaluation, type EvaluationSettings, evaluateSteadily } from './evaluate.ts'
import { type Changes, findUnexplainedPaths } from './group-steps.ts'

/** A merge queue's group, as its event names it. */
export interface MergeGroup {
  readonly headSha: string
  readonly baseSha: string
  readonly headRef: string
  readonly baseRef: string
}

/** `gh-readonly-queue/main/pr-7-<sha>`: the last pull request of the group. */
const QUEUE_REF = /\/pr-(\d+)-[0-9a-f]+$/
/** How GitHub titles the commits it makes for a merge and for a squash. */
const MERGE_TITLE = /^Merge pull request #(\d+) from /
const SQUASH_TITLE = /\(#(\d+)\)$/
const MAX_COMMITS = 500
/** Commits from the group's base to its head, along first parents; each is a tree to read. */
const MAX_STEPS = 100

/**
 * Judges every pull request of a merge group, and that each step of the group is the work of one of
 * them: whatever no member explains blocks, however the members were found.
 */
export async function evaluateMergeGroup(
  reader: GitHubReader,
  group: MergeGroup,
  settings: EvaluationSettings,
): Promise<{ evaluations: Evaluation[]; group: Decision | null }> {
  const history = await readHistory(reader, group.baseSha, group.headSha)
  const numbers = await findMembers(reader, group, history.commits)
  const evaluations = await evaluateSteadily(reader, numbers, settings)
  const unexplained = await findUnexplained(reader, group, history.commits, evaluations)
  const problems = [...history.findings, ...describeGaps(evaluations, unexplained)]
  if (problems.length === 0) return { evaluations, group: null }
  const subject = { repository: reader.repository, pullRequest: null, headSha: group.headSha }
  const requests = reader.requestCount()
  return { evaluations, group: decideUndecided(subject, problems, requests, settings.now) }
}

function describeGaps(
  evaluations: readonly Evaluation[],
  unexplained: readonly string[] | null,
): BareFinding[] {
  if (evaluations.length > 0 && unexplained === null) return []
  const cause =
    evaluations.length === 0 || unexplained === null
      ? 'no open pull request belongs to this merge group'
      : `no pull request of this merge group explains ${unexplained.slice(0, 5).join(', ')}`
  const evidence = { missing: 'the members of the merge group', cause }
  return [{ rule: 'evidence/incomplete', level: 'deny', evidence }]
}

/** Titles are the authors' words, so they only ever add members; members are open and of this base. */
async function findMembers(
  reader: GitHubReader,
  group: MergeGroup,
  commits: readonly ComparedCommit[],
): Promise<number[]> {
  if (commits.length > MAX_COMMITS) {
    throw new Unreadable(
      'the members of the merge group',
      `it has more than ${MAX_COMMITS} commits`,
    )
  }
  const associated = await mapConcurrently(commits, 8, ({ sha }) => reader.pullsOfCommit(sha))
  const candidates = new Set([
    ...numbersIn(QUEUE_REF, group.headRef),
    ...firstParents(group.headSha, commits).flatMap(readTitle),
    ...associated.flat().map((pull) => pull.number),
  ])
  const pulls = await mapConcurrently([...candidates], 8, (number) => reader.pull(number))
  return pulls
    .filter((pull) => pull.state === 'open' && pull.base.ref === group.baseRef)
    .map((pull) => pull.number)
    .sort((a, b) => a - b)
}

/** The commits GitHub made for the group: the first parents from its head down. */
function firstParents(head: string, commits: readonly ComparedCommit[]): ComparedCommit[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]))
  const line: ComparedCommit[] = []
  for (let at = bySha.get(head); at !== undefined; at = bySha.get(at.parents[0]?.sha ?? ''))
    line.push(at)
  return line
}

function readTitle({ commit }: ComparedCommit): number[] {
  const title = commit.message.split('\n')[0] ?? ''
  return [...numbersIn(MERGE_TITLE, title), ...numbersIn(SQUASH_TITLE, title)]
}

function numbersIn(pattern: RegExp, text: string): number[] {
  const digits = pattern.exec(text)?.[1]
  return digits === undefined ? [] : [Number(digits)]
}

/** What the group does step by step that its members were not judged for; null: nothing. */
async function findUnexplained(
  reader: GitHubReader,
  group: MergeGroup,
  commits: readonly ComparedCommit[],
  evaluations: readonly Evaluation[],
): Promise<string[] | null> {
  const steps = await readSteps(reader, group, firstParents(group.headSha, commits))
  const members = evaluations.map(({ changes }) => changes)
  return findUnexplainedPaths(steps, members)
}

/**
 * The difference that each commit of the line makes to the one before it, from the base up.
 * @throws Unreadable when the line does not lead from the group's base to its head
 */
async function readSteps(
  reader: GitHubReader,
  { baseSha, headSha }: MergeGroup,
  line: readonly ComparedCommit[],
): Promise<Changes[]> {
  const what = 'the steps of the merge group'
  if (line.length > MAX_STEPS) throw new Unreadable(what, `there are more than ${MAX_STEPS}`)
  if (line.length === 0 && headSha !== baseSha)
    throw new Unreadable(what, 'GitHub does not list the commits that lead to its head')
  if (line.length > 0 && line.at(-1)?.parents[0]?.sha !== baseSha)
    throw new Unreadable(what, 'they do not lead back to its base')
  const commits = [baseSha, ...line.map(({ sha }) => sha).toReversed()]
  const trees = await mapConcurrently(commits, 8, (sha) => reader.tree(sha))
  return trees.slice(1).map((tree, at) => diffTrees(trees[at] ?? new Map(), tree))
}
