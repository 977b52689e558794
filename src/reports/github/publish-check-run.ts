import {
  formatReportedConclusions,
  formatReportedWork,
  toWork,
} from '../../engine/approvals/work.ts'
import type { Decision } from '../../engine/decision.ts'
import { type CheckRunReport, chunkAnnotations, toCheckRun } from '../check-run.ts'
import type { ReportLinks } from '../links.ts'
import { type GitHubWriter, readField, readNumber, readText, tryWrite } from './writer.ts'

export interface CheckRunTarget {
  readonly owner: string
  readonly repo: string
  readonly headSha: string
  /** The name that branch protection requires. */
  readonly name: string
  /** Every decision about the commit; the worst counts. */
  readonly decisions: readonly Decision[]
  readonly links: ReportLinks
  /** Where the check's "Details" lead; null: GitHub's own page. */
  readonly detailsUrl: string | null
  /** The pull requests that people are told of in this run: what was concluded about them is written down. */
  readonly told: ReadonlySet<number>
}

export type PublishedCheckRun =
  | {
      readonly published: true
      /** GitHub's number of it; null: not said. */
      readonly id: number | null
      /** Which App the token belongs to (`github-actions`, or a dedicated one); null: not said. */
      readonly appSlug: string | null
      /** What of it is missing, as a sentence; null when nothing is. */
      readonly incomplete: string | null
    }
  | { readonly published: false; readonly why: string }

const ROUTE = '/repos/{owner}/{repo}/check-runs'

/** Publishes a completed check run with all its annotations. Never throws. */
export async function publishCheckRun(
  writer: GitHubWriter,
  target: CheckRunTarget,
): Promise<PublishedCheckRun> {
  const report = toCheckRun(target.decisions, target.links)
  const created = await createCheckRun(writer, target, report)
  if (!created.ok) return { published: false, why: created.why }
  const incomplete =
    created.incomplete ?? (await addAnnotations(writer, target, report, created.data))
  const id = readNumber(created.data, 'id')
  return { published: true, id, appSlug: readAppSlug(created.data), incomplete }
}

type Created =
  | { readonly ok: true; readonly data: unknown; readonly incomplete: string | null }
  | { readonly ok: false; readonly why: string }

/** Creates the run; when GitHub dislikes an annotation, the verdict still goes out without them. */
async function createCheckRun(
  writer: GitHubWriter,
  target: CheckRunTarget,
  report: CheckRunReport,
): Promise<Created> {
  const what = `publish the check run "${target.name}"`
  const params = describeRun(target, report)
  const first = await tryWrite(writer, what, `POST ${ROUTE}`, params)
  if (first.ok) return { ok: true, data: first.data, incomplete: null }
  if (first.status !== 422 || report.annotations.length === 0) return { ok: false, why: first.why }
  const bare = describeRun(target, { ...report, annotations: [] })
  const second = await tryWrite(writer, what, `POST ${ROUTE}`, bare)
  if (!second.ok) return { ok: false, why: second.why }
  const incomplete = 'Countersign could not annotate lines: GitHub rejected the annotations (422).'
  return { ok: true, data: second.data, incomplete }
}

/** Sends what did not fit into the first request; null, or why some annotations are missing. */
async function addAnnotations(
  writer: GitHubWriter,
  { owner, repo }: CheckRunTarget,
  report: CheckRunReport,
  run: unknown,
): Promise<string | null> {
  const chunks = chunkAnnotations(report.annotations).slice(1)
  const id = readNumber(run, 'id')
  for (const annotations of chunks) {
    const output = { ...describeOutput(report), annotations }
    const params = { owner, repo, check_run_id: id, output }
    const route = `PATCH ${ROUTE}/{check_run_id}`
    const added = await tryWrite(writer, 'annotate every line', route, params)
    if (!added.ok) return added.why
  }
  return null
}

function describeRun(target: CheckRunTarget, report: CheckRunReport): Record<string, unknown> {
  const { owner, repo, name, headSha, detailsUrl, decisions, told } = target
  const reported = [describeReportedWork(decisions), describeConclusions(decisions, told)]
    .filter((part) => part !== '')
    .join(' ')
  const annotations = chunkAnnotations(report.annotations)[0] ?? []
  return {
    owner,
    repo,
    name,
    head_sha: headSha,
    status: 'completed',
    conclusion: report.conclusion,
    output: { ...describeOutput(report), annotations },
    ...(reported === '' ? {} : { external_id: reported }),
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
  }
}

/** What was judged, for later runs: whoever signs after this report signs for this. */
function describeReportedWork(decisions: readonly Decision[]): string {
  const works = decisions.flatMap(({ subject, plan, patch }) =>
    subject.pull_request === null || patch === null
      ? []
      : [[subject.pull_request, toWork(plan?.sha256 ?? null, patch)] as const],
  )
  return formatReportedWork(new Map(works))
}

/** What was concluded and told, for later runs: they tell people only of what is new. */
function describeConclusions(decisions: readonly Decision[], told: ReadonlySet<number>): string {
  const conclusions = decisions.flatMap(({ subject: { pull_request: number }, conclusion }) =>
    number === null || !told.has(number) ? [] : [[number, conclusion] as const],
  )
  return formatReportedConclusions(new Map(conclusions))
}

function describeOutput({ title, summary, text }: CheckRunReport): Record<string, unknown> {
  return { title, summary, text }
}

function readAppSlug(run: unknown): string | null {
  return readText(readField(run, 'app'), 'slug')
}
