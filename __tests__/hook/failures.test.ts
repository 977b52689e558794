import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { hermeticGitEnv } from '../support/repo.ts'
import {
  furnish,
  openWorkshop,
  publishMain,
  runHook,
  startHook,
  type Workshop,
} from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const BASH = {
  hook_event_name: 'PreToolUse',
  tool_name: 'Bash',
  tool_input: { command: 'npm test' },
  tool_use_id: 't',
}

describe('what is no event', () => {
  test.each([
    ['nothing', ''],
    ['half an object', '{"hook_event_name":"PreToolUse"'],
    ['a list', '[]'],
    ['no event name', '{"session_id":"s"}'],
    ['no tool', '{"hook_event_name":"PreToolUse","session_id":"s","tool_input":{}}'],
    [
      'an input that is text',
      '{"hook_event_name":"PreToolUse","session_id":"s","tool_name":"Bash","tool_input":"ls"}',
    ],
    [
      'no session',
      '{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"}}',
    ],
    ['deep nesting', `{"hook_event_name":"PreToolUse","tool_input":${'['.repeat(200_000)}`],
  ])('%s is refused', (_, text) => {
    shop = openWorkshop()
    const refused = runHook(text, hermeticGitEnv(shop.root))
    expect(refused).toMatchObject({
      code: 2,
      decision: 'deny',
      stderr: expect.stringContaining('Countersign'),
    })
  })

  test('an event nobody knows is passed over', () => {
    shop = openWorkshop()
    expect(shop.hook({ hook_event_name: 'Notification', message: 'x' })).toMatchObject({
      code: 0,
      stdout: '',
    })
    expect(shop.hook({ hook_event_name: 'toString' })).toMatchObject({ code: 0, stdout: '' })
  })
})

describe('where there is no policy', () => {
  const isUntouched = () => {
    expect(shop.hook(BASH)).toMatchObject({ code: 0, stdout: '', stderr: '' })
    expect(shop.hook({ hook_event_name: 'SessionStart' })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(existsSync(shop.recorder)).toBe(false)
  }

  test('nothing is said and nothing written', () => {
    shop = openWorkshop({ policy: null })
    isUntouched()
  })

  test('nor without a remote, however strict the work tree', () => {
    shop = openWorkshop({ policy: null })
    shop.git('update-ref', '-d', 'refs/remotes/origin/main')
    shop.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
    shop.write('.github/countersign.yml', 'version: 1\nextends: strict\n')
    isUntouched()
  })

  test('nor outside of any repository', () => {
    shop = furnish(mkdtempSync(join(tmpdir(), 'countersign-none-')))
    isUntouched()
  })
})

describe('what cannot be recorded is refused', () => {
  test('with objects of the protected branch missing', () => {
    shop = openWorkshop()
    shop.git('update-ref', '-d', 'refs/remotes/origin/main')
    writeFileSync(join(shop.root, '.git/refs/remotes/origin/main'), `${'1'.repeat(40)}\n`)
    expect(shop.hook(BASH)).toMatchObject({ code: 2, decision: 'deny' })
  })

  test('with something in the way of the recorder', () => {
    shop = openWorkshop()
    writeFileSync(shop.recorder, '')
    expect(shop.hook(BASH)).toMatchObject({ code: 2, decision: 'deny' })
  })

  test('with a full disk, and the chain stays whole; with a read-only one', () => {
    shop = openWorkshop()
    mkdirSync(shop.recorder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', shop.recorder])
    } catch {
      // Without the right to mount there is no small disk to fill; a file in the way has to do.
      rmSync(shop.recorder, { recursive: true })
      writeFileSync(shop.recorder, '')
      expect(shop.hook(BASH)).toMatchObject({ code: 2, decision: 'deny' })
      return
    }
    try {
      expect(shop.hook({ hook_event_name: 'SessionStart' }).code).toBe(0)
      const records = shop.chains()[0]?.length
      execFileSync('sh', ['-c', `cat /dev/zero > "${shop.recorder}/filler" 2>/dev/null || true`])
      const refused = shop.hook(BASH)
      expect(refused).toMatchObject({ code: 2, decision: 'deny' })
      expect(refused.stderr).toContain('ENOSPC')
      expect(shop.chains()[0]).toHaveLength(records ?? 0)
      rmSync(join(shop.recorder, 'filler'))
      expect(shop.hook(BASH)).toMatchObject({ code: 0, stdout: '' })
      execFileSync('mount', ['-o', 'remount,ro', shop.recorder])
      const onReadOnly = shop.hook({ ...BASH, tool_use_id: 'u' })
      expect(onReadOnly).toMatchObject({ code: 2, decision: 'deny' })
      expect(onReadOnly.stderr).toContain('EROFS')
    } finally {
      execFileSync('umount', [shop.recorder])
    }
  })

  test('when it is stopping for the second time, a failure does not hold it', () => {
    shop = openWorkshop()
    writeFileSync(shop.recorder, '')
    expect(shop.hook({ hook_event_name: 'Stop' }).code).toBe(2)
    const again = shop.hook({ hook_event_name: 'Stop', stop_hook_active: true })
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('systemMessage') })
  })
})

