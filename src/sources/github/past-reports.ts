import { parseReportedConclusion, parseReportedWork } from '../../engine/approvals/work.ts'
import type { ReportFact } from '../../engine/evidence.ts'
import { isGone, isRefusedWith } from './ask.ts'
import type { GitHubReader } from './reader.ts'
import type { CheckRun } from './schemas.ts'

export interface PastReportsRequest {
  /** Of the pull request. */
  readonly number: number
  readonly heads: readonly string[]
  /** The name under which the gate reports. */
  readonly checkName: string
  /** Whether a signature without an earlier report is none. */
  readonly mustFollow: boolean
}

/**
 * What the gate itself has reported on some heads. One that GitHub no longer has was reported on by
 * nobody. Where nothing hangs on a report being there, those that the token may not read are none, too:
 * they can only end signatures.
 * @throws Unreadable when reports that a policy depends on cannot be read.
 */
export async function readPastReports(
  reader: GitHubReader,
  { number, heads, checkName, mustFollow }: PastReportsRequest,
): Promise<ReportFact[]> {
  const reports = await Promise.all(
    heads.map(async (sha) => {
      const runs = await reader.checkRuns(sha, checkName).catch((error: unknown) => {
        if (isGone(error) || (!mustFollow && isRefusedWith(error, 403))) return []
        throw error
      })
      return dateRuns(runs).flatMap(({ run, at }) => toReport(run, at, sha, number))
    }),
  )
  return reports.flat()
}

interface DatedRun {
  readonly run: CheckRun
  /** Server time, ISO 8601; null as long as no run has ended. */
  readonly at: string | null
}

/**
 * The runs in the order GitHub numbered them, each no earlier than those before it. `completed_at` is
 * chosen by whoever publishes: a run that came later must not pass for one that was there before a
 * signature.
 */
function dateRuns(runs: readonly CheckRun[]): DatedRun[] {
  let latest: string | null = null
  return runs
    .toSorted((a, b) => a.id - b.id)
    .map((run) => {
      latest = laterOf(latest, run.completed_at ?? null)
      return { run, at: latest }
    })
}

function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return Date.parse(other) > Date.parse(one) ? other : one
}

function toReport(
  { status, completed_at, external_id, app }: CheckRun,
  at: string | null,
  sha: string,
  number: number,
): ReportFact[] {
  if (status !== 'completed' || completed_at == null || at === null) return []
  const slug = app?.slug ?? ''
  return [
    {
      kind: 'report',
      actor: slug === '' ? '' : `${slug}[bot]`,
      actor_type: 'Bot',
      at,
      head_sha: sha,
      work: parseReportedWork(external_id ?? '', number),
      conclusion: parseReportedConclusion(external_id ?? '', number),
    },
  ]
}
