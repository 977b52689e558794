import { describe, expect, test } from '@jest/globals'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { scanObjectBytes } from '../../../src/engine/chain/scan-json.ts'
import { makeTape } from '../../../src/engine/chain/tape.ts'
import { isCanonicalObject } from './oracle.ts'

/** The scanner against the slow and obvious rule, on good records and on all that can be wrong. */

const around = Buffer.from('{"record":')
const after = Buffer.from(',"record_hash":"')

/** As on a line: with other bytes on both sides, which are none of its business. */
function scan(object: Uint8Array): boolean {
  const bytes = Buffer.concat([around, object, after])
  return scanObjectBytes(makeTape(bytes), bytes, around.length, around.length + object.length)
}

function agree(object: Uint8Array): boolean {
  return scan(object) === isCanonicalObject(object)
}

const text = (value: string) => Buffer.from(value)
const hex = (value: string) => Buffer.from(value.replaceAll(' ', ''), 'hex')
/** `{"a":"…"}` with these bytes in the string. */
const inString = (bytes: Uint8Array) => Buffer.concat([text('{"a":"'), bytes, text('"}')])

describe('accepts what is canonical', () => {
  test.each([
    '{}',
    '{"a":1}',
    '{"a":0,"b":-1,"c":9007199254740991,"d":-9007199254740991}',
    '{"a":[],"b":{},"c":[1,[2,{"d":null}],true,false]}',
    '{"":""}',
    '{"a":"\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f/\u007f\u2028é漢😀\ufffe"}',
    '{"10":1,"2":2,"9":3}',
    '{"__proto__":1,"constructor":2,"toString":3}',
    // By UTF-16 an astral key (D83D…) sorts before U+FB33, though its code point is higher.
    '{"\\r":1,"1":2,"</script>":3,"ö":4,"€":5,"😀":6,"\ufb33":7}',
    '{"a\\n":1,"a\\u001f":2,"a ":3,"aa":4}',
    `${'{"a":'.repeat(16)}1${'}'.repeat(16)}`,
  ])('%s', (object) => {
    expect(isCanonicalObject(text(object))).toBe(true)
    expect(scan(text(object))).toBe(true)
  })
})

