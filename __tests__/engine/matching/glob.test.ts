import { describe, expect, test } from '@jest/globals'
import { allowMatcher, denyMatcher, problemWithGlob } from '../../../src/engine/matching/glob.ts'
import { endInTime } from '../../support/end-in-time.ts'

const allows = (glob: string, path: string) => allowMatcher([glob])(path)
const denies = (glob: string, path: string) => denyMatcher([glob])(path)

describe('both readings take the syntax alike', () => {
  test.each<[string, string, boolean]>([
    ['src/**', 'src/a.ts', true],
    ['src/**', 'src/deep/down/.hidden/a.ts', true],
    ['src/**', 'src2/a.ts', false],
    ['src/**', 'src', false],
    ['**/*.pem', 'key.pem', true],
    ['**/*.pem', 'a/b/.key.pem', true],
    ['*.pem', 'a/key.pem', false],
    ['*', '.env', true],
    ['.env*', '.env.local', true],
    ['a/?.ts', 'a/b.ts', true],
    ['a/?.ts', 'a/bc.ts', false],
    ['{src,lib}/*.ts', 'lib/a.ts', true],
    ['[ab].ts', 'b.ts', true],
    ['a+(b)', 'abb', true],
    ['package.json', 'package.json', true],
    ['package.json', 'sub/package.json', false],
    ['[#]odd', '#odd', true],
    ['\\!odd', '!odd', true],
    ['!odd*', '!oddly', true],
    ['!odd*', 'even', false],
    ['#odd*', '#oddly', true],
    ['\\[id\\]/page.tsx', '[id]/page.tsx', true],
  ])('%s and %s: %s', (glob, path, matches) => {
    expect([allows(glob, path), denies(glob, path)]).toEqual([matches, matches])
  })
})

test('an entry that is the path itself matches, whatever it would mean as a glob', () => {
  const path = 'app/[id]/(group)/{page}.tsx'
  expect([allows(path, path), denies(path, path)]).toEqual([true, true])
})

describe('a deny sees through other spellings, an allow takes them for other files', () => {
  test.each([
    ['.github/**', '.GitHub/workflows/ci.yml', 'another case'],
    ['keys/café.pem', 'keys/cafe\u0301.pem', 'a decomposed letter'],
    ['keys/cafe\u0301.pem', 'keys/café.pem', 'a composed letter'],
    ['.github/**', '.gіthub/ci.yml', 'a Cyrillic letter'],
    ['CLAUDE.md', 'CLΑUDE.md', 'a Greek letter'],
    ['keys/**', 'ｋｅｙｓ/a', 'full-width letters'],
    ['config/**', 'conﬁg/a', 'a ligature'],
    ['keys/**', 'ke\u200bys/a', 'a zero-width space'],
    ['keys/**', 'keys\u00ad/a', 'a soft hyphen'],
    ['.env', '.env.', 'a trailing dot'],
    ['.env.*', '.еnv.', 'a Cyrillic letter before a trailing dot'],
    ['old /*', 'ｏｌｄ /a', 'full-width letters before a trailing space'],
    ['.env', '.env ', 'a trailing space'],
    ['keys/**', 'keys. ./a', 'dots and spaces after a folder'],
    ['strasse/**', 'straße/a', 'a sharp s'],
    ['a-b.txt', 'a‑b.txt', 'a non-breaking hyphen'],
    ['*.PEM', 'a.pem', 'a glob in capitals'],
    ['[K]eys/**', 'keys/a', 'a class in capitals'],
    ['K*', 'key', 'a star after a capital'],
  ])('%s and %s (%s)', (glob, path) => {
    expect([allows(glob, path), denies(glob, path)]).toEqual([false, true])
  })

  test.each([
    ['.github/**', 'github/ci.yml'],
    ['keys/**', 'monkeys/a'],
    ['keys/**', 'docs/keys.md'],
    ['.env', 'src/.env'],
    ['a-b.txt', 'a_b.txt'],
  ])('honest twin: %s lets %s alone', (glob, path) => {
    expect(denies(glob, path)).toBe(false)
  })
})

describe('where folding makes two letters of one, a deny still counts the letters as they were', () => {
  test.each(['a?b', 'A?B'])('%s', (glob) => {
    expect(denyMatcher(['docs/**', glob])('aßb')).toBe(true)
  })

  test('honest twin: two letters are two', () => {
    expect(denies('a?b', 'assb')).toBe(false)
  })
})

test('no globs match nothing', () => {
  expect([allowMatcher([])(''), denyMatcher([])('a')]).toEqual([false, false])
})

describe('a glob is refused when', () => {
  test.each([
    ['is empty', ''],
    ['is empty', '  '],
    ['is longer than 500 characters', 'a'.repeat(501)],
    ['contains a control or format character', 'a\nb'],
    ['contains a control or format character', 'a\u200bb'],
    ['starts with "!"', '!a'],
    ['starts with "#"', '#a'],
    ['starts with "/"', '/a'],
    ['starts with "/" or "./"', './a'],
    ['ends with "/"', 'a/'],
    ['has an empty, "." or ".." segment', 'a//b'],
    ['has an empty, "." or ".." segment', 'a/./b'],
    ['has an empty, "." or ".." segment', '../a'],
    ['has braces that stand for a "." or ".." segment', 'docs/{x,..}/src/**'],
    ['has braces that stand for a "." or ".." segment', 'docs/{x,.}./src/**'],
    ['has braces that stand for a "." or ".." segment', 'a/{b,.}'],
    ['has more than 8 "**"', `${'**/'.repeat(9)}a`],
    ['has more than 6 brace groups', '{a,b}'.repeat(7)],
    ['can never match a path', '[b-a]'],
    ['can never match a path', 'a[/]b'],
    ['can never match a path', '{[b-a],a[/]b}'],
    ['has braces that stand for more than 200 globs', '{1..201}'],
    ['has braces that stand for more than 200 globs', '{a,b,c,d,e,f}'.repeat(3)],
    ['has braces that stand for more than 200 globs', '{1..999999999}/{1..999999999}'],
  ])('it %s: %j', (problem, glob) => {
    expect(problemWithGlob(glob)).toContain(problem)
  })

  test.each([
    'a',
    'a'.repeat(500),
    '\\!a',
    '[#]a',
    'a/**/b',
    '.a',
    '..a',
    'a/..b',
    'a/{.,..}b',
    'a/{b,}/c',
    '{a,b}/c',
    '[a-c]*',
    'a?b',
    '@(a|b)',
    '{[b-a],a}',
    '[!^x]b',
    'a**b',
    '{1..200}',
    '{a,b}'.repeat(6),
    'wörter/**',
    `${'**/'.repeat(8)}a`,
    '[^a]b',
    'app/[id]/page.tsx',
  ])('honest twin: %s', (glob) => {
    expect(problemWithGlob(glob)).toBeNull()
  })
})

test.each(['!odd', '#odd'])('the spelling advised for a file named %s matches it', (path) => {
  const advice = /write "([^"]+)"/.exec(problemWithGlob(path) ?? '')?.[1] ?? ''
  const glob = `${advice}${path.slice(1)}`
  expect([problemWithGlob(glob), allows(glob, path), denies(glob, path)]).toEqual([
    null,
    true,
    true,
  ])
})

test('the costliest accepted globs stay fast on a path made to slow them down', () => {
  const glob = `${'**/*a*/'.repeat(8)}b`
  expect(problemWithGlob(glob)).toBeNull()
  const path = `${'aaaaaaaaaa/'.repeat(20)}c`
  expect(endInTime(() => [allows(glob, path), denies(glob, path)])).toEqual([false, false])
})
