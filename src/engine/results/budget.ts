import { MAX_ALL_NAMES, type Reading, refuse, type TestOutcome } from './report.ts'

/**
 * What all reports of a decision may still hold together. A run may leave any number of reports, each
 * within its own limits; their tests are all kept until the criteria are judged.
 */
export interface ReportBudget {
  /** Of the reports as they were written. */
  bytes: number
  tests: number
  /** Of all full names and names of files, in UTF-16 code units. */
  nameCharacters: number
}

const TOTALS = { bytes: 256 * 1024 * 1024, tests: 500_000, nameCharacters: MAX_ALL_NAMES } as const

/** A budget that nothing has been spent of: 256 MiB, 500,000 tests, 64 Mi characters of names. */
export function openBudget(): ReportBudget {
  return { ...TOTALS }
}

/**
 * Spends a report's bytes, has it read, and spends what it lists. Once a budget is overdrawn it stays
 * so, whatever the size of the next report: which ones are read must not depend on what fits.
 */
export function readWithin(budget: ReportBudget, bytes: number, read: () => Reading): Reading {
  budget.bytes -= bytes
  if (isOverdrawn(budget)) return overdrawn()
  const reading = read()
  if (!reading.ok) return reading
  budget.tests -= reading.tests.length
  budget.nameCharacters -= countCharacters(reading.tests)
  return isOverdrawn(budget) ? overdrawn() : reading
}

/** Names of files are kept once in each report. */
function countCharacters(tests: readonly TestOutcome[]): number {
  const files = new Set(tests.map(({ file }) => file ?? ''))
  return [...files, ...tests.map(({ name }) => name)].reduce((sum, it) => sum + it.length, 0)
}

function isOverdrawn({ bytes, tests, nameCharacters }: ReportBudget): boolean {
  return Math.min(bytes, tests, nameCharacters) < 0
}

function overdrawn(): Reading {
  const { bytes, tests, nameCharacters } = TOTALS
  const most = `${bytes} bytes, ${tests} tests, or ${nameCharacters} characters of names`
  return refuse('too-large', `all reports together hold more than ${most}`)
}
