import type { Conclusion } from '../../engine/decision.ts'

/** What many decision records come to. It is what `report --format json` prints, so it only grows. */
export interface History {
  readonly version: 1
  /** What was asked for, and the first and last time that was found. */
  readonly period: {
    readonly since: string | null
    readonly until: string | null
    readonly first: string | null
    readonly last: string | null
  }
  /** Filters that were set, by name. */
  readonly filters: Readonly<Record<string, string>>
  /** Records counted; one that lies there twice counts once. */
  readonly decisions: number
  readonly duplicates: number
  /** Records that say no time, because an older version wrote them: counted, but on no timeline. */
  readonly undated: number
  /** Records that a filter or the period left out. */
  readonly left_out: number
  /** Files that are no record, or no longer one. Whatever they say is missing from every number here. */
  readonly unreadable: readonly Unreadable[]
  /** Of them, how many are counted but not listed. */
  readonly unreadable_more: number
  readonly verdicts: Verdicts
  /** Blocked decisions in a hundred of those that judged anything; null when none did. */
  readonly block_rate: number | null
  /** By their latest decision. */
  readonly pull_requests: { readonly total: number } & Verdicts
  readonly timeline: Timeline
  readonly rules: Ranking<RuleCount>
  readonly approvals: Latency
  readonly repositories: Ranking<NamedCount>
  readonly authors: Ranking<NamedCount>
  readonly plans: Ranking<NamedCount>
}

export interface Unreadable {
  readonly file: string
  readonly why: string
}

export type Verdicts = Readonly<Record<Conclusion, number>>

export interface Timeline {
  readonly unit: Unit
  readonly buckets: readonly Bucket[]
}

export type Unit = 'day' | 'week' | 'month' | 'year'

/** Decisions of one day, week, month or year, in UTC. `start` is its first day. */
export type Bucket = { readonly start: string } & Verdicts

/** The most frequent of something; `more` are those that are not listed. */
export interface Ranking<T> {
  readonly top: readonly T[]
  readonly more: number
}

export interface RuleCount {
  readonly rule: string
  /** Findings that block, or would if the policy were enforced. */
  readonly findings: number
  readonly decisions: number
}

export interface NamedCount {
  readonly name: string
  readonly decisions: number
  readonly blocked: number
}

/** How long signatures took, from the moment the head came to where it is; server times. */
export interface Latency {
  readonly signatures: number
  /** Given for an earlier head, and carried over to an identical change: nobody had to wait. */
  readonly carried_over: number
  /** Signatures whose wait nobody can tell, because a time is missing. */
  readonly unknown: number
  /** Seconds; null without a signature. */
  readonly median: number | null
  readonly ninetieth: number | null
  readonly longest: number | null
  readonly waits: readonly Wait[]
}

/** Signatures that took less than `below` seconds, and not less than the one before; null: any longer time. */
export interface Wait {
  readonly below: number | null
  readonly signatures: number
}

/** The order in which verdicts are told. */
export const CONCLUSIONS: readonly Conclusion[] = ['pass', 'block', 'override', 'not-applicable']

export function makeVerdicts(): Record<Conclusion, number> {
  return { pass: 0, block: 0, override: 0, 'not-applicable': 0 }
}

/** Blocked ones in a hundred of those that judged anything, to one decimal place. */
export function rateBlocks(verdicts: Verdicts): number | null {
  const judged = verdicts.pass + verdicts.block + verdicts.override
  return judged === 0 ? null : Math.round((verdicts.block / judged) * 1000) / 10
}
