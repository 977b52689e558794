import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compileExpression, problemWithExpression } from '../../src/engine/matching/expression.ts'
import { canEverMatch } from '../../src/engine/reachability.ts'

const canMatch = (match: string, flags = '') => canEverMatch(compileExpression({ match, flags }))

test.each(['a$b', 'a^b', '[^\\s\\S]', 'x\\Ay', 'a\\zb', '(?:a$){2}b', 'a\\z\\n', '(?:ab$c|d^e)'])(
  '%s is dead',
  (match) => {
    expect(canMatch(match)).toBe(false)
  },
)

test.each([
  ['a'],
  ['a$\\nb'],
  ['a\\n^b'],
  ['^a$'],
  ['\\Aa\\z'],
  ['a\\b'],
  ['a\\Bb'],
  ['[\\n]^a'],
  ['(?s:.)^a'],
  ['a.^b', 's'],
  ['(?:ab$c|d)'],
  ['a$(?:b|\\n)'],
  ['[^a]'],
  ['\\n'],
])('%s lives', (match, flags = '') => {
  expect(canMatch(match, flags)).toBe(true)
})

/** An expression together with a text that it matches. */
const letter = fc.constantFrom('a', 'b', '\n', '0')
const { sample } = fc.letrec<{ sample: readonly [string, string] }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4 },
    letter.map((it) => [it === '\n' ? '\\n' : it, it] as const),
    fc.constantFrom(['\\w', 'a'], ['.', 'b'], ['[^a]', '\n'], ['[ab]', 'b']).map(pair),
    fc.tuple(tie('sample'), tie('sample')).map(([[a, x], [b, y]]) => [a + b, x + y] as const),
    fc.tuple(tie('sample'), tie('sample')).map(([[a, x], [b]]) => [`(?:${a}|${b})`, x] as const),
    tie('sample').map(([a, x]) => [`(?:${a})+`, x + x] as const),
    tie('sample').map(([a, x]) => [`(?:${a}){1,3}`, x] as const),
    tie('sample').map(([a, x]) => [`(?:${a}|$)`, x] as const),
    fc
      .tuple(tie('sample'), tie('sample'))
      .map(([[a, x], [b, y]]) => [`${a}$\\n^${b}`, `${x}\n${y}`] as const),
  ),
}))

function pair(parts: readonly string[]): readonly [string, string] {
  return [parts[0] ?? '', parts[1] ?? '']
}

test('an expression that matches something is never called dead', () => {
  fc.assert(
    fc.property(sample, ([match, text]) => {
      expect(compileExpression({ match, flags: '' }).test(text)).toBe(true)
      expect(canMatch(match)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['(', '', 'is not a valid RE2 expression'],
  ['a*', '', 'matches empty text, and so everything'],
  ['a$b', '', 'can never match'],
  ['(?:a{1000}){3}|b{900}c{99,}d{0,2}', '', 'repeats more than 2000 times in all'],
  ['(\\pL{31}){32}'.repeat(2), '', 'repeats more than 2000 times in all'],
  ['(?:[)]b{40}|c\\)){60}', '', 'repeats more than 2000 times in all'],
  ['(?:\\Q)\\Eb{40}){60}', '', 'repeats more than 2000 times in all'],
  ['(?:[)]b{20}|c\\)){40}', '', null],
  ['a{1000}b{900}', '', null],
  ['(?:[0-9a-f]{2}:){15}[0-9a-f]{2}', '', null],
  ['A', 'i', null],
  ['a.b', 's', null],
  ['^a', 'm', null],
])('%s with flags "%s": %s', (match, flags, problem) => {
  const found = problemWithExpression({ match, flags })
  if (problem === null) expect(found).toBeNull()
  else expect(found).toContain(problem)
})

test('flags count once, and "." takes line ends only with "s"', () => {
  expect(compileExpression({ match: 'A.B', flags: 'iis' }).test('a\nb')).toBe(true)
  expect(compileExpression({ match: 'A.B', flags: 'i' }).test('a\nb')).toBe(false)
})
