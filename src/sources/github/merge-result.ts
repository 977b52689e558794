import type { BareFinding } from '../../engine/finding.ts'
import type { GitHubReader, Tree } from './reader.ts'
import type { Pull } from './schemas.ts'
import { diffTrees, type PathChange } from './tree-diff.ts'

interface Merge {
  readonly mergeBaseTree: Tree
  readonly baseTree: Tree
  readonly baseSha: string
  readonly changes: ReadonlyMap<string, PathChange>
}

/**
 * Paths that merging would change although the diff does not show them: git follows renames, of files
 * and of whole folders, that the base made meanwhile. Read from GitHub's test merge where that is one
 * of these two commits; until GitHub has made it, every place where git could follow a rename counts.
 */
export async function findHiddenMergeChanges(
  reader: GitHubReader,
  pull: Pull,
  merge: Merge,
): Promise<BareFinding[]> {
  if (merge.baseTree === merge.mergeBaseTree || pull.mergeable === false) return []
  const merged = await readTestMerge(reader, pull, merge.baseSha)
  const paths = merged === null ? findRenamable(merge) : findMoved(merged, merge)
  if (paths.length === 0) return []
  return [{ rule: 'evidence/ambiguous-base', level: 'deny', evidence: { paths } }]
}

async function readTestMerge(
  reader: GitHubReader,
  pull: Pull,
  baseSha: string,
): Promise<Tree | null> {
  if (pull.mergeable !== true || pull.merge_commit_sha == null) return null
  const commit = await reader.commit(pull.merge_commit_sha)
  const [base, head, ...others] = commit.parents.map((parent) => parent.sha)
  const isOurs = base === baseSha && head === pull.head.sha && others.length === 0
  return isOurs ? reader.tree(pull.merge_commit_sha) : null
}

function findMoved(merged: Tree, { baseTree, changes }: Merge): string[] {
  return [...diffTrees(baseTree, merged).keys()].filter((path) => !changes.has(path)).sort()
}

/**
 * Changed files that the base no longer has, and new files in folders that the base has emptied: had
 * the base renamed them, git would put the change somewhere else.
 */
function findRenamable({ mergeBaseTree, baseTree, changes }: Merge): string[] {
  const foldersThen = listFolders(mergeBaseTree)
  const foldersNow = listFolders(baseTree)
  const isEmptied = (folder: string) => foldersThen.has(folder) && !foldersNow.has(folder)
  return [...changes.values()]
    .filter(({ path, before, after }) => {
      if (after === null) return false
      return before === null ? foldersOf(path).some(isEmptied) : !baseTree.has(path)
    })
    .map(({ path }) => path)
    .sort()
}

function listFolders(tree: Tree): Set<string> {
  return new Set([...tree.keys()].flatMap(foldersOf))
}

/** `a/b` and `a` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
