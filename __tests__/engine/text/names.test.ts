import { describe, expect, test } from '@jest/globals'
import { isUnsafeName, showName } from '../../../src/engine/text/names.ts'

describe('isUnsafeName', () => {
  test.each([
    ['a line feed', 'a\nb'],
    ['a tab', 'a\tb'],
    ['an escape character', 'a\u001b[2Jb'],
    ['a C1 control', 'a\u0085b'],
    ['a right-to-left override', 'a\u202Egpj.ts'],
    ['a zero-width space', 'src/\u200Ba.ts'],
    ['a soft hyphen', 'a\u00ADb'],
    ['a tag character', 'a\u{E0041}'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a lone surrogate', 'a\uD800b'],
    ['bytes that are not UTF-8', 'a\uFFFDb'],
    ['a Hangul filler', 'a\u3164'],
    ['a halfwidth Hangul filler', 'a\uFFA0'],
    ['a combining grapheme joiner', 'a\u034Fb'],
    ['a parent segment', 'a/../b'],
    ['a dot segment', './a'],
    ['an empty segment', 'a//b'],
    ['a .git segment', 'x/.GIT/config'],
    ['a .git segment as Windows reads it', '.git . /config'],
    ['its short name', 'git~1/config'],
  ])('refuses a name with %s', (_what, name) => {
    expect(isUnsafeName(name)).toBe(true)
  })

  test.each([
    'src/a.ts',
    'docs/with spaces and "quotes".md',
    'Größe/naïve.txt',
    '日本語/ファイル.md',
    'عربي.md',
    '\u26A0\uFE0F.md',
    '\u{1F600}.png',
    '.github/x.yml',
    '.gitignore',
    'a..b',
    '...',
    'back\\slash',
  ])('accepts %s', (name) => {
    expect(isUnsafeName(name)).toBe(false)
  })
})

describe('showName', () => {
  test('leaves a plain name as it is', () => {
    expect(showName('src/Größe "x".ts')).toBe('src/Größe "x".ts')
  })

  test('escapes what cannot be read', () => {
    expect(showName('a\nb\tc\rd\u001b\u202E\uFFFD\u3164\u{E0041}')).toBe(
      'a\\nb\\tc\\rd\\u{001B}\\u{202E}\\u{FFFD}\\u{3164}\\u{E0041}',
    )
  })

  test('keeps names apart that differ only in an escape', () => {
    expect(showName('a\\nb')).not.toBe(showName('a\nb'))
  })

  test('leaves nothing unsafe but segments', () => {
    expect(isUnsafeName(showName('x\n\u0000\u200D\u{E0001}\uD83D'))).toBe(false)
  })
})
