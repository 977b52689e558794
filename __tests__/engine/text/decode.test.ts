import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeText } from '../../../src/engine/text/decode.ts'

const BOM_LE = Buffer.of(0xff, 0xfe)
const BOM_BE = Buffer.of(0xfe, 0xff)
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

function summary(bytes: Uint8Array) {
  const { text, opaque } = decodeText(bytes)
  return { text, opaque }
}

describe('UTF-8', () => {
  test.each(['', 'DROP TABLE users;\n', 'Größe 日本 \u{1F600}\r\n'])('reads %j', (text) => {
    expect(summary(Buffer.from(text))).toEqual({ text, opaque: null })
  })

  test('drops a byte order mark and says so', () => {
    expect(decodeText(Buffer.from('\uFEFFdrop'))).toMatchObject({ text: 'drop', hadBom: true })
  })

  test('reads bytes of another encoding leniently, and says that it guessed', () => {
    const { text, opaque, isExact } = decodeText(Buffer.from('DROP caf\xe9 TABLE 日', 'latin1'))
    expect(text).toContain('DROP caf')
    expect(text).toContain(' TABLE ')
    expect(opaque).toBe('encoding')
    expect(isExact).toBe(false)
  })

  test('keeps the valid characters of a text with one stray byte', () => {
    const bytes = Buffer.concat([Buffer.from('größe '), Buffer.of(0xff), Buffer.from(' ende')])
    expect(summary(bytes)).toEqual({ text: 'größe \uFFFD ende', opaque: 'encoding' })
  })

  test('reads around NUL bytes, and calls the file binary', () => {
    expect(summary(Buffer.from('DROP TABLE\0 users'))).toEqual({
      text: 'DROP TABLE\0 users',
      opaque: 'binary',
    })
  })
})

describe('UTF-16', () => {
  const text = 'DROP TABLE users; -- Größe\n'
  test.each([
    ['little endian with a mark', Buffer.concat([BOM_LE, utf16le(text)])],
    ['big endian with a mark', Buffer.concat([BOM_BE, utf16be(text)])],
    ['little endian without a mark', utf16le(text)],
    ['big endian without a mark', utf16be(text)],
  ])('reads %s', (_form, bytes) => {
    expect(summary(bytes)).toEqual({ text, opaque: null })
    expect(decodeText(bytes).otherReading).toBeNull()
  })

  test('offers the plain reading of ASCII behind a byte order mark', () => {
    const script = Buffer.concat([BOM_LE, Buffer.from('\nrm -rf / #')])
    expect(decodeText(script).otherReading).toBe('\nrm -rf / #')
  })

  test('is not taken for a binary file with a few NUL bytes in one place', () => {
    const script = Buffer.from(`rm -rf /;${'#'.repeat(40)}\0`)
    expect(script.length % 2).toBe(0)
    expect(summary(script)).toMatchObject({ opaque: 'binary' })
    expect(decodeText(script).text).toContain('rm -rf /')
  })

  test('is not taken for UTF-32', () => {
    const utf32 = Buffer.concat([BOM_LE, Buffer.of(0, 0, 0x41, 0, 0, 0)])
    expect(decodeText(utf32).opaque).toBe('binary')
  })

  test('with half a character left is read, and marked', () => {
    const odd = Buffer.concat([BOM_LE, utf16le('DROP'), Buffer.from('x')])
    expect(summary(odd)).toEqual({ text: 'DROPx', opaque: 'encoding' })
  })

  test('with a lone surrogate is marked', () => {
    expect(decodeText(Buffer.concat([BOM_LE, utf16le('a\uD800b')])).opaque).toBe('encoding')
  })
})

describe('Git LFS pointers', () => {
  const pointer = [
    'version https://git-lfs.github.com/spec/v1',
    `oid sha256:${'4d'.repeat(32)}`,
    'size 12345',
    '',
  ].join('\n')

  test.each([
    ['canonical', pointer],
    ['with carriage returns', pointer.replaceAll('\n', '\r\n')],
    ['with leading space, which git-lfs trims', `\n ${pointer}`],
    [
      'of the earliest version',
      pointer.replace('git-lfs.github.com/spec', 'hawser.github.com/spec'),
    ],
  ])('recognises one %s', (_form, text) => {
    expect(decodeText(Buffer.from(text)).opaque).toBe('lfs-pointer')
  })

  test.each([
    ['a text that mentions one', `See:\n${pointer}`],
    ['a file too large to be one', pointer + 'x'.repeat(1024)],
    ['another version line', 'version https://example.com/spec/v1\n'],
  ])('is not fooled by %s', (_what, text) => {
    expect(decodeText(Buffer.from(text)).opaque).toBeNull()
  })
})

test('never throws, and never loses a line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const { text, encoding } = decodeText(bytes)
      if (encoding === 'utf-8') {
        expect(text.split('\n').length).toBe(
          Buffer.from(bytes).toString('latin1').split('\n').length,
        )
      }
    }),
    { numRuns: 500 },
  )
})
