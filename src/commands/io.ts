import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { renderError } from '../reports/error-text.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { codeOf } from '../sources/error-code.ts'

/** The bytes of a file named on the command line. @throws CannotStart when it cannot be read. */
export function readNamedFile(path: string, what: string): Uint8Array {
  try {
    return readBounded(path)
  } catch (error) {
    throw new CannotStart(
      `The ${what} "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  }
}

/** Like `readNamedFile`, but null when there is no such file. */
export function readFileIfThere(path: string, what: string): Uint8Array | null {
  try {
    return readBounded(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw new CannotStart(
      `The ${what} "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  }
}

/** Nothing that is named on a command line is larger; a device may never end. */
const MAX_BYTES = 32 * 1024 * 1024

/** Handles that a shell gave this process, such as for `<(command)`: their writer is there already. */
const HANDLE = /^\/(?:dev\/stdin|dev\/fd\/\d+|proc\/(?:self|\d+)\/fd\/\d+)$/

/**
 * Opens a file, or a handle by its name. Another pipe may never have a writer, and opening it would
 * wait for one; so it is opened without waiting, and refused as everything else that is no file.
 */
export function openFile(path: string): number {
  if (HANDLE.test(path)) return openSync(path, 'r')
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const stats = fstatSync(file)
  if (stats.isFile()) return file
  closeSync(file)
  throw Object.assign(new Error('no file'), { code: stats.isDirectory() ? 'EISDIR' : 'ENOTFILE' })
}

function readBounded(path: string): Uint8Array {
  const file = openFile(path)
  try {
    const chunks: Buffer[] = []
    let total = 0
    for (;;) {
      const chunk = Buffer.alloc(64 * 1024)
      const length = readSync(file, chunk)
      if (length === 0) return Buffer.concat(chunks)
      total += length
      if (total > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
      chunks.push(chunk.subarray(0, length))
    }
  } finally {
    closeSync(file)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  ENOTFILE: 'it is a pipe or a device, not a file',
  ENXIO: 'it is a pipe or a device, not a file',
  EACCES: 'permission denied',
  EFBIG: 'it is larger than 32 MB',
}

export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return REASONS[code] ?? (code || 'unknown')
}

/** Why a file cannot be written: where one would be made, it is its folder that is not there. */
export function writeReasonOf(error: unknown): string {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such folder' : reasonOf(error)
}

/** Prints to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Prints to standard error, which carries everything that is no result. */
export function note(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Says where an internal error was thrown, to whoever asked for it with `--debug`. */
export function noteInternal(error: unknown): void {
  if (process.argv.includes('--debug')) note(renderError(error))
}

/** Whether to colour what goes to standard output (no-color.org). */
export function wantsColour(): boolean {
  const forbidden = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  return process.stdout.isTTY === true && !forbidden
}

/** In columns, where nobody says how wide the terminal is. */
const USUAL_WIDTH = 100

/** The width of standard output in columns. A terminal of no known size reports 0, not nothing. */
export function terminalWidth(): number {
  return process.stdout.columns || USUAL_WIDTH
}
