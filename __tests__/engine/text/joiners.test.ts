import { describe, expect, test } from '@jest/globals'
import { decodeText } from '../../../src/engine/text/decode.ts'
import { isUnsafeName, showName } from '../../../src/engine/text/names.ts'

/** Names with joiners in them, and text in the other order of bytes. */

test.each([
  ['ad\u200dmin', true],
  ['\u200dadmin', true],
  ['admin\u200c', true],
  ['👩\u200d🔬.png', false],
  ['می\u200cخواهم.txt', false],
])('%j is unsafe: %s', (name, expected) => {
  expect(isUnsafeName(name)).toBe(expected)
})

test('a backslash is shown as two, so that no escape can be written by hand', () => {
  expect(showName('a\\u{202E}')).toBe('a\\\\u{202E}')
  expect(showName('a\u202e')).toBe('a\\u{202E}')
})

describe('UTF-16', () => {
  const little = (text: string) => Buffer.from(text, 'utf16le')
  const big = (text: string) => little(text).swap16()

  test.each<[string, Buffer, string, boolean]>([
    ['the low byte first', little('DROP'), 'utf-16le', false],
    ['the high byte first', big('DROP'), 'utf-16be', false],
    ['the low byte first, with a mark', little('\ufeffDROP'), 'utf-16le', true],
    ['the high byte first, with a mark', big('\ufeffDROP'), 'utf-16be', true],
  ])('%s', (_, bytes, encoding, hadBom) => {
    expect(decodeText(bytes)).toMatchObject({ text: 'DROP', encoding, hadBom, opaque: null })
  })

  test.each([
    ['half a mark', Buffer.of(0xff, 0x41)],
    ['the other half', Buffer.of(0x41, 0xfe)],
    ['an odd number of bytes', Buffer.of(0x41, 0, 0x42)],
    ['zeros on both sides', Buffer.of(0x41, 0, 0, 0x42)],
    ['nothing but ASCII', Buffer.from('abcd')],
  ])('honest twin: %s is none', (_, bytes) => {
    expect(decodeText(bytes).encoding).toBe('utf-8')
  })
})
