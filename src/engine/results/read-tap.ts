import {
  collectTests,
  finishReading,
  MAX_DEPTH,
  MAX_TESTS,
  type Reading,
  type Refusal,
  refuse,
  type TestOutcome,
  type TestStatus,
} from './report.ts'
import { parseTapLine, type TapPoint } from './tap-line.ts'
import { worstOf } from './worst-status.ts'

/**
 * TAP 13 and 14 (testanything.org). Subtests are indented by four spaces and come before the test
 * point that sums them up, whose description is their ancestor. Lines that are no TAP are what the
 * tests printed and are passed over: numbers and plan show when one of them was taken for TAP.
 */

const INDENT = 4

/** A test point with what ran below it. */
interface TapTest {
  readonly point: TapPoint
  readonly children: readonly TapTest[]
  readonly line: number
  readonly status: TestStatus
}

/** The points of one document: the report itself, or the subtests of one test. */
interface Level {
  readonly tests: TapTest[]
  /** The stated number of tests; null until there is a plan. */
  plan: number | null
  /** The plan came after the first point, so no point may follow it. */
  isClosed: boolean
}

interface Document {
  readonly levels: Level[]
  /** Test points at all levels so far. */
  points: number
  /** While in a YAML block: the line that ends it. */
  yamlEnd: string | null
}

/** Reads a TAP document. Every refusal is a value; nothing throws. */
export function readTap(text: string): Reading {
  if (!text.endsWith('\n')) return refuse('truncated', 'its last line is not complete')
  const document: Document = { levels: [openLevel()], points: 0, yamlEnd: null }
  let number = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    number += 1
    const refusal = readLine(document, text.slice(start, end).replace(/\r$/, ''), number)
    if (refusal !== null) return refusal
    start = end + 1
  }
  return checkEnd(document) ?? collect(document.levels[0]?.tests ?? [])
}

function openLevel(): Level {
  return { tests: [], plan: null, isClosed: false }
}

function readLine(document: Document, text: string, number: number): Refusal | null {
  if (document.yamlEnd !== null) {
    if (text === document.yamlEnd) document.yamlEnd = null
    return null
  }
  const line = parseTapLine(text)
  switch (line.kind) {
    case 'other':
      return null
    case 'yaml':
      return openYaml(document, line.indent)
    case 'bail-out':
      return refuse('run-failed', 'the run bailed out', number)
    case 'version':
      return number === 1 || isEmpty(document)
        ? null
        : refuse('malformed', 'a second document follows the first', number)
    case 'buffered':
      return refuse('forbidden', 'subtests in braces are not read', number)
    default:
      document.points += line.kind === 'point' ? 1 : 0
      if (document.points > MAX_TESTS) {
        return refuse('too-large', `it lists more than ${MAX_TESTS} tests`, number)
      }
      return enterLevel(document, line.indent, number) ?? addToLevel(document, line, number)
  }
}

function isEmpty({ levels }: Document): boolean {
  return levels.length === 1 && levels[0]?.tests.length === 0 && levels[0].plan === null
}

/** A block belongs to the point just before it and is indented by two more. */
function openYaml(document: Document, indent: number): null {
  const isExpected = indent === (document.levels.length - 1) * INDENT + 2
  if (isExpected && document.levels.at(-1)?.tests.length !== 0) {
    document.yamlEnd = `${' '.repeat(indent)}...`
  }
  return null
}

/** Opens the level of a deeper line. Going back up is for the point that closes the level. */
function enterLevel({ levels }: Document, indent: number, line: number): Refusal | null {
  const depth = indent / INDENT
  if (depth <= levels.length - 1) return null
  if (depth > MAX_DEPTH) return refuse('too-large', `more than ${MAX_DEPTH} levels`, line)
  if (depth > levels.length) return refuse('malformed', 'a subtest without its test', line)
  levels.push(openLevel())
  return null
}

type CountedLine = Extract<ReturnType<typeof parseTapLine>, { kind: 'plan' | 'point' }>

function addToLevel({ levels }: Document, line: CountedLine, number: number): Refusal | null {
  const depth = line.indent / INDENT
  if (levels.length - 1 > depth + 1) {
    return refuse('malformed', 'subtests end without their test', number)
  }
  const children = levels.length - 1 > depth ? levels.pop() : undefined
  const level = levels[depth]
  if (level === undefined) return refuse('malformed', 'a line at no level', number)
  if (line.kind === 'plan') {
    return children === undefined
      ? setPlan(level, line.count, number)
      : refuse('malformed', 'subtests end without their test', number)
  }
  return (children && checkLevel(children, number)) ?? addPoint(level, line, children, number)
}

function setPlan(level: Level, count: number, line: number): Refusal | null {
  if (level.plan !== null) return refuse('malformed', 'a second plan', line)
  level.plan = count
  level.isClosed = level.tests.length > 0
  return null
}

function checkLevel({ plan, tests }: Level, line: number | null): Refusal | null {
  if (plan === null) return refuse('truncated', 'there is no plan', line)
  return plan === tests.length
    ? null
    : refuse('inconsistent', `it plans ${plan} tests and lists ${tests.length}`, line)
}

function addPoint(
  level: Level,
  point: TapPoint,
  below: Level | undefined,
  line: number,
): Refusal | null {
  if (level.isClosed) return refuse('malformed', 'a test after the plan that ends the list', line)
  if (point.id !== null && point.id !== level.tests.length + 1) {
    return refuse(
      'inconsistent',
      `test ${point.id} stands where ${level.tests.length + 1} should`,
      line,
    )
  }
  const children = below?.tests ?? []
  if (point.status === 'passed' && children.some((child) => child.status === 'failed')) {
    return refuse('inconsistent', 'a test passed although a subtest of it failed', line)
  }
  const own =
    below !== undefined && children.length === 0 ? worstOf(point.status, 'skipped') : point.status
  const status = children.reduce((worst, child) => worstOf(worst, child.status), own)
  level.tests.push({ point, children, line, status })
  return null
}

function checkEnd({ levels, yamlEnd }: Document): Refusal | null {
  if (yamlEnd !== null) return refuse('truncated', 'it ends within a YAML block')
  if (levels.length > 1) return refuse('truncated', 'it ends within subtests')
  return levels[0] === undefined ? null : checkLevel(levels[0], null)
}

function collect(tests: readonly TapTest[]): Reading {
  const collector = collectTests()
  const visit = (test: TapTest, ancestors: readonly string[]): Refusal | null => {
    const parts = [...ancestors, test.point.description]
    for (const child of test.children) {
      const refusal = visit(child, parts)
      if (refusal !== null) return refusal
    }
    return collector.add(parts, outcomeOf(test), test.line)
  }
  for (const test of tests) {
    const refusal = visit(test, [])
    if (refusal !== null) return refusal
  }
  return finishReading('tap', collector.tests)
}

function outcomeOf({ point, status }: TapTest): Omit<TestOutcome, 'name'> {
  return { status, file: null, durationMs: point.durationMs, attempts: 1 }
}
