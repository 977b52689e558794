import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { parseJson } from '../../../src/engine/parsing/exact-json.ts'
import { NODE_24 } from '../../support/run-action.ts'

const MODULE = pathToFileURL(resolve('build/src/engine/parsing/exact-json.js')).href

/** Once V8 has read the key `\` after another, it takes an escaped key in that place for it. */
const POISON = String.raw`{"h":[],"\\":0}`

/** What a process of its own reads, after what it has read before. */
function readEntries(node: string, text: string): unknown {
  const script = `import { parseJson } from '${MODULE}'
    JSON.parse(${JSON.stringify(POISON)})
    console.log(JSON.stringify(Object.entries(parseJson(${JSON.stringify(text)}))))`
  return JSON.parse(execFileSync(node, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}

describe.each([process.execPath, NODE_24])('reads JSON as it stands, on %s', (node) => {
  test.each([
    ['a quotation mark', '{"h":1,"\\"":2}', '"'],
    ['a line feed', '{"h":1,"\\n":2}', '\n'],
    ['a control character', '{"h":1,"\\u0000":2}', '\0'],
    ['a letter', '{"h":1,"\\u0061":2}', 'a'],
    ['the key that others are taken for', '{"h":1,"\\\\":2}', '\\'],
  ])('%s that is escaped in a key, whatever was read before', (_, text, key) => {
    expect(readEntries(node, text)).toEqual([
      ['h', 1],
      [key, 2],
    ])
  })
})

describe('reads what JSON.parse reads', () => {
  test('the last value of a key counts, and no key is special', () => {
    const value = parseJson('{"\\u0061":1,"a":2,"\\u005f_proto__":{"x":1}}') as object
    expect(Object.entries(value)).toEqual([
      ['a', 2],
      ['__proto__', { x: 1 }],
    ])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  test('any value, written in any way', () => {
    const value = fc.jsonValue({ stringUnit: 'binary' })
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (it, space) => {
        const text = `{"\\u0022": ${JSON.stringify(it, null, space)} }`
        expect(canonicalize(parseJson(text))).toBe(canonicalize({ '"': it }))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('a long text in which nothing ends', () => {
    const long = 'a'.repeat(5_000_000)
    expect(parseJson(`{"\\n":"${long}"}`)).toEqual({ '\n': long })
    expect(() => parseJson(`{"\\n":"${long}`)).toThrow(SyntaxError)
  })
})

describe('refuses what is no JSON', () => {
  test.each(['', '{', '{"\\n":1,}', '{"\\n" 1}', '{"\\x":1}', '["\\n":1]', 'NaN'])('%s', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })
})
