import type { Advice, AdviceLevel } from '../engine/doctor/advice.ts'
import type { Diagnosis, Section } from '../engine/doctor/index.ts'
import { escapeLog } from './escape.ts'
import type { TerminalOptions } from './terminal.ts'
import { paint, type Style, wrap } from './terminal-text.ts'
import { count } from './verdict.ts'

/** A sign, a word for those who do not see colours, and a colour. */
const SIGNS: Readonly<Record<AdviceLevel, readonly [string, Style]>> = {
  good: ['✓', 'green'],
  advice: ['!', 'yellow'],
  problem: ['✗', 'red'],
  unknown: ['?', 'dim'],
}

const DEFAULT_WIDTH = 100

/** The diagnosis for a person at a terminal. Names in it are anybody's who can write, and escaped. */
export function renderDiagnosis(diagnosis: Diagnosis, options: TerminalOptions): string {
  const { repository, default_branch, check_name } = diagnosis
  const check = check_name === null ? 'no published check' : `check "${check_name}"`
  const head = escapeLog(`${repository}, default branch ${default_branch}, ${check}`)
  const parts = [
    [paint(head, ['bold'], options.colour)],
    ...diagnosis.sections.map((section) => renderSection(section, options)),
    renderSummary(diagnosis, options),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Answers printed under one question. */
const SHOWN = 25

/** A fix that several answers in a row share is printed once, below the last of them. */
function renderSection({ title, advice }: Section, options: TerminalOptions): string[] {
  const shown = chooseShown(advice)
  const more = advice.length - shown.length
  return [
    paint(title, ['bold'], options.colour),
    ...shown.flatMap((one, at) => [
      ...renderMessage(one, options),
      ...(one.fix === shown[at + 1]?.fix ? [] : renderFix(one, options)),
    ]),
    ...(more > 0 ? [`    and ${more} more; --format json lists every one`] : []),
  ]
}

/** Where there is no room for all, the worst are shown: lists are as long as their authors like. */
function chooseShown(advice: readonly Advice[]): readonly Advice[] {
  if (advice.length <= SHOWN) return advice
  const rank = ({ level }: Advice) => WORST_FIRST.indexOf(level)
  return advice.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN)
}

const WORST_FIRST: readonly AdviceLevel[] = ['problem', 'unknown', 'advice', 'good']

function renderMessage({ level, message }: Advice, { width, colour }: TerminalOptions): string[] {
  const [sign, style] = SIGNS[level]
  const room = { first: '', rest: '    ', width: (width ?? DEFAULT_WIDTH) - 4 }
  const [first = '', ...rest] = wrap(escapeLog(message), room)
  return [`  ${paint(sign, [style], colour)} ${first}`, ...rest]
}

function renderFix({ fix }: Advice, { width }: TerminalOptions): readonly string[] {
  const room = { first: '    → ', rest: '      ', width: width ?? DEFAULT_WIDTH }
  return fix === null ? [] : wrap(escapeLog(fix), room)
}

function renderSummary({ counts }: Diagnosis, { colour }: TerminalOptions): string[] {
  const { problem, advice, unknown } = counts
  const parts = [
    problem === 0 ? 'No problem was found' : `${count(problem, 'problem')} found`,
    ...(advice === 0 ? [] : [`${count(advice, 'piece', 'pieces')} of advice`]),
    ...(unknown === 0 ? [] : [`${count(unknown, 'thing')} that could not be told`]),
  ]
  const style: Style = problem > 0 ? 'red' : unknown > 0 ? 'yellow' : 'green'
  return [paint(`${parts.join(', ')}.`, [style, 'bold'], colour)]
}
