import fc from 'fast-check'
import { bytesOf } from '../engine/make.ts'
import { anyString } from './hostile.ts'

/** One place of some bytes, as a fraction, and what happens there. */
interface Edit {
  readonly at: number
  readonly drop: number
  readonly insert: string
}

function edit(tokens: readonly string[]): fc.Arbitrary<Edit> {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.oneof(fc.constant(0), fc.nat(40)),
    insert: fc.oneof(
      fc.constant(''),
      fc.constantFrom(...tokens),
      anyString(6),
      fc.tuple(fc.constantFrom(...tokens), fc.nat(60)).map(([token, times]) => token.repeat(times)),
    ),
  })
}

/** Bytes that a reader of the seeds' format takes seriously: seeds, cut and filled up with its tokens. */
export function bend(
  seeds: readonly (string | Uint8Array)[],
  tokens: readonly string[],
): fc.Arbitrary<Uint8Array> {
  const whole = seeds.map((seed) => Buffer.from(toBytes(seed)))
  const bent = fc
    .record({ seed: fc.constantFrom(...whole), edits: fc.array(edit(tokens), { maxLength: 4 }) })
    .map(({ seed, edits }) => edits.reduce(apply, seed))
  const built = fc
    .array(fc.constantFrom(...tokens.map((token) => Buffer.from(token)), ...whole), {
      maxLength: 12,
    })
    .map((pieces) => Buffer.concat(pieces))
  return fc
    .oneof(
      { weight: 4, arbitrary: bent },
      { weight: 3, arbitrary: built },
      { weight: 2, arbitrary: fc.tuple(bent, fc.nat(), fc.nat(255)).map(flip) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    )
    .map((bytes) => Uint8Array.from(bytes))
}

function toBytes(seed: string | Uint8Array): Uint8Array {
  return typeof seed === 'string' ? bytesOf(seed) : seed
}

function apply(bytes: Buffer, { at, drop, insert }: Edit): Buffer {
  const start = Math.floor(at * bytes.length)
  return Buffer.concat([
    bytes.subarray(0, start),
    Buffer.from(insert),
    bytes.subarray(start + drop),
  ])
}

/** One byte in place of another, which need not leave UTF-8. */
function flip([bytes, at, byte]: [Buffer, number, number]): Uint8Array {
  return bytes.map((old, index) => (index === at % bytes.length ? byte : old))
}
