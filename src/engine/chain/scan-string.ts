import type { Buffer } from 'node:buffer'

/** Strings of canonical JSON in UTF-8: where they end, and what they are made of. */

/** Marks of a string; they share a number with the kind of a value. */
export const ESCAPED = 8
export const NON_ASCII = 16
/** Lower-case hexadecimal digits only. */
export const HEX = 32
/** The same with hyphens, as in a uuid. */
export const HYPHENATED = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Classes of bytes: what a string may hold as it is, and what needs a closer look. */
const DIGIT = 0
const HYPHEN = 1
const OTHER = 2
const SPECIAL = 4

const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x20 || byte >= 0x80 || byte === QUOTE || byte === BACKSLASH) return SPECIAL
  if (/[0-9a-f]/.test(String.fromCharCode(byte))) return DIGIT
  return byte === 0x2d ? HYPHEN : OTHER
})

let marks = 0

/** The marks of the string that `endOfString` read last. */
export function stringMarks(): number {
  return marks
}

/**
 * Where the closing quote of a string stands whose content begins at `start`; -1 when it is not
 * canonical: a raw control character, an escape that has a shorter spelling, invalid UTF-8, no end.
 */
export function endOfString(bytes: Buffer, start: number, limit: number): number {
  let position = start
  let seen = DIGIT
  let found = 0
  for (;;) {
    let kind = SPECIAL
    while (position < limit) {
      kind = CLASS[bytes[position] as number] as number
      if (kind === SPECIAL) break
      seen |= kind
      position += 1
    }
    if (position >= limit) return -1
    const byte = bytes[position] as number
    if (byte === QUOTE) break
    const length =
      byte === BACKSLASH ? lengthOfEscape(bytes, position) : lengthOfCharacter(bytes, position)
    if (length === 0) return -1
    found |= byte === BACKSLASH ? ESCAPED : NON_ASCII
    position += length
  }
  marks = found === 0 && seen < OTHER ? (seen === DIGIT ? HEX : HYPHENATED) : found
  return position
}

/** `\"` and `\\` and the controls that have a letter. */
const SHORT_ESCAPES = new Set(Array.from('"\\bfnrt', (letter) => letter.charCodeAt(0)))
const CONTROLS_WITH_A_LETTER = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d])

/** Bytes of a canonical escape; 0 for any other. */
function lengthOfEscape(bytes: Buffer, start: number): number {
  const letter = bytes[start + 1] ?? 0
  if (SHORT_ESCAPES.has(letter)) return 2
  if (letter !== 0x75) return 0
  const digits = bytes.toString('latin1', start + 2, start + 6)
  if (!/^00[01][0-9a-f]$/.test(digits)) return 0
  return CONTROLS_WITH_A_LETTER.has(Number.parseInt(digits, 16)) ? 0 : 6
}

/** Bytes of a character outside ASCII in well-formed UTF-8; 0 when it is not (Unicode, table 3-7). */
function lengthOfCharacter(bytes: Buffer, start: number): number {
  const lead = bytes[start] ?? 0
  const second = bytes[start + 1] ?? 0
  if (lead >= 0xc2 && lead <= 0xdf) return isTrail(second) ? 2 : 0
  if (!isTrail(bytes[start + 2] ?? 0)) return 0
  if (lead >= 0xe0 && lead <= 0xef) return isSecondOfThree(lead, second) ? 3 : 0
  if (lead < 0xf0 || lead > 0xf4 || !isTrail(bytes[start + 3] ?? 0)) return 0
  return isSecondOfFour(lead, second) ? 4 : 0
}

function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

/** Leaves out overlong spellings and surrogates. */
function isSecondOfThree(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f
  return isTrail(second)
}

/** Leaves out overlong spellings and what lies beyond U+10FFFF. */
function isSecondOfFour(lead: number, second: number): boolean {
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f
  return isTrail(second)
}
