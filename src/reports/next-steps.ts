import { OUTDATED } from '../engine/approvals/signatures.ts'
import type { Decision } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'
import { describeEffect, isOpen } from './verdict.ts'

/** Who can take the next step. */
export type Doer = 'author' | 'planner' | 'approver' | 'maintainer'

/** One thing to do. `remedy` is the finding's own text: escape it. */
export interface Step {
  readonly remedy: string
  /** Further findings of the same rule whose remedy differs, mostly by path. */
  readonly similar: number
}

export interface StepGroup {
  readonly doer: Doer
  readonly who: string
  readonly steps: readonly Step[]
  /** Steps left out of a long list. */
  readonly more: number
}

const NAMES: Readonly<Record<Doer, string>> = {
  author: 'The author, or the agent working for them',
  planner: 'Whoever owns or approves the plan',
  approver: 'Code owners and approvers',
  maintainer: 'Maintainers of this repository',
}

/** How the catalogue's remedies begin when they name who is to act. */
const PREFIXES: Readonly<Record<string, Doer>> = {
  Author: 'author',
  'Plan owner': 'planner',
  'Plan approver': 'planner',
  'Code owner': 'approver',
  'Owner of the policy file': 'approver',
  Maintainer: 'maintainer',
}

/** Steps shown per person; the findings list has the rest. */
const STEPS_SHOWN = 6

/**
 * The open findings' remedies without repetition, under those who can act on them. While the author has to change
 * something, owners have nothing to sign yet: a signature for this state would not hold for the next one.
 */
export function planNextSteps(decision: Decision): readonly StepGroup[] {
  const todo = decision.findings.filter((finding) => isToDo(decision, finding))
  const open = todo.filter((finding) => !isSaidWithMissing(finding, todo))
  return (Object.keys(NAMES) as Doer[])
    .map((doer) => {
      const theirs = open.filter((finding) => findDoer(finding) === doer)
      return doer === 'approver' && isUpToAuthor(decision) ? putOff(theirs) : toGroup(doer, theirs)
    })
    .filter((group) => group.steps.length > 0)
}

/** Whether something stops this change that only its author can settle. */
export function isUpToAuthor(decision: Decision): boolean {
  if (decision.conclusion !== 'block') return false
  return decision.findings.some(
    (finding) => describeEffect(decision, finding) === 'blocks' && findDoer(finding) === 'author',
  )
}

/** In place of steps that would have to be taken again. */
function putOff(findings: readonly Finding[]): StepGroup {
  const steps = findings.length === 0 ? [] : [{ remedy: NOTHING_YET, similar: 0 }]
  return { doer: 'approver', who: NAMES.approver, steps, more: 0 }
}

const NOTHING_YET = 'Nothing yet: you are asked when the author is through.'

/** Beside what blocks, what only would block can wait: whoever is stopped reads what lets them go on. */
function isToDo(decision: Decision, finding: Finding): boolean {
  const isLater =
    decision.conclusion === 'block' && describeEffect(decision, finding) === 'would block'
  return isOpen(decision, finding) && !isLater
}

/** Whoever signs what is missing does with it what an outdated signature asks for: one step is enough. */
function isSaidWithMissing({ rule, evidence }: Finding, todo: readonly Finding[]): boolean {
  if (rule !== 'approval/stale' || !OUTDATED.has(evidence.problem)) return false
  const missing = todo.filter((other) => other.rule === 'approval/missing')
  if (evidence.via === 'review') return missing.some((other) => other.evidence.reviews === true)
  const name = String(evidence.name).toLowerCase()
  return missing.some(({ evidence: { labels } }) => {
    return Array.isArray(labels) && labels.some((label) => label.toLowerCase() === name)
  })
}

/** What the list of steps is called: in observe and warn mode nothing has to be done yet. */
export function titleNextSteps(decision: Decision): string {
  if (decision.conclusion === 'override') return 'What was set aside, and how to settle it'
  return isOnTrial(decision) ? 'What would be needed to pass' : 'What to do next'
}

/** Whether the steps are only what enforcement would ask for. */
function isOnTrial(decision: Decision): boolean {
  if (decision.conclusion === 'block') return false
  const effects = decision.findings.map((finding) => describeEffect(decision, finding))
  return decision.mode !== 'enforce' || effects.includes('would block')
}

/** The remedy's own first words, else by level: an `approve` finding needs somebody to sign. */
function findDoer({ level, remedy }: Finding): Doer {
  const [prefix = ''] = remedy.split(':', 1)
  if (Object.hasOwn(PREFIXES, prefix)) return PREFIXES[prefix] ?? 'author'
  return level === 'approve' ? 'approver' : 'author'
}

/** How remedies begin whose doer the heading names already. */
const SAID = /^(?:Author|Maintainer|Code owner|Plan approver|Owner of [^:]*): (.)/su

/** Under a heading that says the same, `Author: mend it.` reads better as `Mend it.` */
function dropPrefix(remedy: string): string {
  return remedy.replace(SAID, (_, first: string) => first.toUpperCase())
}

function toGroup(doer: Doer, findings: readonly Finding[]): StepGroup {
  const steps = mergeSteps(findings)
  const shown = steps.slice(0, STEPS_SHOWN)
  return { doer, who: NAMES[doer], steps: shown, more: steps.length - shown.length }
}

/** One step per rule: its first remedy stands for the others, and equal remedies are one step. */
function mergeSteps(findings: readonly Finding[]): readonly Step[] {
  const remediesByRule = new Map<string, Set<string>>()
  for (const { rule, remedy } of findings) {
    remediesByRule.set(rule, (remediesByRule.get(rule) ?? new Set()).add(dropPrefix(remedy)))
  }
  const steps = new Map<string, Step>()
  for (const [remedy = '', ...others] of remediesByRule.values()) {
    const similar = (steps.get(remedy)?.similar ?? 0) + others.length
    steps.set(remedy, { remedy, similar })
  }
  return [...steps.values()]
}
