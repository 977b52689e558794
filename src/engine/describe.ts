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
> &
  Pick<Decision, 'waiting'> & {
    readonly agent: Decision['subject']['agent']
  }

/** The decision record of a judgement. */
export function describeDecision(evidence: Evidence, judgement: Judgement): Decision {
  const { agent, conclusion, mode, policy, plan, audit, acceptance, checks, findings, approvals } =
    judgement
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
    conclusion,
    mode,
    local: evidence.local,
    subject,
    policy,
    plan,
    audit,
    acceptance,
    checks,
    findings,
    ...(judgement.waiting !== undefined && { waiting: judgement.waiting }),
    approvals,
    patch: evidence.heads.get(evidence.headSha)?.patch ?? null,
    digest: digestDecision(subject, plan, files, policy, audit),
    stats: {
      files: files.length,
      added: files.reduce((sum, file) => sum + file.added, 0),
      removed: files.reduce((sum, file) => sum + file.removed, 0),
      records: audit?.chains.reduce((sum, { records }) => sum + records, 0) ?? 0,
      requests: evidence.requests,
    },
  }
}

/** The list of checks when none of them had a say. */
export function skipAll(summary: string, modes: Modes = sameMode('enforce')): CheckResult[] {
  return CHECK_IDS.map((id) => ({ id, status: 'skipped', mode: modes[id], summary }))
}
