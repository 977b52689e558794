import { describe, expect, test } from '@jest/globals'
import { MAX_LINES, readChangedText } from '../../../src/engine/text/changed-text.ts'

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text))
const read = (before: string | null, after: string | null) =>
  readChangedText(bytes(before), bytes(after))
const counts = (before: string | null, after: string | null) => {
  const { added, removed } = read(before, after)
  return [added, removed]
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`)
const file = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

describe('segments', () => {
  test('show three lines around a change on both sides', () => {
    const before = numbered(20)
    const { text } = read(file(before), file(before.with(9, 'ten')))
    expect(text.before).toEqual([
      {
        firstLine: 7,
        lines: ['7', '8', '9', '10', '11', '12', '13'],
        changed: [false, false, false, true, false, false, false],
      },
    ])
    expect(text.after[0]?.lines[3]).toBe('ten')
  })

  test.each([
    [6, 1],
    [7, 2],
  ])('with %i lines between two changes become %i', (gap, segments) => {
    const before = numbered(30)
    const after = before.with(9, 'x').with(10 + gap, 'y')
    expect(read(file(before), file(after)).text.after).toHaveLength(segments)
  })

  test('number lines after an insertion as they stand at head', () => {
    const before = numbered(30)
    const after = ['new', ...before].with(25, 'x')
    expect(read(file(before), file(after)).text.after.map((it) => it.firstLine)).toEqual([1, 23])
    expect(read(file(before), file(after)).text.before.map((it) => it.firstLine)).toEqual([1, 22])
  })

  test.each([
    ['an added file', null, 'a\nb\n', [], [true, true]],
    ['a deleted file', 'a\nb\n', null, [true, true], []],
    ['an added empty file', null, '', [], []],
    ['an unchanged file', 'a\n', 'a\n', [], []],
  ])('of %s', (_what, before, after, removed, added) => {
    const { text } = read(before, after)
    expect(text.before.flatMap((it) => it.changed)).toEqual(removed)
    expect(text.after.flatMap((it) => it.changed)).toEqual(added)
  })

  test('hold every line when the whole file is wanted', () => {
    const before = numbered(20)
    const after = before.with(9, 'ten')
    const { text, added } = readChangedText(bytes(file(before)), bytes(file(after)), {
      whole: true,
    })
    expect(text.after).toEqual([
      { firstLine: 1, lines: after, changed: after.map((line) => line === 'ten') },
    ])
    expect(text.before[0]?.lines).toEqual(before)
    expect(added).toBe(1)
  })

  test('keep carriage returns and foreign line separators inside the line', () => {
    const { text } = read(null, 'a\r\nb\u2028c\rd\n')
    expect(text.after[0]?.lines).toEqual(['a\r', 'b\u2028c\rd'])
  })
})

describe('what counts as a change', () => {
  test.each([
    ['a last line break added', 'a\nb', 'a\nb\n', [1, 1]],
    ['a last line break removed', 'a\nb\n', 'a\nb', [1, 1]],
    ['a line after one without line break', 'a', 'a\nb', [2, 1]],
    ['no last line break on either side', 'x\nb', 'y\nb', [1, 1]],
    ['a byte order mark added', 'a\nb\n', '\uFEFFa\nb\n', [1, 1]],
    ['a byte order mark and nothing else', null, '\uFEFF', [1, 0]],
    ['line endings converted', 'a\nb\n', 'a\r\nb\r\n', [2, 2]],
    ['one empty line', 'a\n', 'a\n\n', [1, 0]],
  ])('%s', (_what, before, after, expected) => {
    expect(counts(before, after)).toEqual(expected)
  })

  test('different bytes that read alike', () => {
    const { added, removed, text } = readChangedText(
      Buffer.from('a\n\xe9\nb\n', 'latin1'),
      Buffer.from('a\n\xe8\nb\n', 'latin1'),
    )
    expect([added, removed]).toEqual([1, 1])
    expect(text.opaque).toBe('encoding')
  })

  test('a text saved in another encoding, every line of it', () => {
    const after = Buffer.from('\uFEFFa\nb\n', 'utf16le')
    const { added, removed, text } = readChangedText(Buffer.from('a\nb\n'), after)
    expect([added, removed, text.opaque]).toEqual([2, 2, null])
    expect(text.after[0]?.lines).toEqual(['a', 'b'])
  })

  test('a line in UTF-16', () => {
    const before = Buffer.from('one\ntwo\n', 'utf16le')
    const after = Buffer.from('one\nDROP TABLE\n', 'utf16le')
    const { added, removed, text } = readChangedText(before, after)
    expect([added, removed, text.opaque]).toEqual([1, 1, null])
    expect(text.after[0]?.lines).toEqual(['one', 'DROP TABLE'])
  })
})

describe('content that may be read otherwise', () => {
  test('binary files count no lines, yet their text can be scanned', () => {
    const { added, removed, text } = read('a\0\nb\n', 'a\0\nDROP TABLE\n')
    expect([added, removed, text.opaque]).toEqual([0, 0, 'binary'])
    expect(text.after[0]?.lines).toContain('DROP TABLE')
  })

  test('a NUL byte where git no longer looks hides no lines from the count', () => {
    const long = `${'x'.repeat(8000)}\n`
    expect(counts(long, `${long}a\nb\n\0\n`)).toEqual([3, 0])
  })

  test('a replaced binary file stays marked', () => {
    expect(read('\0', 'text\n').text.opaque).toBe('binary')
    expect(read('\0', null).text.opaque).toBe('binary')
  })

  test('ASCII behind a UTF-16 byte order mark is scanned as both', () => {
    const mark = Buffer.of(0xff, 0xfe)
    const { text } = readChangedText(null, Buffer.concat([mark, Buffer.from('\nrm -rf /\n#')]))
    expect(text.after.flatMap((it) => it.lines)).toContain('rm -rf /')
  })

  test('a pointer to a file elsewhere is marked', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`
    expect(read('real\n', pointer).text.opaque).toBe('lfs-pointer')
  })

  test('more lines than can be held are counted, not read', () => {
    const { added, removed, text } = read('a\n', '\n'.repeat(MAX_LINES + 1))
    expect(text).toEqual({ before: [], after: [], opaque: 'too-large' })
    expect([added, removed]).toEqual([MAX_LINES + 1, 1])
  })
})
