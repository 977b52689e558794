import type { PlanFile, SourceFile } from '../engine/evidence.ts'

/**
 * What a person at a command line puts in the place of what the protected branch says. The gate itself
 * never has one, and a decision names what was put there.
 */
export interface TryOut {
  readonly policy: SourceFile | null
  readonly plan: RequestedPlan | null
}

/** A plan asked for by name. */
export interface RequestedPlan {
  /** Its path on the base, or that of the local file. */
  readonly path: string
  /** The local file of that name, where there is one. */
  readonly file: PlanFile | null
}
