import { type Check, skip } from '../case.ts'
import type { ApprovalsPolicy } from '../policy/policy.ts'

/**
 * Whether the owners of what changed have signed for it. Locally, without approval facts, nobody can
 * know yet: that is said and does not block. Anywhere else, what cannot be judged blocks.
 */
export const approvals: Check = {
  id: 'approvals',
  run({ policy, evidence }) {
    if (policy.approvals === null || asksForNothing(policy.approvals))
      return skip('the policy asks for no approvals')
    if (evidence.local && evidence.facts === null) {
      return {
        findings: [{ rule: 'approval/unknown', level: 'info', evidence: { cause: 'local check' } }],
        summary: 'not known in a local check',
        skipped: true,
      }
    }
    return {
      findings: [
        {
          rule: 'approval/unknown',
          level: 'deny',
          evidence: { cause: 'not verifiable by this version' },
        },
      ],
      summary: 'required, and this version cannot judge them',
    }
  },
}

function asksForNothing({ codeowners, minimum, tiers }: ApprovalsPolicy): boolean {
  return !codeowners && minimum === 0 && Object.keys(tiers).length === 0
}
