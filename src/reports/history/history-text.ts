import { formatDuration } from '../duration.ts'
import { escapeLog } from '../escape.ts'
import { paint, type Style } from '../terminal-text.ts'
import { count } from '../verdict.ts'
import type { History, NamedCount, Ranking } from './history.ts'

/** Lines of one list; the other formats have more. */
const LINES_SHOWN = 10
const BUCKETS_SHOWN = 31
const BAR_WIDTH = 24

export interface HistoryTextOptions {
  /** Whether to use colour; the entry knows about terminals and NO_COLOR. */
  readonly colour: boolean
}

/** Many decisions for a person at a terminal. */
export function renderHistoryText(history: History, { colour }: HistoryTextOptions): string {
  const title = (text: string, style: Style = 'bold') => paint(text, [style], colour)
  const sections = [
    describeGaps(history).map((line) => paint(line, ['red'], colour)),
    [title('Decisions'), ...describeVerdicts(history)],
    [title(`By ${history.timeline.unit} (blocked of all)`), ...describeTimeline(history)],
    [title('What blocks'), ...describeRules(history)],
    [title('Signatures'), ...describeWaits(history)],
    [title('Repositories (blocked of all)'), ...describeNames(history.repositories)],
    [title('Authors (blocked of all)'), ...describeNames(history.authors)],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function describeGaps({ unreadable, unreadable_more }: History): readonly string[] {
  const number = unreadable.length + unreadable_more
  if (number === 0) return []
  const shown = unreadable
    .slice(0, LINES_SHOWN)
    .map(({ file, why }) => `  ${escapeLog(file)}: ${escapeLog(why)}`)
  return [
    `Incomplete: ${count(number, 'file')} could not be read as a decision record.`,
    ...addMore(shown, number - shown.length),
  ]
}

function describeVerdicts({ period, decisions, verdicts, ...history }: History): readonly string[] {
  const { pass, block, override } = verdicts
  const { total, block: blocked } = history.pull_requests
  const rate =
    history.block_rate === null ? 'nothing was judged' : `${history.block_rate} % blocked`
  const filters = Object.entries(history.filters).map(([name, value]) => `${name} ${value}`)
  return [
    ...(filters.length === 0 ? [] : [`  only ${escapeLog(filters.join(', '))}`]),
    `  ${period.first ?? 'no time known'} to ${period.last ?? 'no time known'}`,
    `  ${count(decisions, 'decision')}: ${pass} passed, ${block} blocked, ${override} overridden, ${verdicts['not-applicable']} not applicable (${rate})`,
    `  ${count(total, 'pull request')}, ${blocked} of them blocked at last`,
    ...describeRest(history),
  ]
}

function describeRest(rest: Pick<History, 'duplicates' | 'undated' | 'left_out'>): string[] {
  const parts = [
    rest.duplicates > 0 ? `${rest.duplicates} found twice and counted once` : '',
    rest.undated > 0 ? `${rest.undated} without a time` : '',
    rest.left_out > 0 ? `${rest.left_out} left out by the period or a filter` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`  ${parts.join(', ')}`]
}

function describeTimeline({ timeline }: History): readonly string[] {
  const shown = timeline.buckets.slice(-BUCKETS_SHOWN)
  const sums = shown.map((it) => it.pass + it.block + it.override + it['not-applicable'])
  const most = Math.max(1, ...sums)
  const lines = shown.map(({ start, block }, at) => {
    const sum = sums[at] ?? 0
    return `  ${start}  ${drawBar(block, sum, most)}  ${block} of ${sum}`
  })
  const left = timeline.buckets.length - shown.length
  return left > 0 ? [`  ${left} earlier ones: --format html or json`, ...lines] : lines
}

/** Blocked ones are filled, all others are light: also without colour. */
function drawBar(part: number, sum: number, most: number): string {
  const length = Math.round((sum / most) * BAR_WIDTH)
  const filled = Math.min(length, Math.round((part / most) * BAR_WIDTH))
  return `${'█'.repeat(filled)}${'░'.repeat(length - filled)}`.padEnd(BAR_WIDTH)
}

function describeRules({ rules }: History): readonly string[] {
  if (rules.top.length === 0) return ['  nothing']
  const shown = rules.top.slice(0, LINES_SHOWN).map(({ rule, decisions, findings }) => {
    return `  ${String(decisions).padStart(6)}  ${escapeLog(rule)} (${count(findings, 'finding')})`
  })
  return addMore(shown, rules.top.length - shown.length + rules.more)
}

function describeWaits({ approvals }: History): readonly string[] {
  const { signatures, carried_over, unknown, median, ninetieth, longest } = approvals
  const rest = `${carried_over} carried over without waiting, ${unknown} of unknown time`
  const head = `  ${count(signatures, 'signature')} that count; ${rest}`
  if (median === null || ninetieth === null || longest === null) return [head]
  const [half, most, all] = [median, ninetieth, longest].map(formatDuration)
  return [head, `  half took up to ${half}, nine in ten up to ${most}, the longest ${all}`]
}

function describeNames({ top, more }: Ranking<NamedCount>): readonly string[] {
  const shown = top.slice(0, LINES_SHOWN).map(({ name, decisions, blocked }) => {
    return `  ${`${blocked} of ${decisions}`.padStart(12)}  ${escapeLog(name)}`
  })
  return addMore(shown, top.length - shown.length + more)
}

function addMore(lines: readonly string[], left: number): readonly string[] {
  return left > 0 ? [...lines, `  and ${left} more; --format json lists them`] : lines
}
