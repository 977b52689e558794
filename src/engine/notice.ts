import type { Decision } from './decision.ts'
import type { PolicyFiles, ReportFact } from './evidence.ts'
import type { NotifyEvent } from './policy/policy.ts'
import { resolvePolicy } from './policy/resolve.ts'
import { NOTIFY_EVENTS } from './policy/schema.ts'
import { countSteps } from './waiting.ts'

/** The events that the policy wants people told of; all of them where there is no policy to ask. */
export function listNotifyEvents(files: PolicyFiles): readonly NotifyEvent[] {
  const resolved = files.length === 0 ? null : resolvePolicy(files)
  return resolved?.ok === true ? resolved.policy.notify : NOTIFY_EVENTS
}

/**
 * What is new since the gate's own last report on the same head; empty: nobody is told anything. A block or
 * an override is new when that report, if there is one, concluded otherwise. Waiting is new once for every
 * step that has passed since.
 * @param last null when this head has not been reported on
 */
export function findNews(
  decision: Decision,
  last: ReportFact | null,
  wanted: readonly NotifyEvent[],
): NotifyEvent[] {
  const { conclusion } = decision
  const isNew =
    (conclusion === 'block' || conclusion === 'override') && last?.conclusion !== conclusion
  const news: NotifyEvent[] = [
    ...(isNew ? [conclusion] : []),
    ...(isNewStep(decision, last) ? (['waiting'] as const) : []),
  ]
  return news.filter((event) => wanted.includes(event))
}

function isNewStep({ waiting }: Decision, last: ReportFact | null): boolean {
  if (waiting === undefined || last === null) return false
  const { since, after_hours, steps } = waiting
  return countSteps(Date.parse(since), Date.parse(last.at), after_hours) < steps
}
