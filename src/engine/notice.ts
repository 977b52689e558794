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
 * The last report that told people of the pull request it is read for; null: none has. A run of an event that must
 * tell nobody, or that had nobody to tell, reports no conclusion and is passed over, or else what it saw would never be news.
 * @param reports on one head, by time
 * @param author the login of the App whose reports count
 */
export function findLastTold(reports: readonly ReportFact[], author: string): ReportFact | null {
  return reports.findLast(({ actor, conclusion }) => actor === author && conclusion != null) ?? null
}

/**
 * What is new since the gate's own last report on the same head; empty: nobody is told anything. A block or
 * an override is new when that report, if there is one, concluded otherwise. Waiting is new once for every
 * step that has passed since.
 * @param last null when nobody was told of this head
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
