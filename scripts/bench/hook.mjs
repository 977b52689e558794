// Measures what the hook costs a tool call, as ratios taken in one interleaved run.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, HOOK, interleave, print, ratio, withFolder } from './measure.mjs'

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
let root = ''
let calls = 0

export async function benchHook({ rounds }) {
  await withFolder(async (folder) => {
    root = folder
    makeRepository()
    beginSession('short')
    beginSession('long')
    lengthenChain('long', 20_000)
    report(await interleave(rounds ?? 15, listSubjects()))
  })
}

function listSubjects() {
  const push = 'git push --force origin main'
  const commands = {
    'bare node': () => [process.execPath, ['-e', '0'], ''],
    'git ls-files': () => ['git', ['-C', root, ...LS_FILES], ''],
    'before Edit, 10 records': () => hook(edit('short')),
    'before Edit, 20,000 records': () => hook(edit('long')),
    'before Bash, 10 records': () => hook(bash('short', 'PreToolUse')),
    'before Bash, 20,000 records': () => hook(bash('long', 'PreToolUse')),
    'before a denied Bash': () => hook(bash('short', 'PreToolUse', push)),
    'after Bash, 10 records': () => hook(bash('short', 'PostToolUse')),
    'after Bash, 20,000 records': () => hook(bash('long', 'PostToolUse')),
  }
  const subjects = Object.entries(commands).map(([name, make]) => [name, () => time(...make())])
  return Object.fromEntries(subjects)
}

/** What judges nothing is measured with the cold start; these judge, and write the chain. */
function report(samples) {
  const { 'bare node': bare, 'git ls-files': listing, ...judged } = samples
  for (const [name, list] of Object.entries(judged)) print(`${name} / bare node`, ratio(list, bare))
  const own = samples['after Bash, 10 records'].map((it, at) => it - bare[at])
  print('after Bash, without node itself / git ls-files', ratio(own, listing))
  for (const kind of ['before Edit', 'before Bash', 'after Bash']) {
    const growth = ratio(samples[`${kind}, 20,000 records`], samples[`${kind}, 10 records`])
    print(`growth from 10 to 20,000 records, ${kind}`, growth)
  }
}

function time(command, args, input) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, { env, input })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
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
