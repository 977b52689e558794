import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/engine/hash.ts'
import { hermeticGitEnv } from '../support/repo.ts'
import { openWorkshop, POLICY, publishMain, recordedBlobs, type Workshop } from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const AUDIT = '.countersign/audit'

function attach(...args: string[]) {
  const cli = resolve('dist/cli/index.js')
  const options = { cwd: shop.root, env: hermeticGitEnv(shop.root), encoding: 'utf8' } as const
  return spawnSync(process.execPath, [cli, 'audit', 'attach', ...args], options)
}

const blobOf = (path: string) => shop.git('hash-object', path)
const events = () => shop.chains().map((chain) => chain.map(({ event }) => event))

test('a scripted session is recorded from its start to its end', () => {
  shop = openWorkshop()
  // A person's edit from before, and a file of theirs: neither is the agent's.
  shop.write('src/a.ts', 'export const a = 0\n')
  shop.write('notes.txt', 'mine\n')
  const session = { model: 'claude-x', source: 'startup' }
  const start = shop.hook({ hook_event_name: 'SessionStart', ...session })
  expect(JSON.parse(start.stdout).hookSpecificOutput.additionalContext.split('\n')).toHaveLength(2)
  shop.hook({ hook_event_name: 'UserPromptSubmit', prompt: 'Retry failed webhooks.' })
  shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' }, () => shop.write('src/b.ts', 'b\n'))
  shop.call('Bash', { command: 'tool --fix' }, () => {
    shop.write('src/c "quoted" é.ts', 'c\n')
    shop.git('rm', '-q', '--cached', 'src/a.ts')
    rmSync(join(shop.root, 'src/a.ts'))
  })
  expect(shop.call('Bash', { command: 'git push --force' }).decision).toBe('deny')
  const bad = { file_path: 'src/d.ts', content: 'a\u202eb\n' }
  expect(shop.call('Write', bad).decision).toBe('deny')
  shop.call('Write', { ...bad, content: 'ab\n' }, () => shop.write('src/d.ts', 'ab\n'))
  shop.hook({ hook_event_name: 'SubagentStop', agent_id: 'a1' })
  shop.hook({
    hook_event_name: 'PermissionDenied',
    tool_name: 'Bash',
    tool_input: { command: 'x' },
    tool_use_id: 'p1',
  })
  shop.hook({ hook_event_name: 'SessionEnd', reason: 'other' })

  const [chain = []] = shop.chains()
  expect(chain.map(({ event }) => event)).toEqual([
    'session_start',
    'prompt',
    'intent',
    'result',
    'intent',
    'result',
    'denied',
    'denied',
    'intent',
    'result',
    'checkpoint',
    'denied',
    'session_end',
  ])
  expect(chain[0]?.genesis).toEqual({
    base_sha: shop.git('rev-parse', 'HEAD'),
    nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
    policy_sha256: sha256(readFileSync(join(shop.root, POLICY))),
    repository: 'Acme/shop',
  })
  expect(chain[0]?.role).toEqual({
    agent: 'claude-code',
    model: 'claude-x',
    session_id: 'session-1',
  })
  expect(chain[3]).toMatchObject({
    reference: { intent_seq: 2, tool_use_id: 'toolu_1' },
    request: { category: 'file_write', targets: ['src/b.ts'], tool: 'Write' },
    resource: { duration_ms: 5 },
    result: {
      blobs: { 'src/b.ts': blobOf('src/b.ts') },
      output_sha256: sha256('{"ok":true}'),
      status: 'ok',
    },
    rules: { decision: 'allow', rule: null },
  })
  expect(chain[5]?.result?.blobs).toEqual({
    'src/a.ts': null,
    'src/c "quoted" é.ts': blobOf('src/c "quoted" é.ts'),
  })
  expect(chain[6]).toMatchObject({ rules: { decision: 'deny', rule: 'command/force-push' } })
  expect(chain[7]?.request?.input_sha256).not.toBe(chain[8]?.request?.input_sha256)
  expect(recordedBlobs(chain)).not.toHaveProperty('notes.txt')
  expect(chain.at(-1)?.files).toEqual({
    'notes.txt': { blob: blobOf('notes.txt'), mode: '100644' },
    'src/a.ts': { blob: null, mode: null },
    'src/b.ts': { blob: blobOf('src/b.ts'), mode: '100644' },
    'src/c "quoted" é.ts': { blob: blobOf('src/c "quoted" é.ts'), mode: '100644' },
    'src/d.ts': { blob: blobOf('src/d.ts'), mode: '100644' },
  })
})

