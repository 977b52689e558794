/**
 * JSON that can be read in one way only: valid UTF-8 without a byte order mark, and no key twice.
 * `JSON.parse` takes the last of two equal keys and other readers the first, so that a signature
 * would cover two documents.
 */

/** The value, or undefined when the bytes are not such JSON. */
export function parseStrictJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return hasKeyTwice(text) ? undefined : value
  } catch {
    return undefined
  }
}

/** Strings and what gives them their place; everything else in valid JSON says nothing about keys. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g

/** Whether valid JSON text has an object with one key twice, however the two are spelled. */
function hasKeyTwice(text: string): boolean {
  const open: Set<string>[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':' && !addKey(open.at(-1), last)) return true
    last = token
  }
  return false
}

function addKey(keys: Set<string> | undefined, token: string): boolean {
  const key = String(JSON.parse(token))
  if (keys === undefined || keys.has(key)) return false
  keys.add(key)
  return true
}
