import type { Decision } from '../../engine/decision.ts'
import type { Finding } from '../../engine/finding.ts'
import { linkToFinding, type ReportLinks } from '../links.ts'
import { count, type Effect, type FindingGroup, groupFindings, orderFindings } from '../verdict.ts'
import { html, type Markup } from './markup.ts'
import { badge, code, fold, link, type Mark, table } from './parts.ts'

/** Rows on one page: more would make browsers slow, and nobody reads them; the record has every one. */
const FINDINGS_SHOWN = 2_000
/** A longer group starts folded. */
const OPEN_ROWS = 25

const EFFECTS: Readonly<Record<Effect, Mark>> = {
  blocks: 'bad',
  'would block': 'caution',
  'set aside': 'caution',
  waiting: 'caution',
  warning: 'caution',
  signed: 'good',
  note: 'quiet',
}

/** The findings by rule and effect, most urgent first; null when there are none. */
export function renderFindings(decision: Decision, links: ReportLinks): Markup | null {
  if (decision.findings.length === 0) return null
  const shown = orderFindings(decision).slice(0, FINDINGS_SHOWN)
  const left = decision.findings.length - shown.length
  const more =
    left === 0 ? null : html`<p>and ${left} more; the decision record lists every one.</p>`
  const groups = groupFindings(decision, shown)
  return html`${groups.map((group) => renderGroup(decision, group, links))}${more}`
}

function renderGroup(decision: Decision, group: FindingGroup, links: ReportLinks): Markup {
  const { rule, effect, findings } = group
  const number = findings.length === 1 ? '' : `, ${count(findings.length, 'finding')}`
  return fold({
    summary: html`${badge(EFFECTS[effect], effect)} ${code(rule)}${number}`,
    body: table({
      caption: `${rule}: where, why and what to do`,
      quiet: true,
      columns: [{ name: 'Where' }, { name: 'Why' }, { name: 'Next step' }],
      rows: findings.map((finding) => [
        renderPlace(decision, finding, links),
        finding.message,
        finding.remedy,
      ]),
    }),
    open: findings.length <= OPEN_ROWS,
  })
}

/** The path and line, as a link when it is known where the code is. */
function renderPlace(decision: Decision, finding: Finding, links: ReportLinks): Markup {
  const { path, line } = finding
  if (path === null) return html`the whole change`
  const place = line === null ? path : `${path}:${line}`
  return link(linkToFinding(links, decision, finding), code(place))
}
