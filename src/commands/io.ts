import { readFileSync } from 'node:fs'
import { CannotStart } from '../sources/cannot-start.ts'

/** The bytes of a file named on the command line. @throws CannotStart when it cannot be read. */
export function readNamedFile(path: string, what: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new CannotStart(
      `The ${what} "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  }
}

/** Like `readNamedFile`, but null when there is no such file. */
export function readFileIfThere(path: string, what: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw new CannotStart(
      `The ${what} "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
}

export function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? codeOf(error)
}

/** Prints to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Prints to standard error, which carries everything that is no result. */
export function note(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Whether to colour what goes to standard output (no-color.org). */
export function wantsColour(): boolean {
  const forbidden = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  return process.stdout.isTTY === true && !forbidden
}
