import type { CheckStatus, Decision } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { clipMiddle, countBytes, escapeWithin, takeRows } from './fit.ts'
import { acceptUrl, linkToCode, type ReportLinks } from './links.ts'
import { renderAcceptance } from './markdown-acceptance.ts'
import { renderRecord } from './markdown-record.ts'
import { planNextSteps, type StepGroup, titleNextSteps } from './next-steps.ts'
import {
  countOthers,
  describeEffect,
  describeVerdict,
  type Effect,
  nameOwnMode,
  orderFindings,
  type Tone,
} from './verdict.ts'
import { describeWaitingFor } from './waiting.ts'

/** Bytes a single piece of foreign text may take once escaped, so that no row eats the page. */
const RULE_BYTES = 150
const PLACE_BYTES = 400
const MESSAGE_BYTES = 700
const REMEDY_BYTES = 600
const SUMMARY_BYTES = 300

const TONE_MARKS: Readonly<Record<Tone, string>> = { good: '✅', caution: '⚠️', bad: '⛔' }
const STATUS_WORDS: Readonly<Record<CheckStatus, string>> = {
  pass: '✅ pass',
  fail: '⛔ fail',
  warn: '⚠️ warn',
  skipped: '➖ skipped',
}

/**
 * The decision as GitHub-flavoured Markdown: verdict, next steps, findings, checks, record.
 * `maxBytes` bounds the result in UTF-8 bytes: whole rows of the findings table are left out and
 * counted. Everything else is bounded by itself, to about 40,000 bytes at the very worst.
 */
export function renderMarkdown(
  decision: Decision,
  links: ReportLinks,
  maxBytes = Number.POSITIVE_INFINITY,
): string {
  const tail = `${renderAcceptance(decision)}${renderChecks(decision)}\n${renderDetails(decision, links)}`
  const head = renderFindingsReport(decision, links, maxBytes - countBytes(tail) - 1)
  return `${head}\n${tail}`
}

/** Verdict, next steps and findings: what a blocked person needs. Bounded as `renderMarkdown` is. */
export function renderFindingsReport(
  decision: Decision,
  links: ReportLinks,
  maxBytes = Number.POSITIVE_INFINITY,
): string {
  const head = `${renderVerdict(decision)}${renderNextSteps(decision)}`
  return `${head}${renderFindings(decision, links, maxBytes - countBytes(head))}`
}

/** The checks table followed by plan, policy and digest, for a page of their own. */
export function renderBackground(decision: Decision, links: ReportLinks): string {
  return `${renderAcceptance(decision)}${renderChecks(decision)}\n${renderRecord(decision)}${renderRunLink(links)}`
}

function renderVerdict(decision: Decision): string {
  const { word, detail, tone } = describeVerdict(decision)
  const others = countOthers(decision)
  const sentence = others === '' ? `${detail}.` : `${detail}; also ${others}.`
  return `## ${TONE_MARKS[tone]} Countersign: ${word}\n\n${capitalise(sentence)}\n${renderWaiting(decision)}`
}

/** Whom the change has waited for longer than the policy wants. */
function renderWaiting({ waiting }: Decision): string {
  if (waiting === undefined) return ''
  return `\n⏳ ${escapeWithin(describeWaitingFor(waiting), MESSAGE_BYTES, escapeMarkdown)}\n`
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function renderNextSteps(decision: Decision): string {
  const groups = planNextSteps(decision)
  if (groups.length === 0) return ''
  return `\n### ${titleNextSteps(decision)}\n${groups.map(renderStepGroup).join('')}`
}

function renderStepGroup({ who, steps, more }: StepGroup): string {
  const rows = steps.map(({ remedy, similar }) => {
    const others = similar === 0 ? '' : ` *(and ${similar} similar, see below)*`
    return `- ${escapeWithin(remedy, REMEDY_BYTES, escapeMarkdown)}${others}`
  })
  if (more > 0) rows.push(`- and ${more} more, see below`)
  return `\n**${who}**\n\n${rows.join('\n')}\n`
}

const TABLE_HEAD = '\n### Findings\n\n| Rule | Where | Why |\n| --- | --- | --- |\n'

/** Room for the line that counts what was left out. */
const MORE_BYTES = 120

function renderFindings(decision: Decision, links: ReportLinks, maxBytes: number): string {
  if (decision.findings.length === 0) return ''
  const rows = orderFindings(decision).map((finding) => renderFinding(decision, finding, links))
  const kept = takeRows(rows, maxBytes - countBytes(TABLE_HEAD) - MORE_BYTES)
  const left = rows.length - kept.length
  const more = left === 0 ? '' : `\nand ${left} more; the decision record lists every one.\n`
  return kept.length === 0 ? more : `${TABLE_HEAD}${kept.join('\n')}\n${more}`
}

function renderFinding(decision: Decision, finding: Finding, links: ReportLinks): string {
  const rule = escapeWithin(finding.rule, RULE_BYTES, codeSpan)
  const effect = renderEffect(describeEffect(decision, finding))
  const why = escapeWithin(finding.message, MESSAGE_BYTES, escapeMarkdown)
  return `| ${rule}<br>${effect} | ${renderPlace(decision, finding, links)} | ${why} |`
}

function renderEffect(effect: Effect): string {
  return effect === 'blocks' ? `**${effect}**` : effect
}

/** The path and line at head, as a link when it is known where the code is. */
function renderPlace(decision: Decision, finding: Finding, links: ReportLinks): string {
  const { path, line } = finding
  if (path === null) return '–'
  const place = line === null ? path : `${path}:${line}`
  const shown = escapeWithin(place, PLACE_BYTES, codeSpan, clipMiddle)
  const { repository, head_sha: sha } = decision.subject
  const link = linkToCode(links, { repository, sha, path, line })
  return link === null ? shown : `[${shown}](${link})`
}

function renderChecks(decision: Decision): string {
  const rows = decision.checks.map((check) => {
    const words = escapeWithin(check.summary, SUMMARY_BYTES, escapeMarkdown)
    const own = nameOwnMode(decision, check)
    const result = `${STATUS_WORDS[check.status]}${own && ` (${own} mode)`}`
    return `| ${escapeMarkdown(check.id)} | ${result} | ${words} |\n`
  })
  return `### Checks\n\n| Check | Result | Summary |\n| --- | --- | --- |\n${rows.join('')}`
}

function renderDetails(decision: Decision, links: ReportLinks): string {
  const body = `${renderRecord(decision)}${renderRunLink(links)}`
  return `<details>\n<summary>Plan, policy, approvals and digest</summary>\n\n${body}\n</details>\n`
}

function renderRunLink(links: ReportLinks): string {
  const run = links.run === null ? null : acceptUrl(links.run)
  return run === null ? '' : `- Decision record: see [the workflow run](${run})\n`
}
