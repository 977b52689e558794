import { Buffer } from 'node:buffer'
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** DSSE (Dead Simple Signing Envelope, protocol version 1) with Ed25519. */

/** What is signed: the pre-authentication encoding of the payload with its type. */
function encodeForSigning(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType)
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

/** The signature of a payload, 64 bytes. */
export function signPayload(payloadType: string, payload: Uint8Array, key: KeyObject): Buffer {
  return sign(null, encodeForSigning(payloadType, payload), key)
}

/** Whether the signature over a payload is good; false as well when the key is none. */
export function isGoodSignature(
  payloadType: string,
  payload: Uint8Array,
  signature: Uint8Array,
  ed25519: string,
): boolean {
  const key = readPublicKey(ed25519)
  return key !== null && verify(null, encodeForSigning(payloadType, payload), key, signature)
}

/** What stands before the 32 raw bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function readPublicKey(ed25519: string): KeyObject | null {
  const raw = decodeBase64(ed25519)
  if (raw?.length !== 32) return null
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** Base64 of the 32 raw bytes of an Ed25519 public key, as a policy's `signers` have it. */
export function showPublicKey(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return der.subarray(SPKI_PREFIX.length).toString('base64')
}

/** The bytes of standard base64 in its one canonical spelling; null for any other text. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}
