/** Actions that the policy refused, until a result shows that they were done all the same. */

/** An intent of an action that had been refused before, and that was let through this time. */
export interface Allowance {
  readonly line: number
  readonly policy_sha256: string | null
}

/** An action that the policy refused. Texts are the recorder's, so possibly an attacker's. */
export interface DeniedAction {
  readonly rule: string | null
  readonly tool: string | null
  readonly line: number
  readonly input_sha256: string
  /** The policy that refused it, the last time that it was refused. */
  readonly policy_sha256: string | null
  /** Milliseconds since 1970. */
  readonly time: number
  /** The id of the other chain that has the line; null: the one that is read. */
  readonly chain: string | null
  /** The last intent since then that asked for the same before it was done and was not refused. */
  readonly allowed: Allowance | null
}

/** One that a result shows as done. */
export interface DoneAnyway extends DeniedAction {
  /** The line of the result. */
  readonly doneLine: number
}

/** What other chains refused of an input, the earliest first. */
export type RefusedElsewhere = (input: string) => readonly DeniedAction[]

/** By the hash of the input. */
export type Refusals = Map<string, DeniedAction>

/** What is refused again is no longer allowed. It stays the first refusal's, unless a weightier rule joins in. */
export function rememberRefusal(refusals: Refusals, latest: DeniedAction): void {
  if (latest.input_sha256 === '') return
  const known = refusals.get(latest.input_sha256) ?? latest
  const first = weightOf(known) < weightOf(latest) ? latest : known
  const { policy_sha256 } = latest
  refusals.set(latest.input_sha256, { ...first, policy_sha256, allowed: null })
}

export function rememberAllowance(refusals: Refusals, input: string, allowed: Allowance): void {
  const refused = refusals.get(input)
  if (refused !== undefined) refusals.set(input, { ...refused, allowed })
}

/** Whether what refused the action was the plan of that moment, or there being none: a plan may grow. */
export function isOfPlan({ rule }: Pick<DeniedAction, 'rule'>): boolean {
  return rule !== null && /^(?:scope|plan)\//.test(rule)
}

/** How hard it is to think better of the rule; a refusal without one was not the policy's. */
function weightOf(action: DeniedAction): number {
  if (isOfPlan(action)) return 0
  return action.rule === null ? 1 : 2
}
