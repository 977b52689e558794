import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of a work tree, without ever following a link: one that a branch brought along could lead
 * anywhere on this machine.
 */
export interface WorkTree {
  /** An absolute path. */
  readonly root: string
  /** What is at a path now. */
  inspect(path: string): Place
  /** A regular file's text; null when there is none, or none that is worth reading. */
  read(path: string): string | null
  /** The names of the regular files directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): readonly string[]
}

export type Place =
  | { readonly kind: 'free' }
  /** Something is there already, such as "a file". */
  | { readonly kind: 'taken'; readonly what: string }
  /** A part of the path is no folder of this repository. */
  | { readonly kind: 'obstructed'; readonly by: string; readonly what: string }

/** What is larger is no file that a person wrote. */
const MAX_BYTES = 512 * 1024
const MAX_FILES = 500

/** A work tree by the absolute path of its top. */
export function openWorkTree(root: string): WorkTree {
  const inspect = (path: string) => inspectPath(root, path)
  const isA = (path: string, what: string) => {
    const place = inspect(path)
    return place.kind === 'taken' && place.what === what
  }
  return {
    root,
    inspect,
    read: (path) => (isA(path, 'a file') ? readText(join(root, path)) : null),
    list: (folder) => (isA(folder, 'a folder') ? listFiles(join(root, folder)) : []),
  }
}

function inspectPath(root: string, path: string): Place {
  const parts = path.split('/')
  for (const at of parts.keys()) {
    const part = parts.slice(0, at + 1).join('/')
    const what = look(join(root, part))
    if (what === 'nothing') return { kind: 'free' }
    if (at === parts.length - 1) return { kind: 'taken', what }
    if (what !== 'a folder') return { kind: 'obstructed', by: part, what }
  }
  return { kind: 'free' }
}

/** What is there; of a link the link itself. */
function look(path: string): string {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats === undefined ? 'nothing' : describe(stats)
  } catch {
    return 'something that cannot be looked at'
  }
}

function describe(stats: Stats): string {
  if (stats.isFile()) return 'a file'
  if (stats.isSymbolicLink()) return 'a symbolic link'
  return stats.isDirectory() ? 'a folder' : 'neither file nor folder'
}

function readText(path: string): string | null {
  try {
    if (lstatSync(path).size > MAX_BYTES) return null
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function listFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    return files.sort().slice(0, MAX_FILES)
  } catch {
    return []
  }
}
