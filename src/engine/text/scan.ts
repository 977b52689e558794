import type { RE2JS } from 're2js'
import type { Segment } from '../evidence.ts'
import type { Expression } from '../matching/expression.ts'
import { makeFinder } from './find-expressions.ts'
import { isPlain, type JoinedText, joinLines, lineAt, normaliseLine } from './normalise.ts'

/** Which of the expressions were found on changed lines of a segment, and where first. */
export interface Hit {
  /** Index of the expression in the list the scanner was made from. */
  readonly index: number
  /** Number of the first changed line the match touches, from 1. */
  readonly line: number
}

/** Both are asked by the index of an expression, and only where it may well be found. */
export interface ScanOptions {
  /** Whether a hit is of any use. */
  readonly isWanted?: (index: number) => boolean
  /** Whether every line of the segment counts, not only the changed ones. */
  readonly countsAsChanged?: (index: number) => boolean
}

export type Scanner = (segment: Segment, options?: ScanOptions) => Hit[]

/**
 * Makes a scanner that finds expressions in linear time (RE2), in the text as written and in its
 * normalised spelling, over line ends. A match counts when it touches a changed line or spans a place
 * where lines were taken out.
 */
export function makeScanner(expressions: readonly Expression[]): Scanner {
  const find = makeFinder(expressions)
  return (segment, { isWanted = () => true, countsAsChanged = () => false } = {}) => {
    const hits = new Map<number, number>()
    for (const spelling of spellingsOf(segment.lines)) {
      for (const { index, expression } of find(spelling.text, isWanted)) {
        const line = firstChangedLine(expression, spelling.place(), segment, countsAsChanged(index))
        if (line !== null) hits.set(index, Math.min(line, hits.get(index) ?? line))
      }
    }
    return [...hits].map(([index, line]) => ({ index, line }))
  }
}

interface Spelling {
  readonly text: string
  /** Asked for only where something was found. */
  readonly place: () => JoinedText
}

/** The text as written, and normalised where that differs. */
function spellingsOf(lines: readonly string[]): Spelling[] {
  const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`
  const written = { text, place: () => joinLines(lines, false) }
  if (isPlain(text)) return [written]
  const normalised = joinLines(lines.map(normaliseLine), true)
  return normalised.text === text
    ? [written]
    : [written, { text: normalised.text, place: () => normalised }]
}

function firstChangedLine(
  expression: RE2JS,
  joined: JoinedText,
  segment: Segment,
  allCount: boolean,
): number | null {
  const matcher = expression.matcher(joined.text)
  while (matcher.find()) {
    const first = lineAt(joined.starts, matcher.start())
    const last = lineAt(joined.starts, Math.max(matcher.start(), matcher.end() - 1))
    for (let at = first; at <= last; at += 1) {
      const isJoined = at > first && segment.joins?.includes(at) === true
      if (allCount || isJoined || segment.changed[at] === true) return segment.firstLine + at
    }
  }
  return null
}
