/** Keeping text within the sizes that GitHub and a reader's patience allow. */

/** Marks where text was left out. */
const ELLIPSIS = '…'

/** UTF-8 bytes. Never less than the UTF-16 length, so a limit kept in bytes holds in characters too. */
export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** At most `max` UTF-16 units, cut at the end. */
export function clipEnd(text: string, max: number): string {
  return text.length <= max ? text : `${keepStart(text, max - 1)}${ELLIPSIS}`
}

/** At most `max` UTF-16 units, cut in the middle: of a long path both ends matter. */
export function clipMiddle(text: string, max: number): string {
  if (text.length <= max) return text
  const head = Math.floor((max - 1) / 2)
  return `${keepStart(text, head)}${ELLIPSIS}${keepEnd(text, max - 1 - head)}`
}

/** The longest cut of `text` (halving, so not exact) that takes at most `maxBytes` once escaped. */
export function escapeWithin(
  text: string,
  maxBytes: number,
  encode: (text: string) => string,
  clip: (text: string, max: number) => string = clipEnd,
): string {
  let length = maxBytes
  let escaped = encode(clip(text, length))
  while (countBytes(escaped) > maxBytes && length > 1) {
    length = Math.floor(length / 2)
    escaped = encode(clip(text, length))
  }
  return escaped
}

/** As many whole rows, in order, as `maxBytes` holds with a line break after each. */
export function takeRows(rows: readonly string[], maxBytes: number): readonly string[] {
  let used = 0
  for (const [index, row] of rows.entries()) {
    used += countBytes(row) + 1
    if (used > maxBytes) return rows.slice(0, index)
  }
  return rows
}

function keepStart(text: string, length: number): string {
  return text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, '')
}

function keepEnd(text: string, length: number): string {
  return text.slice(text.length - Math.max(0, length)).replace(/^[\udc00-\udfff]/, '')
}
