import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { compileExpression } from '../../../src/engine/matching/expression.ts'
import { needOfGlobs } from '../../../src/engine/matching/glob-need.ts'
import { needOfExpression } from '../../../src/engine/text/expression-need.ts'
import { foldForNeeds, meetsNeed } from '../../../src/engine/text/need.ts'

const OPTIONS = { dot: true, nonegate: true, nocomment: true, platform: 'linux' } as const

describe('the need of a glob', () => {
  test.each([
    ['.github/**', '.github'],
    ['src/*.ts', { all: ['src', { ends: '.ts' }] }],
    ['**/CLAUDE.md', { ends: 'claude.md' }],
    ['a/**/b', { all: ['a', { ends: 'b' }] }],
    ['**/{a,b}.pem', { any: [{ ends: 'a.pem' }, { ends: 'b.pem' }] }],
    ['**/.env.!(*example)', '.env.'],
    ['app/[id]/page.tsx', { all: ['app', { ends: 'page.tsx' }] }],
    ['a/b/c/*.ts', { all: ['a/b/c', { ends: '.ts' }] }],
    ['a/**/b/c/', { all: ['a', { ends: 'b/c' }] }],
    ['x[]a]y', true],
    ['x[!]a]y', true],
    ['x[^]a]y', true],
    ['x[a]b]y', { all: ['x', { ends: 'b]y' }] }],
    ['@(a|b)c', true],
    ['**', true],
    ['name.', true],
    ['müll/**', true],
  ])('%s', (glob, need) => {
    expect(needOfGlobs([glob])).toEqual(need)
  })

  test('is met by every path that a glob restricts', () => {
    const plain = ['a', 'B', '.c', '*', '**', '?', '[ab]', '{a,b}', '!(a)', 'x.y', '/', '/**/']
    const odd = ['[[:alpha:]]', '[\\]a]', '[]a]', '[', ']', '!', '^', '\\', '+(a|[b)])', ',', '-']
    const glob = fc.array(fc.constantFrom(...plain, ...odd), { minLength: 1, maxLength: 6 })
    const name = fc.stringMatching(/^[abBxyc]{1,3}$|^\.c$|^x\.y$/)
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
    fc.assert(
      fc.property(glob, fc.array(path, { minLength: 5 }), (parts, paths) => {
        const one = parts.join('')
        const pattern = new Minimatch(one.toLowerCase(), OPTIONS)
        const restricted = paths.map((it) => it.toLowerCase()).filter((it) => pattern.match(it))
        return restricted.every((it) => meetsNeed(needOfGlobs([one]), it))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['[[:alpha:]]x', 'ax'],
    ['[\\]a]x', 'ax'],
    ['[+(a|b)]', 'a'],
  ])('is nothing where the class %s ends later than it seems to', (glob, path) => {
    expect(new Minimatch(glob, OPTIONS).match(path)).toBe(true)
    expect(needOfGlobs([glob])).toBe(true)
  })
})

describe('the need of an expression', () => {
  test.each([
    ['\\bDROP\\s+TABLE\\b', 'i', { all: ['drop ', ' table'] }],
    ['(?i:secret)_key', '', 'secret_key'],
    ['(?i)push', '', 'push'],
    ['\\(?i:', '', 'i:'],
    ['[(?i:)]x', '', { any: ['(x', '?x', 'ix', ':x', ')x'] }],
    ['a|b', '', { any: ['a', 'b'] }],
    ['(?:foo|bar)?x', '', 'x'],
    ['(?:foo|bar){0,2}x', '', 'x'],
    ['(?:foo|bar)+x', '', { all: [{ any: ['foo', 'bar'] }, { any: ['foox', 'barx'] }] }],
    ['gh[po]_', '', { any: ['ghp_', 'gho_'] }],
    ['gh[a-z]_', '', { all: ['gh', '_'] }],
    ['rm\\s+-r?f', '', { all: ['rm ', { any: [' -rf', ' -f'] }] }],
    ['[+--]x', '', 'x'],
    ['(?:ab|c){2}', '', { any: ['abab', 'abc', 'cab', 'cc'] }],
    ['ſx', '', 'x'],
    ['(?<=a)b', '', true],
    ['ab(?i)*c', '', true],
    ['foo|bar', '', { any: ['foo', 'bar'] }],
    ['.*', '', true],
    ['\\Qa(b\\E', '', true],
  ])('%s with flags "%s"', (match, flags, need) => {
    expect(needOfExpression({ match, flags })).toEqual(need)
  })

  test('is met by every text that it matches', () => {
    const atom = fc.constantFrom(
      'ab',
      'C',
      '[xy]',
      '[^a]',
      '\\bz',
      'd+',
      'e?',
      '\\.',
      '(?i:Kl)',
      '(?:m|n)',
      '\\s',
    )
    const branch = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(''))
    const match = fc.array(branch, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'))
    const text = fc.stringMatching(/^[abcCxyzdDe.kKlLmn ]{0,12}$/)
    fc.assert(
      fc.property(match, fc.constantFrom('', 'i'), text, (one, flags, other) => {
        const expression = { match: one, flags }
        if (!compileExpression(expression).test(other)) return true
        return meetsNeed(needOfExpression(expression), foldForNeeds(other))
      }),
      { numRuns: 3000 },
    )
  })
})
