/**
 * Why a rule is there and who can decide otherwise: what a blocked person asks after "what is wrong".
 * Our own words; nothing in them comes from a change.
 */
export interface Purpose {
  /** What the rule protects, as one sentence. */
  readonly protects: string
  /** Who decides when somebody finds the rule wrong here. */
  readonly decider: Decider
}

/** `plan`: its owner and approvers; `policy` and `owners`: the files of these names; `reading`: nobody. */
export type Decider = 'plan' | 'policy' | 'owners' | 'reading'

const PURPOSES: Readonly<Record<string, Purpose>> = {
  'evidence/': {
    protects: 'A verdict is worth something only when the whole change was read, in one meaning.',
    decider: 'reading',
  },
  'evidence/tampered': {
    protects: 'What earlier changes were merged on has to stay as it was, for whoever looks later.',
    decider: 'policy',
  },
  'policy/': {
    protects: 'The policy decides what gets in, so it has to be valid and agreed on.',
    decider: 'policy',
  },
  'plan/': {
    protects: 'A person agrees to what is going to change before it is reviewed line by line.',
    decider: 'plan',
  },
  'scope/': {
    protects: 'The change stays what a person agreed to, no more and no less.',
    decider: 'plan',
  },
  'path/': {
    protects: 'Some files reach further than they look, so more than one pair of eyes sees them.',
    decider: 'policy',
  },
  'pattern/': {
    protects: 'Some content does harm wherever it stands, and is easy to overlook in a review.',
    decider: 'policy',
  },
  'command/': {
    protects: 'Some commands cannot be called back, so people are asked before they run.',
    decider: 'policy',
  },
  'change/': {
    protects: 'A diff should show all that a checkout gets, and nothing should point out of it.',
    decider: 'policy',
  },
  'limit/': { protects: 'A change stays small enough for people to read.', decider: 'policy' },
  'audit/': {
    protects: 'Every changed file can be traced to what the agent was seen doing.',
    decider: 'policy',
  },
  'acceptance/': {
    protects: 'Tests that really ran on this commit show that the plan is fulfilled.',
    decider: 'plan',
  },
  'acceptance/guard-changed': {
    protects: 'A change should not decide by itself how it is tested.',
    decider: 'owners',
  },
  'approval/': {
    protects: 'People who answer for these files have seen this very change and agree to it.',
    decider: 'owners',
  },
  'override/': {
    protects: 'An emergency exit stays visible, and only the people named for it can use it.',
    decider: 'policy',
  },
}

/** The purpose of a rule, or of its family; null for one that is not in the catalogue. */
export function explainPurpose(rule: string): Purpose | null {
  const family = rule.slice(0, rule.indexOf('/') + 1)
  const key = Object.hasOwn(PURPOSES, rule) ? rule : family
  return Object.hasOwn(PURPOSES, key) ? (PURPOSES[key] ?? null) : null
}
