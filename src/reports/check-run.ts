import type { Decision } from '../engine/decision.ts'
import type { Finding, Level } from '../engine/finding.ts'
import { makeVisible } from './escape.ts'
import { clipEnd, countBytes, escapeWithin } from './fit.ts'
import type { ReportLinks } from './links.ts'
import { renderBackground, renderFindingsReport } from './markdown/index.ts'
import { renderVerdictList } from './summary.ts'
import { formatHeadline, pickWorst } from './verdict.ts'

/** A line annotation as the checks API takes it: plain text, no Markdown. */
export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What is published as the required check. Never `neutral` or `skipped`: GitHub lets those pass. */
export interface CheckRunReport {
  readonly conclusion: 'success' | 'failure'
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly annotations: readonly Annotation[]
}

/** GitHub's limits: `summary` and `text` 65,535 characters, a message 64 KB, a title 255 characters. */
const OUTPUT_LIMIT = 65_535
const MESSAGE_LIMIT = 65_536
const TITLE_LIMIT = 255

/** GitHub takes at most this many annotations in one request. */
const ANNOTATIONS_PER_REQUEST = 50

/** Ten requests' worth. Findings beyond are in the summary and the record, not beside the code. */
export const MOST_ANNOTATIONS = 500

const LEVELS: Readonly<Record<Level, Annotation['annotation_level']>> = {
  deny: 'failure',
  approve: 'warning',
  warn: 'warning',
  info: 'notice',
}

/**
 * The check run for one decision, or for every open pull request that shares the commit: then the
 * worst verdict counts. No decision at all is a failure.
 */
export function toCheckRun(
  input: Decision | readonly Decision[],
  links: ReportLinks,
): CheckRunReport {
  const decisions = 'version' in input ? [input] : input
  const worst = pickWorst(decisions)
  if (worst === null) return describeNothing()
  return {
    conclusion: passes(worst) ? 'success' : 'failure',
    title: clipEnd(formatTitle(worst, decisions.length), TITLE_LIMIT),
    summary: renderRunSummary(worst, decisions, links),
    text: renderBackground(worst, links),
    annotations: annotate(decisions),
  }
}

/** Splits into what single requests may carry; none gives no chunk. */
export function chunkAnnotations(
  annotations: readonly Annotation[],
): readonly (readonly Annotation[])[] {
  const chunks = Math.ceil(annotations.length / ANNOTATIONS_PER_REQUEST)
  return Array.from({ length: chunks }, (_, index) => {
    const start = index * ANNOTATIONS_PER_REQUEST
    return annotations.slice(start, start + ANNOTATIONS_PER_REQUEST)
  })
}

/** An allow-list: a conclusion this code does not know fails. */
function passes({ conclusion }: Decision): boolean {
  return ['pass', 'override', 'not-applicable'].includes(conclusion)
}

function describeNothing(): CheckRunReport {
  return {
    conclusion: 'failure',
    title: 'Blocked: no decision was reached',
    summary: 'Countersign could not judge this commit. Run the check again.\n',
    text: '',
    annotations: [],
  }
}

function formatTitle(worst: Decision, total: number): string {
  if (total === 1) return formatHeadline(worst)
  const number = worst.subject.pull_request
  const which = number === null ? '' : `pull request ${number}, `
  return `${formatHeadline(worst)} (${which}the worst of ${total} with this commit)`
}

function renderRunSummary(
  worst: Decision,
  decisions: readonly Decision[],
  links: ReportLinks,
): string {
  const list = renderVerdictList(decisions, OUTPUT_LIMIT / 8)
  const head = list === '' ? '' : `${list}\n`
  return `${head}${renderFindingsReport(worst, links, OUTPUT_LIMIT - countBytes(head))}`
}

function annotate(decisions: readonly Decision[]): readonly Annotation[] {
  const findings = decisions.flatMap((decision) => decision.findings)
  const unique = new Map(findings.map((one) => [`${one.id} ${one.line}`, one]))
  return [...unique.values()]
    .sort((a, b) => Number(b.blocking) - Number(a.blocking))
    .flatMap(toAnnotation)
    .slice(0, MOST_ANNOTATIONS)
}

/**
 * A path the API might refuse would take the whole request with it, verdict included. Names with
 * characters nobody can see are in the summary, spelled out.
 */
function toAnnotation(finding: Finding): readonly Annotation[] {
  const { path, rule, level } = finding
  if (path === null || path === '' || makeVisible(path) !== path) return []
  const line = finding.line !== null && finding.line >= 1 ? finding.line : 1
  const message = [finding.message, finding.remedy]
    .map((text) => escapeWithin(text, MESSAGE_LIMIT / 2 - 1, makeVisible))
    .join('\n')
  return [
    {
      path,
      start_line: line,
      end_line: line,
      annotation_level: LEVELS[level],
      title: clipEnd(makeVisible(rule), TITLE_LIMIT),
      message,
    },
  ]
}
