import type { TreeEntry } from '../../engine/evidence.ts'
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

/** Reads files of a commit through one `ls-tree` and one `cat-file` for all that is asked at the same time. */
export function readRevision(repository: Repository, name: string, commit: string): RevisionReader {
  const defects: BareFinding[] = []
  const listed = new Map<string, TreeEntry>()
  const list = askTogether((paths) => listFiles(repository, commit, paths))
  const load = askTogether((ids) => readSmallBlobs(repository, ids))
  return {
    name,
    defects,
    list: async (folder) => {
      const found = [...(await list([`${folder}/`]))].filter(([path]) => isIn(folder, path))
      for (const [path, entry] of found) listed.set(path, entry)
      return found.map(([path]) => path)
    },
    read: async (paths) => {
      const isKnown = paths.every((path) => listed.has(path))
      const entries = isKnown ? listed : await list(paths)
      const wanted = new Set(paths)
      const found = [...entries].filter(([path]) => wanted.has(path))
      const blobs = await load(found.map(([, { blob }]) => blob))
      const contents = new Map<string, Uint8Array>()
      for (const [path, { blob }] of found) {
        const content = blobs.get(blob)
        if (content !== undefined) contents.set(path, content)
        else defects.push(describeMissing(path, blob))
      }
      return contents
    },
  }
}

type Answers<T> = ReadonlyMap<string, T>

/** Puts questions that are asked at the same time into one, whose answers all of them get. */
function askTogether<T>(
  ask: (names: readonly string[]) => Promise<Answers<T>>,
): (names: readonly string[]) => Promise<Answers<T>> {
  const wanted = new Set<string>()
  let answers: Promise<Answers<T>> | null = null
  const askAll = () => {
    const names = [...wanted]
    wanted.clear()
    answers = null
    return ask(names)
  }
  return (names) => {
    for (const name of names) wanted.add(name)
    answers ??= new Promise<void>((asked) => setImmediate(asked)).then(askAll)
    return answers
  }
}

/** Those of the blobs that are there and no larger than anybody would write. */
async function readSmallBlobs(
  repository: Repository,
  ids: readonly string[],
): Promise<Answers<Uint8Array>> {
  const blobs = readBlobs(repository, ids, MAX_FILE_BYTES)
  const contents = new Map<string, Uint8Array>()
  for (const id of ids) {
    const { value } = await blobs.next()
    if (value instanceof Uint8Array) contents.set(id, value)
  }
  return contents
}

/** Whether a path is directly in the folder. */
function isIn(folder: string, path: string): boolean {
  return path.slice(0, path.lastIndexOf('/') + 1) === `${folder}/`
}

function describeMissing(path: string, blob: string): BareFinding {
  const evidence = { missing: 'the content of this file', blob }
  return { rule: 'evidence/incomplete', level: 'deny', path, evidence }
}
