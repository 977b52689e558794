import { OVERRIDE_PREFIX } from '../../engine/approvals/describe-signatures.ts'
import type { DecisionRecord } from '../../engine/decision-schema.ts'
import type { Latency, Wait } from './history.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Where one length of waiting ends and the next begins, in seconds. */
const BOUNDS = [15 * MINUTE, HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY] as const

/** Signatures by who gave them when for which head; the value is how long that took. */
export type Waits = Map<string, Waited>

type Waited = number | 'carried' | 'unknown'

/**
 * Notes the signatures of one record. The gate judges a head many times, and every record tells of the same
 * signatures again: each counts once, as the record says that knows most of it, in whatever order they come.
 * Those of an override are no approval.
 */
export function noteSignatures(waits: Waits, record: DecisionRecord): void {
  const { repository, pull_request, head_sha } = record.subject
  for (const { actor, at, counted, why } of record.approvals) {
    if (!counted || why.startsWith(OVERRIDE_PREFIX)) continue
    const key = JSON.stringify([repository, pull_request, at === null ? head_sha : at, actor])
    waits.set(key, preferKnown(waits.get(key), measure(at, record.head_at)))
  }
}

/** A signature for one head is carried over to later ones; how long it took is said by the first alone. */
function preferKnown(one: Waited | undefined, other: Waited): Waited {
  if (one === undefined || one === 'unknown') return other
  if (typeof one === 'number' && typeof other === 'number') return Math.min(one, other)
  return typeof other === 'number' ? other : one
}

function measure(at: string | null, headAt: string | null): Waited {
  if (at === null || headAt === null) return 'unknown'
  const seconds = Math.round((Date.parse(at) - Date.parse(headAt)) / 1000)
  return seconds < 0 ? 'carried' : seconds
}

/** What the waits come to. */
export function summariseWaits(waits: Waits): Latency {
  const values = [...waits.values()]
  const known = values.filter((it) => typeof it === 'number').sort((a, b) => a - b)
  return {
    signatures: values.length,
    carried_over: values.filter((it) => it === 'carried').length,
    unknown: values.filter((it) => it === 'unknown').length,
    median: rankOf(known, 0.5),
    ninetieth: rankOf(known, 0.9),
    longest: known.at(-1) ?? null,
    waits: countWaits(known),
  }
}

/** The nearest rank: a wait that somebody really had. */
function rankOf(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

function countWaits(sorted: readonly number[]): readonly Wait[] {
  const bounds = [...BOUNDS, null]
  let from = 0
  return bounds.map((below) => {
    const next = below === null ? -1 : sorted.findIndex((wait) => wait >= below)
    const end = next < 0 ? sorted.length : next
    const signatures = end - from
    from = end
    return { below, signatures }
  })
}
