import type { Case } from '../case.ts'
import type { Decision } from '../decision.ts'
import type { BareFinding } from '../finding.ts'
import { isSoftened } from '../modes.ts'
import type { ApprovalsPolicy, PathRule } from '../policy/policy.ts'
import { type Bench, speaksFor } from './bench.ts'
import { ownersKey } from './codeowners.ts'
import { explainSignature } from './describe-signatures.ts'
import { findSigners } from './explain-signatures.ts'
import { listOutdated } from './invitation.ts'
import { findRequirements, findRisk, type Requirements } from './requirements.ts'
import type { Signature } from './signatures.ts'
import { listEligible } from './unmet.ts'

type Signing = NonNullable<Decision['signing']>
type SigningGroup = Signing['groups'][number]

/** People of whom one has to sign, what asks for it, and the paths it is about. */
interface Need {
  readonly owners: readonly string[]
  readonly askedBy: string
  readonly paths: readonly string[]
}

/** Paths named per group; a group may own all that changed. */
const PATHS_NAMED = 20

/**
 * Who has to sign and who has: by ownership, tier and rule, people of one group together. Null where
 * nothing asks for a signature. `bare` are the findings of all checks.
 */
export function describeSigning(
  subject: Case,
  bare: readonly BareFinding[],
): NonNullable<Decision['signing']> | null {
  const required = asksForApprovals(subject) ? requireOf(subject) : null
  const needs = [
    ...(required === null ? [] : listOwed(required)),
    ...bare.filter(({ level }) => level === 'approve').map((finding) => toNeed(finding, subject)),
  ]
  const people = required === null ? null : countPeople(required, subject)
  if (needs.length === 0 && (people === null || people.needed === 0)) return null
  return { people, groups: mergeNeeds(needs).map((need) => describeGroup(need, subject)) }
}

/** The check and the record ask for the same; a large change is gone through once. */
const worked = new WeakMap<Case, Requirements>()

/** What the policy asks of this change, by its owners, its tier and its rules. */
export function requireOf(subject: Case): Requirements {
  const required = worked.get(subject) ?? workOut(subject)
  worked.set(subject, required)
  return required
}

function workOut(subject: Case): Requirements {
  const { bench, files } = subject
  return findRequirements(files, bench, findRisk(subject), listAskingRules(subject))
}

/** A rule that is switched off for this change, or that blocks nobody, makes nobody sign in an owner's place. */
function listAskingRules({ exempt, modes, policy }: Case): readonly PathRule[] {
  return exempt.has('paths') || isSoftened(modes, 'paths') ? [] : policy.paths
}

/** Whether a policy has a section on approvals that leaves nobody to ask. */
export function asksForNothing({ codeowners, minimum, tiers }: ApprovalsPolicy): boolean {
  return !codeowners && minimum === 0 && Object.keys(tiers).length === 0
}

function asksForApprovals({ policy, exempt, files }: Case): boolean {
  if (policy.approvals === null || exempt.has('approvals')) return false
  return !asksForNothing(policy.approvals) && files.length > 0
}

function listOwed({ groups, tier }: Requirements): Need[] {
  const owed = groups.map(({ owners, paths }) => ({ owners, askedBy: 'codeowners', paths }))
  if (tier === null || tier.approvers.length === 0) return owed
  return [...owed, { owners: tier.approvers, askedBy: `tier/${tier.name}`, paths: [] }]
}

function toNeed({ rule, path, approvers }: BareFinding, { bench }: Case): Need {
  const isNamed = approvers !== undefined && approvers.length > 0
  const owners = isNamed ? approvers : bench.ownersOf(path ?? '')
  return { owners, askedBy: rule, paths: path === undefined ? [] : [path] }
}

function countPeople(required: Requirements, subject: Case): Signing['people'] {
  const needed = required.minimum
  if (isUnknown(subject)) return { needed, signed: null }
  return { needed, signed: findSigners(listEligible(subject, required), subject.bench).size }
}

/** A local check without approval facts. */
function isUnknown({ evidence }: Case): boolean {
  return evidence.local && evidence.facts === null
}

interface MergedNeed {
  readonly owners: readonly string[]
  readonly askedBy: Set<string>
  readonly paths: Set<string>
}

/** One signature settles everything that asks the same people. */
function mergeNeeds(needs: readonly Need[]): MergedNeed[] {
  const merged = new Map<string, MergedNeed>()
  for (const { owners, askedBy, paths } of needs) {
    const key = ownersKey(owners)
    const need = merged.get(key) ?? { owners, askedBy: new Set(), paths: new Set() }
    need.askedBy.add(askedBy)
    for (const path of paths) need.paths.add(path)
    merged.set(key, need)
  }
  return [...merged.values()]
}

function describeGroup({ owners, askedBy, paths }: MergedNeed, subject: Case): SigningGroup {
  const { bench } = subject
  const invitation = bench.invite(owners)
  const isSigned = !isUnknown(subject) && bench.isSignedBy(owners)
  const isPossible = invitation.able.length > 0
  const state = isSigned ? 'signed' : isPossible ? 'waiting' : 'nobody-can'
  return {
    owners,
    asked_by: [...askedBy].sort(),
    paths: [...paths].sort().slice(0, PATHS_NAMED),
    path_count: paths.size,
    state: isUnknown(subject) && isPossible ? 'unknown' : state,
    signed_by: isSigned ? listSigners(owners, subject) : [],
    labels: isSigned ? [] : invitation.labels,
    worn: isSigned ? [] : invitation.worn,
    ...(!isSigned &&
      invitation.outdated.length > 0 && { outdated: listOutdated(invitation.outdated) }),
    reviews: !isSigned && invitation.reviews,
  }
}

function listSigners(owners: readonly string[], { bench }: Case): SigningGroup['signed_by'] {
  const good = bench.signatures.filter(({ problem }) => problem === null)
  return good
    .map((signature) => ({ signature, stoodFor: findStoodFor(signature, owners, bench) }))
    .filter(({ stoodFor }) => stoodFor.length > 0)
    .map(({ signature, stoodFor }) => ({
      actor: signature.actor,
      why: explainSignature(signature, stoodFor),
      at: signature.at,
    }))
}

function findStoodFor(signature: Signature, owners: readonly string[], bench: Bench) {
  return owners.filter((owner) => speaksFor(signature, owner, bench.roster))
}
