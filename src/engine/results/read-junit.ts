import { nameJUnitTest } from './junit-name.ts'
import { addSuite, addTest, checkSuiteTotals, noCounts, type SuiteCounts } from './junit-totals.ts'
import { parseXml } from './parse-xml.ts'
import {
  type Collector,
  collectTests,
  finishReading,
  MAX_NAME_LENGTH,
  type Reading,
  type Refusal,
  readDuration,
  refuse,
  type TestStatus,
} from './report.ts'
import { worstOf } from './worst-status.ts'

/** JUnit XML as Ant, Surefire, pytest, jest-junit, vitest, Playwright, gotestsum and Node write it. */

type Attributes = Readonly<Record<string, string>>

interface OpenSuite {
  /** Its name; a `testsuites` around suites has none that says anything about a test. */
  readonly name: string
  readonly attributes: Attributes
  readonly counts: SuiteCounts
  readonly line: number
}

interface OpenTest {
  readonly attributes: Attributes
  readonly line: number
  status: TestStatus
  /** Failed tries that a later one made up for, or repeated. */
  retries: number
  bad: number
  isTeardown: boolean
  /** Expected to fail, and failed: runners count it as passed. */
  isKnownFailure: boolean
}

interface JUnitState {
  readonly collector: Collector
  /** The names of all open elements. */
  readonly path: string[]
  readonly suites: OpenSuite[]
  test: OpenTest | null
  refusal: Refusal | null
  /** Failed tests, by the list and by what Node writes in a comment. */
  failed: number
  saidToFail: boolean
}

/** Reads a JUnit report. Every refusal is a value; nothing throws. */
export function readJUnit(text: string): Reading {
  const state: JUnitState = {
    collector: collectTests(),
    path: [],
    suites: [],
    test: null,
    refusal: null,
    failed: 0,
    saidToFail: false,
  }
  const refusal = parseXml(text, {
    open(name, attributes, line) {
      const found = state.refusal ?? openElement(state, name, attributes, line)
      state.path.push(name)
      return found
    },
    close(name) {
      state.path.pop()
      closeElement(state, name)
    },
    comment(words) {
      state.saidToFail ||= FAILURES_SAID.test(words)
    },
  })
  return (
    refusal ?? state.refusal ?? checkSaid(state) ?? finishReading('junit', state.collector.tests)
  )
}

/** `<!-- fail 2 -->`: Node lists no test that failed outside its subtests, and only counts it here. */
const FAILURES_SAID = /^ fail [1-9]\d* $/

function checkSaid({ saidToFail, failed }: JUnitState): Refusal | null {
  return saidToFail && failed === 0
    ? refuse('run-failed', 'a test that is not listed failed')
    : null
}

function openElement(
  state: JUnitState,
  name: string,
  attributes: Attributes,
  line: number,
): Refusal | null {
  const parent = state.path.at(-1)
  const isInSuite = parent === 'testsuites' || parent === 'testsuite'
  if (name === 'testsuites' || name === 'testsuite') {
    const isPlaced = parent === undefined || (isInSuite && name === 'testsuite')
    return isPlaced ? openSuite(state, name, attributes, line) : misplaced(name, line)
  }
  if (parent === undefined) return refuse('unknown-format', 'it is XML, but not JUnit', line)
  if (name === 'testcase') {
    return isInSuite ? openTest(state, attributes, line) : misplaced(name, line)
  }
  if (parent === 'testcase') noteResult(state.test, name, attributes)
  if (name === 'property' && state.path.at(-2) === 'testcase') noteProperty(state.test, attributes)
  const isSuiteFailure = isInSuite && (name === 'error' || name === 'failure')
  return isSuiteFailure ? refuse('run-failed', 'a suite failed outside its tests', line) : null
}

function misplaced(name: string, line: number): Refusal {
  return refuse('malformed', `a "${name}" element where none belongs`, line)
}

/** A suite's name may stand in the name of every test below it, so its length is limited here. */
function openSuite(
  state: JUnitState,
  element: string,
  attributes: Attributes,
  line: number,
): Refusal | null {
  const name = element === 'testsuite' ? (attributes.name ?? '') : ''
  state.suites.push({ name, attributes, line, counts: noCounts() })
  return name.length > MAX_NAME_LENGTH
    ? refuse('too-large', `a suite's name has more than ${MAX_NAME_LENGTH} characters`, line)
    : null
}

