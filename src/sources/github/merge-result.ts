import type { BareFinding } from '../../engine/finding.ts'
import type { GitHubReader, ListedEntry } from './reader.ts'
import type { Pull } from './schemas.ts'
import { diffTrees, type PathChange } from './tree-diff.ts'

interface Merge {
  readonly baseSha: string
  readonly baseTree: ReadonlyMap<string, ListedEntry>
  readonly isFastForward: boolean
  readonly changes: ReadonlyMap<string, PathChange>
}

/**
 * Paths that merging would change although the diff does not show them, as git's detection of renamed
 * directories can bring about. Read from GitHub's test merge, when it is one of these two commits.
 */
export async function findHiddenMergeChanges(
  reader: GitHubReader,
  pull: Pull,
  { baseSha, baseTree, isFastForward, changes }: Merge,
): Promise<BareFinding[]> {
  const testMerge = pull.merge_commit_sha
  if (isFastForward || pull.mergeable !== true || testMerge == null) return []
  const commit = await reader.commit(testMerge)
  const parents = commit.parents.map((parent) => parent.sha)
  if (parents.length !== 2 || parents[0] !== baseSha || parents[1] !== pull.head.sha) return []
  const merged = await reader.tree(testMerge)
  const paths = [...diffTrees(baseTree, merged).keys()].filter((path) => !changes.has(path)).sort()
  return paths.length === 0
    ? []
    : [{ rule: 'evidence/ambiguous-base', level: 'deny', evidence: { paths } }]
}
