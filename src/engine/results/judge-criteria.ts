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
 * Whether a plan's criteria are met by test reports (contract: section 5). The plan is what a person
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
  const general =
    readings.length === 0 ? [noReports()] : readings.filter(isReportProblem).map(findProblem)
  const judge = reports.length === 0 ? null : openJudge(tested, reports)
  const verdicts = tested.map((criterion) => judgeCriterion(criterion, judge, general.length === 0))
  const findings = verdicts.flatMap(({ tests }) => tests.flatMap((test) => test.findings))
  return { verdicts, findings: [...general, ...findings] }
}

type JudgeTest = (criterion: string, wanted: string) => TestVerdict

function judgeCriterion(
  { id, tests }: Criterion,
  judge: JudgeTest | null,
  areReportsSound: boolean,
): CriterionVerdict {
  const verdicts = tests.map((test) => judge?.(id, test) ?? unjudged(test))
  return {
    criterion: id,
    isMet: areReportsSound && verdicts.every((verdict) => verdict.isMet),
    tests: verdicts,
  }
}

function unjudged(test: string): TestVerdict {
  return { test, isMet: false, matched: [], findings: [] }
}

function openJudge(criteria: readonly Criterion[], reports: readonly TestReport[]): JudgeTest {
  const names = listNames(reports)
  const wanted = criteria.flatMap((criterion) => criterion.tests)
  const matches = matchNames(wanted, names)
  const sightings = gatherSightings(matches.values(), reports)
  const nearest = limitCalls(openNearest(names))
  return (criterion, test) =>
    judgeTest(criterion, test, matches.get(test) ?? null, sightings, nearest)
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
  criterion: string,
  test: string,
  match: NameMatch | null,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  nearest: FindNearest,
): TestVerdict {
  const matched = namesMeant(match)
  const seen = matched.flatMap((name) => sightings.get(name) ?? [])
  const subject = { criterion, test }
  const findings =
    seen.length === 0
      ? [findMissing(subject, nearest(test))]
      : [
          ...findAmbiguous(subject, match, seen),
          ...findRepeated(subject, seen),
          ...findBad(subject, [...seen, ...findShadowed(match, sightings)]),
        ]
  return { test, isMet: findings.length === 0, matched, findings }
}

interface Subject {
  readonly criterion: string
  readonly test: string
}

/** The end of two full names means neither. */
function findAmbiguous(
  subject: Subject,
  match: NameMatch | null,
  seen: readonly Sighting[],
): BareFinding[] {
  const isAmbiguous = match !== null && !match.isGlob && namesMeant(match).length > 1
  return isAmbiguous ? [findDuplicate(subject, 'ambiguous', seen)] : []
}

function findRepeated(subject: Subject, seen: readonly Sighting[]): BareFinding[] {
  const met = new Set<string>()
  const repeated = seen.filter(({ name, report }) => {
    const key = `${report} ${name}`
    const isRepeated = met.has(key)
    met.add(key)
    return isRepeated
  })
  return repeated.length === 0 ? [] : [findDuplicate(subject, 'repeated', repeated)]
}

/**
 * Failures of tests whose name ends like one that is named exactly. An agent could otherwise hide the
 * failing test behind a new one that carries the plan's words as its whole name.
 */
function findShadowed(
  match: NameMatch | null,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
): readonly Sighting[] {
  if (match === null || match.exact === null) return []
  const others = match.others.flatMap((name) => sightings.get(name) ?? [])
  return others.filter(({ status }) => status === 'failed')
}

function findBad(subject: Subject, seen: readonly Sighting[]): BareFinding[] {
  const skipped = seen.filter(({ status }) => isSkip(status))
  const failed = seen.filter(({ status }) => status !== 'passed' && !isSkip(status))
  return [
    ...(failed.length === 0 ? [] : [findBadTest('acceptance/failed', subject, failed)]),
    ...(skipped.length === 0 ? [] : [findBadTest('acceptance/skipped', subject, skipped)]),
  ]
}

function isSkip(status: TestStatus): boolean {
  return status === 'skipped' || status === 'todo'
}
