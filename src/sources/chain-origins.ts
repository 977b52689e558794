import type { ChainReading } from '../engine/chain/reading.ts'
import type { ChainOrigin } from '../engine/evidence.ts'
import { sha256 } from '../engine/hash.ts'
import type { FileReader } from './trusted.ts'

/** More sessions than this behind one change, and nobody can have followed them; each costs some reads. */
const MAX_ORIGINS = 20
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** How a source looks a commit up. */
export interface OriginReader {
  /** Whether it is the merge base or one of its ancestors; null when there is no such commit. */
  isAncestor(commit: string): Promise<boolean | null>
  /** The files of such a commit. */
  filesAt(commit: string): Promise<FileReader>
}

/**
 * Looks up the commits that the change's chains claim to start from, and the merge base to hold them
 * against. What a chain says is its author's word; whether the commit is there, and which policy stood
 * there, is not.
 */
export async function readChainOrigins(
  reader: OriginReader,
  mergeBase: string,
  readings: readonly ChainReading[],
  policyPath: string,
): Promise<Map<string, ChainOrigin>> {
  const claimed = readings.flatMap(({ genesis }) => genesis?.base_sha ?? [])
  if (claimed.length === 0) return new Map()
  const others = claimed.filter((commit) => COMMIT.test(commit)).sort()
  const commits = [...new Set([mergeBase, ...others])]
  const origins = await Promise.all(
    commits.slice(0, MAX_ORIGINS + 1).map(async (commit) => {
      const origin = await readOrigin(reader, commit, policyPath)
      return origin === null ? [] : [[commit, origin] as const]
    }),
  )
  return new Map(origins.flat())
}

async function readOrigin(
  reader: OriginReader,
  commit: string,
  policyPath: string,
): Promise<ChainOrigin | null> {
  const isAncestor = await reader.isAncestor(commit)
  if (isAncestor === null) return null
  // What stands at a commit of somebody else's is of no interest, and may be large.
  if (!isAncestor) return { isAncestor, policySha256: '' }
  const files = await (await reader.filesAt(commit)).read([policyPath])
  return { isAncestor, policySha256: sha256(files.get(policyPath) ?? new Uint8Array()) }
}
