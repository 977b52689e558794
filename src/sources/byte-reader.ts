/** Reads exact lengths from a stream, chunk by chunk. */
export interface ByteReader {
  /** Up to the next line feed, which is dropped. */
  readLine(): Promise<string>
  readBytes(length: number): Promise<Buffer>
  skip(length: number): Promise<void>
}

/** @param endsEarly what is thrown when the stream ends before all of it was read */
export function createByteReader(
  stream: AsyncIterable<Buffer>,
  endsEarly: () => Promise<Error>,
): ByteReader {
  const chunks = stream[Symbol.asyncIterator]()
  let current: Buffer = Buffer.alloc(0)
  const refill = async () => {
    const { done, value } = await chunks.next()
    if (done === true) throw await endsEarly()
    current = value
  }
  const takeUpTo = (length: number): Buffer => {
    const taken = current.subarray(0, length)
    current = current.subarray(taken.length)
    return taken
  }
  const readBytes = async (length: number) => {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      if (current.length === 0) await refill()
      const part = takeUpTo(missing)
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts, length)
  }
  const skip = async (length: number) => {
    for (let missing = length; missing > 0; ) {
      if (current.length === 0) await refill()
      missing -= takeUpTo(missing).length
    }
  }
  const readLine = async () => {
    const parts: Buffer[] = []
    for (;;) {
      if (current.length === 0) await refill()
      const end = current.indexOf(10)
      parts.push(takeUpTo(end < 0 ? current.length : end))
      if (end >= 0) break
    }
    takeUpTo(1)
    return Buffer.concat(parts).toString('latin1')
  }
  return { readLine, readBytes, skip }
}
