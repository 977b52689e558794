import { describe, expect, test } from '@jest/globals'
import { hasHash, isFramed } from '../../../src/engine/chain/frame.ts'
import { type Ending, openLines } from '../../../src/engine/chain/lines.ts'
import { isHexAt, makeLiteral, standsAt } from '../../../src/engine/chain/literal.ts'
import {
  isOfPlan,
  type Refusals,
  rememberAllowance,
  rememberRefusal,
} from '../../../src/engine/chain/refusals.ts'
import { readTime } from '../../../src/engine/chain/time.ts'
import { makeLines } from './chains.ts'

/** The small parts of a verifier, each held against the slow and plain way of asking the same. */

describe('a time', () => {
  const read = (text: string) => {
    const bytes = Buffer.from(`<${text}>`)
    return readTime(bytes, 1, bytes.length - 1)
  }

  /** What `Date` makes of it, where it writes the same again. */
  const slow = (text: string) => {
    const time = Date.parse(text)
    return !Number.isNaN(time) && new Date(time).toISOString() === text ? time : Number.NaN
  }

  test.each([
    '1970-01-01T00:00:00.000Z',
    '2026-11-20T12:34:56.789Z',
    '2024-02-29T23:59:59.999Z',
    '2000-02-29T00:00:00.001Z',
    '2023-02-29T00:00:00.000Z',
    '1900-02-29T00:00:00.000Z',
    '2024-02-30T00:00:00.000Z',
    '1999-12-31T23:59:59.999Z',
    '2000-03-01T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '0000-02-29T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2026-00-10T00:00:00.000Z',
    '2026-13-10T00:00:00.000Z',
    '2026-01-00T00:00:00.000Z',
    '2026-01-32T00:00:00.000Z',
    '2026-04-31T00:00:00.000Z',
    '2026-06-31T00:00:00.000Z',
    '2026-09-31T00:00:00.000Z',
    '2026-11-31T00:00:00.000Z',
    '2026-11-20T24:00:00.000Z',
    '2026-11-20T12:60:00.000Z',
    '2026-11-20T12:00:60.000Z',
    '2026-11-20T12:00:00.00Z',
    '2026-11-20T12:00:00.0000Z',
    '2026-11-20t12:00:00.000Z',
    '2026-11-20T12:00:00.000z',
    '2026-11-20 12:00:00.000Z',
    '2026/11-20T12:00:00.000Z',
    '2026-11-20T12:00:00,000Z',
    '2026-1:-20T12:00:00.000Z',
    '2026-11-20T12:00:0/.000Z',
    '+026-11-20T12:00:00.000Z',
    '',
  ])('%j is what the calendar says, or none', (text) => {
    expect(read(text)).toBe(slow(text))
  })

  test('of the last day of every month, and of the one after it', () => {
    for (const year of [1969, 1972, 2026, 2028, 2100]) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, 28, 29, 30, 31]) {
          const [mm, dd] = [month, day].map((it) => String(it).padStart(2, '0'))
          const text = `${year}-${mm}-${dd}T01:02:03.004Z`
          expect([text, read(text)]).toEqual([text, slow(text)])
        }
      }
    }
  })
})

