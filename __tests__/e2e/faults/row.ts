import type { KindName } from './kinds.ts'
import type { SceneName } from './scenes.ts'

/**
 * What becomes of the verdict when one of the action's requests fails for good: a row for each request that it
 * can make and each use it makes of the answer. `docs/faults.md` is made from it.
 */
export interface Row {
  /** Method and path as GitHub documents them, with what tells two uses of one endpoint apart. */
  readonly request: string
  /** The one of several such requests that fails, where the others are answered with an error anyway. */
  readonly only?: string
  /** What the action needs it for. */
  readonly use: string
  readonly scene: SceneName
  readonly fails: Outcome
  /** Where a fault means something else than the others do. */
  readonly but?: Exceptions
  /** Whether asking twice does no harm, so that it is tried again; by default reads, not writes. */
  readonly repeatable?: boolean
  /** What comes need not be JSON: any bytes are an answer, as long as they are whole. */
  readonly bytes?: true
}

export type Exceptions = Partial<Readonly<Record<KindName, Outcome>>>

export type Outcome =
  /** A finding blocks, and says these words. */
  | { readonly becomes: 'block'; readonly rule: string; readonly words: string }
  /** As without the fault. `warns`: what log and summary say could not be done, and why. */
  | {
      readonly becomes: 'same'
      readonly warns?: string
      readonly cause?: string
      readonly fails?: true
    }
  /** No verdict is reached: the step fails, and its log says these words. */
  | { readonly becomes: 'nothing'; readonly words: string }

/** As without the fault. */
export const SAME: Outcome = { becomes: 'same' }

/** What a write comes to that is not done: words of log and summary. */
export const warns = (words: string): Outcome => ({ becomes: 'same', warns: words })

/** One outcome for several kinds of faults. */
export const each = (kinds: readonly KindName[], outcome: Outcome): Exceptions =>
  Object.fromEntries(kinds.map((kind) => [kind, outcome]))

export const REPO = '/repos/{owner}/{repo}'
export const PULL = `${REPO}/pulls/7`
export const ISSUE = `${REPO}/issues`
