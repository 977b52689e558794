import { randomBytes } from 'node:crypto'
import { renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { codeOf } from '../sources/error-code.ts'

/** Writes a file so that others see the old content or the new one, never a part. */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode })
    renameSync(temporary, path)
  } catch (error) {
    dropFile(temporary)
    throw error
  }
}

/** Deletes a file that may not be there. Cheaper to load than `rmSync`, and on the way of every call. */
export function dropFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
