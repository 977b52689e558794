import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { furnish, openWorkshop, publishMain, type Workshop } from '../hook/workshop.ts'
import { eventPayload } from '../support/event-payload.ts'
import { createGitHub } from '../support/github-server.ts'
import { hermeticGitEnv } from '../support/repo.ts'
import { runAction } from '../support/run-action.ts'
import { readDecision } from './desk.ts'

/**
 * From the first tool call to the gate, as shipped: hook processes record what an agent does, the
 * command line attaches the chain, and the gate matches it to the diff.
 */

const CLI = resolve('dist/cli/index.js')
const POLICY = `version: 1
plan: { required: true, sources: [base] }
audit: { required: true, unexplained: deny }
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked. }
commands:
  - { id: force-push, match: 'git\\s+push\\b.*--force', decision: deny, reason: Rewrites history., example: git push --force }
`
const PLAN = `version: 1
id: P-1
title: Work
owner: "@alice"
branch: "claude/**"
expires: "2099-12-31"
scope: { may: ["src/**", "docs/**"] }
`

let shop: Workshop
afterEach(() => shop.dispose())

function open(): void {
  shop = openWorkshop({ policy: POLICY, plan: PLAN })
}

function countersign(...args: string[]) {
  const options = { cwd: shop.root, env: hermeticGitEnv(shop.root), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], options)
  return { status, stdout, stderr }
}

function check(...args: string[]): Decision {
  const { stdout, stderr } = countersign(
    'check',
    '--base',
    'origin/main',
    '--format',
    'json',
    ...args,
  )
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Decision
}

/** `rule path`, of everything that blocks. */
function blocking({ findings }: Decision): string[] {
  return findings.filter((it) => it.blocking).map(({ rule, path }) => `${rule} ${path}`)
}

function write(path: string, text: string, session?: string) {
  const work = () => shop.write(path, text)
  return shop.call('Write', { file_path: path, content: text }, work, session)
}

function commitAll(message = 'Work'): void {
  shop.git('add', '--all')
  shop.git('commit', '-q', '-m', message)
}

function attachAndCommit(): void {
  const { status, stderr } = countersign('audit', 'attach')
  expect([status, stderr]).toEqual([0, ''])
  commitAll()
}

/** An afternoon of an agent: writes, shell edits, refusals, a correction, a subagent, a second session. */
function work(): void {
  shop.hook({ hook_event_name: 'SessionStart', source: 'startup', model: 'model-1' })
  shop.hook({ hook_event_name: 'UserPromptSubmit', prompt: 'Retry failed webhooks.' })
  expect(write('src/retry.ts', 'export const retries = 2\n').decision).toBe('allow')
  const shell = () => {
    shop.write('src/retry.ts', 'export const retries = 3\n')
    rmSync(join(shop.root, 'src/a.ts'))
  }
  expect(shop.call('Bash', { command: 'sed -i s/2/3/ src/retry.ts' }, shell).decision).toBe('allow')
  expect(shop.call('Bash', { command: 'git push --force' }).decision).toBe('deny')
  expect(write('locked/key.ts', 'x\n').decision).toBe('deny')
  expect(write('deploy/prod.yml', 'x\n').decision).toBe('deny')
  expect(write('docs/retry.md', 'Three times.\n').decision).toBe('allow')
  shop.hook({ hook_event_name: 'SubagentStop', agent_id: 'sub-1' })
  shop.hook({ hook_event_name: 'SessionEnd', reason: 'other' })
  shop.hook({ hook_event_name: 'SessionStart', session_id: 'session-2', source: 'startup' })
  expect(write('docs/more.md', 'More.\n', 'session-2').decision).toBe('allow')
  shop.hook({ hook_event_name: 'Stop', session_id: 'session-2', stop_hook_active: true })
}