describe('tool calls', () => {
  test('whose beginning nobody saw are recorded as a whole', () => {
    shop = openWorkshop()
    shop.write('src/b.ts', 'b\n')
    const call = { tool_name: 'Write', tool_input: { file_path: 'src/b.ts', content: 'b\n' } }
    shop.hook({ hook_event_name: 'PostToolUse', ...call, tool_use_id: 'late', tool_response: {} })
    expect(events()).toEqual([['session_start', 'intent', 'result']])
    expect(recordedBlobs(shop.chains()[0] ?? [])).toEqual({ 'src/b.ts': blobOf('src/b.ts') })
  })

  test('that fail are recorded with what they changed', () => {
    shop = openWorkshop()
    const call = { tool_name: 'Bash', tool_input: { command: 'make' }, tool_use_id: 't' }
    shop.hook({ hook_event_name: 'PreToolUse', ...call })
    shop.write('half.txt', 'x\n')
    shop.hook({ hook_event_name: 'PostToolUseFailure', ...call, error: 'exit 1' })
    expect(shop.chains()[0]?.at(-1)?.result).toEqual({
      blobs: { 'half.txt': blobOf('half.txt') },
      status: 'error',
    })
  })

  test('are recorded by the input they were finally run with', () => {
    shop = openWorkshop()
    const call = { tool_name: 'Bash', tool_use_id: 't' }
    shop.hook({ hook_event_name: 'PreToolUse', ...call, tool_input: { command: 'a' } })
    shop.hook({
      hook_event_name: 'PostToolUse',
      ...call,
      tool_input: { command: 'b' },
      tool_response: '',
    })
    const [, intent, result] = shop.chains()[0] ?? []
    expect(intent?.request?.input_sha256).toBe(sha256('{"command":"a"}'))
    expect(result?.request?.input_sha256).toBe(sha256('{"command":"b"}'))
  })

  test('reported twice are recorded once', () => {
    shop = openWorkshop()
    const call = { tool_name: 'Bash', tool_input: { command: 'a' }, tool_use_id: 't' }
    for (const name of ['PreToolUse', 'PreToolUse', 'PostToolUse', 'PostToolUse'])
      shop.hook({ hook_event_name: name, ...call, tool_response: '' })
    expect(events()).toEqual([['session_start', 'intent', 'result']])
  })

  test('of a moved branch, a mode change, a link and a file that git ignores', () => {
    shop = openWorkshop({ files: { '.gitignore': 'out/\n' } })
    shop.call('Bash', { command: 'chmod' }, () =>
      execFileSync('chmod', ['+x', join(shop.root, 'src/a.ts')]),
    )
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toEqual({ 'src/a.ts': blobOf('src/a.ts') })
    shop.call('Bash', { command: 'ln' }, () =>
      execFileSync('ln', ['-s', 'a.ts', join(shop.root, 'src/l')]),
    )
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toEqual({
      'src/l': idOfLink('a.ts'),
    })
    shop.call('Bash', { command: 'build' }, () => {
      shop.write('out/x.js', 'x\n')
      shop.git('add', '--force', 'out/x.js')
    })
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toEqual({ 'out/x.js': blobOf('out/x.js') })
    shop.call('Bash', { command: 'git commit' }, () => shop.git('commit', '-qam', 'x'))
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toEqual({})
    shop.call('Bash', { command: 'rebuild' }, () => shop.write('out/x.js', 'y\n'))
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toEqual({ 'out/x.js': blobOf('out/x.js') })
  })
})

function idOfLink(target: string): string {
  const env = hermeticGitEnv(shop.root)
  return execFileSync('git', ['-C', shop.root, 'hash-object', '--stdin'], { input: target, env })
    .toString()
    .trim()
}

