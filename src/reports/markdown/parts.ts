import { codeCell, codeSpan, escapeMarkdown } from '../escape.ts'
import { clipMiddle, escapeWithin } from '../fit.ts'

/** The pieces that the sections of the Markdown report are made of. All of them escape what they are given. */

/** Bytes that a name may take once escaped. */
const NAME_BYTES = 150

/** A name as code, for running text. */
export function code(text: string, maxBytes = NAME_BYTES): string {
  return escapeWithin(text, maxBytes, codeSpan, clipMiddle)
}

/** A name as code, for a table cell. */
export function cell(text: string, maxBytes = NAME_BYTES * 2): string {
  return escapeWithin(text, maxBytes, codeCell, clipMiddle)
}

/** Foreign words in running text. */
export function prose(text: string, maxBytes: number): string {
  return escapeWithin(text, maxBytes, escapeMarkdown)
}

/** The first of some, and how many more there are. */
export function listSome<Item>(
  items: readonly Item[],
  show: (item: Item) => string,
  shown: number,
  separator = ', ',
): string {
  const more = items.length - shown
  const list = items
    .slice(0, shown)
    .map((item) => show(item))
    .join(separator)
  return more > 0 ? `${list} and ${more} more` : list
}

/** A part that is closed until somebody opens it. `title` and `body` are Markdown of our own making. */
export function fold(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body.trimEnd()}\n\n</details>\n`
}

/** Parts below one another; empty ones leave no gap. */
export function joinParts(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}
