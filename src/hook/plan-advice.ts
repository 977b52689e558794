import type { Policy } from '../engine/policy/policy.ts'
import { showName } from '../engine/text/names.ts'
import { keepEnforced } from '../engine/tool-call/enforced.ts'
import type { PlanScope } from '../engine/tool-call/scope.ts'

/**
 * What an agent has to know where the policy requires a plan and none of the protected branch fits: that
 * the gate will ask for one, and how to come by it. Null where nothing is wanting. Only the policy has a
 * say in these words, never the branch or a plan that does not fit.
 */
export function advisePlan({ plan, ...policy }: Policy, scope: PlanScope): string | null {
  if (plan === null || !plan.required || scope.kind === 'plans') return null
  const { sources, approval_label: label } = plan
  const isStopped =
    scope.kind === 'none' && keepEnforced({ plan, ...policy }, scope.findings).length > 0
  const ways = [
    ...(sources.includes('base') ? ['have it merged on the protected branch'] : []),
    ...(sources.includes('issue') || sources.includes('pull-request')
      ? [`have it approved by the label "${showName(label)}" where it is (${nameOthers(sources)})`]
      : []),
  ]
  return [
    'The policy requires a plan, and none of the protected branch fits this branch',
    isStopped ? ', so no file may be written.' : '; the gate will ask for one.',
    ' Tell the person you work for: "countersign plan new --owner @THEM --must FILE --may GLOB --output .countersign/plans/ID.yml" writes one. They then ',
    ways.join(', or '),
    '. One that is approved already is named in the pull request by a line "Plan: …".',
  ].join('')
}

function nameOthers(sources: readonly string[]): string {
  const names = [
    ...(sources.includes('issue') ? ['an issue'] : []),
    ...(sources.includes('pull-request') ? ['the pull request'] : []),
  ]
  return names.join(' or ')
}
