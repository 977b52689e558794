import { type Refusal, refuse, type TestStatus } from './report.ts'

/** What a suite holds, counted in the ways that runners count. */
export interface SuiteCounts {
  /** Tests at every depth. */
  tests: number
  /** Tries of them: how Surefire counts what it ran again. */
  tries: number
  /** Tests and suites directly below: how Node counts. */
  children: number
  failed: number
  failedChildren: number
  /** Failed tries: the `failure` and `error` elements, of which a test may have both, and reruns. */
  failedTries: number
  /** The same without reruns. */
  failedElements: number
  skipped: number
  skippedChildren: number
  /** Tests that passed before what follows them failed: pytest counts each of the two. */
  teardowns: number
}

/** The counts of a suite that holds nothing yet. */
export function noCounts(): SuiteCounts {
  return {
    tests: 0,
    tries: 0,
    children: 0,
    failed: 0,
    failedChildren: 0,
    failedTries: 0,
    failedElements: 0,
    skipped: 0,
    skippedChildren: 0,
    teardowns: 0,
  }
}

/** What a test adds to the counts. */
export interface CountedTest {
  readonly status: TestStatus
  /** Its `failure` and `error` elements. */
  readonly bad: number
  /** Failed tries that were made up for, or repeated. */
  readonly retries: number
  /** Whether all that failed was the teardown behind it. */
  readonly isTeardown: boolean
}

/** Counts a test for the suite it stands in. */
export function addTest(
  counts: SuiteCounts,
  { status, bad, retries, isTeardown }: CountedTest,
): void {
  const failed = status === 'failed' ? 1 : 0
  const skipped = status === 'skipped' || status === 'todo' ? 1 : 0
  counts.tests += 1
  counts.tries += 1 + retries
  counts.children += 1
  counts.failed += failed
  counts.failedChildren += failed
  counts.failedTries += bad + retries
  counts.failedElements += bad
  counts.skipped += skipped
  counts.skippedChildren += skipped
  counts.teardowns += isTeardown && bad === 1 ? 1 : 0
}

/** Counts a suite for the one around it. */
export function addSuite(outer: SuiteCounts, inner: SuiteCounts): void {
  outer.tests += inner.tests
  outer.tries += inner.tries
  outer.children += 1
  outer.failed += inner.failed
  outer.failedChildren += inner.failed > 0 ? 1 : 0
  outer.failedTries += inner.failedTries
  outer.failedElements += inner.failedElements
  outer.skipped += inner.skipped
  outer.teardowns += inner.teardowns
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
  const { tests, tries, children, teardowns } = counts
  return (
    compare('tests', stated('tests'), [tests, tries, children, tests + teardowns], line) ??
    compare(
      'failures and errors',
      bad,
      [counts.failed, counts.failedElements, counts.failedTries, counts.failedChildren],
      line,
    ) ??
    checkErrorsAlone(failures, errors, counts, line) ??
    compare('skipped', stated('skipped'), [counts.skipped, counts.skippedChildren], line)
  )
}

/** Where only errors are stated, there may be failures beside them, but no fewer of both. */
function checkErrorsAlone(
  failures: number | undefined,
  errors: number | undefined,
  { failedTries }: SuiteCounts,
  line: number,
): Refusal | null {
  if (failures !== undefined || errors === undefined || errors <= failedTries) return null
  return refuse('inconsistent', `a suite states ${errors} errors and lists ${failedTries}`, line)
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
