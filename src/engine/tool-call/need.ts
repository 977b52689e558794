/**
 * What a text must hold for a rule to have any chance of matching it. Needs are worked out once, when
 * a policy is compiled, so that almost every tool call is judged without compiling an expression:
 * a text that does not meet a rule's need is certainly not matched by the rule.
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
