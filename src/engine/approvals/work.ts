import type {
  ApprovalFact,
  Evidence,
  LabelFact,
  ReportFact,
  ReviewFact,
  Work,
} from '../evidence.ts'
import { toSecond } from './standing.ts'

/**
 * What people sign for, beside the head commit: the plan and the effective patch. The head alone does
 * not name them: a plan may be replaced on the base, the description may come to name another one, and a
 * base that is rewritten gives the same head another diff. The gate writes both into its report, so a
 * later run can tell what a person had before them.
 */

const DIGITS = 32

/** The work as it is now; null when the present head could not be described. */
export function describeWork(evidence: Evidence, planSha256: string | null): Work | null {
  const patch = evidence.heads.get(evidence.headSha)?.patch
  return patch === undefined ? null : toWork(planSha256, patch)
}

/** Shortens two digests to what a report carries. */
export function toWork(planSha256: string | null, patch: string): Work {
  return { plan: planSha256?.slice(0, DIGITS) ?? null, patch: patch.slice(0, DIGITS) }
}

/**
 * Whether a signature was given for other work than there is now, by the reports that stood on its head
 * then: of each App the last one before it, and any of the same second. Reports can be imitated by
 * whoever may publish check runs, which can only end a signature; without any, nothing is known.
 */
export function isForOtherWork(
  fact: LabelFact | ReviewFact,
  facts: readonly ApprovalFact[],
  present: Work | null,
): boolean {
  if (present === null) return false
  return findReportsBefore(fact, facts).some(
    ({ work }) => work != null && !isSameWork(work, present),
  )
}

/** A report without a plan was about no other plan: the plan was still to come. */
function isSameWork(then: Work, now: Work): boolean {
  return then.patch === now.patch && (then.plan === null || then.plan === now.plan)
}

function findReportsBefore(
  { at, head_sha }: LabelFact | ReviewFact,
  facts: readonly ApprovalFact[],
): ReportFact[] {
  const signed = toSecond(at)
  const reports = facts.flatMap((fact) =>
    isReportOn(fact, head_sha) && toSecond(fact.at) <= signed ? [fact] : [],
  )
  const isEarlier = (report: ReportFact) => toSecond(report.at) < signed
  const last = new Map(reports.filter(isEarlier).map((report) => [report.actor, report]))
  return [...last.values(), ...reports.filter((report) => !isEarlier(report))]
}

/** One that does not say what it was about is passed over: it says nothing new. */
function isReportOn(fact: ApprovalFact, headSha: string): fact is ReportFact {
  return fact.kind === 'report' && fact.head_sha === headSha && fact.work != null
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
