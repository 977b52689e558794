import { type Check, skip } from '../case.ts'

/**
 * Whether the plan's criteria are met by tests that really ran. A policy that requires results is
 * held to it: until reports can be read here, the answer to a required one is no.
 */
export const acceptance: Check = {
  id: 'acceptance',
  run({ policy }) {
    if (policy.acceptance?.required !== true) return skip('the policy requires no test results')
    return {
      findings: [
        {
          rule: 'acceptance/no-results',
          level: 'deny',
          evidence: { cause: 'not verifiable by this version' },
        },
      ],
      summary: 'required, and this version cannot read them',
    }
  },
}
