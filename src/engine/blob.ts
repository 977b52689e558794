import type { TreeEntry } from './evidence.ts'

/** A larger file is not read, by anybody: people do not read it either. */
export const MAX_BLOB_BYTES = 20_000_000

/** Whether an entry names a commit of another repository: of its content nothing is here. */
export function isSubmodule(entry: TreeEntry | null): boolean {
  return entry?.mode === '160000'
}
