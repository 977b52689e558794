/**
 * Who can decide otherwise when somebody finds a rule wrong here. `plan`: its owner and approvers; `policy`
 * and `owners`: the files of these names; `reading`: nobody.
 */
export type Decider = 'plan' | 'policy' | 'owners' | 'reading'

/** By family, and by rule where one differs. */
const DECIDERS: Readonly<Record<string, Decider>> = {
  evidence: 'reading',
  'evidence/tampered': 'policy',
  policy: 'policy',
  plan: 'plan',
  scope: 'plan',
  path: 'policy',
  pattern: 'policy',
  command: 'policy',
  change: 'policy',
  limit: 'policy',
  audit: 'policy',
  acceptance: 'plan',
  'acceptance/guard-changed': 'owners',
  approval: 'owners',
  override: 'policy',
}

/** Who decides about a rule, or about its family; null for one that no family is known of. */
export function findDecider(rule: string): Decider | null {
  const [family = ''] = rule.split('/', 1)
  const key = Object.hasOwn(DECIDERS, rule) ? rule : family
  return Object.hasOwn(DECIDERS, key) ? (DECIDERS[key] ?? null) : null
}
