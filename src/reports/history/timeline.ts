import type { Conclusion } from '../../engine/decision.ts'
import { type Bucket, makeVerdicts, type Timeline, type Unit } from './history.ts'

/** More than a page can show as bars, and a reader compare. */
const MOST_BUCKETS = 62

const DAY = 24 * 60 * 60 * 1000

/** Verdicts by day, in UTC. */
export type Days = Map<string, Record<Conclusion, number>>

/** Counts a decision on its day. `time` is ISO 8601. */
export function countDay(days: Days, time: string, conclusion: Conclusion): void {
  const day = startOf(new Date(time), 'day')
  const verdicts = days.get(day) ?? makeVerdicts()
  verdicts[conclusion] += 1
  days.set(day, verdicts)
}

/**
 * The days as a timeline: in the finest unit that a page holds, with the empty ones between. Times are a
 * record's own word, so a forged one may lie centuries away: then only the years that hold something stand there.
 */
export function makeTimeline(days: Days): Timeline {
  const dates = [...days.keys()].sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return { unit: 'day', buckets: [] }
  const units: readonly Unit[] = ['day', 'week', 'month', 'year']
  for (const unit of units) {
    const starts = listStarts(first, last, unit)
    if (starts !== null) return { unit, buckets: fill(starts, days, unit) }
  }
  const years = [...new Set(dates.map((date) => startOf(new Date(date), 'year')))]
  return { unit: 'year', buckets: fill(years, days, 'year') }
}

/** Every start from the first to the last; null when there are more than a page holds. */
function listStarts(first: string, last: string, unit: Unit): readonly string[] | null {
  const starts: string[] = []
  let start = startOf(new Date(first), unit)
  while (start <= last) {
    if (starts.length === MOST_BUCKETS) return null
    starts.push(start)
    start = nextStart(start, unit)
  }
  return starts
}

function fill(starts: readonly string[], days: Days, unit: Unit): readonly Bucket[] {
  const buckets = new Map(starts.map((start) => [start, makeVerdicts()]))
  for (const [day, verdicts] of days) {
    const bucket = buckets.get(startOf(new Date(day), unit))
    if (bucket === undefined) continue
    bucket.pass += verdicts.pass
    bucket.block += verdicts.block
    bucket.override += verdicts.override
    bucket['not-applicable'] += verdicts['not-applicable']
  }
  return [...buckets].map(([start, verdicts]) => ({ start, ...verdicts }))
}

/** The first day of the unit that a time lies in; weeks begin on Monday (ISO 8601). */
function startOf(time: Date, unit: Unit): string {
  const date = new Date(time)
  if (unit === 'week') date.setTime(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY)
  if (unit === 'month' || unit === 'year') date.setUTCDate(1)
  if (unit === 'year') date.setUTCMonth(0)
  return date.toISOString().slice(0, 10)
}

function nextStart(start: string, unit: Unit): string {
  const date = new Date(start)
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + 1)
  if (unit === 'week') date.setUTCDate(date.getUTCDate() + 7)
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  return date.toISOString().slice(0, 10)
}
