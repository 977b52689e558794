import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diffLines } from '../../../src/engine/text/lines.ts'
import { endInTime } from '../../support/end-in-time.ts'

function changed(before: string, after: string) {
  const flags = diffLines([...before], [...after])
  const pick = (text: string, side: readonly boolean[]) =>
    [...text].filter((_, index) => side[index]).join('')
  return { removed: pick(before, flags.before), added: pick(after, flags.after) }
}

describe('diffLines', () => {
  test.each([
    ['', '', '', ''],
    ['abc', 'abc', '', ''],
    ['', 'abc', '', 'abc'],
    ['abc', '', 'abc', ''],
    ['abc', 'axc', 'b', 'x'],
    ['abcd', 'acbd', 'b', 'b'],
    ['aaa', 'aaaa', '', 'a'],
    ['abxcd', 'abcd', 'x', ''],
    ['abcabba', 'cbabac', 'abb', 'bc'],
  ])('%j to %j', (before, after, removed, added) => {
    const result = changed(before, after)
    expect(result.removed.length).toBe(removed.length)
    expect(result.added.length).toBe(added.length)
  })

  test('what it does not mark is the same on both sides', () => {
    const line = fc.constantFrom('a', 'b', 'c', '', '}')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.array(line, { maxLength: 60 }), (b, a) => {
        const flags = diffLines(b, a)
        expect(b.filter((_, index) => !flags.before[index])).toEqual(
          a.filter((_, index) => !flags.after[index]),
        )
      }),
    )
  })

  test('finds a shortest script', () => {
    const line = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (b, a) => {
        const kept = diffLines(b, a).before.filter((flag) => !flag).length
        expect(kept).toBe(longestCommon(b, a))
      }),
    )
  })
})

/** Length of the longest common subsequence, from the textbook. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const left of before) {
    const next = [0]
    for (const [index, right] of after.entries()) {
      const diagonal = row[index] ?? 0
      next.push(left === right ? diagonal + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

describe('under attack', () => {
  const numbers = Array.from({ length: 50_000 }, (_, index) => `line ${index}`)
  const shuffled = shuffle(numbers, 7)
  const few = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 50_000 }, () => `x${random(3)}`)
  }

  test.each([
    ['50,000 lines shuffled', numbers, shuffled],
    ['50,000 lines reversed', numbers, numbers.toReversed()],
    ['50,000 lines of three kinds', few(1), few(2)],
  ])('%s take bounded time, and nothing is missed', (_what, before, after) => {
    const flags = endInTime(() => diffLines(before, after))
    expect(before.filter((_, index) => !flags.before[index])).toEqual(
      after.filter((_, index) => !flags.after[index]),
    )
  })

  test('a change too large to search is found between lines that stand once on both sides', () => {
    const noise = (seed: number) => shuffle(numbers.slice(0, 3000), seed)
    const before = [...noise(1), 'anchor one', 'kept', 'anchor two', ...noise(2)]
    const after = [...noise(3), 'anchor one', 'kept', 'anchor two', ...noise(4)]
    const flags = diffLines(before, after)
    expect(flags.before.slice(3000, 3003)).toEqual([false, false, false])
    expect(flags.after.slice(3000, 3003)).toEqual([false, false, false])
  })

  test('the same input gives the same answer', () => {
    expect(diffLines(numbers, shuffled)).toEqual(diffLines(numbers, shuffled))
  })
})

function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed)
  const keys = new Map(items.map((item) => [item, random(1 << 20)]))
  return items.toSorted((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0))
}
