import type { Buffer } from 'node:buffer'

/** What stands around a record on its line: `{"record":…,"record_hash":"<64 hex>"}`. */

const OPENING = toBytes('{"record":')
const BEFORE_HASH = toBytes(',"record_hash":"')
const CLOSING = toBytes('"}')

export const HASH_LENGTH = 64
const TAIL = BEFORE_HASH.length + HASH_LENGTH + CLOSING.length
/** Bytes of a line that are not the record. */
const FRAME = OPENING.length + TAIL

/** Where the record begins on a line that begins at `start`. */
export function recordStart(start: number): number {
  return start + OPENING.length
}

/** Where the record ends on a line that ends, without its line feed, at `end`. */
export function recordEnd(end: number): number {
  return end - TAIL
}

/** Where the 64 digits of the record's hash begin on such a line. */
export function hashStart(end: number): number {
  return end - CLOSING.length - HASH_LENGTH
}

/** Whether the line has the frame. Whether its hash is one, `hasHash` says. */
export function isFramed(bytes: Buffer, start: number, end: number): boolean {
  return end - start > FRAME && equalsBytes(bytes, start, OPENING) && hasTail(bytes, start, end)
}

/** Whether the line ends with a record's hash, whatever stands before it. */
export function endsWithHash(bytes: Buffer, start: number, end: number): boolean {
  return hasTail(bytes, start, end) && hasHash(bytes, end)
}

/** Whether what stands in the place of the hash is one. */
export function hasHash(bytes: Buffer, end: number): boolean {
  return isHex(bytes, hashStart(end), end - CLOSING.length)
}

function hasTail(bytes: Buffer, start: number, end: number): boolean {
  return (
    end - start >= TAIL &&
    equalsBytes(bytes, recordEnd(end), BEFORE_HASH) &&
    equalsBytes(bytes, end - CLOSING.length, CLOSING)
  )
}

/** Whether the bytes from `start` on are these; they may reach beyond the end, and then are not. */
export function equalsBytes(bytes: Buffer, start: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[start + index] !== expected[index]) return false
  }
  return true
}

/** Whether a range holds these ASCII characters and nothing else. */
export function equalsText(bytes: Buffer, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false
  }
  return true
}

const IS_HEX = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9a-f]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** Whether a range is lower-case hexadecimal digits only. */
export function isHex(bytes: Buffer, start: number, end: number): boolean {
  for (let position = start; position < end; position += 1) {
    if (IS_HEX[bytes[position] as number] !== 1) return false
  }
  return true
}

/** ASCII text as bytes, to compare stored ones with. */
export function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
