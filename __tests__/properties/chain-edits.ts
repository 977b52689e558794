import fc from 'fast-check'
import type { ChainRecord, Genesis } from '../../src/engine/chain/format.ts'
import { hashGenesis, storeRecord } from '../../src/engine/chain/format.ts'
import { type ChainWriter, OTHER_CHAIN_ID, writeChain } from '../support/chain.ts'

/** Whole chains of every kind, and what a forger does to their bytes. */

const path = fc.constantFrom('src/a.ts', 'src/b.ts', 'docs/é.md', '__proto__')
const blob = fc.constantFrom('a'.repeat(40), 'b'.repeat(40), null)
const blobs = fc.dictionary(path, blob, { maxKeys: 2 })

/** One thing that a session does. */
const step = fc.oneof(
  { weight: 4, arbitrary: blobs.map((it) => (chain: ChainWriter) => chain.act({ blobs: it })) },
  fc.constantFrom('rm', 'push').map((input) => (chain: ChainWriter) => {
    return chain.deny({ tool: 'Bash', input, rule: 'command/force-push' })
  }),
  fc.constant((chain: ChainWriter) =>
    chain.add('prompt', { request: { input_sha256: 'e'.repeat(64) } }),
  ),
  fc.constant((chain: ChainWriter) => chain.add('checkpoint')),
  fc.constant((chain: ChainWriter) => chain.add('checkpoint', { files: {} })),
)

const steps = fc.array(step, { maxLength: 6 })

/** A complete chain as a recorder writes it. */
export const wholeChain: fc.Arbitrary<string> = steps.map((all) =>
  all
    .reduce((chain, add) => add(chain), writeChain())
    .end()
    .text(),
)

/** Another session: with an id of its own, or the same one begun elsewhere. */
const otherChain: fc.Arbitrary<string> = fc
  .tuple(
    steps,
    fc.constantFrom({ id: OTHER_CHAIN_ID }, { nonce: 'other' }, { base_sha: 'c'.repeat(40) }),
  )
  .map(([all, options]) =>
    all
      .reduce((chain, add) => add(chain), writeChain(options))
      .end()
      .text(),
  )

export interface Edit {
  readonly name: string
  readonly apply: (chain: string) => Buffer
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

/** Where in the bytes, as a fraction of them. */
const span = fc
  .tuple(fraction, fraction)
  .map(([one, other]) => [one, other].sort() as [number, number])

const TOKENS = [
  '\n',
  ' ',
  '\\',
  '"',
  '{',
  '}',
  ',',
  '\0',
  '\ufeff',
  '\r\n',
  '"v":1,',
  '\\u0065',
  '1.0',
]

const insertion = fc.oneof(
  fc.constantFrom(...TOKENS).map((token) => Buffer.from(token)),
  fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
)

const bytesEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fraction, fc.integer({ min: 1, max: 255 })).map(([at, flip]) =>
    onBytes('flip', (bytes) => {
      const place = Math.floor(at * bytes.length)
      return bytes.map((byte, index) => (index === place ? byte ^ flip : byte))
    }),
  ),
  fc.tuple(fraction, insertion).map(([at, more]) =>
    onBytes('insert', (bytes) => {
      const place = Math.floor(at * (bytes.length + 1))
      return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)])
    }),
  ),
  span.map((range) => onSpan('delete', range, (before, _, after) => [before, after])),
  span.map((range) => onSpan('duplicate', range, (before, it, after) => [before, it, it, after])),
  span.map((range) => onSpan('swap', range, (before, it, after) => [it, before, after])),
  span.map((range) => onSpan('truncate', range, (before) => [before])),
  span.map((range) => onSpan('cut off the start', range, (_, __, after) => [after])),
)

const place = fc.nat(20)

const linesEdit: fc.Arbitrary<Edit> = fc.oneof(
  place.map((at) => onLines('a line less', (lines) => lines.toSpliced(at % lines.length, 1))),
  place.map((at) => onLines('fewer lines', (lines) => lines.slice(0, at % lines.length))),
  fc
    .tuple(place, place)
    .map(([from, to]) =>
      onLines('a line twice', (lines) =>
        lines.toSpliced(to % (lines.length + 1), 0, lines[from % lines.length] ?? ''),
      ),
    ),
  fc.tuple(place, place).map(([from, to]) =>
    onLines('two lines swapped', (lines) => {
      const [one, other] = [from % lines.length, to % lines.length]
      const swapped = [...lines]
      swapped[one] = lines[other] ?? ''
      swapped[other] = lines[one] ?? ''
      return swapped
    }),
  ),
  fc.tuple(otherChain, place, place).map(([other, from, to]) =>
    onLines('a line of another chain', (lines) => {
      const others = splitLines(other)
      return lines.toSpliced(to % (lines.length + 1), 0, others[from % others.length] ?? '')
    }),
  ),
  fc.tuple(otherChain, place, place).map(([other, from, to]) =>
    onLines('the end of another chain', (lines) => {
      const others = splitLines(other)
      const kept = lines.slice(0, 1 + (to % lines.length))
      return [...kept, ...others.slice(from % others.length)]
    }),
  ),
)

/** An edit by somebody who does not make the hashes anew. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(bytesEdit, linesEdit)

function onBytes(name: string, change: (bytes: Buffer) => Uint8Array): Edit {
  return { name, apply: (chain) => Buffer.from(change(Buffer.from(chain))) }
}

type Pieces = (before: Buffer, it: Buffer, after: Buffer) => Buffer[]

function onSpan(name: string, [from, to]: readonly [number, number], change: Pieces): Edit {
  return onBytes(name, (bytes) => {
    const [start, end] = [from, to].map((at) => Math.floor(at * bytes.length))
    return Buffer.concat(
      change(bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)),
    )
  })
}

function onLines(name: string, change: (lines: string[]) => string[]): Edit {
  return { name, apply: (chain) => Buffer.from(change(splitLines(chain)).join('')) }
}

function splitLines(chain: string): string[] {
  return chain.split(/(?<=\n)/)
}

/** Writes a chain once more under another genesis, with every link and hash made anew. */
export function relink(chain: string, change: Partial<Genesis>): string {
  const records = splitLines(chain).map((line): ChainRecord => JSON.parse(line).record)
  let prev = ''
  return records
    .map((record) => {
      const genesis = record.genesis === undefined ? undefined : { ...record.genesis, ...change }
      if (genesis !== undefined) prev = hashGenesis(genesis)
      const stored = storeRecord({ ...record, prev, ...(genesis && { genesis }) })
      prev = stored.hash
      return stored.line
    })
    .join('')
}
