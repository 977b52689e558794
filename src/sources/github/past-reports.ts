import { parseReportedWork } from '../../engine/approvals/work.ts'
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
      return runs.flatMap((run) => toReport(run, sha, number))
    }),
  )
  return reports.flat()
}

function toReport(
  { status, completed_at: at, external_id, app }: CheckRun,
  sha: string,
  number: number,
): ReportFact[] {
  if (status !== 'completed' || at == null) return []
  const slug = app?.slug ?? ''
  return [
    {
      kind: 'report',
      actor: slug === '' ? '' : `${slug}[bot]`,
      actor_type: 'Bot',
      at,
      head_sha: sha,
      work: parseReportedWork(external_id ?? '', number),
    },
  ]
}
