/**
 * What a check says about a pull request. Checks and sources make bare findings: data without
 * words. The engine adds the stable id, the wording and whether it blocks.
 */

/** `deny` always blocks; `approve` blocks until somebody entitled has signed; `warn` and `info` never do. */
export type Level = 'deny' | 'approve' | 'warn' | 'info'

/** The levels a policy rule may ask for. */
export type RuleDecision = 'deny' | 'approve' | 'warn'

/** Strictest first: the order in which findings are listed. */
export const LEVELS: readonly Level[] = ['deny', 'approve', 'warn', 'info']

/** Values that are stable between two runs on the same input; they are hashed into the finding's id. */
export type FindingEvidence = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>

/** A finding before wording: which rule, where, and the facts that explain it. */
export interface BareFinding {
  /** A name from the catalogue, such as `scope/outside-plan` or `pattern/drop-table`. */
  readonly rule: string
  readonly level: Level
  readonly path?: string
  /** Line at head, from 1. It may move when the file does, so it is not part of the id. */
  readonly line?: number
  readonly evidence?: FindingEvidence
  /** Facts for the words alone, which come and go while the finding stays the same: they are no part of its id. */
  readonly passing?: FindingEvidence
  /** The policy author's own words for the rule, from the base branch. */
  readonly reason?: string
  /** Who may settle an `approve` finding, as the policy names them; empty: the owners of the path. */
  readonly approvers?: readonly string[]
}

/** A finding as it stands in the decision record. */
export interface Finding {
  /** 16 hex digits of SHA-256 over rule, path and evidence. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly blocking: boolean
  /** Whether somebody entitled has signed for this `approve` finding. */
  readonly settled: boolean
  readonly path: string | null
  readonly line: number | null
  /** True where the path is not there at head: the file was deleted, or renamed from it. */
  readonly gone?: boolean
  readonly message: string
  readonly remedy: string
  readonly evidence: FindingEvidence
}
