import { findInvisible } from './invisible.ts'

/**
 * File names as the pull request's author chose them: any bytes but NUL and `/`. A name that a
 * person cannot read off a screen, or that git refuses to check out, is never taken at face value.
 */

/** Control, format and other invisible characters, line breaks, lone surrogates, undecodable bytes. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\uFFFD]/u
/** Invisible, Hangul fillers included; emoji are spelled with the two presentation selectors. */
const INVISIBLE = /(?!\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/u
/** Joiners that scripts and emoji are spelled with; where they do not belong is another question. */
const JOINERS = /[\u200C\u200D]/g
/** Segments that git's own `verify_path` refuses, with the spellings Windows takes for `.git`. */
const REFUSED_SEGMENT = /^(?:\.{0,2}|\.git[. ]*|git~1)$/i

/** Whether a path may look like another one, or like nothing, to whoever approves it. */
export function isUnsafeName(path: string): boolean {
  return (
    UNREADABLE.test(path.replace(JOINERS, '')) ||
    INVISIBLE.test(path.replace(JOINERS, '')) ||
    (path.search(JOINERS) >= 0 && findInvisible(path) !== null) ||
    path.split('/').some((segment) => REFUSED_SEGMENT.test(segment))
  )
}

const SHORT_ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])
const TO_ESCAPE =
  /[\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\uFFFD]|(?!\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu

/** The name with everything unreadable written as an escape, so that no two names look alike by it. */
export function showName(path: string): string {
  return path.replace(
    TO_ESCAPE,
    (character) => SHORT_ESCAPES.get(character) ?? escapeCodePoint(character),
  )
}

function escapeCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`
}
