import type { BareFinding } from '../finding.ts'
import { showName } from '../text/names.ts'
import { looksAlike } from './nearest-names.ts'
import type { ReportProblem } from './report.ts'
import type { Sighting } from './sightings.ts'

/**
 * The findings of acceptance criteria, as data. Test names and sources are an attacker's text: they
 * are cut, and what nobody could see in them is spelled out. `test` is the name as the plan has it;
 * the judge adds whose criterion it is.
 */

/** More than these are counted, not listed. */
const MAX_LISTED = 10
const MAX_SHOWN_LENGTH = 300

/** Nobody could say how any test ended. */
export function noReports(): BareFinding {
  return { rule: 'acceptance/no-results', level: 'deny', evidence: { cause: 'no report' } }
}

/** A report that meets no criterion, by what is wrong with it. */
export function findProblem({ code, detail, line, source }: ReportProblem): BareFinding {
  const evidence = {
    report: show(source),
    cause: code,
    detail: line === null ? detail : `line ${line}: ${detail}`,
  }
  return { rule: ruleFor(code), level: 'deny', evidence }
}

function ruleFor(code: ReportProblem['code']): string {
  if (code === 'no-tests') return 'acceptance/no-results'
  return code === 'run-failed' ? 'acceptance/failed' : 'acceptance/malformed'
}

/** No report has the test. Names that only look like it never count, and are shown apart. */
export function findMissing(test: string, nearest: readonly string[]): BareFinding {
  const alike = nearest.filter((name) => looksAlike(test, name))
  return {
    rule: 'acceptance/missing-test',
    level: 'deny',
    evidence: {
      test: show(test),
      cause: alike.length > 0 ? 'only a look-alike' : 'not in any report',
      nearest: (alike.length > 0 ? alike : nearest).map(show),
    },
  }
}

/**
 * A name that means more than one result: `ambiguous`, the end of several tests' names; `repeated`,
 * a test that one report lists more than once.
 */
export function findDuplicate(
  test: string,
  cause: 'ambiguous' | 'repeated',
  seen: readonly Sighting[],
): BareFinding {
  return {
    rule: 'acceptance/duplicate',
    level: 'deny',
    evidence: { ...describe(test, seen), cause },
  }
}

/** A test that did not pass somewhere; `causes` are the statuses it had there. */
export function findBadTest(
  rule: 'acceptance/failed' | 'acceptance/skipped' | 'acceptance/always-green',
  test: string,
  seen: readonly Sighting[],
): BareFinding {
  const causes = sortedSet(seen.map(({ status }) => status))
  return { rule, level: 'deny', evidence: { ...describe(test, seen), causes } }
}

function describe(test: string, seen: readonly Sighting[]) {
  const tests = sortedSet(seen.map(({ name }) => name))
  const reports = sortedSet(seen.map(({ source }) => source))
  return {
    test: show(test),
    tests: tests.slice(0, MAX_LISTED).map(show),
    test_count: tests.length,
    reports: reports.slice(0, MAX_LISTED).map(show),
  }
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function show(text: string): string {
  const shown = showName(text.slice(0, MAX_SHOWN_LENGTH))
  return text.length > MAX_SHOWN_LENGTH ? `${shown}…` : shown
}
