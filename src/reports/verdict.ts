import type { CheckResult, Conclusion, Decision, Mode } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'
import { checkOfRule } from '../engine/modes.ts'

/** What a finding does to this pull request, as a reader needs to hear it. */
export type Effect = (typeof EFFECTS)[number]

/** Most urgent first: the order in which findings are shown, and kept when room is short. */
const EFFECTS = [
  'blocks',
  'would block',
  'set aside',
  'waiting',
  'warning',
  'signed',
  'note',
] as const

/** The effects somebody still has to do something about, now or before enforcement. */
const STOPS: readonly Effect[] = ['blocks', 'would block', 'set aside']

export type Tone = 'good' | 'caution' | 'bad'

/** The verdict in one plain-text line of our own words: safe to print anywhere. */
export interface Headline {
  readonly word: string
  readonly detail: string
  readonly tone: Tone
  /** The effects that `detail` has counted. */
  readonly counted: readonly Effect[]
}

/** Worst first: what decides when several pull requests share one commit. */
const SEVERITY: readonly Conclusion[] = ['block', 'override', 'pass', 'not-applicable']

/** The decision that counts when all of them share a check run; null when there is none. */
export function pickWorst(decisions: readonly Decision[]): Decision | null {
  return [...decisions].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

/** A conclusion this code does not know ranks as the worst (-1). */
function rank(decision: Decision): number {
  return SEVERITY.indexOf(decision.conclusion)
}

/** The effect of one finding. `blocking` says what enforcement would do, whatever the mode is. */
export function describeEffect(decision: Decision, finding: Finding): Effect {
  if (finding.blocking || finding.level === 'deny') return describeStop(decision, finding)
  if (finding.level === 'approve') return finding.settled ? 'signed' : 'waiting'
  return finding.level === 'warn' ? 'warning' : 'note'
}

/** A check that is not enforced stops nothing, so nothing of it had to be set aside either. */
function describeStop(decision: Decision, { rule }: Finding): Effect {
  if (modeOf(decision, rule) !== 'enforce') return 'would block'
  return decision.conclusion === 'override' ? 'set aside' : 'blocks'
}

/** The mode of the check that a rule belongs to; a record without modes has one for all. */
function modeOf({ checks, mode }: Decision, rule: string): Mode {
  const id = checkOfRule(rule)
  return checks.find((check) => check.id === id)?.mode ?? mode
}

/** The mode of a check where it is not the policy's own, such as `warn`; else empty. */
export function nameOwnMode({ mode }: Decision, check: CheckResult): string {
  return check.mode === undefined || check.mode === mode ? '' : check.mode
}

/** `enforce`, or `enforce; patterns: warn, audit: observe` where checks differ from it. */
export function describeModes(decision: Decision): string {
  const others = decision.checks.flatMap((check) => {
    const own = nameOwnMode(decision, check)
    return own === '' ? [] : [`${check.id}: ${own}`]
  })
  return others.length === 0 ? decision.mode : `${decision.mode}; ${others.join(', ')}`
}

/** Whether no check at all can block. */
export function isTrial({ checks, mode }: Decision): boolean {
  return mode !== 'enforce' && !checks.some((check) => check.mode === 'enforce')
}

/** Whether somebody still has to do something about the finding, now or before enforcement. */
export function isOpen(decision: Decision, finding: Finding): boolean {
  const effect = describeEffect(decision, finding)
  return STOPS.includes(effect) || effect === 'waiting'
}

/** The findings, most urgent first, otherwise in the decision's own order. */
export function orderFindings(decision: Decision): readonly Finding[] {
  return EFFECTS.flatMap((effect) => {
    return decision.findings.filter((finding) => describeEffect(decision, finding) === effect)
  })
}

/** Findings of one rule that have the same effect. */
export interface FindingGroup {
  readonly rule: string
  readonly effect: Effect
  readonly findings: readonly Finding[]
}

/** Findings, as they are ordered, by rule and effect. */
export function groupFindings(
  decision: Decision,
  findings = orderFindings(decision),
): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>()
  for (const finding of findings) {
    const effect = describeEffect(decision, finding)
    const key = `${effect} ${finding.rule}`
    const group = groups.get(key) ?? { rule: finding.rule, effect, findings: [] }
    group.findings.push(finding)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** `1 warning`, `2 warnings`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** The verdict: its word, and what stands behind it in numbers. */
export function describeVerdict(decision: Decision): Headline {
  switch (decision.conclusion) {
    case 'pass':
      return isTrial(decision) ? describeTrial(decision) : describePass(decision)
    case 'override':
      return describeOverride(decision)
    case 'not-applicable':
      return {
        word: 'Not applicable',
        detail: explainNotApplicable(decision),
        tone: 'good',
        counted: [],
      }
    default:
      return describeBlock(decision)
  }
}

function describeBlock(decision: Decision): Headline {
  const stops = countEffects(decision, ['blocks'])
  const detail = stops === 0 ? 'no finding says why' : `${count(stops, 'finding')} to settle`
  return { word: 'Blocked', detail, tone: 'bad', counted: ['blocks'] }
}

function describeOverride(decision: Decision): Headline {
  const detail = `${count(countEffects(decision, ['set aside']), 'finding')} set aside`
  return { word: 'Passed by emergency override', detail, tone: 'caution', counted: ['set aside'] }
}

function describePass(decision: Decision): Headline {
  const waiting = countEffects(decision, ['waiting'])
  if (waiting > 0) {
    const detail = `${count(waiting, 'finding')} waiting for a signature on the pull request`
    return { word: 'Passed locally', detail, tone: 'caution', counted: ['waiting'] }
  }
  const softened = countEffects(decision, ['would block'])
  if (softened > 0) {
    const detail = `${count(softened, 'finding')} would block if every check were enforced`
    return { word: 'Passed', detail, tone: 'caution', counted: ['would block'] }
  }
  const warnings = countEffects(decision, ['warning'])
  const detail = warnings === 0 ? 'nothing to settle' : `${count(warnings, 'warning')} to look at`
  return { word: 'Passed', detail, tone: 'good', counted: ['warning'] }
}

/** Observe and warn mode never fail, so the line must say what enforcement would have done. */
function describeTrial(decision: Decision): Headline {
  const stops = countEffects(decision, STOPS)
  const word = decision.mode === 'observe' ? 'Observe mode' : 'Warn mode'
  const detail = stops === 0 ? 'nothing would block' : `${count(stops, 'finding')} would block`
  return { word, detail, tone: stops === 0 ? 'good' : 'caution', counted: STOPS }
}

function explainNotApplicable(decision: Decision): string {
  return decision.subject.agent.is_agent
    ? 'the policy asks nothing of this change'
    : 'the policy is for agents, and nothing marks this change as made by one'
}

/** The verdict as one sentence, for titles. */
export function formatHeadline(decision: Decision): string {
  const { word, detail } = describeVerdict(decision)
  return `${word}: ${detail}`
}

/** What the headline leaves uncounted, such as `1 waiting for a signature, 2 warnings`, or ''. */
export function countOthers(decision: Decision): string {
  const { counted } = describeVerdict(decision)
  return EFFECTS.filter((effect) => !counted.includes(effect))
    .map((effect) => nameNumber(effect, countEffects(decision, [effect])))
    .filter((part) => part !== '')
    .join(', ')
}

function nameNumber(effect: Effect, number: number): string {
  if (number === 0) return ''
  if (effect === 'waiting') return `${number} waiting for a signature`
  return effect === 'warning' || effect === 'note' ? count(number, effect) : `${number} ${effect}`
}

function countEffects(decision: Decision, effects: readonly Effect[]): number {
  return decision.findings.filter((one) => effects.includes(describeEffect(decision, one))).length
}
