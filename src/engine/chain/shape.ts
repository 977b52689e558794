import { toBytes } from './frame.ts'
import { endAt, isEscaped, KIND, kindAt, nextAt, STEP, startAt, type Tape } from './scan-json.ts'

/** The shapes of objects on a tape: which keys have a meaning, and what their values must be. */

export type CellCheck = (tape: Tape, cell: number) => boolean

export interface Shape {
  readonly names: readonly Uint8Array[]
  readonly checks: readonly CellCheck[]
  readonly required: readonly boolean[]
}

/**
 * Where the values of an object stand: for each name of its shape, in that order, the cell of the
 * value; 0, where the record itself stands, when the object does not have it.
 */
export type Slots = Int32Array

/** A shape from its known keys, which must be given in sorted order; those in `required` must be there. */
export function makeShape(
  checks: Readonly<Record<string, CellCheck>>,
  required: readonly string[],
): Shape {
  const names = Object.keys(checks)
  return {
    names: names.map(toBytes),
    checks: Object.values(checks),
    required: names.map((name) => required.includes(name)),
  }
}

export function makeSlots({ names }: Shape): Slots {
  return new Int32Array(names.length)
}

/**
 * Finds the known keys of an object in one walk, because both are sorted. Gives the cell of the first
 * key that is not known, or 0.
 */
export function locate(tape: Tape, object: number, shape: Shape, slots: Slots): number {
  for (let index = 0; index < slots.length; index += 1) slots[index] = 0
  let known = 0
  let unknown = 0
  const end = nextAt(tape, object)
  for (let key = object + STEP; key < end; key = nextAt(tape, key + STEP)) {
    const found = findName(tape, key, shape.names, known)
    if (found >= 0) {
      slots[found] = key + STEP
      known = found + 1
    } else if (unknown === 0) unknown = key
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
export function fillsShape(tape: Tape, { checks, required }: Shape, slots: Slots): boolean {
  for (let index = 0; index < slots.length; index += 1) {
    const value = slots[index] as number
    const isGood = value === 0 ? required[index] !== true : checks[index]?.(tape, value) === true
    if (!isGood) return false
  }
  return true
}

/**
 * The index of the name that the key is, from `from` on; -1 when it is none. A key with an escape is
 * none, and is not compared: its bytes do not sort as its text does.
 */
function findName(tape: Tape, key: number, names: readonly Uint8Array[], from: number): number {
  if (isEscaped(tape, key)) return -1
  for (let index = from; index < names.length; index += 1) {
    const order = compare(tape, key, names[index] as Uint8Array)
    if (order === 0) return index
    if (order < 0) return -1
  }
  return -1
}

function compare(tape: Tape, key: number, name: Uint8Array): number {
  const { bytes } = tape
  const start = startAt(tape, key)
  const length = endAt(tape, key) - start
  for (let index = 0; index < length && index < name.length; index += 1) {
    const difference = (bytes[start + index] as number) - (name[index] as number)
    if (difference !== 0) return difference
  }
  return length - name.length
}
