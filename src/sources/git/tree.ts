import type { TreeEntry } from '../../engine/evidence.ts'
import { CannotStart } from '../cannot-start.ts'
import { type Repository, readObjects } from './repository.ts'

/** A change between two trees as `git diff-tree --raw -z` gives it. */
export interface RawChange {
  /** A, D, M, T (type changed) or R; other letters only if git grows new ones. */
  readonly letter: string
  readonly before: TreeEntry | null
  readonly after: TreeEntry | null
  readonly path: string
  /** The old name of a renamed file. */
  readonly previousPath: string | null
}

/** Git's own limit for looking for renames; beyond it they are a deletion and an addition. */
const RENAME_LIMIT = 1000
const DIFF_TREE = ['diff-tree', '-r', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv']

/**
 * Every difference between two trees, in git's order. Names are bytes that the author chose; what
 * is not UTF-8 becomes U+FFFD, which makes a name unsafe. Throws `CannotStart` on missing trees.
 */
export async function readTreeChanges(
  repository: Repository,
  from: string,
  to: string,
): Promise<RawChange[]> {
  const compare = (...renames: string[]) =>
    readObjects(repository, [...DIFF_TREE, '--raw', ...renames, '--end-of-options', from, to])
  // Looking for renames reads contents; that some are missing is told of each file later.
  const output = await compare('-M', `-l${RENAME_LIMIT}`).catch(() => compare('--no-renames'))
  return parseRawChanges(output.toString('utf8').split('\0'))
}

/** The names that differ between two trees, renames not followed. */
export async function readChangedNames(
  repository: Repository,
  from: string,
  to: string,
): Promise<string[]> {
  const options = ['--name-only', '--no-renames', '--end-of-options']
  const output = await readObjects(repository, [...DIFF_TREE, ...options, from, to])
  return output.toString('utf8').split('\0').slice(0, -1)
}

const META = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/
const NOTHING = '000000'

function parseRawChanges(fields: readonly string[]): RawChange[] {
  const changes: RawChange[] = []
  let at = 0
  const take = () => {
    const field = fields[at]
    at += 1
    if (field === undefined || field === '') {
      throw new CannotStart('git diff-tree ended in the middle of a record; update git.')
    }
    return field
  }
  // The last field is the empty one after the last NUL.
  while (at < fields.length - 1) {
    const meta = META.exec(take())
    if (meta === null)
      throw new CannotStart('git diff-tree answered in an unknown form; update git.')
    const [, modeBefore, modeAfter, blobBefore, blobAfter, letter = ''] = meta
    const previousPath = letter === 'R' || letter === 'C' ? take() : null
    changes.push({
      letter,
      before: readEntry(modeBefore, blobBefore),
      after: readEntry(modeAfter, blobAfter),
      path: take(),
      previousPath,
    })
  }
  return changes
}

function readEntry(mode = NOTHING, blob = ''): TreeEntry | null {
  return mode === NOTHING ? null : { mode, blob }
}

export function isRegularFile(entry: TreeEntry): boolean {
  return entry.mode.startsWith('100')
}

const MAX_PATH_LENGTH = 4096

/**
 * The regular files at exactly these paths of a commit; a path that ends in `/` stands for the files
 * directly in that directory. Links are not followed. Throws `CannotStart` when trees are missing.
 */
export async function listFiles(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, TreeEntry>> {
  const asked = paths.filter(isTreePath)
  if (asked.length === 0) return new Map()
  const list = ['ls-tree', '-z', '--full-tree', commit, '--']
  const output = (await readObjects(repository, [...list, ...asked])).toString('utf8')
  const entries = output.split('\0').slice(0, -1).map(parseListedEntry)
  return new Map(entries.filter(([, entry]) => isRegularFile(entry)))
}

/** Whether a tree can hold the path; one that a file from the pull request names may be anything. */
function isTreePath(path: string): boolean {
  const segments = path.replace(/\/$/, '').split('/')
  return (
    path.length <= MAX_PATH_LENGTH &&
    !path.includes('\0') &&
    !segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  )
}

function parseListedEntry(record: string): [path: string, entry: TreeEntry] {
  const tab = record.indexOf('\t')
  const [mode = '', , blob = ''] = record.slice(0, tab).split(' ')
  return [record.slice(tab + 1), { mode, blob }]
}
