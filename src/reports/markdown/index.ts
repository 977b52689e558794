import type { CheckStatus, Decision } from '../../engine/decision.ts'
import { explainEmergency } from '../appeal.ts'
import { escapeMarkdown } from '../escape.ts'
import { countBytes } from '../fit.ts'
import { acceptUrl, type ReportLinks } from '../links.ts'
import {
  type Doer,
  isUpToAuthor,
  planNextSteps,
  type StepGroup,
  titleNextSteps,
} from '../next-steps.ts'
import { countOthers, describeVerdict, nameOwnMode, type Tone } from '../verdict.ts'
import { describeWaitingFor } from '../waiting.ts'
import { renderAcceptance } from './acceptance.ts'
import { renderFindings } from './findings.ts'
import { code, fold, joinParts, listSome, prose } from './parts.ts'
import { renderRecord } from './record.ts'
import { renderSigning } from './signing.ts'

/** Bytes a single piece of foreign text may take once escaped, so that no row eats the page. */
const REMEDY_BYTES = 600
const SUMMARY_BYTES = 300
const TITLE_BYTES = 200
const WAITING_BYTES = 700

/** The line breaks around a part, and at the end. */
const JOIN_BYTES = 4

/** Names in the first line. */
const SIGNERS_SHOWN = 3

const TONE_MARKS: Readonly<Record<Tone, string>> = { good: '✅', caution: '⚠️', bad: '⛔' }
const STATUS_WORDS: Readonly<Record<CheckStatus, string>> = {
  pass: '✅ pass',
  fail: '⛔ fail',
  warn: '⚠️ warn',
  skipped: '➖ skipped',
}

/**
 * The decision as GitHub-flavoured Markdown: verdict, next steps, signatures, acceptance, findings, and
 * folded away checks and record. `since` is our own Markdown on what changed. `maxBytes` bounds the
 * result in UTF-8 bytes: whole rows of the findings are left out and counted. Everything else is
 * bounded by itself, to about 50,000 bytes at the very worst.
 */
export function renderMarkdown(
  decision: Decision,
  links: ReportLinks,
  maxBytes = Number.POSITIVE_INFINITY,
  since = '',
): string {
  const head = [renderVerdict(decision), renderNextSteps(decision), since]
  const proof = [renderSigning(decision), renderAcceptance(decision)]
  const record = `${renderRecord(decision)}${renderRunLink(links)}${renderAgain(links, decision)}`
  const tail = [
    fold(titleChecks(decision), tabulateChecks(decision)),
    fold('Plan, policy, signatures and digest', record),
  ]
  const room = maxBytes - countBytes(joinParts([...head, ...proof, ...tail])) - JOIN_BYTES
  const findings = renderFindings(decision, links, room)
  return `${joinParts([...head, ...proof, findings, ...tail])}\n`
}

/** Verdict, next steps and findings: what a blocked person needs. Bounded as `renderMarkdown` is. */
export function renderFindingsReport(
  decision: Decision,
  links: ReportLinks,
  maxBytes = Number.POSITIVE_INFINITY,
): string {
  const head = [renderVerdict(decision), renderNextSteps(decision)]
  const findings = renderFindings(
    decision,
    links,
    maxBytes - countBytes(joinParts(head)) - JOIN_BYTES,
  )
  return `${joinParts([...head, findings])}\n`
}

/** Who signs, what is accepted, checks, plan, policy and digest, for a page of their own. */
export function renderBackground(decision: Decision, links: ReportLinks): string {
  const checks = `### Checks\n\n${tabulateChecks(decision)}`
  const record = `${renderRecord(decision)}${renderRunLink(links)}`
  return `${joinParts([renderSigning(decision), renderAcceptance(decision), checks, record])}\n`
}

/** State, number and whose turn it is, then what this is about. */
function renderVerdict(decision: Decision): string {
  const { word, detail, tone } = describeVerdict(decision)
  const others = countOthers(decision)
  const sentence = others === '' ? `${detail}.` : `${detail}; also ${others}.`
  const turn = decision.conclusion === 'block' ? renderTurn(decision) : ''
  return `## ${TONE_MARKS[tone]} Countersign: ${word}\n\n${capitalise(sentence)}${turn}\n${renderWaiting(decision)}\n${renderSubject(decision)}\n`
}

