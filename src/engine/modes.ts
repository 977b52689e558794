import { CHECK_IDS, type CheckId, type Mode } from './decision.ts'
import type { Policy } from './policy/policy.ts'

/** The mode of every check: what becomes of the findings that it makes. */
export type Modes = Readonly<Record<CheckId, Mode>>

/** Softest first. */
const MODES: readonly Mode[] = ['observe', 'warn', 'enforce']

/** What keeps the gate itself honest: these two cannot be softened by name. */
const KEEPERS: readonly CheckId[] = ['evidence', 'policy']

/** Whether a check is about the gate itself rather than about what a change does. */
export function isKeeper(id: CheckId): boolean {
  return KEEPERS.includes(id)
}

/**
 * The mode of each check: what `modes` says of it, else the policy's own `mode`. Evidence and policy are as
 * strict as the strictest of all, because a check that is enforced on half of the evidence proves nothing.
 */
export function resolveModes({ mode, modes }: Pick<Policy, 'mode' | 'modes'>): Modes {
  const strictest = [mode, ...Object.values(modes)].reduce(stricterOf)
  const entries = CHECK_IDS.map((id) => [
    id,
    isKeeper(id) ? strictest : (pickMode(modes, id) ?? mode),
  ])
  return Object.fromEntries(entries) as Modes
}

/** `patterns: warn` for each check whose mode is not the policy's own, named by the policy or not. */
export function listOwnModes(policy: Pick<Policy, 'mode' | 'modes'>): string[] {
  const modes = resolveModes(policy)
  return CHECK_IDS.filter((id) => modes[id] !== policy.mode).map((id) => `${id}: ${modes[id]}`)
}

/** One mode for all, as where there is no policy to say otherwise. */
export function sameMode(mode: Mode): Modes {
  return Object.fromEntries(CHECK_IDS.map((id) => [id, mode])) as Modes
}

/**
 * The mode of shell commands at tool-call time. A command has no check of its own: it follows the policy's
 * `mode`, and the audit check where that is stricter, since the gate finds a denied command in the chain.
 */
export function modeOfCommands(policy: Pick<Policy, 'mode' | 'modes'>): Mode {
  return stricterOf(policy.mode, resolveModes(policy).audit)
}

/** Whether one mode lets more through than another. */
export function isSofterThan(one: Mode, other: Mode): boolean {
  return MODES.indexOf(one) < MODES.indexOf(other)
}

/** The checks that block what they find, of those whose mode a policy can name. */
export function listBlocking(modes: Modes): CheckId[] {
  return CHECK_IDS.filter((id) => !KEEPERS.includes(id) && modes[id] === 'enforce')
}

/** Whether a check blocks nothing while another one does. */
export function isSoftened(modes: Modes, id: CheckId): boolean {
  return modes[id] !== 'enforce' && CHECK_IDS.some((other) => modes[other] === 'enforce')
}

/** The check that finds what a family of rules is about. */
const CHECK_OF_FAMILY: Readonly<Record<string, CheckId>> = {
  evidence: 'evidence',
  policy: 'policy',
  plan: 'plan',
  scope: 'scope',
  path: 'paths',
  change: 'paths',
  pattern: 'patterns',
  limit: 'limits',
  audit: 'audit',
  command: 'audit',
  acceptance: 'acceptance',
  approval: 'approvals',
  override: 'approvals',
}

/** The check that a rule belongs to. One that nobody has heard of is held to the strictest. */
export function checkOfRule(rule: string): CheckId {
  const [family = ''] = rule.split('/', 1)
  return Object.hasOwn(CHECK_OF_FAMILY, family)
    ? (CHECK_OF_FAMILY[family] ?? 'evidence')
    : 'evidence'
}

function pickMode(modes: Policy['modes'], id: CheckId): Mode | undefined {
  return Object.entries(modes).find(([name]) => name === id)?.[1]
}

function stricterOf(one: Mode, other: Mode): Mode {
  return isSofterThan(one, other) ? other : one
}
