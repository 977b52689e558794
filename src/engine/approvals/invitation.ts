import type { Evidence } from '../evidence.ts'
import type { FindingEvidence } from '../finding.ts'
import type { ApprovalsPolicy } from '../policy/policy.ts'
import { findDependence, type Participants } from './independence.ts'
import { namesToSignWith, type Signature } from './signatures.ts'
import { findLiveLabel } from './standing.ts'

/** Who of some owners can still sign, and how: what a finding needs to say the next step. */
export interface Invitation {
  /** Those who can, as the policy or CODEOWNERS names them; empty: nobody. */
  readonly able: readonly string[]
  /** People who had a part in the change. */
  readonly barred: readonly string[]
  /** Owners given by e-mail: no server fact ties an address to an account. */
  readonly unnamed: readonly string[]
  /** Labels that sign for one of those who can; empty: none can be applied. */
  readonly labels: readonly string[]
  /** Those of the labels that are on the pull request without counting: they have to come off first. */
  readonly worn: readonly string[]
  /** The signatures of the worn labels that were for an earlier state: the gate takes these off, where it may. */
  readonly outdated: readonly Signature[]
  /** Labels that GitHub refuses for their length. */
  readonly overlong: readonly string[]
  /** Whether an approving review signs too. */
  readonly reviews: boolean
}

export interface Invitations {
  readonly rules: ApprovalsPolicy
  readonly participants: Participants
  /** Logins of agents that the policy adds to the known ones. */
  readonly agents: readonly string[]
  /** The labels whose signatures count for somebody: taking one off would undo that. */
  readonly taken: readonly Signature[]
  /** The labels that were applied for an earlier state. */
  readonly outdated: readonly Signature[]
}

/** GitHub's limit for the name of a label, in characters. */
const MAX_LABEL = 50

/** Finds out who of these owners can sign for the change as it is, and how. */
export function inviteToSign(
  owners: readonly string[],
  evidence: Evidence,
  { rules, participants, agents, taken, outdated }: Invitations,
): Invitation {
  const unnamed = owners.filter((owner) => !owner.startsWith('@'))
  const barred = owners.filter(
    (owner) =>
      isPerson(owner) &&
      findDependence(owner.slice(1), participants, rules.independence, agents) !== null,
  )
  const able = owners.filter((owner) => !unnamed.includes(owner) && !barred.includes(owner))
  const isTaken = (name: string) => rules.reviews && taken.some((it) => isSameLabel(it.name, name))
  const names = namesToSignWith(rules.label, able).map(({ name }) => name)
  const labels = names.filter((name) => name.length <= MAX_LABEL && !isTaken(name))
  return {
    able,
    barred,
    unnamed,
    labels,
    worn: labels.filter((name) => isWorn(name, evidence)),
    // By the policy's spelling of the label, as the others are.
    outdated: labels.flatMap((name) =>
      outdated.filter((it) => isSameLabel(it.name, name)).map((it) => ({ ...it, name })),
    ),
    overlong: names.filter((name) => name.length > MAX_LABEL),
    reviews: rules.reviews,
  }
}

/** How to sign as facts of a finding. What is usual is left out: the facts are part of its id. */
export function tellHowToSign({ labels, overlong, reviews }: Invitation): FindingEvidence {
  const isImpossible = labels.length === 0 && !reviews
  return { labels, reviews, ...(isImpossible && { overlong }) }
}

/** The labels that are in the way. They come and go while the same is missing, so they are no part of an id. */
export function tellWornLabels({ worn, outdated }: Invitation): FindingEvidence {
  const actors = outdated.map(({ actor }) => actor || 'somebody')
  return {
    worn,
    outdated: listOutdated(outdated),
    outdated_by: [...new Set(actors)],
  }
}

/** The labels among outdated signatures, each once. */
export function listOutdated(outdated: Invitation['outdated']): string[] {
  return [...new Set(outdated.map(({ name }) => name))]
}

/** Whether an owner is one person by login, not a team. */
export function isPerson(owner: string): boolean {
  return owner.startsWith('@') && !owner.includes('/')
}

function isWorn(name: string, { local, labels, facts }: Evidence): boolean {
  if (labels.some((label) => isSameLabel(label, name))) return true
  return local && findLiveLabel(facts ?? [], name, null) !== null
}

/** GitHub ignores case in the names of labels. */
function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
