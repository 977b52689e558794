import type { CheckId } from '../decision.ts'
import { isSofterThan, listBlocking, resolveModes } from '../modes.ts'
import { listTiersByRisk } from './advise-on-tiers.ts'
import type { Policy } from './policy.ts'

/** What a check is held against: softening the second one lets a change choose what the first one sees. */
const RESTS_ON: readonly (readonly [CheckId, CheckId])[] = [
  ['scope', 'plan'],
  ['acceptance', 'plan'],
  ['approvals', 'plan'],
]

/** Combinations of modes that prove less than they seem to; a policy with them is valid all the same. */
export function adviseOnModes(policy: Policy): string[] {
  const modes = resolveModes(policy)
  const softened = RESTS_ON.filter(
    ([id, ground]) => isSofterThan(modes[ground], modes[id]) && restsOnPlan(policy, id),
  )
  return [
    ...adviseOnNothingBlocking(policy),
    ...softened.map(
      ([id, ground]) =>
        `${id} is in ${modes[id]} mode and ${ground} only in ${modes[ground]} mode: ${describeOutcome(policy, id, ground)}`,
    ),
  ]
}

function adviseOnNothingBlocking(policy: Policy): string[] {
  if (policy.mode !== 'enforce' || listBlocking(resolveModes(policy)).length > 0) return []
  return [
    'no check blocks: "mode" says enforce, and "modes" softens every check; only a broken policy and evidence that cannot be read block',
  ]
}

/** Whether a plan makes a difference to what the check asks for under this policy. */
function restsOnPlan({ plan, acceptance, approvals }: Policy, id: CheckId): boolean {
  if (id === 'acceptance') return acceptance?.required === true
  return id !== 'approvals' || (plan !== null && Object.keys(approvals?.tiers ?? {}).length > 0)
}

function describeOutcome(policy: Policy, id: CheckId, ground: CheckId): string {
  if (id !== 'approvals') return `a change without an approved ${ground} gets by ${id}, too`
  const [highest] = listTiersByRisk(policy)
  return highest === undefined
    ? `a change without an approved ${ground} gets by every tier whose paths it does not touch`
    : `the tier "${highest}" applies to every change without an approved ${ground}, and tiers with paths by their paths only`
}
