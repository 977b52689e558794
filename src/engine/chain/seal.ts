import { Buffer, isUtf8 } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { parseStrictJson } from '../parsing/strict-json.ts'
import { decodeBase64, isGoodSignature, signPayload } from './dsse.ts'
import { isSameRepository, toCanonical } from './format.ts'
import type { ChainReading } from './reading.ts'

/**
 * Seals (docs/audit-chain.md): a signature over what a chain said when it was sealed, by a key that
 * the agent does not hold. Without one, whoever writes a chain can write another in its place.
 */

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
const PREDICATE_TYPE = 'urn:countersign:audit-seal:v1'
/** Bytes; a larger seal is refused unread. */
export const MAX_SEAL_BYTES = 64 * 1024
/** Each one of a known signer costs a verification, and nobody needs more. */
export const MAX_SIGNATURES = 16

export interface SealPredicate {
  readonly records: number
  /** The last `record_hash`. */
  readonly head: string
  readonly repository: string
  readonly base_sha: string
  /** Of the plan the work was done under; null without one. */
  readonly plan_sha256: string | null
}

export interface Sealed extends SealPredicate {
  /** Base name of the chain file. */
  readonly name: string
  /** Of the chain file's bytes. */
  readonly sha256: string
}

/**
 * The bytes of a seal file.
 * @param id the signer's id in the policy.
 * @param key an Ed25519 private key; any other makes `crypto.sign` throw or the seal fail.
 */
export function makeSeal(
  { name, sha256, ...predicate }: Sealed,
  id: string,
  key: KeyObject,
): string {
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name, digest: { sha256 } }],
    predicateType: PREDICATE_TYPE,
    predicate,
  }
  const payload = Buffer.from(toCanonical(statement))
  const signature = signPayload(PAYLOAD_TYPE, payload, key)
  const envelope = {
    payload: payload.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid: id, sig: signature.toString('base64') }],
  }
  return `${toCanonical(envelope)}\n`
}

export interface Signer {
  readonly id: string
  /** Base64 of the 32 raw bytes of the public key. */
  readonly ed25519: string
}

/** What a seal is held against. All of it but the seal itself is known to be so. */
export interface SealExpectation {
  /** From the policy of the base branch. */
  readonly signers: readonly Signer[]
  /** Base name of the chain file. */
  readonly name: string
  /** Of the chain file's bytes. */
  readonly sha256: string
  readonly reading: Pick<ChainReading, 'records' | 'head' | 'genesis'>
  /** `owner/name`; null when it is not known, and then the chain's own is held against. */
  readonly repository: string | null
}

export type SealProblem =
  | 'malformed'
  | 'wrong-payload-type'
  | 'unknown-signer'
  | 'bad-signature'
  | 'wrong-subject'
  | 'wrong-digest'
  | 'wrong-head'
  | 'wrong-records'
  | 'wrong-repository'
  | 'wrong-base'

export type SealVerdict =
  | { readonly ok: true; readonly signer: string; readonly plan_sha256: string | null }
  | { readonly ok: false; readonly problem: SealProblem }

/** Each problem of a seal as the end of a sentence. */
export const SEAL_PROBLEMS: Readonly<Record<SealProblem, string>> = {
  malformed: 'it is not an envelope over one seal of one chain',
  'wrong-payload-type': 'its payload is of another type',
  'unknown-signer': 'none of its signers is among those the policy names',
  'bad-signature': 'a signature in the name of a known signer is not good',
  'wrong-subject': 'it is for a chain of another name',
  'wrong-digest': 'the chain was changed after it was sealed',
  'wrong-head': 'it is for a chain that ends with another record',
  'wrong-records': 'it is for another number of records',
  'wrong-repository': 'it is for another repository',
  'wrong-base': 'it is for work that starts at another commit',
}

/** Strict throughout: what nobody reads would be a place to bring something along that nobody reviews. */
const ENVELOPE = v.strictObject({
  payload: v.string(),
  payloadType: v.string(),
  signatures: v.pipe(
    v.array(v.strictObject({ keyid: v.optional(v.string()), sig: v.string() })),
    v.minLength(1),
    v.maxLength(MAX_SIGNATURES),
  ),
})

