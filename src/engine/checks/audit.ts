import { type Check, skip } from '../case.ts'

/**
 * Whether the attached audit chain is intact and explains the change. A policy that requires a chain
 * is held to it: until chains can be verified here, the answer to a required one is no.
 */
export const audit: Check = {
  id: 'audit',
  run({ policy }) {
    if (policy.audit?.required !== true) return skip('the policy requires no audit chain')
    return {
      findings: [
        {
          rule: 'audit/missing',
          level: 'deny',
          evidence: { cause: 'not verifiable by this version' },
        },
      ],
      summary: 'required, and this version cannot verify it',
    }
  },
}
