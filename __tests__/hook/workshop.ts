import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { ChainRecord } from '../../src/engine/chain/format.ts'
import { openVerifier } from '../../src/engine/chain/verify-chain.ts'
import { COMPILE_CACHE } from '../support/compile-cache.ts'
import { hermeticGitEnv, initialise } from '../support/repo.ts'

/** A real repository in which an agent works under real hook processes. */
export interface Workshop {
  readonly root: string
  readonly recorder: string
  git(...args: string[]): string
  write(path: string, content: string | Uint8Array): void
  /** Runs the hook for one event; `cwd` and a session are filled in. */
  hook(event: HookEvent, options?: RunOptions): HookResult
  /** Begins a session's tool call, does the work if it may be done, and ends it. */
  call(tool: string, input: object, work?: () => void, session?: string): HookResult
  /** The chains on disk, oldest first, each verified from its first byte to its last. */
  chains(folder?: string): ChainRecord[][]
  dispose(): void
}

export interface HookEvent {
  readonly hook_event_name: string
  readonly [field: string]: unknown
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface HookResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** `allow` for silence. */
  readonly decision: string
  readonly reason: string
}

export const HOOK = resolve('dist/hook/index.js')
export const CLI = resolve('dist/cli/index.js')
export const POLICY = '.github/countersign.yml'

export interface WorkshopOptions {
  readonly policy?: string | null
  readonly plan?: string
  readonly files?: Readonly<Record<string, string>>
  readonly objectFormat?: 'sha1' | 'sha256'
  readonly branch?: string
}

/** All in one process of the test's: to start one takes it longer than git takes for its part. */
const PUBLISH_AND_BRANCH = `cd "$1" && git add --all --force && git commit -q -m base &&
  git update-ref refs/remotes/origin/main HEAD &&
  git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main &&
  git remote add origin https://user:hunter2secret@github.com/Acme/shop.git &&
  git switch -q -c "$2"`

/** A clone whose `origin/main` has the policy, on a branch of its own. */
export function openWorkshop(options: WorkshopOptions = {}): Workshop {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-hook-')))
  const shop = furnish(root)
  initialise(root, options.objectFormat)
  const { policy = 'version: 1\nextends: standard\n' } = options
  if (policy !== null) shop.write(POLICY, policy)
  if (options.plan !== undefined) shop.write('.countersign/plans/P-1.yml', options.plan)
  for (const [path, text] of Object.entries({
    'src/a.ts': 'export const a = 1\n',
    ...options.files,
  }))
    shop.write(path, text)
  const commands = ['-c', PUBLISH_AND_BRANCH, 'sh', root, options.branch ?? 'claude/work']
  execFileSync('sh', commands, { env: hermeticGitEnv(root), stdio: 'pipe' })
  return shop
}

/** Lets the clone know the present commit as the tip of the default branch. */
export function publishMain(shop: Workshop): void {
  shop.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  shop.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
}

/** The same tools for a directory that is a work tree already. */
export function furnish(root: string, gitDir = join(root, '.git')): Workshop {
  const env = { ...hermeticGitEnv(root), ...COMPILE_CACHE }
  const recorder = join(gitDir, 'countersign')
  let calls = 0
  const hook = (event: HookEvent, { cwd = root, env: extra = {} }: RunOptions = {}) => {
    const input = JSON.stringify({ session_id: 'session-1', cwd, ...event })
    return runHook(input, { ...env, ...extra })
  }
  return {
    root,
    recorder,
    hook,
    git: (...args) =>
      execFileSync('git', ['-C', root, ...args], {
        env,
        encoding: 'utf8',
        stdio: 'pipe',
      }).trimEnd(),
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    call: (tool, input, work = () => {}, session = 'session-1') => {
      calls += 1
      const common = {
        session_id: session,
        tool_name: tool,
        tool_input: input,
        tool_use_id: `toolu_${calls}`,
      }
      const before = hook({ hook_event_name: 'PreToolUse', ...common })
      if (before.decision === 'deny' || before.code !== 0) return before
      work()
      const after = hook({
        hook_event_name: 'PostToolUse',
        ...common,
        tool_response: { ok: true },
        duration_ms: 5,
      })
      return after.code === 0 ? before : after
    },
    chains: (folder = join(recorder, 'chains')) =>
      (existsSync(folder) ? readdirSync(folder) : [])
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => verifyChain(readFileSync(join(folder, name), 'utf8')))
        .sort((one, other) => (one[0]?.ts ?? '').localeCompare(other[0]?.ts ?? '')),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}

export function runHook(input: string, env: Readonly<Record<string, string>>): HookResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [HOOK], {
    input,
    env,
    encoding: 'utf8',
  })
  return readResult(status, stdout, stderr)
}

/** Starts the hook without waiting for it. */
export function startHook(
  input: object,
  env: Readonly<Record<string, string>>,
): Promise<HookResult> {
  const child = spawn(process.execPath, [HOOK], { env })
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output.err += chunk
  })
  child.stdin.end(JSON.stringify(input))
  return new Promise((done) => {
    child.on('close', (code) => done(readResult(code, output.out, output.err)))
  })
}

function readResult(code: number | null, stdout: string, stderr: string): HookResult {
  const answer =
    stdout === '' ? {} : (JSON.parse(stdout) as { hookSpecificOutput?: Record<string, string> })
  const output = answer.hookSpecificOutput ?? {}
  return {
    code,
    stdout,
    stderr,
    decision: output.permissionDecision ?? 'allow',
    reason: output.permissionDecisionReason ?? '',
  }
}

/** Of a chain whose session goes on. */
const NO_END = 'the session has no end'

/** Reads a chain by the gate's own verifier. @throws at any defect but a missing end */
export function verifyChain(text: string): ChainRecord[] {
  const records: ChainRecord[] = []
  const onRecord = (_line: number, stored: Buffer) =>
    records.push(JSON.parse(stored.toString('utf8')) as ChainRecord)
  const verifier = openVerifier({ id: null, onRecord })
  verifier.push(Buffer.from(text))
  const defects = verifier.finish().defects.filter(({ cause }) => cause !== NO_END)
  if (defects.length > 0) throw new Error(JSON.stringify(defects))
  return records
}

/** Path and blob of everything the results of a chain recorded, the last one winning. */
export function recordedBlobs(records: readonly ChainRecord[]): Record<string, string | null> {
  return Object.assign({}, ...records.map((record) => record.result?.blobs ?? {}))
}

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in a workshop's root. */
export function runCli(shop: Workshop, ...args: string[]): CliResult {
  const options = { cwd: shop.root, env: hermeticGitEnv(shop.root), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], options)
  return { code: status, stdout, stderr }
}

/** The chains that are attached, by path. */
export function attachedChains(shop: Workshop): string[] {
  return shop
    .git('ls-files', '.countersign/audit')
    .split('\n')
    .filter((path) => path.endsWith('.jsonl'))
}
