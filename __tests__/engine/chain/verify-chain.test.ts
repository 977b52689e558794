import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_DEFECTS } from '../../../src/engine/chain/defects.ts'
import { MAX_LINE_BYTES } from '../../../src/engine/chain/format.ts'
import { openVerifier, readChain } from '../../../src/engine/chain/verify-chain.ts'
import {
  ALLOW,
  blobId,
  CHAIN_ID,
  DENY,
  type Draft,
  denied,
  END,
  GENESIS,
  HONEST,
  hash,
  intent,
  makeChain,
  makeLines,
  OTHER_ID,
  ROLE,
  rehash,
  request,
  result,
  START,
} from './chains.ts'

/** `3 audit/record-hash`, for every defect. */
function defectsOf(bytes: Uint8Array | string, id: string | null = CHAIN_ID): string[] {
  const { defects } = readChain(Buffer.from(bytes), id)
  return defects.map(({ rule, line }) => `${line} ${rule}`)
}

function withLine(at: number, change: (line: string) => string, drafts = HONEST): string {
  return makeLines(drafts)
    .map((line, index) => (index === at ? change(line) : line))
    .join('')
}

/** The chain with one record changed before it was linked and hashed, as a forger of all of it would. */
function withDraft(at: number, more: Draft): Buffer {
  return makeChain(HONEST.map((draft, index) => (index === at ? { ...draft, ...more } : draft)))
}

describe('an honest chain', () => {
  test('is whole, and tells what was done', () => {
    const lines = makeLines()
    const reading = readChain(Buffer.from(lines.join('')), CHAIN_ID)
    expect(reading).toEqual({
      id: CHAIN_ID,
      genesis: GENESIS,
      head: lines.at(-1)?.slice(-67, -3),
      records: 7,
      complete: true,
      defects: [],
      hidden: 0,
      blobs: new Map([
        ['src/a.ts', { blob: blobId('a2'), at: '2026-11-20T12:00:05.000Z', line: 6 }],
      ]),
      files: new Map([
        ['src/a.ts', { blob: blobId('a2'), mode: '100644' }],
        ['old.ts', { blob: null, mode: null }],
      ]),
      doneAnyway: [],
      refused: [],
      ruled: [],
      policies: [hash('policy')],
      agents: ['claude-code'],
      models: ['a-model'],
      sessions: ['session-1'],
      gaps: [],
      first: '2026-11-20T12:00:00.000Z',
      last: '2026-11-20T12:00:06.000Z',
    })
  })

  test('reads the same in pieces of any size, in a buffer that is used again', () => {
    const chain = makeChain()
    const whole = readChain(chain, CHAIN_ID)
    for (const size of [1, 2, 7, 64, 500, 1000]) {
      const verifier = openVerifier({ id: CHAIN_ID })
      const buffer = Buffer.alloc(size)
      for (let at = 0; at < chain.length; at += size) {
        const length = chain.copy(buffer, 0, at, at + size)
        verifier.push(buffer.subarray(0, length))
        buffer.fill('x')
      }
      expect(verifier.finish()).toEqual(whole)
    }
  })

  test.each<[string, readonly Draft[]]>([
    ['an end without files', [...HONEST.slice(0, -1), { event: 'session_end' }]],
    ['an attaching checkpoint', [...HONEST.slice(0, -1), { event: 'checkpoint', files: {} }]],
    ['a chain attached twice', [...HONEST.slice(0, -1), { ...END, event: 'checkpoint' }, END]],
    ['a checkpoint on the way', [START, { event: 'checkpoint' }, END]],
    [
      'a second result out of order',
      [START, intent('a'), intent('b'), result('b', 2), result('a', 1), END],
    ],
    ['keys nobody knows, deeper down', [{ ...START, role: { ...ROLE, more: [{ x: 1 }] } }, END]],
    ['costs', [START, intent('a'), result('a', 1, { resource: { tokens: 12 } }), END]],
    ['a denied action', [START, denied('a'), END]],
    [
      'one denied after it was asked for',
      [START, intent('a'), { ...denied('a'), reference: { intent_seq: 1, tool_use_id: 'a' } }, END],
    ],
    ['equal times', [START, { event: 'checkpoint', ts: '2026-11-20T12:00:00.000Z' }, END]],
    [
      'a SHA-256 repository',
      [
        START,
        intent('a'),
        result('a', 1, { result: { blobs: { b: hash('b') }, status: 'error' } }),
        END,
      ],
    ],
  ])('with %s', (_, drafts) => {
    const reading = readChain(makeChain(drafts), CHAIN_ID)
    expect(reading.defects).toEqual([])
    expect(reading.complete).toBe(true)
  })

  test('takes its id from the first record where the name says none', () => {
    expect(readChain(makeChain(HONEST, OTHER_ID), null)).toMatchObject({
      id: OTHER_ID,
      defects: [],
    })
  })
})

