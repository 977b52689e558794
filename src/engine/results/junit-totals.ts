import { type Refusal, refuse } from './report.ts'

/** What a suite holds, counted in the ways that runners count. */
export interface SuiteCounts {
  /** Tests at every depth. */
  tests: number
  /** Tests and suites directly below: how Node counts. */
  children: number
  failed: number
  failedChildren: number
  /** `failure` and `error` elements: a test may have both. */
  failedElements: number
  skipped: number
  skippedChildren: number
}

/**
 * Whether a suite's attributes agree with what it holds. Runners differ in what they take for an
 * error and what for a failure, so both are added up.
 */
export function checkSuiteTotals(
  attributes: Readonly<Record<string, string>>,
  counts: SuiteCounts,
  line: number,
): Refusal | null {
  const stated = (name: string) => readCount(attributes[name])
  const [failures, errors] = [stated('failures'), stated('errors')]
  const bad = failures === undefined ? undefined : failures + (errors ?? 0)
  return (
    compare('tests', stated('tests'), [counts.tests, counts.children], line) ??
    compare(
      'failures and errors',
      bad,
      [counts.failed, counts.failedElements, counts.failedChildren],
      line,
    ) ??
    compare('skipped', stated('skipped'), [counts.skipped, counts.skippedChildren], line)
  )
}

/** NaN for what is no count: it equals nothing. */
function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

function compare(
  name: string,
  stated: number | undefined,
  counted: readonly number[],
  line: number,
): Refusal | null {
  return stated === undefined || counted.includes(stated)
    ? null
    : refuse('inconsistent', `a suite states ${stated} ${name} and lists ${counted[0]}`, line)
}
