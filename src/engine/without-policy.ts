import { namesOf } from './case.ts'
import type { Evidence } from './evidence.ts'
import type { BareFinding } from './finding.ts'
import { describePolicyProblem, type ResolvedPolicy, resolvePolicy } from './policy/resolve.ts'

/**
 * What to say when the base branch has no valid policy: block, except that a change of the policy
 * files alone into valid ones is a repair and needs nothing but its owners' approval.
 */
export function judgeWithoutPolicy(
  evidence: Evidence,
  resolved: Extract<ResolvedPolicy, { ok: false }> | null,
): BareFinding[] {
  const path = evidence.trusted.policyPath
  const problems = resolved?.problems.map(describePolicyProblem) ?? []
  const rule = resolved === null ? 'policy/missing' : 'policy/invalid'
  if (isGiven(evidence)) return [{ rule, level: 'deny', evidence: { given: true, problems } }]
  const level = isRepair(evidence) ? 'approve' : 'deny'
  return [{ rule, level, path, evidence: { problems } }]
}

/** Whether the policy is one that is tried out: the base branch has no part in its mistakes. */
export function isGiven({ trusted }: Evidence): boolean {
  return trusted.policy[0]?.isGiven === true
}

/** The policy file itself must be all that changes: what it extends is content of its own. */
function isRepair({ files, proposedPolicy, trusted, defects }: Evidence): boolean {
  if (proposedPolicy === null || proposedPolicy.length === 0 || defects.length > 0) return false
  const names = files.flatMap(namesOf)
  const onlyPolicy = names.length === 1 && names[0] === trusted.policyPath
  const isPlain = files.every((file) => file.after?.mode === '100644')
  return onlyPolicy && isPlain && resolvePolicy(proposedPolicy).ok
}
