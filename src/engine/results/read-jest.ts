import * as v from 'valibot'
import type { PlainMap } from '../parsing/plain-map.ts'
import {
  collectTests,
  finishReading,
  type Reading,
  type Refusal,
  readDuration,
  refuse,
  type TestStatus,
} from './report.ts'
import { COUNT, checkTotals, describeIssue } from './totals.ts'

/**
 * What `jest --json` and vitest's `json` reporter write: nearly the same. A test's ancestors are the
 * `describe` blocks around it.
 */

const TEST = v.object({
  ancestorTitles: v.array(v.string()),
  title: v.string(),
  status: v.string(),
  duration: v.optional(v.unknown()),
  invocations: v.optional(v.nullable(COUNT)),
  retryReasons: v.optional(v.nullable(v.array(v.unknown()))),
  failureMessages: v.optional(v.nullable(v.array(v.unknown()))),
  failing: v.optional(v.unknown()),
})

const SUITE = v.object({
  name: v.string(),
  status: v.string(),
  testExecError: v.optional(v.unknown()),
  assertionResults: v.array(TEST),
})

const REPORT = v.object({
  success: v.boolean(),
  wasInterrupted: v.optional(v.boolean()),
  numTotalTests: COUNT,
  numPassedTests: COUNT,
  numFailedTests: COUNT,
  numPendingTests: COUNT,
  numTodoTests: COUNT,
  numRuntimeErrorTestSuites: v.optional(COUNT),
  testResults: v.array(SUITE),
})

type JestReport = v.InferOutput<typeof REPORT>
type JestSuite = v.InferOutput<typeof SUITE>
type JestTest = v.InferOutput<typeof TEST>

/** Reads a jest or vitest report. Every refusal is a value; nothing throws. */
export function readJest(document: PlainMap, format: 'jest' | 'vitest'): Reading {
  const parsed = v.safeParse(REPORT, document, { abortEarly: true })
  if (!parsed.success) return refuse('malformed', describeIssue(parsed.issues[0]))
  return checkReport(parsed.output) ?? collect(parsed.output, format)
}

function checkReport(report: JestReport): Refusal | null {
  const tests = report.testResults.flatMap((suite) => suite.assertionResults)
  const count = (wanted: TestStatus) =>
    tests.filter((test) => STATUSES.get(test.status) === wanted).length
  return (
    checkTotals({
      numTotalTests: [report.numTotalTests, tests.length],
      numPassedTests: [report.numPassedTests, count('passed')],
      numFailedTests: [report.numFailedTests, count('failed')],
      numPendingTests: [report.numPendingTests, count('skipped')],
      numTodoTests: [report.numTodoTests, count('todo')],
    }) ??
    report.testResults.map(checkSuite).find((refusal) => refusal !== null) ??
    checkVerdict(report, count('failed') > 0)
  )
}

/** A file that failed without a failing test did not run as it should: its tests may be missing. */
function checkSuite(suite: JestSuite): Refusal | null {
  const hasFailure = suite.assertionResults.some((test) => test.status === 'failed')
  if (suite.testExecError != null || (suite.status === 'failed' && !hasFailure)) {
    return refuse('run-failed', 'a test file failed outside its tests')
  }
  return hasFailure && suite.status !== 'failed'
    ? refuse('inconsistent', `a test failed in a file marked as "${suite.status.slice(0, 20)}"`)
    : null
}

function checkVerdict(report: JestReport, hasFailure: boolean): Refusal | null {
  if (report.wasInterrupted === true) return refuse('run-failed', 'the run was interrupted')
  if (report.success && hasFailure) {
    return refuse('inconsistent', 'it says that the run succeeded, and a test failed')
  }
  const failedOutside = (report.numRuntimeErrorTestSuites ?? 0) > 0
  return failedOutside || (!report.success && !hasFailure)
    ? refuse('run-failed', 'the run failed outside its tests')
    : null
}

function collect(report: JestReport, format: 'jest' | 'vitest'): Reading {
  const collector = collectTests()
  for (const suite of report.testResults) {
    for (const test of suite.assertionResults) {
      const refusal = collector.add([...test.ancestorTitles, test.title], {
        status: statusOf(test),
        file: suite.name,
        durationMs: readDuration(test.duration),
        attempts: Math.max(1, test.invocations ?? 1, 1 + (test.retryReasons?.length ?? 0)),
      })
      if (refusal !== null) return refusal
    }
  }
  return finishReading(format, collector.tests)
}

const STATUSES: ReadonlyMap<string, TestStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  ['disabled', 'skipped'],
  ['todo', 'todo'],
])

/** jest calls it passed when `it.failing` fails, as was to be expected: a known failure is no pass. */
function statusOf(test: JestTest): TestStatus {
  const status = STATUSES.get(test.status) ?? 'unknown'
  if (status !== 'passed') return status
  if (test.failing != null && test.failing !== false) return 'todo'
  return wasRetried(test) ? 'flaky' : status
}

/** vitest says so only by keeping what made the earlier tries fail. */
function wasRetried({ invocations, retryReasons, failureMessages }: JestTest): boolean {
  return (
    (invocations ?? 1) > 1 || (retryReasons?.length ?? 0) > 0 || (failureMessages?.length ?? 0) > 0
  )
}
