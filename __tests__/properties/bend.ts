import fc from 'fast-check'
import { bytesOf } from '../engine/make.ts'
import { anyString } from './hostile.ts'

/** One place of a text, as a fraction, and what happens there. */
const edit = (tokens: readonly string[]) =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.oneof(fc.constant(0), fc.nat(40)),
    insert: fc.oneof(
      fc.constantFrom(...tokens),
      anyString(6),
      fc.tuple(fc.constantFrom(...tokens), fc.nat(60)).map(([token, times]) => token.repeat(times)),
    ),
  })

/** Bytes that a reader of the seeds' format takes seriously: seeds, cut and filled up with its tokens. */
export function bend(
  seeds: readonly string[],
  tokens: readonly string[],
): fc.Arbitrary<Uint8Array> {
  const bent = fc
    .record({ seed: fc.constantFrom(...seeds), edits: fc.array(edit(tokens), { maxLength: 4 }) })
    .map(({ seed, edits }) => edits.reduce(apply, seed))
  const built = fc
    .array(fc.constantFrom(...tokens, ...seeds), { maxLength: 12 })
    .map((it) => it.join(''))
  return fc.oneof(
    { weight: 4, arbitrary: bent.map(bytesOf) },
    { weight: 3, arbitrary: built.map(bytesOf) },
    { weight: 1, arbitrary: fc.tuple(bent.map(bytesOf), fc.nat(), fc.nat(255)).map(flip) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  )
}

function apply(
  text: string,
  { at, drop, insert }: { at: number; drop: number; insert: string },
): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + insert + text.slice(start + drop)
}

/** One byte in place of another, which need not leave UTF-8. */
function flip([bytes, at, byte]: [Uint8Array, number, number]): Uint8Array {
  return bytes.map((old, index) => (index === at % bytes.length ? byte : old))
}
