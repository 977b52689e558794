import { diffArrays } from 'diff'
import { measureCommonEnds } from './common-ends.ts'

/** For each line of a side, whether it is one that the change removed (before) or added (after). */
export interface LineFlags {
  readonly before: boolean[]
  readonly after: boolean[]
}

/**
 * Edits searched for within one stretch of lines. The search takes the square of it in the worst
 * case, and the author of the change picks the lines.
 */
const MAX_EDITS = 500
/** Steps that the searches within one file may take together. */
const MAX_EFFORT = 4 * MAX_EDITS ** 2

/**
 * Which lines changed: a shortest edit script where it can be found within fixed effort, otherwise
 * more lines than necessary, never fewer. Depends on nothing but its input, so that two runs agree.
 */
export function diffLines(before: readonly string[], after: readonly string[]): LineFlags {
  const isWhole = before.length === 0 || after.length === 0
  const flags: LineFlags = {
    before: new Array<boolean>(before.length).fill(isWhole),
    after: new Array<boolean>(after.length).fill(isWhole),
  }
  if (isWhole) return flags
  const [left, right] = dropUnique(...internMiddle(before, after))
  for (const line of left.dropped) flags.before[line] = true
  for (const line of right.dropped) flags.after[line] = true
  markStretch(left.kept, right.kept, { flags, effort: MAX_EFFORT }, true)
  return flags
}

/** A line as a number that is equal for equal lines, and where it stands. */
interface Line {
  readonly token: number
  readonly at: number
}

type Lines = readonly Line[]

/** The lines between what both sides begin and end with. */
function internMiddle(before: readonly string[], after: readonly string[]): [Lines, Lines] {
  const { start, end } = measureCommonEnds(before, after)
  const tokens = new Map<string, number>()
  const intern = (text: string, index: number): Line => {
    const token = tokens.get(text) ?? tokens.size
    tokens.set(text, token)
    return { token, at: start + index }
  }
  return [
    before.slice(start, before.length - end).map(intern),
    after.slice(start, after.length - end).map(intern),
  ]
}

function trimCommonEnds(before: Lines, after: Lines): [Lines, Lines] {
  const { start, end } = measureCommonEnds(before, after, isSameLine)
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)]
}

function isSameLine(left: Line | undefined, right: Line | undefined): boolean {
  return left?.token === right?.token
}

interface Sifted {
  readonly kept: Lines
  readonly dropped: readonly number[]
}

/** A line that the other side does not have is changed, whatever surrounds it. */
function dropUnique(before: Lines, after: Lines): [Sifted, Sifted] {
  return [sift(before, tokensOf(after)), sift(after, tokensOf(before))]
}

function tokensOf(lines: Lines): Set<number> {
  return new Set(lines.map((line) => line.token))
}

function sift(lines: Lines, known: ReadonlySet<number>): Sifted {
  return {
    kept: lines.filter((line) => known.has(line.token)),
    dropped: lines.filter((line) => !known.has(line.token)).map((line) => line.at),
  }
}

/** What is known of one file while its stretches are searched. */
interface Search {
  readonly flags: LineFlags
  /** Steps left. */
  effort: number
}

/** Marks the changed lines of a stretch; one too different is cut at lines both sides have once. */
function markStretch(before: Lines, after: Lines, search: Search, mayCut: boolean): void {
  const [left, right] = trimCommonEnds(before, after)
  if (markByShortestScript(left, right, search)) return
  const anchors = mayCut ? findAnchors(left, right) : []
  if (anchors.length === 0) {
    markAll(left, right, search.flags)
    return
  }
  let leftStart = 0
  let rightStart = 0
  for (const { left: leftEnd, right: rightEnd } of [
    ...anchors,
    { left: left.length, right: right.length },
  ]) {
    markStretch(left.slice(leftStart, leftEnd), right.slice(rightStart, rightEnd), search, false)
    leftStart = leftEnd + 1
    rightStart = rightEnd + 1
  }
}

function markAll(before: Lines, after: Lines, flags: LineFlags): void {
  for (const line of before) flags.before[line.at] = true
  for (const line of after) flags.after[line.at] = true
}

/** False when no script was found within the bounds; then nothing was marked. */
function markByShortestScript(before: Lines, after: Lines, search: Search): boolean {
  if (before.length === 0 || after.length === 0) {
    markAll(before, after, search.flags)
    return true
  }
  const maxEditLength = Math.min(MAX_EDITS, Math.floor(Math.sqrt(search.effort)))
  if (Math.abs(before.length - after.length) > maxEditLength) return false
  const script = diffArrays([...before], [...after], { comparator: isSameLine, maxEditLength })
  if (script === undefined) {
    search.effort -= maxEditLength ** 2
    return false
  }
  const edits = script.filter(({ added, removed }) => added || removed)
  for (const { value, added } of edits) {
    markAll(added ? [] : value, added ? value : [], search.flags)
  }
  search.effort -= Math.min(search.effort, edits.reduce((sum, { count }) => sum + count, 0) ** 2)
  return true
}

interface Anchor {
  readonly left: number
  readonly right: number
}

/** The longest run, in the order of both sides, of lines that stand exactly once on each. */
function findAnchors(before: Lines, after: Lines): Anchor[] {
  const places = singlePlaces(after)
  const pairs = [...singlePlaces(before)]
    .map(([token, left]) => ({ left, right: places.get(token) ?? -1 }))
    .filter((pair) => pair.right >= 0)
    .sort((one, other) => one.left - other.left)
  return longestRising(pairs)
}

function singlePlaces(lines: Lines): Map<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (const [index, { token }] of lines.entries()) {
    if (places.has(token)) repeated.add(token)
    places.set(token, index)
  }
  for (const token of repeated) places.delete(token)
  return places
}

/** Longest subsequence rising in `right`, by patience sorting: n log n. */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const piles: number[] = []
  const previous: number[] = []
  const rightOf = (index: number | undefined) => pairs[index ?? -1]?.right ?? -1
  for (const [index, pair] of pairs.entries()) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rightOf(piles[middle]) < pair.right) low = middle + 1
      else high = middle
    }
    previous[index] = piles[low - 1] ?? -1
    piles[low] = index
  }
  const chain: Anchor[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}
