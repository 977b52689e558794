import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AUDIT_FOLDER } from '../engine/places.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import type { WorkTree } from '../sources/git/run-on-index.ts'
import { stageFile } from '../sources/git/work-index.ts'
import { replaceFile } from './files.ts'

const PUBLIC_MODE = 0o644

/**
 * Puts a chain where the gate looks for it, and stages it.
 * @param path from the root of the work tree
 * @returns whether a seal lies beside it that was made for other bytes
 * @throws CannotStart when a link stands in the way; Unreadable when git refuses
 */
export async function publishChain(
  tree: WorkTree,
  path: string,
  bytes: Uint8Array,
): Promise<boolean> {
  for (const folder of [dirname(AUDIT_FOLDER), AUDIT_FOLDER]) {
    if (lstatSync(join(tree.root, folder), { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new CannotStart(`"${folder}" is a symbolic link; make it a directory.`)
  }
  const file = join(tree.root, path)
  const isSame = existsSync(file) && readFileSync(file).equals(bytes)
  mkdirSync(join(tree.root, AUDIT_FOLDER), { recursive: true })
  replaceFile(file, bytes, PUBLIC_MODE)
  await stageFile(tree, path)
  return !isSame && existsSync(file.replace(/\.jsonl$/, '.dsse.json'))
}
