import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** A file in an archive. Its name is whatever was put there: it is shown, never used as a path. */
export interface ZippedFile {
  readonly name: string
  /** Null when it is larger than is read. */
  readonly bytes: Uint8Array | null
}

/** An archive that cannot be trusted to hold what it says; the message completes "the archive …: ". */
export class BadArchive extends Error {
  override readonly name = 'BadArchive'
}

export interface ZipLimits {
  readonly entries: number
  /** Bytes of one unpacked file; a larger one is passed over. */
  readonly fileBytes: number
  /** Bytes of all unpacked files together. */
  readonly totalBytes: number
}

/** What one byte of an archive may unpack to; DEFLATE itself ends at 1,032. */
const MAX_RATIO = 1100
const SYMLINK = 0o120000
const FILE_TYPE = 0o170000

/**
 * The regular files of a ZIP archive in memory; nothing is written anywhere. Whoever made it may be an
 * attacker, so sizes are held to what the archive says beforehand, and what the archive says to limits.
 * @throws BadArchive when it is damaged, ambiguous or unpacks to more than is read.
 */
export async function unzip(bytes: Uint8Array, limits: ZipLimits): Promise<ZippedFile[]> {
  const zip = await open(bytes)
  if (zip.entryCount > limits.entries)
    throw new BadArchive(`it has more than ${limits.entries} entries`)
  const files = new Map<string, ZippedFile>()
  let total = 0
  for (const entry of await listEntries(zip)) {
    const { fileName: name } = entry
    if (!isRegularFile(entry)) continue
    if (files.has(name)) throw new BadArchive('it holds one name twice')
    const isRead = entry.uncompressedSize <= limits.fileBytes
    if (isRead) total += entry.uncompressedSize
    if (total > limits.totalBytes)
      throw new BadArchive(`it unpacks to more than ${limits.totalBytes} bytes`)
    files.set(name, { name, bytes: isRead ? await unpack(zip, entry) : null })
  }
  return [...files.values()]
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const options = {
    autoClose: false,
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  }
  return fromBufferPromise(Buffer.from(bytes), options).catch(() => {
    throw new BadArchive('it is no ZIP file')
  })
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch {
    throw new BadArchive('its list of files is damaged, or has names that lead elsewhere')
  }
  return entries
}

function isRegularFile({ fileName, externalFileAttributes }: Entry): boolean {
  const mode = externalFileAttributes >>> 16
  return !fileName.endsWith('/') && (mode & FILE_TYPE) !== SYMLINK
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) throw new BadArchive('it is encrypted')
  if (uncompressedSize > compressedSize * MAX_RATIO + 1024)
    throw new BadArchive('a file in it claims to unpack to more than it can')
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  } catch {
    throw new BadArchive('a file in it is damaged')
  }
  return Buffer.concat(chunks)
}
