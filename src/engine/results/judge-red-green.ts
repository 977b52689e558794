import type { BareFinding } from '../finding.ts'
import type { Criterion } from '../plan/plan.ts'
import { findBadTest } from './criteria-findings.ts'
import { matchNames } from './match-names.ts'
import { isReportProblem, type ReportProblem, type TestReport } from './report.ts'
import { gatherSightings, listNames, namesMeant, type Sighting } from './sightings.ts'

/**
 * Whether the criteria's tests were red before they were green. A test that passes without the change
 * says nothing about it. One that is missing, skipped or failing on the base was red.
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
  const before = base.filter((it): it is TestReport => !isReportProblem(it))
  if (before.length === 0 || before.length < base.length) return [noBaseReport(base)]
  const after = head.filter((it): it is TestReport => !isReportProblem(it))
  const wanted = tested.flatMap((criterion) => criterion.tests)
  const matches = matchNames(wanted, listNames([...after, ...before]))
  const sightings = gatherSightings(matches.values(), before)
  return tested.flatMap((criterion) =>
    criterion.tests.flatMap((test) => {
      const seen = namesMeant(matches.get(test) ?? null).map((name) => sightings.get(name) ?? [])
      return seen.length > 0 && seen.every(wasGreen)
        ? [findBadTest('acceptance/always-green', { criterion: criterion.id, test }, seen.flat())]
        : []
    }),
  )
}

/** Passed at least once and never anything else; a test that passed when tried again was green too. */
function wasGreen(sightings: readonly Sighting[]): boolean {
  return (
    sightings.length > 0 &&
    sightings.every(({ status }) => status === 'passed' || status === 'flaky')
  )
}

function noBaseReport(base: readonly (TestReport | ReportProblem)[]): BareFinding {
  const detail = base.find(isReportProblem)?.detail
  return {
    rule: 'acceptance/no-base-report',
    level: 'deny',
    evidence: { cause: detail ?? 'there is none' },
  }
}
