import { Buffer } from 'node:buffer'
import { isHexAt, type Literal, makeLiteral, standsAt } from './literal.ts'
import { cellOf, copyCells, type RecordCells } from './record.ts'
import { EVENT, RECORD, REQUEST, RESULT } from './record-shapes.ts'
import { endOfNumber } from './scan-json.ts'
import { endOfString, HEX, stringMarks } from './scan-string.ts'
import { at, endAt, KIND, kindAt, nextAt, numberAt, STEP, startAt, type Tape } from './tape.ts'
import { readTime } from './time.ts'

/**
 * Most records are like one before them but for a few values. Such a record needs no scan of its own:
 * what stands between the values has to be the same bytes, and each value of the same kind. A record
 * that is like none goes the long way, so a likeness may say no to anything, and yes only to what the
 * long way accepts with the same reading.
 */
export interface Likeness {
  /** A record as the long way read it, with the values of the last one that was like it. */
  readonly cells: RecordCells
  readonly fields: readonly Field[]
  /** The cells of those that could hold a secret. */
  readonly textCells: readonly number[]
  /** What stands after the last value. */
  readonly ending: Literal
  readonly timeCell: number
}

/** A value that differs from record to record. */
interface Field {
  /** What stands before it. */
  readonly before: Literal
  readonly cell: number
  readonly isText: boolean
  /** Hexadecimal digits that a hash must have, and no more; 0 for any other value. */
  readonly digits: number
}

export interface Likenesses {
  /** By a few bits of the event's name; in each list the ones in use come first. */
  readonly lists: Likeness[][]
  bytes: Buffer
  view: DataView
}

/** Likenesses in one list: a tool, an outcome and a number of targets each make another one. */
const MAX_LIKENESSES = 16
/** Where the event's name begins: `{"chain":"`, 36 digits of the id, `","event":"`. */
const EVENT_AT = 57

export function makeLikenesses(): Likenesses {
  const bytes = Buffer.alloc(0)
  return {
    lists: Array.from({ length: 16 }, () => []),
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, 0),
  }
}

/** The record from `start` to `end`, if it is like one remembered; null when it has to be scanned. */
export function readLike(
  known: Likenesses,
  bytes: Buffer,
  start: number,
  end: number,
): Likeness | null {
  const list = known.lists[(bytes[start + EVENT_AT] ?? 0) & 15] ?? []
  if (known.bytes !== bytes) {
    known.bytes = bytes
    known.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  for (let index = 0; index < list.length; index += 1) {
    const likeness = list[index] as Likeness
    if (!isLike(likeness, bytes, known.view, start, end)) continue
    if (index > 0) moveUp(list, index)
    return likeness
  }
  return null
}

function moveUp(list: Likeness[], index: number): void {
  const [before, found] = list.slice(index - 1, index + 1) as [Likeness, Likeness]
  list[index - 1] = found
  list[index] = before
}

/** Compares, and takes over the values on the way; after a no they mean nothing. */
function isLike(
  { cells, fields, ending, timeCell }: Likeness,
  bytes: Buffer,
  view: DataView,
  start: number,
  end: number,
): boolean {
  const { tape } = cells
  let position = start
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index] as Field
    const from = position + field.before.length
    if (from > end || !standsAt(view, position, field.before)) return false
    position =
      field.digits === 0
        ? takeValue(tape.cells, field, bytes, from, end)
        : takeHash(tape.cells, field, view, from, end)
    if (position < 0) return false
  }
  if (position + ending.length !== end || !standsAt(view, position, ending)) return false
  tape.bytes = bytes
  tape.limit = end
  cells.seq = numberAt(tape, cellOf(cells.record, RECORD.seq))
  cells.time = readTime(bytes, startAt(tape, timeCell), endAt(tape, timeCell))
  return !Number.isNaN(cells.time)
}

/** Puts a hash on the tape; that it ends there the quote after it shows. Gives that position, or -1. */
function takeHash(
  tape: Int32Array,
  { cell, digits }: Field,
  view: DataView,
  start: number,
  limit: number,
): number {
  const end = start + digits
  if (end > limit || !isHexAt(view, start, digits)) return -1
  tape[cell + 1] = start
  tape[cell + 2] = end
  return end
}