describe('audit attach', () => {
  test('completes, copies and stages the chain; again, it extends it', () => {
    shop = openWorkshop()
    shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' }, () =>
      shop.write('src/b.ts', 'b\n'),
    )
    const first = attach()
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' })
    const [name = ''] = shop.git('diff', '--cached', '--name-only').split('\n')
    expect(name).toMatch(/^\.countersign\/audit\/[0-9a-f-]{36}\.jsonl$/)
    const attached = shop.chains(join(shop.root, AUDIT))
    expect(attached[0]?.at(-1)).toMatchObject({
      event: 'checkpoint',
      files: { 'src/b.ts': { mode: '100644' } },
    })
    expect(Object.keys(attached[0]?.at(-1)?.files ?? {})).toEqual(['src/b.ts'])
    shop.git('add', 'src')
    shop.git('commit', '-qm', 'work')

    shop.call('Write', { file_path: 'src/c.ts', content: 'c\n' }, () =>
      shop.write('src/c.ts', 'c\n'),
    )
    expect(attach().status).toBe(0)
    const extended = shop.chains(join(shop.root, AUDIT))
    expect(extended).toHaveLength(1)
    expect(extended[0]?.slice(0, attached[0]?.length)).toEqual(attached[0])
    expect(Object.keys(extended[0]?.at(-1)?.files ?? {})).toEqual(['src/b.ts', 'src/c.ts'])
  })

  test('within a call explains what that call did before; a person’s edit afterwards stays unexplained', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'fmt && countersign audit attach' }, () => {
      shop.write('src/b.ts', 'b\n')
      expect(attach().status).toBe(0)
    })
    expect(recordedBlobs(shop.chains(join(shop.root, AUDIT))[0] ?? [])).toHaveProperty(['src/b.ts'])
    shop.hook({ hook_event_name: 'SessionEnd' })
    shop.write('src/person.ts', 'p\n')
    expect(attach().status).toBe(0)
    const [chain = []] = shop.chains(join(shop.root, AUDIT))
    expect(recordedBlobs(chain)).not.toHaveProperty(['src/person.ts'])
    expect(chain.at(-1)?.event).toBe('session_end')
  })

  test('takes both sessions of a branch, and none of another branch', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'), 'session-1')
    shop.call('Bash', { command: 'two' }, () => shop.write('two', '2\n'), 'session-2')
    expect(attach().stdout.match(/^Attached/gm)).toHaveLength(2)
    shop.git('switch', '-q', '-c', 'claude/other')
    const none = attach()
    expect(none.status).toBe(1)
    expect(none.stderr).toContain('claude/other')
  })

  test('leaves a chain alone that is merged, and the session begins a new one', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
    attach()
    shop.git('add', '--all')
    shop.git('commit', '-qm', 'work')
    publishMain(shop)
    const again = attach()
    expect(again.status).toBe(1)
    expect(again.stdout).toContain('on the default branch already')
    shop.call('Bash', { command: 'two' }, () => shop.write('two', '2\n'))
    expect(shop.chains()).toHaveLength(2)
    expect(attach().status).toBe(0)
  })

  test('an attached chain stays with its branch', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
    attach()
    shop.git('switch', '-q', '-c', 'claude/next')
    shop.call('Bash', { command: 'two' }, () => shop.write('two', '2\n'))
    expect(shop.chains().map((chain) => Object.keys(recordedBlobs(chain)))).toEqual([
      ['one'],
      ['two'],
    ])
  })

  test('without a protected branch or repository says what to do', () => {
    shop = openWorkshop()
    shop.git('update-ref', '-d', 'refs/remotes/origin/main')
    shop.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
    expect(attach()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('git fetch origin'),
    })
    expect(attach('--repo', '/')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--repo'),
    })
  })
})

describe('at a stop', () => {
  test('unattached work is reminded of once, with the command', () => {
    shop = openWorkshop()
    expect(shop.hook({ hook_event_name: 'Stop' }).stdout).toBe('')
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
    const active = shop.hook({ hook_event_name: 'Stop', stop_hook_active: true })
    expect(active.stdout).toBe('')
    const reminded = JSON.parse(shop.hook({ hook_event_name: 'Stop' }).stdout)
    expect(reminded).toEqual({
      decision: 'block',
      reason: expect.stringContaining(`\`node "${resolve('dist/cli/index.js')}" audit attach\``),
    })
    expect(shop.hook({ hook_event_name: 'Stop' }).stdout).toBe('')
  })

  test('the short command is named where it is installed', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
    const bin = join(shop.root, '.git', 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'countersign'), '', { mode: 0o755 })
    const env = { PATH: `relative:${bin}:${process.env.PATH}` }
    const { reason } = JSON.parse(shop.hook({ hook_event_name: 'Stop' }, { env }).stdout)
    expect(reason).toContain('`countersign audit attach`')
  })

  test('attached work is not', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
    attach()
    expect(shop.hook({ hook_event_name: 'Stop' }).stdout).toBe('')
  })
})