describe('bytes that have to be the same', () => {
  const stands = (literal: string, text: string, start = 0) => {
    const bytes = Buffer.from(text)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return standsAt(view, start, makeLiteral(Buffer.from(literal)))
  }

  test.each(['', 'a', '{"v":1', 'eight by', 'nine byte', 'sixteen bytes he', 'seventeen bytes h'])(
    '%j are found where they stand, and wherever one differs they are not',
    (text) => {
      expect(stands(text, `<${text}>`, 1)).toBe(true)
      for (let at = 0; at < text.length; at += 1) {
        const changed = `${text.slice(0, at)}#${text.slice(at + 1)}`
        expect([at, stands(text, `<${changed}>`, 1)]).toEqual([at, false])
      }
    },
  )

  test('do not change with the buffer that they came from', () => {
    const buffer = Buffer.from('abc')
    const literal = makeLiteral(buffer)
    buffer.fill('x')
    const bytes = Buffer.from('abc')
    expect(standsAt(new DataView(bytes.buffer, bytes.byteOffset, 3), 0, literal)).toBe(true)
  })

  test('as digits are hexadecimal and small, each of the four', () => {
    const bytes = new Uint8Array(10)
    const whole = new DataView(bytes.buffer)
    const wrong: string[] = []
    for (let byte = 0; byte < 256; byte += 1) {
      const isDigit = /[0-9a-f]/.test(String.fromCharCode(byte))
      for (let at = 0; at < 4; at += 1) {
        for (const around of [0x30, 0x66]) {
          bytes.fill(around)
          bytes[3 + at] = byte
          if (isHexAt(whole, 3, 4) !== isDigit) wrong.push(`${byte} at ${at}`)
        }
      }
    }
    expect(wrong).toEqual([])
    const view = new DataView(Uint8Array.from(Buffer.from('0123456789abcdef000g')).buffer)
    expect([isHexAt(view, 0, 16), isHexAt(view, 0, 20), isHexAt(view, 16, 0)]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('lines of a stream', () => {
  function cut(pieces: readonly string[]): { readonly lines: string[]; readonly ending: Ending } {
    const lines: string[] = []
    const stream = openLines({
      line: (bytes, start, end) => lines.push(bytes.toString('utf8', start, end)),
      longLine: () => lines.push('too long'),
    })
    for (const piece of pieces) stream.push(Buffer.from(piece))
    return { ending: stream.finish(), lines }
  }

  test.each<[string[], string[], Ending]>([
    [[], [], 'empty'],
    [[''], [], 'empty'],
    [['a\n'], ['a'], 'whole'],
    [['a\nb'], ['a', 'b'], 'cut'],
    [['a', 'b', '\nc', '\n'], ['ab', 'c'], 'whole'],
    [['\n\n'], ['', ''], 'whole'],
    [['a\nb\nc', 'd\ne'], ['a', 'b', 'cd', 'e'], 'cut'],
    [['a\r\n'], ['a\r'], 'whole'],
  ])('%j are %j, %s', (pieces, lines, ending) => {
    expect(cut(pieces)).toEqual({ lines, ending })
  })

  test('are the same in pieces of any size', () => {
    const text = `${'x'.repeat(70_000)}\nshort\n${'y'.repeat(140_000)}\nend`
    const whole = cut([text])
    for (const size of [9_999, 65_536, 100_000]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      )
      expect(cut(pieces)).toEqual(whole)
    }
  })

  test('that are too long are told and not kept, however they arrive, and the next one is read', () => {
    const long = 'x'.repeat(16 * 1024 * 1024)
    expect(cut([`${long}\nnext\n`]).lines.map((line) => line.length)).toEqual([long.length, 4])
    for (const pieces of [[`${long}x\nnext\n`], [long, 'x', 'y\nnext\n']]) {
      expect(cut(pieces)).toEqual({ lines: ['too long', 'next'], ending: 'whole' })
    }
    expect(cut([long, 'xx'])).toEqual({ lines: ['too long'], ending: 'cut' })
  })
})

describe('the frame of a record', () => {
  const line = Buffer.from((makeLines()[0] ?? '').trimEnd())
  const framed = (bytes: Buffer) => isFramed(bytes, 0, bytes.length)
  const withByte = (at: number) => {
    const changed = Buffer.from(line)
    changed[at < 0 ? line.length + at : at] = 0x23
    return changed
  }

  test('is known by every byte of it', () => {
    expect([framed(line), hasHash(line, line.length)]).toEqual([true, true])
    for (const at of [0, 1, 5, 9, -82, -70, -67, -2, -1])
      expect([at, framed(withByte(at))]).toEqual([at, false])
    for (const at of [-66, -40, -3]) {
      expect([at, framed(withByte(at)), hasHash(withByte(at), line.length)]).toEqual([
        at,
        true,
        false,
      ])
    }
  })

  test('holds something', () => {
    const nothing = Buffer.from(`{"record":,"record_hash":"${'0'.repeat(64)}"}`)
    expect(framed(nothing)).toBe(false)
    expect(isFramed(line, 1, line.length)).toBe(false)
    expect(isFramed(line, 0, line.length - 1)).toBe(false)
  })
})

describe('what was refused', () => {
  const action = (rule: string | null, line: number, more = {}) => ({
    rule,
    tool: 'Bash',
    line,
    input_sha256: 'i',
    policy_sha256: `p${line}`,
    time: line,
    chain: null,
    allowed: null,
    ...more,
  })
  const remembered = (...actions: readonly ReturnType<typeof action>[]) => {
    const refusals: Refusals = new Map()
    for (const each of actions) rememberRefusal(refusals, each)
    return refusals.get('i')
  }

  test.each<[(string | null)[], string | null, number]>([
    [['scope/outside-plan', 'command/push'], 'command/push', 2],
    [['command/push', 'scope/outside-plan'], 'command/push', 1],
    [['scope/outside-plan', null], null, 2],
    [[null, 'plan/missing'], null, 1],
    [[null, 'command/push'], 'command/push', 2],
    [['command/push', null], 'command/push', 1],
    [['command/a', 'command/b'], 'command/a', 1],
  ])('%j stays the weightiest, else the first; by the last policy', (list, rule, line) => {
    const found = remembered(...list.map((each, at) => action(each, at + 1)))
    expect(found).toMatchObject({ rule, line, policy_sha256: 'p2', allowed: null })
  })

  test('is nothing without an input, and allowed only where it was refused', () => {
    const refusals: Refusals = new Map()
    rememberRefusal(refusals, action('a/b', 1, { input_sha256: '' }))
    rememberAllowance(refusals, 'i', { line: 2, policy_sha256: null })
    expect(refusals.size).toBe(0)
    rememberRefusal(refusals, action('a/b', 1))
    rememberAllowance(refusals, 'i', { line: 2, policy_sha256: null })
    expect(refusals.get('i')?.allowed).toEqual({ line: 2, policy_sha256: null })
    rememberRefusal(refusals, action('a/b', 3))
    expect(refusals.get('i')?.allowed).toBeNull()
  })

  test.each([
    ['scope/x', true],
    ['plan/x', true],
    ['xplan/x', false],
    ['plans/x', false],
    ['command/plan/x', false],
    [null, false],
  ])('%s was of the plan: %s', (rule, expected) => {
    expect(isOfPlan({ rule })).toBe(expected)
  })
})
