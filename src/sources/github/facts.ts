import type { ApprovalFact, LabelFact, MoveFact } from '../../engine/evidence.ts'
import type { Policy } from '../../engine/policy/policy.ts'
import { toSecond } from '../../engine/time.ts'
import { orderFacts } from '../approval-facts.ts'
import { Unreadable } from '../unreadable.ts'
import { type Ledger, positionAt, readLedger } from './ledger.ts'
import { readPastReports } from './past-reports.ts'
import type { GitHubReader } from './reader.ts'
import type { Account, Comment, IssueEvent, Pull, Review } from './schemas.ts'

/** What the server says of who did what when. */
export interface PullFacts {
  readonly facts: readonly ApprovalFact[]
  /** False when nobody can say where the head ref stood: labels then belong to no known head. */
  readonly movesKnown: boolean
}

/** A base branch chosen by a person, or by GitHub because the old one was deleted. */
const RETARGETING = new Set(['base_ref_changed', 'automatic_base_change_succeeded'])

/**
 * Reads who opened and pushed a pull request, who labelled and who reviewed it, in the order of server
 * time. Commits and their dates are not asked: they are their authors' word.
 * @throws Unreadable when events or reviews cannot be read completely.
 */
export async function readPullFacts(reader: GitHubReader, pull: Pull): Promise<PullFacts> {
  const [events, reviews, ledger] = await Promise.all([
    reader.events(pull.number),
    reader.reviews(pull.number),
    readLedger(reader, pull),
  ])
  const facts = [
    toOpening(pull, ledger),
    ...toPushes(ledger),
    ...toLabelFacts(events, ledger),
    ...toRetargetings(events, ledger),
    ...reviews.flatMap(toReviewFact),
  ]
  return { facts: orderFacts(facts), movesKnown: ledger !== null }
}

/** The account as facts name it: a deleted one has no name. */
function nameActor(account: Account): Pick<ApprovalFact, 'actor' | 'actor_type'> {
  return { actor: account?.login ?? '', actor_type: account?.type ?? 'User' }
}

function toOpening(pull: Pull, ledger: Ledger | null): MoveFact {
  const at = pull.created_at
  return { kind: 'opened', ...nameActor(pull.user), at, head_sha: positionAt(ledger, at) }
}

function toPushes(ledger: Ledger | null): MoveFact[] {
  const moves = ledger?.moves ?? []
  return moves.map(({ actor, timestamp, after }) => ({
    kind: 'push',
    ...nameActor(actor),
    at: timestamp,
    head_sha: after,
  }))
}

/**
 * Tells when the pull request was closed. GitHub follows no pushes then, so its page may have shown an
 * older head: what was applied meanwhile was applied to nobody knows what. In the second of closing or
 * reopening nobody can say which came first.
 */
function makeClosedTimes(events: readonly IssueEvent[]): (time: string) => boolean {
  const turns = events.filter(({ event }) => event === 'closed' || event === 'reopened')
  return (time) => {
    const second = toSecond(time)
    const last = turns.findLast(({ created_at: at }) => toSecond(at) < second)
    const isTurning = turns.some(({ created_at: at }) => toSecond(at) === second)
    return last?.event === 'closed' || isTurning
  }
}

/**
 * Every time a label was applied or taken off, under the name it had then: a label that was renamed
 * since is another one, or any label could be turned into an approval.
 * @throws Unreadable when an event does not say which label it is about.
 */
export function toLabelFacts(events: readonly IssueEvent[], ledger: Ledger | null): LabelFact[] {
  const wasClosed = makeClosedTimes(events)
  return events
    .filter(({ event }) => event === 'labeled' || event === 'unlabeled')
    .map(({ event, actor, created_at: at, label, performed_via_github_app: app }) => {
      const name = label?.name
      if (name == null) throw new Unreadable('the history of the labels', 'an event names no label')
      return {
        kind: 'label',
        name,
        ...nameActor(actor),
        at,
        via_app: app == null ? null : (app.slug ?? 'an App'),
        removed: event === 'unlabeled',
        head_sha: wasClosed(at) ? '' : positionAt(ledger, at),
      }
    })
}

