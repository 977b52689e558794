import type { CheckId, Mode } from '../decision.ts'
import { MODES, resolveModes } from '../modes.ts'
import type { Policy } from './policy.ts'

/** What a check is held against: softening the second one lets a change choose what the first one sees. */
const RESTS_ON: readonly (readonly [CheckId, CheckId])[] = [
  ['scope', 'plan'],
  ['acceptance', 'plan'],
]

/** Combinations of modes that prove less than they seem to; a policy with them is valid all the same. */
export function adviseOnModes(policy: Policy): string[] {
  const modes = resolveModes(policy)
  return RESTS_ON.filter(([id, ground]) => isSofter(modes[ground], modes[id])).map(
    ([id, ground]) =>
      `${id} is in ${modes[id]} mode and ${ground} only in ${modes[ground]} mode: a change without an approved ${ground} gets by ${id}, too`,
  )
}

function isSofter(one: Mode, other: Mode): boolean {
  return MODES.indexOf(one) < MODES.indexOf(other)
}
