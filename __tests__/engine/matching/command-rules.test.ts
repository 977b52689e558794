import { describe, expect, test } from '@jest/globals'
import { makeCommandJudge } from '../../../src/engine/matching/command-rules.ts'
import { makePolicy } from '../make.ts'

const { commands } = makePolicy(`version: 1
commands:
  - { id: force-push, match: 'git\\s+push\\b.*(--force|-f\\b)', decision: deny, reason: Rewrites history. }
  - { id: publish, match: '\\bnpm\\s+publish\\b', flags: i, decision: approve, approvers: ["@acme/release"] }
`)

const rules = (command: string) => makeCommandJudge(commands)(command).map(({ rule }) => rule)

test('a finding carries the rule, its level, its reason and who may settle it', () => {
  expect(makeCommandJudge(commands)('npm publish')).toEqual([
    { rule: 'command/publish', level: 'approve', reason: '', approvers: ['@acme/release'] },
  ])
})

describe('spellings of one command', () => {
  test.each([
    'git push --force origin main',
    'cd /tmp && git push -f',
    'git  push origin main -f',
    'git push \\\n  --force',
    'git \\\r\n push -f',
    'git\u00a0push -f',
    'git pu\u200bsh -f',
    'ｇｉｔ push -f',
  ])('%j', (command) => {
    expect(rules(command)).toEqual(['command/force-push'])
  })

  test('two rules at once', () => {
    expect(rules('NPM publish; git push -f')).toEqual(['command/force-push', 'command/publish'])
  })

  test.each(['git push origin main', 'git pull -f', 'git status', 'npm test', ''])(
    'honest twin: %j',
    (command) => {
      expect(rules(command)).toEqual([])
    },
  )
})
