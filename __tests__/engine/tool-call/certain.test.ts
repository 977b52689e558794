import { describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import type { ToolAction } from '../../../src/engine/tool-call/action.ts'
import { isCertainlyAllowed } from '../../../src/engine/tool-call/certain.ts'
import { makePrefilter } from '../../../src/engine/tool-call/prefilter.ts'
import type { PlanScope } from '../../../src/engine/tool-call/scope.ts'
import { bytesOf, makePlan, makePolicy } from '../make.ts'

/** One rule of each kind, so that what the shortcut keeps of each can be seen. */
const POLICY = makePolicy(`version: 1
paths:
  - { id: keys, match: ["keys/**"], on: [read], decision: deny }
  - { id: log, match: ["log/**"], on: [read], decision: warn }
  - { id: new, match: ["new/**"], on: [added], decision: deny }
  - { id: old, match: ["old/**"], on: [modified, deleted], decision: approve }
  - { id: gone, match: ["gone/**"], on: [deleted], decision: deny }
  - { id: hint, match: ["hint/**"], on: [added, modified], decision: warn }
patterns:
  - { id: drop, match: DROP, in: added, decision: deny }
  - { id: guard, match: requireLogin, in: removed, paths: ["src/**"], decision: approve }
  - { id: any, match: secret, in: any, decision: deny }
  - { id: maybe, match: perhaps, decision: warn }
commands:
  - { id: push, match: git push, decision: approve }
  - { id: pull, match: git pull, decision: warn }
`)
const UNJUDGED: PlanScope = { kind: 'unjudged' }

function makeAction(given: Partial<ToolAction>): ToolAction {
  return { category: 'other', paths: [], before: null, after: null, command: null, ...given }
}

function isCertain(action: Partial<ToolAction>, scope = UNJUDGED): boolean {
  return isCertainlyAllowed(makePrefilter(POLICY, scope), makeAction(action))
}

function write(path: string, before: string | null, after: string, mode = '100644'): ToolAction {
  return makeAction({
    category: 'file_write',
    paths: [path],
    before: before === null ? null : { mode, bytes: bytesOf(before) },
    after: bytesOf(after),
  })
}

test('a policy is boiled down to what stops a call', () => {
  expect(makePrefilter(POLICY, UNJUDGED)).toEqual({
    writes: [
      { need: 'new', on: ['added'] },
      { need: 'old', on: ['modified'] },
    ],
    reads: ['keys'],
    patterns: [
      { path: true, text: 'drop', in: 'added' },
      { path: 'src', text: 'requirelogin', in: 'removed' },
      { path: true, text: 'secret', in: 'any' },
    ],
    commands: ['git push'],
    scope: null,
  })
})

describe('a command', () => {
  const isCertainCommand = (command: string) => isCertain({ category: 'command', command })

  test.each(['git status', 'git pull', 'a\tb\nc', 'echo \\x41'])('certain: %s', (command) => {
    expect(isCertainCommand(command)).toBe(true)
  })

  test.each([
    ['that a rule may stop', 'GIT PUSH'],
    ['over lines', 'git \\\npush'],
    ['with escapes', 'git \\x70ush'],
    ['with a letter beyond ASCII in front', 'é git status'],
    ['with one behind', 'git status é'],
    ['with one that is escaped', 'echo \\u00e9'],
    ['with a control character', 'git\rstatus'],
  ])('left to the rules: %s', (_, command) => {
    expect(isCertainCommand(command)).toBe(false)
  })
})

describe('a path', () => {
  test.each(['src/a.ts', '.github/a', 'src/.gitignore', 'git/a~b', 'a.b c/d', '.gitx'])(
    'ordinary: %s',
    (path) => {
      expect(isCertain({ category: 'file_read', paths: [path] })).toBe(true)
    },
  )

  test.each([
    ['at the root', '/a'],
    ['with nothing between', 'a//b'],
    ['that ends in a dot', 'a.'],
    ['under a folder that ends in a space', 'a /b'],
    ["of git's own", '.git'],
    ["of git's own, further down", 'a/.GIT/config'],
    ["of git's own, with a dot", '.git.'],
    ["of git's own, with a stream", '.git x'],
    ['of attributes', 'a/.gitattributes'],
    ['of attributes at the root', '.gitattributes'],
    ['of the records', '.countersign/audit/a'],
    ['of the records, further down', 'a/.Countersign/x'],
    ["short for git's own", 'GIT~1/config'],
    ["short for git's own, hashed", 'a/gi7eba~1'],
    ['that means something in a glob', 'a[b]'],
    ['with a letter beyond ASCII', 'é'],
    ['that is empty', ''],
  ])('left to the rules: one %s', (_, path) => {
    expect(isCertain({ category: 'file_read', paths: [path] })).toBe(false)
    expect(isCertain({ category: 'file_read', paths: ['src/a.ts', path] })).toBe(false)
    expect(isCertain(write(path, null, 'x\n'))).toBe(false)
  })
})

describe('a read', () => {
  test('is certain where no rule on reading may name any of its paths', () => {
    const isCertainRead = (...paths: string[]) => isCertain({ category: 'file_read', paths })
    expect(isCertainRead('src/a.ts', 'log/a', 'new/a')).toBe(true)
    expect(isCertainRead('src/a.ts', 'keys/a')).toBe(false)
    expect(isCertainRead('KEYS/a', 'src/a.ts')).toBe(false)
  })
})

describe('a write', () => {
  test.each<[string, ToolAction]>([
    ['of a new file', write('src/a.ts', null, 'x\n')],
    ['of a program', write('src/a', 'x\n', 'y\n', '100755')],
    ['of an old file where only new ones are watched', write('new/a', 'x\n', 'y\n')],
    ['of a new file where only old ones are watched', write('old/a', null, 'y\n')],
    ['where only deleting is watched', write('gone/a', 'x\n', 'y\n')],
    ['where a rule only warns', write('hint/a', 'perhaps\n', 'perhaps not\n')],
    ['that takes out what may not come in', write('a.sql', 'DROP\n', 'x\n')],
    ['that brings in what may not go', write('src/a.ts', 'x\n', 'requireLogin()\n')],
    ['that takes it out elsewhere', write('lib/a.ts', 'requireLogin()\n', 'x\n')],
    [
      'far from what stands there',
      write('a', `secret\n\n\n\nx\n\n\n\nsecret`, `secret\n\n\n\ny\n\n\n\nsecret`),
    ],
  ])('certain: %s', (_, action) => {
    expect(isCertain(action)).toBe(true)
  })

  test.each<[string, ToolAction]>([
    ['of a new file where those are watched', write('new/a', null, 'x\n')],
    ['of an old file where those are watched', write('OLD/a', 'x\n', 'y\n')],
    ['of a link', write('src/a', 'x', 'y', '120000')],
    ['of which nobody knows what it writes', makeAction({ category: 'file_write', paths: ['a'] })],
    ['of what may not come in', write('a.sql', 'x\n', 'drop\n')],
    ['of what may not come in, in escapes', write('a.sql', null, 'DR\\x4fP\n')],
    ['of what may not come in, over lines', write('a.sql', null, 'DR\\\nOP\n')],
    ['of what may not go', write('src/a.ts', 'requireLogin()\n', 'x\n')],
    ['of what may do neither: in', write('a', 'x\n', 'secret\n')],
    ['of what may do neither: out', write('a', 'secret\n', 'x\n')],
    ['three lines below', write('a', 'secret\n\n\nx\n', 'secret\n\n\ny\n')],
    ['three lines above', write('a', 'x\n\n\nsecret\n', 'y\n\n\nsecret\n')],
    ['that ends a line which goes on', write('a', 'x\nsecret', 'x\nsecret\n')],
    ['of letters beyond ASCII', write('a', null, 'é\n')],
    ['over letters beyond ASCII', write('a', 'é\n', 'x\n')],
    ['of letters in escapes', write('a', null, '\\u00e9\n')],
    ['over letters in escapes', write('a', '\\u00e9\n', 'x\n')],
    [
      'of what stands for other content',
      write('a', null, 'version https://git-lfs.github.com/spec/v1\n'),
    ],
  ])('left to the rules: %s', (_, action) => {
    expect(isCertain(action)).toBe(false)
  })

  test('under several names is certain only when each of them is', () => {
    const under = (...paths: string[]) => isCertain({ ...write('', null, 'x\n'), paths })
    expect(under('src/a.ts', 'lib/a.ts')).toBe(true)
    expect(under('src/a.ts', 'new/a.ts')).toBe(false)
    expect(under('new/a.ts', 'src/a.ts')).toBe(false)
  })
})

describe('the scope of a write', () => {
  const parsed = parsePlan(
    makePlan({
      must: ['src/a.ts', 'docs/**'],
      may: ['lib/*/**', 'lib/*.ts', 'test/**', '{x,y}/z'],
    }),
  )
  if (!parsed.ok) throw new Error('the plan is not valid')
  const scope: PlanScope = { kind: 'plans', plans: [parsed.plan] }

  test('is kept as the files and folders that are named as they are', () => {
    expect(makePrefilter(POLICY, scope).scope).toEqual({
      files: ['src/a.ts'],
      folders: ['docs/', 'test/'],
    })
    expect(makePrefilter(POLICY, { kind: 'none', findings: [] }).scope).toEqual({
      files: [],
      folders: [],
    })
  })

  test.each([
    ['src/a.ts', true],
    ['docs/a/b.md', true],
    ['test/a.ts', true],
    ['src/a.tsx', false],
    ['SRC/a.ts', false],
    ['docs/', false],
    ['docs', false],
    ['a/docs/', false],
    ['lib/a.ts', false],
    ['other/a.ts', false],
  ])('a write to %s is certain: %s', (path, isInScope) => {
    expect(isCertain(write(path, null, 'x\n'), scope)).toBe(isInScope)
    expect(isCertain(write(path, null, 'x\n'), { kind: 'none', findings: [] })).toBe(false)
  })
})
