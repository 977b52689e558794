/**
 * Characters that make text read otherwise than it runs: bidirectional controls (CVE-2021-42574),
 * zero-width or filler characters, and controls that move a terminal's cursor. Joiners are let through where a script or an emoji needs them.
 */

/** Code points that nobody has assigned yet are shown as nothing, too. Letters and emoji are spelled with selectors. */
const SUSPECT =
  /[\x01-\x08\x0E-\x1F\x7F]|\p{Cf}|(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}/u
const SUSPECTS = new RegExp(SUSPECT.source, 'gu')
const ZERO_WIDTH_JOINER = '\u200D'
const ZERO_WIDTH_NON_JOINER = '\u200C'
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u
/** Scripts whose spelling uses joiners (Unicode UAX 31, section 2.3). */
const JOINING_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u
/** Format characters that are visible signs of the Arabic and Syriac scripts. */
const VISIBLE_FORMAT = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]/u

/** The first character of the line that hides something, as `U+202E`; null when there is none. */
export function findInvisible(line: string): string | null {
  if (!SUSPECT.test(line)) return null
  for (const match of line.matchAll(SUSPECTS)) {
    const [character] = match
    const before = line.slice(Math.max(0, match.index - 2), match.index)
    const after = line.slice(match.index + character.length, match.index + character.length + 2)
    if (!isExpected(character, before, after)) return codePointName(character)
  }
  return null
}

function isExpected(character: string, before: string, after: string): boolean {
  if (VISIBLE_FORMAT.test(character)) return true
  if (character === ZERO_WIDTH_JOINER && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after))
    return true
  if (character !== ZERO_WIDTH_JOINER && character !== ZERO_WIDTH_NON_JOINER) return false
  return JOINING_SCRIPT.test(before.slice(-1)) && JOINING_SCRIPT.test(after.slice(0, 1))
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
