import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import {
  attachedChains,
  openWorkshop,
  publishMain,
  recordedBlobs,
  runCli,
  type Workshop,
} from './workshop.ts'

let shop: Workshop
afterEach(() => shop.dispose())

const attach = () => runCli(shop, 'audit', 'attach')

function work(path: string, session = 'session-1') {
  const input = { file_path: path, content: `${path}\n` }
  return shop.call('Write', input, () => shop.write(path, `${path}\n`), session)
}

function commitAll() {
  shop.git('add', '--all')
  shop.git('commit', '-qm', 'work')
}

/** What the gate finds wrong with the chains of the present branch. */
function auditFindings(): string[] {
  const { stdout } = runCli(shop, 'check', '--base', 'origin/main', '--format', 'json')
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] }
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('audit/'))
}

const AUDITED =
  'version: 1\nplan: { required: false, sources: [base] }\naudit: { required: true, unexplained: deny }\n'

describe('a session that moves to another branch', () => {
  /** The default branch goes on; the agent's branch stays where it left it. */
  function beginOnNewerMain() {
    shop = openWorkshop({ policy: AUDITED })
    shop.git('switch', '-q', 'main')
    shop.write('src/new.ts', 'new\n')
    commitAll()
    publishMain(shop)
    shop.hook({ hook_event_name: 'SessionStart' })
  }

  test('older than where its chain begins, begins another that the gate accepts', () => {
    beginOnNewerMain()
    shop.call('Bash', { command: 'git switch claude/work' }, () =>
      shop.git('switch', '-q', 'claude/work'),
    )
    work('src/b.ts')
    expect(shop.chains()).toHaveLength(2)
    expect(attach().stdout.match(/^Attached/gm)).toHaveLength(1)
    commitAll()
    expect(auditFindings()).toEqual([])
  })

  test('that begins at the same commit or later goes on with its chain', () => {
    beginOnNewerMain()
    shop.call('Bash', { command: 'git switch -c claude/next' }, () =>
      shop.git('switch', '-q', '-c', 'claude/next'),
    )
    work('src/b.ts')
    expect(shop.chains()).toHaveLength(1)
    expect(attach().code).toBe(0)
    commitAll()
    expect(auditFindings()).toEqual([])
  })

  test('attaches no chain that begins after where the branch leaves the default one', () => {
    beginOnNewerMain()
    work('src/b.ts')
    shop.git('reset', '-q', '--soft', 'HEAD~1')
    const { code, stdout } = attach()
    expect(code).toBe(1)
    expect(stdout).toContain('foreign')
    expect(attachedChains(shop)).toEqual([])
  })
})

describe('the name of the repository', () => {
  const start = () =>
    JSON.parse(shop.hook({ hook_event_name: 'SessionStart' }).stdout).hookSpecificOutput
      .additionalContext

  test('is read from the address of a proxy', () => {
    shop = openWorkshop({ policy: AUDITED })
    const proxy = 'http://local_proxy@127.0.0.1:4000/git/Acme/shop'
    shop.git('remote', 'set-url', 'origin', proxy)
    expect(start()).not.toContain('names no owner')
    work('src/b.ts')
    expect(attach().code).toBe(0)
    expect(shop.chains()[0]?.[0]?.genesis?.repository).toBe('Acme/shop')
    commitAll()
    expect(auditFindings()).toEqual([])
  })

  test('that no address tells is said at the start and when attaching', () => {
    shop = openWorkshop()
    shop.git('remote', 'set-url', 'origin', '/srv/git/shop')
    expect(start()).toContain('names no owner and repository')
    work('src/b.ts')
    const { code, stdout } = attach()
    expect(code).toBe(1)
    expect(stdout).toContain('git remote set-url origin')
  })

  test('of another repository is another repository’s', () => {
    shop = openWorkshop()
    work('src/b.ts')
    shop.git('remote', 'set-url', 'origin', 'https://github.com/acme/SHOP')
    expect(attach().code).toBe(0)
    shop.git('remote', 'set-url', 'origin', 'https://github.com/other/shop')
    expect(attach()).toMatchObject({ code: 1, stdout: expect.stringContaining('other/shop') })
  })
})

