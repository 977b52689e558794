import { equalsBytes, toBytes } from './frame.ts'
import { endAt, KIND, kindAt, nextAt, STEP, startAt, type Tape } from './tape.ts'

/** The shapes of objects on a tape: which keys have a meaning, and what their values must be. */

export type CellCheck = (tape: Tape, cell: number) => boolean

export interface Shape {
  readonly names: readonly Uint8Array[]
  /** By `hashName`: the index of the one name that can be meant. */
  readonly index: Int8Array
  readonly checks: readonly CellCheck[]
  readonly required: readonly boolean[]
}

/**
 * Where the values of an object stand: for each name of its shape, in that order, the cell of the
 * value; 0, where the record itself stands, when the object does not have it.
 */
export type Slots = Int32Array

/**
 * A shape from its known keys; those in `required` must be there.
 * @throws RangeError when two of the keys cannot be told apart at a glance: a mistake in the code.
 */
export function makeShape(
  checks: Readonly<Record<string, CellCheck>>,
  required: readonly string[],
): Shape {
  const names = Object.keys(checks)
  return {
    names: names.map(toBytes),
    index: indexNames(names),
    checks: Object.values(checks),
    required: names.map((name) => required.includes(name)),
  }
}

export function makeSlots({ names }: Shape): Slots {
  return new Int32Array(names.length)
}

/** Length and first and last byte tell the names of one shape apart. */
function hashName(length: number, first: number, last: number): number {
  return (length * 37 + first * 5 + last) & 127
}

function indexNames(names: readonly string[]): Int8Array {
  const index = new Int8Array(128).fill(NONE)
  for (const [at, name] of names.entries()) {
    const bytes = toBytes(name)
    const hash = hashName(name.length, bytes[0] ?? 0, bytes.at(-1) ?? 0)
    if (index[hash] !== NONE) throw new RangeError(`the key ${name} cannot be told from another`)
    index[hash] = at
  }
  return index
}

const NONE = -1

/** Finds the known keys of an object. Gives the cell of the last key that is not known, or 0. */
export function locate(tape: Tape, object: number, shape: Shape, slots: Slots): number {
  for (let index = 0; index < slots.length; index += 1) slots[index] = 0
  let unknown = 0
  const end = nextAt(tape, object)
  for (let key = object + STEP; key < end; key = nextAt(tape, key + STEP)) {
    const found = findName(tape, key, shape)
    if (found === NONE) unknown = key
    else slots[found] = key + STEP
  }
  return unknown
}

/** Whether an object has this shape. Unknown keys are let be, and known ones checked. */
export function hasShape(tape: Tape, cell: number, shape: Shape, slots: Slots): boolean {
  if (kindAt(tape, cell) !== KIND.object) return false
  locate(tape, cell, shape, slots)
  return fillsShape(tape, shape, slots)
}

/** Whether the located values are what the shape asks for. */
function fillsShape(tape: Tape, { checks, required }: Shape, slots: Slots): boolean {
  for (let index = 0; index < slots.length; index += 1) {
    const value = slots[index] as number
    const isGood = value === 0 ? required[index] !== true : checks[index]?.(tape, value) === true
    if (!isGood) return false
  }
  return true
}

/** The index of the name that a key is. A key with an escape is none: no name needs one. */
function findName(tape: Tape, key: number, { names, index }: Shape): number {
  const { bytes } = tape
  const start = startAt(tape, key)
  const end = endAt(tape, key)
  const hash = hashName(end - start, bytes[start] as number, bytes[end - 1] as number)
  const found = index[hash] as number
  if (found === NONE) return NONE
  const name = names[found] as Uint8Array
  return name.length === end - start && equalsBytes(bytes, start, name) ? found : NONE
}
