import * as v from 'valibot'
import { type Refusal, refuse } from './report.ts'

/** A count as a report states it. */
export const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What a report states, and what its tests come to; undefined where it states nothing. */
export type Totals = Readonly<
  Record<string, readonly [stated: number | undefined, counted: number]>
>

/**
 * Whether a report's totals are those of the tests it lists. Totals prove nothing by themselves; but
 * when they disagree, tests were added, dropped or changed after the runner counted.
 */
export function checkTotals(totals: Totals): Refusal | null {
  for (const [name, [stated, counted]] of Object.entries(totals)) {
    if (stated !== undefined && stated !== counted) {
      return refuse('inconsistent', `it states ${stated} for "${name}" and lists ${counted}`)
    }
  }
  return null
}

/** `"results.summary.tests" is missing or not of the kind expected`, for a document of a known format. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map((item) => String(item.key).slice(0, 40)).join('.')
  return `"${path}" is missing, or not what the format says`
}
