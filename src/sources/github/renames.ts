import type { Tree } from './reader.ts'
import { diffTrees, type PathChange } from './tree-diff.ts'

interface Sides {
  readonly mergeBaseTree: Tree
  readonly baseTree: Tree
  readonly changes: ReadonlyMap<string, PathChange>
}

/**
 * Whether merging could put anything elsewhere than the diff shows. Git follows renames only where a
 * side has deleted something: on the base, or on the branch while the base has added something. In any
 * other case a path that the branch leaves alone stays as the base has it.
 */
export function mayFollowRenames({ mergeBaseTree, baseTree, changes }: Sides): boolean {
  const meanwhile = [...diffTrees(mergeBaseTree, baseTree).values()]
  const isDeletion = (change: PathChange) => change.after === null
  const baseAdds = meanwhile.some((change) => change.before === null)
  return meanwhile.some(isDeletion) || (baseAdds && [...changes.values()].some(isDeletion))
}