/** Whether an event is that of getting another base. */
export function isRetargeting({ event }: IssueEvent): boolean {
  return RETARGETING.has(event)
}

function toRetargetings(events: readonly IssueEvent[], ledger: Ledger | null): MoveFact[] {
  return events.filter(isRetargeting).map(({ actor, created_at: at }) => ({
    kind: 'retargeted',
    ...nameActor(actor),
    at,
    head_sha: positionAt(ledger, at),
  }))
}

/** A review belongs to the commit it was given for, wherever the head ref stood. */
function toReviewFact({ user, state, submitted_at: at, commit_id }: Review): ApprovalFact[] {
  if (at == null) return []
  return [{ kind: 'review', state, ...nameActor(user), at, head_sha: commit_id ?? '' }]
}

/** What else a policy may make the gate ask for. */
export interface FurtherRequest {
  readonly policy: Policy | null
  readonly checkName: string
  /** Heads that approvals were given for, besides the present one. */
  readonly pastHeads: readonly string[]
  /** Heads for which anything was given that could be a signature. */
  readonly signedHeads: readonly string[]
}

const OWN_REPORTS = "the gate's own reports"
/** Nobody could ever sign after a report that is not published. */
const NEVER_REPORTED =
  'the policy says "approvals.after_report: true" and the input "check-name" is empty, so the gate publishes none; give "check-name" a name, or set "after_report: false"'

/**
 * Reads comments where an override is at stake, and the gate's own reports where somebody has signed.
 * @throws Unreadable when the policy asks for reports that are not published, or when one cannot be read.
 */
export async function readFurtherFacts(
  reader: GitHubReader,
  pull: Pull,
  further: FurtherRequest,
): Promise<ApprovalFact[]> {
  const { policy, checkName, pastHeads } = further
  const mustFollow = policy?.approvals?.after_report === true
  if (mustFollow && checkName === '') throw new Unreadable(OWN_REPORTS, NEVER_REPORTED)
  const asked = mustFollow
    ? [pull.head.sha, ...pastHeads]
    : listReportedHeads(further, pull.head.sha)
  const request = { number: pull.number, heads: asked, checkName, mustFollow }
  const [comments, reports] = await Promise.all([
    isOverrideAsked(policy, pull) ? reader.comments(pull.number) : [],
    checkName === '' ? [] : readPastReports(reader, request),
  ])
  return [...comments.flatMap(toCommentFact), ...reports]
}

/** The heads whose reports are asked for; that of the present one also tells since when people are waited for. */
function listReportedHeads(further: FurtherRequest, headSha: string): readonly string[] {
  const binding = listBindingHeads(further, headSha)
  return binding.length === 0 && isEscalating(further.policy) ? [headSha] : binding
}

function isEscalating(policy: Policy | null): boolean {
  const { escalate_after, tiers } = policy?.approvals ?? { escalate_after: null, tiers: {} }
  return (
    escalate_after !== null || Object.values(tiers).some((tier) => tier.escalate_after !== null)
  )
}

/**
 * The heads on which reports bind a signature: those it was given for, as far as it could be carried
 * over from them, and the present one, to which it would be carried.
 */
function listBindingHeads(
  { pastHeads, signedHeads }: FurtherRequest,
  headSha: string,
): readonly string[] {
  if (signedHeads.length === 0) return []
  return [headSha, ...pastHeads.filter((sha) => signedHeads.includes(sha))]
}

function isOverrideAsked(policy: Policy | null, pull: Pull): boolean {
  const wanted = policy?.override?.label.toLowerCase()
  return wanted !== undefined && pull.labels.some(({ name }) => name?.toLowerCase() === wanted)
}

/**
 * A reason is given by the person who overrides, not by an App in their name, and not by whoever edited
 * their comment afterwards.
 */
function toCommentFact(comment: Comment): ApprovalFact[] {
  const { user, body, created_at: at, updated_at, performed_via_github_app: app } = comment
  const isEdited = Date.parse(updated_at) !== Date.parse(at)
  if (app != null || isEdited) return []
  return [{ kind: 'comment', ...nameActor(user), at, head_sha: '', text: body ?? '' }]
}
