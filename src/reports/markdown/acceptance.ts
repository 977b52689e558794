import type { Decision } from '../../engine/decision.ts'
import { takeRows } from '../fit.ts'
import { acceptUrl } from '../links.ts'
import { count } from '../verdict.ts'
import { cell, code, prose } from './parts.ts'

type Acceptance = NonNullable<Decision['acceptance']>
type Criterion = Acceptance['criteria'][number]

/** Rows, and tests in one of them; a plan may name hundreds. */
const CRITERIA_SHOWN = 12
const TESTS_SHOWN = 3
const RUNS_SHOWN = 4
const WORDS_BYTES = 200
const ROWS_BYTES = 10_000

/** Each criterion of the plan, the tests behind it and what became of them; empty where none is asked for. */
export function renderAcceptance({ acceptance }: Decision): string {
  if (acceptance === null || acceptance.criteria.length === 0) return ''
  const { criteria, runs } = acceptance
  const rows = takeRows(criteria.slice(0, CRITERIA_SHOWN).map(renderCriterion), ROWS_BYTES)
  const more = criteria.length - rows.length
  const rest = more > 0 ? `\nand ${more} more; the decision record lists every one.\n` : ''
  const head = '### Acceptance\n\n| Criterion | Result |\n| --- | --- |\n'
  return `${head}${rows.map((row) => `${row}\n`).join('')}${rest}${renderRuns(runs)}\n`
}

function renderCriterion({ id, criterion, met, accepted, tests }: Criterion): string {
  const words = prose(criterion, WORDS_BYTES)
  const lines = [met ? '✅ met' : '⛔ **not met**', ...tests.slice(0, TESTS_SHOWN).map(renderTest)]
  const more = tests.length - TESTS_SHOWN
  if (more > 0) lines.push(`and ${count(more, 'more test')}`)
  if (accepted !== null) lines.push(accepted ? '✅ accepted by label' : '⛔ not accepted yet')
  return `| ${cell(id)}<br>${words} | ${lines.join('<br>')} |`
}

function renderTest({ test, met }: Criterion['tests'][number]): string {
  return `${met ? '✅ passed' : '⛔ not passed'}: ${cell(test)}`
}

function renderRuns(runs: Acceptance['runs']): string {
  const links = runs.slice(0, RUNS_SHOWN).flatMap(({ workflow, url }) => {
    const link = acceptUrl(url)
    return link === null ? [] : [`[${code(workflow)}](${link})`]
  })
  return links.length === 0 ? '' : `\nResults from ${links.join(', ')}.\n`
}
