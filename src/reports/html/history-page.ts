import type { Conclusion } from '../../engine/decision.ts'
import { formatDuration } from '../duration.ts'
import {
  type Bucket,
  CONCLUSIONS,
  type History,
  type NamedCount,
  type Ranking,
  rateBlocks,
  type Unit,
} from '../history/history.ts'
import { count } from '../verdict.ts'
import { drawBar, drawColumns, drawLegend, type Look, PATTERNS } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { renderPage, type Section } from './page.ts'
import { badge, code, facts, fold, table, tile } from './parts.ts'

const NAMES: Readonly<Record<Conclusion, string>> = {
  pass: 'passed',
  block: 'blocked',
  override: 'overridden',
  'not-applicable': 'not applicable',
}

const LOOKS: Readonly<Record<Conclusion, Look>> = {
  pass: 'pass',
  block: 'block',
  override: 'override',
  'not-applicable': 'idle',
}

const UNITS: Readonly<Record<Unit, string>> = {
  day: 'day',
  week: 'week (from Monday)',
  month: 'month',
  year: 'year',
}

/** Columns of one chart: only forged times can ask for more. */
const COLUMNS_SHOWN = 62
const FILES_SHOWN = 200

/** Many decisions as one page: verdicts over time, block rate, rules, waits, and who and where. */
export function renderHistoryPage(history: History): string {
  const sections: readonly Section[] = [
    { id: 'verdicts', title: 'Verdicts over time', body: renderVerdicts(history) },
    { id: 'rate', title: 'Block rate', body: renderRate(history) },
    { id: 'rules', title: 'What blocks', body: renderRules(history) },
    { id: 'latency', title: 'How long signatures take', body: renderLatency(history) },
    { id: 'where', title: 'Where and by whom', body: renderNames(history) },
    { id: 'data', title: 'What this report is made of', body: renderSources(history) },
  ]
  const title = `Decisions ${describePeriod(history)} – Countersign`
  const foot = 'Times are UTC.'
  return renderPage({ title, head: renderHead(history), sections, foot })
}

function describePeriod({ period }: History): string {
  const from = (period.since ?? period.first)?.slice(0, 10)
  const to = (period.until ?? period.last)?.slice(0, 10)
  return from === undefined || to === undefined ? 'of no known time' : `from ${from} to ${to}`
}

function renderHead(history: History): Markup {
  const { decisions, block_rate: rate, pull_requests: pulls, approvals } = history
  const filters = Object.entries(history.filters).map(
    ([name, value]) => html`<p>Only ${name} ${code(value)}.</p>`,
  )
  return html`${PATTERNS}<p class="brand">Countersign · report</p>
<h1>Decisions ${describePeriod(history)}</h1>
${filters}${warnOfGaps(history)}
<ul class="tiles">
${tile(decisions, decisions === 1 ? 'decision' : 'decisions')}
${tile(pulls.total, pulls.total === 1 ? 'pull request' : 'pull requests', `${pulls.block} blocked at last`)}
${tile(rate === null ? '–' : `${rate} %`, 'block rate', 'of decisions that judged')}
${tile(history.verdicts.override, 'emergency overrides')}
${tile(approvals.median === null ? '–' : formatDuration(approvals.median), 'median wait', 'for a signature')}
</ul>`
}

/** A report that lacks something says so first, where nobody can miss it. */
function warnOfGaps({ unreadable, unreadable_more }: History): Markup | null {
  const number = unreadable.length + unreadable_more
  if (number === 0) return null
  const what = `${count(number, 'file')} could not be read as a decision record, so every number here may be too low.`
  return html`<div class="verdict bad"><p>${badge('bad', 'Incomplete')}: ${what} <a href="#data">Which ones</a></p></div>`
}

function renderVerdicts(history: History): Markup {
  const { unit } = history.timeline
  const buckets = history.timeline.buckets.slice(-COLUMNS_SHOWN)
  if (buckets.length === 0) return html`<p>No decision with a time.</p>`
  const series = CONCLUSIONS.map((conclusion) => ({
    name: NAMES[conclusion],
    look: LOOKS[conclusion],
    values: buckets.map((bucket) => bucket[conclusion]),
  }))
  const words = CONCLUSIONS.map((it) => `${history.verdicts[it]} ${NAMES[it]}`).join(', ')
  return html`<figure>
<figcaption>Decisions by ${UNITS[unit]}</figcaption>
${drawLegend(series)}
${drawColumns({
  id: 'columns',
  title: `Decisions by ${unit}`,
  description: `${words}. The table below has every ${unit}.`,
  labels: buckets.map(({ start }) => start),
  series,
})}
</figure>
${fold({ summary: 'The same as a table', body: tabulateVerdicts(unit, buckets), open: false })}`
}

