import { openBudget } from '../../../src/engine/results/budget.ts'
import { readReport } from '../../../src/engine/results/read-report.ts'
import {
  isReportProblem,
  type ReportProblem,
  type TestReport,
} from '../../../src/engine/results/report.ts'

/** Small reports in every format, as their runners write them, for tests to bend. */

export function read(text: string, source = 'report'): TestReport | ReportProblem {
  return readReport(new TextEncoder().encode(text), source, openBudget())
}

/** `passed a › b`, or `!code` for a report that cannot be used. */
export function summarise(text: string): string[] {
  const reading = read(text)
  if (isReportProblem(reading)) return [`!${reading.code}`]
  return reading.tests.map(({ status, name }) => `${status} ${name}`)
}

export const JUNIT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="0" errors="0">
  <testsuite name="webhooks" tests="2" failures="0" errors="0" skipped="0">
    <testcase classname="retry" name="retries three times" time="0.01"/>
    <testcase classname="retry" name="backs off" time="0.02"></testcase>
  </testsuite>
</testsuites>
`

interface JestOptions {
  readonly tests?: readonly Record<string, unknown>[]
  readonly suite?: Record<string, unknown>
  readonly top?: Record<string, unknown>
}

export function jestTest(title: string, rest: Record<string, unknown> = {}) {
  return { ancestorTitles: ['retry'], title, status: 'passed', duration: 3, ...rest }
}

/** A jest report whose totals are right unless they are given. */
export function jest({ tests = [jestTest('a')], suite, top }: JestOptions = {}): string {
  const count = (...statuses: string[]) =>
    tests.filter(({ status }) => statuses.includes(String(status))).length
  const failed = count('failed')
  return JSON.stringify({
    numTotalTests: tests.length,
    numPassedTests: count('passed'),
    numFailedTests: failed,
    numPendingTests: count('pending', 'skipped', 'disabled'),
    numTodoTests: count('todo'),
    numRuntimeErrorTestSuites: 0,
    success: failed === 0,
    wasInterrupted: false,
    testResults: [
      {
        name: '/project/a.test.js',
        status: failed > 0 ? 'failed' : 'passed',
        assertionResults: tests,
        ...suite,
      },
    ],
    ...top,
  })
}

/** A CTRF report whose summary is right unless it is given. */
export function ctrf(
  tests: readonly Record<string, unknown>[],
  summary: Record<string, unknown> = {},
): string {
  const count = (status: string) => tests.filter((test) => test.status === status).length
  return JSON.stringify({
    results: {
      tool: { name: 'some-runner' },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        pending: count('pending'),
        skipped: count('skipped'),
        other: count('other'),
        start: 0,
        stop: 1,
        ...summary,
      },
      tests,
    },
  })
}

export const TAP = `TAP version 14
# Subtest: retry
    ok 1 - retries three times
      ---
      duration_ms: 1
      ...
    ok 2 - backs off
    1..2
ok 1 - retry
ok 2 - at the top
1..2
`

/** Events of one package, each `action test`, or an action alone for the package. */
export function go(...events: readonly string[]): string {
  return events
    .map((event) => {
      const [action, test] = event.split(' ')
      return `${JSON.stringify({ Action: action, Package: 'acme/shop', ...(test && { Test: test }) })}\n`
    })
    .join('')
}

export const GO = go('start', 'run TestA', 'output TestA', 'pass TestA', 'output', 'pass')
