import * as v from 'valibot'
import type { PlainMap } from '../parsing/plain-map.ts'
import type { TestStatus } from './report.ts'
import { collectTests, finishReading, type Reading, readDuration, refuse } from './report.ts'
import { COUNT, checkTotals, describeIssue } from './totals.ts'

/**
 * CTRF, the Common Test Report Format (ctrf.io, schema 0.0.0 and 1.0.0). `suite` is a list of
 * ancestors; reporters of the earlier schema write one text, which is then one ancestor.
 */

const TEST = v.object({
  name: v.string(),
  status: v.string(),
  rawStatus: v.optional(v.unknown()),
  suite: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
  duration: v.optional(v.unknown()),
  filePath: v.optional(v.unknown()),
  flaky: v.optional(v.nullable(v.boolean())),
  retries: v.optional(v.nullable(COUNT)),
  retryAttempts: v.optional(v.nullable(v.array(v.unknown()))),
})

const REPORT = v.object({
  results: v.object({
    summary: v.object({
      tests: COUNT,
      passed: COUNT,
      failed: COUNT,
      pending: COUNT,
      skipped: COUNT,
      other: COUNT,
      flaky: v.optional(v.nullable(COUNT)),
    }),
    tests: v.array(TEST),
  }),
})

type CtrfTest = v.InferOutput<typeof TEST>

/** Reads a CTRF report. Every refusal is a value; nothing throws. */
export function readCtrf(document: PlainMap): Reading {
  const parsed = v.safeParse(REPORT, document, { abortEarly: true })
  if (!parsed.success) return refuse('malformed', describeIssue(parsed.issues[0]))
  const { tests, summary } = parsed.output.results
  const check = (status: (test: CtrfTest) => unknown) =>
    checkTotals({
      tests: [summary.tests, tests.length],
      ...countStatuses(summary, tests.map(status)),
      flaky: [summary.flaky ?? undefined, tests.filter(wasRetried).length],
    })
  const refusal = check(({ status }) => status)
  const isSound = refusal === null || check(countedStatus) === null
  return isSound ? collect(tests) : refusal
}

/** Playwright's reporter lists a known failure as passed and counts it as failed. */
function countedStatus(test: CtrfTest): unknown {
  return isKnownFailure(test) ? test.rawStatus : test.status
}

/** Listed as passed, and by what the runner said of it failed, as it was expected to. */
function isKnownFailure({ status, rawStatus }: CtrfTest): boolean {
  return status === 'passed' && rawStatus === 'failed'
}

const STATUSES = ['passed', 'failed', 'pending', 'skipped', 'other'] as const

function countStatuses(
  summary: Readonly<Record<(typeof STATUSES)[number], number>>,
  listed: readonly unknown[],
) {
  const count = (status: string) => listed.filter((it) => it === status).length
  return Object.fromEntries(STATUSES.map((it) => [it, [summary[it], count(it)] as const]))
}

function collect(tests: readonly CtrfTest[]): Reading {
  const collector = collectTests()
  for (const test of tests) {
    const refusal = collector.add([...ancestorsOf(test), test.name], {
      status: statusOf(test),
      file: typeof test.filePath === 'string' ? test.filePath : null,
      durationMs: readDuration(test.duration),
      attempts: 1 + Math.max(test.retries ?? 0, test.retryAttempts?.length ?? 0),
    })
    if (refusal !== null) return refusal
  }
  return finishReading('ctrf', collector.tests)
}

function ancestorsOf({ suite }: CtrfTest): readonly string[] {
  return typeof suite === 'string' ? [suite] : (suite ?? [])
}

function statusOf(test: CtrfTest): TestStatus {
  if (isKnownFailure(test)) return 'todo'
  if (test.status === 'passed') return wasRetried(test) ? 'flaky' : 'passed'
  if (test.status === 'failed') return 'failed'
  if (test.rawStatus === 'todo') return 'todo'
  return test.status === 'skipped' || test.status === 'pending' ? 'skipped' : 'unknown'
}

function wasRetried({ flaky, retries, retryAttempts }: CtrfTest): boolean {
  return flaky === true || (retries ?? 0) > 0 || (retryAttempts?.length ?? 0) > 0
}
