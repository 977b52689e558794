import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from '../sources/error-code.ts'

/** A work tree and where its git data is. Found without git, because every tool call needs it. */
export interface Place {
  /** Root of the work tree, links resolved. */
  readonly root: string
  /** Of this work tree: its HEAD, its index, the recorder's files. */
  readonly gitDir: string
  /** Shared by all linked work trees: refs and objects. */
  readonly commonDir: string
}

/** The innermost work tree that a directory is in; null outside of any. */
export function findPlace(directory: string): Place | null {
  for (let at = nearestDirectory(directory); ; at = dirname(at)) {
    const gitDir = readGitDir(at)
    if (gitDir !== null) return { root: at, gitDir, commonDir: readCommonDir(gitDir) }
    if (dirname(at) === at) return null
  }
}

/** The work tree around this one, as for a repository cloned into another. */
export function findOuterPlace({ root }: Place): Place | null {
  return dirname(root) === root ? null : findPlace(dirname(root))
}

/** Where the recorder keeps everything of a work tree. */
export function recorderDir({ gitDir }: Place): string {
  return join(gitDir, 'countersign')
}

/** The agent may have deleted the directory it stands in. */
function nearestDirectory(directory: string): string {
  for (let at = resolve(directory); ; at = dirname(at)) {
    try {
      return realpathSync.native(at)
    } catch (error) {
      if (dirname(at) === at) throw error
    }
  }
}

function readGitDir(directory: string): string | null {
  const path = join(directory, '.git')
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (stats.isDirectory()) return isGitDir(path) ? path : null
  const [, target] = /^gitdir: (.+?)\r?\n?$/s.exec(readFileSync(path, 'utf8')) ?? []
  if (target === undefined) return null
  const gitDir = resolve(directory, target)
  return isGitDir(gitDir) ? realpathSync.native(gitDir) : null
}

/** As git itself tells: anything else of the name is an ordinary directory. */
function isGitDir(path: string): boolean {
  const has = (name: string) => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined
  return has('HEAD') && (has('objects') || has('commondir'))
}

function readCommonDir(gitDir: string): string {
  const target = readIfThere(join(gitDir, 'commondir'))
  return target === null ? gitDir : resolve(gitDir, target.trimEnd())
}

/** A file's text; null when there is none. @throws when it is there and cannot be read. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
