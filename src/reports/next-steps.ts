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

/** The open findings' remedies without repetition, under those who can act on them. */
export function planNextSteps(decision: Decision): readonly StepGroup[] {
  const open = decision.findings.filter((finding) => isToDo(decision, finding))
  return (Object.keys(NAMES) as Doer[])
    .map((doer) => {
      const theirs = open.filter((finding) => findDoer(finding) === doer)
      return toGroup(doer, theirs)
    })
    .filter((group) => group.steps.length > 0)
}

/** Beside what blocks, what only would block can wait: whoever is stopped reads what lets them go on. */
function isToDo(decision: Decision, finding: Finding): boolean {
  const isLater =
    decision.conclusion === 'block' && describeEffect(decision, finding) === 'would block'
  return isOpen(decision, finding) && !isLater
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
