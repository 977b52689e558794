import { type EventOverrides, eventPayload } from '../support/event-payload.ts'
import { type ActionResult, type RunActionOptions, runAction } from '../support/run-action.ts'
import type { Shop } from './shop.ts'

const REPOSITORY = 'acme/shop'

/** Runs the built action for pull request 7 of a shop, as a push to it would. */
export function runGate(
  shop: Shop,
  options: Partial<RunActionOptions> = {},
): Promise<ActionResult> {
  return runFor(shop, 'pull_request_target', 'pull_request', 'synchronize', { number: 7 }, options)
}

/** Runs the built action for any event, starting from GitHub's recorded payload of it. */
export function runFor(
  shop: Shop,
  eventName: string,
  payload: Parameters<typeof eventPayload>[0],
  action: string | null,
  overrides: Omit<EventOverrides, 'repository'>,
  options: Partial<RunActionOptions> = {},
): Promise<ActionResult> {
  const event = eventPayload(payload, action, { repository: REPOSITORY, ...overrides })
  return runAction({ server: shop.server, eventName, event, ...options })
}

/** The decision record the action wrote, as far as tests look at it. */
export interface WrittenDecision {
  readonly conclusion: string
  readonly subject: { readonly pull_request: number | null; readonly head_sha: string }
  readonly checks: readonly { readonly id: string; readonly status: string }[]
  readonly findings: readonly {
    readonly id: string
    readonly rule: string
    readonly path: string | null
    readonly level: string
    readonly message: string
  }[]
}

export function decisionOf(result: ActionResult): WrittenDecision {
  if (result.decision === null || result.decision === undefined) {
    throw new Error(`the action wrote no decision: ${result.stdout}${result.stderr}`)
  }
  return result.decision as WrittenDecision
}

export function rulesOf(result: ActionResult): string[] {
  return [...new Set(decisionOf(result).findings.map((finding) => finding.rule))]
}
