import { KNOWN_AGENTS } from '../agent.ts'
import type { Evidence } from '../evidence.ts'
import type { Policy } from '../policy/policy.ts'
import { toSecond } from '../time.ts'
import type { Bench } from './bench.ts'
import { isAmong } from './roster.ts'
import { findLiveLabel, findStanding } from './standing.ts'

/** An emergency override, in force or attempted; null when the label is not there. */
export type Override =
  | (OverrideLabel & { readonly ok: true; readonly reason: string })
  | (OverrideLabel & { readonly ok: false; readonly cause: string })
  | null

/** Who applied the label, and when by the server's clock. */
interface OverrideLabel {
  readonly actor: string
  readonly at: string
}

const MAX_REASON = 500

/**
 * Judges the override label: applied by one of the people the policy names, for exactly this head and
 * this work, with a reason in a comment of theirs after the last push.
 */
export function judgeOverride(
  override: Policy['override'],
  evidence: Evidence,
  bench: Bench,
): Override {
  if (override === null) return null
  const label = findLiveLabel(
    evidence.facts ?? [],
    override.label,
    evidence.local ? null : evidence.labels,
  )
  if (label === null) return null
  const { actor, at } = label
  const refuse = (cause: string) => ({ ok: false as const, actor, at, cause })
  if (label.actor_type !== 'User' || label.actor === '' || label.via_app !== null) {
    return refuse('the label was not applied by a person')
  }
  if (isAmong(label.actor, [...KNOWN_AGENTS.authors, ...bench.agents])) {
    return refuse(`${label.actor} is a coding agent`)
  }
  const isNamed = override.approvers.some((owner) => bench.roster(label.actor, owner) === true)
  if (!isNamed) return refuse(`${label.actor} is not among ${override.approvers.join(', ')}`)
  if (findStanding(label, evidence, false) !== 'fresh') {
    return refuse('the label was applied before the last change of the head or the base')
  }
  if (bench.isForOtherWork(label)) {
    return refuse('the label was applied for another plan, or for another diff onto the base')
  }
  const reason = findReason(label.actor, evidence)
  if (reason === '' && override.reason_required) {
    return refuse(`${label.actor} has given no reason in an unedited comment after the last push`)
  }
  return { ok: true, actor, at, reason }
}

/** The latest comment by the person since the head last moved; a bare command is no reason. */
function findReason(actor: string, { facts }: Evidence): string {
  const moves = (facts ?? [])
    .filter((fact) => fact.kind === 'push')
    .map((fact) => toSecond(fact.at))
  const lastMove = Math.max(Number.NEGATIVE_INFINITY, ...moves)
  const comments = (facts ?? []).flatMap((fact) =>
    fact.kind === 'comment' &&
    fact.actor.toLowerCase() === actor.toLowerCase() &&
    fact.actor_type === 'User' &&
    toSecond(fact.at) > lastMove
      ? [fact.text.trim()]
      : [],
  )
  return (comments.filter((text) => text !== '' && !text.startsWith('/')).at(-1) ?? '').slice(
    0,
    MAX_REASON,
  )
}
