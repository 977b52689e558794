import { toSecond } from '../../engine/approvals/standing.ts'
import type { Evidence, ResultsReading } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { allowMatcher } from '../../engine/glob.ts'
import type { AcceptancePolicy } from '../../engine/policy/policy.ts'
import { readArtifact } from './artifact.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader, ListedEntry } from './reader.ts'
import type { Artifact, WorkflowRun } from './schemas.ts'

/** Where test results are looked for, and what is known of the workflows that write them. */
export interface ResultsRequest {
  readonly sources: AcceptancePolicy['results']
  readonly commit: string
  /** Why results of a workflow prove nothing here; null when they do. */
  distrust(workflow: string): string | null
  /** The events whose runs count. */
  readonly events: ReadonlySet<string>
}

type Source = AcceptancePolicy['results'][number]

/** What is known when results are asked for. */
export interface AcceptanceRequest {
  /** Null where the policy says nothing of acceptance, or no policy can be read. */
  readonly rules: AcceptancePolicy | null
  /** From an earlier step of the same trusted job, in place of artifacts. */
  readonly given: readonly ResultsReading[] | null
  readonly headSha: string
  readonly headTree: ReadonlyMap<string, ListedEntry>
  readonly mergeBase: string
  /** The commit that the policy itself is from. */
  readonly trustedSha: string
}

/** Runs whose workflow GitHub takes from the branch itself; others take it, or their inputs, from elsewhere. */
const HEAD_EVENTS = new Set(['pull_request', 'push'])
const BASE_EVENTS = new Set(['push'])

/** The results of head and, where the policy compares them, of the merge base. */
export async function readAcceptanceResults(
  reader: GitHubReader,
  { rules, given, headSha, headTree, mergeBase, trustedSha }: AcceptanceRequest,
): Promise<Pick<Evidence, 'results' | 'baseResults'>> {
  if (rules?.required !== true) return { results: null, baseResults: null }
  const trustedTree = await reader.tree(trustedSha)
  const distrust = (workflow: string) => compareWorkflow(trustedTree, headTree, workflow)
  const { results: sources, red_green } = rules
  const atHead = { sources, commit: headSha, distrust, events: HEAD_EVENTS }
  const atBase = { sources, commit: mergeBase, distrust: () => null, events: BASE_EVENTS }
  const [results, baseResults] = await Promise.all([
    given ?? readResults(reader, atHead),
    red_green ? readResults(reader, atBase) : null,
  ])
  return { results, baseResults }
}

type Tree = ReadonlyMap<string, ListedEntry>

/** A workflow that the change could have rewritten may say that anything passed. */
function compareWorkflow(trusted: Tree, head: Tree, workflow: string): string | null {
  const known = trusted.get(workflow)
  const own = head.get(workflow)
  if (known === undefined) return 'the base branch has no such workflow'
  const isSame = own?.blob === known.blob && own.mode === known.mode
  return isSame ? null : 'it is not the same here as on the base branch'
}

const CONCURRENT_ARTIFACTS = 4
/** A matrix has a few dozen; more would be read for minutes. */
const MAX_ARTIFACTS = 100
const MAX_REPORTS = 1000

/**
 * Reads the test reports that workflows left on a commit. What a report says is its run's word, and the
 * run is of the pull request's code; which workflow ran, and on which commit, is the server's.
 * @throws Unreadable when the server's lists cannot be read.
 */
export async function readResults(
  reader: GitHubReader,
  request: ResultsRequest,
): Promise<ResultsReading[]> {
  const isAnyTrusted = request.sources.some(({ workflow }) => request.distrust(workflow) === null)
  const runs = isAnyTrusted ? await reader.workflowRuns(request.commit) : []
  const readings = await Promise.all(
    request.sources.map((source) => readSource(reader, request, source, runs)),
  )
  return readings.flat()
}

async function readSource(
  reader: GitHubReader,
  { commit, distrust, events }: ResultsRequest,
  source: Source,
  runs: readonly WorkflowRun[],
): Promise<ResultsReading[]> {
  const { workflow } = source
  const cause = distrust(workflow)
  if (cause !== null) return [withoutRun(source, 'acceptance/untrusted-workflow', cause)]
  const own = runs.filter(
    (run) =>
      run.path.split('@')[0] === workflow &&
      run.head_sha === commit &&
      events.has(run.event) &&
      run.repository.full_name.toLowerCase() === reader.repository.toLowerCase(),
  )
  if (own.length === 0) return [withoutRun(source, 'acceptance/no-results', 'no run')]
  return Promise.all(newestOfEach(own).map((run) => readRun(reader, source, run)))
}