/** Puts a text or a number on the tape; gives the position after it, or -1. */
function takeValue(
  tape: Int32Array,
  { cell, isText }: Field,
  bytes: Buffer,
  start: number,
  limit: number,
): number {
  const end = isText ? endOfString(bytes, start, limit) : endOfNumber(bytes, start)
  // Every number of a record that has a meaning counts something.
  if (end < 0 || (!isText && bytes[start] === MINUS)) return -1
  if (isText) tape[cell] = KIND.text | stringMarks()
  tape[cell + 1] = start
  tape[cell + 2] = end
  return end
}

const MINUS = 0x2d

/** Remembers a record that the long way accepted, unless its like is too rare or too varied. */
export function rememberLike(known: Likenesses, found: RecordCells): void {
  const cells = isWorthIt(found) ? copyCells(found) : null
  if (cells === null) return
  const { bytes } = cells.tape
  const start = startAt(cells.tape, 0)
  let position = start
  const fields = listFields(cells).map((cell) => {
    const before = makeLiteral(bytes.subarray(position, startAt(cells.tape, cell)))
    position = endAt(cells.tape, cell)
    return { before, ...describeField(cells, cell) }
  })
  const ending = makeLiteral(bytes.subarray(position, endAt(cells.tape, 0)))
  const list = known.lists[(bytes[start + EVENT_AT] ?? 0) & 15] ?? []
  const timeCell = cellOf(cells.record, RECORD.ts)
  const texts = fields.filter(
    ({ isText, digits, cell }) => isText && digits === 0 && cell !== timeCell,
  )
  list.unshift({ cells, fields, textCells: texts.map(({ cell }) => cell), ending, timeCell })
  list.length = Math.min(list.length, MAX_LIKENESSES)
}

const MAX_FIELDS = 32

/** Starts and ends are rare, and what has many paths has them in an order that would have to be checked. */
function isWorthIt({ tape, event, record, result }: RecordCells): boolean {
  if (record[RECORD.files] !== 0 || tape.size > STEP * 4 * MAX_FIELDS) return false
  if (event === EVENT.session_start || event === EVENT.session_end) return false
  const blobs = event === EVENT.result ? cellOf(result, RESULT.blobs) : 0
  return blobs === 0 || nextAt(tape, blobs) <= blobs + STEP * 3
}

function describeField({ tape }: RecordCells, cell: number) {
  const isText = kindAt(tape, cell) === KIND.text
  const length = endAt(tape, cell) - startAt(tape, cell)
  const isHash = isText && length % 4 === 0 && (at(tape.cells, cell) & HEX) !== 0
  return { cell, isText, digits: isHash ? length : 0 }
}

/** The texts and numbers that may differ, in their order; all else has to be as it was. */
function listFields({ tape, event, record, request, result }: RecordCells): number[] {
  const isResult = event === EVENT.result
  const keys = [RECORD.chain, RECORD.event, RECORD.v, RECORD.role, RECORD.rules]
  const fixed = new Set(keys.map((key) => cellOf(record, key)))
  if (record[RECORD.request] !== 0) fixed.add(cellOf(request, REQUEST.category))
  if (isResult) fixed.add(cellOf(result, RESULT.status))
  // What a record lacks has the cell of the record itself.
  fixed.delete(0)
  const fields: number[] = []
  const blobs = isResult ? cellOf(result, RESULT.blobs) : 0
  collectFields(tape, 0, { fixed, blobs: blobs === 0 ? NOWHERE : blobs }, fields)
  return fields
}

/** No cell. Cell 0 would be the record, whose own keys must never differ. */
const NOWHERE = -1

interface Choice {
  readonly fixed: ReadonlySet<number>
  /** The one object whose key may differ, because it is the only one in it. */
  readonly blobs: number
}

function collectFields(tape: Tape, cell: number, choice: Choice, fields: number[]): void {
  const kind = kindAt(tape, cell)
  if (choice.fixed.has(cell)) return
  if (kind === KIND.text || kind === KIND.number) fields.push(cell)
  if (kind !== KIND.object && kind !== KIND.array) return
  const end = nextAt(tape, cell)
  for (let inner = cell + STEP; inner < end; inner = nextAt(tape, inner)) {
    if (kind === KIND.object) {
      if (cell === choice.blobs) fields.push(inner)
      inner += STEP
    }
    collectFields(tape, inner, choice, fields)
  }
}
