import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A recorder's signing key that is the same in every run. For tests only: anybody can make it. */
export interface TestSigner {
  readonly id: string
  readonly key: KeyObject
  /** As a policy's `signers` has it. */
  readonly ed25519: string
}

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, section 7). */
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

export function makeSigner(id: string, seed: number): TestSigner {
  const der = Buffer.concat([PREFIX, Buffer.alloc(32, seed)])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return { id, key, ed25519: spki.subarray(-32).toString('base64') }
}

export const RECORDER = makeSigner('recorder-1', 1)
export const STRANGER = makeSigner('stranger', 2)
