import type { ChangedText } from '../evidence.ts'
import { type DecodedText, decodeText } from './decode.ts'
import { diffLines } from './lines.ts'
import { cutReading, type Reading } from './segments.ts'

/** What changed between two contents of a file, with the number of changed lines on each side. */
export interface TextChange {
  readonly text: ChangedText
  readonly added: number
  readonly removed: number
}

export interface ReadOptions {
  /** Give every line of both sides, not only those around changes. */
  readonly whole?: boolean
}

/** More lines than this on a side are counted, not read: empty lines cost far more than their bytes. */
export const MAX_LINES = 1_000_000
/** How much of a file git looks at to call it binary (`buffer_is_binary` in git's xdiff-interface.c). */
const GIT_BINARY_PROBE = 8000

/**
 * Reads the change of one file from its contents before and after; null where there is none. Never
 * throws: the bytes are whatever the pull request's author wrote. Lines end at LF only; a carriage
 * return stays in its line. Lines are counted as git counts them, except that UTF-16 is counted too.
 */
export function readChangedText(
  before: Uint8Array | null,
  after: Uint8Array | null,
  options: ReadOptions = {},
): TextChange {
  const lineBreaks = { removed: countLineBreaks(before), added: countLineBreaks(after) }
  if (Math.max(lineBreaks.removed, lineBreaks.added) > MAX_LINES) {
    return { text: { before: [], after: [], opaque: 'too-large' }, ...lineBreaks }
  }
  const isWhole = options.whole === true
  const sides = { before: readSide(before), after: readSide(after) }
  const reading = compareSides(sides.before, sides.after)
  const segments = cutReading(reading, isWhole)
  const others = cutReading(compareOtherReadings(sides.before, sides.after), isWhole)
  const isCounted = !isBinaryToGit(sides.before) && !isBinaryToGit(sides.after)
  return {
    text: {
      before: [...segments.before, ...others.before],
      after: [...segments.after, ...others.after],
      opaque: sides.after?.decoded.opaque ?? sides.before?.decoded.opaque ?? null,
    },
    added: isCounted ? countTrue(reading.flags.after) : 0,
    removed: isCounted ? countTrue(reading.flags.before) : 0,
  }
}

interface Side {
  readonly bytes: Uint8Array
  readonly decoded: DecodedText
}

function readSide(bytes: Uint8Array | null): Side | null {
  return bytes === null ? null : { bytes, decoded: decodeText(bytes) }
}

function compareSides(before: Side | null, after: Side | null): Reading {
  const lines = { before: linesOf(before), after: linesOf(after) }
  const keyOf = chooseKey(before, after)
  return { ...lines, flags: diffLines(keyOf(before, lines.before), keyOf(after, lines.after)) }
}

/** The same change as a program sees it that takes UTF-16 for something else. */
function compareOtherReadings(before: Side | null, after: Side | null): Reading {
  const lines = {
    before: splitLines(before?.decoded.otherReading ?? ''),
    after: splitLines(after?.decoded.otherReading ?? ''),
  }
  return { ...lines, flags: diffLines(lines.before, lines.after) }
}

function linesOf(side: Side | null): readonly string[] {
  if (side === null) return []
  const { text, hadBom } = side.decoded
  return text === '' && hadBom ? [''] : splitLines(text)
}

function splitLines(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

type KeyMaker = (side: Side | null, lines: readonly string[]) => readonly string[]

/**
 * How to compare lines so that equal keys mean equal bytes: a byte order mark, a missing last line
 * break or another encoding make a change although the text looks the same.
 */
function chooseKey(before: Side | null, after: Side | null): KeyMaker {
  if (before === null || after === null) return (_side, lines) => lines
  if (before.decoded.encoding !== after.decoded.encoding) {
    return (side, lines) => lines.map((line) => `${side?.decoded.encoding}:${line}`)
  }
  const isExact = before.decoded.isExact && after.decoded.isExact
  return isExact ? keyByText : keyByBytes
}

function keyByText(side: Side | null, lines: readonly string[]): readonly string[] {
  if (side === null || lines.length === 0) return lines
  const { text, hadBom } = side.decoded
  const isTerminated = text.endsWith('\n')
  if (isTerminated && !hadBom) return lines
  const keys = [...lines]
  if (hadBom) keys[0] = `\uFEFF${keys[0]}`
  if (!isTerminated) keys[keys.length - 1] = `${keys.at(-1)}\n`
  return keys
}

function keyByBytes(side: Side | null): readonly string[] {
  if (side === null) return []
  const raw = Buffer.from(side.bytes).toString('latin1')
  const keys = splitLines(raw)
  if (keys.length > 0 && !raw.endsWith('\n')) keys[keys.length - 1] = `${keys.at(-1)}\n`
  return keys
}

function isBinaryToGit(side: Side | null): boolean {
  return (
    side !== null &&
    side.decoded.encoding === 'utf-8' &&
    side.bytes.subarray(0, GIT_BINARY_PROBE).includes(0)
  )
}

function countLineBreaks(bytes: Uint8Array | null): number {
  if (bytes === null) return 0
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

function countTrue(flags: readonly boolean[]): number {
  return flags.reduce((count, flag) => (flag ? count + 1 : count), 0)
}
