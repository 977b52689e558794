import type { Waiting } from '../engine/decision.ts'

const NAMES_SHOWN = 4
const DAY = 24

/**
 * `Waiting for @alice for more than 2 days (since 2026-11-20 12:00 UTC).` In whole steps, so that a comment
 * changes when one has passed and not with every run. Escape it: owners are named.
 */
export function describeWaitingFor({ since, for: people, after_hours, steps }: Waiting): string {
  const shown = people.slice(0, NAMES_SHOWN)
  const more = people.length > shown.length ? ` and ${people.length - shown.length} more` : ''
  const who = shown.length === 0 ? 'a signature' : `${shown.join(', ')}${more}`
  const start = since.slice(0, 16).replace('T', ' ')
  return `Waiting for ${who} for more than ${nameHours(after_hours * steps)} (since ${start} UTC).`
}

function nameHours(hours: number): string {
  if (hours === 1) return 'an hour'
  if (hours % DAY !== 0) return `${hours} hours`
  return hours === DAY ? 'a day' : `${hours / DAY} days`
}
