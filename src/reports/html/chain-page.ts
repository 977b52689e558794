import { type ChainReading, isOnlyUnfinished } from '../../engine/chain/reading.ts'
import { formatDuration } from '../duration.ts'
import { count } from '../verdict.ts'
import { type ChainStep, type ChainStory, WEIGHTS, type Weight, weigh } from './chain-story.ts'
import { drawLegend, PATTERNS } from './chart.ts'
import { drawLanes, LOOKS, NAMES } from './lanes.ts'
import { html, type Markup, type Part } from './markup.ts'
import { renderPage, type Section } from './page.ts'
import { badge, code, facts, fold, listCodes, type Mark, table } from './parts.ts'

/** One chain: where it lies, what the verifier says of it, and what it tells. */
export interface ShownChain {
  readonly path: string
  readonly reading: ChainReading
  readonly story: ChainStory
}

const MARKS: Readonly<Record<Weight, Mark>> = {
  bad: 'bad',
  asked: 'caution',
  done: 'good',
  plain: 'quiet',
}

/** Files in one step, and defects of a chain. */
const FILES_SHOWN = 10
const DEFECTS_SHOWN = 50

/** Chains as a page: what the agent did when, what the policy said, what came of it. */
export function renderChainPage(chains: readonly ShownChain[]): string {
  const sections = chains.map(toSection)
  const title = `${count(chains.length, 'audit chain')} – Countersign`
  const head = html`${PATTERNS}<p class="brand">Countersign · audit</p>
<h1>${count(chains.length, 'audit chain')}</h1>`
  const foot =
    'Times are UTC, as the recorder wrote them; "countersign audit verify" has the last word.'
  return renderPage({ title, head, sections, foot })
}

function toSection(chain: ShownChain, at: number): Section {
  const id = `chain-${at + 1}`
  const body = html`${warnOfDefects(chain.reading)}
${describeChain(chain)}
${renderTimeline(chain, id)}
${renderStandouts(chain.story)}
${renderSteps(chain.story)}`
  return { id, title: `Chain ${chain.reading.id ?? chain.path}`, body }
}

function warnOfDefects(reading: ChainReading): Markup | null {
  const { defects, hidden } = reading
  if (defects.length === 0) return null
  if (isOnlyUnfinished(reading)) {
    return html`<div class="verdict"><p>${badge('caution', 'Still running')}: the session has no end yet. If it is over, its end is missing.</p></div>`
  }
  const shown = defects.slice(0, DEFECTS_SHOWN)
  const number = count(defects.length + hidden, 'defect')
  return html`<div class="verdict bad"><p>${badge('bad', 'Defective')}: ${number}. Believe nothing in it before you know why.</p></div>
${fold({
  summary: 'The defects',
  body: table({
    caption: number,
    columns: [{ name: 'Line' }, { name: 'Rule' }, { name: 'Why' }],
    rows: shown.map(({ line, rule, cause }) => [line, code(rule), cause]),
    more: defects.length + hidden - shown.length,
  }),
  open: false,
})}`
}

function describeChain({ path, reading }: ShownChain): Markup {
  const { genesis, first, last } = reading
  const time = first === null || last === null ? Number.NaN : Date.parse(last) - Date.parse(first)
  const length = time >= 0 ? ` (${formatDuration(time / 1000)})` : ''
  return facts([
    ['File', code(path)],
    ['Repository', genesis === null ? 'not known' : code(genesis.repository)],
    ['Starts from', genesis === null ? 'not known' : code(genesis.base_sha)],
    ['Agent', listNames(reading.agents)],
    ['Model', listNames(reading.models)],
    ['Session', listNames(reading.sessions)],
    ['Time', `${first ?? 'not known'} to ${last ?? 'not known'}${length}`],
    ['Records', `${reading.records}, ${reading.complete ? 'complete' : 'not complete'}`],
    ['Without a result', count(reading.gaps.length, 'action')],
    ['Files changed', reading.blobs.size],
  ])
}

function listNames(names: readonly string[]): Part {
  return names.length === 0 ? 'not known' : listCodes(names)
}

function renderTimeline({ story }: ShownChain, id: string): Markup {
  if (story.lanes.size === 0) return html`<p>No record with a time.</p>`
  return html`<figure>
<figcaption>What was done when, by tool</figcaption>
${drawLegend(WEIGHTS.map((weight) => ({ name: NAMES[weight], look: LOOKS[weight] })))}
${drawLanes({
  id: `${id}-lanes`,
  title: 'What was done when, by tool',
  description: `${count(story.total, 'record')}, ${story.totalStandouts} of them refused, asked about, failed or without a result. The tables below say the same in words.`,
  story,
})}
</figure>`
}

function renderStandouts({ standouts, totalStandouts, total }: ChainStory): Markup {
  if (totalStandouts === 0) {
    return html`<p>${badge('good', 'Nothing stands out')}: in ${count(total, 'record')} nothing was refused, asked about, failed or left without a result.</p>`
  }
  return html`<h3>What stands out</h3>
${tabulate('Refused, asked about, failed, or without a result', standouts, totalStandouts)}`
}

function renderSteps({ steps, total }: ChainStory): Markup {
  return fold({
    summary: `Step by step: ${count(total, 'record')}`,
    body: tabulate('Every record, in order', steps, total),
    open: total <= 100,
  })
}

function tabulate(caption: string, steps: readonly ChainStep[], total: number): Markup {
  return table({
    caption,
    columns: [{ name: 'When' }, { name: 'What' }, { name: 'About' }, { name: 'Policy and result' }],
    rows: steps.map((step) => [
      html`${step.ts.replace('T', ' ')}<br><span class="quiet">line ${step.line}</span>`,
      html`${step.event}${step.tool === null ? null : html` ${code(step.tool)}`}`,
      describeFiles(step),
      describeOutcome(step),
    ]),
    more: total - steps.length,
  })
}

function describeFiles({ targets, changed, final }: ChainStep): Part {
  const left = changed.map(([path, blob]) => {
    return html`${code(path)} ${blob === null ? 'deleted' : html`is now ${code(blob.slice(0, 12))}`}`
  })
  const names = [...(changed.length > 0 ? [] : targets.map(code)), ...left]
  const shown = names.slice(0, FILES_SHOWN).map((name) => html`${name}<br>`)
  const rest = names.length - shown.length
  const end = final === null ? null : `${count(final.length, 'file')} in the final state`
  return [...shown, rest > 0 ? `and ${rest} more` : null, end]
}

function describeOutcome(step: ChainStep): Part {
  const { decision, rule, status, isGap } = step
  const words = [decision ?? '', status ?? ''].filter((word) => word !== '').join(', ')
  const shown = words === '' ? null : badge(MARKS[weigh(step)], words)
  return [
    shown,
    rule === null ? null : html` by ${code(rule)}`,
    isGap ? html` ${badge('caution', 'no result recorded')}` : null,
  ]
}
