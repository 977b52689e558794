import { MAX_DEPTH, type Refusal, refuse } from '../results/report.ts'
import { parseJson } from './exact-json.ts'
import { isMap, type PlainMap } from './plain-map.ts'

/**
 * JSON that has one reading. `JSON.parse` keeps the last of two values for one key, and another
 * program the first: a report with two `status` keys would pass here and fail there, or the other
 * way round.
 */

/** Values and keys in one text; a bound on the memory that parsing takes. */
const MAX_VALUES = 6_000_000

export type ParsedJson = { readonly ok: true; readonly value: PlainMap } | Refusal

/**
 * Parses one JSON object. Linear in its length; refused, never thrown, are text that is no JSON
 * object, a key given twice, and more nesting or values than any report has.
 * @param line the line the text starts at, from 1
 */
export function parseStrictJson(text: string, line = 1): ParsedJson {
  const refusal = scanJson(text, line)
  if (refusal !== null) return refusal
  try {
    const value = parseJson(text)
    return isMap(value)
      ? { ok: true, value }
      : refuse('unknown-format', 'it is JSON, but not an object', line)
  } catch {
    return refuse('malformed', 'it is not valid JSON')
  }
}

/** The keys that an object has had so far; null for a list. */
type Level = Set<string> | null

/**
 * Looks for what `JSON.parse` lets pass. Text that is no JSON may get through here and fails there;
 * only that an open string or bracket means truncation is told apart.
 */
function scanJson(text: string, firstLine: number): Refusal | null {
  const levels: Level[] = []
  let isKeyNext = false
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') {
      const end = findStringEnd(text, at)
      if (end < 0) return refuse('truncated', 'it ends within a text', lineOf(text, at, firstLine))
      if (isKeyNext && !addKey(levels.at(-1), text.slice(at, end + 1))) {
        return refuse('duplicate-key', 'an object has one key twice', lineOf(text, at, firstLine))
      }
      isKeyNext = false
      at = end
    } else if (character === '{' || character === '[') {
      levels.push(character === '{' ? new Set() : null)
      isKeyNext = character === '{'
      values += 1
    } else if (character === '}' || character === ']') {
      levels.pop()
      isKeyNext = false
    } else if (character === ',') {
      isKeyNext = levels.at(-1) != null
      values += 1
    }
    if (levels.length > MAX_DEPTH) return tooMuch(`values in more than ${MAX_DEPTH} levels`)
    if (values > MAX_VALUES) return tooMuch(`more than ${MAX_VALUES} values`)
  }
  return levels.length > 0 ? refuse('truncated', 'it ends before its last bracket') : null
}

function tooMuch(what: string): Refusal {
  return refuse('too-large', `it has ${what}`)
}

/** Where the closing quote of the text that opens at `start` stands; -1 when there is none. */
function findStringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  let searched = start + 1
  while (end >= 0) {
    let slashes = 0
    while (end - 1 - slashes >= searched && text[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
    searched = end + 1
    end = text.indexOf('"', searched)
  }
  return -1
}

/** False when the object has the key already. Escapes are undone first: `"\u0061"` is `"a"`. */
function addKey(keys: Level | undefined, quoted: string): boolean {
  const key = quoted.includes('\\') ? decodeKey(quoted) : quoted.slice(1, -1)
  if (keys == null || keys.has(key)) return keys == null
  keys.add(key)
  return true
}

function decodeKey(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

function lineOf(text: string, offset: number, firstLine: number): number {
  let line = firstLine
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
  }
  return line
}
