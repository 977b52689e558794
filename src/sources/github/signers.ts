import { openBench, openBenchWithoutPolicy } from '../../engine/approvals/bench.ts'
import { namesToSignWith } from '../../engine/approvals/signatures.ts'
import { findLiveLabel } from '../../engine/approvals/standing.ts'
import { namesOf } from '../../engine/case.ts'
import { emptyEvidence } from '../../engine/empty-evidence.ts'
import type { Evidence, IssueFacts, TrustedFiles } from '../../engine/evidence.ts'
import { ACCEPTED } from '../../engine/places.ts'
import type { ApprovalsPolicy, Policy } from '../../engine/policy/policy.ts'
import { asChangedFile, type EntryChange, type SigningFact } from '../head-reading.ts'
import type { TeamQuestions } from './teams.ts'

/** What a policy makes of labels and reviews: whose word each could be. */
export interface Stakes {
  /** The owners and approvers a label or review could speak for; empty: it is no signature. */
  ownersBehind(fact: SigningFact): readonly string[]
  /** Owners and approvers, one list for each signature that could be asked for. */
  readonly groups: readonly (readonly string[])[]
  /** Whether CODEOWNERS names anybody for the change. */
  readonly hasOwners: boolean
  readonly planLabel: string | null
  readonly planApprovers: readonly string[]
}

/** Works out what is at stake for a change under the protected branch's policy and owners. */
export function findStakes(
  policy: Policy | null,
  trusted: TrustedFiles,
  changes: readonly EntryChange[],
): Stakes {
  const evidence: Evidence = emptyEvidence({ trusted, files: changes.map(asChangedFile) })
  const bench =
    policy === null ? openBenchWithoutPolicy(evidence) : openBench(evidence, policy, null)
  const { rules, asked } = bench
  const owning = [...new Set(evidence.files.flatMap(namesOf).map(bench.ownersOf))]
  const owners = [...new Set(owning.flat())]
  const named = policy?.plan?.approvers ?? []
  const planApprovers = named.length > 0 ? named : owners
  const behindLabel = mapLabels(policy, namesToSignWith(rules.label, asked), asked, planApprovers)
  return {
    ownersBehind: (fact) => {
      if (fact.kind === 'review') return rules.reviews ? asked : []
      const name = fact.name.toLowerCase()
      return [...(behindLabel.get(name) ?? []), ...(name.startsWith(ACCEPTED) ? owners : [])]
    },
    groups: [...owning, ...groupApprovers(policy, rules), planApprovers],
    hasOwners: owners.length > 0,
    planLabel: policy?.plan?.approval_label ?? null,
    planApprovers,
  }
}

/** Whom each label the policy gives a meaning to could speak for, by its name in lower case. */
function mapLabels(
  policy: Policy | null,
  signing: ReturnType<typeof namesToSignWith>,
  asked: readonly string[],
  planApprovers: readonly string[],
): Map<string, readonly string[]> {
  const behind = new Map<string, readonly string[]>()
  const add = (label: string | undefined, owners: readonly string[]) => {
    const name = label?.toLowerCase()
    if (name !== undefined) behind.set(name, [...(behind.get(name) ?? []), ...owners])
  }
  for (const { name, owner } of signing) add(name, owner === null ? asked : [owner])
  add(policy?.plan?.approval_label, planApprovers)
  add(policy?.override?.label, policy?.override?.approvers ?? [])
  return behind
}

function groupApprovers(policy: Policy | null, { tiers }: ApprovalsPolicy): (readonly string[])[] {
  const rules = policy === null ? [] : [...policy.paths, ...policy.patterns]
  const all = [...Object.values(tiers), ...rules, ...(policy?.override ? [policy.override] : [])]
  return all.map((it) => it.approvers)
}

/**
 * Whether it matters what GitHub thinks of the owners as CODEOWNERS names them: as long as nobody has
 * signed, for who can; afterwards where somebody signed whom it names as themselves.
 */
export function mayConcernOwners(stakes: Stakes, signing: readonly SigningFact[]): boolean {
  const isByNamed = (fact: SigningFact) => isNamed(stakes, fact)
  return stakes.hasOwners && (signing.length === 0 || signing.some(isByNamed))
}

/** Whether somebody signed who is asked for by login, not as the member of a team. */
export function isNamed({ ownersBehind }: Stakes, fact: SigningFact): boolean {
  return toLowerCase(ownersBehind(fact)).includes(`@${fact.actor.toLowerCase()}`)
}

/**
 * For each team at stake, the people who signed something it could be asked for. Users come before
 * teams: who signed as themselves and is named wherever the team is need not be its member.
 */
export function listTeamQuestions(
  stakes: Stakes,
  signing: readonly SigningFact[],
  issues: ReadonlyMap<string, IssueFacts>,
): TeamQuestions {
  const groups = stakes.groups.map(toLowerCase)
  const teams = new Set(groups.flat().filter(isTeam))
  const questions = new Map([...teams].map((team) => [team, new Set<string>()]))
  const isNamedBeside = (user: string, team: string) =>
    groups.every((group) => !group.includes(team) || group.includes(user))
  const add = (actor: string, behind: readonly string[]) => {
    const user = `@${actor.toLowerCase()}`
    for (const team of behind) {
      const isSpared = behind.includes(user) && isNamedBeside(user, team)
      if (!isSpared) questions.get(team)?.add(actor)
    }
  }
  for (const fact of signing) add(fact.actor, toLowerCase(stakes.ownersBehind(fact)))
  for (const actor of findPlanApprovers(stakes, issues))
    add(actor, toLowerCase(stakes.planApprovers))
  return new Map([...questions].map(([team, people]) => [team, [...people]]))
}

function toLowerCase(owners: readonly string[]): string[] {
  return owners.map((owner) => owner.toLowerCase())
}

/** Who labelled the issues that plans come from. */
function findPlanApprovers(
  { planLabel }: Stakes,
  issues: ReadonlyMap<string, IssueFacts>,
): string[] {
  if (planLabel === null) return []
  const labels = [...issues.values()].flatMap(
    (it) => findLiveLabel(it.labels, planLabel, null) ?? [],
  )
  return labels
    .filter((label) => label.actor_type === 'User' && label.via_app === null)
    .map((label) => label.actor)
    .filter((actor) => actor !== '')
}

function isTeam(owner: string): boolean {
  return owner.startsWith('@') && owner.includes('/')
}
