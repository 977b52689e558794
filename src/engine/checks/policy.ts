import { type Case, type Check, namesOf } from '../case.ts'
import type { BareFinding } from '../finding.ts'
import { describePolicyProblem } from '../policy/resolve.ts'

/** Whether the policy that a change would leave behind is one the gate could still apply. */
export const policy: Check = {
  id: 'policy',
  run({ proposedPolicy, evidence }) {
    const path = evidence.trusted.policyPath
    if (proposedPolicy === null)
      return { findings: [], summary: 'the policy of the base branch is valid' }
    if (proposedPolicy === 'removed') {
      return {
        findings: [{ rule: 'policy/missing', level: 'deny', path, evidence: { proposed: true } }],
        summary: 'this change removes the policy',
      }
    }
    if (proposedPolicy.ok) {
      return {
        findings: findChangedParts(evidence),
        summary: 'the policy is valid before and after this change',
      }
    }
    const problems = proposedPolicy.problems.map(describePolicyProblem)
    return {
      findings: [
        { rule: 'policy/invalid', level: 'deny', path, evidence: { proposed: true, problems } },
      ],
      summary: 'this change makes the policy invalid',
    }
  },
}

/**
 * Files that the policy extends may have any name, so no rule of paths can be counted on to protect
 * them; the policy's own file is left to the rules and owners that name it.
 */
function findChangedParts({ files, trusted }: Case['evidence']): BareFinding[] {
  const parts = new Set(trusted.policy.slice(1).map((part) => part.path))
  return files
    .flatMap(namesOf)
    .filter((path) => parts.has(path))
    .map((path) => ({ rule: 'policy/changed', level: 'approve', path }))
}
