import type { FileReader } from '../trusted.ts'
import { mapConcurrently } from './concurrently.ts'
import type { GitHubReader, Tree } from './reader.ts'

const CONCURRENT_READS = 16
const REGULAR_FILE = /^100(644|755)$/

/** The files of one tree as the shared readers of policy and plans want them. */
export function readRevision(reader: GitHubReader, name: string, tree: Tree): FileReader {
  const isRegular = (path: string) => REGULAR_FILE.test(tree.get(path)?.mode ?? '')
  return {
    name,
    read: async (paths) => {
      const found = paths.filter(isRegular)
      const blobs = await mapConcurrently(found, CONCURRENT_READS, (path) =>
        reader.blob(tree.get(path)?.blob ?? ''),
      )
      return new Map(found.map((path, at) => [path, blobs[at] as Uint8Array]))
    },
    list: async (folder) => {
      const prefix = `${folder}/`
      const isDirect = (path: string) =>
        path.startsWith(prefix) && !path.slice(prefix.length).includes('/')
      return [...tree.keys()].filter((path) => isDirect(path) && isRegular(path))
    },
  }
}
