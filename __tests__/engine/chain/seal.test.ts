import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { showPublicKey, signPayload } from '../../../src/engine/chain/dsse.ts'
import {
  MAX_SEAL_BYTES,
  MAX_SIGNATURES,
  makeSeal,
  PAYLOAD_TYPE,
  type SealExpectation,
  type Sealed,
  verifySeal,
} from '../../../src/engine/chain/seal.ts'
import { readChain } from '../../../src/engine/chain/verify-chain.ts'
import { sha256 } from '../../../src/engine/hash.ts'
import { CHAIN_ID, END, GENESIS, HONEST, hash, intent, makeChain, START } from './chains.ts'

const recorder = generateKeyPairSync('ed25519').privateKey
const agent = generateKeyPairSync('ed25519').privateKey

const chain = makeChain()
const reading = readChain(chain, CHAIN_ID)
const name = `${CHAIN_ID}.jsonl`

const SEALED: Sealed = {
  name,
  sha256: sha256(chain),
  records: HONEST.length,
  head: reading.head ?? '',
  repository: GENESIS.repository,
  base_sha: GENESIS.base_sha,
  plan_sha256: null,
}

const EXPECTED: SealExpectation = {
  signers: [{ id: 'recorder-1', ed25519: showPublicKey(recorder) }],
  name,
  sha256: SEALED.sha256,
  reading,
  repository: 'acme/shop',
}

const seal = (more: Partial<Sealed> = {}, key: KeyObject = recorder, id = 'recorder-1') =>
  makeSeal({ ...SEALED, ...more }, id, key)

/** `ok`, or the problem. */
function judge(bytes: string | Uint8Array, more: Partial<SealExpectation> = {}): string {
  const verdict = verifySeal(Buffer.from(bytes), { ...EXPECTED, ...more })
  return verdict.ok ? 'ok' : verdict.problem
}

interface Envelope {
  payload: string
  payloadType: string
  signatures: { keyid?: string; sig: string }[]
}
const open = (text: string): Envelope => JSON.parse(text)
const statementOf = (envelope: Envelope) => Buffer.from(envelope.payload, 'base64').toString()

/** An envelope over any payload, signed as it should be. */
function signText(payload: string, type = PAYLOAD_TYPE): string {
  const bytes = Buffer.from(payload)
  return JSON.stringify({
    payload: bytes.toString('base64'),
    payloadType: type,
    signatures: [
      { keyid: 'recorder-1', sig: signPayload(type, bytes, recorder).toString('base64') },
    ],
  })
}

describe('a good seal', () => {
  test('holds, and names its signer and its plan', () => {
    expect(verifySeal(Buffer.from(seal({ plan_sha256: hash('plan') })), EXPECTED)).toEqual({
      ok: true,
      signer: 'recorder-1',
      plan_sha256: hash('plan'),
    })
  })

  test('is an in-toto statement under a DSSE signature that anybody can verify', () => {
    const envelope = open(seal())
    expect(JSON.parse(statementOf(envelope))).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name, digest: { sha256: SEALED.sha256 } }],
      predicateType: 'urn:countersign:audit-seal:v1',
      predicate: {
        records: 7,
        head: reading.head,
        repository: 'acme/shop',
        base_sha: GENESIS.base_sha,
        plan_sha256: null,
      },
    })
    const body = statementOf(envelope)
    const signed = `DSSEv1 28 application/vnd.in-toto+json ${body.length} ${body}`
    const signature = Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64')
    expect(verify(null, Buffer.from(signed), createPublicKey(recorder), signature)).toBe(true)
  })

  test.each<[string, string, Partial<SealExpectation>]>([
    ['indented', JSON.stringify(open(seal()), null, 2), {}],
    ['with the repository in another case', seal(), { repository: 'Acme/Shop' }],
    ['where the repository is not known', seal(), { repository: null }],
    [
      'by one of several signers',
      seal(),
      { signers: [{ id: 'other', ed25519: showPublicKey(agent) }, ...EXPECTED.signers] },
    ],
    [
      'after a key was changed',
      seal(),
      { signers: [{ id: 'recorder-1', ed25519: showPublicKey(agent) }, ...EXPECTED.signers] },
    ],
  ])('holds %s', (_, bytes, more) => {
    expect(judge(bytes, more)).toBe('ok')
  })

  test('holds beside the signature of somebody unknown', () => {
    const envelope = open(seal())
    envelope.signatures.unshift({ keyid: 'stranger', sig: 'AAAA' }, { sig: 'AAAA' })
    expect(judge(JSON.stringify(envelope))).toBe('ok')
  })

  test('holds beside as many as an envelope may have', () => {
    const envelope = open(seal())
    while (envelope.signatures.length < MAX_SIGNATURES) envelope.signatures.push({ sig: 'AAAA' })
    expect(judge(JSON.stringify(envelope))).toBe('ok')
  })
})

describe('a chain that went on after it was sealed', () => {
  const attached = { ...END, event: 'checkpoint' }
  const early = makeChain([START, attached])
  const late = makeChain([START, attached, intent('a'), END])
  const about = (bytes: Buffer) => ({
    sha256: sha256(bytes),
    reading: readChain(bytes, CHAIN_ID),
  })
  const earlySeal = seal({
    sha256: sha256(early),
    records: 2,
    head: about(early).reading.head ?? '',
  })

  test('is no longer what was sealed', () => {
    expect(late.subarray(0, early.length).equals(early)).toBe(true)
    expect(judge(earlySeal, about(late))).toBe('wrong-digest')
  })

  test('was sealed as far as it went then: cut back to that, it holds', () => {
    expect(judge(earlySeal, about(early))).toBe('ok')
    expect(about(early).reading.complete).toBe(true)
  })
})

