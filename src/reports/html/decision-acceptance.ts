import type { Decision } from '../../engine/decision.ts'
import { count } from '../verdict.ts'
import { html, type Markup, type Part } from './markup.ts'
import { badge, code, link, list, table } from './parts.ts'

type Acceptance = NonNullable<Decision['acceptance']>
type Criterion = Acceptance['criteria'][number]

/** A plan may name hundreds. */
const CRITERIA_SHOWN = 200
const TESTS_SHOWN = 20
const RUNS_SHOWN = 20

/** Each criterion with the tests behind it; null where none is required. */
export function renderAcceptance({ acceptance }: Decision): Markup | null {
  if (acceptance === null || acceptance.criteria.length === 0) return null
  const { criteria, runs } = acceptance
  const shown = criteria.slice(0, CRITERIA_SHOWN)
  const met = criteria.filter((criterion) => criterion.met).length
  return html`${table({
    caption: `${met} of ${count(criteria.length, 'criterion', 'criteria')} met`,
    columns: [{ name: 'Criterion' }, { name: 'Result' }, { name: 'Proven by' }],
    rows: shown.map((criterion) => [
      html`${code(criterion.id)} ${criterion.criterion}`,
      criterion.met ? badge('good', 'met') : badge('bad', 'not met'),
      list(describeProof(criterion)),
    ]),
    more: criteria.length - shown.length,
  })}${renderRuns(runs)}`
}

function describeProof({ tests, accepted }: Criterion): readonly Part[] {
  const shown = tests.slice(0, TESTS_SHOWN).map(({ test, met, matched_count: matched }) => {
    const number = matched > 1 ? ` (${matched} tests)` : ''
    return html`${met ? badge('good', 'passed') : badge('bad', 'not proven')} ${code(test)}${number}`
  })
  const left = tests.length - shown.length
  const more = left === 0 ? [] : [html`and ${count(left, 'more test')}`]
  if (accepted === null) return [...shown, ...more]
  const label = accepted ? badge('good', 'accepted by an owner') : badge('bad', 'not accepted yet')
  return [...shown, ...more, label]
}

function renderRuns(runs: Acceptance['runs']): Markup | null {
  if (runs.length === 0) return null
  const links = runs.slice(0, RUNS_SHOWN).map(({ workflow, url }) => link(url, code(workflow)))
  return html`<h3>Where the results are from</h3>
${list(links)}`
}
