import type { BareFinding } from '../../engine/finding.ts'
import type { FileReader } from '../trusted.ts'
import { readBlobs } from './blobs.ts'
import type { Repository } from './repository.ts'
import { listFiles } from './tree.ts'

/** Nobody writes a policy or plan near this size. */
const MAX_FILE_BYTES = 20_000_000

/** The files of a commit, and what of them is there but cannot be read. */
export interface RevisionReader extends FileReader {
  readonly defects: readonly BareFinding[]
}

/** Reads files of a commit through one `ls-tree` and one `cat-file` for each list of paths. */
export function readRevision(repository: Repository, name: string, commit: string): RevisionReader {
  const defects: BareFinding[] = []
  return {
    name,
    defects,
    list: async (folder) => [...(await listFiles(repository, commit, [`${folder}/`])).keys()],
    read: async (paths) => {
      const listed = [...(await listFiles(repository, commit, paths))]
      const ids = listed.map(([, { blob }]) => blob)
      const blobs = readBlobs(repository, ids, MAX_FILE_BYTES)
      const contents = new Map<string, Uint8Array>()
      for (const [path, { blob }] of listed) {
        const { value } = await blobs.next()
        if (value instanceof Uint8Array) contents.set(path, value)
        else defects.push(describeMissing(path, blob))
      }
      return contents
    },
  }
}

function describeMissing(path: string, blob: string): BareFinding {
  const evidence = { missing: 'the content of this file', blob }
  return { rule: 'evidence/incomplete', level: 'deny', path, evidence }
}
