import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openWorkshop, type Workshop } from './workshop.ts'

const POLICY = `version: 1
plan: { required: true, sources: [base] }
audit: { required: true, unexplained: deny }
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked. }
  - { id: secret, match: ["**/.env", "secrets/**"], on: [read], decision: deny, reason: Secret. }
patterns:
  - { id: drop, match: 'DROP TABLE', in: added, paths: ["**/*.sql"], decision: deny, reason: No., example: DROP TABLE x }
commands:
  - { id: force-push, match: 'git\\s+push\\b.*--force', decision: deny, reason: Rewrites history., example: git push --force }
`
const PLAN = `version: 1
id: P-1
title: Work
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**", "link/**"] }
`

let shop: Workshop
let outside: string
let calls = 0

beforeAll(() => {
  shop = openWorkshop({
    policy: POLICY,
    plan: PLAN,
    files: { 'locked/k.ts': 'k\n', 'secrets/p': 'p\n', 'src/old.sql': 'DROP TABLE old\n' },
  })
  outside = mkdtempSync(join(tmpdir(), 'countersign-outside-'))
})
afterAll(() => {
  shop.dispose()
  rmSync(outside, { recursive: true, force: true })
})

function ask(
  tool: string,
  input: object,
  options: { cwd?: string; env?: Record<string, string> } = {},
) {
  calls += 1
  const call = { tool_name: tool, tool_input: input, tool_use_id: `toolu_${calls}` }
  return shop.hook({ hook_event_name: 'PreToolUse', ...call }, options)
}

const PATCH = (body: string) => `*** Begin Patch\n${body}\n*** End Patch\n`
const FORCE = ['git', 'push', '--force']

describe('whatever form a tool’s input has', () => {
  test.each<[string, object, string]>([
    ['Bash', { command: FORCE }, 'command/force-push'],
    ['Shell', { command: ['bash', '-lc', 'git push --force'] }, 'command/force-push'],
    ['mcp__shell__run', { command: FORCE }, 'command/force-push'],
    ['mcp__shell__run', { command: 'git', args: ['push', '--force'] }, 'command/force-push'],
    ['mcp__shell__run', { command: 'git push --force', path: '/tmp' }, 'command/force-push'],
    [
      'mcp__shell__run',
      { command: 'git push --force', file: 'src/x', text: 'y' },
      'command/force-push',
    ],
    ['mcp__shell__run', { cmd: 'git push --force' }, 'command/force-push'],
    ['mcp__shell__run', { script: 'git push --force' }, 'command/force-push'],
    ['editor', { command: 'create', path: 'locked/x', file_text: 'x' }, 'path/locked'],
    ['mcp__x__write', { relative_path: 'locked/x', content: 'x' }, 'path/locked'],
    ['mcp__x__write', { filePath: 'locked/x', content: 'x' }, 'path/locked'],
    ['mcp__x__write', { path: 'locked/x', data: 'x' }, 'path/locked'],
    ['mcp__x__write', { path: 'locked/x', body: 'x' }, 'path/locked'],
    ['mcp__x__move_file', { source: 'src/a.ts', destination: 'locked/a.ts' }, 'path/locked'],
    ['mcp__x__move_file', { source: 'locked/k.ts', destination: 'src/k.ts' }, 'path/locked'],
    ['mcp__x__rename', { path: 'locked/k.ts', new_path: 'src/k.ts' }, 'path/locked'],
    ['mcp__x__copy', { path: 'src/a.ts', target: 'locked/a.ts' }, 'path/locked'],
    [
      'mcp__x__push',
      {
        files: [
          { path: 'src/x', content: '' },
          { path: 'locked/a', content: 'x' },
        ],
      },
      'path/locked',
    ],
    [
      'mcp__x__push',
      {
        files: [
          { path: 'src/x', content: '' },
          { path: 'src/a.sql', content: 'DROP TABLE x' },
        ],
      },
      'pattern/drop',
    ],
    ['apply_patch', { input: PATCH('*** Update File: locked/k.ts\n-k\n+z') }, 'path/locked'],
    ['apply_patch', { input: PATCH('*** Add File: locked/new.ts\n+z') }, 'path/locked'],
    ['apply_patch', { input: PATCH('*** Delete File: locked/k.ts') }, 'path/locked'],
    [
      'apply_patch',
      { input: PATCH('*** Update File: src/a.ts\n*** Move to: locked/a.ts') },
      'path/locked',
    ],
    ['apply_patch', { input: PATCH('*** Add File: src/new.sql\n+DROP TABLE x') }, 'pattern/drop'],
    [
      'Shell',
      { command: ['apply_patch', PATCH('*** Add File: locked/new.ts\n+z')] },
      'path/locked',
    ],
    [
      'Bash',
      { command: `apply_patch <<'EOF'\n${PATCH('*** Add File: locked/n\n+z')}EOF` },
      'path/locked',
    ],
    [
      'mcp__git__apply',
      { diff: '--- a/locked/k.ts\n+++ b/locked/k.ts\n@@ -1 +1 @@\n-k\n+z\n' },
      'path/locked',
    ],
    [
      'mcp__git__apply',
      { patch: '--- a/locked/k.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-k\n' },
      'path/locked',
    ],
    ['mcp__x__read_file', { path: 'secrets/p' }, 'path/secret'],
    ['mcp__x__read_multiple_files', { paths: ['src/a.ts', 'secrets/p'] }, 'path/secret'],
    ['getFile', { filePath: 'src/.env' }, 'path/secret'],
    ['editor', { command: 'view', path: 'secrets/p' }, 'path/secret'],
    ['Grep', { pattern: '.', path: 'secrets', output_mode: 'content' }, 'path/secret'],
    ['Glob', { pattern: '*', path: './secrets/' }, 'path/secret'],
    ['LS', { path: 'secrets' }, 'path/secret'],
  ])('%s %j is denied', (tool, input, rule) => {
    const { decision, reason } = ask(tool, input)
    expect(decision).toBe('deny')
    expect(reason).toContain(rule)
  })

  test('an address of a file is a path', () => {
    const uri = pathToFileURL(join(shop.root, 'locked/x')).href
    expect(ask('mcp__x__write', { uri, content: 'x' }).reason).toContain('path/locked')
    const absolute_path = join(shop.root, 'locked/x')
    expect(ask('mcp__x__write', { absolute_path, content: 'x' }).reason).toContain('path/locked')
  })

  test.each<[string, object]>([
    ['Bash', { command: ['git', 'push'] }],
    ['mcp__shell__run', { command: 'git', args: ['push'] }],
    ['mcp__x__write', { relative_path: 'src/x', content: 'DROP TABLE is for .sql only' }],
    ['mcp__x__move_file', { source: 'src/a.ts', destination: 'src/b.ts' }],
    [
      'mcp__x__push',
      {
        files: [
          { path: 'src/notes.md', content: 'DROP TABLE' },
          { path: 'src/a.sql', content: 'x' },
        ],
      },
    ],
    ['apply_patch', { input: PATCH('*** Update File: src/old.sql\n-DROP TABLE old\n+-- gone') }],
    ['apply_patch', { input: PATCH('*** Add File: src/notes.md\n+*** Add File: locked/x') }],
    ['Write', { file_path: 'src/notes.md', content: PATCH('*** Add File: locked/x\n+x') }],
    [
      'mcp__git__apply',
      { diff: '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n-k\n+++ locked/k\n' },
    ],
    ['mcp__x__read_file', { path: 'src/a.ts' }],
    ['Grep', { pattern: 'x', path: 'src' }],
    ['browser_drag', { source: '#a', target: '#b' }],
    ['browser_click', { target: '#button', text: 'Save' }],
    ['mcp__web__open', { uri: 'https://example.com/secrets/p' }],
  ])('%s %j is let through', (tool, input) => {
    expect(ask(tool, input)).toMatchObject({ code: 0, stdout: '' })
  })
})

