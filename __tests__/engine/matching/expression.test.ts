import { describe, expect, test } from '@jest/globals'
import {
  compileExpression,
  problemWithExpression,
  withFlags,
} from '../../../src/engine/matching/expression.ts'
import { endInTime } from '../../support/end-in-time.ts'

/** Expressions of a policy: what they are compiled to, and which are refused. */

const problemWith = (match: string, flags = '') => problemWithExpression({ match, flags })

describe('flags', () => {
  test.each([
    ['', 'a|b'],
    ['m', 'a|b'],
    ['i', '(?i)(?:a|b)'],
    ['is', '(?is)(?:a|b)'],
    ['mi', '(?i)(?:a|b)'],
    ['ii', '(?i)(?:a|b)'],
  ])('%j are written into the expression, each once', (flags, written) => {
    expect(withFlags({ match: 'a|b', flags })).toBe(written)
  })

  test('hold for all of it, and lines have ends', () => {
    const expression = compileExpression({ match: '^a|b$', flags: 'i' })
    expect(['x\nA', 'B\ny', 'xa', 'by'].map((text) => expression.test(text))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('an expression', () => {
  test.each([
    ['(', 'is not a valid RE2 expression (error parsing regexp'],
    ['a*', 'matches empty text, and so everything'],
    ['a$b', 'can never match'],
    ['a{1000}b{1001}', 'repeats more than 2000 times in all'],
    ['a{2,1000}b{1,1001}', 'repeats more than 2000 times in all'],
    ['a{2001,}', 'repeats more than 2000 times in all'],
    ['a{1,2001}', 'repeats more than 2000 times in all'],
    ['(a{999}){999}{3}', 'repeats more than 2000 times in all'],
  ])('%s %s', (match, problem) => {
    expect(problemWith(match)).toContain(problem)
  })

  test.each(['a', 'a{1000}b{1000}', 'a{2,}b', 'a{1,1000}', 'a\\{9999\\}', '^a$'])(
    'honest twin: %s',
    (match) => {
      expect(problemWith(match)).toBeNull()
    },
  )

  test('of the most repetitions is compiled and tried in time', () => {
    expect(endInTime(() => problemWith('a{1001}'))).toContain('not a valid')
    expect(endInTime(() => problemWith('(?:a{1000}){2}'))).toContain('more than 2000 times')
    expect(endInTime(() => problemWith('a{1000}b{1000}'))).toBeNull()
  })
})