describe('one bad chain', () => {
  const fileOf = (session: string) => {
    const chain = shop.chains().find(([first]) => first?.role?.session_id === session)
    return join(shop.recorder, 'chains', `${chain?.[0]?.chain}.jsonl`)
  }

  test.each([
    ['shorter than it was', (text: string) => text.slice(0, -50), 'audit/truncated'],
    ['changed', (text: string) => text.replace('"status":"ok"', '"status":"no"'), 'audit/'],
  ])('that is %s is named, and the others are attached', (_how, spoil, rule) => {
    shop = openWorkshop()
    work('src/a1.ts', 'one')
    work('src/a2.ts', 'two')
    const path = fileOf('one')
    writeFileSync(path, spoil(readFileSync(path, 'utf8')))
    const { code, stdout } = attach()
    expect(code).toBe(0)
    expect(stdout.match(/^Attached/gm)).toHaveLength(1)
    expect(stdout).toContain('is damaged and not attached')
    expect(stdout).toContain(rule)
    expect(attachedChains(shop)).toHaveLength(1)
  })

  test('that is the only one is no reason to say that nothing was recorded', () => {
    shop = openWorkshop()
    work('src/a1.ts')
    const path = fileOf('session-1')
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -50))
    const { code, stderr } = attach()
    expect(code).toBe(1)
    expect(stderr).toContain('cannot be used')
    expect(stderr).not.toContain('no agent')
  })

  test('with a secret in a file name is named with what to do', () => {
    shop = openWorkshop({ policy: AUDITED })
    const token = `ghp_${'Ab1'.repeat(12)}`
    shop.call('Bash', { command: 'x' }, () => shop.write(`src/${token}.txt`, 'x\n'))
    const { code, stdout } = attach()
    expect(code).toBe(1)
    expect(stdout).toContain('audit/secret')
    expect(stdout).toContain('new session')
    expect(stdout).not.toContain(token)
  })
})

test('a seal beside the old copy has to be made again, and attach says so', () => {
  shop = openWorkshop()
  work('src/b.ts')
  attach()
  const [path = ''] = attachedChains(shop)
  const seal = join(shop.root, path.replace('.jsonl', '.dsse.json'))
  writeFileSync(seal, '{}')
  work('src/c.ts')
  expect(attach().stdout).toContain(`seal it again with "countersign audit seal ${path}`)
  rmSync(seal)
  work('src/d.ts')
  expect(attach().stdout).not.toContain('seal')
})

describe('a branch name that is used again', () => {
  function workAndEnd(path: string, session: string) {
    work(path, session)
    shop.hook({ hook_event_name: 'SessionEnd', session_id: session })
  }

  test('leaves out what was recorded for the abandoned work', () => {
    shop = openWorkshop({ policy: AUDITED })
    workAndEnd('src/old.ts', 'one')
    attach()
    commitAll()
    shop.git('switch', '-q', 'main')
    shop.git('branch', '-q', '-D', 'claude/work')
    shop.git('switch', '-q', '-c', 'claude/work')
    workAndEnd('src/b.ts', 'two')
    const { code, stdout } = attach()
    expect(code).toBe(0)
    expect(stdout.match(/^Attached/gm)).toHaveLength(1)
    expect(stdout).toContain('earlier work under the same branch name')
    commitAll()
    expect(auditFindings()).toEqual([])
  })

  test('keeps a session that is over when its work is there, staged, committed or deleted', () => {
    shop = openWorkshop()
    workAndEnd('src/committed.ts', 'one')
    commitAll()
    workAndEnd('src/staged.ts', 'two')
    shop.git('add', 'src/staged.ts')
    rmSync(join(shop.root, 'src/staged.ts'))
    shop.call('Bash', { command: 'rm' }, () => rmSync(join(shop.root, 'src/a.ts')), 'three')
    shop.hook({ hook_event_name: 'SessionEnd', session_id: 'three' })
    expect(attach().stdout.match(/^Attached/gm)).toHaveLength(3)
    expect(existsSync(join(shop.root, 'src/a.ts'))).toBe(false)
    expect(recordedBlobs(shop.chains().flat())).toHaveProperty(['src/a.ts'], null)
  })
})
