import { isUtf8 } from 'node:buffer'
import { isMap, type PlainMap } from '../parsing/plain-map.ts'
import { parseStrictJson } from '../parsing/strict-json.ts'
import { type ReportBudget, readWithin } from './budget.ts'
import { hasReportMarks } from './looks-like-report.ts'
import { readCtrf } from './read-ctrf.ts'
import { readGo } from './read-go.ts'
import { readJest } from './read-jest.ts'
import { readJUnit } from './read-junit.ts'
import { readTap } from './read-tap.ts'
import {
  MAX_REPORT_BYTES,
  type Reading,
  type Refusal,
  type ReportFormat,
  type ReportProblem,
  refuse,
  type TestReport,
} from './report.ts'
import { looksLikeTap } from './tap-line.ts'

/**
 * Reads a test report of any known format, which its content shows: a file's name is the attacker's.
 * Linear in the bytes, within the limits of `report.ts`; whatever is wrong is a problem, and nothing
 * throws.
 * @param source where the bytes came from, for a person to find them
 * @param budget what this report and others may hold together, from `openBudget`; among files of
 *   every kind only those that `looksLikeReport` should be read, so that the others spend nothing
 */
export function readReport(
  bytes: Uint8Array,
  source: string,
  budget: ReportBudget,
): TestReport | ReportProblem {
  const reading = readWithin(budget, bytes.length, () => readBytes(bytes))
  if (reading.ok) return { format: reading.format, source, tests: reading.tests }
  const { code, detail, line } = reading
  return { code, detail, line, source }
}

/** The format that a report's content shows; null when it is none of them, or more than one. */
export function detectFormat(bytes: Uint8Array): ReportFormat | null {
  const decoded = decode(bytes)
  if (!decoded.ok) return null
  const recognised = recognise(decoded.text)
  return recognised.ok ? recognised.format : null
}

function readBytes(bytes: Uint8Array): Reading {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const recognised = recognise(decoded.text)
  if (!recognised.ok) return recognised
  switch (recognised.format) {
    case 'junit':
      return readJUnit(decoded.text)
    case 'tap':
      return readTap(decoded.text)
    case 'go':
      return readGo(decoded.text)
    case 'ctrf':
      return readCtrf(recognised.document)
    default:
      return readJest(recognised.document, recognised.format)
  }
}

/** The text without a byte order mark, which means nothing in UTF-8. */
function decode(bytes: Uint8Array): { ok: true; text: string } | Refusal {
  if (bytes.length > MAX_REPORT_BYTES) {
    return refuse('too-large', `it has ${bytes.length} bytes; at most ${MAX_REPORT_BYTES} are read`)
  }
  if (bytes.includes(0)) return refuse('encoding', 'it has NUL bytes: it is binary, or UTF-16')
  if (!isUtf8(bytes)) return refuse('encoding', 'it is not UTF-8')
  return { ok: true, text: new TextDecoder('utf-8').decode(bytes) }
}

type Recognised =
  | { readonly ok: true; readonly format: 'junit' | 'tap' | 'go' }
  | {
      readonly ok: true
      readonly format: 'ctrf' | 'jest' | 'vitest'
      readonly document: PlainMap
    }
  | Refusal

function recognise(text: string): Recognised {
  const start = text.search(/\S/)
  if (start < 0) return refuse('no-tests', 'it is empty')
  if (text[start] === '<') return { ok: true, format: 'junit' }
  if (text[start] === '{')
    return isGoEvent(text, start) ? { ok: true, format: 'go' } : recogniseJson(text)
  if (isTap(text, start)) return { ok: true, format: 'tap' }
  return hasReportMarks(text)
    ? refuse('malformed', 'something else stands in front of the report')
    : refuse('unknown-format', 'it is no JUnit, CTRF, TAP, jest, vitest or go report')
}

const MAX_EVENT_LENGTH = 64 * 1024

/** Whether the first line is an event of `go test -json`. */
function isGoEvent(text: string, start: number): boolean {
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? text.length : end)
  if (line.length > MAX_EVENT_LENGTH) return false
  const parsed = parseStrictJson(line)
  return parsed.ok && typeof parsed.value.Action === 'string'
}

function recogniseJson(text: string): Recognised {
  const parsed = parseStrictJson(text)
  if (!parsed.ok) return parsed
  const document = parsed.value
  const isJest = Array.isArray(document.testResults)
  const isCtrf = isMap(document.results)
  if (isJest === isCtrf) {
    return refuse('unknown-format', 'it is JSON, but no jest, vitest or CTRF report')
  }
  if (isCtrf) return { ok: true, format: 'ctrf', document }
  return { ok: true, format: 'wasInterrupted' in document ? 'jest' : 'vitest', document }
}

/** A version line may come after what a shell or npm printed; other TAP begins at the top. */
function isTap(text: string, start: number): boolean {
  const end = text.indexOf('\n', start)
  const first = text.slice(start, end < 0 ? text.length : end).trimEnd()
  return looksLikeTap(first) || first.startsWith('# ') || /^TAP version \d+\r?$/m.test(text)
}
