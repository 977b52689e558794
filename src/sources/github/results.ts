import type { ApprovalFact, Evidence, ResultsReading } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import type { AcceptancePolicy } from '../../engine/policy/policy.ts'
import { openBudget, type ReportBudget } from '../../engine/results/budget.ts'
import type { GivenResults } from '../given-results.ts'
import { type Branch, chooseRuns } from './choose-runs.ts'
import type { GitHubReader, ListedEntry, Tree } from './reader.ts'
import { type DoubtRun, readRunOrigins } from './run-origins.ts'
import {
  describeSource,
  type Evidenced,
  type ResultsSource,
  readRun,
  unlessWithheld,
} from './run-results.ts'
import type { Pull, WorkflowRun } from './schemas.ts'

/** What is known when results are asked for. */
export interface AcceptanceRequest {
  readonly pull: Pull
  readonly facts: readonly ApprovalFact[]
  /** Null where the policy says nothing of acceptance, or no policy can be read. */
  readonly rules: AcceptancePolicy | null
  /** From an earlier step of the same trusted job, in place of artifacts. */
  readonly given: GivenResults | null
  readonly headTree: Tree
  readonly mergeBaseTree: Tree
  readonly mergeBase: string
  /** The commit that the policy itself is from. */
  readonly trustedSha: string
}

/** Where test results are looked for, and what is known of the workflows that write them. */
interface ResultsRequest {
  readonly sources: readonly ResultsSource[]
  readonly commit: string
  readonly branch: Branch
  /** The events whose runs count. */
  readonly events: ReadonlySet<string>
  /** Why results of a workflow prove nothing here; null when they do. */
  distrust(workflow: string): Evidenced | null
  readonly doubt: DoubtRun
  /** What all reports may hold together, of the head and of the base. */
  readonly budget: ReportBudget
}

/** Runs whose workflow GitHub takes from the branch itself; others take it, or their inputs, from elsewhere. */
const HEAD_EVENTS = new Set(['pull_request', 'push'])
const BASE_EVENTS = new Set(['push'])

/** The results of head and, where the policy compares them, of the merge base. */
export async function readAcceptanceResults(
  reader: GitHubReader,
  request: AcceptanceRequest,
): Promise<Pick<Evidence, 'results' | 'baseResults'>> {
  const { rules, given, pull } = request
  if (rules?.required !== true) return { results: null, baseResults: null }
  const { results: sources, red_green } = rules
  const budget = openBudget()
  const [results, baseResults] = await Promise.all([
    given === null
      ? readHeadResults(reader, sources, budget, request)
      : given.isOf(pull.head.sha)
        ? given.readings
        : [ofUnknownCommit()],
    red_green ? readBaseResults(reader, sources, budget, request) : null,
  ])
  return { results, baseResults }
}

async function readHeadResults(
  reader: GitHubReader,
  sources: readonly ResultsSource[],
  budget: ReportBudget,
  { pull, facts, headTree, mergeBaseTree, trustedSha }: AcceptanceRequest,
): Promise<ResultsReading[]> {
  const [trustedTree, doubt] = await Promise.all([
    reader.tree(trustedSha),
    readRunOrigins(reader, pull, facts),
  ])
  const trees = { trusted: trustedTree, head: headTree, mergeBase: mergeBaseTree }
  const distrust = (workflow: string) => compareWorkflow(trees, workflow)
  const branch = { ref: pull.head.ref, repository: pull.head.repo?.full_name ?? null }
  const at = { commit: pull.head.sha, branch, events: HEAD_EVENTS }
  return readResults(reader, { sources, ...at, distrust, doubt, budget })
}

/** What is on the base branch has been let in; a push of the same commit elsewhere may be anybody's. */
function readBaseResults(
  reader: GitHubReader,
  sources: readonly ResultsSource[],
  budget: ReportBudget,
  { pull, mergeBase: commit }: AcceptanceRequest,
): Promise<ResultsReading[]> {
  const branch = { ref: pull.base.ref, repository: reader.repository }
  const trust = { distrust: () => null, doubt: () => null }
  return readResults(reader, { sources, commit, branch, events: BASE_EVENTS, budget, ...trust })
}

/** A workflow that the change could have rewritten may say that anything passed. */
function compareWorkflow(
  { trusted, head, mergeBase }: Readonly<Record<'trusted' | 'head' | 'mergeBase', Tree>>,
  workflow: string,
): Evidenced | null {
  const known = trusted.get(workflow)
  const own = head.get(workflow)
  if (known === undefined) return { cause: 'absent' }
  if (isSameFile(own, known)) return null
  return { cause: isSameFile(own, mergeBase.get(workflow)) ? 'outdated' : 'changed' }
}

function isSameFile(a: ListedEntry | undefined, b: ListedEntry | undefined): boolean {
  return a?.blob === b?.blob && a?.mode === b?.mode
}

/** Report files may have been written for any commit; the event has to say for which. */
function ofUnknownCommit(): ResultsReading {
  const evidence = { cause: 'another commit', input: 'results' }
  const problem: BareFinding = { rule: 'acceptance/stale', level: 'deny', evidence }
  return { workflow: null, run: null, reports: [], problems: [problem] }
}

/**
 * Reads the test reports that workflows left on a commit. What a report says is its run's word, and the
 * run is of the pull request's code; which workflow ran, and on which commit, is the server's.
 * @throws Unreadable when the server's lists are there and cannot be read.
 */
async function readResults(
  reader: GitHubReader,
  request: ResultsRequest,
): Promise<ResultsReading[]> {
  const { sources, commit, distrust } = request
  const isAnyTrusted = sources.some(({ workflow }) => distrust(workflow) === null)
  const runs = isAnyTrusted ? await unlessWithheld(reader.workflowRuns(commit)) : []
  const readings: ResultsReading[] = []
  // One after another: what is unpacked at a time must fit into memory.
  for (const source of sources) readings.push(...(await readSource(reader, request, source, runs)))
  return readings
}

async function readSource(
  reader: GitHubReader,
  request: ResultsRequest,
  source: ResultsSource,
  runs: readonly WorkflowRun[] | null,
): Promise<ResultsReading[]> {
  const { workflow } = source
  const reason = request.distrust(workflow)
  if (reason !== null) return [withoutRun(source, 'acceptance/untrusted-workflow', reason)]
  if (runs === null) return [withoutRun(source, 'acceptance/no-results', { cause: 'withheld' })]
  const chosen = chooseRuns(runs, { ...request, workflow, repository: reader.repository })
  if (chosen.length === 0) return [withoutRun(source, 'acceptance/no-results', { cause: 'no run' })]
  const readings: ResultsReading[] = []
  for (const run of chosen)
    readings.push(await readRun(reader, source, run, { ...request, doubt: request.doubt(run) }))
  return readings
}

function withoutRun(source: ResultsSource, rule: string, more: Evidenced): ResultsReading {
  const problems = [describeSource(source, rule, more)]
  return { workflow: source.workflow, run: null, reports: [], problems }
}
