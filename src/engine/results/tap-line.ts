import { readDuration, type TestStatus } from './report.ts'

/** One test point: `not ok 3 - description # TODO why`. */
export interface TapPoint {
  readonly id: number | null
  readonly description: string
  readonly status: TestStatus
  readonly durationMs: number | null
}

/** One line of a TAP document. `indent` counts spaces. */
export type TapLine =
  | ({ readonly kind: 'point'; readonly indent: number } & TapPoint)
  | { readonly kind: 'plan'; readonly indent: number; readonly count: number }
  | { readonly kind: 'yaml'; readonly indent: number }
  | { readonly kind: 'version' | 'bail-out' | 'buffered' | 'other' }

const POINT = /^(not )?ok(?![^\s])(?: +(\d{1,9})(?![^\s]))?(?: +- |\s+)?/
const PLAN = /^1\.\.(\d{1,9})(?: *#.*)?\s*$/

/** What kind of line it is; `other` when TAP passes over it. Linear in its length. */
export function parseTapLine(text: string): TapLine {
  const indent = countSpaces(text)
  const body = text.slice(indent)
  if (/^bail out!/i.test(body)) return { kind: 'bail-out' }
  if (/^TAP version \d+\s*$/.test(body)) return { kind: indent === 0 ? 'version' : 'other' }
  if (/^---\s*$/.test(body)) return { kind: 'yaml', indent }
  if (indent % 4 !== 0) return { kind: 'other' }
  const count = PLAN.exec(body)?.[1]
  if (count !== undefined) return { kind: 'plan', indent, count: Number(count) }
  return parsePoint(body, indent)
}

/** Whether a document may begin with this line. */
export function looksLikeTap(line: string): boolean {
  return /^TAP version \d+\s*$/.test(line) || PLAN.test(line) || POINT.test(line)
}

function countSpaces(text: string): number {
  let count = 0
  while (text[count] === ' ') count += 1
  return count
}

function parsePoint(body: string, indent: number): TapLine {
  const match = POINT.exec(body)
  if (match === null) return { kind: 'other' }
  const rest = body.slice(match[0].length).trim()
  if (/(?:^|\s)\{$/.test(rest)) return { kind: 'buffered' }
  const { text, directive } = splitDirective(rest)
  const { description, durationMs } = splitDuration(text)
  const id = match[2] === undefined ? null : Number(match[2])
  return {
    kind: 'point',
    indent,
    id,
    description: decodeEscapes(description) || `#${id ?? ''}`,
    status: statusOf(match[1] === undefined, directive),
    durationMs,
  }
}

/** A failure that is a known one is `todo`; one that was to be skipped, and ran, is a failure. */
function statusOf(isOk: boolean, directive: 'skip' | 'todo' | null): TestStatus {
  if (directive === 'todo') return 'todo'
  if (!isOk) return 'failed'
  return directive === 'skip' ? 'skipped' : 'passed'
}

const DIRECTIVE = /#\s*(skip|todo)/iy

/** Splits at the first `#`, not escaped, that begins a directive. */
function splitDirective(text: string): { text: string; directive: 'skip' | 'todo' | null } {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    DIRECTIVE.lastIndex = at
    const found = isEscaped(text, at) ? null : DIRECTIVE.exec(text)
    if (found?.[1] !== undefined) {
      const directive = found[1].toLowerCase() === 'skip' ? 'skip' : 'todo'
      return { text: text.slice(0, at).trimEnd(), directive }
    }
  }
  return { text, directive: null }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

/** node-tap writes how long a test took behind its description. */
function splitDuration(text: string): { description: string; durationMs: number | null } {
  const at = text.lastIndexOf(' # time=')
  const match = at < 0 ? null : /^ # time=(\d+(?:\.\d+)?)(m?s)$/.exec(text.slice(at))
  if (match === null) return { description: text, durationMs: null }
  const factor = match[2] === 's' ? 1000 : 1
  return { description: text.slice(0, at).trimEnd(), durationMs: readDuration(match[1], factor) }
}

function decodeEscapes(text: string): string {
  return text.replace(/\\([\\#])/g, '$1')
}
