import type {
  ApprovalFact,
  Evidence,
  LabelFact,
  ReportFact,
  ReviewFact,
  Work,
} from '../evidence.ts'
import { toSecond } from '../time.ts'

/**
 * What people sign for, beside the head commit: the plan and the effective patch. The head alone does
 * not name them: a plan may be replaced on the base, the description may come to name another one, and a
 * base that is rewritten gives the same head another diff. The gate writes both into its report, so a
 * later run can tell what a person had before them.
 */

const DIGITS = 32

/** The work as it is now; null when the present head could not be described. */
function describeWork(evidence: Evidence, planSha256: string | null): Work | null {
  const patch = evidence.heads.get(evidence.headSha)?.patch
  return patch === undefined ? null : toWork(planSha256, patch)
}

/** Shortens two digests to what a report carries. */
export function toWork(planSha256: string | null, patch: string): Work {
  return { plan: planSha256?.slice(0, DIGITS) ?? null, patch: patch.slice(0, DIGITS) }
}

/** Whether a signature was given for other work than there is now. */
export type IsForOtherWork = (fact: LabelFact | ReviewFact) => boolean

/**
 * Compares signatures with the present work, by the gate's reports: of each App the last one on the
 * signed head before the signature says what the person had before them, and every later one, there or
 * on the present head, what the signature came to stand under. Without the later ones, who signs before
 * the first report would be bound to nothing. Reports can be imitated by whoever may publish check runs,
 * and their times are their publisher's word: a report that differs only ever ends a signature.
 */
export function compareWork(evidence: Evidence, planSha256: string | null): IsForOtherWork {
  const present = describeWork(evidence, planSha256)
  if (present === null) return () => false
  const reportsOn = (headSha: string) => findReports(evidence.facts ?? [], headSha)
  const onPresent = reportsOn(evidence.headSha)
  return ({ at, head_sha: signedHead }) => {
    const signed = toSecond(at)
    const onSigned = reportsOn(signedHead)
    const bound = [...onSigned.filter((report) => isSince(report, signed)), ...lastOfEachApp()]
    const carried = onPresent.filter((report) => isSince(report, signed))
    return (
      bound.some((report) => isOtherWork(report, onSigned, present)) ||
      carried.some((report) => isOtherWork(report, onPresent, present))
    )

    function lastOfEachApp(): WorkReport[] {
      const earlier = onSigned.filter((report) => !isSince(report, signed))
      return [...new Map(earlier.map((report) => [report.actor, report])).values()]
    }
  }
}

type WorkReport = ReportFact & { readonly work: Work }

/** The reports on a head, by time. One that does not say what it was about is passed over. */
function findReports(facts: readonly ApprovalFact[], headSha: string): WorkReport[] {
  return facts.filter(
    (fact): fact is WorkReport =>
      fact.kind === 'report' && fact.head_sha === headSha && fact.work != null,
  )
}

/** In the same second nobody can say which of the two came first. */
function isSince({ at }: ReportFact, second: number): boolean {
  return toSecond(at) >= second
}

/**
 * A report without a plan says that the plan was still to come, unless one before it on that head named
 * another plan: then the description was made to name none, so that a signature would be for any.
 */
function isOtherWork(report: WorkReport, onHead: readonly WorkReport[], present: Work): boolean {
  const { plan, patch } = report.work
  if (patch !== present.patch) return true
  if (plan !== null) return plan !== present.plan
  return onHead
    .slice(0, onHead.indexOf(report))
    .some(({ work }) => work.plan !== null && work.plan !== present.plan)
}

/** A check run's `external_id` takes a few of these; GitHub documents no limit, so it is kept short. */
const MAX_REPORTED = 3
const REPORTED = /^(\d{1,10}):([0-9a-f]{32}|-):([0-9a-f]{32})$/

/** The works of pull requests, by number, as one line for a report to carry. */
export function formatReportedWork(works: ReadonlyMap<number, Work>): string {
  const entries = [...works].map(([number, { plan, patch }]) => `${number}:${plan ?? '-'}:${patch}`)
  return entries.slice(0, MAX_REPORTED).join(' ')
}

/** What such a line says of one pull request; null when it says nothing. */
export function parseReportedWork(line: string, wanted: number): Work | null {
  for (const entry of line.split(' ')) {
    const [, number, plan, patch] = REPORTED.exec(entry) ?? []
    if (patch !== undefined && Number(number) === wanted) {
      return { plan: plan === '-' ? null : (plan ?? null), patch }
    }
  }
  return null
}

const CONCLUDED = /^(\d{1,10})=(pass|block|override|not-applicable)$/

/** Conclusions that people may have to be told of. */
const TOLD: readonly string[] = ['block', 'override']

/**
 * Those of the conclusions that a report has room for: first what people have to be told of, then by number. Anybody
 * may open pull requests with a head that is there already, so the choice must not depend on which of them is looked at.
 */
export function pickReported<T extends string>(
  conclusions: ReadonlyMap<number, T>,
): ReadonlyMap<number, T> {
  const rank = (conclusion: T) => (TOLD.includes(conclusion) ? 0 : 1)
  const sorted = [...conclusions].sort(([a, one], [b, other]) => rank(one) - rank(other) || a - b)
  return new Map(sorted.slice(0, MAX_REPORTED))
}

/**
 * What was concluded about pull requests, by number, to stand beside their works: `7=block`. Written only by runs that
 * tell people: one that may not tell has to leave the news to a later one.
 */
export function formatReportedConclusions(conclusions: ReadonlyMap<number, string>): string {
  const entries = [...pickReported(conclusions)]
  return entries.map(([number, conclusion]) => `${number}=${conclusion}`).join(' ')
}

/** What such a line says was concluded about one pull request; null when it says nothing. */
export function parseReportedConclusion(line: string, wanted: number): string | null {
  for (const entry of line.split(' ')) {
    const [, number, conclusion] = CONCLUDED.exec(entry) ?? []
    if (conclusion !== undefined && Number(number) === wanted) return conclusion
  }
  return null
}
