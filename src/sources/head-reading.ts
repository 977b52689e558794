import { findApprovingReviews } from '../engine/approvals/signatures.ts'
import { findLiveLabel } from '../engine/approvals/standing.ts'
import { effectivePatch } from '../engine/digest.ts'
import type {
  ApprovalFact,
  ChangedFile,
  HeadReading,
  LabelFact,
  MoveFact,
  ReviewFact,
  TreeEntry,
} from '../engine/evidence.ts'
import { isKeptEvidencePath } from '../engine/evidence-files.ts'
import { hashCanonical } from '../engine/hash.ts'

/** What is read of past heads, so that an approval of one of them may hold for another. */

/** A change as far as trees tell it. */
export type EntryChange = Pick<ChangedFile, 'path' | 'previousPath' | 'before' | 'after'>

/** Heads besides the present one; each is some requests, and who pushes often is asked again. */
const MAX_PAST_HEADS = 4
const PLAN_ENTRY = /^\.countersign\/plans\/[^/]+$/

/** Whether a path is one of a plan: they are compared by themselves, not as part of the patch. */
function isPlanEntry(path: string): boolean {
  return PLAN_ENTRY.test(path)
}

/**
 * What a head holds: its changes, and apart from them what may be evidence, which accompanies a
 * change. Whether it is can be told of the present head only, so it is kept, not dropped. A link or
 * an executable in an evidence file's place is an ordinary change.
 */
export function describeHead(changes: Iterable<EntryChange>): HeadReading {
  // Renames are taken apart first, or a file could vanish behind an evidence file's name.
  const all = [...changes].flatMap(splitRename)
  const ordinary = all.filter((change) => !mayBeEvidence(change))
  const beside = all.filter(mayBeEvidence)
  return {
    patch: hashCanonical(effectivePatch(ordinary.map(asChangedFile))),
    plans: listBlobs(beside.filter(({ path }) => isPlanEntry(path))),
    audit: listBlobs(beside.filter(({ path }) => !isPlanEntry(path))),
  }
}

function listBlobs(changes: readonly EntryChange[]): Map<string, string> {
  return new Map(changes.map(({ path, after }) => [path, after?.blob ?? '']))
}

function splitRename(change: EntryChange): EntryChange[] {
  const { path, previousPath, before, after } = change
  if (previousPath === null) return [change]
  return [
    { path: previousPath, previousPath: null, before, after: null },
    { path, previousPath: null, before: null, after },
  ]
}

function mayBeEvidence({ path, before, after }: EntryChange): boolean {
  const isPlain = (entry: TreeEntry | null) => entry === null || entry.mode === '100644'
  const isItsPath = isKeptEvidencePath(path, null) || isPlanEntry(path)
  return isItsPath && isPlain(before) && isPlain(after)
}

/** A change of which nothing but names and entries was read. */
export function asChangedFile({ path, previousPath, before, after }: EntryChange): ChangedFile {
  return {
    path,
    previousPath,
    status: 'modified',
    before,
    after,
    added: 0,
    removed: 0,
    size: null,
    text: { before: [], after: [], opaque: null },
    content: null,
  }
}

export type SigningFact = LabelFact | ReviewFact

/**
 * The labels that are on the change and the reviews that approve it, as far as people gave them:
 * whatever could be a signature. `present` are the labels on it now, where that is known.
 */
export function findSigningFacts(
  facts: readonly ApprovalFact[],
  present: readonly string[] | null,
): SigningFact[] {
  const names = facts.flatMap((fact) => (fact.kind === 'label' ? [fact.name.toLowerCase()] : []))
  const labels = [...new Set(names)].flatMap((name) => findLiveLabel(facts, name, present) ?? [])
  const reviews = findApprovingReviews(facts)
  return [...labels.filter((label) => label.via_app === null), ...reviews].filter(isByPerson)
}

function isByPerson({ actor, actor_type }: SigningFact): boolean {
  return actor !== '' && actor_type === 'User'
}

/** Whether a signing fact is by somebody whom CODEOWNERS or the policy names as themselves. */
export type IsNamed = (fact: SigningFact) => boolean

/**
 * The past heads worth reading: those that approvals were given for, and those between which somebody
 * who approves moved the branch, for a move that changes nothing makes nobody a pusher. Anybody may
 * review, and few may label: what named owners and approvers gave comes first, then labels, then other
 * reviews, so that strangers crowd nobody out; of equals the newest first.
 */
export function listPastHeads(
  facts: readonly ApprovalFact[],
  signing: readonly SigningFact[],
  headSha: string,
  isNamed: IsNamed = () => false,
): string[] {
  const rankOf = (fact: SigningFact) => (isNamed(fact) ? 0 : fact.kind === 'label' ? 1 : 2)
  const marks = [0, 1, 2].flatMap((rank) => {
    const equals = signing.filter((fact) => rankOf(fact) === rank)
    return [...equals, ...findMovesBySigners(facts, equals)].toSorted(compareNewest)
  })
  const shas = marks.map((mark) => mark.head_sha)
  const past = [...new Set(shas)].filter((sha) => sha !== '' && sha !== headSha)
  return past.slice(0, MAX_PAST_HEADS)
}

function compareNewest(a: ApprovalFact, b: ApprovalFact): number {
  return Date.parse(b.at) - Date.parse(a.at)
}

/** Each such move with the one before it. Who made the first move is a pusher in any case. */
function findMovesBySigners(
  facts: readonly ApprovalFact[],
  signing: readonly SigningFact[],
): MoveFact[] {
  const signers = new Set(signing.map((fact) => fact.actor.toLowerCase()))
  const moves = facts.flatMap((fact) => (fact.kind === 'push' ? [fact] : []))
  const first = moves[0]?.actor.toLowerCase()
  return moves.flatMap((move, at) => {
    const actor = move.actor.toLowerCase()
    const before = moves[at - 1]
    return before !== undefined && actor !== first && signers.has(actor) ? [move, before] : []
  })
}
