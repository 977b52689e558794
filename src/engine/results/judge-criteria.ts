import type { BareFinding } from '../finding.ts'
import type { Criterion } from '../plan/plan.ts'
import {
  findBadTest,
  findDuplicate,
  findMissing,
  findProblem,
  noReports,
} from './criteria-findings.ts'
import { matchNames, type NameMatch } from './match-names.ts'
import { type FindNearest, openNearest } from './nearest-names.ts'
import { isReportProblem, type ReportProblem, type TestReport, type TestStatus } from './report.ts'
import { gatherSightings, listNames, namesMeant, type Sighting } from './sightings.ts'

/**
 * Whether a plan's criteria are met by test reports (docs/acceptance.md). The plan is what a person
 * approved; every report comes from a run over the agent's code. So only `passed` counts, everywhere
 * and once in each report, and what cannot be read meets nothing.
 */

/** How one name of a criterion fared. */
export interface TestVerdict {
  /** As the plan has it: a full name, the end of one, or a glob. */
  readonly test: string
  readonly isMet: boolean
  /** The full names it stands for. */
  readonly matched: readonly string[]
  readonly findings: readonly BareFinding[]
}

export interface CriterionVerdict {
  readonly criterion: string
  readonly isMet: boolean
  readonly tests: readonly TestVerdict[]
}

export interface CriteriaJudgement {
  /** Criteria that name tests, in the plan's order. */
  readonly verdicts: readonly CriterionVerdict[]
  /** Everything that keeps a criterion from being met; empty exactly when all are. */
  readonly findings: readonly BareFinding[]
}

/**
 * Judges the criteria that name tests; those for people only are not looked at. One report that
 * cannot be used keeps all of them from being met: it may hold a failure.
 */
export function judgeCriteria(
  criteria: readonly Criterion[],
  readings: readonly (TestReport | ReportProblem)[],
): CriteriaJudgement {
  const tested = criteria.filter((criterion) => criterion.tests.length > 0)
  if (tested.length === 0) return { verdicts: [], findings: [] }
  const reports = readings.filter((it): it is TestReport => !isReportProblem(it))
  const problems = readings.filter(isReportProblem)
  const general = readings.length === 0 ? [noReports()] : problems.map(findProblem)
  const mayHideTests = problems.some(({ code }) => code !== 'no-tests')
  const judge = reports.length === 0 ? null : openJudge(tested, reports, mayHideTests)
  const verdicts = tested.map((criterion) => judgeCriterion(criterion, judge, general.length === 0))
  const findings = verdicts.flatMap(({ tests }) => tests.flatMap((test) => test.findings))
  return { verdicts, findings: [...general, ...findings] }
}

type JudgeTest = (wanted: string) => TestVerdict

function judgeCriterion(
  { id, tests }: Criterion,
  judge: JudgeTest | null,
  areReportsSound: boolean,
): CriterionVerdict {
  const verdicts = tests.map((test) => attribute(judge?.(test) ?? unjudged(test), id))
  return {
    criterion: id,
    isMet: areReportsSound && verdicts.every((verdict) => verdict.isMet),
    tests: verdicts,
  }
}

/** Says in every finding whose test it is about. */
function attribute(verdict: TestVerdict, criterion: string): TestVerdict {
  const findings = verdict.findings.map((finding) => ({
    ...finding,
    evidence: { ...finding.evidence, criterion },
  }))
  return { ...verdict, findings }
}

function unjudged(test: string): TestVerdict {
  return { test, isMet: false, matched: [], findings: [] }
}

/**
 * Each wanted name is judged once, in however many criteria it stands. A test that is in none of the
 * reports is not called missing while one that cannot be used may hold it: that one is told already.
 */
function openJudge(
  criteria: readonly Criterion[],
  reports: readonly TestReport[],
  mayHideTests: boolean,
): JudgeTest {
  const names = listNames(reports)
  const matches = matchNames(
    criteria.flatMap((criterion) => criterion.tests),
    names,
  )
  const sightings = gatherSightings(matches.values(), reports)
  const nearest = limitCalls(openNearest(names))
  const verdicts = [...matches.values()].map((match) =>
    mayHideTests && !isSeen(match, sightings)
      ? unjudged(match.wanted)
      : judgeTest(match, sightings, nearest),
  )
  const byTest = new Map(verdicts.map((verdict) => [verdict.test, verdict]))
  return (test) => byTest.get(test) ?? unjudged(test)
}

function isSeen(match: NameMatch, sightings: ReadonlyMap<string, readonly Sighting[]>): boolean {
  return namesMeant(match).some((name) => sightings.has(name))
}

/** A plan may name thousands of tests that are not there; similar names are looked up for the first few. */
const MAX_LOOKUPS = 20

function limitCalls(find: FindNearest): FindNearest {
  let left = MAX_LOOKUPS
  return (wanted) => {
    left -= 1
    return left < 0 ? [] : find(wanted)
  }
}

function judgeTest(
  match: NameMatch,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  nearest: FindNearest,
): TestVerdict {
  const test = match.wanted
  const matched = namesMeant(match)
  const seen = matched.flatMap((name) => sightings.get(name) ?? [])
  const findings =
    seen.length === 0
      ? [findMissing(test, nearest(test))]
      : [
          ...findAmbiguous(match, seen),
          ...findRepeated(test, seen),
          ...findBad(test, [...seen, ...findShadowed(match, sightings)]),
        ]
  return { test, isMet: findings.length === 0, matched, findings }
}

/** The end of two full names means neither. */
function findAmbiguous(match: NameMatch, seen: readonly Sighting[]): BareFinding[] {
  const isAmbiguous = !match.isGlob && namesMeant(match).length > 1
  return isAmbiguous ? [findDuplicate(match.wanted, 'ambiguous', seen)] : []
}

function findRepeated(test: string, seen: readonly Sighting[]): BareFinding[] {
  const met = new Set<string>()
  const repeated = seen.filter(({ name, report }) => {
    const key = `${report} ${name}`
    const isRepeated = met.has(key)
    met.add(key)
    return isRepeated
  })
  return repeated.length === 0 ? [] : [findDuplicate(test, 'repeated', repeated)]
}

/**
 * Tests that did not pass and whose name ends like one that is named exactly. An agent could
 * otherwise hide the test that fails, or is skipped, behind a new one that carries the plan's words
 * as its whole name.
 */
function findShadowed(
  match: NameMatch,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
): readonly Sighting[] {
  if (match.exact === null) return []
  const others = match.others.flatMap((name) => sightings.get(name) ?? [])
  return others.filter(({ status }) => status !== 'passed')
}

function findBad(test: string, seen: readonly Sighting[]): BareFinding[] {
  const skipped = seen.filter(({ status }) => isSkip(status))
  const failed = seen.filter(({ status }) => status !== 'passed' && !isSkip(status))
  return [
    ...(failed.length === 0 ? [] : [findBadTest('acceptance/failed', test, failed)]),
    ...(skipped.length === 0 ? [] : [findBadTest('acceptance/skipped', test, skipped)]),
  ]
}

function isSkip(status: TestStatus): boolean {
  return status === 'skipped' || status === 'todo'
}
