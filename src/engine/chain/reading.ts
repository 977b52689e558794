import type { RuledAction } from './actions.ts'
import type { Defect } from './defects.ts'
import type { FinalFile, Genesis } from './format.ts'
import type { DeniedAction, DoneAnyway } from './refusals.ts'

/** What a chain says, and what is wrong with it. Texts and paths are the recorder's, so possibly an attacker's. */
export interface ChainReading {
  /** From the options, or from the first record. */
  readonly id: string | null
  readonly genesis: Genesis | null
  /** The last `record_hash` as stored. */
  readonly head: string | null
  /** Lines that could be read as records. */
  readonly records: number
  /** Whether the last record is session_end, or a checkpoint with `files`, and its line is whole. */
  readonly complete: boolean
  /** In the order of their lines; at most `MAX_DEFECTS`. */
  readonly defects: readonly Defect[]
  /** How many more there are. */
  readonly hidden: number
  /** By path: the last blob recorded by a result (null: deleted), when (ISO 8601), on which line. */
  readonly blobs: ReadonlyMap<string, ChainBlob>
  /** By path: the final state, from the last record if it carries `files`. */
  readonly files: ReadonlyMap<string, FinalFile> | null
  /** Refused actions that a result shows as done. */
  readonly doneAnyway: readonly DoneAnyway[]
  /** Those that no later result does. */
  readonly refused: readonly DeniedAction[]
  /** Rules that asked about or refused what a result shows as done, the first action of each. */
  readonly ruled: readonly RuledAction[]
  /** The distinct `rules.policy_sha256`, sorted. */
  readonly policies: readonly string[]
  readonly agents: readonly string[]
  readonly models: readonly string[]
  readonly sessions: readonly string[]
  /** The lines of intents without a result. */
  readonly gaps: readonly number[]
  /** Time of the first and of the last record (ISO 8601); null without any. */
  readonly first: string | null
  readonly last: string | null
}

export interface ChainBlob {
  readonly blob: string | null
  readonly at: string
  readonly line: number
}

/**
 * Whether a chain is whole as far as it goes and only has no end: its session is still running, or
 * whoever brought it took the end away. Good enough to be read, never to be relied on.
 */
export function isOnlyUnfinished({ defects, hidden }: ChainReading): boolean {
  const [first] = defects
  return defects.length + hidden === 1 && first?.cause === 'the session has no end'
}