const NOTHING_NOTED = { retries: 0, bad: 0, isTeardown: false, isKnownFailure: false } as const

function openTest(state: JUnitState, attributes: Attributes, line: number): Refusal | null {
  if (attributes.name === undefined) return refuse('malformed', 'a "testcase" without a name', line)
  const status = readStatus(attributes)
  state.test = { attributes, line, status, ...NOTHING_NOTED }
  return null
}

const PASSING = new Set(['run', 'completed', 'passed', 'pass', 'success', 'ok'])
const SKIPPING = new Set(['notrun', 'skipped', 'disabled', 'suppressed', 'ignored', 'pending'])
const FAILING = new Set(['failed', 'fail', 'failure', 'error'])

/** GoogleTest, CTest and others say it in attributes, which the elements can only make worse. */
function readStatus({ status, result }: Attributes): TestStatus {
  return [status, result].reduce<TestStatus>((worst, value) => {
    const text = (value ?? 'passed').toLowerCase()
    if (PASSING.has(text)) return worst
    if (SKIPPING.has(text)) return worstOf(worst, 'skipped')
    return worstOf(worst, FAILING.has(text) ? 'failed' : 'unknown')
  }, 'passed')
}

/** How pytest begins to say that a test passed, and what cleans up behind it did not. */
const PYTEST_TEARDOWN = 'failed on teardown'

/** Elements that say nothing about the result. */
const NEUTRAL = new Set(['properties', 'system-out', 'system-err'])

/** Playwright passes `test.fail()` on as a property, and says nothing else of it. */
function noteProperty(test: OpenTest | null, { name }: Attributes): void {
  if (test !== null && name === 'fail') test.isKnownFailure = true
}

/** A result that is not known makes the test's status unknown: it may be a failure by another name. */
function noteResult(test: OpenTest | null, name: string, attributes: Attributes): void {
  if (test === null || NEUTRAL.has(name)) return
  if (name === 'failure' || name === 'error') test.bad += 1
  if (name === 'error' && attributes.message?.startsWith(PYTEST_TEARDOWN)) test.isTeardown = true
  if (/^(?:flaky|rerun)(?:Failure|Error)$/.test(name)) test.retries += 1
  test.status = worstOf(test.status, statusOfElement(name, attributes))
}

function statusOfElement(name: string, attributes: Attributes): TestStatus {
  switch (name) {
    case 'failure':
    case 'error':
      return 'failed'
    case 'skipped':
      return attributes.type === 'todo' ? 'todo' : 'skipped'
    case 'flakyFailure':
    case 'flakyError':
    case 'rerunFailure':
    case 'rerunError':
      return 'flaky'
    default:
      return 'unknown'
  }
}

function closeElement(state: JUnitState, name: string): void {
  if (state.refusal !== null) return
  if (name === 'testcase' && state.test !== null) state.refusal = closeTest(state, state.test)
  if (name === 'testsuite' || name === 'testsuites') state.refusal = closeSuite(state)
}

function closeTest(state: JUnitState, test: OpenTest): Refusal | null {
  state.test = null
  const { attributes, status } = test
  const counts = state.suites.at(-1)?.counts
  if (counts !== undefined) addTest(counts, test)
  if (status === 'failed') state.failed += 1
  const { name = '', classname } = attributes
  const around = state.suites.flatMap((suite) => suite.name || [])
  return state.collector.add(
    nameJUnitTest(name, classname, around),
    {
      status: test.isKnownFailure ? worstOf(status, 'todo') : status,
      file: attributes.file ?? state.suites.at(-1)?.attributes.file ?? null,
      durationMs: readDuration(attributes.time, 1000),
      attempts: 1 + test.retries,
    },
    test.line,
  )
}

function closeSuite({ suites }: JUnitState): Refusal | null {
  const suite = suites.pop()
  if (suite === undefined) return null
  const outer = suites.at(-1)?.counts
  if (outer !== undefined) addSuite(outer, suite.counts)
  return checkSuiteTotals(suite.attributes, suite.counts, suite.line)
}
