import type { ApprovalFact, Evidence, LabelFact, ReviewFact } from '../evidence.ts'
import type { ApprovalsPolicy } from '../policy/policy.ts'
import { toSecond } from '../time.ts'
import { type Dependence, findDependence, type Participants } from './independence.ts'
import { findLiveLabel, findStanding, type Standing } from './standing.ts'
import type { IsForOtherWork } from './work.ts'

/** Somebody's approval, and what speaks against it. */
export interface Signature {
  readonly actor: string
  readonly via: 'label' | 'review'
  /** The label, or the review's state. */
  readonly name: string
  /** The owner a label of its own was applied for, as `@login` or `@organisation/team`; null: any. */
  readonly owner: string | null
  /** Server time, ISO 8601. */
  readonly at: string
  readonly standing: Standing
  /** Why it does not count; null when it does. */
  readonly problem: SignatureProblem | null
}

export type SignatureProblem =
  | Dependence
  | 'bot'
  | 'app'
  | 'stale'
  | 'retargeted'
  | 'other-work'
  | 'unknown-head'
  | 'before-report'
  | 'withdrawn'

/**
 * What makes a signature say something that is no longer so. The gate takes such a label off once it has said so;
 * what other problems speak against may still go away.
 */
export const OUTDATED: ReadonlySet<unknown> = new Set<SignatureProblem>([
  'stale',
  'retargeted',
  'other-work',
])

export interface SigningRules {
  readonly approvals: ApprovalsPolicy
  /** Logins of agents that the policy adds to the known ones. */
  readonly agents: readonly string[]
  readonly participants: Participants
  /** The changed files that are chains and seals. */
  readonly proven: ReadonlySet<string>
  readonly isForOtherWork: IsForOtherWork
}

/**
 * Reads every label and review that could count. `owners` are those whose signature is asked for: a
 * label template has a label for each of them.
 */
export function readSignatures(
  evidence: Evidence,
  rules: SigningRules,
  owners: readonly string[],
): Signature[] {
  const facts = evidence.facts ?? []
  const judge = makeJudge(evidence, rules)
  const labels = namesToSignWith(rules.approvals.label, owners).flatMap(({ name, owner }) => {
    const label = findLiveLabel(facts, name, evidence.local ? null : evidence.labels)
    return label === null ? [] : [{ fact: label, owner }]
  })
  const reviews = rules.approvals.reviews ? findApprovingReviews(facts) : []
  return [
    ...labels.map(({ fact, owner }) => toSignature(fact, fact.name, owner, judge(fact))),
    ...reviews.map((fact) => toSignature(fact, fact.state, null, judge(fact))),
  ]
}

/** The signature behind one label, whatever it is for; null when the label is not there. */
export function readLabelSignature(
  evidence: Evidence,
  rules: SigningRules,
  name: string,
): Signature | null {
  const label = findLiveLabel(evidence.facts ?? [], name, evidence.local ? null : evidence.labels)
  return label === null
    ? null
    : toSignature(label, label.name, null, makeJudge(evidence, rules)(label))
}

/** The labels that sign: the plain one, or the template filled in for each owner. */
export function namesToSignWith(
  template: string,
  owners: readonly string[],
): { readonly name: string; readonly owner: string | null }[] {
  if (!template.includes('{owner}')) return [{ name: template, owner: null }]
  return [...new Set(owners)].map((owner) => ({
    name: template.replaceAll('{owner}', owner.replace(/^@/, '')),
    owner,
  }))
}

interface Judgement {
  readonly standing: Standing
  readonly problem: SignatureProblem | null
}

function toSignature(
  fact: LabelFact | ReviewFact,
  name: string,
  owner: string | null,
  { standing, problem }: Judgement,
): Signature {
  return { actor: fact.actor, via: fact.kind, name, owner, at: fact.at, standing, problem }
}

/** The latest review of each person that says yes or no, when it says yes. */
export function findApprovingReviews(facts: readonly ApprovalFact[]): ReviewFact[] {
  return [...latestReviews(facts).values()].filter((review) => review.state === 'APPROVED')
}

/** The latest review of each person that is more than a comment, by login in lower case. */
export function latestReviews(facts: readonly ApprovalFact[]): Map<string, ReviewFact> {
  const latest = new Map<string, ReviewFact>()
  for (const fact of facts) {
    if (fact.kind !== 'review' || fact.state === 'COMMENTED' || fact.state === 'PENDING') continue
    latest.set(fact.actor.toLowerCase(), fact)
  }
  return latest
}

function makeJudge(
  evidence: Evidence,
  { approvals, agents, participants, proven, isForOtherWork }: SigningRules,
): (fact: LabelFact | ReviewFact) => Judgement {
  const reviews = latestReviews(evidence.facts ?? [])
  return (fact) => {
    const mayCarry = approvals.carry_over === 'identical-patch'
    const standing = findStanding(fact, evidence, mayCarry, proven)
    const problem =
      findPersonProblem(fact) ??
      findDependence(fact.actor, participants, approvals.independence, agents) ??
      findStandingProblem(standing) ??
      (isForOtherWork(fact) ? 'other-work' : null) ??
      (isWithdrawn(fact, reviews) ? 'withdrawn' : null) ??
      (approvals.after_report && !isAfterReport(fact, evidence) ? 'before-report' : null)
    return { standing, problem }
  }
}

/** Users only: no bot, no App that acts for somebody, no deleted account. */
function findPersonProblem(fact: LabelFact | ReviewFact): SignatureProblem | null {
  if (fact.actor_type !== 'User' || fact.actor === '') return 'bot'
  return fact.kind === 'label' && fact.via_app !== null ? 'app' : null
}

function findStandingProblem(standing: Standing): SignatureProblem | null {
  if (standing === 'unknown') return 'unknown-head'
  return standing === 'stale' || standing === 'retargeted' ? standing : null
}

/**
 * A later "changes requested" takes back whatever the same person signed before. A dismissed review
 * may have been one: others can dismiss it, and that must not revive a signature.
 */
export function isWithdrawn(
  fact: Pick<ApprovalFact, 'actor' | 'at'>,
  reviews: ReadonlyMap<string, ReviewFact>,
): boolean {
  const latest = reviews.get(fact.actor.toLowerCase())
  return (
    latest !== undefined && latest.state !== 'APPROVED' && toSecond(latest.at) >= toSecond(fact.at)
  )
}

/**
 * Nobody can have signed for a report that was not there yet. A later report of the same App says the
 * same again; whoever can publish check runs can imitate the gate's name, but not its App, so the first
 * report of each App counts.
 */
function isAfterReport(fact: LabelFact | ReviewFact, { facts }: Evidence): boolean {
  const reports = (facts ?? []).filter(
    (it) => it.kind === 'report' && it.head_sha === fact.head_sha,
  )
  const first = new Map(reports.toReversed().map((report) => [report.actor, report]))
  return first.size > 0 && [...first.values()].every(({ at }) => toSecond(at) < toSecond(fact.at))
}
