import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { matchesWildcard } from '../../../src/engine/matching/wildcard.ts'
import { endInTime } from '../../support/end-in-time.ts'

test.each<[string, string, boolean]>([
  ['claude', 'claude', true],
  ['Claude', 'cLAUDE', true],
  ['claude2', 'claude', false],
  ['', '', true],
  ['', '*', true],
  ['anything', '*', true],
  ['Co-authored-by: Claude <x@y>', 'Co-authored-by: Claude*', true],
  ['see Co-authored-by: Claude', 'Co-authored-by: Claude*', false],
  ['a [bot]', '* [bot]', true],
  ['abc', 'a*c', true],
  ['ac', 'a*c', true],
  ['a', 'a*a', false],
  ['aa', 'a*a', true],
  ['abcabc', 'a*b*c', true],
  ['ab', 'a*b*b', false],
  ['abb', 'a*b*b', true],
  ['abc', 'a*b*b*c', false],
  ['abbc', 'a*b*b*c', true],
  ['abcbc', 'a*bc*bc', true],
  ['abcbc', 'a*bcb*bc', false],
  ['a.c', 'a?c', false],
  ['a+b', 'a+b', true],
  ['ab', '**', true],
])('%j and %j: %s', (text, pattern, expected) => {
  expect(matchesWildcard(text, pattern)).toBe(expected)
})

test('agrees with the regular expression it stands for', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
  fc.assert(
    fc.property(letters, letters, (text, pattern) => {
      const plain = text.replaceAll('*', 'c')
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
      expect(matchesWildcard(plain, pattern)).toBe(expression.test(plain))
    }),
  )
})

describe('a text made to slow it down', () => {
  test('takes no long time', () => {
    const pattern = `${'*a'.repeat(20)}*b`
    expect(endInTime(() => matchesWildcard('a'.repeat(1_000_000), pattern))).toBe(false)
  })
})