describe('a chain that was interfered with', () => {
  const chainPath = () => join(shop.recorder, 'chains', shop.chains()[0]?.[0]?.chain ?? '')
  const state = () => `${chainPath()}.state.json`

  test('with half a line at its end is mended', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' })
    appendFileSync(`${chainPath()}.jsonl`, '{"record":{"chain":"')
    expect(shop.hook({ hook_event_name: 'UserPromptSubmit', prompt: 'x' }).code).toBe(0)
    expect(events()).toEqual([['session_start', 'intent', 'result', 'prompt']])
  })

  test('with a record that was not noted down is taken over', () => {
    shop = openWorkshop()
    shop.hook({ hook_event_name: 'SessionStart' })
    const before = readFileSync(state())
    shop.hook({
      hook_event_name: 'PreToolUse',
      tool_name: 'Bash',
      tool_input: { command: 'a' },
      tool_use_id: 't',
    })
    writeFileSync(state(), before)
    shop.hook({
      hook_event_name: 'PostToolUse',
      tool_name: 'Bash',
      tool_input: { command: 'a' },
      tool_use_id: 't',
    })
    expect(events()).toEqual([['session_start', 'intent', 'result']])
  })

  test.each(['{', '{}', '{"v":1,"seq":-1}'])(
    'whose state became %s is not continued, and still attached',
    (text) => {
      shop = openWorkshop()
      shop.call('Bash', { command: 'one' }, () => shop.write('one', '1\n'))
      writeFileSync(state(), text)
      expect(shop.call('Bash', { command: 'two' }, () => shop.write('two', '2\n')).code).toBe(0)
      expect(shop.chains()).toHaveLength(2)
      expect(attach().stdout.match(/^Attached/gm)).toHaveLength(2)
    },
  )

  test('that became shorter, or longer by something else, is refused', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' })
    const whole = readFileSync(`${chainPath()}.jsonl`, 'utf8')
    const path = `${chainPath()}.jsonl`
    for (const text of [
      whole.slice(0, -50),
      `${whole}{"record":{"seq":3},"record_hash":"${'0'.repeat(64)}"}\n`,
    ]) {
      writeFileSync(path, text)
      const refused = shop.call('Bash', { command: 'two' })
      expect(refused).toMatchObject({ code: 2, decision: 'deny' })
      expect(refused.stderr).toContain(path)
    }
  })
})

describe('what a person does', () => {
  test('after refusing a call, is not the session’s, even when they attach', () => {
    shop = openWorkshop()
    const publish = {
      tool_name: 'Bash',
      tool_input: { command: 'npm publish' },
      tool_use_id: 'asked',
    }
    expect(shop.hook({ hook_event_name: 'PreToolUse', ...publish }).decision).toBe('ask')
    shop.hook({ hook_event_name: 'Stop' })
    shop.write('src/person.ts', 'p\n')
    expect(attach().status).toBe(0)
    const [chain = []] = shop.chains(join(shop.root, AUDIT))
    expect(recordedBlobs(chain)).toEqual({})
    expect(chain.at(-1)?.files).toHaveProperty(['src/person.ts'])
  })

  test('is not the session’s either when its notes are deleted', () => {
    shop = openWorkshop()
    shop.hook({ hook_event_name: 'SessionStart' })
    shop.write('src/person.ts', 'p\n')
    for (const name of readdirSync(shop.recorder).filter((it) => it.startsWith('index-')))
      rmSync(join(shop.recorder, name))
    shop.call('Write', { file_path: 'src/b.ts', content: 'b\n' }, () =>
      shop.write('src/b.ts', 'b\n'),
    )
    expect(recordedBlobs(shop.chains()[0] ?? [])).toEqual({ 'src/b.ts': blobOf('src/b.ts') })
    shop.call('Bash', { command: 'x' }, () => shop.write('src/c.ts', 'c\n'))
    expect(Object.keys(recordedBlobs(shop.chains()[0] ?? []))).toEqual(['src/b.ts', 'src/c.ts'])
  })
})

test('a resumed session goes on with its chain, an ended one begins another', () => {
  shop = openWorkshop()
  shop.hook({ hook_event_name: 'SessionStart', source: 'startup' })
  shop.call('Bash', { command: 'one' })
  shop.hook({ hook_event_name: 'SessionStart', source: 'compact' })
  expect(shop.chains()).toHaveLength(1)
  shop.hook({ hook_event_name: 'SessionEnd' })
  shop.hook({ hook_event_name: 'SessionStart', source: 'resume' })
  shop.call('Bash', { command: 'two' }, () => shop.write('two', '2\n'))
  expect(shop.chains().map((chain) => chain.length)).toEqual([4, 3])
  expect(recordedBlobs(shop.chains()[1] ?? [])).toHaveProperty(['two'])
})
