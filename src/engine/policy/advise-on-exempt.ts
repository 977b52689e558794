import { KNOWN_AGENTS } from '../agent.ts'
import type { CheckId } from '../decision.ts'
import { matchesWildcard } from '../matching/wildcard.ts'
import type { Policy } from './policy.ts'

/** An exempt account that an agent can act as, and the checks it is exempt from. */
export interface OpenExemption {
  /** The login as the policy writes it. */
  readonly actor: string
  /** Each once, in the order of the policy. */
  readonly checks: readonly CheckId[]
}

/** Who every workflow is, on any branch: an agent that can push one acts as this account. */
const EVERY_WORKFLOW = 'github-actions[bot]'

/**
 * The exemptions that stand open to whom the gate is for: of the account of every workflow, and of agents,
 * known or named by the policy. Each is a way past its checks that needs no person.
 */
export function findOpenExemptions(
  policy: Pick<Policy, 'exempt' | 'agents'>,
): readonly OpenExemption[] {
  const agents = [EVERY_WORKFLOW, ...KNOWN_AGENTS.authors, ...policy.agents.authors]
  const found = new Map<string, OpenExemption>()
  for (const { actors, checks } of policy.exempt)
    for (const actor of actors.filter((one) => agents.some((sign) => matchesWildcard(one, sign))))
      found.set(actor.toLowerCase(), join(found.get(actor.toLowerCase()), actor, checks))
  return [...found.values()]
}

/** Whether it is the account of every workflow, rather than an agent's own. */
export function isEveryWorkflow(actor: string): boolean {
  return matchesWildcard(actor, EVERY_WORKFLOW)
}

function join(
  before: OpenExemption | undefined,
  actor: string,
  checks: readonly CheckId[],
): OpenExemption {
  const all = new Set([...(before?.checks ?? []), ...checks])
  return { actor: before?.actor ?? actor, checks: [...all] }
}