describe('audit/malformed', () => {
  const record = (change: (text: string) => string) => withLine(3, (line) => rehash(change(line)))

  test.each<[string, Uint8Array | string, number]>([
    ['an empty line', withLine(3, (line) => `\n${line}`), 4],
    ['white space', record((line) => line.replace('"event":', '"event": ')), 4],
    ['white space at the end', withLine(3, (line) => line.replace('\n', ' \n')), 4],
    ['a carriage return', withLine(3, (line) => line.replace('\n', '\r\n')), 4],
    ['a byte order mark', `\ufeff${makeLines().join('')}`, 1],
    ['a NUL byte', record((line) => line.replace('Edit', 'Ed\0it')), 4],
    [
      'binary',
      Buffer.concat([
        makeChain().subarray(0, 900),
        Buffer.from('ff00ff', 'hex'),
        makeChain().subarray(903),
      ]),
      2,
    ],
    ['another key order', record((line) => line.replace(/("seq":\d+),("ts":"[^"]+")/, '$2,$1')), 4],
    ['a key twice', record((line) => line.replace('"v":1', '"v":1,"v":1')), 4],
    ['a fraction', record((line) => line.replace('"seq":3', '"seq":3.0')), 4],
    ['a float in the costs', withDraft(3, { resource: { cost: 0.5 } }), 4],
    ['an escape that need not be', record((line) => line.replace('Edit', '\\u0045dit')), 4],
    ['a lone surrogate', record((line) => line.replace('Edit', '\\ud800')), 4],
    ['an unknown version', withDraft(3, { v: 2 }), 4],
    ['an unknown event', withDraft(3, { event: 'approval' }), 4],
    ['an unknown key', withDraft(3, { note: 'x' }), 4],
    ['a key of another event', withDraft(3, { files: {} }), 4],
    ['a genesis in the middle', withDraft(3, { genesis: GENESIS }), 4],
    ['a blob of a denied action', withDraft(1, { result: { status: 'ok' } }), 2],
    ['no rules', withDraft(3, { rules: undefined }), 4],
    ['rules of another type', withDraft(3, { rules: 'allow' }), 4],
    ['an unknown decision', withDraft(3, { rules: { ...ALLOW, decision: 'maybe' } }), 4],
    [
      'a denied action that was allowed',
      makeChain([START, { ...denied('a'), rules: ALLOW }, END]),
      2,
    ],
    ['no reference', withDraft(2, { reference: undefined }), 3],
    ['a reference without a number', withDraft(3, { reference: { tool_use_id: 'a1' } }), 4],
    ['a prompt without a request', withDraft(1, { request: undefined }), 2],
    ['a start without a role', withDraft(0, { role: undefined }), 1],
    [
      'an input in clear',
      withDraft(3, { request: { ...request('a'), input_sha256: 'rm -rf /' } }),
      4,
    ],
    ['an unknown category', withDraft(3, { request: { category: 'magic' } }), 4],
    ['a target that is no text', withDraft(3, { request: { targets: [1] } }), 4],
    ['a blob that is no id', withDraft(3, { result: { blobs: { a: 'b' }, status: 'ok' } }), 4],
    [
      'a blob in capitals',
      withDraft(3, { result: { blobs: { a: blobId('a').toUpperCase() }, status: 'ok' } }),
      4,
    ],
    ['blobs in a list', withDraft(3, { result: { blobs: [], status: 'ok' } }), 4],
    ['an unknown status', withDraft(3, { result: { status: 'great' } }), 4],
    ['a final file without a mode', withDraft(6, { files: { a: { blob: null } } }), 7],
    [
      'a final file with a blob and no mode',
      withDraft(6, { files: { a: { blob: blobId('a'), mode: null } } }),
      7,
    ],
    [
      'a mode that is none',
      withDraft(6, { files: { a: { blob: blobId('a'), mode: '100999' } } }),
      7,
    ],
    ['a time that is none', withDraft(3, { ts: '2026-02-30T12:00:03.000Z' }), 4],
    ['a time in another spelling', withDraft(3, { ts: '2026-11-20T12:00:03Z' }), 4],
    ['a negative number', withDraft(3, { seq: -3 }), 4],
    ['an id in capitals', makeChain(HONEST, CHAIN_ID.toUpperCase()), 1],
    ['a record of another chain', withDraft(3, { chain: OTHER_ID }), 4],
    ['a file named after another chain', makeChain(HONEST, OTHER_ID), 1],
    ['a record without its hash', withLine(3, () => '{"record":{}}\n'), 4],
    [
      'a hash in capitals',
      withLine(3, (line) => line.replace(/[0-9a-f]{64}(?="\}\n)/, (it) => it.toUpperCase())),
      4,
    ],
    ['more beside the hash', withLine(3, (line) => line.replace('}\n', ',"x":1}\n')), 4],
    ['a line longer than any', withLine(3, () => `${'x'.repeat(MAX_LINE_BYTES + 1)}\n`), 4],
    [
      'nesting without end',
      withDraft(3, { role: JSON.parse(`${'['.repeat(99)}${']'.repeat(99)}`) }),
      4,
    ],
  ])('%s', (_, chain, line) => {
    expect(defectsOf(chain)[0]).toBe(`${line} audit/malformed`)
  })

  test('is one defect when one record is not readable', () => {
    const spaced = withLine(3, (line) => line.replace('"event":', '"event": '))
    expect(defectsOf(spaced)).toEqual(['4 audit/malformed'])
    expect(defectsOf(withLine(3, (line) => `\n${line}`))).toEqual(['4 audit/malformed'])
  })

  test('names no words of the chain', () => {
    const { defects } = readChain(withDraft(3, { 'a\u001b[31m': 1 }), CHAIN_ID)
    expect(defects).toEqual([{ rule: 'audit/malformed', line: 4, cause: 'it has an unknown key' }])
  })
})

describe('audit/record-hash', () => {
  test('a record changed under its hash', () => {
    expect(defectsOf(withLine(3, (line) => line.replace('Edit', 'Read')))).toEqual([
      '4 audit/record-hash',
    ])
  })

  test('a hash changed over its record: the next one shows it as well', () => {
    const chain = withLine(3, (line) =>
      line.replace(/.(?="\}\n)/, (it) => (it === '0' ? '1' : '0')),
    )
    expect(defectsOf(chain)).toEqual(['4 audit/record-hash', '5 audit/broken-link'])
  })
})

describe('audit/broken-link', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    [
      'a record changed and hashed again',
      withLine(3, (line) => rehash(line.replace('Edit', 'Read'))),
      ['5 audit/broken-link'],
    ],
    ['a record taken out', withLine(1, () => ''), ['2 audit/broken-link', '2 audit/sequence']],
    [
      'another genesis',
      withLine(0, (line) => rehash(line.replace('acme/shop', 'acme/bank'))),
      ['1 audit/broken-link', '2 audit/broken-link'],
    ],
    ['a start that links elsewhere', withDraft(0, { prev: hash('x') }), ['1 audit/broken-link']],
    [
      'two records swapped',
      makeLines()
        .map((line, at, all) => all[at === 4 ? 5 : at === 5 ? 4 : at] ?? line)
        .join(''),
      [
        '5 audit/broken-link',
        '5 audit/sequence',
        '6 audit/broken-link',
        '6 audit/sequence',
        '6 audit/sequence',
        '7 audit/broken-link',
      ],
    ],
  ])('%s', (_, chain, expected) => {
    expect(defectsOf(chain)).toEqual(expected)
  })
})

describe('audit/sequence', () => {
  test.each<[string, readonly Draft[], string[]]>([
    [
      'a number left out',
      [START, { event: 'checkpoint', seq: 2 }, { ...END, seq: 3 }],
      ['2 audit/sequence'],
    ],
    ['a number twice', [START, { event: 'checkpoint', seq: 0 }, END], ['2 audit/sequence']],
    [
      'no number 0',
      [
        { ...START, seq: 1 },
        { ...END, seq: 2 },
      ],
      ['1 audit/sequence'],
    ],
    ['no start', [{ event: 'checkpoint' }, END], ['1 audit/sequence']],
    ['a second start', [START, START, END], ['2 audit/sequence']],
    ['more after the end', [START, END, { event: 'checkpoint' }, END], ['3 audit/sequence']],
    ['a result without an intent', [START, result('a', 0), END], ['2 audit/sequence']],
    ['a result of the future', [START, result('a', 2), intent('a'), END], ['2 audit/sequence']],
    [
      'a result with another number',
      [START, intent('a'), intent('b'), result('a', 2), END],
      ['4 audit/sequence'],
    ],
    [
      'a second result',
      [START, intent('a'), result('a', 1), result('a', 1), END],
      ['4 audit/sequence'],
    ],
    [
      'a denial of an intent that is not open',
      [START, { ...denied('a'), reference: { intent_seq: 7, tool_use_id: 'a' } }, END],
      ['2 audit/sequence'],
    ],
    [
      'a clock that goes back',
      [START, { event: 'checkpoint', ts: '2026-11-20T11:59:59.999Z' }, END],
      ['2 audit/sequence'],
    ],
  ])('%s', (_, drafts, expected) => {
    expect(defectsOf(makeChain(drafts))).toEqual(expected)
  })
})

describe('audit/truncated', () => {
  const lines = makeLines()
  test.each<[string, string, string[]]>([
    ['an empty file', '', ['1 audit/truncated']],
    ['no end', lines.slice(0, -1).join(''), ['6 audit/truncated']],
    [
      'a checkpoint without files at the end',
      makeLines([START, { event: 'checkpoint' }]).join(''),
      ['2 audit/truncated'],
    ],
    ['a last line without its line feed', lines.join('').slice(0, -1), ['7 audit/truncated']],
    [
      'a last line cut in half',
      lines.join('').slice(0, -200),
      ['7 audit/malformed', '7 audit/truncated'],
    ],
    ['only a line feed', '\n', ['1 audit/malformed', '1 audit/truncated']],
  ])('%s', (_, chain, expected) => {
    expect(defectsOf(chain)).toEqual(expected)
    expect(readChain(Buffer.from(chain), CHAIN_ID).complete).toBe(false)
  })
})

describe('one changed byte', () => {
  const chain = makeChain()
  const lineOf = (at: number) => chain.subarray(0, at).filter((byte) => byte === 10).length + 1

  test('is found wherever it is, as one or two defects on its line or the next that tells', () => {
    fc.assert(
      fc.property(fc.nat(chain.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(chain)
        changed[at] = (changed[at] ?? 0) ^ flip
        const { defects } = readChain(changed, CHAIN_ID)
        expect(defects.length).toBeGreaterThan(0)
        // A line feed made or unmade changes two lines at once, and the file's last line its end.
        const isLineFeed = chain[at] === 10 || changed[at] === 10
        const isLast = lineOf(at) === HONEST.length
        if (!isLineFeed) expect(defects.length).toBeLessThanOrEqual(isLast ? 3 : 2)
        expect(defects[0]?.line).toBe(lineOf(at))
      }),
      { numRuns: 3000, seed: 5 },
    )
  })

  test('does not hide another one, ten records on', () => {
    const edits = Array.from({ length: 40 }, (_, at) => [
      intent(`i${at}`),
      result(`i${at}`, at * 2 + 1),
    ])
    const lines = makeLines([START, ...edits.flat(), END])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 50, max: 70 }), (one, two) => {
        const chain = lines.map((line, at) =>
          at === one || at === two ? line.replace('Edit', 'Exit') : line,
        )
        expect(defectsOf(chain.join(''))).toEqual([
          `${one + 1} audit/record-hash`,
          `${two + 1} audit/record-hash`,
        ])
      }),
      { numRuns: 100, seed: 6 },
    )
  })
})

describe('what a chain tells', () => {
  const read = (...drafts: Draft[]) => readChain(makeChain([START, ...drafts, END]), CHAIN_ID)

  test('a denied action done all the same, and one that was corrected', () => {
    const done = read(
      denied('a', 'push'),
      intent('b', 'push'),
      result('b', 2, { request: request('push') }),
    )
    expect(done.defects).toEqual([])
    expect(done.doneAnyway).toEqual([
      {
        rule: 'command/force-push',
        tool: 'Edit',
        line: 2,
        input_sha256: hash('push'),
        policy_sha256: hash('policy'),
        time: Date.UTC(2026, 10, 20, 12, 0, 1),
        chain: null,
        allowed: { line: 3, policy_sha256: hash('policy') },
        doneLine: 4,
      },
    ])
    expect(done.refused).toEqual([])
    const corrected = read(
      denied('a', 'push'),
      intent('b', 'pull'),
      result('b', 2, { request: request('pull') }),
    )
    expect(corrected.doneAnyway).toEqual([])
    expect(corrected.refused).toMatchObject([{ line: 2, allowed: null }])
  })

  test('one done before it was denied is not done all the same', () => {
    const before = read(
      intent('b', 'push'),
      result('b', 1, { request: request('push') }),
      denied('a', 'push'),
    )
    expect(before.doneAnyway).toEqual([])
  })

  test('a result that says of itself that it was denied', () => {
    const { doneAnyway, ruled } = read(intent('a'), result('a', 1, { rules: DENY }))
    expect(doneAnyway).toMatchObject([{ rule: 'command/force-push', line: 3, doneLine: 3 }])
    expect(ruled).toEqual([{ rule: 'command/force-push', decision: 'deny', tool: 'Edit', line: 3 }])
  })

  test('intents without a result are gaps, not defects', () => {
    const reading = read(intent('a'), intent('b'), result('b', 2), intent('c'))
    expect(reading.defects).toEqual([])
    expect(reading.gaps).toEqual([2, 5])
  })

  test('files named like parts of objects', () => {
    const blobs = Object.fromEntries([
      ['__proto__', blobId('p')],
      ['toString', null],
    ])
    const reading = read(intent('a'), result('a', 1, { result: { blobs, status: 'ok' } }))
    expect([...reading.blobs].map(([path, { blob }]) => [path, blob])).toEqual([
      ['__proto__', blobId('p')],
      ['toString', null],
    ])
  })

  test('every policy it was recorded under', () => {
    const other = { ...ALLOW, policy_sha256: hash('other') }
    expect(read(intent('a'), { ...intent('b'), rules: other }, intent('c')).policies).toEqual(
      [hash('policy'), hash('other')].sort(),
    )
  })

  test('files that a later record made old are not the final ones', () => {
    const { files } = read({ ...END, event: 'checkpoint' }, { event: 'checkpoint' })
    expect(files?.size).toBe(2)
    const chain = makeChain([START, { ...END, event: 'checkpoint' }, { event: 'session_end' }])
    expect(readChain(chain, CHAIN_ID).files).toBe(null)
  })
})

describe('audit/secret', () => {
  test('a token in a prompt, a path or a target, each with its line', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`
    const chain = makeChain([
      START,
      { event: 'prompt', request: { text: `use ${token}` } },
      { ...intent('a'), request: request('a', [`https://me:pass@example.com/`]) },
      result('a', 2, { result: { blobs: { [token]: null }, status: 'ok' } }),
      END,
    ])
    expect(readChain(chain, CHAIN_ID).defects).toEqual([
      { rule: 'audit/secret', line: 2, cause: 'it is a GitHub token' },
      { rule: 'audit/secret', line: 3, cause: 'it is a URL with a password' },
      { rule: 'audit/secret', line: 4, cause: 'it is a GitHub token' },
    ])
  })

  test('but not a redacted one', () => {
    const drafts = [START, { event: 'prompt', request: { text: 'use [redacted]' } }, END]
    expect(defectsOf(makeChain(drafts))).toEqual([])
  })
})

describe('limits', () => {
  test('more defects than anybody reads are counted', () => {
    const reading = readChain(Buffer.from('x\n'.repeat(MAX_DEFECTS + 500)), CHAIN_ID)
    expect(reading.defects.length).toBe(MAX_DEFECTS)
    expect(reading.hidden).toBe(501)
  })

  test('more open intents than a reader keeps are a defect', () => {
    const intents = Array.from({ length: 10_002 }, (_, at) => intent(`i${at}`))
    const { defects } = readChain(makeChain([START, ...intents, END]), CHAIN_ID)
    expect(defects).toEqual([
      { rule: 'audit/malformed', line: 10_002, cause: 'it is more than a reader keeps' },
    ])
  })
})
