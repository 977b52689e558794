import { join } from 'node:path'
import type { FinalFile } from '../../engine/chain/format.ts'
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

/** The same work tree with the user's own index, for reading. */
export function ownIndexOf(tree: WorkTree): WorkTree {
  return { ...tree, index: join(tree.gitDir, 'index') }
}

/** Nothing of them, or of one and not the other, is the same. */
export function isSameEntry(one: FinalFile | undefined, other: FinalFile | undefined): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode
}

const FIXED_SETTINGS = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.untrackedCache', 'false'],
  ['core.splitIndex', 'false'],
  ['core.quotePath', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

/**
 * Files that differ from what an index says, or are not in it; of some paths, or of all.
 *
 * Nested repositories end in `/`. Names that are not UTF-8 cannot be told apart: the gate refuses them.
 */
export async function listChanged(
  tree: WorkTree,
  paths: readonly string[] = [],
): Promise<string[]> {
  const options = ['-z', '-t', '--modified', '--deleted', '--others', '--exclude-standard']
  const records = await runOn(tree, ['ls-files', ...options, '--', ...argumentsFor(paths)])
  return records
    .split('\0')
    .slice(0, -1)
    .map((record) => record.slice(2))
    .filter((path) => !path.endsWith('/') && !path.includes('\ufffd'))
}

/** More paths than this do not go onto a command line; then all are listed. */
const MAX_ARGUMENTS = 200

function argumentsFor(paths: readonly string[]): readonly string[] {
  return paths.length > MAX_ARGUMENTS ? [] : paths
}

export async function readEntries(
  tree: WorkTree,
  paths: readonly string[],
): Promise<Map<string, FinalFile>> {
  const args = ['ls-files', '-z', '--stage', '--', ...argumentsFor(paths)]
  return parseEntries(await runOn(tree, args))
}

/** Reads a listing of an index; of a path with a conflict the last side counts. */
export function parseEntries(listed: string): Map<string, FinalFile> {
  const entries = new Map<string, FinalFile>()
  for (const record of listed.split('\0').slice(0, -1)) {
    const [, mode, blob, path] = /^(\d{6}) ([0-9a-f]+) \d\t(.*)$/s.exec(record) ?? []
    if (path !== undefined) entries.set(path, { mode: mode ?? null, blob: blob ?? null })
  }
  return entries
}

/** Runs git on an index. @throws Unreadable when git fails */
export async function runOn(tree: WorkTree, args: readonly string[], input = ''): Promise<string> {
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