describe('an agent’s recorded work', () => {
  test('passes for its own change, and the decision says what the chains are worth', () => {
    open()
    work()
    attachAndCommit()
    const decision = check()
    expect(blocking(decision)).toEqual([])
    expect(decision.conclusion).toBe('pass')
    expect(decision.audit).toMatchObject({ assurance: 'unanchored' })
    expect(decision.audit?.chains).toHaveLength(2)
    expect(decision.stats.records).toBeGreaterThan(12)
    const chains = decision.audit?.chains.map(({ id }) => `.countersign/audit/${id}.jsonl`) ?? []
    expect(countersign('audit', 'verify', ...chains).status).toBe(0)
    const refused = countersign('audit', 'query', '--decision', 'deny', ...chains)
    expect(refused.stdout.trimEnd().split('\n')).toHaveLength(3)
  })

  test('passes on GitHub, through the built action', async () => {
    open()
    work()
    attachAndCommit()
    // The server has the base where the clone last saw it.
    shop.git('branch', '--force', 'main', 'origin/main')
    const server = await createGitHub({ repos: { 'Acme/shop': { dir: shop.root } } })
    try {
      server.openPull({ number: 7, head: 'claude/work' })
      const repository = 'Acme/shop'
      const event = eventPayload('pull_request', 'synchronize', { repository, number: 7 })
      const result = await runAction({ server, eventName: 'pull_request_target', event })
      const passed = readDecision(result)
      expect(blocking(passed)).toEqual([])
      expect(passed.conclusion).toBe('pass')
      expect(passed.audit?.chains).toHaveLength(2)
    } finally {
      await server.close()
    }
  })

  test('does not vouch for another change', () => {
    open()
    work()
    attachAndCommit()
    shop.git('switch', '-q', '-c', 'claude/other', 'origin/main')
    shop.git('checkout', 'claude/work', '--', '.countersign/audit')
    shop.write('src/other.ts', 'export const other = 1\n')
    commitAll()
    expect(blocking(check())).toEqual(['audit/unexplained-change src/other.ts'])
  })

  test('does not vouch twice: once it is merged, it is of the past', () => {
    open()
    work()
    attachAndCommit()
    publishMain(shop)
    shop.git('switch', '-q', '-c', 'claude/next')
    expect(write('src/next.ts', 'export const next = 1\n', 'session-2').decision).toBe('allow')
    attachAndCommit()
    const decision = check()
    expect(blocking(decision)).toEqual([])
    expect(decision.audit?.chains).toHaveLength(1)
  })

  test('shows what a person changed afterwards, and what changed between two calls', () => {
    open()
    work()
    shop.write('src/by-hand.ts', 'export const hand = 1\n')
    attachAndCommit()
    shop.write('docs/more.md', 'More, by hand.\n')
    commitAll('By hand')
    expect(blocking(check())).toEqual([
      'audit/content-mismatch docs/more.md',
      'audit/unexplained-change src/by-hand.ts',
    ])
  })

  test('shows a refused command that was run anyway', () => {
    open()
    work()
    const call = {
      session_id: 'session-2',
      tool_name: 'Bash',
      tool_input: { command: 'git push --force' },
      tool_use_id: 'forced',
    }
    expect(shop.hook({ hook_event_name: 'PreToolUse', ...call }).decision).toBe('deny')
    shop.hook({ hook_event_name: 'PostToolUse', ...call, tool_response: {} })
    attachAndCommit()
    const rules = blocking(check()).map((line) => line.split(' ')[0])
    expect(rules).toEqual(['audit/denied-action', 'command/force-push'])
  })

  test('cannot be edited, shortened or left out', () => {
    open()
    work()
    attachAndCommit()
    const [chain] = check().audit?.chains ?? []
    const path = `.countersign/audit/${chain?.id}.jsonl`
    const text = shop.git('show', `HEAD:${path}`)
    const judge = (content: string | null) => {
      if (content === null) rmSync(join(shop.root, path))
      else shop.write(path, content)
      commitAll()
      const rules = blocking(check()).map((line) => line.split(' ')[0] ?? '')
      shop.git('reset', '-q', '--hard', 'HEAD~1')
      return new Set(rules)
    }
    expect(judge(`${text.replace('"tool":"Write"', '"tool":"Reads"')}\n`)).toContain(
      'audit/record-hash',
    )
    expect(judge(`${text.split('\n').slice(0, -1).join('\n')}\n`)).toContain('audit/truncated')
    expect(judge(null)).toContain('audit/unexplained-change')
  })
})

describe('a clone of somebody else', () => {
  test('with another name for the repository does not take the chain', () => {
    open()
    work()
    attachAndCommit()
    shop.git('remote', 'set-url', 'origin', 'https://github.com/other/shop.git')
    const rules = new Set(blocking(check()).map((line) => line.split(' ')[0]))
    expect([...rules]).toEqual(['audit/foreign'])
  })

  test('has tools of its own and no record', () => {
    open()
    const other = furnish(shop.root)
    expect(other.chains()).toEqual([])
    expect(countersign('audit', 'attach').status).toBe(1)
  })
})
