import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { COMPILE_CACHE } from '../support/compile-cache.ts'

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd?: string
  readonly node?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command line as a user's shell would, off a terminal and without configuration. */
export function runCli(args: readonly string[], { cwd, node, env }: CliOptions = {}): CliResult {
  const result = spawnSync(node ?? process.execPath, [resolve('dist/cli/index.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: '/nonexistent',
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...COMPILE_CACHE,
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: result.status, stdout: result.stdout, stderr: result.stderr }
}
