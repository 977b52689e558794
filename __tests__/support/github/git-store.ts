import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Batch, type GitObject, startBatch } from './git-batch.ts'

/** Read access to one real repository. Answers about object ids are remembered; refs are read each time. */
export interface GitStore {
  run(args: readonly string[], options?: RunOptions): Promise<RunResult>
  /** Any object by id or revision; null when there is none. */
  object(name: string): Promise<GitObject | null>
  /** The commit of a branch, now; null when there is no such branch. */
  branch(name: string): Promise<string | null>
  /** The commit of a sha, branch or tag as the API resolves it; null when there is none. */
  resolve(ref: string): Promise<string | null>
  /** Computes `key` once. For facts about object ids only. */
  once<T>(key: string, compute: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export interface RunResult {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** The environment git runs in: nothing of the machine's own configuration. */
export function gitEnvironment(alternates: readonly string[]): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_TERMINAL_PROMPT: '0',
    // GitHub keeps a repository and its forks in one object store: a commit pushed to a fork can
    // be read by its id through the parent.
    ...(alternates.length > 0 && { GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.join(':') }),
  }
}

/** Opens the repository in `dir`; `network` gives the directories of its forks and parents. */
export function openStore(dir: string, network: () => readonly string[]): GitStore {
  const memory = new Map<string, Promise<unknown>>()
  let batch: Promise<Batch> | null = null
  const environment = lazily(async () =>
    gitEnvironment(
      await Promise.all(network().map(async (other) => join(await locate(other), 'objects'))),
    ),
  )
  const gitDir = lazily(() => locate(dir))
  const run = async (args: readonly string[], options: RunOptions = {}): Promise<RunResult> => {
    const env = { ...(await environment()), ...options.env }
    return spawnGit([`--git-dir=${await gitDir()}`, ...args], env, options.cwd ?? dir)
  }
  const object = async (name: string): Promise<GitObject | null> => {
    batch ??= environment().then((env) => startBatch(dir, env))
    return (await batch).read(name)
  }
  const commit = async (name: string): Promise<string | null> =>
    (await object(`${name}^{commit}`))?.sha ?? null
  const branch = async (name: string): Promise<string | null> =>
    isRefName(name) ? commit(`refs/heads/${name}`) : null
  return {
    run,
    object,
    branch,
    resolve: async (ref) => {
      if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return commit(ref)
      if (!isRefName(ref)) return null
      const short = ref.replace(/^refs\//, '')
      return (
        (await commit(`refs/heads/${short}`)) ??
        (await commit(`refs/tags/${short}`)) ??
        (await commit(`refs/${short}`))
      )
    },
    once: <T>(key: string, compute: () => Promise<T>) => {
      const known = memory.get(key) ?? compute()
      memory.set(key, known)
      return known as Promise<T>
    },
    close: async () => (await batch)?.close(),
  }
}

/** Standard output of a command that has to work. */
export async function output(store: GitStore, args: readonly string[], options?: RunOptions) {
  const result = await store.run(args, options)
  if (result.code !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr}`)
  return result.stdout
}

/** Runs `use` with an empty directory that is removed afterwards. */
export async function withTemporary<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'github-server-'))
  try {
    return await use(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Parts of a NUL-separated list, without the empty one after the last NUL. */
export function splitNul(bytes: Buffer): string[] {
  const parts = decodeText(bytes).split('\0')
  if (parts.at(-1) === '') parts.pop()
  return parts
}

/** UTF-8 as GitHub puts it into JSON: invalid bytes become U+FFFD, a BOM stays. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function isRefName(name: string): boolean {
  return name !== '' && !name.startsWith('-') && !/[\s^~:?*[\\\p{Cc}]|\.\.|@\{/u.test(name)
}

function lazily<T>(compute: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null
  return () => {
    value ??= compute()
    return value
  }
}

async function locate(dir: string): Promise<string> {
  const { stdout } = await spawnGit(['rev-parse', '--absolute-git-dir'], gitEnvironment([]), dir)
  return decodeText(stdout).trimEnd()
}

function spawnGit(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
): Promise<RunResult> {
  const options = { cwd, env, encoding: 'buffer' as const, maxBuffer: 2 ** 30 }
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr: decodeText(stderr) })
    })
  })
}
