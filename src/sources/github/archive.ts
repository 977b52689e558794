import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createByteReader } from '../byte-reader.ts'
import { type GitHubReader, type ListedEntry, sizeOf, type Tree } from './reader.ts'

/** The contents of blobs by their ids. */
export type Contents = ReadonlyMap<string, Uint8Array>

/** A commit and what its tree lists. */
export interface Snapshot {
  readonly commit: string
  readonly tree: Tree
}

/** With fewer, asking for each is as fast: an archive is packed while one waits. */
const MIN_BLOBS = 100
/** An archive holds the whole repository, so a large one is not asked for. */
const MAX_TREE_BYTES = 250_000_000
/** What is found is held in memory until it is judged. */
const MAX_FOUND_BYTES = 64_000_000
const MAX_ARCHIVE_BYTES = 100_000_000

/**
 * Looks for many blobs in the archive of a commit: one request in the place of hundreds. What an archive holds is
 * up to its author (attributes leave files out and rewrite them), so a content counts only for the blob id that it
 * hashes to, whatever name it stands under. What is not found is simply not there: it has to be asked for by its id.
 */
export async function readFromArchive(
  reader: GitHubReader,
  { commit, tree }: Snapshot,
  blobs: readonly ListedEntry[],
): Promise<Contents> {
  const wanted = new Map(blobs.map((entry) => [entry.blob, sizeOf(entry)]))
  const isWorthIt =
    wanted.size >= MIN_BLOBS &&
    sum(wanted.values()) <= MAX_FOUND_BYTES &&
    sum([...tree.values()].map(sizeOf)) <= MAX_TREE_BYTES
  if (!isWorthIt) return new Map()
  try {
    return await findBlobs(await reader.archive(commit, MAX_ARCHIVE_BYTES), wanted)
  } catch {
    // Refused, cut short or no archive: the blobs themselves are still there to be read.
    return new Map()
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** The wanted blobs in a gzipped tar archive. @throws Error when it is none, or is larger than trees are. */
async function findBlobs(
  archive: Uint8Array,
  wanted: ReadonlyMap<string, number>,
): Promise<Contents> {
  const sizes = new Set(wanted.values())
  const found = new Map<string, Uint8Array>()
  for await (const content of readFiles(archive, (size) => sizes.has(size))) {
    for (const id of hashBlob(content)) if (wanted.has(id)) found.set(id, content)
    if (found.size === wanted.size) break
  }
  return found
}

/** Under either of git's object formats. */
function hashBlob(content: Uint8Array): string[] {
  const hash = (algorithm: string) =>
    createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex')
  return [hash('sha1'), hash('sha256')]
}

const BLOCK = 512
/** Headers and padding come on top of contents. */
const MAX_TAR_BYTES = 2 * MAX_TREE_BYTES

/** Where a tar header has what is read of it (POSIX, pax: ustar interchange format). */
const SIZE = { start: 124, end: 136 }
const TYPE = 156
const REGULAR = new Set([0, '0'.charCodeAt(0)])

async function* readFiles(
  archive: Uint8Array,
  isWanted: (size: number) => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  const tar = Readable.from([archive]).pipe(createGunzip())
  try {
    const reader = createByteReader(tar, async () => new RangeError('the archive is cut short'))
    for (let total = 0; total <= MAX_TAR_BYTES; ) {
      const header = await reader.readBytes(BLOCK)
      if (header.every((byte) => byte === 0)) return
      const size = readSize(header)
      const padded = Math.ceil(size / BLOCK) * BLOCK
      total += BLOCK + padded
      const isTaken = REGULAR.has(header[TYPE] ?? -1) && isWanted(size)
      if (isTaken) yield await reader.readBytes(size)
      await reader.skip(isTaken ? padded - size : padded)
    }
    throw new RangeError('the archive is larger than the tree that it is of')
  } finally {
    tar.destroy()
  }
}

function readSize(header: Buffer): number {
  const text = header.toString('latin1', SIZE.start, SIZE.end).replace(/[\0 ]+$/, '')
  if (!/^[0-7]+$/.test(text)) throw new RangeError('the archive has an entry without a size')
  return Number.parseInt(text, 8)
}
