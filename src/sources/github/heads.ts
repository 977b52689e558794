import type { HeadReading } from '../../engine/evidence.ts'
import { describeHead } from '../head-reading.ts'
import { isGone } from './ask.ts'
import { mapConcurrently } from './concurrently.ts'
import type { Branch } from './history.ts'
import type { GitHubReader } from './reader.ts'
import { readAhead } from './remember.ts'
import { diffTrees, type PathChange } from './tree-diff.ts'

const CONCURRENT_READS = 4

/** A head by its difference from the commit where it left the base. */
export function toHeadReading(changes: Iterable<PathChange>): HeadReading {
  return describeHead(Array.from(changes, (change) => ({ ...change, previousPath: null })))
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
  return toHeadReading(diffTrees(mergeBaseTree, await headTree).values())
}

async function findMergeBase(
  reader: GitHubReader,
  { baseSha, branch }: Present,
  sha: string,
): Promise<string> {
  const [place, ...others] = findPlacesOfLeaving(branch, sha)
  return place !== undefined && others.length === 0 ? place : reader.mergeBase(baseSha, sha)
}

/**
 * The commits of the base that an earlier commit of the branch builds on, as far as the branch tells.
 * A single one is the merge base: everything else it builds on is the branch's own.
 */
function findPlacesOfLeaving({ commits }: Branch, sha: string): string[] {
  const parentsOf = new Map(commits.map((it) => [it.sha, it.parents.map((parent) => parent.sha)]))
  if (!parentsOf.has(sha)) return []
  const reached = new Set([sha])
  for (const commit of reached)
    for (const parent of parentsOf.get(commit) ?? []) reached.add(parent)
  return [...reached].filter((commit) => !parentsOf.has(commit))
}
