import { acceptUrl } from '../links.ts'
import { html, type Markup, type Part } from './markup.ts'

/** The small pieces that pages are put together from. */

/** What a mark says at a glance; each has a shape of its own, so that colour is never all there is. */
export type Mark = 'good' | 'bad' | 'caution' | 'quiet'

const SHAPES: Readonly<Record<Mark, string>> = { good: '✓', bad: '✕', caution: '!', quiet: '–' }

/** A word with its mark. */
export function badge(mark: Mark, word: string): Markup {
  return html`<span class="badge ${mark}"><span class="shape" aria-hidden="true">${SHAPES[mark]}</span>${word}</span>`
}

export function code(text: string): Markup {
  return text === '' ? html`<em>empty</em>` : html`<code>${text}</code>`
}

/** A link where the address can be one of the web, else its text alone. */
export function link(url: string | null, text: Part): Markup {
  const address = url === null ? null : acceptUrl(url)
  return address === null ? html`${text}` : html`<a href="${address}" rel="noreferrer">${text}</a>`
}

export interface Column {
  readonly name: string
  /** Numbers stand at the right, so that they can be compared. */
  readonly numeric?: boolean
  /** A drawing, whose value another column says. */
  readonly drawn?: boolean
}

export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Part[])[]
  /** Rows that are left out of `rows`. */
  readonly more?: number
  /** Whether the caption is only for those who hear the page: others see it in what stands above. */
  readonly quiet?: boolean
}

/**
 * A table whose rows become blocks where the page is narrow; one with drawings scrolls instead, also by
 * keyboard. The first cell heads its row. The roles say again what the elements are, because a browser forgets
 * it of elements that are laid out as blocks.
 */
export function table(data: Table): Markup {
  const { caption, columns, rows, more = 0, quiet = false } = data
  const isDrawn = columns.some(({ drawn }) => drawn === true)
  const left =
    more > 0 ? html`<p class="quiet">and ${more} more; the record lists every one.</p>` : null
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table role="table" class="${isDrawn ? 'drawing' : 'stack'}">
<caption${quiet ? html` class="unseen"` : null}>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(renderHeading)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => renderRow(row, columns))}</tbody>
</table></div>
${left}`
}

function renderHeading({ name, numeric, drawn }: Column): Markup {
  if (drawn === true) return html`<td class="drawn" aria-hidden="true"></td>`
  return html`<th role="columnheader" scope="col"${classOf(numeric)}>${name}</th>`
}

function renderRow(row: readonly Part[], columns: readonly Column[]): Markup {
  const cells = row.map((cell, at) => renderCell(cell, at, columns[at]))
  return html`<tr role="row">${cells}</tr>
`
}

function renderCell(cell: Part, at: number, column: Column | undefined): Markup {
  if (column?.drawn === true) return html`<td class="drawn" aria-hidden="true">${cell}</td>`
  if (at === 0) return html`<th role="rowheader" scope="row"><div>${cell}</div></th>`
  return html`<td role="cell" data-name="${column?.name ?? ''}"${classOf(column?.numeric)}><div>${cell}</div></td>`
}

function classOf(numeric: boolean | undefined): Markup | null {
  return numeric === true ? html` class="number"` : null
}

/** Names and values, as a list of definitions. */
export function facts(rows: readonly (readonly [string, Part])[]): Markup {
  return html`<dl>
${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`
}

export interface Fold {
  readonly summary: Part
  readonly body: Part
  readonly open: boolean
}

/** A part that can be folded away by pointer and by keyboard. */
export function fold({ summary, body, open }: Fold): Markup {
  return html`<details${open ? html` open` : null}><summary>${summary}</summary>
${body}
</details>
`
}

export function list(items: readonly Part[]): Markup {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

/** A number that matters, with what it counts. */
export function tile(value: Part, label: string, note = ''): Markup {
  const more = note === '' ? null : html`<span class="quiet">${note}</span>`
  return html`<li><strong>${value}</strong><span>${label}</span>${more}</li>`
}

/** Names shown of a list; a record has all of them. */
const NAMES_SHOWN = 20

/** Names one after the other. */
export function listCodes(names: readonly string[]): Part {
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((name, at) => html`${at === 0 ? '' : ', '}${code(name)}`)
  const left = names.length - shown.length
  return left === 0 ? shown : [...shown, ` and ${left} more`]
}
