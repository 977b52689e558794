import { explainRefusal } from '../approvals/describe-signatures.ts'
import { type Case, type Check, skip } from '../case.ts'
import type { BareFinding } from '../finding.ts'
import type { Criterion } from '../plan/plan.ts'

/**
 * Whether the plan's criteria are met. Criteria for people are met by an owner's label; those for
 * tests cannot be judged yet, so where a policy requires them the answer is no.
 */
export const acceptance: Check = {
  id: 'acceptance',
  run(subject) {
    if (subject.policy.acceptance?.required !== true)
      return skip('the policy requires no test results')
    const criteria = subject.planSelection.selected?.plan.acceptance ?? []
    if (criteria.length === 0) {
      return {
        findings: [noResults('the plan has no criteria')],
        summary: 'required, and no criterion says what',
      }
    }
    const tested = criteria.filter((criterion) => criterion.tests.length > 0)
    const open = criteria.filter((criterion) => criterion.manual && !isAccepted(criterion, subject))
    const findings = [
      ...open.map((criterion) => notAccepted(criterion, subject)),
      ...(tested.length > 0 ? [noResults('not verifiable by this version')] : []),
    ]
    const met = criteria.length - new Set([...tested, ...open]).size
    return { findings, summary: `${met} of ${criteria.length} criteria met` }
  },
}

/** The label by which an owner says that a criterion is met. */
function acceptanceLabel({ id }: Criterion): string {
  return `accepted/${id}`
}

function isAccepted(criterion: Criterion, { bench }: Case): boolean {
  return bench.isAccepted(acceptanceLabel(criterion))
}

function notAccepted(criterion: Criterion, { bench, evidence }: Case): BareFinding {
  const isUnknown = evidence.local && evidence.facts === null
  return {
    rule: 'acceptance/not-accepted',
    level: isUnknown ? 'info' : 'deny',
    evidence: {
      criterion: criterion.id,
      text: criterion.criterion,
      label: acceptanceLabel(criterion),
      ...explainRefusal(bench.acceptance(acceptanceLabel(criterion))),
    },
  }
}

function noResults(cause: string): BareFinding {
  return { rule: 'acceptance/no-results', level: 'deny', evidence: { cause } }
}
