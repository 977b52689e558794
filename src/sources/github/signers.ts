import { openBench, openBenchWithoutPolicy, ownersOfChange } from '../../engine/approvals/bench.ts'
import { namesToSignWith } from '../../engine/approvals/signatures.ts'
import { findLiveLabel } from '../../engine/approvals/standing.ts'
import { emptyEvidence } from '../../engine/empty-evidence.ts'
import type { Evidence, IssueFacts, TrustedFiles } from '../../engine/evidence.ts'
import type { Policy } from '../../engine/policy/policy.ts'
import { asChangedFile, type EntryChange, type SigningFact } from '../head-reading.ts'
import type { TeamQuestions } from './teams.ts'

/** Manual criteria of a plan are accepted by labels of this form. */
const ACCEPTANCE = 'accepted/'

/** What a policy makes of labels and reviews: whose word each could be. */
export interface Stakes {
  /** The owners and approvers a label or review could speak for; empty: it is no signature. */
  ownersBehind(fact: SigningFact): readonly string[]
  /** Every owner and approver that this policy names for this change. */
  readonly everyone: readonly string[]
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
  const bench = policy === null ? openBenchWithoutPolicy(evidence) : openBench(evidence, policy)
  const owners = ownersOfChange(evidence.files, bench.ownersOf)
  const { plan = null, override = null } = policy ?? {}
  const planApprovers =
    plan === null || plan.approvers.length > 0 ? (plan?.approvers ?? []) : owners
  const signing = namesToSignWith(bench.rules.label, bench.asked)

  const ownersBehindLabel = (name: string): string[] => {
    const isNamed = (other: string | undefined) => other?.toLowerCase() === name.toLowerCase()
    return [
      ...signing
        .filter((label) => isNamed(label.name))
        .flatMap(({ owner }) => (owner === null ? bench.asked : [owner])),
      ...(name.toLowerCase().startsWith(ACCEPTANCE) ? owners : []),
      ...(isNamed(plan?.approval_label) ? planApprovers : []),
      ...(isNamed(override?.label) ? (override?.approvers ?? []) : []),
    ]
  }
  return {
    ownersBehind: (fact) => {
      if (fact.kind === 'label') return ownersBehindLabel(fact.name)
      return bench.rules.reviews ? bench.asked : []
    },
    everyone: [...new Set([...bench.asked, ...planApprovers, ...(override?.approvers ?? [])])],
    planLabel: plan?.approval_label ?? null,
    planApprovers,
  }
}

/** For each team at stake, the people who signed something it could be asked for. */
export function listTeamQuestions(
  stakes: Stakes,
  signing: readonly SigningFact[],
  issues: ReadonlyMap<string, IssueFacts>,
): TeamQuestions {
  const questions = new Map(
    stakes.everyone.filter(isTeam).map((team) => [team.toLowerCase(), new Set<string>()]),
  )
  const add = (actor: string, owners: readonly string[]) => {
    for (const owner of owners) questions.get(owner.toLowerCase())?.add(actor)
  }
  for (const fact of signing) add(fact.actor, stakes.ownersBehind(fact))
  for (const actor of findPlanApprovers(stakes, issues)) add(actor, stakes.planApprovers)
  return new Map([...questions].map(([team, people]) => [team, [...people]]))
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
