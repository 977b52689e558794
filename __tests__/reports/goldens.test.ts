import { describe, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { toCheckRun } from '../../src/reports/check-run.ts'
import { renderComment } from '../../src/reports/comment.ts'
import { renderJson } from '../../src/reports/json.ts'
import type { ReportLinks } from '../../src/reports/links.ts'
import { renderMarkdown } from '../../src/reports/markdown/index.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import {
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
  makeProven,
} from './decisions.ts'
import { expectGolden } from './golden.ts'

const LINKS: ReportLinks = {
  server: 'https://github.com',
  run: 'https://github.com/acme/shop/actions/runs/1',
}

const OUTSIDER = makeDecision({
  conclusion: 'not-applicable',
  plan: null,
  subject: { ...makeDecision().subject, agent: { is_agent: false, signals: [] } },
})

const LOCAL = makeDecision({
  local: true,
  policy: { source: 'file:try.yml', sha256: '1'.repeat(64), extends: [] },
  appeal: { policy_owners: [], override: null },
  findings: [
    makeFinding({
      id: '1'.repeat(16),
      rule: 'path/control-plane',
      level: 'approve',
      blocking: false,
      path: 'CLAUDE.md',
      line: null,
      message: 'These files steer every later run.',
      remedy: 'Approval needed from @acme/security.',
    }),
  ],
})

const CASES: readonly (readonly [string, Decision])[] = [
  ['blocked', makeBlocked()],
  ['passed', makeDecision()],
  ['observed', makeBlocked({ conclusion: 'pass', mode: 'observe' })],
  ['warned', makeBlocked({ conclusion: 'pass', mode: 'warn' })],
  ['overridden', makeBlocked({ conclusion: 'override' })],
  ['not-applicable', OUTSIDER],
  ['local', LOCAL],
  ['attacked', makeAttacked()],
  ['proven', makeProven()],
]

describe.each(CASES)('a decision that is %s', (name, decision) => {
  test('on the terminal', () => {
    expectGolden(`${name}.terminal.txt`, renderTerminal(decision, { colour: false }))
  })

  test('as Markdown', () => {
    expectGolden(`${name}.markdown.txt`, renderMarkdown(decision, LINKS))
  })

  test('as JSON', () => {
    expectGolden(`${name}.json.txt`, renderJson(decision))
  })

  test('as a check run', () => {
    const run = `${JSON.stringify(toCheckRun(decision, LINKS), null, 2)}\n`
    expectGolden(`${name}.check-run.txt`, run)
  })
})

describe('a decision with 2,000 findings', () => {
  const many = makeMany(2_000)

  test('on the terminal', () => {
    expectGolden('many.terminal.txt', renderTerminal(many, { colour: false }))
  })

  test('as a comment', () => {
    expectGolden('many.comment.txt', renderComment(many, LINKS))
  })
})