const TURNS: Readonly<Record<Doer, string>> = {
  author: 'the author',
  planner: 'whoever approves the plan',
  approver: 'the code owners',
  maintainer: 'a maintainer',
}

/** Whose turn it is, approvers by name; '' when nobody can do anything. */
function renderTurn(decision: Decision): string {
  if (isUpToAuthor(decision)) return ` **Next:** ${TURNS.author}.`
  const doers = planNextSteps(decision).map(({ doer }) =>
    doer === 'approver' ? nameSigners(decision) || TURNS.approver : TURNS[doer],
  )
  return doers.length === 0 ? '' : ` **Next:** ${doers.join('; ')}.`
}

function nameSigners({ signing }: Decision): string {
  const waiting = (signing?.groups ?? []).filter(({ state }) => state === 'waiting')
  const owners = [...new Set(waiting.flatMap((group) => group.owners))]
  return listSome(owners, code, SIGNERS_SHOWN)
}

/** Whom the change has waited for longer than the policy wants. */
function renderWaiting({ waiting }: Decision): string {
  return waiting === undefined ? '' : `\n⏳ ${prose(describeWaitingFor(waiting), WAITING_BYTES)}\n`
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Hashes are shortened here; the record has them in full. */
function renderSubject({ subject, plan, digest }: Decision): string {
  const commit = subject.head_sha === '' ? 'unknown' : code(subject.head_sha.slice(0, 7))
  const what = plan === null ? 'none' : `${code(plan.id)} ${prose(plan.title, TITLE_BYTES)}`
  return `Commit ${commit} · plan ${what} · digest ${code(digest.slice(0, 12))}`
}

function renderNextSteps(decision: Decision): string {
  const groups = planNextSteps(decision)
  if (groups.length === 0) return ''
  const emergency = explainEmergency(decision)
  const last = decision.conclusion === 'block' && emergency !== '' ? `\n${emergency}\n` : ''
  return `\n### ${titleNextSteps(decision)}\n${groups.map(renderStepGroup).join('')}${last}`
}

function renderStepGroup({ who, steps, more }: StepGroup): string {
  const rows = steps.map(({ remedy, similar }) => {
    const others = similar === 0 ? '' : ` *(and ${similar} similar, see below)*`
    return `- ${prose(remedy, REMEDY_BYTES)}${others}`
  })
  if (more > 0) rows.push(`- and ${more} more, see below`)
  return `\n**${who}**\n\n${rows.join('\n')}\n`
}

/** `Checks: 2 fail, 6 pass, 2 skipped`. */
function titleChecks({ checks }: Decision): string {
  const counts = (['fail', 'warn', 'pass', 'skipped'] as const).map((status) => {
    const number = checks.filter((check) => check.status === status).length
    return number === 0 ? '' : `${number} ${status}`
  })
  return `Checks: ${counts.filter((part) => part !== '').join(', ')}`
}

function tabulateChecks(decision: Decision): string {
  const rows = decision.checks.map((check) => {
    const own = nameOwnMode(decision, check)
    const result = `${STATUS_WORDS[check.status]}${own && ` (${own} mode)`}`
    return `| ${escapeMarkdown(check.id)} | ${result} | ${prose(check.summary, SUMMARY_BYTES)} |\n`
  })
  return `| Check | Result | Summary |\n| --- | --- | --- |\n${rows.join('')}`
}

/** The line that names the run, in a comment of ours. */
export const RECORD_LINK = /^(- Decision record: see \[the workflow run\]\(.*\/)\d+\)$/m

function renderRunLink(links: ReportLinks): string {
  const run = links.run === null ? null : acceptUrl(links.run)
  return run === null ? '' : `- Decision record: see [the workflow run](${run})\n`
}

/** Only where a workflow of the gate listens. */
function renderAgain({ run }: ReportLinks, { subject, local }: Decision): string {
  if (run === null || local || subject.pull_request === null) return ''
  return '- To have this looked at again: write the comment `/countersign`\n'
}
