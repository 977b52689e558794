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
  const text = canonicalize(mayHoldSurrogates(value) ? toWellFormed(value) : value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return sha256(text)
}

/** JSON escapes lone surrogates and nothing else in this way, unless a text says so itself. */
function mayHoldSurrogates(value: unknown): boolean {
  return JSON.stringify(value)?.includes('\\ud') ?? false
}

function toWellFormed(value: unknown): unknown {
  if (typeof value === 'string') return showSurrogates(value)
  if (Array.isArray(value)) return value.map(toWellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [showSurrogates(key), toWellFormed(it)]),
  )
}

function showSurrogates(text: string): string {
  return text.replace(/\p{Cs}/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
}
