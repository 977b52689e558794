import { sha256 } from '../../../src/engine/hash.ts'

interface Line {
  readonly record: { readonly seq: number; readonly prev: string }
  readonly record_hash: string
}

/** Whether every record has its own hash and names the one before: all that a bare hash chain says. */
export function followsChain(text: string): boolean {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
  return lines.every(({ record, record_hash }, at) => {
    const isFirst = at === 0
    return (
      sha256(Buffer.from(JSON.stringify(record))) === record_hash &&
      (isFirst || record.prev === lines[at - 1]?.record_hash)
    )
  })
}
