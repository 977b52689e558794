import { namesOf } from '../case.ts'
import type { Evidence, LabelFact } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import type { SelectedPlan } from '../plan/select.ts'
import type { PlanPolicy } from '../policy/policy.ts'
import { toSecond } from '../time.ts'
import type { Bench } from './bench.ts'
import { findDependence } from './independence.ts'
import { isWithdrawn, latestReviews } from './signatures.ts'
import { findLiveLabel, findStanding } from './standing.ts'

/** Who approved a plan, or why it counts as unapproved. */
export interface PlanApproval {
  readonly approvedBy: readonly string[]
  readonly findings: readonly BareFinding[]
}

/**
 * Whether a plan that is not on the protected branch has been approved: by label, by somebody
 * entitled and independent, for exactly these bytes (docs/plan.md).
 */
export function judgePlanApproval(
  selected: SelectedPlan,
  policy: PlanPolicy,
  evidence: Evidence,
  bench: Bench,
): PlanApproval {
  const { file, plan } = selected
  if (file.origin === 'base' || file.origin === 'file') return { approvedBy: [], findings: [] }
  const label = findApprovalLabel(selected, policy, evidence)
  const isWorn = label !== null || isOnPullRequest(selected, policy, evidence)
  const facts = {
    plan: plan.id,
    source: file.source,
    sha256: plan.sha256,
    label: policy.approval_label,
  }
  const approvers = listAskedForPlan(selected, policy, evidence, bench)
  const passing = { ...(isWorn && { worn: true }), ...(approvers.length > 0 && { approvers }) }
  const refuse = (rule: string, cause: string): PlanApproval => ({
    approvedBy: [],
    findings: [{ rule, level: 'deny', path: file.path, evidence: { ...facts, cause }, passing }],
  })
  if (countOffered(file, evidence) > 1) {
    return refuse(
      'plan/unapproved',
      'the pull request brings more than one plan, and the label does not say which',
    )
  }
  if (label === null) return refuse('plan/unapproved', 'nobody has applied the label')
  const unfit = findUnfitness(label, selected, policy, evidence, bench)
  if (unfit !== null) return refuse('plan/unapproved', unfit)
  const change = findChangeSince(label, selected, evidence)
  return change === null
    ? { approvedBy: [label.actor], findings: [] }
    : refuse('plan/stale-approval', change)
}

/** A label on a pull request names no plan: with two in it, the description could choose afterwards. */
function countOffered({ origin }: SelectedPlan['file'], evidence: Evidence): number {
  if (origin !== 'pull-request') return 1
  return evidence.offeredPlans.filter((plan) => plan.origin === origin).length
}

function findApprovalLabel(
  { file }: SelectedPlan,
  { approval_label: name }: PlanPolicy,
  evidence: Evidence,
): LabelFact | null {
  if (file.origin === 'issue')
    return findLiveLabel(evidence.issues.get(file.path)?.labels ?? [], name, null)
  return findLiveLabel(evidence.facts ?? [], name, evidence.local ? null : evidence.labels)
}

/** Whether the label is there though no event says who applied it. */
function isOnPullRequest(
  { file }: SelectedPlan,
  { approval_label: name }: PlanPolicy,
  { labels }: Evidence,
): boolean {
  const isThere = labels.some((label) => label.toLowerCase() === name.toLowerCase())
  return file.origin === 'pull-request' && isThere
}

/** Why the person who applied the label may not approve this plan; null when they may. */
function findUnfitness(
  label: LabelFact,
  selected: SelectedPlan,
  policy: PlanPolicy,
  evidence: Evidence,
  bench: Bench,
): string | null {
  if (label.actor_type !== 'User' || label.actor === '' || label.via_app !== null) {
    return 'the label was not applied by a person'
  }
  const { participants, rules, agents } = bench
  const dependence = findDependence(label.actor, participants, rules.independence, agents)
  if (isWithdrawn(label, latestReviews(evidence.facts ?? []))) {
    return `${label.actor} asked for changes later`
  }
  if (dependence !== null) return `${label.actor} is ${DEPENDENCE[dependence]}`
  if (isEntitled(label.actor, selected, policy, evidence, bench)) return null
  return `${label.actor} may not approve plans for these paths`
}

const DEPENDENCE = {
  author: 'the author of the pull request',
  pusher: 'among those who pushed it',
  committer: 'among those who committed to it',
  agent: 'a coding agent',
}

/** The approvers the policy names; without any, an owner of every changed path. */
function isEntitled(
  actor: string,
  { file }: SelectedPlan,
  { approvers }: PlanPolicy,
  evidence: Evidence,
  bench: Bench,
): boolean {
  const isOneOf = (owners: readonly string[]) =>
    owners.some((owner) => bench.roster(actor, owner) === true)
  if (approvers.length > 0) return isOneOf(approvers)
  return listPlanned(file, evidence, bench).every((path) => isOneOf(bench.ownersOf(path)))
}

/** Who is asked: those of the approvers, or of the owners of every changed path, who had no part in it. */
function listAskedForPlan(
  { file }: SelectedPlan,
  { approvers }: PlanPolicy,
  evidence: Evidence,
  bench: Bench,
): readonly string[] {
  if (approvers.length > 0) return bench.invite(approvers).able
  const [first = [], ...others] = listPlanned(file, evidence, bench).map(bench.ownersOf)
  return bench.invite(first.filter((owner) => others.every((owners) => owners.includes(owner))))
    .able
}

/** What the plan is for: the changed paths without itself and the chains. */
function listPlanned(file: SelectedPlan['file'], evidence: Evidence, bench: Bench): string[] {
  const isBeside = (path: string) => path === file.path || bench.proven.has(path)
  const changed = evidence.files.flatMap(namesOf).filter((path) => !isBeside(path))
  return changed.length === 0 ? [file.path] : changed
}

/** What changed about the plan since the label was applied; null when nothing did. */
function findChangeSince(
  label: LabelFact,
  { file }: SelectedPlan,
  evidence: Evidence,
): string | null {
  if (file.origin === 'issue') {
    const issue = evidence.issues.get(file.path)
    const editedAt = issue === undefined ? 'unknown' : issue.editedAt
    if (editedAt === 'unknown') return 'whether the issue was edited since cannot be known'
    const isEdited = editedAt !== null && toSecond(editedAt) >= toSecond(label.at)
    return isEdited ? 'the issue was edited after it was approved' : null
  }
  const standing = findStanding(label, evidence, false)
  if (standing === 'fresh') return null
  if (standing === 'retargeted') return 'the base branch was changed after the plan was approved'
  if (standing === 'unknown') return 'which version was approved cannot be known'
  const then = evidence.heads.get(label.head_sha)?.plans.get(file.path)
  const now = evidence.heads.get(evidence.headSha)?.plans.get(file.path)
  return then !== undefined && then === now ? null : 'the plan was changed after it was approved'
}
