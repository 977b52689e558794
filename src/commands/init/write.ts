import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { reasonOf } from '../io.ts'
import type { ProposedFile } from './findings.ts'
import type { WorkTree } from './work-tree.ts'

/**
 * Writes files that are not there yet, and nothing else: an existing name is never opened for writing,
 * and no folder is passed that is a link.
 * @throws CannotStart naming the file that cannot be written; those before it are written
 */
export function writeFiles(tree: WorkTree, files: readonly ProposedFile[]): void {
  for (const { path, text } of files) {
    makeFolders(tree, path)
    writeNew(tree, path, text)
  }
}

function makeFolders(tree: WorkTree, path: string): void {
  const parts = path.split('/').slice(0, -1)
  for (const at of parts.keys()) {
    const folder = parts.slice(0, at + 1).join('/')
    const place = tree.inspect(folder)
    if (place.kind === 'free') attempt(path, () => mkdirSync(join(tree.root, folder)))
    else if (place.kind === 'obstructed' || place.what !== 'a folder') {
      throw cannotWrite(path, `"${folder}" is ${place.what}`)
    }
  }
}

/** All of the file or nothing: what was begun and could not be finished is taken away again. */
function writeNew(tree: WorkTree, path: string, text: string): void {
  if (tree.inspect(path).kind !== 'free') throw cannotWrite(path, 'something is there now')
  const file = join(tree.root, path)
  const handle = attempt(path, () => openSync(file, 'wx', 0o644))
  try {
    writeFileSync(handle, text)
  } catch (error) {
    rmSync(file, { force: true })
    throw cannotWrite(path, reasonOf(error))
  } finally {
    closeSync(handle)
  }
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw cannotWrite(path, reasonOf(error))
  }
}

function cannotWrite(path: string, why: string): CannotStart {
  return new CannotStart(
    `"${escapeTerminal(path)}" cannot be written (${why}); mend that and run the command again.`,
  )
}
