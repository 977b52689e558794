import { type Check, skip } from '../case.ts'

/** Whether one approved plan, and only one, stands behind the change. */
export const plan: Check = {
  id: 'plan',
  run({ planSelection, planApproval, policy }) {
    const { selected, findings } = planSelection
    if (selected === null && findings.length === 0) {
      return skip(
        policy.plan === null ? 'the policy asks for no plan' : 'no plan, and none is required',
      )
    }
    if (selected === null) return { findings, summary: 'no plan can be used' }
    return {
      findings: [...findings, ...(planApproval?.findings ?? [])],
      summary: `${selected.plan.id} from ${selected.file.source}`,
    }
  },
}
