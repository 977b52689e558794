import type { Decision } from '../engine/decision.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { countBytes, takeRows } from './fit.ts'
import type { ReportLinks } from './links.ts'
import { renderMarkdown } from './markdown/index.ts'
import { formatHeadline } from './verdict.ts'

/** GitHub drops a step's summary above 1 MiB. */
export const SUMMARY_LIMIT = 1_048_576

/** A decision that cannot be shown in full in this many bytes is listed by its verdict only. */
const SMALLEST_REPORT = 40_000

/** Bytes kept for the list of verdicts and for the notes. */
const LIST_BYTES = 60_000
const NOTES_BYTES = 20_000

/**
 * The job summary: one line per decision when there are several, then each in full as far as the
 * page holds them. `notes` are our own sentences about what could not be published.
 */
export function renderSummary(
  decisions: readonly Decision[],
  links: ReportLinks,
  notes: readonly string[] = [],
): string {
  const list = renderVerdictList(decisions)
  const tail = renderNotes(notes)
  const room = SUMMARY_LIMIT - countBytes(list) - countBytes(tail) - 2
  const shown = decisions.slice(0, Math.floor(room / SMALLEST_REPORT))
  const share = Math.floor(room / Math.max(1, shown.length)) - 1
  return [list, ...shown.map((one) => renderMarkdown(one, links, share)), tail]
    .filter((part) => part !== '')
    .join('\n')
}

/** One line per decision; empty when there is only one, whose own heading says it. */
export function renderVerdictList(decisions: readonly Decision[], maxBytes = LIST_BYTES): string {
  if (decisions.length === 0) return 'No pull request was judged.\n'
  if (decisions.length === 1) return ''
  const rows = decisions.map((one) => `- ${nameSubject(one)}: ${formatHeadline(one)}`)
  const kept = takeRows(rows, maxBytes)
  const left = rows.length - kept.length
  const more = left === 0 ? '' : `- and ${left} more\n`
  return `${kept.join('\n')}\n${more}`
}

function nameSubject({ subject }: Decision): string {
  return subject.pull_request === null
    ? `Commit ${codeSpan(subject.head_sha)}`
    : `Pull request ${subject.pull_request}`
}

function renderNotes(notes: readonly string[]): string {
  if (notes.length === 0) return ''
  const rows = [...new Set(notes)].map((note) => `- ${escapeMarkdown(note)}`)
  return `### Could not be published\n\n${takeRows(rows, NOTES_BYTES).join('\n')}\n`
}
