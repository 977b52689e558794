import type { ResultsReading } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import type { AcceptancePolicy } from '../../engine/policy/policy.ts'
import type { ReportBudget } from '../../engine/results/budget.ts'
import type { ReportProblem, TestReport } from '../../engine/results/report.ts'
import { readArtifact } from './artifact.ts'
import { isRefusedWith } from './ask.ts'
import { type ArtifactProblem, chooseArtifacts, MAX_ARTIFACTS } from './choose-artifacts.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader } from './reader.ts'
import type { Doubt } from './run-origins.ts'
import type { Artifact, WorkflowRun } from './schemas.ts'

/** A workflow and the artifact it leaves its reports in, as the policy names them. */
export type ResultsSource = AcceptancePolicy['results'][number]

/** What a finding says beside the workflow and the artifact. */
export type Evidenced = Readonly<Record<string, string>>

export interface RunRequest {
  /** Why the run may have tested something else; null when nothing speaks for it. */
  readonly doubt: Doubt | null
  /** What all reports may hold together, of the head and of the base. */
  readonly budget: ReportBudget
}

/**
 * The test reports that one run left, and what keeps them from being all there is to read.
 * @throws Unreadable when the server's lists are there and cannot be read.
 */
export async function readRun(
  reader: GitHubReader,
  source: ResultsSource,
  run: WorkflowRun,
  { doubt, budget }: RunRequest,
): Promise<ResultsReading> {
  const about = { workflow: source.workflow, run: run.html_url }
  const obstacle = describeObstacle(source, run, doubt)
  if (obstacle !== null) return { ...about, reports: [], problems: [obstacle] }
  const { reports, problems } = await readReports(reader, source, run, budget)
  return { ...about, reports, problems: [...describeEnding(source, run), ...problems] }
}

/** Why nothing of a run is read; null when it is. */
function describeObstacle(
  source: ResultsSource,
  { event, status }: WorkflowRun,
  doubt: Doubt | null,
): BareFinding | null {
  if (doubt !== null)
    return describeSource(source, 'acceptance/untrusted-workflow', { event, ...doubt })
  if (status === 'completed') return null
  return describeSource(source, 'acceptance/no-results', { event, cause: 'still running' })
}

/** A run that did not succeed may have left out the very report that says so. */
function describeEnding(source: ResultsSource, { event, conclusion }: WorkflowRun): BareFinding[] {
  if (conclusion === 'success') return []
  const ended = ENDINGS.has(conclusion ?? '') ? String(conclusion) : 'unknown'
  return [describeSource(source, 'acceptance/failed', { event, cause: 'run', ended })]
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

type Reports = Pick<ResultsReading, 'reports' | 'problems'>

/** What one artifact holds. */
interface ArtifactReading {
  readonly artifact: string
  readonly reports: readonly (TestReport | ReportProblem)[]
}

const MAX_REPORTS = 1000

async function readReports(
  reader: GitHubReader,
  source: ResultsSource,
  run: WorkflowRun,
  budget: ReportBudget,
): Promise<Reports> {
  const listed = await unlessWithheld(reader.artifacts(run.id))
  const choice = listed && chooseArtifacts(listed, run, source.artifact)
  if (choice?.ok === false) return noReports(describeArtifacts(source, choice.why))
  const readings = choice && (await readArtifacts(reader, choice.artifacts, budget))
  if (readings === null)
    return noReports(describeSource(source, 'acceptance/no-results', { cause: 'withheld' }))
  const reports = readings.flatMap((reading) => reading.reports)
  return reports.length > MAX_REPORTS
    ? noReports(tooMany(source, `${MAX_REPORTS} reports`))
    : { reports, problems: describeEmpty(source, readings) }
}

function noReports(problem: BareFinding): Reports {
  return { reports: [], problems: [problem] }
}

const CONCURRENT_ARTIFACTS = 3

/** Null when one of the artifacts cannot be had: it may hold the failure. */
async function readArtifacts(
  reader: GitHubReader,
  artifacts: readonly Artifact[],
  budget: ReportBudget,
): Promise<ArtifactReading[] | null> {
  const readings = await mapConcurrently(artifacts, CONCURRENT_ARTIFACTS, async (artifact) => {
    const reports = await unlessWithheld(readArtifact(reader, artifact, budget))
    return reports && { artifact: artifact.name, reports }
  })
  const known = readings.filter((reading) => reading !== null)
  return known.length < readings.length ? null : known
}

/** Null when the token may not read workflows and what they left, which is no reason to judge nothing. */
export async function unlessWithheld<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isRefusedWith(error, 403, 404, 410)) return null
    throw error
  })
}

/** An artifact that the policy names and that holds no report may be one whose tests never ran. */
function describeEmpty(source: ResultsSource, readings: readonly ArtifactReading[]): BareFinding[] {
  return readings
    .filter(({ reports }) => reports.length === 0)
    .map(({ artifact }) =>
      describeSource(source, 'acceptance/no-results', { cause: 'no report', artifact }),
    )
}

function describeArtifacts(source: ResultsSource, why: ArtifactProblem): BareFinding {
  switch (why) {
    case 'none':
      return describeSource(source, 'acceptance/no-results', { cause: 'no artifact' })
    case 'expired':
      return describeSource(source, 'acceptance/no-results', { cause: 'expired' })
    case 'another commit':
      return describeSource(source, 'acceptance/stale', { cause: 'another commit' })
    case 'twice':
      return describeSource(source, 'acceptance/duplicate', { cause: 'two artifacts of one name' })
    case 'too many':
      return tooMany(source, `${MAX_ARTIFACTS} artifacts`)
  }
}

function tooMany(source: ResultsSource, what: string): BareFinding {
  const detail = `it stands for more than ${what}`
  const more = { cause: 'too many', report: source.artifact, detail }
  return describeSource(source, 'acceptance/malformed', more)
}

/** A finding about a workflow's results. */
export function describeSource(
  { workflow, artifact }: ResultsSource,
  rule: string,
  more: Evidenced,
): BareFinding {
  return { rule, level: 'deny', evidence: { workflow, artifact, ...more } }
}
