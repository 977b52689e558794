import type { ApprovalFact, Evidence, ResultsReading } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import type { AcceptancePolicy } from '../../engine/policy/policy.ts'
import { openBudget, type ReportBudget } from '../../engine/results/read-report.ts'
import type { ReportProblem, TestReport } from '../../engine/results/report.ts'
import type { GivenResults } from '../given-results.ts'
import { readArtifact } from './artifact.ts'
import { isRefusedWith } from './ask.ts'
import { type ArtifactProblem, chooseArtifacts, MAX_ARTIFACTS } from './choose-artifacts.ts'
import { type Branch, chooseRuns } from './choose-runs.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader, ListedEntry } from './reader.ts'
import { type DoubtRun, readRunOrigins } from './run-origins.ts'
import type { Artifact, Pull, WorkflowRun } from './schemas.ts'

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

type Tree = ReadonlyMap<string, ListedEntry>
type Source = AcceptancePolicy['results'][number]

/** Where test results are looked for, and what is known of the workflows that write them. */
interface ResultsRequest {
  readonly sources: readonly Source[]
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

/** What a finding says beside the workflow and the artifact. */
type Evidenced = Readonly<Record<string, string>>

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
  sources: readonly Source[],
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
  sources: readonly Source[],
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

/** Null when the token may not read workflows and what they left, which is no reason to judge nothing. */
async function unlessWithheld<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isRefusedWith(error, 403, 404, 410)) return null
    throw error
  })
}

async function readSource(
  reader: GitHubReader,
  request: ResultsRequest,
  source: Source,
  runs: readonly WorkflowRun[] | null,
): Promise<ResultsReading[]> {
  const { commit, branch, distrust, events } = request
  const { workflow } = source
  const reason = distrust(workflow)
  if (reason !== null) return [withoutRun(source, 'acceptance/untrusted-workflow', reason)]
  if (runs === null) return [withoutRun(source, 'acceptance/no-results', { cause: 'withheld' })]
  const chosen = chooseRuns(runs, {
    workflow,
    commit,
    branch,
    events,
    repository: reader.repository,
  })
  if (chosen.length === 0) return [withoutRun(source, 'acceptance/no-results', { cause: 'no run' })]
  const readings: ResultsReading[] = []
  for (const run of chosen) readings.push(await readRun(reader, source, run, request))
  return readings
}

const CONCURRENT_ARTIFACTS = 3
const MAX_REPORTS = 1000

async function readRun(
  reader: GitHubReader,
  source: Source,
  run: WorkflowRun,
  { doubt: doubtRun, budget }: ResultsRequest,
): Promise<ResultsReading> {
  const conclude = (problems: BareFinding[], reports: (TestReport | ReportProblem)[] = []) => ({
    workflow: source.workflow,
    run: run.html_url,
    reports,
    problems,
  })
  const finding = (rule: string, more: Evidenced) =>
    describe(source, rule, { event: run.event, ...more })
  const doubt = doubtRun(run)
  if (doubt !== null) return conclude([finding('acceptance/untrusted-workflow', { ...doubt })])
  if (run.status !== 'completed')
    return conclude([finding('acceptance/no-results', { cause: 'still running' })])
  const ending = run.conclusion === 'success' ? [] : [finding('acceptance/failed', nameEnding(run))]
  const listed = await unlessWithheld(reader.artifacts(run.id))
  if (listed === null)
    return conclude([...ending, finding('acceptance/no-results', { cause: 'withheld' })])
  const choice = chooseArtifacts(listed, run, source.artifact)
  if (!choice.ok) return conclude([...ending, describeArtifacts(source, choice.why)])
  const readings = await readReports(reader, choice.artifacts, budget)
  if (readings === null)
    return conclude([...ending, finding('acceptance/no-results', { cause: 'withheld' })])
  const reports = readings.flatMap((reading) => reading.reports)
  if (reports.length > MAX_REPORTS)
    return conclude([...ending, tooMany(source, `${MAX_REPORTS} reports`)])
  const empty = readings
    .filter((reading) => reading.reports.length === 0)
    .map(({ artifact }) => finding('acceptance/no-results', { cause: 'no report', artifact }))
  return conclude([...ending, ...empty], reports)
}

interface ArtifactReading {
  readonly artifact: string
  readonly reports: readonly (TestReport | ReportProblem)[]
}

/** Null when one of the artifacts cannot be had: it may hold the failure. */
async function readReports(
  reader: GitHubReader,
  artifacts: readonly Artifact[],
  budget: ReportBudget,
): Promise<ArtifactReading[] | null> {
  const readings = await mapConcurrently(artifacts, CONCURRENT_ARTIFACTS, async (artifact) => {
    const reports = await unlessWithheld(readArtifact(reader, artifact, budget))
    return reports === null ? null : { artifact: artifact.name, reports }
  })
  const known = readings.filter((reading) => reading !== null)
  return known.length < readings.length ? null : known
}

/** A run that did not succeed may have left out the very report that says so. */
function nameEnding({ conclusion }: WorkflowRun): Evidenced {
  return { cause: 'run', ended: ENDINGS.has(conclusion ?? '') ? String(conclusion) : 'unknown' }
}

/** How runs end (REST documentation: List workflow runs for a repository). */
const ENDINGS = new Set([
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'skipped',
  'stale',
  'success',
  'timed_out',
])

function describeArtifacts(source: Source, why: ArtifactProblem): BareFinding {
  switch (why) {
    case 'none':
      return describe(source, 'acceptance/no-results', { cause: 'no artifact' })
    case 'expired':
      return describe(source, 'acceptance/no-results', { cause: 'expired' })
    case 'another commit':
      return describe(source, 'acceptance/stale', { cause: 'another commit' })
    case 'twice':
      return describe(source, 'acceptance/duplicate', { cause: 'two artifacts of one name' })
    default:
      return tooMany(source, `${MAX_ARTIFACTS} artifacts`)
  }
}

function tooMany(source: Source, what: string): BareFinding {
  const more = { cause: 'too many', report: source.artifact }
  return describe(source, 'acceptance/malformed', {
    ...more,
    detail: `it stands for more than ${what}`,
  })
}

function withoutRun(source: Source, rule: string, more: Evidenced): ResultsReading {
  const problems = [describe(source, rule, more)]
  return { workflow: source.workflow, run: null, reports: [], problems }
}

function describe({ workflow, artifact }: Source, rule: string, more: Evidenced): BareFinding {
  return { rule, level: 'deny', evidence: { workflow, artifact, ...more } }
}
