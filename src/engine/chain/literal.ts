/** Bytes that have to be the same as others, compared four at a time. */
export interface Literal {
  readonly words: Int32Array
  readonly rest: Uint8Array
  readonly length: number
}

const WORD = 4

export function makeLiteral(bytes: Uint8Array): Literal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(bytes.length / WORD)
  return {
    words: Int32Array.from({ length: count }, (_, index) => view.getInt32(index * WORD, true)),
    // A copy: the buffer is the caller's, who may fill it again.
    rest: Uint8Array.from(bytes.subarray(count * WORD)),
    length: bytes.length,
  }
}

/** Whether the bytes from `start` on, which must reach far enough, are these. */
export function standsAt(view: DataView, start: number, { words, rest }: Literal): boolean {
  let position = start
  for (let index = 0; index < words.length; index += 1) {
    if (view.getInt32(position, true) !== words[index]) return false
    position += WORD
  }
  for (let index = 0; index < rest.length; index += 1) {
    if (view.getUint8(position + index) !== rest[index]) return false
  }
  return true
}
