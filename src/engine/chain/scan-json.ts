import type { Buffer } from 'node:buffer'
import { equalsBytes, toBytes } from './frame.ts'
import { ESCAPED, endOfString, HEX, HYPHENATED, NON_ASCII, stringMarks } from './scan-string.ts'

/**
 * One pass over stored bytes that accepts exactly the canonical JSON (RFC 8785) that a chain may hold:
 * keys sorted by UTF-16 code unit and never twice, no white space, the shortest escapes, valid UTF-8,
 * whole numbers in the safe range, at most `MAX_DEPTH` levels. All of the input is an attacker's.
 *
 * What it finds it notes on a tape, four numbers a value, so that no object is made for a record:
 * kind, start, end (for text: without the quotes), and where on the tape the next value stands.
 * In an object every value follows its key, which is a text.
 */

export const KIND = { object: 1, array: 2, text: 3, number: 4, true: 5, false: 6, null: 7 } as const
export type Kind = (typeof KIND)[keyof typeof KIND]

/** Levels of nesting in a record, the record itself included. */
export const MAX_DEPTH = 16
/** Values in one record; a longer line than any recorder may write holds no more paths than this. */
export const MAX_VALUES = 2 ** 21

/** Numbers that one value takes on the tape. */
export const STEP = 4
const KIND_BITS = 7
/** The mark of a value whose stored bytes are those of the fragment for its key. */
const SAME = 128

export interface Tape {
  bytes: Buffer
  /** Where reading has to stop. */
  limit: number
  cells: Int32Array
  /** Cells in use. */
  size: number
  readonly fragments: Fragment[]
}

/**
 * A member of a record, key and value, that was scanned before. Most of a record repeats the one
 * before it, or can be foretold; such bytes need to be compared only, not scanned again.
 */
export interface Fragment {
  readonly bytes: Uint8Array
  /** The first byte of the key; BAD for no fragment. */
  readonly initial: number
  /** Bytes of the key without its quotes. */
  readonly keyLength: number
  /** Kind and marks of the value. */
  readonly kind: number
}

export function makeTape(bytes: Buffer): Tape {
  return {
    bytes,
    limit: 0,
    cells: new Int32Array(STEP * 256),
    size: 0,
    fragments: [NOTHING, NOTHING, NOTHING, NOTHING],
  }
}

/** Which members are remembered. */
export const FRAGMENT = { chain: 0, prev: 1, role: 2, rules: 3 } as const

const NOTHING: Fragment = { bytes: new Uint8Array(0), initial: -1, keyLength: 0, kind: 0 }

/**
 * Remembers a member of the record on the tape. Only a value that ends itself, a text or an object,
 * can be told from a longer one by comparing.
 */
export function rememberMember(tape: Tape, index: number, value: number): void {
  const key = value - STEP
  const [start, end] = [startAt(tape, key) - 1, endOfValue(tape, value)]
  tape.fragments[index] = {
    // A copy: the buffer is the caller's, who may fill it again.
    bytes: Uint8Array.from(tape.bytes.subarray(start, end)),
    initial: byteAt(tape.bytes, start + 1),
    keyLength: endAt(tape, key) - startAt(tape, key),
    kind: at(tape.cells, value) | SAME,
  }
}

/** Foretells the text of 64 hexadecimal digits that a member of the next record should have. */
export function expectHash(tape: Tape, index: number, key: string, hash: string): void {
  const known = tape.fragments[index] ?? NOTHING
  const prefix = key.length + 4
  const bytes = known === NOTHING ? toBytes(`"${key}":"${hash}"`) : known.bytes
  for (let digit = 0; digit < hash.length; digit += 1)
    bytes[prefix + digit] = hash.charCodeAt(digit)
  if (known === NOTHING)
    tape.fragments[index] = {
      bytes,
      initial: key.charCodeAt(0),
      keyLength: key.length,
      kind: KIND.text | HEX | SAME,
    }
}

/** Whether a value of the record is, byte for byte, the remembered one. Its inside is not on the tape. */
export function isSame(tape: Tape, cell: number): boolean {
  return (at(tape.cells, cell) & SAME) !== 0
}

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

export function kindAt(tape: Tape, cell: number): number {
  return at(tape.cells, cell) & KIND_BITS
}

