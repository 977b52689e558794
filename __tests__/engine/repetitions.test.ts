import { describe, expect, test } from '@jest/globals'
import { countRepetitions } from '../../src/engine/repetitions.ts'

describe('what an expression repeats', () => {
  test.each<[string, string, number]>([
    ['nothing', 'abc', 0],
    ['one character', 'a{3}', 3],
    ['up to the higher bound', 'a{2,5}', 5],
    ['at least so often', 'a{4,}', 4],
    ['the last character alone', 'abc{3}', 3],
    ['one after the other', 'a{3}b{4}', 7],
    ['a group', '(?:abc){3}', 9],
    ['a group with a name', '(?P<x>ab){3}', 6],
    ['a group with a name of the other kind', '(?<x>ab){3}', 6],
    ['a group with flags', '(?i-s:ab){3}', 6],
    ['a plain group', '(ab){3}', 6],
    ['one within another', '(?:a{10}){5}', 60],
    ['what stands beside one within another', '(?:ba{10}c){2}', 34],
    ['one within another twice', '(?:(?:a{2}){3}){4}', 32],
    ['a group that is over', '(?:ab)c{3}', 3],
    ['without counting what has no size', '(?:a*b+c?|^d$){2}', 8],
    ['a class, which is one', '[abc]{3}', 3],
    ['a class with brackets of its own', '[]a(]{3}', 3],
    ['a class that leaves brackets out', '[^](]{3}', 3],
    ['a class with escapes', '[\\](]{3}', 3],
    ['a class within a class', '[[:alpha:](]{3}', 3],
    ['the opposite of one', '[[:^alpha:](]{3}', 3],
    ['an escape, which is one', '\\({3}', 3],
    ['a property, which is one', '\\p{Greek}{3}', 3],
    ['the opposite of a property', '\\P{Greek}{3}', 3],
    ['a code point, which is one', '\\x{1f680}{3}', 3],
    ['quoted text at its length', '\\Qa(b\\E{2}', 14],
    ['nothing of what is quoted', '\\Qa{9}\n', 0],
    ['a character beyond 16 bits, which is one', '🚀{3}', 3],
    ['what follows a bracket that closes nothing', ')a{3}', 3],
  ])('%s', (_, match, count) => {
    expect(countRepetitions(match)).toBe(count)
  })

  test('is the more, the deeper it stands: nesting hides no size', () => {
    const nest = (depth: number): string => (depth === 0 ? 'a' : `(?:${nest(depth - 1)}){10}`)
    expect([1, 2, 3].map((depth) => countRepetitions(nest(depth)))).toEqual([10, 110, 1110])
  })
})
