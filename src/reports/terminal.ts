import type { CheckStatus, Decision } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'
import { escapeLog } from './escape.ts'
import { describeGivenFile } from './markdown/record.ts'
import { planNextSteps, type StepGroup, titleNextSteps } from './next-steps.ts'
import { paint, type Style, wrap } from './terminal-text.ts'
import {
  count,
  countOthers,
  describeEffect,
  describeVerdict,
  type Effect,
  nameOwnMode,
  orderFindings,
  type Tone,
} from './verdict.ts'
import { describeWaitingFor } from './waiting.ts'

export interface TerminalOptions {
  /** Whether to use colour; the entry knows about terminals and NO_COLOR. */
  readonly colour: boolean
  /** Columns to wrap at; 100 when absent. */
  readonly width?: number
}

const DEFAULT_WIDTH = 100

/** Findings printed per rule; the JSON record has every one. */
const FINDINGS_SHOWN = 25

const TONES: Readonly<Record<Tone, Style>> = { good: 'green', caution: 'yellow', bad: 'red' }
const STATUSES: Readonly<Record<CheckStatus, Style>> = {
  pass: 'green',
  fail: 'red',
  warn: 'yellow',
  skipped: 'dim',
}
const EFFECTS: Readonly<Record<Effect, Style>> = {
  blocks: 'red',
  'would block': 'yellow',
  'set aside': 'yellow',
  waiting: 'yellow',
  signed: 'green',
  warning: 'yellow',
  note: 'dim',
}

/**
 * The decision for a person at a terminal, and for whoever reads a CI log: verdict, next steps,
 * findings, checks, record. All foreign text is escaped for both, since a log may be a runner's.
 */