function tabulateVerdicts(unit: Unit, buckets: readonly Bucket[]): Markup {
  return table({
    caption: `Decisions by ${UNITS[unit]}`,
    columns: [
      { name: 'From' },
      ...CONCLUSIONS.map((it) => ({ name: NAMES[it], numeric: true })),
      { name: 'Block rate', numeric: true },
    ],
    rows: buckets.map((bucket) => [
      bucket.start,
      ...CONCLUSIONS.map((it) => bucket[it]),
      formatRate(rateBlocks(bucket)),
    ]),
  })
}

function formatRate(rate: number | null): string {
  return rate === null ? '–' : `${rate} %`
}

function renderRate(history: History): Markup {
  const buckets = history.timeline.buckets.slice(-COLUMNS_SHOWN)
  const overall = history.block_rate
  if (overall === null) return html`<p>Nothing was judged.</p>`
  const values = buckets.map((bucket) => rateBlocks(bucket) ?? 0)
  return html`<p>Of a hundred decisions that judged anything, ${overall} blocked. One pull request may be judged many times until it passes.</p>
<figure>
<figcaption>Blocked, in a hundred of each ${history.timeline.unit}</figcaption>
${drawColumns({
  id: 'rate-columns',
  title: `Block rate by ${history.timeline.unit}`,
  description: `${overall} percent over all. The table above has every ${history.timeline.unit}.`,
  labels: buckets.map(({ start }) => start),
  series: [{ name: 'blocked', look: 'block', values }],
  most: 100,
  unit: ' %',
})}
</figure>`
}

function renderRules({ rules, decisions }: History): Markup {
  if (rules.top.length === 0) return html`<p>No finding blocked.</p>`
  const most = Math.max(...rules.top.map((rule) => rule.decisions))
  return table({
    caption: `Rules with findings that block, or would if the policy were enforced; of ${count(decisions, 'decision')}`,
    columns: [
      { name: 'Rule' },
      { name: 'Bar', drawn: true },
      { name: 'Decisions', numeric: true },
      { name: 'Findings', numeric: true },
    ],
    rows: rules.top.map((rule) => [
      code(rule.rule),
      drawBar('block', rule.decisions / most),
      rule.decisions,
      rule.findings,
    ]),
    more: rules.more,
  })
}

function renderLatency({ approvals }: History): Markup {
  const { signatures, carried_over, unknown, median, ninetieth, longest, waits } = approvals
  if (median === null || ninetieth === null || longest === null) {
    return html`<p>${count(signatures, 'signature')} that count, and of none is it known how long it took.</p>`
  }
  const most = Math.max(1, ...waits.map((wait) => wait.signatures))
  return html`<p>From the last push to the signature, by the server's clock: half took up to <strong>${formatDuration(median)}</strong>, nine in ten up to ${formatDuration(ninetieth)}, the longest ${formatDuration(longest)}.</p>
${table({
  caption: `${count(signatures, 'signature')} that count; ${carried_over} carried over without waiting, ${unknown} of unknown time`,
  columns: [
    { name: 'Within' },
    { name: 'Bar', drawn: true },
    { name: 'Signatures', numeric: true },
  ],
  rows: waits.map((wait) => [
    wait.below === null ? 'longer' : formatDuration(wait.below),
    drawBar('pass', wait.signatures / most),
    wait.signatures,
  ]),
})}`
}

function renderNames({ repositories, authors, plans }: History): Markup {
  return html`${rankNames('Repository', repositories)}
${rankNames('Author', authors)}
${rankNames('Plan', plans)}`
}

function rankNames(what: string, { top, more }: Ranking<NamedCount>): Markup | null {
  if (top.length === 0) return null
  const most = Math.max(...top.map(({ decisions }) => decisions))
  return table({
    caption: `Decisions by ${what.toLowerCase()}`,
    columns: [
      { name: what },
      { name: 'Bar', drawn: true },
      { name: 'Decisions', numeric: true },
      { name: 'Blocked', numeric: true },
    ],
    rows: top.map(({ name, decisions, blocked }) => [
      code(name),
      drawBar('idle', decisions / most),
      decisions,
      blocked,
    ]),
    more,
  })
}

function renderSources(history: History): Markup {
  const { period, unreadable, unreadable_more } = history
  const files = unreadable.slice(0, FILES_SHOWN)
  const list =
    files.length === 0
      ? null
      : table({
          caption: 'Files that could not be read',
          columns: [{ name: 'File' }, { name: 'Why' }],
          rows: files.map(({ file, why }) => [code(file), why]),
          more: unreadable.length + unreadable_more - files.length,
        })
  return html`${facts([
    ['Asked for', `from ${period.since ?? 'the first'} to ${period.until ?? 'the last'}`],
    ['Found', `from ${period.first ?? 'none'} to ${period.last ?? 'none'}`],
    ['Counted once', `${count(history.duplicates, 'record')} that lay there more than once`],
    ['Without a time', `${history.undated}, counted but on no timeline`],
    ['Left out', `${history.left_out}, by the period or a filter`],
  ])}${list}`
}
