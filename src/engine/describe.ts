import { CHECK_IDS, type CheckResult, type Decision } from './decision.ts'
import { digestDecision } from './digest.ts'
import type { Evidence } from './evidence.ts'
import { type Modes, sameMode } from './modes.ts'

/** What was decided, before it is joined with what it was decided about. */
export type Judgement = Pick<
  Decision,
  | 'conclusion'
  | 'mode'
  | 'policy'
  | 'plan'
  | 'audit'
  | 'acceptance'
  | 'checks'
  | 'findings'
  | 'approvals'
  | 'signing'
  | 'appeal'
> &
  Pick<Decision, 'waiting'> & {
    readonly agent: Decision['subject']['agent']
  }

/** What a decision has of a change that was held against nothing. */
export const NOTHING_JUDGED = {
  policy: null,
  plan: null,
  audit: null,
  acceptance: null,
  approvals: [],
  signing: null,
  appeal: null,
} as const

/** When the head ref came to the commit it is at: its last move there, by the server's log. */
function findHeadTime({ facts, headSha }: Evidence): string | null {
  const moves = (facts ?? []).filter(({ kind }) => kind === 'push' || kind === 'opened')
  return moves.findLast((move) => move.head_sha === headSha)?.at ?? null
}

/** The decision record of a judgement made at `now`. */
export function describeDecision(evidence: Evidence, judgement: Judgement, now: Date): Decision {
  const { agent, ...judged } = judgement
  const subject = {
    repository: evidence.repository,
    pull_request: evidence.pullRequest,
    base_sha: evidence.baseSha,
    merge_base_sha: evidence.mergeBaseSha,
    head_sha: evidence.headSha,
    author: evidence.author?.login ?? null,
    agent,
  }
  const { files } = evidence
  return {
    version: 1,
    conclusion: judged.conclusion,
    mode: judged.mode,
    local: evidence.local,
    judged_at: now.toISOString(),
    head_at: findHeadTime(evidence),
    subject,
    policy: judged.policy,
    plan: judged.plan,
    audit: judged.audit,
    acceptance: judged.acceptance,
    checks: judged.checks,
    findings: judged.findings,
    ...(judged.waiting !== undefined && { waiting: judged.waiting }),
    approvals: judged.approvals,
    signing: judged.signing,
    appeal: judged.appeal,
    patch: evidence.heads.get(evidence.headSha)?.patch ?? null,
    digest: digestDecision(subject, judged.plan, files, judged.policy, judged.audit),
    stats: {
      files: files.length,
      added: files.reduce((sum, file) => sum + file.added, 0),
      removed: files.reduce((sum, file) => sum + file.removed, 0),
      records: judged.audit?.chains.reduce((sum, { records }) => sum + records, 0) ?? 0,
      requests: evidence.requests,
    },
  }
}

/** The list of checks when none of them had a say. */
export function skipAll(summary: string, modes: Modes = sameMode('enforce')): CheckResult[] {
  return CHECK_IDS.map((id) => ({ id, status: 'skipped', mode: modes[id], summary }))
}
