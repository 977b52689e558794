import { isUtf8 } from 'node:buffer'
import canonicalize from 'canonicalize'
import { MAX_DEPTH } from '../../../src/engine/chain/scan-json.ts'
import { parseJson } from '../../../src/engine/parsing/exact-json.ts'

/**
 * The slow and obvious rule that the byte scanner is held against: decode strictly, parse, and see
 * whether the canonical form of what was parsed is what was stored.
 */
export function isCanonicalObject(bytes: Uint8Array): boolean {
  const text = decode(bytes)
  if (text === null) return false
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return isPlain(value, 1) && canonical(value) === text
}

function decode(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : null
}

function parse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** Whole numbers in the safe range only, and no deeper than the limit. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  return depth <= MAX_DEPTH && Object.values(value).every((it) => isPlain(it, depth + 1))
}

/** Null for lone surrogates, which the canonical form refuses. */
function canonical(value: unknown): string | null {
  try {
    return canonicalize(value) ?? null
  } catch {
    return null
  }
}
