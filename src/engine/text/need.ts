/**
 * What a text must hold for a rule to have any chance of matching it. Needs are worked out once, when
 * a policy is compiled, so that almost every text is judged without trying an expression: one that
 * does not meet a rule's need is certainly not matched by the rule.
 */
export type Need =
  /** Nothing is known to be needed: the rule has to be tried. */
  | true
  /** This text, in lower case, somewhere. */
  | string
  /** This text, in lower case, at the end. */
  | { readonly ends: string }
  | { readonly all: readonly Need[] }
  | { readonly any: readonly Need[] }

/** Whether a text in lower case meets the need. False is certain; true means "try the rule". */
export function meetsNeed(need: Need, text: string): boolean {
  if (need === true) return true
  if (typeof need === 'string') return text.includes(need)
  if ('ends' in need) return text.endsWith(need.ends)
  if ('all' in need) return need.all.every((one) => meetsNeed(one, text))
  return need.any.some((one) => meetsNeed(one, text))
}

const ORDINARY = /^[\w./+,=~@%#$&;' -]+$/
const ODD = /^\/|\/\/|\/$|[. ](?:\/|$)/

/**
 * Whether a path, in lower case, certainly meets the needs of every glob that restricts it. It has no
 * characters that mean something in a glob, no names without a character and no endings that folding drops.
 */
export function isOrdinaryPath(path: string): boolean {
  return ORDINARY.test(path) && !ODD.test(path)
}

/** All of the needs; those that say nothing fall away. */
export function needAll(needs: readonly Need[]): Need {
  const telling = needs.filter((need) => need !== true)
  if (telling.length < 2) return telling[0] ?? true
  return { all: telling }
}

/** One of the needs; one that says nothing makes the whole say nothing. No needs can never be met. */
export function needAny(needs: readonly Need[]): Need {
  if (needs.includes(true)) return true
  const [only] = needs
  return needs.length === 1 && only !== undefined ? only : { any: needs }
}

/** How seldom a text will meet the need: the longest literal that it certainly takes. */
export function strengthOf(need: Need): number {
  if (need === true) return 0
  if (typeof need === 'string') return need.length
  if ('ends' in need) return need.ends.length
  if ('all' in need) return Math.max(...need.all.map(strengthOf))
  return Math.min(...need.any.map(strengthOf))
}

/** The characters beyond ASCII that equal an ASCII letter when case is ignored: long s, Kelvin sign. */
export const BEYOND_ASCII: readonly string[] = ['\u017F', '\u212A']

const FOLDED = /[A-Z\t\n\f\r\u017F\u212A]/g
const IS_SPACE = /\s/

/**
 * A text as the needs of expressions are looked for in it: without regard to case, and with all of
 * RE2's white space as spaces. Character by character, so that what stood side by side still does.
 */
export function foldForNeeds(text: string): string {
  return text.replace(FOLDED, (character) => {
    if (IS_SPACE.test(character)) return ' '
    return character === '\u017F' ? 's' : character.toLowerCase()
  })
}
