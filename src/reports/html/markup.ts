import { makeVisible } from '../escape.ts'
import { clipEnd } from '../fit.ts'

/**
 * HTML and SVG by one tagged template that escapes whatever it is given. Only this file makes markup, so
 * nothing that a pull request's author wrote can become an element, an attribute or a style.
 */

const MARKUP = Symbol('markup')

/** Markup that is safe as it stands. No data has this key, because no JSON holds symbols. */
export interface Markup {
  readonly [MARKUP]: string
}

/** What may stand in a template: text is escaped, markup is not, null leaves nothing behind. */
export type Part = string | number | Markup | null | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Longer text is cut: one message must not become a page that no browser opens. The record has it whole. */
const LONGEST_TEXT = 5_000

/**
 * Text for an element or a quoted attribute. What nobody could see, or what would change how its neighbours
 * are shown, is spelled out as in every other report; and as a page may be printed to a runner's log, the
 * marks that begin a command there (`::name::`, `##[name]`) are entities too.
 */
function escapeHtml(text: string): string {
  return makeVisible(clipEnd(text, LONGEST_TEXT))
    .replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? '')
    .replace(/:(?=:)|^:/g, '&#58;')
    .replace(/#(?=\[)/g, '&#35;')
}

/** A piece of a page. Attributes that hold a value are quoted in the template. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((string, at) => {
    const part = parts[at]
    return part === undefined ? string : string + write(part)
  })
  return { [MARKUP]: pieces.join('') }
}

/** The text of finished markup. */
export function print(markup: Markup): string {
  return markup[MARKUP]
}

function write(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (isMarkup(part)) return part[MARKUP]
  return part.map(write).join('')
}

function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return MARKUP in part
}
