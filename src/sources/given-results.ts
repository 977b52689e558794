import type { ResultsReading } from '../engine/evidence.ts'

/** Test results that an earlier step of the same trusted job left in files. */
export interface GivenResults {
  readonly readings: readonly ResultsReading[]
  /** Whether the event that started the job was about this head commit: only that can have been tested. */
  isOf(headSha: string): boolean
}
