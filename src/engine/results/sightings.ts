import type { NameMatch } from './match-names.ts'
import type { TestReport, TestStatus } from './report.ts'

/** One test as one of the reports lists it. */
export interface Sighting {
  readonly name: string
  readonly status: TestStatus
  /** Which of the reports, from 0. */
  readonly report: number
  readonly source: string
}

/** The distinct full names in all reports, sorted. */
export function listNames(reports: readonly TestReport[]): string[] {
  const names = new Set(reports.flatMap(({ tests }) => tests.map(({ name }) => name)))
  return [...names].sort()
}

/** Where each test that some wanted name stands for was seen. */
export function gatherSightings(
  matches: Iterable<NameMatch>,
  reports: readonly TestReport[],
): ReadonlyMap<string, readonly Sighting[]> {
  const sightings = new Map<string, Sighting[]>()
  for (const { exact, others } of matches) {
    for (const name of exact === null ? others : [exact, ...others]) sightings.set(name, [])
  }
  for (const [report, { source, tests }] of reports.entries()) {
    for (const { name, status } of tests) {
      sightings.get(name)?.push({ name, status, report, source })
    }
  }
  return sightings
}

/** The full names that have to pass. */
export function namesMeant(match: NameMatch): readonly string[] {
  return match.exact === null ? match.others : [match.exact]
}