/** A workflow may run for a push and for the pull request; each time the newest run counts. */
function newestOfEach(runs: readonly WorkflowRun[]): WorkflowRun[] {
  const byEvent = new Map<string, WorkflowRun>()
  for (const run of runs.toSorted((a, b) => a.id - b.id)) byEvent.set(run.event, run)
  return [...byEvent.values()]
}

async function readRun(
  reader: GitHubReader,
  source: Source,
  run: WorkflowRun,
): Promise<ResultsReading> {
  const about = { workflow: source.workflow, run: run.html_url }
  const finding = (rule: string, cause: string): BareFinding =>
    describe(source, rule, cause, { event: run.event })
  if (run.status !== 'completed') {
    return { ...about, reports: [], problems: [finding('acceptance/no-results', 'still running')] }
  }
  const problems = run.conclusion === 'success' ? [] : [describeEnding(source, run)]
  const isNamed = allowMatcher([source.artifact])
  const named = (await reader.artifacts(run.id)).filter(({ name }) => isNamed(name))
  const usable = named.filter((artifact) => isOfLatestAttempt(artifact, run))
  const unusable = describeUnusable(source, named, usable)
  if (unusable !== null) return { ...about, reports: [], problems: [...problems, unusable] }
  const readings = await mapConcurrently(usable, CONCURRENT_ARTIFACTS, (artifact) =>
    readArtifact(reader, artifact),
  )
  const reports = readings.flat()
  if (reports.length === 0) problems.push(finding('acceptance/no-results', 'no report'))
  if (reports.length > MAX_REPORTS)
    return {
      ...about,
      reports: [],
      problems: [...problems, tooMany(source, `${MAX_REPORTS} reports`)],
    }
  return { ...about, reports, problems }
}

/** A run that did not succeed may have left out the very report that says so. */
function describeEnding(source: Source, { event, conclusion }: WorkflowRun): BareFinding {
  const ended = ENDINGS.has(conclusion ?? '') ? String(conclusion) : 'unknown'
  return describe(source, 'acceptance/failed', 'run', { event, ended })
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

/** A run that was started again keeps its earlier attempts' artifacts; they say how it was then. */
function isOfLatestAttempt({ created_at, workflow_run }: Artifact, run: WorkflowRun): boolean {
  const head = workflow_run?.head_sha
  if (head != null && head !== run.head_sha) return false
  const started = run.run_started_at
  return started == null || (created_at != null && toSecond(created_at) >= toSecond(started))
}

/** Why the artifacts cannot be used; null when they can. */
function describeUnusable(
  source: Source,
  named: readonly Artifact[],
  usable: readonly Artifact[],
): BareFinding | null {
  if (named.length === 0) return describe(source, 'acceptance/no-results', 'no artifact')
  if (usable.length === 0) return describe(source, 'acceptance/stale', 'an earlier attempt')
  if (usable.length > MAX_ARTIFACTS) return tooMany(source, `${MAX_ARTIFACTS} artifacts`)
  if (usable.some(({ expired }) => expired))
    return describe(source, 'acceptance/no-results', 'expired')
  const names = new Set(usable.map(({ name }) => name))
  return names.size < usable.length
    ? describe(source, 'acceptance/duplicate', 'two artifacts of one name')
    : null
}

function tooMany(source: Source, what: string): BareFinding {
  const more = { report: source.artifact, detail: `it stands for more than ${what}` }
  return describe(source, 'acceptance/malformed', 'too many', more)
}

function withoutRun(source: Source, rule: string, cause: string): ResultsReading {
  return {
    workflow: source.workflow,
    run: null,
    reports: [],
    problems: [describe(source, rule, cause)],
  }
}

function describe(
  { workflow, artifact }: Source,
  rule: string,
  cause: string,
  more: Readonly<Record<string, string>> = {},
): BareFinding {
  return { rule, level: 'deny', evidence: { workflow, artifact, cause, ...more } }
}