describe('a link', () => {
  beforeAll(() => {
    mkdirSync(join(shop.root, 'src/d'))
    const link = (to: string, at: string) => symlinkSync(to, join(shop.root, at))
    link('../locked/new.ts', 'src/to-locked')
    link('to-locked', 'src/to-link')
    link('../.git/hooks/pre-push', 'src/to-hook')
    link('new.ts', 'src/to-new')
    link('loop', 'src/loop')
    link('src/d', 'link')
  })

  test.each([
    ['src/to-locked', 'path/locked'],
    ['src/to-link', 'path/locked'],
    ['src/to-hook', 'evidence/unsafe-name'],
    // The system goes up from where the link leads.
    ['link/../../locked/x', 'path/locked'],
  ])('with nothing at its end yet: %s is judged where it leads', (path, rule) => {
    expect(ask('Write', { file_path: path, content: 'x\n' }).reason).toContain(rule)
  })

  test('that leads to itself is refused', () => {
    const refused = ask('Write', { file_path: 'src/loop', content: 'x\n' })
    expect(refused).toMatchObject({ code: 2, decision: 'deny' })
  })

  test.each(['src/to-new', 'link/x'])('%s inside of the plan is let through', (path) => {
    expect(ask('Write', { file_path: path, content: 'x\n' }).decision).toBe('allow')
  })
})

describe('an agent that stands outside of the work tree', () => {
  const inProject = () => ({ cwd: outside, env: { CLAUDE_PROJECT_DIR: shop.root } })

  test('is judged by the project its session was started in', () => {
    expect(ask('Bash', { command: 'git push --force' }, inProject()).decision).toBe('deny')
    expect(ask('Bash', { command: 'ls' }, inProject()).decision).toBe('allow')
    const path = join(shop.root, 'locked/x')
    expect(ask('Write', { file_path: path, content: 'x' }, inProject()).decision).toBe('deny')
  })

  test('is left alone where there is no project', () => {
    expect(ask('Bash', { command: 'git push --force' }, { cwd: outside }).stdout).toBe('')
  })
})
