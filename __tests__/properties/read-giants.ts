import { bytesOf } from '../engine/make.ts'
import { countWork } from '../support/count-work.ts'
import { GIANTS, type Giant, readerOf } from './giants.ts'

/**
 * Reads every giant in a process of its own: `count SIZE` says how much work each takes at that size and
 * at twice it, `read SIZE` only that it was read.
 */

const [task, size = '0'] = process.argv.slice(2)

async function read(giant: Giant, bytes: number): Promise<void> {
  await readerOf(giant).read(bytesOf(giant.make(bytes)))
}

function count(giant: Giant, bytes: number): number {
  const input = bytesOf(giant.make(bytes))
  return countWork(() => void readerOf(giant).read(input))
}

for (const giant of GIANTS) {
  // Whatever is made once, such as presets, is made before anything is counted.
  await read(giant, Number(size))
  const work = task === 'count' ? [count(giant, Number(size)), count(giant, Number(size) * 2)] : []
  process.stdout.write(`${JSON.stringify({ name: `${giant.reader}: ${giant.name}`, work })}\n`)
}
