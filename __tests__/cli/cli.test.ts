import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { NODE_24 } from '../support/run-action.ts'
import { runCli } from './run-cli.ts'

/** The built command line, as subprocesses. */

const POLICY = `version: 1
plan: { required: true }
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked., example: locked/x }
  - { id: ci, match: [".github/**"], decision: approve, reason: Workflows., example: .github/ci.yml }
commands:
  - { id: force-push, match: 'git\\s+push\\b.*--force', decision: deny, reason: Rewrites history., example: git push --force }
`
const PLAN = `version: 1
id: PAY-142
title: Retry webhooks
owner: "@alice"
expires: "2099-12-31"
scope: { must: [src/retry.ts], may: ["src/**", ".github/**"] }
`

let repo: TestRepo
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-cli-'))
  repo = createRepo()
  repo.write('.github/countersign.yml', POLICY)
  repo.write('.countersign/plans/PAY-142.yml', PLAN)
  repo.write('src/send.ts', 'send\n')
  repo.commit('Base')
  repo.write('src/retry.ts', 'retry\n')
  repo.commit('Retry', { branch: 'claude/pay-142' })
})

afterEach(() => {
  repo.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function check(...args: string[]) {
  return runCli(['check', '--repo', repo.dir, '--base', 'main', ...args])
}

function saveFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('countersign demo', () => {
  test.each([process.execPath, NODE_24])('blocks, explains and passes on %s', (node) => {
    const { code, stdout, stderr } = runCli(['demo'], { cwd: folder, node })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Blocked')
    expect(stdout).toContain('scope/outside-plan')
    expect(stdout).toContain('Passed')
  })
})

describe('countersign check', () => {
  test('passes a planned change', () => {
    const { code, stdout } = check()
    expect(code).toBe(0)
    expect(stdout).toContain('Passed')
  })

  test('blocks a change beyond its plan and names file, reason and next step', () => {
    repo.write('deploy.sh', 'x\n')
    repo.commit('More')
    const { code, stdout, stderr } = check()
    expect(code).toBe(1)
    expect(stdout).toMatch(/scope\/outside-plan[\s\S]*deploy\.sh/)
    expect(stdout).toContain('What to do next')
    expect(stderr).toBe('')
  })

  test('lists what waits for an approval, and does not block on it locally', () => {
    repo.write('.github/ci.yml', 'x\n')
    repo.commit('CI')
    const { code, stdout } = check('--format', 'json')
    const decision = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(decision.local).toBe(true)
    expect(decision.findings).toMatchObject([
      { rule: 'path/ci', level: 'approve', blocking: false },
    ])
  })

  test('prints only JSON, and the same bytes each time', () => {
    const first = check('--format', 'json', '--now', '2026-11-20T12:00:00Z')
    const second = check('--format', 'json', '--now', '2026-11-20T12:00:00Z')
    expect(first.stdout).toBe(second.stdout)
    expect(JSON.parse(first.stdout).checks.map((it: { id: string }) => it.id)).toEqual([
      'evidence',
      'policy',
      'plan',
      'scope',
      'paths',
      'patterns',
      'limits',
      'audit',
      'acceptance',
      'approvals',
    ])
  })

  test('judges the policy of the base, not that of the change or the work tree', () => {
    repo.write('.github/countersign.yml', 'version: 1\n')
    repo.write('locked/x', 'x\n')
    repo.commit('Open the lock')
    const { code, stdout } = check('--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings.map((it: { rule: string }) => it.rule)).toContain(
      'path/locked',
    )
  })

  test('tries out a local policy and says so', () => {
    const policy = saveFile('policy.yml', 'version: 1\nmode: observe\n')
    const { code, stdout } = check('--policy', policy)
    expect(code).toBe(0)
    expect(stdout).toContain('--policy')
  })

  test.each([
    ['observe', 0],
    ['standard', 1],
    ['strict', 1],
  ])('tries out the preset %s by its name and says so', (name, expected) => {
    repo.write('deploy.sh', 'x\n')
    repo.commit('More')
    const { code, stdout } = check('--policy', name)
    expect(code).toBe(expected)
    expect(stdout).toContain(`preset:${name} (given by --policy, not taken from the base branch)`)
    const { policy, findings } = JSON.parse(check('--policy', name, '--format', 'json').stdout)
    expect(policy.source).toBe(`preset:${name}`)
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'scope/outside-plan', blocking: true }),
    )
  })

  test('a file goes before the preset of its name', () => {
    saveFile('strict', 'version: 1\nmode: observe\n')
    const args = ['check', '--repo', repo.dir, '--base', 'main', '--policy', 'strict']
    const { code, stdout } = runCli(args, { cwd: folder })
    expect([code, stdout]).toEqual([0, expect.stringContaining('file:strict (given by --policy')])
  })

  test('says of a mistake in it that it is in that file', () => {
    const policy = saveFile('policy.yml', 'version: 1\nmode: sometimes\n')
    const { code, stdout } = check('--policy', policy)
    expect(code).toBe(1)
    expect(stdout).toContain('The policy file you gave is not valid')
    expect(stdout).not.toContain('base branch is not valid')
  })

  test('takes a local plan, and prefers the one on the base', () => {
    const wide = saveFile('wide.yml', PLAN.replace('"src/**"', '"**"'))
    repo.write('deploy.sh', 'x\n')
    repo.commit('More')
    expect(check('--plan', wide).code).toBe(0)
    expect(check('--plan', '.countersign/plans/PAY-142.yml').code).toBe(1)
  })

  test('blocks on a plan that only the change itself brings', () => {
    repo.git('switch', '--quiet', 'main')
    repo.remove('.countersign/plans/PAY-142.yml')
    repo.commit('No plan')
    repo.write('.countersign/plans/OWN.yml', PLAN.replace('"src/**"', '"**"'))
    repo.write('src/retry.ts', 'x\n')
    repo.commit('Bring my own', { branch: 'claude/own' })
    const { code, stdout } = check('--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'plan/unapproved' }])
  })

  test('judges plans by the time it is given', () => {
    const { code, stdout } = check('--now', '2100-01-01', '--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'plan/expired' }])
  })

  test('writes the decision where it is told to', () => {
    const output = join(folder, 'decision.json')
    const { code, stdout } = check('--format', 'json', '--output', output)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(JSON.parse(readFileSync(output, 'utf8')).conclusion).toBe('pass')
  })

  test('blocks when nothing changed: an empty list is never a pass', () => {
    expect(check('--head', 'main').code).toBe(1)
  })
})

describe('what cannot start ends with 2 and one sentence', () => {
  const notFacts = () => saveFile('facts.json', '[{"kind":"wish","actor":"a","actor_type":"User"}]')
  test.each<[string, () => readonly string[], string]>([
    ['a missing repository', () => ['check', '--repo', join(folder, 'none')], 'none'],
    ['an unknown base', () => ['check', '--repo', repo.dir, '--base', 'nope'], '"nope"'],
    [
      'an unknown head',
      () => ['check', '--repo', repo.dir, '--base', 'main', '--head', 'nope'],
      '"nope"',
    ],
    ['an option in a revision', () => ['check', '--repo', repo.dir, '--base=--output=x'], '--base'],
    [
      'a missing policy file',
      () => ['check', '--repo', repo.dir, '--policy', '/nonexistent.yml'],
      '/nonexistent.yml',
    ],
    [
      'a preset that is none',
      () => ['check', '--repo', repo.dir, '--policy', 'constructor'],
      'neither a local file nor a preset (observe, standard, strict)',
    ],
    [
      'a missing plan',
      () => ['check', '--repo', repo.dir, '--base', 'main', '--plan', 'gone.yml'],
      'gone.yml',
    ],
    [
      'unknown approval facts',
      () => ['check', '--repo', repo.dir, '--approvals', notFacts()],
      'facts.json',
    ],
    ['a time that is none', () => ['check', '--repo', repo.dir, '--now', 'soon'], '"soon"'],
    ['an unknown format', () => ['check', '--repo', repo.dir, '--format', 'pdf'], 'pdf'],
    ['an unknown command', () => ['chekc'], 'chekc'],
    ['an unknown option', () => ['check', '--frobnicate'], '--frobnicate'],
    [
      'a plan to lint that is not there',
      () => ['plan', 'lint', '/nonexistent.yml'],
      '/nonexistent.yml',
    ],
    [
      'a policy to lint that is not there',
      () => ['policy', 'lint', '/nonexistent.yml'],
      '/nonexistent.yml',
    ],
  ])('%s', (_name, args, names) => {
    const { code, stdout, stderr } = runCli(args())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(names)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('unrelated histories', () => {
    repo.git('switch', '--quiet', '--orphan', 'island')
    repo.git('commit', '--quiet', '--allow-empty', '-m', 'Alone')
    const { code, stderr } = check('--head', 'island')
    expect(code).toBe(2)
    expect(stderr).toContain('unrelated histories')
  })
})

describe('countersign plan', () => {
  test('new writes a plan of exactly the changed files, which then passes', () => {
    repo.write('src/it is [odd].ts', 'x\n')
    repo.write('#notes.md', 'x\n')
    repo.commit('More')
    const made = runCli([
      'plan',
      'new',
      '--repo',
      repo.dir,
      '--base',
      'main',
      '--owner',
      '@alice',
      '--now',
      '2026-11-20',
    ])
    expect(made.code).toBe(0)
    expect(made.stdout).toContain('id: claude-pay-142')
    expect(made.stdout).toContain('2026-12-20')
    const plan = saveFile('plan.yml', made.stdout)
    expect(runCli(['plan', 'lint', plan]).code).toBe(0)
    expect(check('--plan', plan, '--now', '2026-11-20').code).toBe(0)
    const narrower = saveFile('narrow.yml', made.stdout.replace(/^.*notes\.md.*\n/m, ''))
    const blocked = check('--plan', narrower, '--now', '2026-11-20')
    expect(blocked.code).toBe(1)
    expect(blocked.stdout).toContain('#notes.md')
  })

  test('new writes from flags alone, and never over a file unasked', () => {
    const output = join(folder, 'p', 'plan.yml')
    const args = [
      'plan',
      'new',
      '--repo',
      repo.dir,
      '--id',
      'A-1',
      '--title',
      'T',
      '--owner',
      'bob',
      '--may',
      'docs/**',
    ]
    expect(runCli([...args, '--output', output]).code).toBe(0)
    expect(readFileSync(output, 'utf8')).toContain("owner: '@bob'")
    expect(runCli([...args, '--output', output]).code).toBe(2)
    expect(runCli([...args, '--output', output, '--force']).code).toBe(0)
  })

  test('lint names line and column', () => {
    const plan = saveFile('bad.yml', PLAN.replace('src/retry.ts', '/src/retry.ts'))
    const { code, stdout } = runCli(['plan', 'lint', plan])
    expect(code).toBe(1)
    expect(stdout).toMatch(/line 6, column \d+: .*starts with "\/"/)
  })

  test('digest is the SHA-256 of the bytes', () => {
    const plan = saveFile('empty', '')
    expect(runCli(['plan', 'digest', plan]).stdout).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n',
    )
  })
})

describe('countersign policy', () => {
  test('lint accepts a good policy and places the problems of a bad one', () => {
    const good = saveFile('good.yml', POLICY)
    expect(runCli(['policy', 'lint', good])).toMatchObject({ code: 0 })
    const bad = saveFile('bad.yml', `${POLICY}surprise: true\n`)
    const { code, stdout } = runCli(['policy', 'lint', bad])
    expect(code).toBe(1)
    expect(stdout).toContain('line 8, column 1: "surprise" is not a known key')
  })

  test('lint notes what a valid policy leaves open, and nothing about one that does not', () => {
    const exempt = (actor: string) => `exempt: [{ actors: ["${actor}"], checks: [plan] }]\n`
    const lint = (text: string) =>
      runCli(['policy', 'lint', saveFile('open.yml', `version: 1\n${text}`)])
    const open = lint(
      `${exempt('github-actions[bot]')}modes: { plan: warn }\nplan: {}\napprovals: { tiers: { high: { minimum: 2 } } }\n`,
    )
    expect(open.code).toBe(0)
    expect(open.stdout).toContain(
      'note: "exempt" spares github-actions[bot] from plan: any workflow',
    )
    expect(open.stdout).toContain('note: approvals is in enforce mode and plan only in warn mode')
    expect(lint(exempt('claude[bot]')).stdout).toContain('that account is an agent')
    expect(lint('approvals: { tiers: { high: {} } }\n').stdout).toContain(
      'the tier "high" has no paths',
    )
    expect(lint(`${exempt('dependabot[bot]')}approvals: {}\n`).stdout).not.toContain('note:')
  })

  test('explain says what applies to a path', () => {
    const policy = saveFile('policy.yml', POLICY)
    const { code, stdout } = runCli(['policy', 'explain', policy, '--path', 'locked/a'])
    expect(code).toBe(0)
    expect(stdout).toContain('locked')
    expect(stdout).not.toContain('Workflows')
  })

  test('test runs the examples beside a policy', () => {
    const policy = saveFile('policy.yml', POLICY)
    const examples = (rule: string) => `version: 1
examples:
  - name: A locked file stays
    change: { modified: { locked/a: "x" } }
    expect: { deny: [${rule}] }
  - name: Ordinary work is left alone
    change: { added: { src/a: "x" } }
    expect: { none: true }
  - name: History stays
    command: git push --force origin main
    expect: { deny: [command/force-push] }
`
    saveFile('policy.examples.yml', examples('path/locked'))
    expect(runCli(['policy', 'test', policy])).toMatchObject({
      code: 0,
      stdout: '3 of 3 examples as expected\n',
    })
    saveFile('policy.examples.yml', examples('path/other'))
    const { code, stdout } = runCli(['policy', 'test', policy])
    expect(code).toBe(1)
    expect(stdout).toContain(
      'A locked file stays: expected path/other (deny); found: path/locked (deny)',
    )
  })

  test.each(['observe', 'standard', 'strict'])('the preset %s is valid', (name) => {
    const policy = saveFile('policy.yml', `version: 1\nextends: ${name}\n`)
    expect(runCli(['policy', 'lint', policy])).toMatchObject({ code: 0 })
  })
})
