import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import type { ChainRecord } from '../engine/chain/format.ts'
import { sha256 } from '../engine/hash.ts'
import { parseJson } from '../engine/parsing/exact-json.ts'

/** The chain on disk is not the one that was being written. */
export class ChainLost extends Error {
  override readonly name = 'ChainLost'
}

/** Where a chain ends. */
export interface ChainEnd {
  readonly seq: number
  readonly prev: string
  readonly size: number
}

/** A record that is in the chain and not in the state: a process stopped between the two. */
export interface Recovered {
  readonly end: ChainEnd
  readonly records: readonly ChainRecord[]
}

/**
 * Appends lines in one write at the known end. What cannot be written wholly, as on a full disk, is
 * taken back, so that the chain never ends in half a record.
 * @throws ChainLost when the chain does not end where it should
 */
export function appendLines(path: string, size: number, lines: string): void {
  const file = openSync(path, size === 0 ? 'wx' : 'r+', 0o600)
  try {
    if (fstatSync(file).size !== size) throw new ChainLost(`"${path}" was changed by somebody else`)
    const bytes = Buffer.from(lines)
    try {
      writeWhole(file, bytes, size)
    } catch (error) {
      ftruncateSync(file, size)
      throw error
    }
  } finally {
    closeSync(file)
  }
}

function writeWhole(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync(file, bytes, done, bytes.length - done, position + done)
    if (written === 0) throw new Error('nothing more could be written')
    done += written
  }
}

/**
 * What stands in the chain after the known end: whole records are taken over once their hash, number
 * and link are right; half a line at the very end is cut off.
 * @throws ChainLost when the chain is shorter, or what follows is no continuation
 */
export function recoverTail(path: string, end: ChainEnd): Recovered {
  const file = openSync(path, 'r+')
  try {
    const { size } = fstatSync(file)
    if (size < end.size) throw new ChainLost(`"${path}" is shorter than what was written to it`)
    if (size === end.size) return { end, records: [] }
    const bytes = Buffer.alloc(size - end.size)
    readWhole(file, bytes, end.size)
    const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1)
    const recovered = followLines(path, end, whole.toString('utf8'))
    if (whole.length < bytes.length) ftruncateSync(file, recovered.end.size)
    return recovered
  } finally {
    closeSync(file)
  }
}

function readWhole(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, position + done)
    if (read === 0) throw new Error('the chain ended while it was read')
    done += read
  }
}

const LINE = /^\{"record":(\{.*\}),"record_hash":"([0-9a-f]{64})"\}$/

/** Follows whole lines from a known end, or from the beginning. @throws ChainLost at the first that does not fit. */
export function followLines(path: string, from: ChainEnd | null, text: string): Recovered {
  const records: ChainRecord[] = []
  let { seq, prev, size } = from ?? { seq: 0, prev: '', size: 0 }
  for (const line of text.split('\n').slice(0, -1)) {
    const [, written, hash] = LINE.exec(line) ?? []
    if (written === undefined || hash === undefined || sha256(written) !== hash)
      throw broken(path, seq)
    const record = parseJson(written) as ChainRecord
    const isFirst = from === null && seq === 0
    if (record.seq !== seq || (!isFirst && record.prev !== prev)) throw broken(path, seq)
    records.push(record)
    prev = hash
    seq += 1
    size += Buffer.byteLength(line) + 1
  }
  return { end: { seq, prev, size }, records }
}

function broken(path: string, seq: number): ChainLost {
  return new ChainLost(`record ${seq} of "${path}" is not the continuation of the one before`)
}