const STATEMENT = v.strictObject({
  _type: v.literal(STATEMENT_TYPE),
  subject: v.strictTuple([
    v.strictObject({ name: v.string(), digest: v.strictObject({ sha256: v.string() }) }),
  ]),
  predicateType: v.literal(PREDICATE_TYPE),
  predicate: v.strictObject({
    records: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    head: v.string(),
    repository: v.string(),
    base_sha: v.string(),
    plan_sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  }),
})

type Envelope = v.InferOutput<typeof ENVELOPE>
type Statement = v.InferOutput<typeof STATEMENT>

/**
 * Whether a seal file holds for a chain. Its bytes may be an attacker's: nothing in the payload is
 * looked at before a known signer's signature over exactly these bytes is found good.
 */
export function verifySeal(bytes: Uint8Array, expected: SealExpectation): SealVerdict {
  const opened = openEnvelope(bytes)
  if (opened === null) return refuse('malformed')
  const { envelope, payload } = opened
  if (envelope.payloadType !== PAYLOAD_TYPE) return refuse('wrong-payload-type')
  const signer = findSigner(envelope, payload, expected.signers)
  if ('problem' in signer) return refuse(signer.problem)
  const statement = parse(STATEMENT, payload)
  if (statement === null) return refuse('malformed')
  const problem = findMismatch(statement, expected)
  if (problem !== null) return refuse(problem)
  return { ok: true, signer: signer.id, plan_sha256: statement.predicate.plan_sha256 }
}

/**
 * Whether the bytes are exactly a seal of the chain file of this name: by its form, for whoever has to
 * tell a seal from any other file before it is known who signed it.
 */
export function isSealOf(bytes: Uint8Array, name: string): boolean {
  const opened = openEnvelope(bytes)
  if (opened?.envelope.payloadType !== PAYLOAD_TYPE) return false
  return parse(STATEMENT, opened.payload)?.subject[0].name === name
}

function openEnvelope(
  bytes: Uint8Array,
): { readonly envelope: Envelope; readonly payload: Buffer } | null {
  const envelope = bytes.length > MAX_SEAL_BYTES ? null : parse(ENVELOPE, bytes)
  const payload = envelope === null ? null : decodeBase64(envelope.payload)
  return envelope === null || payload === null ? null : { envelope, payload }
}

function refuse(problem: SealProblem): SealVerdict {
  return { ok: false, problem }
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array,
): v.InferOutput<Schema> | null {
  const json = isUtf8(bytes) ? parseStrictJson(Buffer.from(bytes).toString('utf8')) : null
  const parsed = v.safeParse(schema, json?.ok === true ? json.value : null)
  return parsed.success ? parsed.output : null
}

/**
 * The first known signer. A signature by somebody unknown says nothing and is passed over; one that
 * names a known signer and is not good was made to deceive, whatever stands beside it.
 */
function findSigner(
  { signatures }: Envelope,
  payload: Buffer,
  signers: readonly Signer[],
): { readonly id: string } | { readonly problem: SealProblem } {
  const known = signatures.flatMap(({ keyid, sig }) => {
    const keys = signers.filter(({ id }) => id === keyid)
    return keys.length === 0 ? [] : [{ id: keys[0]?.id ?? '', keys, sig: decodeBase64(sig) }]
  })
  const [first] = known
  if (first === undefined) return { problem: 'unknown-signer' }
  const isGood = known.every(
    ({ keys, sig }) =>
      sig !== null &&
      keys.some(({ ed25519 }) => isGoodSignature(PAYLOAD_TYPE, payload, sig, ed25519)),
  )
  return isGood ? first : { problem: 'bad-signature' }
}

function findMismatch(
  { subject: [subject], predicate }: Statement,
  { name, sha256, reading, repository }: SealExpectation,
): SealProblem | null {
  const { genesis } = reading
  if (subject.name !== name) return 'wrong-subject'
  if (subject.digest.sha256 !== sha256) return 'wrong-digest'
  if (predicate.records !== reading.records) return 'wrong-records'
  if (predicate.head !== reading.head) return 'wrong-head'
  if (predicate.repository !== genesis?.repository) return 'wrong-repository'
  if (repository !== null && !isSameRepository(predicate.repository, repository))
    return 'wrong-repository'
  return predicate.base_sha === genesis.base_sha ? null : 'wrong-base'
}
