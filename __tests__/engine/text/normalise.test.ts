import { describe, expect, test } from '@jest/globals'
import { joinLines, lineAt, normaliseLine, spellText } from '../../../src/engine/text/normalise.ts'

/** One spelling of a text, so that a pattern finds what a program would run. */

describe('a line in its plainest spelling', () => {
  test.each([
    ['two digits', 'DR\\x4fP', 'DROP'],
    ['four digits', 'DR\\u004FP', 'DROP'],
    ['eight digits', 'DR\\U0000004fP', 'DROP'],
    ['braces', 'DR\\u{4f}P DR\\x{00004f}P', 'DROP DROP'],
    ['several of them', '\\x44\\x52\\u004f\\u{50}', 'DROP'],
    ['a capital X', 'DR\\X4FP', 'DROP'],
    ['beyond the first plane', '\\u{1f600}', '😀'],
    ['the greatest of all', '\\u{10ffff}', '\u{10ffff}'],
    ['a blank', 'a\\x20b', 'a b'],
    ['tabs', 'a\tb', 'a b'],
    ['wide letters', 'ＤＲＯＰ', 'DROP'],
    ['a ligature', 'ﬁle', 'file'],
    ['blanks of every width', 'a\u00a0b\u2003c\u3000d\té', 'a b c d é'],
    [
      'what nobody sees',
      'D\u00adR\u200bO\u034fP\u3164\u115f\u1160\uffa0\u17b4\u17b5\u180b\u180f\u2065\ufe00\ufe0f\ufff0\u{e0080}',
      'DROP',
    ],
    [
      'ends of lines that git does not know',
      'é\rb\r\nc\vd\fe\u0085f\u2028g\u2029h',
      'é\nb\nc\nd\ne\nf\ng\nh',
    ],
  ])('%s', (_, written, plain) => {
    expect(normaliseLine(written)).toBe(plain)
  })

  test.each([
    ['plain text', 'DROP TABLE a;'],
    ['a control character', 'a\\x1fb'],
    ['no character at all', 'a\\u{110000}b'],
    ['too few digits', 'a\\x4 \\u004 \\U000004f'],
    ['other escapes', 'a\\nb\\d'],
  ])('honest twin: %s stays as it is', (_, written) => {
    expect(normaliseLine(written)).toBe(written)
  })
})

describe('lines put together', () => {
  test('end where they ended, unless they go on', () => {
    expect(joinLines(['a \\', 'b', 'c'], false)).toEqual({
      text: 'a \\\nb\nc\n',
      starts: [0, 4, 6],
    })
    expect(joinLines(['a \\', 'b', 'c'], true)).toEqual({ text: 'a b\nc\n', starts: [0, 2, 4] })
    expect(joinLines(['a \\  ', 'b'], true).text).toBe('a b\n')
    expect(joinLines(['a \\ x', 'b'], true).text).toBe('a \\ x\nb\n')
    expect(joinLines([], true)).toEqual({ text: '', starts: [] })
  })

  test('are found again by where a character stands', () => {
    const { text, starts } = joinLines(['one', '', 'three', 'four'], false)
    const lines = Array.from(text, (_, at) => lineAt(starts, at))
    expect(lines.join('')).toBe('00001222222' + '33333')
    expect(lineAt(starts, 99)).toBe(3)
    expect(lineAt([], 5)).toBe(0)
  })

  test('are searched as written and as normalised', () => {
    expect(spellText('rm \\\n\\x2drf /\n')).toEqual(['rm \\\n\\x2drf /\n', 'rm -rf /\n\n'])
  })
})
