import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * SHA-256 over the canonical JSON of a value (RFC 8785, JCS), so that key order never matters.
 * Lone surrogates, which JCS refuses, are made visible first: they may come from a file name.
 * @throws TypeError when the value has no JSON form.
 */
export function hashCanonical(value: unknown): string {
  const text = canonicalize(JSON.parse(JSON.stringify(value), toWellFormed))
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return sha256(text)
}

function toWellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, showSurrogate) : value
}

function showSurrogate(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`
}
