import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText, type GitStore, output, withTemporary } from './git-store.ts'

/** One changed file as git sees it. */
export interface GitChange {
  readonly status: 'A' | 'M' | 'D' | 'R' | 'T'
  readonly path: string
  readonly previousPath: string | null
  /** Blob (or submodule commit) at head; for a deleted file the one before. */
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  /** Hunks only; null for binary files, mode changes, pure renames and empty files. */
  readonly patch: string | null
}

/** GitHub renders no diff of a file beyond this many bytes. */
const PATCH_LIMIT = 1_000_000

const DIFF = ['diff-tree', '-r', '-z', '--raw', '--numstat', '-p', '--no-abbrev', '-M', '-l1000']
const HERMETIC = ['--no-ext-diff', '--no-textconv', '--submodule=short', '--ignore-submodules=none']

/** The files that differ between two commits or trees, with attributes as they are at `to`. */
export function readChanges(store: GitStore, from: string, to: string): Promise<GitChange[]> {
  return store.once(`diff ${from} ${to}`, () =>
    withTemporary((dir) => runDiff(store, from, to, dir)),
  )
}

async function runDiff(store: GitStore, from: string, to: string, dir: string) {
  // git reads .gitattributes from the work tree or else from the index: an empty work tree and an
  // index of its own make it read those of `to`, whatever the test has checked out.
  const workTree = join(dir, 'empty')
  await mkdir(workTree)
  const options = { cwd: workTree, env: { GIT_INDEX_FILE: join(dir, 'index') } }
  const atWorkTree = `--work-tree=${workTree}`
  // A tree git refuses to index (a path such as `.git/config`) is diffed without attributes.
  await store.run([atWorkTree, 'read-tree', to], options)
  return parseDiff(await output(store, [atWorkTree, ...DIFF, ...HERMETIC, from, to], options))
}

interface RawEntry {
  readonly status: string
  readonly path: string
  readonly previousPath: string | null
  readonly sha: string
}

/** Reads raw records, then as many line counts, then the patch, all from one output. */
function parseDiff(bytes: Buffer): GitChange[] {
  const reader = readFields(bytes)
  const entries: RawEntry[] = []
  while (reader.peek() === ':') entries.push(readRawEntry(reader.next))
  const counts = entries.map(() => readCounts(reader.next))
  const sections = splitSections(reader.rest())
  return entries.map((entry, index) => {
    const { additions, deletions } = counts[index] ?? { additions: 0, deletions: 0 }
    const patch = takePatch(sections, entry.status)
    const status = entry.status as GitChange['status']
    return { ...entry, status, additions, deletions, patch }
  })
}

interface FieldReader {
  readonly peek: () => string
  readonly next: () => string
  readonly rest: () => Buffer
}

function readFields(bytes: Buffer): FieldReader {
  let position = 0
  return {
    peek: () => String.fromCharCode(bytes[position] ?? 0),
    next: () => {
      const end = bytes.indexOf(0, position)
      const field = decodeText(bytes.subarray(position, end))
      position = end + 1
      return field
    },
    rest: () => bytes.subarray(bytes[position] === 0 ? position + 1 : position),
  }
}

function readRawEntry(next: () => string): RawEntry {
  const [, , before = '', after = '', score = ''] = next().split(' ')
  const status = score.charAt(0)
  const first = next()
  const renamed = status === 'R'
  return {
    status,
    path: renamed ? next() : first,
    previousPath: renamed ? first : null,
    sha: status === 'D' ? before : after,
  }
}

function readCounts(next: () => string): { additions: number; deletions: number } {
  const [added = '', removed = '', path = ''] = splitTwice(next())
  if (path === '') {
    next()
    next()
  }
  return { additions: Number(added) || 0, deletions: Number(removed) || 0 }
}

function splitTwice(field: string): string[] {
  const first = field.indexOf('\t')
  const second = field.indexOf('\t', first + 1)
  return [field.slice(0, first), field.slice(first + 1, second), field.slice(second + 1)]
}

/** Content lines carry a prefix and odd names are quoted, so a line `diff --git` always starts a file. */
function splitSections(patch: Buffer): Buffer[] {
  const sections: Buffer[] = []
  for (let start = patch.indexOf('diff --git '); start >= 0 && start < patch.length; ) {
    const next = patch.indexOf('\ndiff --git ', start)
    const end = next < 0 ? patch.length : next + 1
    sections.push(patch.subarray(start, end))
    start = end
  }
  return sections
}

/** A file that became a link (or the reverse) has two sections: everything removed, everything added. */
function takePatch(sections: Buffer[], status: string): string | null {
  const own = sections.splice(0, status === 'T' ? 2 : 1)
  const hunks = own.map(readHunks).filter((text) => text !== '')
  const size = hunks.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (hunks.length === 0 || size > PATCH_LIMIT) return null
  return hunks.join('').replace(/\n$/, '')
}

function readHunks(section: Buffer): string {
  const start = section.indexOf('\n@@ ')
  return start < 0 ? '' : decodeText(section.subarray(start + 1))
}
