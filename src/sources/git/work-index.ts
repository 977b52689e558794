import { copyFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Unreadable } from '../unreadable.ts'
import { type GitPlace, startGit } from './git.ts'

/**
 * A recorder's own index of a work tree: what the files were like when it last looked. Git compares
 * by time and size and reads only what differs, so looking costs one process while nothing changed.
 * Nothing is written to the repository but this file; no hook, monitor or cache of it is used.
 */
export interface WorkTree {
  readonly root: string
  readonly gitDir: string
  /** Path of the recorder's own index. */
  readonly index: string
}

/** A changed file: its blob as git would store it, or null when it is gone. */
export type Blobs = ReadonlyMap<string, string | null>

export interface FinalEntry {
  readonly blob: string | null
  readonly mode: string | null
}

const FIXED_SETTINGS = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.untrackedCache', 'false'],
  ['core.splitIndex', 'false'],
  ['core.quotePath', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

const AUDIT_FOLDER = '.countersign/audit/'

/** Begins an index of the work tree as it is now; what was changed before is nobody's change. */
export async function beginIndex(tree: WorkTree): Promise<void> {
  copyIndex(join(tree.gitDir, 'index'), tree.index)
  if (!isBegun(tree)) await runOn(tree, ['read-tree', '--empty'])
  const { settle } = await lookAtChanges(tree)
  settle()
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

const NOTHING_NEW: Look = { blobs: new Map(), settle: () => {} }

/**
 * Every file that changed since the last look that was settled, ignored ones only when somebody added
 * them to the index all the same.
 * @param withIndex whether the user's own index may have changed, too
 * @throws Unreadable when git cannot read the work tree
 */
export async function lookAtChanges(tree: WorkTree, withIndex = true): Promise<Look> {
  const [changed, forced] = await Promise.all([
    listChanged(tree),
    withIndex ? listForced(tree) : [],
  ])
  const candidates = [...new Set([...changed, ...forced])].filter(isWork).sort()
  if (candidates.length === 0) return NOTHING_NEW
  const before = await readEntries(tree, candidates)
  const seen = new Set(changed)
  const doubtful = candidates.filter((path) => seen.has(path) || !before.has(path))
  if (doubtful.length === 0) return NOTHING_NEW
  const next = { ...tree, index: `${tree.index}.next` }
  copyIndex(tree.index, next.index)
  await updateIndex(next, doubtful)
  const after = await readEntries(next, doubtful)
  const news = doubtful.filter((path) => !isSame(before.get(path), after.get(path)))
  return {
    blobs: new Map(news.map((path) => [path, after.get(path)?.blob ?? null])),
    settle: () => renameSync(next.index, tree.index),
  }
}

function isWork(path: string): boolean {
  return !path.startsWith(AUDIT_FOLDER)
}

/** Git names a link again that it looked at within the same tick of the clock. */
function isSame(before: FinalEntry | undefined, after: FinalEntry | undefined): boolean {
  return before?.blob === after?.blob && before?.mode === after?.mode
}

/** Nested repositories end in `/`. Names that are not UTF-8 cannot be told apart: the gate refuses them. */
async function listChanged(tree: WorkTree): Promise<string[]> {
  const options = ['-z', '-t', '--modified', '--deleted', '--others', '--exclude-standard']
  const records = await runOn(tree, ['ls-files', ...options])
  return records
    .split('\0')
    .slice(0, -1)
    .map((record) => record.slice(2))
    .filter((path) => !path.endsWith('/') && !path.includes('\ufffd'))
}

/** Files that are ignored and yet in the user's own index. */
async function listForced(tree: WorkTree): Promise<string[]> {
  const own = { ...tree, index: join(tree.gitDir, 'index') }
  const listed = await runOn(own, ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard'])
  return listed.split('\0').slice(0, -1)
}

/** Object ids are worked out and no object is written. */
async function updateIndex(tree: WorkTree, paths: readonly string[]): Promise<void> {
  const options = ['--add', '--remove', '--replace', '--info-only', '-z', '--stdin']
  await runOn(tree, ['update-index', ...options], paths.map((path) => `${path}\0`).join(''))
}

/** More paths than this do not go onto a command line. */
const MAX_ARGUMENTS = 200

async function readEntries(
  tree: WorkTree,
  paths: readonly string[],
): Promise<Map<string, FinalEntry>> {
  const named = paths.length > MAX_ARGUMENTS ? [] : paths
  const listed = await runOn(tree, ['ls-files', '-z', '--stage', '--', ...named])
  const entries = new Map<string, FinalEntry>()
  for (const record of listed.split('\0').slice(0, -1)) {
    const [, mode, blob, path] = /^(\d{6}) ([0-9a-f]+) \d\t(.*)$/s.exec(record) ?? []
    if (path !== undefined) entries.set(path, { mode: mode ?? null, blob: blob ?? null })
  }
  return entries
}

/**
 * Every path whose content in the index differs from a commit, with its final state; without the
 * audit trail itself.
 * @throws Unreadable when the commit cannot be read
 */
export async function compareWith(
  tree: WorkTree,
  commit: string,
): Promise<Map<string, FinalEntry>> {
  const options = ['--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--end-of-options']
  const fields = (await runOn(tree, ['diff-index', ...options, commit])).split('\0')
  const files = new Map<string, FinalEntry>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode, blob] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) /.exec(fields[at] ?? '') ?? []
    const path = fields[at + 1]
    if (mode === undefined || blob === undefined || path === undefined)
      throw new Unreadable('the changed files', 'git diff-index answered in an unknown form')
    const isGone = mode === '000000'
    if (!path.startsWith(AUDIT_FOLDER))
      files.set(path, isGone ? { mode: null, blob: null } : { mode, blob })
  }
  return files
}

/**
 * Adds one file to the user's own index, ignored or not.
 * @throws Unreadable when git refuses
 */
export async function stageFile(tree: WorkTree, path: string): Promise<void> {
  const own = { ...tree, index: join(tree.gitDir, 'index') }
  await runOn(own, ['add', '--force', '--sparse', '--', path])
}

async function runOn(tree: WorkTree, args: readonly string[], input = ''): Promise<string> {
  const env = { GIT_DIR: tree.gitDir, GIT_WORK_TREE: tree.root, GIT_INDEX_FILE: tree.index }
  const place: GitPlace = { directory: tree.root, env }
  const git = startGit(place, [...FIXED_SETTINGS, ...args])
  git.stdin.end(input)
  const [stdout, stderr, code] = await Promise.all([
    collect(git.stdout),
    collect(git.stderr),
    git.ended,
  ])
  if (code === 0) return stdout
  const [cause = ''] = stderr.split('\n')
  throw new Unreadable('the work tree', `git ${args[0]} failed (${cause})`)
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
