import { makeLiteralSearch } from './literal-search.ts'
import type { Need } from './need.ts'

/** Whether a text meets a need, by the literals that were found in it. */
type Condition = (text: string, found: ReadonlySet<number>) => boolean

/** Makes a function that goes through a text once and gives the indexes of all needs that it meets. */
export function makeChooser(needs: readonly Need[]): (text: string) => number[] {
  const literals = [...new Set(needs.flatMap(literalsOf))]
  const indexOf = new Map(literals.map((literal, index) => [literal, index]))
  const conditions = needs.map((need) => toCondition(need, indexOf))
  const search = makeLiteralSearch(literals)
  // Without any literal only few needs can be met; the others are asked about when one turns up.
  const always = [...conditions.keys()].filter((at) => conditions[at]?.(SIGNS, new Set()))
  const askedBy = literals.map((): number[] => [])
  for (const [at, need] of needs.entries())
    for (const literal of literalsOf(need)) askedBy[indexOf.get(literal) ?? 0]?.push(at)
  return (text) => {
    const found = search(text)
    const asked = new Set(always)
    for (const literal of found) for (const at of askedBy[literal] ?? []) asked.add(at)
    return [...asked].filter((at) => conditions[at]?.(text, found))
  }
}

/** Looked for by themselves: so short that they are in every other text. */
const SIGNS = '!"#$%&\'()*+,-./0123456789:;<=>?@[\\]^_`{|}~'

/** The literals of a need that are worth a search. */
function literalsOf(need: Need): string[] {
  if (typeof need === 'string') return need.length > 1 ? [need] : []
  if (need === true || 'ends' in need) return []
  return ('all' in need ? need.all : need.any).flatMap(literalsOf)
}

function toCondition(need: Need, indexOf: ReadonlyMap<string, number>): Condition {
  if (need === true || (typeof need === 'object' && 'ends' in need)) return () => true
  if (typeof need === 'string') {
    const index = indexOf.get(need)
    if (index !== undefined) return (_text, found) => found.has(index)
    return SIGNS.includes(need) ? (text) => text.includes(need) : () => true
  }
  if ('all' in need) {
    const all = need.all.map((one) => toCondition(one, indexOf))
    return (text, found) => all.every((condition) => condition(text, found))
  }
  const any = need.any.map((one) => toCondition(one, indexOf))
  return (text, found) => any.some((condition) => condition(text, found))
}
