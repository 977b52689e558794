/**
 * What a test report says, whatever wrote it. A report comes out of a run over the pull request's own
 * code: every name, status and total in it may be an attacker's, so what does not add up is refused.
 */

const FORMATS = ['junit', 'ctrf', 'tap', 'jest', 'vitest', 'go'] as const
export type ReportFormat = (typeof FORMATS)[number]

/**
 * `flaky` is a test that failed first and passed when it was tried again. Only `passed` is a pass;
 * whatever a reader does not know is `unknown`.
 */
export type TestStatus = 'passed' | 'failed' | 'skipped' | 'todo' | 'flaky' | 'unknown'

/** One test as one report lists it. Two entries of one name stay two outcomes. */
export interface TestOutcome {
  /** The ancestors and the title, joined by `SEPARATOR`. */
  readonly name: string
  readonly status: TestStatus
  /** The file as the runner wrote it, often a path on its machine. */
  readonly file: string | null
  /** Milliseconds. */
  readonly durationMs: number | null
  /** How often it was tried, from 1. */
  readonly attempts: number
}

export interface TestReport {
  readonly format: ReportFormat
  /** Where the report came from, as the caller names it: a path, or an artifact and a path in it. */
  readonly source: string
  readonly tests: readonly TestOutcome[]
}

/**
 * Why a report says nothing that can be relied on.
 * - `too-large`: more bytes, values, tests or characters than are read
 * - `encoding`: not UTF-8, or it says that it is something else
 * - `unknown-format`: none of the formats, or more than one
 * - `truncated`: it ends before it is complete
 * - `malformed`: not what its format allows
 * - `forbidden`: allowed by its format and refused here, such as a DOCTYPE
 * - `duplicate-key`: an object with two values for one key
 * - `inconsistent`: its totals or its verdict do not agree with its tests
 * - `run-failed`: the run failed outside its tests, so tests may be missing
 * - `no-tests`: it lists no test
 */
export type ProblemCode =
  | 'too-large'
  | 'encoding'
  | 'unknown-format'
  | 'truncated'
  | 'malformed'
  | 'forbidden'
  | 'duplicate-key'
  | 'inconsistent'
  | 'run-failed'
  | 'no-tests'

/** A report that cannot be used, as data. */
export interface ReportProblem {
  readonly code: ProblemCode
  /** What is wrong, in a few words that complete "the report … : ". */
  readonly detail: string
  /** The line it was seen at, from 1, when it is known. */
  readonly line: number | null
  readonly source: string
}

/** What a reader returns before anybody has said where the bytes came from. */
export type Reading =
  | { readonly ok: true; readonly format: ReportFormat; readonly tests: readonly TestOutcome[] }
  | Refusal

export interface Refusal {
  readonly ok: false
  readonly code: ProblemCode
  readonly detail: string
  readonly line: number | null
}

/** Between the parts of a name (docs/acceptance.md). */
export const SEPARATOR = ' › '

/** 32 MiB: also the most that the command line reads from a file. */
export const MAX_REPORT_BYTES = 32 * 1024 * 1024
export const MAX_TESTS = 200_000
/** Characters of one test's full name. */
export const MAX_NAME_LENGTH = 10_000
/** Characters of a file's name that are kept. */
const MAX_FILE_LENGTH = 500
/** Characters of all full names: nesting repeats a parent's name in every test below it. */
export const MAX_ALL_NAMES = 64 * 1024 * 1024
/** Levels of elements, values or subtests in one another. */
export const MAX_DEPTH = 64

export function refuse(code: ProblemCode, detail: string, line: number | null = null): Refusal {
  return { ok: false, code, detail, line }
}

export function isReportProblem(reading: TestReport | ReportProblem): reading is ReportProblem {
  return 'code' in reading
}

/** Ancestors and title as one name; empty parts say nothing and are left out. */
function joinName(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(SEPARATOR)
}

/** The tests of one report, within the limits. */
export interface Collector {
  readonly tests: readonly TestOutcome[]
  /** Adds one; the refusal when a limit is passed. */
  add(parts: readonly string[], rest: Omit<TestOutcome, 'name'>, line?: number): Refusal | null
}

/** An empty collector. The limits hold while it fills, so that no report can outgrow the memory. */
export function collectTests(): Collector {
  const tests: TestOutcome[] = []
  const files = new Map<string, string>()
  let characters = 0
  const keepFile = (file: string): string => {
    const kept = files.get(file) ?? detach(file.slice(0, MAX_FILE_LENGTH))
    if (!files.has(file)) characters += kept.length
    files.set(file, kept)
    return kept
  }
  return {
    tests,
    add(parts, { file, ...rest }, line) {
      const length = parts.reduce((sum, part) => sum + part.length + SEPARATOR.length, 0)
      characters += length
      if (length > MAX_NAME_LENGTH) {
        return refuse('too-large', `a name has more than ${MAX_NAME_LENGTH} characters`, line)
      }
      if (characters > MAX_ALL_NAMES || tests.length >= MAX_TESTS) {
        return refuse('too-large', `it lists more than ${MAX_TESTS} tests, or names too long`, line)
      }
      const name = detach(joinName(parts))
      tests.push({ name, file: file === null ? null : keepFile(file), ...rest })
      return null
    },
  }
}

/** A copy. Engines keep a whole text alive for a piece of it, and a report's text is large. */
function detach(text: string): string {
  return ` ${text}`.slice(1)
}

/** What a reader returns at its end: a report without tests is none. */
export function finishReading(format: ReportFormat, tests: readonly TestOutcome[]): Reading {
  return tests.length === 0 ? refuse('no-tests', 'it lists no test') : { ok: true, format, tests }
}

/** Milliseconds that a report may well have invented: nothing but a finite, positive number counts. */
export function readDuration(value: unknown, factor = 1): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return null
  return Math.round(number * factor * 1000) / 1000
}
