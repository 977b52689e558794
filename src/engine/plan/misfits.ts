import type { BareFinding, FindingEvidence } from '../finding.ts'

/**
 * What to say of plans on the protected branch that do not fit a change which names none of them. They are other
 * people's plans: pointing at one of them as the mistake would be advice to borrow it.
 */

/** Plans told by name; a branch may hold hundreds of old ones. */
const NEAR_SHOWN = 3

/**
 * Plans of another branch as one finding, and expired ones as another. An expired plan of another branch is told
 * only where there is nothing else. Other findings are left as they are.
 */
export function gatherMisfits(findings: readonly BareFinding[]): BareFinding[] {
  const isElsewhere = ({ passing }: BareFinding) => passing?.elsewhere === true
  const near = findings.filter((finding) => !isElsewhere(finding))
  const told = near.length > 0 ? near : findings
  const misfits = ['plan/expired', 'plan/branch-mismatch'].flatMap((rule) => {
    const plans = told.filter((finding) => finding.rule === rule)
    return plans.length === 0 ? [] : [gather(plans)]
  })
  const others = told.filter(({ rule }) => !(rule in NEARNESS))
  return [...misfits, ...others]
}

/** One finding of each kind says enough. */
export function firstOfEachRule(findings: readonly BareFinding[]): BareFinding[] {
  return findings.filter(
    ({ rule }, at) => findings.findIndex((finding) => finding.rule === rule) === at,
  )
}

/** A single plan keeps its facts; of several none is the one that it is about. */
function gather(findings: readonly BareFinding[]): BareFinding {
  const [first, ...others] = findings
  if (first === undefined) throw new RangeError('there is no plan to tell of')
  const near = findings.map(nameNear).sort()
  const passing = { near: near.slice(0, NEAR_SHOWN), near_count: near.length }
  if (others.length === 0) return { ...first, passing }
  const { rule, level, evidence } = first
  return {
    rule,
    level,
    evidence: { plans: near.slice(0, NEAR_SHOWN), ...actual(evidence) },
    passing,
  }
}

const NEARNESS: Readonly<Record<string, (evidence: FindingEvidence) => string>> = {
  'plan/expired': ({ plan, expires }) => `${plan} (until ${expires})`,
  'plan/branch-mismatch': ({ plan, branch, base }) =>
    `${plan} (${[branch ?? 'any branch', base ?? 'any base'].join(' into ')})`,
}

function nameNear({ rule, evidence = {} }: BareFinding): string {
  return NEARNESS[rule]?.(evidence) ?? String(evidence.plan)
}

/** What a plan would have to be for. */
function actual(evidence: FindingEvidence = {}): FindingEvidence {
  const { actual_base: base, actual_branches: branches } = evidence
  return branches === undefined ? {} : { actual_base: base ?? null, actual_branches: branches }
}