export function startAt(tape: Tape, cell: number): number {
  return at(tape.cells, cell + 1)
}

export function endAt(tape: Tape, cell: number): number {
  return at(tape.cells, cell + 2)
}

function endOfValue(tape: Tape, cell: number): number {
  return kindAt(tape, cell) === KIND.text ? endAt(tape, cell) + 1 : endAt(tape, cell)
}

/** The cell right after a value and all it contains. */
export function nextAt(tape: Tape, cell: number): number {
  return at(tape.cells, cell + 3)
}

/** Whether a text holds an escape, and so is not what its bytes say. */
export function isEscaped(tape: Tape, cell: number): boolean {
  return (at(tape.cells, cell) & ESCAPED) !== 0
}

/** Whether a text is only lower-case hexadecimal digits, this many of them. */
export function isHexText(tape: Tape, cell: number, digits: number): boolean {
  return (at(tape.cells, cell) & HEX) !== 0 && endAt(tape, cell) - startAt(tape, cell) === digits
}

/** Whether a text can hold nothing but numbers: hexadecimal digits and hyphens. */
export function isIdentifier(tape: Tape, cell: number): boolean {
  return (at(tape.cells, cell) & (HEX | HYPHENATED)) !== 0
}

/** A text as a string. */
export function textAt(tape: Tape, cell: number): string {
  return decode(tape.bytes, startAt(tape, cell), endAt(tape, cell), at(tape.cells, cell))
}

/** A number, which the scan has found to be a safe integer. */
export function numberAt(tape: Tape, cell: number): number {
  const { bytes } = tape
  const end = endAt(tape, cell)
  let position = startAt(tape, cell)
  const isNegative = bytes[position] === MINUS
  if (isNegative) position += 1
  let value = 0
  for (; position < end; position += 1) value = value * 10 + byteAt(bytes, position) - ZERO
  return isNegative ? -value : value
}

/**
 * One function for each kind of array: a function that has seen both is many times slower. Within
 * the bounds there is always a number; beyond them `undefined` is equal to no byte.
 */
function at(cells: Int32Array, cell: number): number {
  return cells[cell] as number
}

function byteAt(bytes: Buffer, position: number): number {
  return bytes[position] as number
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
  if (depth === 1) {
    const after = takeFragment(tape, start)
    if (after !== BAD) return after
  }
  if (bytes[start] !== QUOTE) return BAD
  const colon = scanText(tape, start)
  if (colon === BAD || bytes[colon] !== COLON) return BAD
  return scanValue(tape, colon + 1, depth + 1)
}

/** The position after a member that equals one of the fragments, now on the tape; or BAD. */
function takeFragment(tape: Tape, start: number): number {
  const { fragments } = tape
  for (let index = 0; index < fragments.length; index += 1) {
    const fragment = fragments[index] as Fragment
    if (fragment.initial !== tape.bytes[start + 1]) continue
    if (equalsBytes(tape.bytes, start, fragment.bytes)) return noteFragment(tape, start, fragment)
  }
  return BAD
}

function noteFragment(tape: Tape, start: number, fragment: Fragment): number {
  const { bytes, keyLength, kind } = fragment
  const quotes = (kind & KIND_BITS) === KIND.text ? 1 : 0
  const end = start + bytes.length
  const key = note(tape, KIND.text, start + 1, start + 1 + keyLength)
  const value = note(tape, kind, start + keyLength + 3 + quotes, end - quotes)
  return key === BAD || value === BAD || end > tape.limit ? BAD : end
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
  const { bytes } = tape
  const first = bytes[start] === MINUS ? start + 1 : start
  let end = first
  while (byteAt(bytes, end) >= ZERO && byteAt(bytes, end) <= NINE) end += 1
  const isSpelledOnce = byteAt(bytes, first) !== ZERO || (end === first + 1 && first === start)
  if (end === first || !isSpelledOnce || !isSafe(bytes, first, end)) return BAD
  return note(tape, KIND.number, start, end) === BAD ? BAD : end
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

function decode(bytes: Buffer, start: number, end: number, marks: number): string {
  if ((marks & ESCAPED) !== 0) return String(JSON.parse(bytes.toString('utf8', start - 1, end + 1)))
  return bytes.toString((marks & NON_ASCII) !== 0 ? 'utf8' : 'latin1', start, end)
}
