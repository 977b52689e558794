import { describe, expect, test } from '@jest/globals'
import { fold, foldPath } from '../../../src/engine/matching/fold.ts'
import { endInTime } from '../../support/end-in-time.ts'

describe('one spelling for', () => {
  test.each([
    ['case', 'README', 'readme'],
    ['sharp s', 'straße', 'STRASSE'],
    ['long s', 'ſrc', 'src'],
    ['Kelvin sign', '\u212Aeys', 'keys'],
    ['final sigma', 'λόγος', 'λόγοσ'],
    ['composition', 'cafe\u0301', 'café'],
    ['ligature', 'conﬁg', 'config'],
    ['width', 'ｋｅｙｓ', 'keys'],
    ['zero width', 'a\u200b\u200d\ufeffb', 'ab'],
    ['variation selector', 'a\ufe0f', 'a'],
    ['one dot leader', '․env', '.env'],
    ['division slash', 'a∕b', 'a/b'],
    ['dotless i', 'g\u0131thub', 'github'],
  ])('%s', (_, one, other) => {
    expect(fold(one ?? '')).toBe(fold(other ?? ''))
  })

  test('Cyrillic and Greek look-alikes', () => {
    expect(fold('сӏаυԁе')).toBe('claude')
    expect(fold('ραсkage')).toBe('package')
  })
})

describe('every look-alike is the Latin letter that a reader takes it for', () => {
  test.each([
    ['Cyrillic', 'авсԁеѐһіјкӏмнорԛѕтуѵԝхгп', 'abcdeehijklmhopqstyvwxrn'],
    ['Cyrillic capitals', 'АВСЕНІЈКМОРЅТХ', 'abcehijkmopstx'],
    ['Greek', 'αβεηικνορτυχγω', 'abenikvoptuxyw'],
    ['Armenian', 'ոսօհց', 'nuohg'],
    ['Latin from elsewhere', 'ıɡɑӕł', 'igaael'],
    ['dashes', '‐‑‒–—−', '------'],
    ['dots and slashes', '․∕⁄', './/'],
  ])('%s', (_, written, read) => {
    expect(fold(written)).toBe(read)
  })

  test('honest twin: a letter like no other stays what it is', () => {
    expect(fold('жщфδλ')).toBe('жщфδλ')
  })
})

describe('what nobody can see is left out', () => {
  test.each([
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['a grapheme joiner', '\u034f'],
    ['Khmer vowels without a shape', '\u17b4\u17b5'],
    ['Mongolian selectors', '\u180b\u180c\u180d\u180e\u180f'],
    ['variation selectors', '\ufe00\ufe07\ufe0f'],
    ['marks of direction', '\u202e\u2066'],
    ['code points without a character', '\u2065\ufff0\u{e0000}\u{e0fff}'],
  ])('%s', (_, unseen) => {
    expect(fold(`${unseen}ke${unseen}ys${unseen}`)).toBe('keys')
  })

  test('honest twin: their neighbours are seen', () => {
    expect(fold('\u180a\u1820\ua9b3')).toHaveLength(3)
  })
})

test.each([
  ['a', 'b'],
  ['keys', 'key'],
  ['a/b', 'a-b'],
  ['naïve', 'naive'],
])('%s and %s stay apart', (one, other) => {
  expect(fold(one)).not.toBe(fold(other))
})

describe('paths', () => {
  test.each([
    ['.env.', '.env'],
    ['.env ', '.env'],
    ['.git. .', '.git'],
    ['a./b ', 'a/b'],
    ['..', '..'],
    ['.', '.'],
    [' ', ' '],
    ['a. b', 'a. b'],
    ['..git', '..git'],
    ['. ./a', '. ./a'],
    ['K../É.', 'k/é'],
  ])('%j folds to %j', (path, folded) => {
    expect(foldPath(path)).toBe(folded)
  })
})

test('every character folds once and for all, whatever its case', () => {
  const LAST = 0x1ffff
  const unstable = Array.from({ length: LAST }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => {
      const spellings = [character.toUpperCase(), character.toLowerCase(), fold(character)]
      return spellings.some((spelling) => fold(spelling) !== fold(character))
    },
  )
  expect(unstable).toEqual([])
})

test('a long run of dots takes no long time', () => {
  expect(endInTime(() => foldPath(`${'. '.repeat(50_000)}x`))).toContain('x')
})
