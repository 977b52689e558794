import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { showName } from '../../engine/text/names.ts'
import { CannotStart } from '../cannot-start.ts'

/** What a finished git process left behind. */
export interface GitResult {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Where a git command runs. */
export interface GitPlace {
  readonly directory: string
  /** Added to the environment of every command. */
  readonly env: Readonly<Record<string, string>>
}

/** The exit code of a git that something else ended: what git gives when it dies, and never an answer. */
const KILLED = 128

/** Variables that say where a user's configuration is; all other `GIT_*` ones could redirect us. */
const KEPT_VARIABLES = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'])

const FIXED_ENVIRONMENT = {
  LC_ALL: 'C',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
}

/**
 * Runs git with arguments only, never through a shell, and waits for its end. A failing command is a
 * result, not an exception; throws `CannotStart` when git itself cannot be run.
 */
export async function runGit(place: GitPlace, args: readonly string[]): Promise<GitResult> {
  const child = startGit(place, args)
  child.stdin.end()
  const [stdout, stderr, code] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    child.ended,
  ])
  return { code, stdout, stderr: stderr.toString('utf8') }
}

/** A running git process with its three streams, and the exit code it ends with. */
export interface RunningGit {
  readonly stdin: NodeJS.WritableStream
  readonly stdout: AsyncIterable<Buffer>
  readonly stderr: Readable
  readonly ended: Promise<number>
  stop(): void
}

/** Starts git; `ended` rejects with `CannotStart` when git itself cannot be run. */
export function startGit(place: GitPlace, args: readonly string[]): RunningGit {
  if (args.some((argument) => argument.includes('\0'))) {
    throw new CannotStart('A path or revision contains a NUL character; git has no such names.')
  }
  const child = spawn('git', ['-C', place.directory, ...args], {
    env: gitEnvironment(place.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  // A process that ends early closes its input; its exit code tells the story.
  child.stdin.on('error', () => {})
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (error) => reject(describeStartFailure(error, place)))
    child.on('close', (code) => resolve(code ?? KILLED))
  })
  // Whoever stopped reading half-way does not wait for the end either.
  ended.catch(() => {})
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    stop: () => {
      child.kill()
    },
  }
}

function gitEnvironment(additions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT_VARIABLES.has(name),
  )
  return { ...Object.fromEntries(inherited), ...FIXED_ENVIRONMENT, ...additions }
}

function describeStartFailure(error: Error, place: GitPlace): CannotStart {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  return new CannotStart(
    isMissing
      ? 'git was not found; install git 2.38 or newer and put it on the PATH.'
      : `git could not be run in "${showName(place.directory)}"; check that it may be executed.`,
  )
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
