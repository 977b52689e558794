import type { Fault } from '../../support/github/faults.ts'

/** The ways in which one answer of GitHub goes wrong. */
export interface Kind {
  readonly name: string
  readonly respond: Fault
  readonly headers?: Readonly<Record<string, string>>
  /** Why a read failed, as its finding says it; null: nothing failed. */
  readonly read: string | null
  /** Why a write failed, as log and summary say it. */
  readonly write: string | null
  /** What is tried again after it: everything, what does no harm when it is done twice, or nothing. */
  readonly retried: 'everything' | 'repeatable' | 'nothing'
  /** Milliseconds that are waited before each further try. */
  readonly waits: readonly number[]
}

const SHORT = [500, 1000]
const STRANGE = 'GitHub answered in a form that is not documented'
const FORBIDDEN = 'GitHub answered 403 (the token may not read it, or a rate limit is used up)'
const NO_WRITE = 'the token lacks write permission, or GitHub refused for now (403)'
const UNANSWERED = 'the request failed (network, timeout or unreadable answer)'

export const KINDS = {
  limited: {
    name: 'a secondary rate limit (403 with `retry-after`)',
    respond: 'secondary-limit',
    headers: { 'retry-after': '7' },
    read: FORBIDDEN,
    write: NO_WRITE,
    retried: 'everything',
    waits: [7000, 7000],
  },
  forbidden: {
    name: '403',
    respond: 403,
    read: FORBIDDEN,
    write: NO_WRITE,
    retried: 'nothing',
    waits: [],
  },
  missing: {
    name: '404',
    respond: 404,
    read: 'GitHub answered 404 (it does not exist, or the token may not see it)',
    write: 'the token lacks write permission, or GitHub refused for now (404)',
    retried: 'nothing',
    waits: [],
  },
  conflict: {
    name: '409',
    respond: 409,
    read: 'GitHub answered 409',
    write: 'GitHub answered 409',
    retried: 'nothing',
    waits: [],
  },
  refused: {
    name: '422',
    respond: 422,
    read: 'GitHub answered 422',
    write: 'GitHub rejected the content (422)',
    retried: 'nothing',
    waits: [],
  },
  broken: {
    name: '502',
    respond: 502,
    read: 'GitHub answered 502 (its own error)',
    write: 'GitHub failed (502)',
    retried: 'repeatable',
    waits: SHORT,
  },
  silent: {
    name: 'no answer in time',
    respond: 'hang',
    read: UNANSWERED,
    write: 'GitHub could not be reached',
    retried: 'repeatable',
    waits: SHORT,
  },
  stalled: {
    name: 'half an answer, and no more in time',
    respond: 'stall',
    read: UNANSWERED,
    write: 'GitHub could not be reached',
    retried: 'repeatable',
    waits: SHORT,
  },
  cut: {
    name: 'half an answer, and the connection breaks',
    respond: 'truncated-body',
    read: UNANSWERED,
    write: STRANGE,
    retried: 'repeatable',
    waits: SHORT,
  },
  strange: {
    name: 'JSON of another shape',
    respond: 'wrong-json',
    read: STRANGE,
    write: STRANGE,
    retried: 'nothing',
    waits: [],
  },
  page: {
    name: 'a page instead of JSON',
    respond: 'not-json',
    read: STRANGE,
    write: STRANGE,
    retried: 'repeatable',
    waits: SHORT,
  },
  slow: {
    name: 'a slow answer, whole in the end',
    respond: 'slow',
    read: null,
    write: null,
    retried: 'nothing',
    waits: [],
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS

export const KIND_NAMES = Object.keys(KINDS) as KindName[]

/** The kinds in which an answer came, and not in the right form. */
export const FORMLESS = ['cut', 'strange', 'page'] as const satisfies KindName[]
