import { isAscii, isUtf8 } from 'node:buffer'
import type { OpaqueReason } from '../evidence.ts'

/**
 * Bytes of a file, chosen by the pull request's author, as text to be scanned. Whatever the bytes
 * are there is always a text; `opaque` says that a program may well read them as something else.
 */
export interface DecodedText {
  readonly text: string
  readonly opaque: OpaqueReason | null
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** A byte order mark stood in front; it is not part of the text. */
  readonly hadBom: boolean
  /** Whether no other bytes give the same text; if not, lines must be compared as bytes. */
  readonly isExact: boolean
  /** What a program that knows no UTF-16 reads in the same bytes, when that is more than noise. */
  readonly otherReading: string | null
}

/**
 * Decodes UTF-8 and UTF-16, with or without byte order mark, anything else leniently. Never throws.
 * Git LFS pointers follow the specification in git-lfs, `docs/spec.md`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return decodeUtf16(buffer) ?? decodeUtf8(buffer)
}

const UTF8_BOM = Buffer.of(0xef, 0xbb, 0xbf)

function decodeUtf8(buffer: Buffer): DecodedText {
  const hadBom = buffer.subarray(0, 3).equals(UTF8_BOM)
  const body = hadBom ? buffer.subarray(3) : buffer
  const isValid = isUtf8(body)
  const text = isAscii(body) ? body.toString('latin1') : body.toString('utf8')
  return {
    text,
    opaque: reasonForUtf8(body, text, isValid),
    encoding: 'utf-8',
    hadBom,
    isExact: isValid,
    otherReading: null,
  }
}

function reasonForUtf8(body: Buffer, text: string, isValid: boolean): OpaqueReason | null {
  if (body.includes(0)) return 'binary'
  if (!isValid) return 'encoding'
  return isLfsPointer(text) ? 'lfs-pointer' : null
}

const MAX_POINTER_LENGTH = 1024
const POINTER_START =
  /^version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io)\//

/** Whether the text stands in for a file that git does not hold; as tolerant as git-lfs itself. */
export function isLfsPointer(text: string): boolean {
  return text.length < MAX_POINTER_LENGTH && POINTER_START.test(text.trimStart())
}

/** The bytes read as UTF-16, or null when they are something else. */
function decodeUtf16(buffer: Buffer): DecodedText | null {
  const form = detectUtf16(buffer)
  if (form === null) return null
  const body = buffer.subarray(form.hadBom ? 2 : 0)
  const whole = body.subarray(0, body.length & ~1)
  const ordered = form.encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16()
  const text = ordered.toString('utf16le')
  // U+0000 is no text: UTF-32, or a binary file that happens to begin like a byte order mark.
  if (text.includes('\0')) return null
  const isOdd = whole.length < body.length
  return {
    text: isOdd ? text + body.subarray(-1).toString('latin1') : text,
    opaque: isOdd || /\p{Surrogate}/u.test(text) ? 'encoding' : null,
    ...form,
    isExact: true,
    otherReading: holdsAsciiRun(body) ? body.toString('utf8') : null,
  }
}

interface Utf16Form {
  readonly encoding: 'utf-16le' | 'utf-16be'
  readonly hadBom: boolean
}

function detectUtf16(buffer: Buffer): Utf16Form | null {
  if (buffer.length < 2) return null
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return { encoding: 'utf-16le', hadBom: true }
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return { encoding: 'utf-16be', hadBom: true }
  if (buffer.length % 2 === 1 || !buffer.includes(0)) return null
  const [atEven, atOdd] = countNulsByParity(buffer)
  const enough = buffer.length / 2 / 4
  if (atEven === 0 && atOdd >= enough) return { encoding: 'utf-16le', hadBom: false }
  if (atOdd === 0 && atEven >= enough) return { encoding: 'utf-16be', hadBom: false }
  return null
}

function countNulsByParity(buffer: Buffer): readonly [atEven: number, atOdd: number] {
  let atEven = 0
  let atOdd = 0
  for (let at = buffer.indexOf(0); at >= 0; at = buffer.indexOf(0, at + 1)) {
    if (at % 2 === 0) atEven += 1
    else atOdd += 1
  }
  return [atEven, atOdd]
}

/**
 * Whether ASCII text hides among the bytes: after a byte order mark a shell or database still runs
 * the plain commands on the following lines, which as UTF-16 look like Chinese.
 */
function holdsAsciiRun(body: Buffer): boolean {
  return /[\t\n\r\x20-\x7e]{4}/.test(body.toString('latin1'))
}
