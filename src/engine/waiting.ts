import { findRisk, findTier } from './approvals/requirements.ts'
import { type Case, namesOf } from './case.ts'
import type { Waiting } from './decision.ts'
import type { Evidence } from './evidence.ts'
import type { Finding } from './finding.ts'
import { checkOfRule } from './modes.ts'

/** Rules that a person settles by signing, and nobody by working. */
const SIGNED_AWAY = new Set([
  'approval/missing',
  'approval/insufficient',
  'approval/not-owner',
  'approval/not-independent',
  'approval/bot',
  'approval/stale',
  'acceptance/not-accepted',
  'plan/unapproved',
  'plan/stale-approval',
])

const HOUR = 60 * 60 * 1000
const SHOWN = 10

/**
 * How long a blocked change has waited for signatures and for nothing else; null when it has something
 * else to wait for, when the policy sets no time, or when the time has not passed. A push, which an agent
 * may make, begins the waiting anew: there is a new change to look at.
 */
export function describeWaiting(
  subject: Case,
  findings: readonly Finding[],
  now: Date,
): Waiting | null {
  const hours = findPatience(subject)
  const blocking = findings.filter(
    ({ blocking, rule }) => blocking && subject.modes[checkOfRule(rule)] === 'enforce',
  )
  if (hours === null || !blocking.every(waitsForPeople)) return null
  const since = findStart(subject.evidence)
  if (since === null) return null
  const steps = countSteps(since, now.getTime(), hours)
  if (steps < 1) return null
  return {
    since: new Date(since).toISOString(),
    for: namePeople(blocking),
    after_hours: hours,
    steps,
  }
}

/** Whole steps between two times in milliseconds. */
export function countSteps(since: number, until: number, hours: number): number {
  return Math.max(0, Math.floor((until - since) / (hours * HOUR)))
}

/** The hours of the tier that applies, else of the policy; null: nobody is in a hurry. */
function findPatience(subject: Case): number | null {
  const { policy, files } = subject
  if (policy.approvals === null) return null
  const paths = [...new Set(files.flatMap(namesOf))]
  const tier = findTier(policy.approvals, findRisk(subject), paths)
  return tier?.escalate_after ?? policy.approvals.escalate_after
}

function waitsForPeople({ rule, level, evidence }: Finding): boolean {
  return (level === 'approve' || SIGNED_AWAY.has(rule)) && evidence.nobody !== true
}

/** Before the gate has reported, nobody was asked. */
function findStart({ facts, headSha }: Evidence): number | null {
  const onHead = (facts ?? []).filter((fact) => fact.head_sha === headSha)
  const reports = onHead.filter(({ kind }) => kind === 'report').map(({ at }) => Date.parse(at))
  const moves = onHead
    .filter(({ kind }) => kind === 'push' || kind === 'opened' || kind === 'retargeted')
    .map(({ at }) => Date.parse(at))
  return reports.length === 0 ? null : Math.max(Math.min(...reports), ...moves)
}

function namePeople(findings: readonly Finding[]): string[] {
  const named = findings.flatMap(({ evidence }) => evidence.able ?? evidence.owners ?? [])
  return [...new Set(named.map(String))].sort().slice(0, SHOWN)
}
