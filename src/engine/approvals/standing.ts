import type { ApprovalFact, Evidence, LabelFact } from '../evidence.ts'
import { toSecond } from '../time.ts'

/** What an approval was given for, seen from now. */
export type Standing =
  /** For exactly this head. */
  | 'fresh'
  /** For an earlier head with the same effective patch and plans. */
  | 'carried'
  /** For something else. */
  | 'stale'
  /** Given before the pull request's base was changed. */
  | 'retargeted'
  /** Nobody can say where the head stood. */
  | 'unknown'

/**
 * Finds out what an approval was given for: the place of the head ref at that moment by the server's
 * log, never a commit's date. In the same second as a move the order cannot be known, so it is stale.
 */
export function findStanding(
  fact: Pick<ApprovalFact, 'at' | 'head_sha'>,
  evidence: Evidence,
  mayCarry: boolean,
  proven: ReadonlySet<string> = new Set(),
): Standing {
  const facts = evidence.facts ?? []
  const at = toSecond(fact.at)
  const moves = facts.filter((other) => other.kind === 'push')
  if (facts.some((other) => other.kind === 'retargeted' && toSecond(other.at) >= at))
    return 'retargeted'
  if (moves.some((move) => toSecond(move.at) === at)) return 'stale'
  if (fact.head_sha === '') return 'unknown'
  if (fact.head_sha === evidence.headSha) return 'fresh'
  const isSame = isSameWork(evidence, fact.head_sha, evidence.headSha, proven)
  return mayCarry && isSame ? 'carried' : 'stale'
}

/**
 * Whether two heads hold the same work: the same effective patch, the same changes of plans, and beside
 * them only evidence files. Those in `proven` are chains and seals of the present head; anything else
 * in their folder counts as work.
 */
export function isSameWork(
  { heads }: Evidence,
  one: string,
  other: string,
  proven: ReadonlySet<string>,
): boolean {
  const then = heads.get(one)
  const now = heads.get(other)
  if (then === undefined || now === undefined || then.patch !== now.patch) return false
  const isSameAudit = changedBlobs(then.audit, now.audit).every((path) => proven.has(path))
  return isSameAudit && changedBlobs(then.plans, now.plans).length === 0
}

function changedBlobs(
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...then.keys(), ...now.keys()])].filter(
    (path) => then.get(path) !== now.get(path),
  )
}

/**
 * The last event of a label, when it is one of applying it. Names are compared as GitHub does,
 * ignoring case. `present` are the labels on the pull request now, where that is known: a label that
 * was deleted or renamed leaves no event behind.
 */
export function findLiveLabel(
  facts: readonly ApprovalFact[],
  name: string,
  present: readonly string[] | null,
): LabelFact | null {
  const wanted = name.toLowerCase()
  const events = facts.filter((fact) => fact.kind === 'label' && fact.name.toLowerCase() === wanted)
  const last = events.at(-1)
  if (last?.kind !== 'label' || last.removed) return null
  return present === null || present.some((label) => label.toLowerCase() === wanted) ? last : null
}