describe('a seal that does not hold', () => {
  const altered = (change: (envelope: Envelope) => void) => {
    const envelope = open(seal())
    change(envelope)
    return JSON.stringify(envelope)
  }
  const statement = statementOf(open(seal()))

  test.each<[string, string, string | Uint8Array]>([
    ['malformed', 'no JSON', 'seal'],
    ['malformed', 'an empty file', ''],
    ['malformed', 'a list', '[]'],
    ['malformed', 'no signature', altered((it) => it.signatures.splice(0))],
    ['malformed', 'a key twice', seal().replace('{"payload"', '{"payload":"e30=","payload"')],
    [
      'malformed',
      'a key twice in two spellings',
      seal().replace('{"payload"', '{"payloa\\u0064":"e30=","payload"'),
    ],
    ['malformed', 'an unknown key', seal().replace('{"payload"', '{"note":1,"payload"')],
    ['malformed', 'more in a signature', seal().replace('{"keyid"', '{"cert":"x","keyid"')],
    [
      'malformed',
      'signatures beyond number',
      altered((it) => {
        it.signatures.push(...Array(MAX_SIGNATURES).fill({ sig: 'AAAA' }))
      }),
    ],
    [
      'malformed',
      'more in a signed statement',
      signText(statement.replace('{"_type"', '{"note":1,"_type"')),
    ],
    [
      'malformed',
      'more in a signed predicate',
      signText(statement.replace('{"base_sha"', '{"annex":1,"base_sha"')),
    ],
    ['malformed', 'a byte order mark', `\ufeff${seal()}`],
    [
      'malformed',
      'invalid UTF-8',
      Buffer.concat([Buffer.from(seal().slice(0, -2)), Buffer.from('ff7d', 'hex')]),
    ],
    [
      'malformed',
      'a payload that is not canonical base64',
      altered((it) => {
        it.payload = `${it.payload} `
      }),
    ],
    [
      'malformed',
      'a payload in the alphabet of URLs',
      altered((it) => {
        it.payload = '-_-_'
      }),
    ],
    ['malformed', 'a size beyond all reason', seal() + ' '.repeat(MAX_SEAL_BYTES)],
    [
      'malformed',
      'a signed statement with a key twice',
      signText(statement.replace('"head"', '"head":"x","head"')),
    ],
    [
      'malformed',
      'a signed statement of another type',
      signText(statement.replace('Statement/v1', 'Statement/v0.1')),
    ],
    [
      'malformed',
      'a signed predicate of another type',
      signText(statement.replace('audit-seal:v1', 'audit-seal:v2')),
    ],
    [
      'malformed',
      'a signed statement about two chains',
      signText(
        statement.replace('"subject":[', '"subject":[{"name":"x","digest":{"sha256":"y"}},'),
      ),
    ],
    [
      'malformed',
      'a signed number that is none',
      signText(statement.replace('"records":7', '"records":7.5')),
    ],
    ['wrong-payload-type', 'another payload type', signText(statement, 'application/json')],
    ['unknown-signer', 'a signer nobody knows', seal({}, agent, 'agent')],
    [
      'unknown-signer',
      'a signature without a name',
      altered((it) => {
        delete it.signatures[0]?.keyid
      }),
    ],
    ['bad-signature', "the agent's signature in the recorder's name", seal({}, agent)],
    [
      'bad-signature',
      'a payload changed after it was signed',
      altered((it) => {
        it.payload = open(seal({ records: 8 })).payload
      }),
    ],
    [
      'bad-signature',
      'a signature cut short',
      altered((it) => {
        it.signatures = [{ keyid: 'recorder-1', sig: 'AAAA' }]
      }),
    ],
    [
      'bad-signature',
      'a signature that is not base64',
      altered((it) => {
        it.signatures = [{ keyid: 'recorder-1', sig: '!' }]
      }),
    ],
    [
      'bad-signature',
      'a second signature in the same name that is not good',
      altered((it) => {
        it.signatures.push({ keyid: 'recorder-1', sig: 'AAAA' })
      }),
    ],
    ['wrong-subject', 'another chain', seal({ name: 'other.jsonl' })],
    ['wrong-digest', 'other bytes', seal({ sha256: hash('other') })],
    ['wrong-records', 'another count', seal({ records: 6 })],
    ['wrong-head', 'another head', seal({ head: hash('other') })],
    ['wrong-repository', 'another repository', seal({ repository: 'acme/bank' })],
    ['wrong-base', 'another base', seal({ base_sha: 'f'.repeat(40) })],
  ])('%s: %s', (problem, _, bytes) => {
    expect(judge(bytes)).toBe(problem)
  })

  test('a seal for another repository than the chain, where nobody knows which one this is', () => {
    const other = seal({ repository: 'acme/bank' })
    expect(judge(other, { repository: null })).toBe('wrong-repository')
  })

  test.each([`x${hash('plan')}`, `${hash('plan')}x`, hash('plan').toUpperCase(), ''])(
    'a plan that is no digest: %j',
    (plan_sha256) => {
      expect(judge(seal({ plan_sha256 }))).toBe('malformed')
    },
  )

  test('a seal of a chain from another repository, replayed in this one', () => {
    expect(judge(seal(), { repository: 'acme/bank' })).toBe('wrong-repository')
  })

  test('without signers none holds, nor with a key that is none', () => {
    expect(judge(seal(), { signers: [] })).toBe('unknown-signer')
    expect(judge(seal(), { signers: [{ id: 'recorder-1', ed25519: 'AAAA' }] })).toBe(
      'bad-signature',
    )
  })
})
