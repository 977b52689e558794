import type { Buffer } from 'node:buffer'
import { ESCAPED, endOfString, NON_ASCII, stringMarks } from './scan-string.ts'
import { at, byteAt, endAt, KIND, type Kind, STEP, startAt, type Tape, textAt } from './tape.ts'

/**
 * One pass over stored bytes that accepts exactly the canonical JSON (RFC 8785) that a chain may hold:
 * keys sorted by UTF-16 code unit and never twice, no white space, the shortest escapes, valid UTF-8,
 * whole numbers in the safe range, at most `MAX_DEPTH` levels. All of the input is an attacker's.
 */

/** Levels of nesting in a record, the record itself included. */
export const MAX_DEPTH = 16
/** Values in one record; a longer line than any recorder may write holds no more paths than this. */
const MAX_VALUES = 2 ** 21

/**
 * Whether the bytes from `start` to `end` are one canonical object, which is then on the tape from
 * cell 0 on.
 */
export function scanObjectBytes(tape: Tape, bytes: Buffer, start: number, end: number): boolean {
  tape.bytes = bytes
  tape.limit = end
  tape.size = 0
  return bytes[start] === OPEN_BRACE && scanValue(tape, start, 1) === end
}

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39

/** No position: what was read is not canonical. */
const BAD = -1

/** Each scan gives the position after what it read, or BAD. */
function scanValue(tape: Tape, start: number, depth: number): number {
  switch (byteAt(tape.bytes, start)) {
    case QUOTE:
      return scanText(tape, start)
    case OPEN_BRACE:
      return depth > MAX_DEPTH ? BAD : scanObject(tape, start, depth)
    case OPEN_BRACKET:
      return depth > MAX_DEPTH ? BAD : scanArray(tape, start, depth)
    case 0x74:
      return scanWord(tape, start, TRUE, KIND.true)
    case 0x66:
      return scanWord(tape, start, FALSE, KIND.false)
    case 0x6e:
      return scanWord(tape, start, NULL, KIND.null)
    default:
      return scanNumber(tape, start)
  }
}

function scanObject(tape: Tape, start: number, depth: number): number {
  const { bytes } = tape
  const cell = note(tape, KIND.object, start, start)
  if (cell === BAD) return BAD
  let position = start + 1
  let previous = BAD
  if (bytes[position] !== CLOSE_BRACE) {
    for (;;) {
      const key = tape.size
      position = scanMember(tape, position, depth)
      if (position === BAD) return BAD
      if (previous !== BAD && !isBefore(tape, previous, key)) return BAD
      previous = key
      if (bytes[position] !== COMMA) break
      position += 1
    }
    if (bytes[position] !== CLOSE_BRACE) return BAD
  }
  return close(tape, cell, position + 1)
}

function scanMember(tape: Tape, start: number, depth: number): number {
  const { bytes } = tape
  if (bytes[start] !== QUOTE) return BAD
  const colon = scanText(tape, start)
  if (colon === BAD || bytes[colon] !== COLON) return BAD
  return scanValue(tape, colon + 1, depth + 1)
}

function scanArray(tape: Tape, start: number, depth: number): number {
  const { bytes } = tape
  const cell = note(tape, KIND.array, start, start)
  if (cell === BAD) return BAD
  let position = start + 1
  if (bytes[position] !== CLOSE_BRACKET) {
    for (;;) {
      position = scanValue(tape, position, depth + 1)
      if (position === BAD) return BAD
      if (bytes[position] !== COMMA) break
      position += 1
    }
    if (bytes[position] !== CLOSE_BRACKET) return BAD
  }
  return close(tape, cell, position + 1)
}

function scanText(tape: Tape, start: number): number {
  const end = endOfString(tape.bytes, start + 1, tape.limit)
  if (end === BAD) return BAD
  return note(tape, KIND.text | stringMarks(), start + 1, end) === BAD ? BAD : end + 1
}

function scanNumber(tape: Tape, start: number): number {
  const end = endOfNumber(tape.bytes, start)
  return end === BAD || note(tape, KIND.number, start, end) === BAD ? BAD : end
}

/** The position after a whole number in its one spelling and in the safe range; -1 when there is none. */
export function endOfNumber(bytes: Buffer, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start
  let end = first
  while (byteAt(bytes, end) >= ZERO && byteAt(bytes, end) <= NINE) end += 1
  const isSpelledOnce = byteAt(bytes, first) !== ZERO || (end === first + 1 && first === start)
  return end > first && isSpelledOnce && isSafe(bytes, first, end) ? end : BAD
}

const LARGEST = String(Number.MAX_SAFE_INTEGER)

function isSafe(bytes: Buffer, first: number, end: number): boolean {
  const digits = end - first
  if (digits !== LARGEST.length) return digits < LARGEST.length
  return bytes.toString('latin1', first, end) <= LARGEST
}

const TRUE = Uint8Array.from('true', (letter) => letter.charCodeAt(0))
const FALSE = Uint8Array.from('false', (letter) => letter.charCodeAt(0))
const NULL = Uint8Array.from('null', (letter) => letter.charCodeAt(0))

function scanWord(tape: Tape, start: number, word: Uint8Array, kind: Kind): number {
  for (let index = 0; index < word.length; index += 1) {
    if (tape.bytes[start + index] !== word[index]) return BAD
  }
  const end = start + word.length
  return note(tape, kind, start, end) === BAD ? BAD : end
}

/** Puts a value on the tape; gives its cell. */
function note(tape: Tape, kind: number, start: number, end: number): number {
  const cell = tape.size
  if (end > tape.limit) return BAD
  if (cell + STEP > tape.cells.length && !grow(tape)) return BAD
  const { cells } = tape
  cells[cell] = kind
  cells[cell + 1] = start
  cells[cell + 2] = end
  cells[cell + 3] = cell + STEP
  tape.size = cell + STEP
  return cell
}

function grow(tape: Tape): boolean {
  if (tape.cells.length >= STEP * MAX_VALUES) return false
  const larger = new Int32Array(tape.cells.length * 2)
  larger.set(tape.cells)
  tape.cells = larger
  return true
}

function close(tape: Tape, cell: number, end: number): number {
  if (end > tape.limit) return BAD
  tape.cells[cell + 2] = end
  tape.cells[cell + 3] = tape.size
  return end
}

/** Whether one key sorts before another, by UTF-16 code unit; so equal keys do not. */
function isBefore(tape: Tape, one: number, other: number): boolean {
  const marks = (at(tape.cells, one) | at(tape.cells, other)) & (ESCAPED | NON_ASCII)
  // JavaScript compares strings by code unit, which is the order asked for.
  if (marks !== 0) return textAt(tape, one) < textAt(tape, other)
  const { bytes } = tape
  const from = startAt(tape, one)
  const against = startAt(tape, other)
  const length = endAt(tape, one) - from
  const otherLength = endAt(tape, other) - against
  const shared = length < otherLength ? length : otherLength
  for (let index = 0; index < shared; index += 1) {
    const difference = byteAt(bytes, from + index) - byteAt(bytes, against + index)
    if (difference !== 0) return difference < 0
  }
  return length < otherLength
}
