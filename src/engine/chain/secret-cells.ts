import { SECRET_HINTS } from '../secret-hints.ts'
import { findSecretIn, SHORTEST_SECRET } from '../secrets.ts'
import { toBytes } from './frame.ts'
import { endAt, isIdentifier, KIND, kindAt, STEP, startAt, type Tape, textAt } from './tape.ts'

/**
 * Looks for secrets in the texts of a record, keys included. Nearly all texts are hashes or short
 * names, so three bytes at a time are held against a table before anything is decoded.
 */

/** Large enough that a text of a hundred bytes seldom looks like one of the hints by chance. */
const BITS = 16
/** Makes capital letters small, and nothing the same that matters here. */
const FOLD = 0x20

/** Where two hints meet, or a stranger looks like one, a text is looked at for nothing. */
function hashThree(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - BITS)
}

function makeHints(): Uint8Array {
  const table = new Uint8Array(1 << BITS)
  for (const hint of SECRET_HINTS) {
    const [a, b, c] = toBytes(hint)
    const window = (((a ?? 0) | FOLD) << 16) | (((b ?? 0) | FOLD) << 8) | ((c ?? 0) | FOLD)
    table[hashThree(window)] = 1
  }
  return table
}

const HINTS = makeHints()

/** The secret that a record on the tape holds in clear, such as `a GitHub token`; null for none. */
export function findSecret(tape: Tape): string | null {
  for (let cell = 0; cell < tape.size; cell += STEP) {
    const secret = findSecretAt(tape, cell)
    if (secret !== null) return secret
  }
  return null
}

/** The same for some of the values only. */
export function findSecretAmong(tape: Tape, cells: readonly number[]): string | null {
  for (let index = 0; index < cells.length; index += 1) {
    const secret = findSecretAt(tape, cells[index] ?? 0)
    if (secret !== null) return secret
  }
  return null
}

function findSecretAt(tape: Tape, cell: number): string | null {
  if (kindAt(tape, cell) !== KIND.text || isIdentifier(tape, cell)) return null
  return hasHint(tape, startAt(tape, cell), endAt(tape, cell))
    ? findSecretIn(textAt(tape, cell))
    : null
}

function hasHint({ bytes }: Tape, start: number, end: number): boolean {
  if (end - start < SHORTEST_SECRET) return false
  let window = 0
  for (let position = start; position < end; position += 1) {
    window = ((window << 8) | FOLD | (bytes[position] as number)) & 0xffffff
    if (HINTS[hashThree(window)] === 1) return true
  }
  return false
}
