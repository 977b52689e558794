import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openWorkshop, publishMain, type Workshop } from './workshop.ts'

const PLAN = `version: 1
id: P-1
title: Retry failed webhooks
owner: "@alice"
branch: "claude/*"
expires: "2099-12-31"
scope:
  must: [src/webhooks/retry.ts]
  may: ["src/webhooks/**", docs/webhooks.md]
`

let shop: Workshop
let calls = 0

function ask(tool: string, input: object, cwd = shop.root) {
  calls += 1
  const call = { tool_name: tool, tool_input: input, tool_use_id: `toolu_${calls}` }
  return shop.hook({ hook_event_name: 'PreToolUse', ...call }, { cwd })
}

describe('under the standard policy and a plan', () => {
  beforeAll(() => {
    shop = openWorkshop({
      plan: PLAN,
      files: { 'src/webhooks/send.ts': 'send()\n', 'docs/webhooks.md': '# W\n' },
    })
  })
  afterAll(() => shop.dispose())

  test.each([
    ['Write', { file_path: 'src/webhooks/retry.ts', content: 'retry()\n' }],
    ['Edit', { file_path: 'src/webhooks/send.ts', old_string: 'send', new_string: 'sendOnce' }],
    ['MultiEdit', { file_path: 'docs/webhooks.md', edits: [{ old_string: 'W', new_string: 'V' }] }],
    ['Bash', { command: 'npm test -- --watch=false' }],
    ['Read', { file_path: 'src/a.ts' }],
    ['Glob', { pattern: '**/*.ts' }],
    ['Grep', { pattern: 'send\\(', path: 'src' }],
    ['WebFetch', { url: 'https://example.com/docs', prompt: 'x' }],
    ['Task', { prompt: 'look around', subagent_type: 'Explore' }],
    ['TodoWrite', { todos: [] }],
    ['mcp__files__write', { path: 'src/webhooks/x.ts', content: 'x\n' }],
  ])('%s %j is let through in silence', (tool, input) => {
    expect(ask(tool, input)).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test.each([
    [
      'outside of the plan',
      'Write',
      { file_path: 'src/other.ts', content: 'x\n' },
      'scope/outside-plan',
    ],
    [
      'an edit outside of it',
      'Edit',
      { file_path: 'src/a.ts', old_string: '1', new_string: '2' },
      'scope/outside-plan',
    ],
    [
      'by a tool nobody knows',
      'mcp__files__write',
      { path: 'src/a.ts', content: 'x' },
      'scope/outside-plan',
    ],
    [
      'a secret',
      'Write',
      {
        file_path: 'src/webhooks/k.ts',
        content: `k = "ghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}"\n`,
      },
      'pattern/github-token',
    ],
    [
      'hidden text',
      'Write',
      { file_path: 'src/webhooks/k.ts', content: 'a\u202eb\n' },
      'pattern/invisible',
    ],
    [
      'the record',
      'Write',
      { file_path: '.countersign/audit/x.jsonl', content: 'x' },
      'evidence/tampered',
    ],
    [
      'git itself',
      'Write',
      { file_path: '.git/hooks/pre-commit', content: 'x' },
      'evidence/unsafe-name',
    ],
    [
      'the recorder',
      'Write',
      { file_path: '.git/countersign/chains/x', content: 'x' },
      'evidence/unsafe-name',
    ],
    ['a key read', 'Read', { file_path: 'deploy/id_rsa' }, 'path/credential-file'],
    [
      'a key searched',
      'Grep',
      { pattern: 'BEGIN', path: 'deploy', glob: 'id_rsa' },
      'path/credential-file',
    ],
    ['history', 'Bash', { command: 'git push --force origin main' }, 'command/force-push'],
    [
      'history, in pieces',
      'Bash',
      { command: 'git push \\\n  --force origin main' },
      'command/force-push',
    ],
  ])('%s is denied', (_, tool, input, rule) => {
    const { code, decision, reason } = ask(tool, input)
    expect({ code, decision }).toEqual({ code: 0, decision: 'deny' })
    expect(reason).toContain(rule)
  })

  test.each([
    ['Read', { file_path: 'api/.env.production' }, 'path/env-file'],
    ['Bash', { command: 'npm publish' }, 'command/publish'],
  ])('%s %j is asked about', (tool, input, rule) => {
    const { decision, reason } = ask(tool, input)
    expect(decision).toBe('ask')
    expect(reason).toContain(rule)
  })

  test('the answer has the form the host expects', () => {
    const { stdout } = ask('Write', { file_path: 'src/other.ts', content: 'x\n' })
    expect(JSON.parse(stdout)).toEqual({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'deny',
        permissionDecisionReason: `Countersign, scope/outside-plan: "src/other.ts" is outside the plan P-1. Change only what the plan names, or ask the plan's owner to widen it.`,
      },
    })
  })

  test('a path counts under every name that leads to it', () => {
    symlinkSync('src', join(shop.root, 'lib'))
    symlinkSync('webhooks', join(shop.root, 'src/hooks'))
    expect(ask('Write', { file_path: 'lib/other.ts', content: 'x\n' }).decision).toBe('deny')
    expect(ask('Write', { file_path: 'src/webhooks/../other.ts', content: 'x\n' }).decision).toBe(
      'deny',
    )
    // The plan names neither link, so work through one is outside of it, wherever it leads.
    expect(ask('Write', { file_path: 'src/hooks/x.ts', content: 'x\n' }).reason).toContain(
      'src/hooks/x.ts',
    )
    const inside = join(shop.root, 'src/webhooks')
    expect(ask('Write', { file_path: 'x.ts', content: 'x\n' }, inside).decision).toBe('allow')
  })

  test('outside of the repository nothing is judged', () => {
    expect(ask('Write', { file_path: '/nowhere/x.ts', content: 'x\n' }).decision).toBe('allow')
  })

  test('a repository made inside does not lead out of the policy', () => {
    const inner = join(shop.root, 'scratch')
    mkdirSync(inner)
    shop.git('init', '-q', inner)
    expect(ask('Bash', { command: 'git push --force' }, inner).decision).toBe('deny')
    expect(
      ask('Write', { file_path: join(shop.root, 'src/a.ts'), content: 'x\n' }, inner).decision,
    ).toBe('deny')
  })

  test('control characters in a name come out as escapes', () => {
    expect(ask('Write', { file_path: 'src/\u001b[2Jx\n.ts', content: 'x\n' }).reason).toContain(
      '\\u{001B}',
    )
  })
})

describe('the policy in force', () => {
  afterAll(() => shop.dispose())

  test('comes from the protected branch, never from the work tree', () => {
    shop = openWorkshop({ policy: 'version: 1\ncommands: []\n' })
    const strict =
      'version: 1\ncommands: [{ id: no-make, match: "make", decision: deny, reason: No., example: make }]\n'
    shop.write('.github/countersign.yml', strict)
    expect(ask('Bash', { command: 'make all' }).decision).toBe('allow')
    shop.git('commit', '-qam', 'policy')
    publishMain(shop)
    expect(ask('Bash', { command: 'make all' }).decision).toBe('deny')
    shop.write('.github/countersign.yml', 'version: 1\n')
    expect(ask('Bash', { command: 'make all' }).decision).toBe('deny')
    shop.dispose()
  })

  test.each(['observe', 'warn'])('in %s mode stops nothing and records all the same', (mode) => {
    shop = openWorkshop({ policy: `version: 1\nextends: standard\nmode: ${mode}\n` })
    expect(ask('Bash', { command: 'git push --force' })).toMatchObject({ code: 0, stdout: '' })
    expect(shop.chains()[0]?.at(-1)).toMatchObject({
      event: 'intent',
      rules: { decision: 'allow', rule: null },
    })
    shop.dispose()
  })

  test('with a mode for each check stops what is enforced and nothing else', () => {
    const modes = 'modes: { patterns: warn, paths: observe }'
    shop = openWorkshop({ policy: `version: 1\nextends: standard\n${modes}\n`, plan: PLAN })
    const content = `export const token = '${['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_')}'\n`
    const allowed = { file_path: 'src/webhooks/retry.ts', content }
    expect(ask('Write', allowed)).toMatchObject({ decision: 'allow' })
    expect(ask('Write', { ...allowed, file_path: 'elsewhere.ts' })).toMatchObject({
      decision: 'deny',
    })
    expect(ask('Bash', { command: 'git push --force' })).toMatchObject({ decision: 'deny' })
    shop.dispose()
  })

  test('that enforces one check first stops by that one', () => {
    const modes = 'mode: observe\nmodes: { patterns: enforce }'
    shop = openWorkshop({ policy: `version: 1\nextends: standard\n${modes}\n`, plan: PLAN })
    const content = `export const token = '${['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_')}'\n`
    expect(ask('Write', { file_path: 'src/webhooks/retry.ts', content })).toMatchObject({
      decision: 'deny',
    })
    expect(ask('Write', { file_path: 'elsewhere.ts', content: 'x\n' })).toMatchObject({
      decision: 'allow',
    })
    expect(ask('Bash', { command: 'git push --force' })).toMatchObject({ decision: 'allow' })
    shop.dispose()
  })

  test('that is broken refuses everything, with the place of the fault', () => {
    shop = openWorkshop({ policy: 'version: 1\nmoed: enforce\n' })
    const refused = ask('Read', { file_path: 'src/a.ts' })
    expect(refused).toMatchObject({ code: 2, decision: 'deny' })
    expect(refused.stderr).toContain('line 2, column 1')
    shop.dispose()
  })

  test('without a fitting plan refuses writes only where no other plan could come', () => {
    const policy = (sources: string) =>
      `version: 1\nplan: { required: true, sources: [${sources}] }\n`
    const write = { file_path: 'src/a.ts', content: 'x\n' }
    shop = openWorkshop({ policy: policy('base'), plan: PLAN, branch: 'other' })
    expect(ask('Write', write)).toMatchObject({ decision: 'deny' })
    expect(ask('Bash', { command: 'ls' })).toMatchObject({ decision: 'allow' })
    shop.git('switch', '-q', '-c', 'claude/now')
    expect(ask('Write', { ...write, file_path: 'src/webhooks/b.ts' })).toMatchObject({
      decision: 'allow',
    })
    shop.dispose()
    shop = openWorkshop({ policy: policy('base, issue'), plan: PLAN, branch: 'other' })
    expect(ask('Write', write)).toMatchObject({ decision: 'allow' })
  })
})
