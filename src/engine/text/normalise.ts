/**
 * What a pattern must not be fooled by: a text's other spellings are brought to one before it is
 * scanned a second time. Lines stay lines, so that a match can be placed.
 */

const ESCAPES = /\\[ux]\{([0-9a-f]{1,6})\}|\\U([0-9a-f]{8})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi
const PLAIN = /^[\x20-\x7e]*$/
const ASCII = /^[\t\x20-\x7e]*$/

/**
 * One line in its plainest spelling: compatibility forms resolved, Unicode spaces and line ends made
 * plain, invisible characters dropped, `\xNN` and `\uNNNN` escapes decoded. The result may hold
 * several lines when the original carried line ends that git does not know.
 */
export function normaliseLine(line: string): string {
  if (PLAIN.test(line) && !line.includes('\\')) return line
  const decoded = line.replace(ESCAPES, decodeEscape)
  return ASCII.test(decoded) ? decoded.replaceAll('\t', ' ') : normaliseUnicode(decoded)
}

/** Anything but printable ASCII, the start of an escape, or a line that goes on in the next. */
const MAY_CHANGE = /[^\n\x20-\x7e]|\\(?:[ux][0-9a-f{]|[ \n])/i

/** Whether a text, each line ended, is certainly its own plainest spelling. */
export function isPlain(text: string): boolean {
  return !MAY_CHANGE.test(text)
}

/** Expressions on Unicode properties are costly to make, so they are made only for text that needs them. */
function normaliseUnicode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\p{Zs}\t]/gu, ' ')
}

function decodeEscape(written: string, ...digits: readonly (string | undefined)[]): string {
  const code = Number.parseInt(digits.slice(0, 4).find((it) => it !== undefined) ?? '', 16)
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : written
}

const CONTINUED = /\\\s*$/

/** Lines joined into one text to scan, with the way back from an offset to a line. */
export interface JoinedText {
  readonly text: string
  /** Offset in the text at which each line starts; ascending. */
  readonly starts: readonly number[]
}

/**
 * Joins lines so that a match may run over line ends. With `continued`, a `\` at the end of a line is
 * taken out together with the line end, as shells and C read it.
 */
export function joinLines(lines: readonly string[], continued: boolean): JoinedText {
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    starts.push(text.length)
    const isContinued = continued && CONTINUED.test(line)
    text += isContinued ? line.replace(CONTINUED, '') : `${line}\n`
  }
  return { text, starts }
}

/** A command or another whole text as it is written and as it is normalised: both are searched. */
export function spellText(text: string): readonly [written: string, normalised: string] {
  return [text, joinLines(text.split('\n').map(normaliseLine), true).text]
}

/** The index of the line that holds the character at `offset`. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
