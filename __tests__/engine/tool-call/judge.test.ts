import { describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import type { ToolAction } from '../../../src/engine/tool-call/action.ts'
import { judgeToolCall } from '../../../src/engine/tool-call/judge.ts'
import type { PlanScope } from '../../../src/engine/tool-call/scope.ts'
import { bytesOf, describeFindings, makePlan, makePolicy, type PlanParts } from '../make.ts'

const POLICY = makePolicy(`version: 1
paths:
  - { id: keys, match: ["keys/**"], on: [read], decision: deny, reason: Keys are secret., approvers: ["@acme/sec"] }
  - { id: new, match: ["new/**"], on: [added], decision: deny }
  - { id: old, match: ["old/**"], on: [modified], decision: warn }
patterns:
  - { id: drop, match: DROP, decision: approve }
commands:
  - { id: push, match: git push, decision: approve, reason: People push., approvers: ["@alice"] }
  - { id: force, match: --force, decision: deny }
`)
const UNJUDGED: PlanScope = { kind: 'unjudged' }

function makeAction(given: Partial<ToolAction>): ToolAction {
  return { category: 'other', paths: [], before: null, after: null, command: null, ...given }
}

function writeTo(path: string, before: string | null, after: string, mode = '100644'): ToolAction {
  return makeAction({
    category: 'file_write',
    paths: [path],
    before: before === null ? null : { mode, bytes: bytesOf(before) },
    after: bytesOf(after),
  })
}

function judge(action: Partial<ToolAction>, scope = UNJUDGED): string[] {
  return describeFindings(judgeToolCall(POLICY, scope, makeAction(action)))
}

describe('a command', () => {
  test('runs into its rules, the strictest first', () => {
    expect(judge({ category: 'command', command: 'git push --force' })).toEqual([
      'command/force deny',
      'command/push approve',
    ])
    expect(judge({ category: 'command', command: 'git status' })).toEqual([])
  })

  test('is told with why, and with who may allow it', () => {
    expect(judgeToolCall(POLICY, UNJUDGED, makeAction({ command: 'git push' }))).toEqual([
      { rule: 'command/push', level: 'approve', reason: 'People push.', approvers: ['@alice'] },
    ])
  })
})

describe('a read', () => {
  test('runs into the rules on reading, under each of its names', () => {
    const paths = ['src/a.ts', 'keys/a.pem', 'new/a.ts']
    expect(judgeToolCall(POLICY, UNJUDGED, makeAction({ category: 'file_read', paths }))).toEqual([
      {
        rule: 'path/keys',
        level: 'deny',
        path: 'keys/a.pem',
        reason: 'Keys are secret.',
        approvers: ['@acme/sec'],
        evidence: { status: 'read' },
      },
    ])
  })

  test('is no matter for a tool that does not read, and a write is none for rules on reading', () => {
    expect(judge({ paths: ['keys/a.pem'] })).toEqual([])
    expect(judge(writeTo('keys/a.pem', null, 'x\n'))).toEqual([])
  })
})

describe('a write', () => {
  test.each<[string, ToolAction, string[]]>([
    ['of a new file', writeTo('new/a.ts', null, 'x\n'), ['path/new deny new/a.ts']],
    ['of one that was there', writeTo('new/a.ts', 'y\n', 'x\n'), []],
    ['of one that was empty', writeTo('new/a.ts', '', 'x\n'), []],
    ['that modifies', writeTo('old/a.ts', 'y\n', 'x\n'), ['path/old warn old/a.ts']],
    ['that adds where modifying is watched', writeTo('old/a.ts', null, 'x\n'), []],
    ['of blocked content', writeTo('a.sql', 'x\n', 'DROP\n'), ['pattern/drop approve a.sql']],
    ['beside content that was there', writeTo('a.sql', 'DROP\nx\n', 'DROP\ny\n'), []],
    ['by a tool that writes nothing', makeAction({ paths: ['new/a.ts'], after: bytesOf('x') }), []],
  ])('%s', (_, action, expected) => {
    expect(judge(action)).toEqual(expected)
  })

  test('is judged under every name it has, and the strictest comes first', () => {
    const action = { ...writeTo('', null, 'DROP\n'), paths: ['src/a.ts', 'new/a.ts'] }
    expect(judge(action)).toEqual([
      'path/new deny new/a.ts',
      'pattern/drop approve src/a.ts',
      'pattern/drop approve new/a.ts',
    ])
  })

  test('through a link is told, and a new file is an ordinary one', () => {
    expect(judge(writeTo('src/a', 'b', 'c', '120000'))).toEqual(['change/symlink deny src/a'])
    expect(judge(writeTo('src/a', null, 'c'))).toEqual([])
  })

  test('is not for the audit trail, in any spelling, and is for what lies beside it', () => {
    for (const path of ['.countersign/audit/a.jsonl', '.Countersign/AUDIT/a'])
      expect(judge(writeTo(path, null, 'x\n'))).toEqual([`evidence/tampered deny ${path}`])
    expect(judge(writeTo('.countersign/audits/a', null, 'x\n'))).toEqual([])
  })

  test('is not to a name that nobody can read, unless the policy says otherwise', () => {
    const hidden = 'docs/a\u202eb.md'
    expect(judge(writeTo(hidden, null, 'x\n'))).toEqual([`evidence/unsafe-name deny ${hidden}`])
    expect(judge(writeTo('docs/ab.md', null, 'x\n'))).toEqual([])
    const relaxed = makePolicy(`version: 1
paths: [{ id: docs, match: ["docs/**"], on: [added], decision: warn, relaxes: [evidence/unsafe-name] }]
`)
    const levels = judgeToolCall(relaxed, UNJUDGED, writeTo(hidden, null, 'x\n'))
    expect(levels.map(({ level }) => level)).toEqual(['warn', 'warn'])
  })
})

describe('the scope of a write', () => {
  const planOf = (parts: PlanParts) => {
    const parsed = parsePlan(makePlan(parts))
    if (!parsed.ok) throw new Error('the plan is not valid')
    return parsed.plan
  }
  const docs = planOf({ id: 'P-1', may: ['docs/**'] })
  const source = planOf({ id: 'P-2', must: ['src/a.ts', 'src/b.ts'] })
  const action = writeTo('src/a.ts', null, 'x\n')

  test('is that of any plan that fits the branch', () => {
    expect(judge(action, { kind: 'plans', plans: [docs, source] })).toEqual([])
    expect(judge(action, { kind: 'plans', plans: [docs] })).toEqual([
      'scope/outside-plan deny src/a.ts',
    ])
    expect(judge(writeTo('b', null, 'x'), { kind: 'plans', plans: [docs, source] })).toHaveLength(2)
  })

  test('is nothing at all where a plan is missing', () => {
    const none: PlanScope = { kind: 'none', findings: [{ rule: 'plan/missing', level: 'deny' }] }
    expect(judge(action, none)).toEqual(['plan/missing deny'])
    expect(judge({ category: 'file_read', paths: ['src/a.ts'] }, none)).toEqual([])
  })
})
