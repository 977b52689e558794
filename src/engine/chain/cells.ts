import { equalsText, isHex } from './frame.ts'
import type { CellCheck } from './shape.ts'
import {
  endAt,
  isHexText,
  KIND,
  kindAt,
  nextAt,
  numberAt,
  STEP,
  startAt,
  type Tape,
} from './tape.ts'

/** What a value on a tape can be asked. Cell 0 is the record, and so stands for a value that is not there. */

/** Whether a text is exactly these ASCII characters. */
export function equalsTextAt(tape: Tape, cell: number, text: string): boolean {
  return isText(tape, cell) && equalsText(tape.bytes, startAt(tape, cell), endAt(tape, cell), text)
}

export function isText(tape: Tape, cell: number): boolean {
  return kindAt(tape, cell) === KIND.text
}

export function isNull(tape: Tape, cell: number): boolean {
  return kindAt(tape, cell) === KIND.null
}

export function isTextOrNull(tape: Tape, cell: number): boolean {
  return isText(tape, cell) || isNull(tape, cell)
}

/** A whole number from 0. */
export function isCount(tape: Tape, cell: number): boolean {
  return kindAt(tape, cell) === KIND.number && numberAt(tape, cell) >= 0
}

/** The number 1, the only version of the format. */
export function isVersion(tape: Tape, cell: number): boolean {
  return kindAt(tape, cell) === KIND.number && numberAt(tape, cell) === 1
}

export function isSha256(tape: Tape, cell: number): boolean {
  return isHexText(tape, cell, 64)
}

/** As repositories of either object format write them. */
export function isObjectId(tape: Tape, cell: number): boolean {
  return isHexText(tape, cell, 40) || isHexText(tape, cell, 64)
}

/** An object id, or null for a file that is deleted. */
export function isBlob(tape: Tape, cell: number): boolean {
  return isObjectId(tape, cell) || isNull(tape, cell)
}

/** A mode as git writes it, or null for a file that is deleted. */
export function isMode(tape: Tape, cell: number): boolean {
  if (isNull(tape, cell)) return true
  if (!isHexText(tape, cell, 6)) return false
  return /^[0-7]+$/.test(tape.bytes.toString('latin1', startAt(tape, cell), endAt(tape, cell)))
}

const GROUPS = [8, 4, 4, 4, 12]
const HYPHEN = 0x2d

/** A uuid in lower case. */
export function isUuid(tape: Tape, cell: number): boolean {
  let position = startAt(tape, cell)
  if (!isText(tape, cell) || endAt(tape, cell) - position !== 36) return false
  return GROUPS.every((digits, index) => {
    const isJoined = index === 0 || tape.bytes[position++] === HYPHEN
    position += digits
    return isJoined && isHex(tape.bytes, position - digits, position)
  })
}

/** One of these ASCII words. */
export function isOneOf(words: readonly string[]): CellCheck {
  return (tape, cell) => {
    for (let index = 0; index < words.length; index += 1) {
      if (equalsTextAt(tape, cell, words[index] as string)) return true
    }
    return false
  }
}

export function isTextList(tape: Tape, cell: number): boolean {
  if (kindAt(tape, cell) !== KIND.array) return false
  const end = nextAt(tape, cell)
  for (let item = cell + STEP; item < end; item = nextAt(tape, item)) {
    if (!isText(tape, item)) return false
  }
  return true
}

/** An object with any keys and such values. */
export function isMapOf(check: CellCheck): CellCheck {
  return (tape, cell) => {
    if (kindAt(tape, cell) !== KIND.object) return false
    const end = nextAt(tape, cell)
    for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
      if (!check(tape, key + STEP)) return false
    }
    return true
  }
}
