import { findDecider } from '../../engine/catalogue/deciders.ts'
import { findPage } from '../../engine/catalogue/index.ts'
import type { Decision } from '../../engine/decision.ts'
import type { Finding } from '../../engine/finding.ts'
import { explainAppeal } from '../appeal.ts'
import { codeSpan } from '../escape.ts'
import { clipMiddle, countBytes, escapeWithin, takeRows } from '../fit.ts'
import { linkToFinding, type ReportLinks } from '../links.ts'
import { count, type Effect, type FindingGroup, groupFindings, isOpen } from '../verdict.ts'
import { code, fold, joinParts, prose } from './parts.ts'

/** Bytes a single piece of foreign text may take once escaped, so that no row eats the page. */
const RULE_BYTES = 150
const PLACE_BYTES = 400
const MESSAGE_BYTES = 700
const REMEDY_BYTES = 600

/** Rows of one rule that are open to see, and how many more are one click away. */
const ROWS_OPEN = 5
const ROWS_FOLDED = 45

/** Room for the lines around a group's rows, and for the line that counts what was left out. */
const FOLD_BYTES = 250
const MORE_BYTES = 120

const TITLE = '\n### Findings\n'

const MARKS: Readonly<Record<Effect, string>> = {
  blocks: '⛔',
  'would block': '⚠️',
  'set aside': '⚠️',
  waiting: '⏳',
  warning: '⚠️',
  signed: '✅',
  note: 'ℹ️',
}

/** Findings of one rule that do the same to this change. */
interface Rendered {
  readonly text: string
  /** How many findings are in it, counted ones included. */
  readonly told: number
}

/**
 * The findings by rule, most urgent first, in at most `maxBytes`: what does not fit is counted. What
 * is settled, or only to be known, is folded away.
 */
export function renderFindings(decision: Decision, links: ReportLinks, maxBytes: number): string {
  if (decision.findings.length === 0) return ''
  const groups = groupFindings(decision)
  const isQuiet = ({ effect }: FindingGroup) => effect === 'signed' || effect === 'note'
  const room = maxBytes - countBytes(TITLE) - MORE_BYTES
  const loud = renderGroups(
    groups.filter((one) => !isQuiet(one)),
    decision,
    links,
    room,
  )
  const quiet = renderQuiet(groups.filter(isQuiet), decision, links, room - countBytes(loud.text))
  const left = decision.findings.length - loud.told - quiet.told
  const more = left === 0 ? '' : `\nand ${left} more; the decision record lists every one.\n`
  return `${loud.told === 0 && quiet.told === 0 ? '' : TITLE}${loud.text}${quiet.text}${more}`
}

function renderGroups(
  groups: readonly FindingGroup[],
  decision: Decision,
  links: ReportLinks,
  maxBytes: number,
): Rendered {
  let text = ''
  let told = 0
  for (const group of groups) {
    const rendered = renderGroup(group, decision, links, maxBytes - countBytes(text))
    if (rendered === null) break
    text += rendered
    told += group.findings.length
  }
  return { text, told }
}

function renderQuiet(
  groups: readonly FindingGroup[],
  decision: Decision,
  links: ReportLinks,
  maxBytes: number,
): Rendered {
  const { text, told } = renderGroups(groups, decision, links, maxBytes - FOLD_BYTES)
  if (told === 0) return { text, told }
  return { text: `\n${fold(titleQuiet(groups), text.trim())}`, told }
}

function titleQuiet(groups: readonly FindingGroup[]): string {
  const number = (effect: Effect) =>
    groups.filter((one) => one.effect === effect).reduce((sum, it) => sum + it.findings.length, 0)
  const parts = [
    number('signed') > 0 ? `${count(number('signed'), 'finding')} signed for` : '',
    number('note') > 0 ? count(number('note'), 'note') : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Null when there is no room for even one of its findings. */
function renderGroup(
  group: FindingGroup,
  decision: Decision,
  links: ReportLinks,
  maxBytes: number,
): string | null {
  const { findings } = group
  const head = [`#### ${titleGroup(group)}`, renderSharedMessage(findings)]
  const why = renderWhy(group, decision, links)
  const room = maxBytes - countBytes([...head, why].join()) - FOLD_BYTES
  const listed = isShared(findings) ? findings.filter(({ path }) => path !== null) : findings
  const shown = listed.slice(0, ROWS_OPEN + ROWS_FOLDED)
  const rows = takeRows(listRows(shown, isShared(findings), decision, links), room)
  if (room < 0 || (listed.length > 0 && rows.length === 0)) return null
  return `\n${joinParts([...head, ...splitRows(rows, listed.length), why])}\n`
}

function titleGroup({ rule, effect, findings }: FindingGroup): string {
  const number = findings.length === 1 ? '' : ` (${findings.length})`
  return `${MARKS[effect]} ${code(rule)} ${effect}${number}`
}

/** The message, where all findings of the group say the same. */
function renderSharedMessage(findings: readonly Finding[]): string {
  const [first] = findings
  return first !== undefined && isShared(findings) ? prose(first.message, MESSAGE_BYTES) : ''
}

function isShared(findings: readonly Finding[]): boolean {
  return findings.every(({ message }) => message === findings[0]?.message)
}

/** One row for each finding: its place, and what it says where the group has not said it yet. */
function listRows(
  findings: readonly Finding[],
  isSaid: boolean,
  decision: Decision,
  links: ReportLinks,
): readonly string[] {
  return findings.map((finding) => {
    const place = renderPlace(decision, finding, links)
    const words = isSaid ? '' : prose(finding.message, MESSAGE_BYTES)
    return `- ${[place, words].filter((part) => part !== '').join(': ')}`
  })
}

/** The rows that are open, those that are folded, and how many are in the record only. */
function splitRows(rows: readonly string[], total: number): readonly string[] {
  const folded = rows.slice(ROWS_OPEN)
  const left = total - rows.length
  return [
    rows.slice(0, ROWS_OPEN).join('\n'),
    folded.length === 0 ? '' : fold(`${folded.length} more`, folded.join('\n')),
    left === 0 ? '' : `and ${left} more; the decision record lists every one.`,
  ]
}

/** The path and line, as a link when it is known where the code is; '' without a path. */
function renderPlace(decision: Decision, finding: Finding, links: ReportLinks): string {
  const { path, line } = finding
  if (path === null) return ''
  const place = line === null ? path : `${path}:${line}`
  const shown = escapeWithin(place, PLACE_BYTES, codeSpan, clipMiddle)
  const link = linkToFinding(links, decision, finding)
  return link === null ? shown : `[${shown}](${link})`
}

/** For what has to be settled: what the rule protects, how to go on, and who decides otherwise. */
function renderWhy(
  { rule, findings }: FindingGroup,
  decision: Decision,
  links: ReportLinks,
): string {
  const [first] = findings
  const [page, decider] = [findPage(rule), findDecider(rule)]
  if (first === undefined || page === null || decider === null) return ''
  if (!isOpen(decision, first)) return ''
  const rows = [
    `- **What it protects:** ${page.protects}`,
    `- **How to go on:** ${prose(first.remedy, REMEDY_BYTES)}`,
    `- **If it seems wrong:** ${explainAppeal(decider, decision, links)}`,
    `- **More:** ${escapeWithin(`countersign explain ${rule}`, RULE_BYTES, codeSpan)}`,
  ]
  return fold('Why, how to go on, and who decides', rows.join('\n'))
}
