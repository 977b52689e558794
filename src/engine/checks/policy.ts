import type { Check } from '../case.ts'
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
    if (proposedPolicy.ok)
      return { findings: [], summary: 'the policy is valid before and after this change' }
    const problems = proposedPolicy.problems.map(describePolicyProblem)
    return {
      findings: [
        { rule: 'policy/invalid', level: 'deny', path, evidence: { proposed: true, problems } },
      ],
      summary: 'this change makes the policy invalid',
    }
  },
}
