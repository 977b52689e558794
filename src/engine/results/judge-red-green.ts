import type { BareFinding } from '../finding.ts'
import type { Criterion } from '../plan/plan.ts'
import { findBadTest } from './criteria-findings.ts'
import { matchNames, type NameMatch } from './match-names.ts'
import { isReportProblem, type ReportProblem, type TestReport } from './report.ts'
import { gatherSightings, listNames, namesMeant, type Sighting } from './sightings.ts'

/** What a run on the base may honestly come to: a new test's file does not load without the change. */
const RED_PROBLEMS: ReadonlySet<ReportProblem['code']> = new Set(['run-failed', 'no-tests'])

/**
 * Whether the criteria's tests were red before they were green. A test that passes without the change
 * says nothing about it. One that is missing, skipped or failing on the base was red, and so was one
 * whose run failed as a whole.
 * @param head the reports that the criteria are judged by; they say which tests a name stands for
 * @param base the reports of the same tests on the base commit
 */
export function judgeRedGreen(
  criteria: readonly Criterion[],
  head: readonly (TestReport | ReportProblem)[],
  base: readonly (TestReport | ReportProblem)[],
): BareFinding[] {
  const tested = criteria.filter((criterion) => criterion.tests.length > 0)
  if (tested.length === 0) return []
  const unusable = base.filter(isReportProblem).find(({ code }) => !RED_PROBLEMS.has(code))
  if (base.length === 0 || unusable !== undefined) return [noBaseReport(unusable)]
  const before = base.filter((it): it is TestReport => !isReportProblem(it))
  const after = head.filter((it): it is TestReport => !isReportProblem(it))
  const wanted = tested.flatMap((criterion) => criterion.tests)
  const matches = matchNames(wanted, listNames([...after, ...before]))
  const sightings = gatherSightings(matches.values(), before)
  const green = [...matches.values()].filter((match) => isGreen(match, sightings))
  const findings = new Map(green.map((match) => [match.wanted, findGreen(match, sightings)]))
  return tested.flatMap(({ id, tests }) =>
    tests.flatMap((test) => {
      const found = findings.get(test)
      return found === undefined
        ? []
        : [{ ...found, evidence: { ...found.evidence, criterion: id } }]
    }),
  )
}

type Sightings = ReadonlyMap<string, readonly Sighting[]>

/** Whether every test that the name stands for was green. */
function isGreen(match: NameMatch, sightings: Sightings): boolean {
  const names = namesMeant(match)
  return names.length > 0 && names.every((name) => wasGreen(sightings.get(name) ?? []))
}

function findGreen(match: NameMatch, sightings: Sightings): BareFinding {
  const seen = namesMeant(match).flatMap((name) => sightings.get(name) ?? [])
  return findBadTest('acceptance/always-green', match.wanted, seen)
}

/** Passed at least once and never anything else; a test that passed when tried again was green too. */
function wasGreen(sightings: readonly Sighting[]): boolean {
  return (
    sightings.length > 0 &&
    sightings.every(({ status }) => status === 'passed' || status === 'flaky')
  )
}

function noBaseReport(unusable: ReportProblem | undefined): BareFinding {
  return {
    rule: 'acceptance/no-base-report',
    level: 'deny',
    evidence: { cause: unusable?.detail ?? 'there is none' },
  }
}
