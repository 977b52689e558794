import { Buffer } from 'node:buffer'
import { MAX_LINE_BYTES } from './format.ts'

/** Cuts a stream of bytes into lines, whatever the pieces it arrives in. */

export interface LineVisitor {
  /** A line without its line feed, as a range of bytes that are valid during the call. */
  line(bytes: Buffer, start: number, end: number): void
  /** A line of more than `MAX_LINE_BYTES`, which nobody keeps. */
  longLine(): void
}

/** How the stream ended: with a line feed, within a line, or before anything came. */
export type Ending = 'whole' | 'cut' | 'empty'

export interface Lines {
  push(bytes: Uint8Array): void
  /** Visits what stands after the last line feed, if anything does. */
  finish(): Ending
}

const LINE_FEED = 0x0a
const FIRST_SIZE = 64 * 1024

export function openLines(visitor: LineVisitor): Lines {
  let held = Buffer.alloc(0)
  let size = 0
  let isLong = false
  let isEmpty = true

  const hold = (bytes: Buffer, start: number, end: number) => {
    const needed = size + end - start
    if (isLong || needed > MAX_LINE_BYTES) {
      isLong = true
      return
    }
    if (needed > held.length) held = enlarge(held, size, needed)
    bytes.copy(held, size, start, end)
    size = needed
  }
  const release = () => {
    if (isLong) visitor.longLine()
    else visitor.line(held, 0, size)
    size = 0
    isLong = false
  }

  return {
    push(given) {
      const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
      if (bytes.length > 0) isEmpty = false
      let start = 0
      for (;;) {
        const end = bytes.indexOf(LINE_FEED, start)
        if (end < 0) break
        if (size > 0 || isLong || end - start > MAX_LINE_BYTES) {
          hold(bytes, start, end)
          release()
        } else visitor.line(bytes, start, end)
        start = end + 1
      }
      if (start < bytes.length) hold(bytes, start, bytes.length)
    },
    finish() {
      if (size === 0 && !isLong) return isEmpty ? 'empty' : 'whole'
      release()
      return 'cut'
    },
  }
}

function enlarge(held: Buffer, size: number, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(Math.max(FIRST_SIZE, needed, held.length * 2))
  held.copy(larger, 0, 0, size)
  return larger
}
