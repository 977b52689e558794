/**
 * Whether a file shows the marks of a test report. An artifact holds screenshots, logs and coverage
 * as well, which say nothing about a test; but a report that cannot be read may hold a failure and
 * has to be told. So the marks are looked for in the whole file, behind anything that a shell or npm
 * printed in front, and in bytes that are not UTF-8. Whatever can be read as a report has them.
 * Linear in the bytes; never throws.
 */
export function looksLikeReport(bytes: Uint8Array): boolean {
  return hasReportMarks(plainText(bytes))
}

/** The same for text, or for bytes read as Latin-1. */
export function hasReportMarks(text: string): boolean {
  return text.includes('<testsuite') || hasJsonMarks(unescapeLetters(text)) || hasTapMarks(text)
}

/** ASCII stays what it is in Latin-1, UTF-8 and, without the NUL bytes, UTF-16 of either order. */
function plainText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
  return text.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

/** The same key may be written with its letters escaped: `"\u0074estResults"`. */
function unescapeLetters(text: string): string {
  return text.replace(/\\u00([4-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function hasJsonMarks(text: string): boolean {
  const has = (key: string) => text.includes(`"${key}"`)
  const isJest = has('testResults') || has('numTotalTests')
  const isCtrf = has('results') && has('tests') && has('summary')
  return isJest || isCtrf || (hasKey(text, 'Action') && hasKey(text, 'Package'))
}

/** Stricter than the bare word, which many logs have as a value. */
function hasKey(text: string, key: string): boolean {
  const quoted = `"${key}"`
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
    const next = text.slice(at + quoted.length, at + quoted.length + MAX_BLANKS).trimStart()
    if (next === '' || next.startsWith(':')) return true
  }
  return false
}

/** Blanks between a key and its colon; after more, whatever follows is taken for one. */
const MAX_BLANKS = 16

/** Behind them may be blanks, and bytes that are one in some encoding. */
const TAP_VERSION = /^TAP version \d+[^\x21-\x7e\r\n]*$/m
const TAP_PLAN = /^1\.\.\d{1,9}[^\x21-\x7e\r\n]*(?:#.*)?$/m
const TAP_POINT = /^(?:not )?ok(?![\x21-\x7e])/m

/** A plan or a point alone is a line that any log may have. */
function hasTapMarks(text: string): boolean {
  return TAP_VERSION.test(text) || (TAP_PLAN.test(text) && TAP_POINT.test(text))
}
