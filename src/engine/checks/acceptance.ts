import { type Check, isPlanProposal, skip } from '../case.ts'

/** Whether the plan's criteria are met: by tests that really ran on this commit, or by an owner's word. */
export const acceptance: Check = {
  id: 'acceptance',
  run(subject) {
    const { acceptance } = subject
    if (acceptance === null) return skip('the policy requires no test results')
    if (isPlanProposal(subject)) return skip('the change only proposes its plan')
    const { criteria, findings } = acceptance
    if (criteria.length === 0) return { findings, summary: 'required, and no criterion says what' }
    const met = criteria.filter(({ isMet }) => isMet).length
    return { findings, summary: `${met} of ${criteria.length} criteria met` }
  },
}
