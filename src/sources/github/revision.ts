import type { FileReader } from '../trusted.ts'
import type { GitHubReader, ListedEntry } from './reader.ts'

const REGULAR_FILE = /^100(644|755)$/

/** The files of one tree as the shared readers of policy and plans want them. */
export function readRevision(
  reader: GitHubReader,
  name: string,
  tree: ReadonlyMap<string, ListedEntry>,
): FileReader {
  const regular = (path: string) => {
    const entry = tree.get(path)
    return entry !== undefined && REGULAR_FILE.test(entry.mode) ? entry : null
  }
  return {
    name,
    read: async (path) => {
      const entry = regular(path)
      return entry === null ? null : reader.blob(entry.blob)
    },
    list: async (folder) => {
      const prefix = `${folder}/`
      return [...tree.keys()].filter(
        (path) =>
          path.startsWith(prefix) &&
          !path.slice(prefix.length).includes('/') &&
          regular(path) !== null,
      )
    },
  }
}
