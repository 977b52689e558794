import type { HeadReading } from '../../engine/evidence.ts'
import { describeHead, isPlanEntry } from '../head-reading.ts'
import { mapConcurrently } from './concurrently.ts'
import type { Branch } from './history.ts'
import { type GitHubReader, isGone, type ListedEntry } from './reader.ts'
import { readAhead } from './remember.ts'
import { diffTrees, type PathChange } from './tree-diff.ts'

type Tree = ReadonlyMap<string, ListedEntry>

const CONCURRENT_READS = 4

/** A head by its difference from the commit where it left the base. */
export function toHeadReading(changes: Iterable<PathChange>, headTree: Tree): HeadReading {
  const plans = [...headTree].filter(([path, { mode }]) => isPlanEntry(path) && isFile(mode))
  return describeHead(
    Array.from(changes, (change) => ({ ...change, previousPath: null })),
    new Map(plans.map(([path, { blob }]) => [path, blob])),
  )
}

function isFile(mode: string): boolean {
  return mode === '100644' || mode === '100755'
}

/** The present comparison, in whose terms past heads are read. */
export interface Present {
  readonly baseSha: string
  readonly branch: Branch
}

/** Asks early where past heads left the base, as far as the present branch does not tell. */
export function locateAhead(reader: GitHubReader, present: Present, shas: readonly string[]): void {
  for (const sha of shas) readAhead(findMergeBase(reader, present, sha))
}

/** Reads past heads onto the present base. One that GitHub no longer has is left out. */
export async function readPastHeads(
  reader: GitHubReader,
  present: Present,
  shas: readonly string[],
): Promise<Map<string, HeadReading>> {
  const readings = await mapConcurrently(shas, CONCURRENT_READS, (sha) =>
    readPastHead(reader, present, sha).catch((error: unknown) => {
      if (isGone(error)) return null
      throw error
    }),
  )
  const found = shas.flatMap((sha, at) => {
    const reading = readings[at]
    return reading == null ? [] : [[sha, reading] as const]
  })
  return new Map(found)
}

async function readPastHead(
  reader: GitHubReader,
  present: Present,
  sha: string,
): Promise<HeadReading> {
  const headTree = reader.tree(sha)
  readAhead(headTree)
  const mergeBaseTree = await reader.tree(await findMergeBase(reader, present, sha))
  return toHeadReading(diffTrees(mergeBaseTree, await headTree).values(), await headTree)
}

/** What is on a branch that leaves the base at one place only left it there, too. */
async function findMergeBase(
  reader: GitHubReader,
  { baseSha, branch }: Present,
  sha: string,
): Promise<string> {
  const { commits, otherParents, mergeBase } = branch
  const leavesBaseOnce =
    otherParents.length === 0 && commits.every(({ parents }) => parents.length > 0)
  const isOnBranch = commits.some((commit) => commit.sha === sha)
  return isOnBranch && leavesBaseOnce ? mergeBase : reader.mergeBase(baseSha, sha)
}
