import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { effectivePatch } from '../../src/engine/digest.ts'
import { hashCanonical, sha256 } from '../../src/engine/hash.ts'
import { addedFile, decideOn, makeFile, makePlan, NOW } from './make.ts'

test('SHA-256 of text and of its bytes, as published for "abc"', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(sha256('abc')).toBe(abc)
  expect(sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(abc)
})

describe('the hash of a value', () => {
  test('is that of its canonical JSON', () => {
    expect(hashCanonical({ b: [1, 'é'], a: null })).toBe(sha256('{"a":null,"b":[1,"é"]}'))
  })

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(hashCanonical(reversed)).toBe(hashCanonical(value))
      }),
    )
  })

  test('tells lone surrogates of a file name apart', () => {
    const hashes = ['a\ud800', 'a\udc00', 'a\ufffd', 'a'].map((path) => hashCanonical({ path }))
    expect(new Set(hashes).size).toBe(4)
  })

  test('is of every text as it is, with and without a lone surrogate beside it', () => {
    const spelt = (text: string) =>
      text.replace(/\p{Cs}/gu, (it) => `\\u${it.charCodeAt(0).toString(16)}`)
    const texts = fc.array(fc.string({ unit: 'binary' }))
    const escapes = fc.constantFrom('\\ud800', '\\\\udc00', '\ud83d\ude00', '\ud83d')
    fc.assert(
      fc.property(texts, escapes, (some, last) => {
        const all = [...some, last]
        expect(hashCanonical(all)).toBe(sha256(JSON.stringify(all.map(spelt))))
      }),
    )
  })

  test('refuses what has no JSON form', () => {
    expect(() => hashCanonical(undefined)).toThrow()
  })
})

describe('the effective patch', () => {
  test('is sorted by path, with a rename as a deletion and an addition', () => {
    const rename = makeFile('b', 'x', 'x', 'd')
    const patch = effectivePatch([rename, addedFile('c', 'x'), makeFile('a', 'x', null)])
    const entry = { mode: '100644', blob: sha256('x').slice(0, 40) }
    expect(patch).toEqual([
      { path: 'a', before: entry, after: null },
      { path: 'b', before: null, after: entry },
      { path: 'c', before: null, after: entry },
      { path: 'd', before: entry, after: null },
    ])
  })
})

describe('the digest of a decision', () => {
  const digest = (parts: Parameters<typeof decideOn>[0], now = NOW) => decideOn(parts, now).digest
  const file = makeFile('a', 'x', 'y')
  const same = digest({ files: [file] })

  test('is 64 hex digits', () => {
    expect(same).toMatch(/^[0-9a-f]{64}$/)
  })

  test('stays the same where the decision is about the same', () => {
    expect(digest({ files: [file], requests: 99 })).toBe(same)
    expect(digest({ files: [file] }, new Date(0))).toBe(same)
    const two = [addedFile('b', ''), file]
    expect(digest({ files: two })).toBe(digest({ files: two.toReversed() }))
  })

  test.each<[string, Parameters<typeof decideOn>[0]]>([
    ['content', { files: [makeFile('a', 'x', 'z')] }],
    ['mode', { files: [makeFile('a', 'x', { content: 'y', mode: '100755' })] }],
    ['path', { files: [makeFile('b', 'x', 'y')] }],
    ['head', { files: [file], headSha: 'd'.repeat(40) }],
    ['base', { files: [file], baseSha: 'd'.repeat(40) }],
    ['repository', { files: [file], repository: 'acme/other' }],
    ['policy', { files: [file], policy: 'version: 1\n# changed\n' }],
    ['plan', { files: [file], plans: [makePlan()], policy: 'version: 1\nplan: {}\n' }],
  ])('changes with another %s', (_, parts) => {
    expect(digest(parts)).not.toBe(same)
  })
})
