import { createByteReader } from '../byte-reader.ts'
import { CannotStart } from '../cannot-start.ts'
import { startGit } from './git.ts'
import type { Repository } from './repository.ts'

/** What `git cat-file` says of an object. */
export interface ObjectInfo {
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** Type and size of each object that exists; what is missing is not in the map. */
export async function readObjectInfo(
  repository: Repository,
  ids: readonly string[],
): Promise<Map<string, ObjectInfo>> {
  const known = new Map<string, ObjectInfo>()
  if (ids.length === 0) return known
  for await (const { id, info } of readBatch(repository, '--batch-check', ids)) {
    if (info !== null) known.set(id, info)
  }
  return known
}

/**
 * The contents of blobs in the order asked for, through one process; null for what is missing, no
 * blob, or larger than `maxBytes`. The next is read only when the consumer wants it, so that memory
 * holds one at a time.
 */
export async function* readBlobs(
  repository: Repository,
  ids: readonly string[],
  maxBytes: number,
): AsyncGenerator<Uint8Array | null, void, undefined> {
  if (ids.length === 0) return
  for await (const { info, content } of readBatch(repository, '--batch', ids, maxBytes)) {
    yield info?.type === 'blob' ? content : null
  }
}

interface BatchAnswer {
  readonly id: string
  readonly info: ObjectInfo | null
  readonly content: Uint8Array | null
}

async function* readBatch(
  repository: Repository,
  mode: '--batch' | '--batch-check',
  ids: readonly string[],
  maxBytes = 0,
): AsyncGenerator<BatchAnswer, void, undefined> {
  const git = startGit(repository.objects, ['cat-file', mode, '--buffer'])
  // Nobody reads what git complains about: its answers tell, and a full pipe would stop it.
  git.stderr.resume()
  try {
    git.stdin.end(`${ids.join('\n')}\n`)
    const reader = createByteReader(git.stdout, async () => {
      await git.ended
      return damaged()
    })
    for (const id of ids) {
      const info = parseHeader(await reader.readLine(), id)
      const isSent = mode === '--batch' && info !== null
      const content = isSent && info.size <= maxBytes ? await reader.readBytes(info.size) : null
      if (isSent) await reader.skip(content === null ? info.size + 1 : 1)
      yield { id, info, content }
    }
  } finally {
    git.stop()
  }
}

const HEADER = /^([0-9a-f]+) (\w+) (\d+)$/

function parseHeader(line: string, id: string): ObjectInfo | null {
  const [, answered, type, size] = HEADER.exec(line) ?? []
  if (answered === id && type !== undefined) return { type, size: Number(size) }
  if (line === `${id} missing`) return null
  throw damaged()
}

function damaged(): CannotStart {
  return new CannotStart('git cat-file stopped half-way; run "git fsck" in the repository.')
}
