import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { COMPILE_CACHE } from '../support/compile-cache.ts'
import type { CliResult } from './run-cli.ts'

export interface BesideOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** A command that starts the CLI in its own way, such as on a terminal. */
  readonly through?: (command: readonly string[]) => readonly string[]
}

/** Runs the built command line while this process goes on serving requests. */
export function runCliBeside(
  args: readonly string[],
  { cwd, env, through = (command) => command }: BesideOptions = {},
): Promise<CliResult> {
  const [file = '', ...rest] = through([process.execPath, resolve('dist/cli/index.js'), ...args])
  return new Promise((done, fail) => {
    const base = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' }
    const child = spawn(file, rest, {
      env: { ...base, GIT_CONFIG_GLOBAL: '/dev/null', ...COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd !== undefined && { cwd }),
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.once('error', fail)
    child.once('close', (code) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString()
      done({ code, stdout: text(stdout), stderr: text(stderr) })
    })
  })
}
