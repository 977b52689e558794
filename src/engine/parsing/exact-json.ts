/**
 * `JSON.parse` for text from elsewhere. V8 may take an object's key that has an escape in it for another
 * key that it has read before (https://github.com/nodejs/node/issues/63785): which one depends on all the
 * process has parsed so far, and so on what an attacker had it parse. Where there is such a key, objects
 * are put together here from their parts, each of which is parsed by itself.
 * @throws SyntaxError when the text is not JSON
 * @throws RangeError when an escaped key stands in too many levels
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return hasEscapedKey(text) ? assemble(text.match(TOKENS) ?? []) : value
}

/** Strings, brackets, and words; in text that is known to be JSON. */
const STRING = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"'
const TOKENS = new RegExp(`${STRING}|[[\\]{}]|[^\\s,:"[\\]{}]+`, 'g')
const KEYS = new RegExp(`(${STRING})\\s*(:?)`, 'g')

function hasEscapedKey(text: string): boolean {
  if (!text.includes('\\')) return false
  for (const [, string, colon] of text.matchAll(KEYS)) {
    if (colon === ':' && string?.includes('\\') === true) return true
  }
  return false
}

function assemble(tokens: readonly string[]): unknown {
  let next = 0
  const readUntil = (end: string) => {
    const values: unknown[] = []
    while (tokens[next] !== end) values.push(read())
    next += 1
    return values
  }
  const read = (): unknown => {
    const token = tokens[next] ?? ''
    next += 1
    if (token === '[') return readUntil(']')
    return token === '{' ? toObject(readUntil('}')) : JSON.parse(token)
  }
  return read()
}

/** Keys and values by turns; the last value of a key counts, as it does for `JSON.parse`. */
function toObject(flat: readonly unknown[]): object {
  const entries = flat.flatMap((key, index) =>
    index % 2 === 0 ? [[String(key), flat[index + 1]] as const] : [],
  )
  return Object.fromEntries(entries)
}
