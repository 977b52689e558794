import { countOf } from '../case.ts'
import type { PlainMap } from '../parsing/plain-map.ts'
import { parseStrictJson } from '../parsing/strict-json.ts'
import {
  collectTests,
  finishReading,
  MAX_DEPTH,
  MAX_NAME_LENGTH,
  type Reading,
  type Refusal,
  readDuration,
  refuse,
  type TestStatus,
} from './report.ts'
import { worstOf } from './worst-status.ts'

/**
 * `go test -json` (`go doc test2json`): one event per line. Every test that runs and every package
 * has to come to its end; there are no totals to compare with.
 */

const ENDS: ReadonlyMap<unknown, TestStatus> = new Map([
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['skip', 'skipped'],
])

interface GoTest {
  readonly package: string
  readonly test: string
  status: TestStatus
  readonly durationMs: number | null
}

interface GoRun {
  /** Every end of a test, in order: with `-count=2` a test ends twice. */
  readonly ended: GoTest[]
  /** Tests that have started and not ended, as `package › test`. */
  readonly running: Set<string>
  /** Packages whose tests did not run: what is told is how they once ended. */
  readonly cached: Set<string>
  /** How each package ended; null while it has not. */
  readonly packages: Map<string, TestStatus | null>
}

/** Reads the events of a go test run. Every refusal is a value; nothing throws. */
export function readGo(text: string): Reading {
  if (!text.endsWith('\n')) return refuse('truncated', 'its last line is not complete')
  const run: GoRun = { ended: [], running: new Set(), cached: new Set(), packages: new Map() }
  let line = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    line += 1
    const refusal = readLine(run, text.slice(start, end).trimEnd(), line)
    if (refusal !== null) return refusal
    start = end + 1
  }
  return checkRun(run) ?? collect(run.ended.map((test) => asRun(run, test)))
}

function readLine(run: GoRun, text: string, line: number): Refusal | null {
  if (text === '') return null
  const parsed = parseStrictJson(text, line)
  if (!parsed.ok) return { ...parsed, line }
  return readEvent(run, parsed.value, line)
}

function readEvent(run: GoRun, event: PlainMap, line: number): Refusal | null {
  const { Action: action, Package: name, Test: test } = event
  if (action === 'build-output') return null
  if (action === 'build-fail') return refuse('run-failed', 'a package does not build', line)
  if (typeof action !== 'string' || typeof name !== 'string') {
    return refuse('malformed', 'an event without "Action" or "Package"', line)
  }
  if (test !== undefined && typeof test !== 'string') {
    return refuse('malformed', 'an event whose "Test" is not text', line)
  }
  if (test === undefined && isCached(event)) run.cached.add(name)
  if (test === undefined) return endPackage(run, name, ENDS.get(action), line)
  if (test.length > MAX_NAME_LENGTH || test.split('/', MAX_DEPTH + 1).length > MAX_DEPTH) {
    return refuse('too-large', 'a name is longer, or has more parts, than is read', line)
  }
  if (!run.packages.has(name)) run.packages.set(name, null)
  noteTest(run, name, test, event)
  return null
}

/** go's own line about a package whose results it took from its cache. */
function isCached({ Action: action, Output: output }: PlainMap): boolean {
  return action === 'output' && typeof output === 'string' && /^ok\s+\S+\s+\(cached\)/.test(output)
}

function endPackage(
  { packages }: GoRun,
  name: string,
  end: TestStatus | undefined,
  line: number,
): Refusal | null {
  if (packages.get(name) != null && end !== undefined) {
    return refuse('inconsistent', 'a package ends twice', line)
  }
  if (end !== undefined || !packages.has(name)) packages.set(name, end ?? null)
  return null
}

function noteTest(run: GoRun, name: string, test: string, event: PlainMap): void {
  const key = keyOf(name, test)
  const status = ENDS.get(event.Action)
  if (event.Action === 'run') run.running.add(key)
  if (status === undefined) return
  run.running.delete(key)
  run.ended.push({ package: name, test, status, durationMs: readDuration(event.Elapsed, 1000) })
}

function keyOf(name: string, test: string): string {
  return JSON.stringify([name, test])
}

/** A test that passed some other time was not run this time. */
function asRun({ cached }: GoRun, test: GoTest): GoTest {
  return cached.has(test.package) && test.status === 'passed'
    ? { ...test, status: 'skipped' }
    : test
}

/** Whether everything that started ended, and every package ended as its tests did. */
function checkRun({ ended, running, packages }: GoRun): Refusal | null {
  if (running.size > 0) {
    return refuse('truncated', `${countOf(running.size, 'test')} started and never ended`)
  }
  const failed = new Set(ended.filter((it) => it.status === 'failed').map((it) => it.package))
  for (const [name, end] of packages) {
    if (end === null) return refuse('truncated', 'a package has no result')
    if (end !== 'failed' && failed.has(name)) {
      return refuse('inconsistent', 'a package passed although a test of it failed')
    }
    if (end === 'failed' && !failed.has(name)) {
      return refuse('run-failed', 'a package failed outside its tests')
    }
  }
  return checkParents(ended)
}

/** A test is as good as the worst of its subtests, and may not have passed where one failed. */
function checkParents(ended: readonly GoTest[]): Refusal | null {
  const around: GoTest[] = []
  for (const test of sortByName(ended)) {
    while (!isBelow(test, around.at(-1))) around.pop()
    if (test.status === 'failed' && around.some((parent) => parent.status === 'passed')) {
      return refuse('inconsistent', 'a test passed although a subtest of it failed')
    }
    for (const parent of around) parent.status = worstOf(parent.status, test.status)
    around.push(test)
  }
  return null
}

/**
 * In an order in which every test stands right before its subtests. Names are long and nested as an
 * attacker likes: looking up each parent of each test by its name would take many times the bytes.
 */
function sortByName(tests: readonly GoTest[]): GoTest[] {
  const keyed = tests.map((it) => ({ test: it, key: it.test.replaceAll('/', '\0') }))
  keyed.sort((a, b) => compare(a.test.package, b.test.package) || compare(a.key, b.key))
  return keyed.map(({ test }) => test)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Whether it is a subtest; everything is below nothing. A subtest's own name may have slashes too. */
function isBelow(test: GoTest, parent: GoTest | undefined): boolean {
  if (parent === undefined) return true
  const isWithin = test.package === parent.package && test.test[parent.test.length] === '/'
  return isWithin && test.test.startsWith(parent.test)
}

function collect(ended: readonly GoTest[]): Reading {
  const collector = collectTests()
  for (const it of ended) {
    const refusal = collector.add([it.package, it.test], {
      status: it.status,
      file: null,
      durationMs: it.durationMs,
      attempts: 1,
    })
    if (refusal !== null) return refusal
  }
  return finishReading('go', collector.tests)
}
