import type { ListedEntry, Tree } from './reader.ts'

/** One path whose entry differs between two trees. */
export interface PathChange {
  readonly path: string
  readonly before: ListedEntry | null
  readonly after: ListedEntry | null
}

/** Every path whose mode or object differs, by path. */
export function diffTrees(before: Tree, after: Tree): Map<string, PathChange> {
  const changes = new Map<string, PathChange>()
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(path) ?? null
    const now = after.get(path) ?? null
    if (old?.blob !== now?.blob || old?.mode !== now?.mode)
      changes.set(path, { path, before: old, after: now })
  }
  return changes
}
