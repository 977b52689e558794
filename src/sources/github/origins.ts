import type { OriginReader } from '../chain-origins.ts'
import { isGone } from './ask.ts'
import type { GitHubReader } from './reader.ts'
import { readRevision } from './revision.ts'

/** Looks up where chains start through the API; the merge base itself costs nothing more. */
export function originReader(reader: GitHubReader, mergeBase: string): OriginReader {
  return {
    isAncestor: async (commit) => {
      if (commit === mergeBase) return true
      try {
        const { status } = await reader.compare(commit, mergeBase)
        return status === 'ahead' || status === 'identical'
      } catch (error) {
        if (isGone(error)) return null
        throw error
      }
    },
    filesAt: async (commit) => readRevision(reader, 'origin', await reader.tree(commit)),
  }
}
