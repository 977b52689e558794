import type { Invitation } from './approvals/invitation.ts'
import { namesOf } from './case.ts'
import type { Evidence } from './evidence.ts'
import { type BareFinding, type Finding, LEVELS } from './finding.ts'
import { hashCanonical } from './hash.ts'
import { wordFinding } from './wording/index.ts'

/** Whether somebody entitled has signed for an `approve` finding. */
export type Settles = (finding: BareFinding) => boolean

/** How an `approve` finding that nobody has signed for could still be settled. */
export type Advises = (finding: BareFinding) => Invitation

/** Gives bare findings their id, words and weight; sorted, and each only once. */
export function finishFindings(
  bare: readonly BareFinding[],
  evidence: Evidence,
  settles: Settles,
  advises: Advises | null = null,
): Finding[] {
  const each = new Map<string, Finding>()
  const gone = findGone(evidence)
  for (const finding of bare) {
    const finished = finishFinding(finding, evidence, settles, advises)
    const done = gone.has(finished.path ?? '') ? { ...finished, gone: true } : finished
    const known = each.get(done.id)
    if (known === undefined || compareFindings(done, known) < 0) each.set(done.id, done)
  }
  return sortFindings([...each.values()])
}

/** The names that the change takes away. */
function findGone({ files }: Evidence): ReadonlySet<string> {
  const kept = new Set(files.filter(({ after }) => after !== null).map(({ path }) => path))
  return new Set(files.flatMap(namesOf).filter((path) => !kept.has(path)))
}

/** Strictest first, then by rule, path, line and id: an order without ties. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(compareFindings)
}

function finishFinding(
  finding: BareFinding,
  { local, facts }: Evidence,
  settles: Settles,
  advises: Advises | null,
): Finding {
  const path = finding.path ?? null
  const evidence = finding.evidence ?? {}
  const isPending = local && facts === null
  const isOpen = finding.level === 'approve' && !isPending
  const settled = isOpen && settles(finding)
  const invitation = isOpen && !settled && advises !== null ? advises(finding) : null
  return {
    id: hashCanonical([finding.rule, path, evidence]).slice(0, 16),
    rule: finding.rule,
    level: finding.level,
    blocking: finding.level === 'deny' || (isOpen && !settled),
    settled,
    path,
    line: finding.line ?? null,
    ...wordFinding(finding, invitation),
    evidence,
  }
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    Number(b.blocking) - Number(a.blocking) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareText(a.rule, b.rule) ||
    compareText(a.path ?? '', b.path ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.id, b.id)
  )
}

/** By UTF-16 code units: the same on every machine, unlike locale order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
