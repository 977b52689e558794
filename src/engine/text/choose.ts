import { makeLiteralSearch } from './literal-search.ts'
import type { Need } from './need.ts'

/** What one search through a text found. */
interface Findings {
  readonly text: string
  readonly holds: (literal: number) => boolean
}

type Condition = (found: Findings) => boolean

/** Makes a function that goes through a text once and gives the indexes of all needs that it meets. */
export function makeChooser(needs: readonly Need[]): (text: string) => number[] {
  const literals: string[] = []
  const known = new Map<string, number>()
  const indexOf = (literal: string) => {
    const index = known.get(literal) ?? literals.push(literal) - 1
    known.set(literal, index)
    return index
  }
  const conditions = needs.map((need) => toCondition(need, indexOf))
  const search = makeLiteralSearch(literals)
  return (text) => {
    const found = { text, holds: search(text) }
    return [...conditions.keys()].filter((index) => conditions[index]?.(found) === true)
  }
}

/** Looked for by itself: so short that it is in every other text. */
const SIGN = /^[!-/:-@[-`{-~0-9]$/

function toCondition(need: Need, indexOf: (literal: string) => number): Condition {
  if (need === true || (typeof need === 'object' && 'ends' in need)) return () => true
  if (typeof need === 'string') {
    if (SIGN.test(need)) return ({ text }) => text.includes(need)
    if (need.length < 2) return () => true
    const index = indexOf(need)
    return ({ holds }) => holds(index)
  }
  if ('all' in need) {
    const all = need.all.map((one) => toCondition(one, indexOf))
    return (found) => all.every((condition) => condition(found))
  }
  const any = need.any.map((one) => toCondition(one, indexOf))
  return (found) => any.some((condition) => condition(found))
}
