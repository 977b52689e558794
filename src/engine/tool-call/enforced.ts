import type { CheckId } from '../decision.ts'
import type { BareFinding } from '../finding.ts'
import { checkOfRule, modeOfCommands, resolveModes } from '../modes.ts'
import type { Policy } from '../policy/policy.ts'

/** The checks that have a say while an agent works. */
const AT_WORK: readonly CheckId[] = ['evidence', 'plan', 'scope', 'paths', 'patterns']

/** Whether anything in the policy stops a tool call. */
export function stopsCalls(policy: Policy): boolean {
  const modes = resolveModes(policy)
  return modeOfCommands(policy) === 'enforce' || AT_WORK.some((id) => modes[id] === 'enforce')
}

/** The findings that stop a call: those of checks that are enforced. The others are for the gate to tell. */
export function keepEnforced(policy: Policy, findings: readonly BareFinding[]): BareFinding[] {
  const modes = resolveModes(policy)
  return findings.filter(({ rule }) => {
    const mode = rule.startsWith('command/') ? modeOfCommands(policy) : modes[checkOfRule(rule)]
    return mode === 'enforce'
  })
}
