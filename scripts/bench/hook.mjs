// Measures what the hook costs a tool call, as ratios taken in one interleaved run.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOOK = process.env.HOOK ?? join(import.meta.dirname, '..', '..', 'dist', 'hook', 'index.js')
const ROUNDS = Number(process.env.ROUNDS ?? 15)
const FILES = 3000
const LS_FILES = [
  'ls-files',
  '-z',
  '-t',
  '--modified',
  '--deleted',
  '--others',
  '--exclude-standard',
]
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const root = mkdtempSync(join(tmpdir(), 'countersign-bench-hook-'))
let calls = 0

try {
  makeRepository()
  beginSession('short')
  beginSession('long')
  lengthenChain('long', 20_000)
  report(
    measure({
      'bare node': () => [process.execPath, ['-e', '0'], ''],
      'git ls-files': () => ['git', ['-C', root, ...LS_FILES], ''],
      'before Edit, 10 records': () => hook(edit('short')),
      'before Edit, 20,000': () => hook(edit('long')),
      'before Bash, 10 records': () => hook(bash('short', 'PreToolUse')),
      'before Bash, 20,000': () => hook(bash('long', 'PreToolUse')),
      'before a denied Bash': () =>
        hook(bash('short', 'PreToolUse', 'git push --force origin main')),
      'after Bash, 10 records': () => hook(bash('short', 'PostToolUse')),
      'after Bash, 20,000': () => hook(bash('long', 'PostToolUse')),
    }),
  )
} finally {
  rmSync(root, { recursive: true, force: true })
}

function report(times) {
  for (const [name, median] of Object.entries(times)) {
    const ratio = (median / times['bare node']).toFixed(2)
    console.log(`${name.padEnd(28)} ${ratio.padStart(6)} x bare node`)
  }
  const after = times['after Bash, 10 records'] - times['bare node']
  console.log(
    `after Bash, without node itself: ${(after / times['git ls-files']).toFixed(2)} x git ls-files`,
  )
  for (const kind of ['before Edit', 'before Bash', 'after Bash']) {
    const growth = times[`${kind}, 20,000`] / times[`${kind}, 10 records`]
    console.log(`growth from 10 to 20,000 records, ${kind}: ${growth.toFixed(2)}`)
  }
}

/** Medians of one interleaved run, in milliseconds. */
function measure(commands) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, make] of Object.entries(commands)) samples[name].push(time(...make()))
  }
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, median(list)]))
}

function time(command, args, input) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, { env, input })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)]
}

function hook(event) {
  return [process.execPath, [HOOK], JSON.stringify({ cwd: root, ...event })]
}

function edit(session) {
  const input = {
    file_path: join(root, 'src/file1.ts'),
    old_string: 'value 1',
    new_string: 'value 2',
  }
  return call(session, 'PreToolUse', 'Edit', input)
}

function bash(session, event, command = 'npm test') {
  return call(session, event, 'Bash', { command })
}

function call(session, event, tool, input) {
  calls += 1
  const id = { session_id: session, tool_use_id: `toolu_${calls}` }
  const output = event === 'PostToolUse' ? { tool_response: { stdout: 'ok' } } : {}
  return { hook_event_name: event, ...id, tool_name: tool, tool_input: input, ...output }
}

function beginSession(session) {
  time(...hook({ hook_event_name: 'SessionStart', session_id: session }))
  for (let at = 0; at < 5; at += 1) time(...hook(bash(session, 'PostToolUse')))
}

/** Appends records of the usual size, linked as they should be, and notes the new end down. */
function lengthenChain(session, count) {
  const folder = join(root, '.git', 'countersign', 'chains')
  const name = readdirSync(folder).find(
    (it) =>
      it.endsWith('.state.json') &&
      readFileSync(join(folder, it), 'utf8').includes(`"session":"${session}"`),
  )
  const state = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  let lines = ''
  for (; state.seq < count; state.seq += 1) {
    const record = `{"chain":"${state.chain}","event":"checkpoint","prev":"${state.prev}","role":{"agent":"claude-code","model":"${'m'.repeat(400)}","session_id":"${session}"},"seq":${state.seq},"ts":"2026-11-20T12:00:00.000Z","v":1}`
    state.prev = createHash('sha256').update(record).digest('hex')
    lines += `{"record":${record},"record_hash":"${state.prev}"}\n`
  }
  appendFileSync(join(folder, `${state.chain}.jsonl`), lines)
  state.size += Buffer.byteLength(lines)
  writeFileSync(join(folder, name), JSON.stringify(state))
}

/** A clone of 3,000 files under the standard policy and a plan. */
function makeRepository() {
  const git = (...args) => execFileSync('git', ['-C', root, ...args], { env, stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'Bench')
  git('config', 'user.email', 'bench@example.com')
  const files = {
    '.github/countersign.yml': 'version: 1\nextends: standard\n',
    '.countersign/plans/B-1.yml':
      'version: 1\nid: B-1\ntitle: Bench\nowner: "@alice"\nexpires: "2099-12-31"\nscope: { may: ["src/**"] }\n',
  }
  for (let at = 0; at < FILES; at += 1)
    files[`src/file${at}.ts`] = `export const a = 'value ${at}'\n`
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  git('add', '--all')
  git('commit', '-q', '-m', 'base')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('switch', '-q', '-c', 'claude/bench')
}
