import type { BareFinding, FindingEvidence, RuleDecision } from '../finding.ts'
import type { AuditPolicy, CommandRule } from '../policy/policy.ts'
import type { ChainFile } from './chain-files.ts'
import type { ChainReading } from './reading.ts'
import { type DoneAnyway, isOfPlan } from './refusals.ts'

/**
 * Actions that the policy refused and that were done all the same. A command rule that the base's policy
 * denies blocks by its own name, too: the gate has only hashes, so the chain has to say which it was.
 */
export function judgeActions(
  { path }: ChainFile,
  { ruled }: ChainReading,
  doneAnyway: readonly DoneAnyway[],
  { denied_actions: level }: AuditPolicy,
  commands: readonly CommandRule[],
): BareFinding[] {
  const done = doneAnyway.map(
    (action): BareFinding => ({
      rule: 'audit/denied-action',
      level: levelOf(action, level),
      path,
      line: action.doneLine,
      evidence: describeDone(action),
    }),
  )
  const names = new Set([
    ...doneAnyway.map(({ rule }) => rule),
    ...ruled.filter(({ decision }) => decision === 'deny').map(({ rule }) => rule),
  ])
  const forbidden = commands.filter(
    ({ id, decision }) => decision === 'deny' && names.has(`command/${id}`),
  )
  const named = forbidden.map(
    ({ id, reason }): BareFinding => ({ rule: `command/${id}`, level: 'deny', path, reason }),
  )
  return [...done, ...named]
}

/** A refusal that may have been thought better of is milder, if the action was asked for again. */
function levelOf(action: DoneAnyway, level: RuleDecision): RuleDecision {
  if (isOfPlan(action) && action.allowed !== null) return 'warn'
  // Whoever else refused it, such as the agent's host, may have changed their mind.
  const isDoubtful = action.rule === null || isUnderOtherPolicy(action)
  return isDoubtful && level === 'deny' ? 'approve' : level
}

/** Whether another policy than the one that refused the action allowed it; one that is not named is no other. */
function isUnderOtherPolicy({ policy_sha256, allowed }: DoneAnyway): boolean {
  const later = allowed?.policy_sha256 ?? null
  return policy_sha256 !== null && later !== null && policy_sha256 !== later
}

function describeDone({ tool, rule, line, chain, allowed, doneLine }: DoneAnyway): FindingEvidence {
  return {
    tool,
    denied_by: rule,
    line,
    ...(chain !== null && { denied_in: chain }),
    ...(allowed !== null && { allowed_line: allowed.line }),
    done_line: doneLine,
  }
}