describe('refuses what is not', () => {
  test.each([
    ['key order', '{"b":1,"a":2}'],
    ['key order of numbers', '{"2":1,"10":2}'],
    ['key order by code point', '{"\ufb33":1,"😀":2}'],
    ['key order behind an escape', '{"a ":1,"a\\n":2}'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a\\n":1,"a\\n":2}'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
    ['a prefix after the longer key', '{"ab":1,"a":2}'],
    ['white space', '{"a": 1}'],
    ['white space before', ' {"a":1}'],
    ['white space after', '{"a":1} '],
    ['a comma too many', '{"a":1,}'],
    ['a comma too many in a list', '{"a":[1,]}'],
    ['a key without a value', '{"a"}'],
    ['no end', '{"a":1'],
    ['no end of a list', '{"a":[1'],
    ['no end of a string', '{"a":"b'],
    ['something after', '{"a":1}1'],
    ['another end', '{"a":1]'],
    ['a list', '[1]'],
    ['a number', '1'],
    ['a fraction', '{"a":1.0}'],
    ['an exponent', '{"a":1e3}'],
    ['an upper-case exponent', '{"a":1E3}'],
    ['minus nothing', '{"a":-0}'],
    ['only a minus', '{"a":-}'],
    ['a plus', '{"a":+1}'],
    ['a leading zero', '{"a":01}'],
    ['a leading zero after a minus', '{"a":-01}'],
    ['beyond the safe range', '{"a":9007199254740992}'],
    ['below the safe range', '{"a":-9007199254740992}'],
    ['far beyond the safe range', '{"a":123456789012345678901}'],
    ['a word', '{"a":nul}'],
    ['a word in capitals', '{"a":True}'],
    ['NaN', '{"a":NaN}'],
    ['an escaped slash', '{"a":"\\/"}'],
    ['an escape for nothing', '{"a":"\\u0061"}'],
    ['an escape with a shorter spelling', '{"a":"\\u000a"}'],
    ['an upper-case escape', '{"a":"\\u001F"}'],
    ['an escaped space', '{"a":"\\u0020"}'],
    ['an escaped lone surrogate', '{"a":"\\ud83d"}'],
    ['an escaped pair', '{"a":"\\ud83d\\ude00"}'],
    ['an unknown escape', '{"a":"\\v"}'],
    ['an escape cut short', '{"a":"\\u00"}'],
    ['a raw tab', '{"a":"\t"}'],
    ['a raw NUL', '{"a":"\0"}'],
    ['a carriage return', '{"a":1}\r'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['a level too many', `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    ['a list a level too many', `{"a":${'['.repeat(16)}${']'.repeat(16)}}`],
    ['nothing', ''],
  ])('%s', (_, object) => {
    expect(isCanonicalObject(text(object))).toBe(false)
    expect(scan(text(object))).toBe(false)
  })

  test.each([
    ['a raw lone surrogate', 'ed a0 bd'],
    ['a pair in CESU-8', 'ed a0 bd ed b8 80'],
    ['an overlong slash', 'c0 af'],
    ['an overlong NUL', 'c0 80'],
    ['an overlong euro sign', 'f0 82 82 ac'],
    ['an overlong character of three bytes', 'e0 9f bf'],
    ['a character beyond the last', 'f4 90 80 80'],
    ['a lead byte that does not exist', 'ff'],
    ['a trail byte alone', '80'],
    ['a character of two bytes cut short', 'c3'],
    ['a character of three bytes cut short', 'e2 82'],
    ['a character of four bytes cut short', 'f0 9f 98'],
  ])('%s', (_, bytes) => {
    expect(isCanonicalObject(inString(hex(bytes)))).toBe(false)
    expect(scan(inString(hex(bytes)))).toBe(false)
  })

  test.each([
    'c2 80',
    'df bf',
    'e0 a0 80',
    'ed 9f bf',
    'ee 80 80',
    'ef bf bf',
    'f0 90 80 80',
    'f4 8f bf bf',
  ])('though not %s, the first or last of its kind', (bytes) => {
    expect(scan(inString(hex(bytes)))).toBe(true)
  })
})

const KEYS = [
  'a',
  'b',
  '10',
  '9',
  '__proto__',
  'toString',
  '😀',
  '\ufb33',
  'a\n',
  'a b',
  '"',
  '\\',
  '',
  'é',
]
const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ unit: 'binary', maxLength: 6 }))
const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}))
const object = fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 })

/** Canonical bytes, or null where a key or a string has no well-formed spelling. */
function toBytes(given: object): Buffer | null {
  try {
    return text(canonicalize(given) ?? '')
  } catch {
    return null
  }
}

/** Pieces that make JSON another one, or none, wherever they fall. */
const PIECES = [
  ...[
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\r',
    '\n',
    '\0',
    '\t',
    '-',
    '0',
    '.',
    'e3',
    '.0',
  ],
  ...[
    '\\/',
    '\\n',
    '\\u000a',
    '\\u001f',
    '\\u001F',
    '\\ud83d',
    '"a":1,',
    ',"a":1',
    'null',
    'é',
    '😀',
  ],
  ...['"__proto__":1,', '\ufeff', '1e3', '-0', '00', '[[[[[[[[[[[[[[[[', ']]]]]]]]]]]]]]]]'],
].map(text)
const RAW = ['c0af', 'eda0bd', 'ff', '80', 'f0828282', 'c3', 'f4908080'].map(hex)

const change = fc.record({
  at: fc.nat(),
  remove: fc.constantFrom(0, 0, 1, 1, 2, 5),
  insert: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.constantFrom(...RAW),
    fc.uint8Array({ minLength: 1, maxLength: 2 }),
    fc.constant(new Uint8Array(0)),
  ),
})

function apply(
  bytes: Buffer,
  { at, remove, insert }: { at: number; remove: number; insert: Uint8Array },
) {
  const position = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, position), insert, bytes.subarray(position + remove)])
}

describe('agrees with the slow rule', () => {
  test('on canonical objects, which both accept', () => {
    fc.assert(
      fc.property(object, (given) => {
        const bytes = toBytes(given)
        fc.pre(bytes !== null)
        expect({ scanned: scan(bytes), slow: isCanonicalObject(bytes) }).toEqual({
          scanned: true,
          slow: true,
        })
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  test('on objects that JSON.stringify wrote in the order of their making', () => {
    fc.assert(
      fc.property(object, (given) => agree(text(JSON.stringify(given)))),
      { numRuns: 2000, seed: 2 },
    )
  })

  test('on canonical objects with one to three changes', () => {
    let accepted = 0
    fc.assert(
      fc.property(object, fc.array(change, { minLength: 1, maxLength: 3 }), (given, changes) => {
        const bytes = toBytes(given)
        fc.pre(bytes !== null)
        const changed = changes.reduce(apply, bytes)
        if (isCanonicalObject(changed)) accepted += 1
        return agree(changed)
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 20_000), seed: 3 },
    )
    // Changes that leave the object canonical are what a scanner that refuses everything would miss.
    expect(accepted).toBeGreaterThan(500)
  })

  test('on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => agree(inString(bytes))),
      { numRuns: 5000, seed: 4 },
    )
  })
})