describe('side by side', () => {
  test('no record is lost, doubled or torn', async () => {
    shop = openWorkshop()
    const env = hermeticGitEnv(shop.root)
    const count = 30
    const events = Array.from({ length: count }, (_, at) => ({
      ...BASH,
      session_id: 'session-1',
      cwd: shop.root,
      tool_use_id: `t${at}`,
      tool_input: { command: `echo ${at}` },
    }))
    const before = await Promise.all(events.map((event) => startHook(event, env)))
    expect(before.filter(({ code, stdout }) => code !== 0 || stdout !== '')).toEqual([])
    for (let at = 0; at < count; at += 1) shop.write(`made/${at}.txt`, `${at}\n`)
    const after = await Promise.all(
      events.map((event) =>
        startHook({ ...event, hook_event_name: 'PostToolUse', tool_response: 'ok' }, env),
      ),
    )
    expect(after.filter(({ code }) => code !== 0)).toEqual([])
    const chains = shop.chains()
    expect(chains).toHaveLength(1)
    const ids = (event: string) =>
      chains[0]
        ?.filter((record) => record.event === event)
        .map((record) => record.reference?.tool_use_id)
        .sort()
    const expected = events.map((event) => event.tool_use_id).sort()
    expect(ids('intent')).toEqual(expected)
    expect(ids('result')).toEqual(expected)
    const paths = chains[0]?.flatMap((record) => Object.keys(record.result?.blobs ?? {})) ?? []
    expect(paths).toHaveLength(count)
    expect(new Set(paths).size).toBe(count)
  })
})

describe('in all kinds of repositories', () => {
  const write = { file_path: 'src/b.ts', content: 'b\n' }

  const works = (place: Workshop) => {
    place.call('Write', write, () => place.write('src/b.ts', 'b\n'))
    expect(place.call('Bash', { command: 'git push --force' }).decision).toBe('deny')
    expect(place.chains()[0]?.[2]?.result?.blobs).toEqual({
      'src/b.ts': place.git('hash-object', 'src/b.ts'),
    })
  }

  test('with SHA-256 objects', () => {
    shop = openWorkshop({ objectFormat: 'sha256' })
    works(shop)
  })

  test('with a detached HEAD', () => {
    shop = openWorkshop()
    shop.git('switch', '-q', '--detach')
    works(shop)
  })

  test('with packed refs', () => {
    shop = openWorkshop()
    shop.git('pack-refs', '--all')
    works(shop)
  })

  test('without origin/HEAD', () => {
    shop = openWorkshop()
    shop.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
    works(shop)
  })

  test('on a branch without commits', () => {
    shop = openWorkshop()
    shop.git('switch', '-q', '--orphan', 'fresh')
    works(shop)
  })

  test('with a linked work tree, each with a record of its own', () => {
    shop = openWorkshop()
    const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'countersign-linked-'))), 'linked')
    shop.git('worktree', 'add', '-q', '-b', 'claude/linked', root)
    const linked = furnish(root, join(shop.root, '.git/worktrees/linked'))
    works(linked)
    expect(existsSync(shop.recorder)).toBe(false)
    const other = { file_path: join(shop.root, '.git/config'), content: 'x' }
    expect(linked.call('Write', other).decision).toBe('deny')
    linked.dispose()
  })

  test('with variables in the environment that point elsewhere', () => {
    shop = openWorkshop()
    const env = {
      GIT_DIR: '/nonexistent',
      GIT_INDEX_FILE: '/nonexistent/i',
      GIT_WORK_TREE: '/',
      GIT_CONFIG_COUNT: '9',
    }
    const call = { ...BASH, tool_use_id: 'e' }
    expect(shop.hook(call, { env })).toMatchObject({ code: 0, stdout: '' })
    shop.write('x.txt', 'x\n')
    expect(shop.hook({ ...call, hook_event_name: 'PostToolUse' }, { env }).code).toBe(0)
    expect(shop.chains()[0]?.at(-1)?.result?.blobs).toHaveProperty(['x.txt'])
  })

  test('with hooks and a monitor of its own, which are not run', () => {
    shop = openWorkshop()
    const trap = join(shop.root, '.git/trap.sh')
    writeFileSync(trap, `#!/bin/sh\ntouch "${shop.root}/.git/sprung"\n`, { mode: 0o755 })
    mkdirSync(join(shop.root, '.git/hooks'), { recursive: true })
    writeFileSync(join(shop.root, '.git/hooks/post-index-change'), `#!/bin/sh\n${trap}\n`, {
      mode: 0o755,
    })
    shop.git('config', 'core.fsmonitor', trap)
    shop.call('Write', write, () => shop.write('src/b.ts', 'b\n'))
    expect(existsSync(join(shop.root, '.git/sprung'))).toBe(false)
  })

  test('in which the policy moved on meanwhile', () => {
    shop = openWorkshop()
    shop.call('Bash', { command: 'one' })
    shop.write('.github/countersign.yml', 'version: 1\nextends: strict\n')
    shop.git('commit', '-qam', 'strict')
    publishMain(shop)
    expect(shop.call('Bash', { command: 'npm publish' }).decision).toBe('deny')
    const shas = shop.chains()[0]?.flatMap(({ rules }) => rules?.policy_sha256 ?? [])
    expect(new Set(shas).size).toBe(2)
  })
})
