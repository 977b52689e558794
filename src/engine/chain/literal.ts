/** Bytes that have to be the same as others, compared eight at a time. */
export interface Literal {
  /**
   * The bytes read as doubles, because that is how eight bytes fit into one number: two that are
   * equal have the same bytes, but for zero, which text never is, and NaN, which equals nothing.
   */
  readonly words: Float64Array
  /** The last word, which may overlap the one before; NaN for less than a word of bytes. */
  readonly last: number
  /** All the bytes of less than a word. */
  readonly few: Uint8Array
  readonly length: number
}

const WORD = 8

export function makeLiteral(bytes: Uint8Array): Literal {
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const count = Math.floor(length / WORD)
  return {
    words: Float64Array.from({ length: count }, (_, index) => view.getFloat64(index * WORD)),
    last: count === 0 ? Number.NaN : view.getFloat64(length - WORD),
    // A copy: the buffer is the caller's, who may fill it again.
    few: Uint8Array.from(count === 0 ? bytes : []),
    length,
  }
}

/** Whether the bytes from `start` on, which must reach far enough, are these. */
export function standsAt(view: DataView, start: number, literal: Literal): boolean {
  const { words, few } = literal
  if (words.length === 0) return hasFew(view, start, few)
  for (let index = 0; index < words.length; index += 1) {
    if (view.getFloat64(start + index * WORD) !== words[index]) return false
  }
  return view.getFloat64(start + literal.length - WORD) === literal.last
}

function hasFew(view: DataView, start: number, few: Uint8Array): boolean {
  for (let index = 0; index < few.length; index += 1) {
    if (view.getUint8(start + index) !== few[index]) return false
  }
  return true
}

/** The highest bit of each byte of a word. */
const HIGH = 0x80808080 | 0

/**
 * Whether these bytes, a multiple of four, are lower-case hexadecimal digits. Four at a time: adding
 * to a byte below 0x80 lifts it over 0x80 exactly when it is not less than the rest to there, and
 * never carries into the next byte.
 */
export function isHexAt(view: DataView, start: number, length: number): boolean {
  for (let position = start; position < start + length; position += 4) {
    const word = view.getInt32(position, true)
    const digit = (word + 0x50505050) & ~(word + 0x46464646)
    const letter = (word + 0x1f1f1f1f) & ~(word + 0x19191919)
    if ((word & HIGH) !== 0 || ((digit | letter) & HIGH) !== HIGH) return false
  }
  return true
}
