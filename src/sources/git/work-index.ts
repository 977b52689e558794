import { copyFileSync, lstatSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { FinalFile } from '../../engine/chain/format.ts'
import { AUDIT_FOLDER } from '../../engine/places.ts'
import { Unreadable } from '../unreadable.ts'
import {
  isSameEntry,
  listChanged,
  ownIndexOf,
  readEntries,
  runOn,
  type WorkTree,
} from './run-on-index.ts'
import { dropStaged, lookAtStaged, NOTHING_STAGED, takeStaged } from './staged.ts'

/** A changed file: its blob as git would store it, or null when it is gone. */
export type Blobs = ReadonlyMap<string, string | null>

/** Begins an index of the work tree as it is now; what was changed before is nobody's change. */
export async function beginIndex(tree: WorkTree): Promise<void> {
  copyIndex(ownIndexOf(tree).index, tree.index)
  if (isBegun(tree)) await clearFlags(tree)
  else await runOn(tree, ['read-tree', '--empty'])
  dropStaged(tree)
  const { settle } = await lookAtChanges(tree)
  settle()
}

/** Deletes a recorder's index and what belongs to it. */
export function dropIndex(tree: WorkTree): void {
  for (const ending of ['', '.lock', '.next', '.next.lock'])
    rmSync(`${tree.index}${ending}`, { force: true })
  dropStaged(tree)
}

/**
 * Lets git look at files that it was told to pass over. Those that are not there, as in a sparse work
 * tree, stay as they are: they were not deleted.
 */
async function clearFlags(tree: WorkTree): Promise<void> {
  const flagged = (await runOn(tree, ['ls-files', '-z', '-v']))
    .split('\0')
    .filter((record) => /^[a-zS] /.test(record))
    .map((record) => record.slice(2))
    .filter((path) => lstatSync(join(tree.root, path), { throwIfNoEntry: false }) !== undefined)
  if (flagged.length === 0) return
  const input = flagged.map((path) => `${path}\0`).join('')
  for (const option of ['--no-assume-unchanged', '--no-skip-worktree'])
    await runOn(tree, ['update-index', option, '-z', '--stdin'], input)
}

/** Whether there is an earlier look to compare with. */
export function isBegun({ index }: WorkTree): boolean {
  return statSync(index, { throwIfNoEntry: false }) !== undefined
}

/** With the time of the original, by which git tells what it has to look at twice. */
export function copyIndex(from: string, to: string): void {
  const stats = statSync(from, { throwIfNoEntry: false })
  if (stats === undefined) {
    rmSync(to, { force: true })
    return
  }
  copyFileSync(from, to)
  const seconds = Math.floor(stats.mtimeMs / 1000)
  utimesSync(to, seconds, seconds)
}

/** The blobs of files as they are now, known to have changed or not. */
export async function readBlobsNow(tree: WorkTree, paths: readonly string[]): Promise<Blobs> {
  if (paths.length === 0) return new Map()
  await updateIndex(tree, paths)
  const entries = await readEntries(tree, paths)
  return new Map(paths.map((path) => [path, entries.get(path)?.blob ?? null]))
}

/** How the user's own index looks from outside; it changes whenever something is added or committed. */
export function stampIndex({ gitDir }: Pick<WorkTree, 'gitDir'>): string {
  const stats = statSync(join(gitDir, 'index'), { throwIfNoEntry: false })
  return stats === undefined ? 'none' : `${stats.mtimeMs}-${stats.size}-${stats.ino}`
}

/** What was seen at a look. */
export interface Look {
  readonly blobs: Blobs
  /** Makes what was seen known; without that, the next look sees it again. */
  settle(): void
}

/**
 * Every file that changed since the last look that was settled, ignored ones only when somebody added
 * them to the index all the same, and what only the user's own index shows.
 * @param withIndex whether the user's own index may have changed, too
 * @throws Unreadable when git cannot read the work tree
 */
export async function lookAtChanges(tree: WorkTree, withIndex = true): Promise<Look> {
  const [changed, forced, staged] = await Promise.all([
    listChanged(tree),
    withIndex ? listForced(tree) : [],
    withIndex ? lookAtStaged(tree) : NOTHING_STAGED,
  ])
  const candidates = [...new Set([...changed, ...forced, ...staged.paths])].filter(isWork).sort()
  const before = await readEntriesIfAny(tree, candidates)
  const [isChanged, isForced] = [new Set(changed), new Set(forced)]
  const doubtful = candidates.filter(
    (path) => isChanged.has(path) || (isForced.has(path) && !before.has(path)),
  )
  const isQuiet = doubtful.length === 0 && !staged.isNewsTo(before)
  if (isQuiet) return { blobs: new Map(), settle: staged.settle }
  const next = { ...tree, index: `${tree.index}.next` }
  copyIndex(tree.index, next.index)
  if (doubtful.length > 0) await updateIndex(next, doubtful)
  await takeStaged(next, staged, await readEntries(next, candidates))
  const after = await readEntries(next, candidates)
  // Git names a link again that it looked at within the same tick of the clock.
  const news = candidates.filter((path) => !isSameEntry(before.get(path), after.get(path)))
  const settle = () => {
    renameSync(next.index, tree.index)
    staged.settle()
  }
  return { blobs: new Map(news.map((path) => [path, after.get(path)?.blob ?? null])), settle }
}

function readEntriesIfAny(tree: WorkTree, paths: readonly string[]) {
  return paths.length === 0 ? new Map<string, FinalFile>() : readEntries(tree, paths)
}

function isWork(path: string): boolean {
  return !path.startsWith(`${AUDIT_FOLDER}/`)
}

/** Files that are ignored and yet in the user's own index. */
async function listForced(tree: WorkTree): Promise<string[]> {
  const listed = await runOn(ownIndexOf(tree), [
    'ls-files',
    '-z',
    '--cached',
    '--ignored',
    '--exclude-standard',
  ])
  return listed.split('\0').slice(0, -1)
}

/** Object ids are worked out and no object is written. */
async function updateIndex(tree: WorkTree, paths: readonly string[]): Promise<void> {
  const options = ['--add', '--remove', '--replace', '--info-only', '-z', '--stdin']
  await runOn(tree, ['update-index', ...options], paths.map((path) => `${path}\0`).join(''))
}

/**
 * Every path whose content in the index differs from a commit, with its final state; without the
 * audit trail itself.
 * @throws Unreadable when the commit cannot be read
 */
export async function compareWith(tree: WorkTree, commit: string): Promise<Map<string, FinalFile>> {
  const options = ['--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--end-of-options']
  const fields = (await runOn(tree, ['diff-index', ...options, commit])).split('\0')
  const files = new Map<string, FinalFile>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode, blob] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) /.exec(fields[at] ?? '') ?? []
    const path = fields[at + 1]
    if (mode === undefined || blob === undefined || path === undefined)
      throw new Unreadable('the changed files', 'git diff-index answered in an unknown form')
    const isGone = mode === '000000'
    if (isWork(path)) files.set(path, isGone ? { mode: null, blob: null } : { mode, blob })
  }
  return files
}

/**
 * Adds one file to the user's own index, ignored or not.
 * @throws Unreadable when git refuses
 */
export async function stageFile(tree: WorkTree, path: string): Promise<void> {
  await runOn(ownIndexOf(tree), ['add', '--force', '--sparse', '--', path])
}
