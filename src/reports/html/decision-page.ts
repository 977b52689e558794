import type { CheckStatus, Decision } from '../../engine/decision.ts'
import { linkToRepository, type ReportLinks } from '../links.ts'
import { planNextSteps, type StepGroup, titleNextSteps } from '../next-steps.ts'
import {
  count,
  countOthers,
  describeVerdict,
  formatHeadline,
  isTrial,
  nameOwnMode,
  type Tone,
} from '../verdict.ts'
import { describeWaitingFor } from '../waiting.ts'
import { renderAcceptance } from './decision-acceptance.ts'
import { renderFindings } from './decision-findings.ts'
import { renderChains, renderRecord } from './decision-record.ts'
import { renderSignatures } from './decision-signing.ts'
import { html, type Markup } from './markup.ts'
import { renderPage, type Section } from './page.ts'
import { badge, code, link, list, type Mark, table } from './parts.ts'

const STATUSES: Readonly<Record<CheckStatus, Mark>> = {
  pass: 'good',
  fail: 'bad',
  warn: 'caution',
  skipped: 'quiet',
}

const TONES: Readonly<Record<Tone, Mark>> = { good: 'good', caution: 'caution', bad: 'bad' }

/**
 * One decision as a page of its own, for people and for an archive: verdict, next steps, findings, criteria,
 * signatures, checks, chains and record. Nothing in it loads or runs.
 */
export function renderDecisionPage(decision: Decision, links: ReportLinks): string {
  const title = `${formatHeadline(decision)} – ${nameSubject(decision)} – Countersign`
  const sections = [
    makeSection('next', titleNextSteps(decision), renderNextSteps(decision)),
    makeSection('findings', 'Findings', renderFindings(decision, links)),
    makeSection('acceptance', 'Acceptance criteria', renderAcceptance(decision)),
    makeSection('signatures', 'Owners and signatures', renderSignatures(decision)),
    makeSection('checks', 'Checks', renderChecks(decision)),
    makeSection('audit', 'Audit chains', renderChains(decision)),
    makeSection('record', 'Record', renderRecord(decision)),
  ].filter((section) => section !== null)
  const foot = 'The decision record (JSON) is what counts; this page shows it.'
  return renderPage({ title, head: renderHead(decision, links), sections, foot })
}

function makeSection(id: string, title: string, body: Markup | null): Section | null {
  return body === null ? null : { id, title, body }
}

function nameSubject({ subject }: Decision): string {
  const repository = subject.repository ?? 'local repository'
  const number = subject.pull_request
  return number === null
    ? `${repository} at ${subject.head_sha.slice(0, 12)}`
    : `${repository} #${number}`
}

function renderHead(decision: Decision, links: ReportLinks): Markup {
  const { word, detail, tone } = describeVerdict(decision)
  const others = countOthers(decision)
  const also = others === '' ? null : html`<p class="quiet">Also ${others}.</p>`
  return html`<p class="brand">Countersign · ${linkSubject(decision, links)} · judged <time datetime="${decision.judged_at}">${showTime(decision.judged_at)}</time></p>
<h1>${nameSubject(decision)}</h1>
<div class="verdict ${TONES[tone]}">
<p>${badge(TONES[tone], word)}: ${detail}.</p>
${also}
${explainMode(decision)}
</div>`
}

/** The pull request where it is known, else the commit. */
function linkSubject({ subject }: Decision, links: ReportLinks): Markup {
  const { repository, pull_request: number, head_sha: sha } = subject
  const home = linkToRepository(links, repository)
  const commit = code(sha.slice(0, 12))
  if (number === null) return html`commit ${commit}`
  const address = home === null ? null : `${home}/pull/${number}`
  return html`${link(address, `pull request ${number}`)} at ${commit}`
}

/** To the second: more is noise to a reader, and the attribute has it all. */
function showTime(time: string): string {
  return time
    .replace('T', ' ')
    .replace(/\.\d+(?=Z$)/, '')
    .replace(/Z$/, ' UTC')
}

function explainMode(decision: Decision): Markup | null {
  const { mode, local, conclusion, waiting } = decision
  if (conclusion === 'not-applicable') return null
  const notes = [
    ...(isTrial(decision) ? [`The policy is in ${mode} mode: nothing blocks yet.`] : []),
    ...(waiting === undefined ? [] : [describeWaitingFor(waiting)]),
    ...(local ? ['A local check: what only the server knows is not known here.'] : []),
  ]
  return notes.length === 0 ? null : html`<p class="quiet">${notes.join(' ')}</p>`
}

function renderNextSteps(decision: Decision): Markup | null {
  const groups = planNextSteps(decision)
  return groups.length === 0 ? null : html`${groups.map(renderStepGroup)}`
}

function renderStepGroup({ who, steps, more }: StepGroup): Markup {
  const items = steps.map(({ remedy, similar }) =>
    similar === 0 ? remedy : html`${remedy} <em>(and ${similar} similar, see the findings)</em>`,
  )
  const rest = more === 0 ? [] : [html`and ${more} more, see the findings`]
  return html`<h3>${who}</h3>
${list([...items, ...rest])}
`
}

function renderChecks(decision: Decision): Markup {
  const { checks } = decision
  return table({
    caption: `${count(checks.length, 'check')}, in the order they are made`,
    columns: [{ name: 'Check' }, { name: 'Result' }, { name: 'Summary' }],
    rows: checks.map((check) => {
      const own = nameOwnMode(decision, check)
      const result = html`${badge(STATUSES[check.status], check.status)}${own && ` (${own} mode)`}`
      return [check.id, result, check.summary]
    }),
  })
}
