import type { RecordProblem } from './record.ts'

/** What is wrong with a chain, and where. */

export type ChainRule =
  | 'audit/malformed'
  | 'audit/record-hash'
  | 'audit/broken-link'
  | 'audit/sequence'
  | 'audit/truncated'
  | 'audit/secret'

/** The end of a sentence; a closed list, so that nothing from a chain is in it. */
export type DefectCause =
  | RecordProblem
  | 'it is not canonical JSON of a record and its hash'
  | 'it is empty'
  | 'it begins with a byte order mark'
  | 'it ends with a carriage return'
  | 'it is longer than 16 MiB'
  | 'it belongs to another chain'
  | 'it is more than a reader keeps'
  | 'its hash is another one'
  | 'it does not link to the record before'
  | 'it does not link to its genesis'
  | 'its number does not follow'
  | 'it is older than the record before'
  | 'the chain does not begin with session_start'
  | 'the session starts again'
  | 'the session had ended'
  | 'its intent is not open'
  | 'its intent has another tool_use_id'
  | 'the file is empty'
  | 'the last line has no line feed'
  | 'the session has no end'
  | `it is ${string}`

export interface Defect {
  readonly rule: ChainRule
  /** From 1. */
  readonly line: number
  readonly cause: DefectCause
}

/** Defects listed one by one; the rest are counted, because an attacker chooses how many there are. */
export const MAX_DEFECTS = 1000

export interface Defects {
  readonly listed: Defect[]
  hidden: number
}

export function makeDefects(): Defects {
  return { listed: [], hidden: 0 }
}

export function addDefect(
  defects: Defects,
  rule: ChainRule,
  line: number,
  cause: DefectCause,
): void {
  if (defects.listed.length < MAX_DEFECTS) defects.listed.push({ rule, line, cause })
  else defects.hidden += 1
}
