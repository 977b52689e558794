import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openVerifier } from '../../../src/engine/chain/verify-chain.ts'
import {
  CHAIN_ID,
  type Draft,
  denied,
  END,
  hash,
  intent,
  makeLines,
  rehash,
  request,
  result,
  START,
} from './chains.ts'

/**
 * Records that are like one before are compared instead of scanned. Whatever an attacker writes, both
 * ways have to read the same.
 */

const OTHER: readonly Draft[] = [
  { event: 'prompt', request: { input_sha256: hash('please'), text: 'Pléase 😀 "now"\n' } },
  { ...denied('x'), request: { ...request('x', []), tool: 'Bash' } },
  { event: 'checkpoint' },
]

/** Each event is there several times, so that the later ones have their like. */
function repeatAll(times: number): Draft[] {
  return Array.from({ length: times }, (_, at) => {
    const seq = at * (2 + OTHER.length) + 1
    const more = at % 3 === 2 ? { result: { blobs: {}, status: 'error' } } : {}
    return [intent(`toolu_${at}`), result(`toolu_${at}`, seq, more), ...OTHER]
  }).flat()
}

const LINES = makeLines([START, ...repeatAll(5), END])

function read(chain: string | Uint8Array, comparing: boolean) {
  const seen: string[] = []
  const onRecord = (line: number, record: Buffer) => seen.push(`${line} ${record}`)
  const verifier = openVerifier({ id: CHAIN_ID, comparing, onRecord })
  verifier.push(Buffer.from(chain))
  return { ...verifier.finish(), seen }
}

const PIECES = [
  ...['"', '\\', '\\n', '\\u000a', '\\/', ' ', '{', '}', ',', ':', '0', '-', '-1', '1', '.5', 'e3'],
  ...[
    'null',
    '[]',
    '"x"',
    '"a":1,',
    ',"z":1',
    'deny',
    'ask',
    'error',
    'Z',
    'F',
    'f',
    'g',
    'é',
    '\ud83d',
  ],
  ...['\0', '\r', '\u007f', '__proto__', `ghp_${'a1'.repeat(18)}`, '9999999999999999999', ''],
]

const change = fc.record({
  line: fc.integer({ min: 1, max: LINES.length - 1 }),
  at: fc.nat(),
  remove: fc.constantFrom(0, 0, 1, 1, 2, 4, 8),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
  hashed: fc.boolean(),
})
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function apply(lines: readonly string[], { line, at, remove, insert, hashed }: Change): string[] {
  return lines.map((text, index) => {
    if (index !== line) return text
    const position = at % text.length
    const changed = text.slice(0, position) + insert + text.slice(position + remove)
    return hashed ? rehash(changed) : changed
  })
}

test('comparing and scanning read every changed chain alike', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const chain = changes.reduce(apply, LINES).join('')
      const scanned = read(chain, false)
      if (!scanned.defects.some(({ rule }) => rule === 'audit/malformed')) accepted += 1
      expect(read(chain, true)).toEqual(scanned)
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500), seed: 8 },
  )
  // Changes that leave every record canonical are those that a comparison takes over.
  expect(accepted).toBeGreaterThan(50)
})

describe('a small change every few bytes of a record that has its like is read alike', () => {
  const STEP = 11
  const lines = makeLines([START, ...repeatAll(2)])

  test.each(['intent', 'result', 'prompt', 'denied', 'checkpoint'])('%s', (event) => {
    const index = lines.findLastIndex((line) => line.includes(`"event":"${event}"`))
    const line = lines[index] ?? ''
    expect(line).not.toBe('')
    for (let at = 0; at < line.length; at += STEP) {
      const piece = PIECES[(at / STEP) % PIECES.length] ?? ''
      const changed = line.slice(0, at) + piece + line.slice(at + (at % 2))
      const chain = lines.with(index, rehash(changed)).join('')
      expect(read(chain, true)).toEqual(read(chain, false))
    }
  })
})

test('the honest chain is one that both accept', () => {
  expect(read(LINES.join(''), true).defects).toEqual([])
})