export function renderTerminal(decision: Decision, options: TerminalOptions): string {
  const sections = [
    renderVerdict(decision, options),
    renderNextSteps(decision, options),
    renderFindings(decision, options),
    renderWaiting(decision, options),
    renderAcceptance(decision, options),
    renderChecks(decision, options),
    renderSignatures(decision, options),
    renderRecord(decision, options),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function renderVerdict(decision: Decision, { colour }: TerminalOptions): readonly string[] {
  const { word, detail, tone } = describeVerdict(decision)
  const others = countOthers(decision)
  const rest = others === '' ? '' : ` (also ${others})`
  const waiting = decision.waiting === undefined ? [] : [describeWaitingFor(decision.waiting)]
  return [
    `${paint(`${word}:`, [TONES[tone], 'bold'], colour)} ${detail}${rest}`,
    ...waiting.map(escapeLog),
  ]
}

function renderNextSteps(decision: Decision, options: TerminalOptions): readonly string[] {
  const groups = planNextSteps(decision)
  if (groups.length === 0) return []
  const title = paint(titleNextSteps(decision), ['bold'], options.colour)
  return [title, ...groups.flatMap((group) => renderStepGroup(group, options))]
}

function renderStepGroup(group: StepGroup, options: TerminalOptions): readonly string[] {
  const lines = group.steps.flatMap(({ remedy, similar }) => {
    const others = similar === 0 ? '' : ` (and ${similar} similar, see below)`
    return wrapAt(`${escapeLog(remedy)}${others}`, '    - ', '      ', options)
  })
  const more = group.more === 0 ? [] : [`    - and ${group.more} more, see below`]
  return [`  ${group.who}`, ...lines, ...more]
}

function wrapAt(text: string, first: string, rest: string, { width }: TerminalOptions) {
  return wrap(text, { first, rest, width: width ?? DEFAULT_WIDTH })
}

function renderFindings(decision: Decision, options: TerminalOptions): readonly string[] {
  const shown = orderFindings(decision).filter((one) => describeEffect(decision, one) !== 'waiting')
  return renderGroups('Findings', decision, shown, options)
}

/** Locally nobody can have signed yet: such findings are told, but they do not block here. */
function renderWaiting(decision: Decision, options: TerminalOptions): readonly string[] {
  const shown = orderFindings(decision).filter((one) => describeEffect(decision, one) === 'waiting')
  return renderGroups('Waiting for a signature on the pull request', decision, shown, options)
}

function renderGroups(
  title: string,
  decision: Decision,
  findings: readonly Finding[],
  options: TerminalOptions,
): readonly string[] {
  if (findings.length === 0) return []
  const groups = groupFindings(decision, findings)
  const lines = [...groups.values()].flatMap((group) => renderGroup(decision, group, options))
  return [paint(title, ['bold'], options.colour), ...lines]
}

/** By rule and effect, in the order of the decision. */
function groupFindings(
  decision: Decision,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.rule} ${describeEffect(decision, finding)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return groups
}

function renderGroup(
  decision: Decision,
  group: readonly Finding[],
  options: TerminalOptions,
): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const effect = describeEffect(decision, first)
  const number = group.length === 1 ? '' : ` (${group.length})`
  const left = group.length - FINDINGS_SHOWN
  return [
    `  ${escapeLog(first.rule)}${number} ${paint(effect, [EFFECTS[effect]], options.colour)}`,
    ...renderMessages(group.slice(0, FINDINGS_SHOWN), options),
    ...(left > 0 ? [`    and ${left} more; --format json lists every one`] : []),
  ]
}

/** Each message once, above the places it is about. */
function renderMessages(findings: readonly Finding[], options: TerminalOptions): readonly string[] {
  const placesByMessage = new Map<string, string[]>()
  for (const finding of findings) {
    const places = placesByMessage.get(finding.message) ?? []
    placesByMessage.set(finding.message, [...places, ...describePlace(finding)])
  }
  return [...placesByMessage].flatMap(([message, places]) => [
    ...wrapAt(escapeLog(message), '    ', '    ', options),
    ...places.map((place) => `      ${paint(escapeLog(place), ['cyan'], options.colour)}`),
  ])
}

function describePlace({ path, line }: Finding): readonly string[] {
  if (path === null) return []
  return [line === null ? path : `${path}:${line}`]
}

/** Criteria and their tests listed; the JSON record has every one. */
const CRITERIA_SHOWN = 40

function renderAcceptance({ acceptance }: Decision, options: TerminalOptions): readonly string[] {
  if (acceptance === null || acceptance.criteria.length === 0) return []
  const rows = acceptance.criteria.slice(0, CRITERIA_SHOWN).flatMap((criterion) => {
    const { id, criterion: words, met, accepted, tests } = criterion
    const label = accepted === null ? [] : [{ test: 'accepted by label', met: accepted }]
    const parts = [...tests, ...label].slice(0, CRITERIA_SHOWN)
    return [
      ...wrapAt(`${escapeLog(id)} ${escapeLog(words)}`, `  ${mark(met)} `, '    ', options),
      ...parts.map((part) => `      ${mark(part.met)} ${escapeLog(part.test)}`),
    ]
  })
  const more = acceptance.criteria.length - CRITERIA_SHOWN
  const rest = more > 0 ? [`  and ${more} more; --format json lists every one`] : []
  return [paint('Acceptance', ['bold'], options.colour), ...rows, ...rest]
}

function mark(isMet: boolean): string {
  return isMet ? 'met ' : 'open'
}

function renderChecks(decision: Decision, options: TerminalOptions): readonly string[] {
  const rows = decision.checks.flatMap((check) => {
    const { id, status } = check
    const own = nameOwnMode(decision, check)
    const summary = `${own && `${own} mode: `}${check.summary}`
    const shown = paint(status.padEnd(8), [STATUSES[status]], options.colour)
    const [first = '', ...rest] = wrapAt(escapeLog(summary), '', ' '.repeat(22), {
      ...options,
      width: (options.width ?? DEFAULT_WIDTH) - 22,
    })
    return [`  ${id.padEnd(12)}${shown}${first}`.trimEnd(), ...rest]
  })
  return [paint('Checks', ['bold'], options.colour), ...rows]
}

/** Groups of signers listed; the JSON record has every one. */
const GROUPS_SHOWN = 20

/** Who has to sign, and how those do who still have to. */
function renderSignatures({ signing }: Decision, options: TerminalOptions): readonly string[] {
  if (signing === null || signing.groups.length === 0) return []
  const rows = signing.groups.slice(0, GROUPS_SHOWN).flatMap((group) => {
    const who = group.owners.length === 0 ? 'nobody owns it' : group.owners.join(' or ')
    const text = `${who} (${group.asked_by.join(', ')}): ${describeSignature(group)}`
    return wrapAt(escapeLog(text), '  ', '    ', options)
  })
  const more = signing.groups.length - GROUPS_SHOWN
  const rest = more > 0 ? [`  and ${more} more; --format json lists every one`] : []
  return [paint('Signatures', ['bold'], options.colour), ...rows, ...rest]
}

type SigningGroup = NonNullable<Decision['signing']>['groups'][number]

function describeSignature({ state, signed_by, labels, reviews }: SigningGroup): string {
  if (state === 'signed') return `signed by ${signed_by.map(({ actor }) => actor).join(', ')}`
  if (state === 'nobody-can') return 'nobody can sign as things are'
  if (state === 'unknown') return 'asked for on the pull request'
  const ways = [...labels.map((label) => `label ${label}`), ...(reviews ? ['review'] : [])]
  return `waiting for ${ways.join(' or ')}`
}

function renderRecord(decision: Decision, options: TerminalOptions): readonly string[] {
  const { subject, stats } = decision
  const size = `${count(stats.files, 'file')}, +${stats.added} -${stats.removed}`
  const range = `${subject.merge_base_sha.slice(0, 12)}..${subject.head_sha.slice(0, 12)}`
  const rows: readonly (readonly [string, string])[] = [
    ['Plan', describePlan(decision.plan)],
    ['Policy', describePolicy(decision.policy)],
    ['Change', `${size}, ${range}`],
    ...(decision.audit === null ? [] : [['Audit', describeAudit(decision.audit)] as const]),
    [
      'Agent',
      subject.agent.is_agent ? `yes: ${subject.agent.signals.join(', ')}` : 'not recognised',
    ],
    ['Digest', decision.digest],
  ]
  return rows.flatMap(([name, value]) => {
    return wrapAt(escapeLog(value), name.padEnd(8), ' '.repeat(8), options)
  })
}

function describePlan(plan: Decision['plan']): string {
  if (plan === null) return 'none'
  const given = describeGivenFile(plan.source, '--plan')
  const approved =
    plan.approved_by.length === 0 ? '' : `, approved by ${plan.approved_by.join(', ')}`
  const from = `${plan.source}${given && ` (${given})`}`
  return `${plan.id} "${plan.title}", owner ${plan.owner}${approved}, from ${from}`
}

function describeAudit({ assurance, chains }: NonNullable<Decision['audit']>): string {
  const signers = chains.flatMap(({ sealed_by }) => sealed_by ?? [])
  const sealed = signers.length === 0 ? '' : `, sealed by ${[...new Set(signers)].join(', ')}`
  return `${count(chains.length, 'chain')}, ${assurance}${sealed}`
}

function describePolicy(policy: Decision['policy']): string {
  if (policy === null) return 'none that can be used'
  const given = describeGivenFile(policy.source, '--policy')
  const parents = policy.extends.length === 0 ? '' : `, extends ${policy.extends.join(', ')}`
  return `${policy.source}${given && ` (${given})`}${parents}, SHA-256 ${policy.sha256}`
}
