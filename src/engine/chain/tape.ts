import type { Buffer } from 'node:buffer'
import { ESCAPED, HEX, HYPHENATED, NON_ASCII } from './scan-string.ts'

/**
 * What a scan found in a record, four numbers a value, so that no object is made for it: kind, start,
 * end (for text: without the quotes), and where on the tape the next value stands. In an object every
 * value follows its key, which is a text.
 */

export const KIND = { object: 1, array: 2, text: 3, number: 4, true: 5, false: 6, null: 7 } as const
export type Kind = (typeof KIND)[keyof typeof KIND]

/** Numbers that one value takes on the tape. */
export const STEP = 4
const KIND_BITS = 7

export interface Tape {
  bytes: Buffer
  /** Where reading has to stop. */
  limit: number
  cells: Int32Array
  /** Cells in use. */
  size: number
}

export function makeTape(bytes: Buffer): Tape {
  return { bytes, limit: 0, cells: new Int32Array(STEP * 256), size: 0 }
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

/** The cell right after a value and all it contains. */
export function nextAt(tape: Tape, cell: number): number {
  return at(tape.cells, cell + 3)
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
export function at(cells: Int32Array, cell: number): number {
  return cells[cell] as number
}

export function byteAt(bytes: Buffer, position: number): number {
  return bytes[position] as number
}

const MINUS = 0x2d
const ZERO = 0x30

function decode(bytes: Buffer, start: number, end: number, marks: number): string {
  if ((marks & ESCAPED) !== 0) return String(JSON.parse(bytes.toString('utf8', start - 1, end + 1)))
  return bytes.toString((marks & NON_ASCII) !== 0 ? 'utf8' : 'latin1', start, end)
}
