import { describe, expect, test } from '@jest/globals'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import type { Genesis } from '../../src/engine/chain/format.ts'
import { readChain } from '../../src/engine/chain/verify-chain.ts'
import { decide } from '../../src/engine/decide.ts'
import type { Evidence } from '../../src/engine/evidence.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { addedFile, bytesOf, makeSource, NOW, rulesIn } from '../engine/make.ts'
import { CHAIN_ID, chainPath, sealPath } from '../support/chain.ts'
import { edit, relink, wholeChain } from './chain-edits.ts'
import { sample, tryProperty } from './fuzz.ts'
import { concludeOn, HONEST, makeHonest, POLICY } from './honest.ts'

/**
 * No edit of a chain goes unseen. Two kinds cannot be seen in the bytes alone, by design: a chain may be cut
 * off where it was complete before, and without a seal all of it may be written anew. What they leave out or
 * claim is then held against the change; a seal sees both.
 */

const defectsOf = (bytes: Buffer) => readChain(bytes, CHAIN_ID).defects

/** Whether what is left is the start of the chain, up to a record that once ended it. */
function isEarlierEnd(left: Buffer, chain: string): boolean {
  const isStart = chain.startsWith(left.toString('latin1')) || chain.startsWith(left.toString())
  return isStart && /"event":"(?:checkpoint|session_end)","files":[^\n]*\n$/.test(left.toString())
}

describe('the bytes of a chain', () => {
  test('are whole as a recorder writes them', () => {
    for (const chain of sample(wholeChain, 50)) expect(defectsOf(Buffer.from(chain))).toEqual([])
  })

  test('show every edit, unless it leaves them as they were or ends them where they once ended', () => {
    tryProperty(
      fc.property(wholeChain, edit, (chain, { apply }) => {
        const edited = apply(chain)
        fc.pre(!edited.equals(Buffer.from(chain)) && !isEarlierEnd(edited, chain))
        expect(defectsOf(edited)).not.toEqual([])
      }),
      900,
    )
  })
})

const contentOf = (path: string) => {
  const file = HONEST.files.find((it) => it.path === path)
  return Buffer.from(file?.content ?? '').toString()
}
const CHAIN = contentOf(chainPath())
const SEAL = contentOf(sealPath())

function withContent(evidence: Evidence, path: string, content: Uint8Array): Evidence {
  const others = evidence.files.filter((file) => file.path !== path)
  return { ...evidence, files: [...others, addedFile(path, content)] }
}

/** White space says nothing in a seal: what is signed is within. A chain has one spelling. */
function isSameValue(one: string, other: string): boolean {
  try {
    return one.trim() !== '' && canonicalize(JSON.parse(one)) === canonicalize(JSON.parse(other))
  } catch {
    return false
  }
}

describe('a sealed chain', () => {
  test.each([
    ['chain', chainPath(), CHAIN],
    ['seal', sealPath(), SEAL],
  ])('blocks after any edit of the %s', (_, path, content) => {
    expect(concludeOn(withContent(HONEST, path, Buffer.from(content)))).toBe('pass')
    tryProperty(
      fc.property(edit, ({ apply }) => {
        const edited = apply(content)
        fc.pre(!edited.equals(Buffer.from(content)) && !isSameValue(edited.toString(), content))
        expect(concludeOn(withContent(HONEST, path, edited))).toBe('block')
      }),
      200,
    )
  })

  test('blocks when it is written anew, even with nothing changed but its nonce', () => {
    const anew = relink(CHAIN, { nonce: 'another' })
    expect(defectsOf(Buffer.from(anew))).toEqual([])
    const decision = decide(withContent(HONEST, chainPath(), bytesOf(anew)), NOW)
    expect(rulesIn(decision)).toEqual(['audit/bad-seal'])
  })
})

describe('a chain without a seal that is written anew under another genesis', () => {
  const policy = POLICY.replace('assurance: signed', 'assurance: unanchored')
  const unsealed = makeHonest({}, policy)
  const files = unsealed.files.filter(({ path }) => path !== sealPath())
  const evidence = {
    ...unsealed,
    files,
    trusted: { ...unsealed.trusted, policy: [makeSource(policy)] },
  }
  const claims: fc.Arbitrary<Partial<Genesis>> = fc.record(
    {
      base_sha: fc.constantFrom('c'.repeat(40), '0'.repeat(40)),
      repository: fc.constantFrom('acme/bank', 'acme/shop2'),
      policy_sha256: fc.constantFrom('0'.repeat(64), sha256('')),
    },
    { requiredKeys: [] },
  )
  const own = Buffer.from(files.find(({ path }) => path === chainPath())?.content ?? '').toString()
  const judge = (claim: Partial<Genesis>) =>
    concludeOn(withContent(evidence, chainPath(), bytesOf(relink(own, claim))))

  test('holds together and blocks all the same', () => {
    tryProperty(
      fc.property(claims, (claim) => {
        fc.pre(Object.keys(claim).length > 0)
        expect(defectsOf(Buffer.from(relink(own, claim)))).toEqual([])
        expect(judge(claim)).toBe('block')
      }),
      40,
    )
  })

  test('honest twin: the same genesis, and one whose nonce alone is new, which nothing but a seal could tell', () => {
    expect([judge({}), judge({ nonce: 'another' })]).toEqual(['pass', 'pass'])
  })
})
