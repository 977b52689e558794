import { type Case, namesOf } from '../case.ts'
import type { Evidence } from '../evidence.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import type { Bench } from './bench.ts'
import { type Invitation, isPerson, tellHowToSign, tellWornLabels } from './invitation.ts'
import type { OwningGroup, Requirements } from './requirements.ts'

/** What is missing among the signatures a change needs: who could give it, or that nobody can. */

/** A group without a signature. */
export function describeUnsigned({ owners, paths }: OwningGroup, { bench }: Case): BareFinding[] {
  const invitation = bench.invite(owners)
  const facts = { owners, paths: paths.slice(0, 10), path_count: paths.length }
  const { able, barred, unnamed } = invitation
  if (able.length === 0 && barred.length === 0)
    return [
      deny('approval/no-owner', { ...facts, owners: unnamed, cause: 'e-mail addresses only' }),
    ]
  if (able.length === 0)
    return [deny('approval/not-independent', { ...facts, owners: barred, nobody: true })]
  return describeMissing(owners, facts, invitation, bench)
}

/** That nobody among a tier's approvers has signed. */
export function describeTier({ tier }: Requirements, bench: Bench): BareFinding[] {
  if (tier === null || tier.approvers.length === 0 || bench.isSignedBy(tier.approvers)) return []
  const invitation = bench.invite(tier.approvers)
  const facts = { owners: tier.approvers, ...describeTierName(tier) }
  if (invitation.able.length === 0)
    return [deny('approval/not-independent', { ...facts, nobody: true })]
  return describeMissing(tier.approvers, facts, invitation, bench)
}

/** Which tier it is, and whether it is assumed for want of a plan that counts. */
function describeTierName({ name, isAssumed }: NonNullable<Requirements['tier']>) {
  return { tier: name, ...(isAssumed && { assumed: true }) }
}

/** Who could sign, and beside it whether somebody has of whom nobody can say if they are in a team. */
function describeMissing(
  owners: readonly string[],
  facts: FindingEvidence,
  invitation: Invitation,
  bench: Bench,
): BareFinding[] {
  const { able } = invitation
  const unresolved = findUnresolved(able, bench)
  const isUnseen = unresolved.length > 0
  const missing = {
    ...deny('approval/missing', {
      ...facts,
      ...(able.length < owners.length && { able }),
      ...(isUnseen && { unseen: true }),
      ...tellHowToSign(invitation),
    }),
    passing: tellWornLabels(invitation),
  }
  return isUnseen
    ? [missing, deny('approval/unresolved-team', { ...facts, unresolved })]
    : [missing]
}

function findUnresolved(owners: readonly string[], { signatures, roster }: Bench): string[] {
  const good = signatures.filter(({ problem }) => problem === null)
  return owners.filter((owner) => good.some(({ actor }) => roster(actor, owner) === 'unknown'))
}

/** Changed paths that nobody owns, or once that nobody owns anything. */
export function describeUnowned({ unowned }: Requirements, { bench, evidence }: Case) {
  if (unowned.length === 0) return []
  const cause = findMissingFile(evidence, bench)
  if (cause !== null) return [deny('approval/no-owner', { cause, path_count: unowned.length })]
  return unowned.map((path): BareFinding => {
    const unknown = bench.unknownOwnersOf(path)
    const facts = unknown.length === 0 ? {} : { evidence: { unknown } }
    return { rule: 'approval/no-owner', level: 'deny', path, ...facts }
  })
}

/** Why no path has owners; null when CODEOWNERS is there and can be used. */
function findMissingFile({ trusted }: Evidence, { codeowners }: Bench): string | null {
  if (trusted.codeowners === null) return 'no CODEOWNERS file'
  return codeowners.isTooLarge ? 'CODEOWNERS is larger than 3 MB' : null
}

/** Too few people, where every group that has to sign has signed; also that there will never be enough. */
export function describeMinimum(
  required: Requirements,
  people: ReadonlySet<string>,
  unsigned: number,
  subject: Case,
): BareFinding[] {
  const { minimum, tier, unowned } = required
  // That one signature is missing is said already, and so is that nobody can give it.
  const isSaid = minimum <= 1 && (unsigned > 0 || unowned.length > 0)
  if (people.size >= minimum || isSaid) return []
  const possible = countPossible(required, subject)
  const isPossible = possible === null || possible >= minimum
  const named = tier === null ? { tier: null } : describeTierName(tier)
  const facts = { signed: people.size, minimum, ...named }
  return [deny('approval/insufficient', { ...facts, ...(!isPossible && { possible }) })]
}

/** The owners whose signatures count towards the minimum: of changed paths, and whom policy names. */
export function listEligible({ bench, files }: Case, { tier, named }: Requirements): string[] {
  const owners = files.flatMap(namesOf).flatMap(bench.ownersOf)
  return [...new Set([...owners, ...(tier?.approvers ?? []), ...named])]
}

/** How many people could sign; null where a team is among them, whose size nobody knows. */
function countPossible(required: Requirements, subject: Case): number | null {
  const { able } = subject.bench.invite(listEligible(subject, required))
  return able.every(isPerson) ? new Set(able.map((owner) => owner.toLowerCase())).size : null
}

function deny(rule: string, evidence: FindingEvidence): BareFinding {
  return { rule, level: 'deny', evidence }
}
