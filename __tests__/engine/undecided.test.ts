import { expect, test } from '@jest/globals'
import { CHECK_IDS } from '../../src/engine/decision.ts'
import { decideUndecided } from '../../src/engine/undecided.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const SUBJECT = { repository: 'acme/shop', pullRequest: 7, headSha: 'c'.repeat(40) }
const FINDING = {
  rule: 'evidence/incomplete',
  level: 'deny',
  evidence: { missing: 'the file list', cause: 'GitHub answered 503' },
} as const

test('what could not be read blocks, and says what and why', () => {
  const decision = decideUndecided(SUBJECT, [FINDING], 12, NOW)
  expect(decision).toMatchObject({
    conclusion: 'block',
    mode: 'enforce',
    local: false,
    policy: null,
    plan: null,
    subject: {
      repository: 'acme/shop',
      pull_request: 7,
      head_sha: 'c'.repeat(40),
      agent: { is_agent: true, signals: ['unknown'] },
    },
    stats: { files: 0, requests: 12 },
  })
  expect(decision.findings).toMatchObject([
    { rule: 'evidence/incomplete', blocking: true, message: expect.stringContaining('503') },
  ])
})

test('it blocks even when nobody can say why', () => {
  expect(decideUndecided(SUBJECT, [], 0, NOW).conclusion).toBe('block')
})

test('every check is listed, and only the evidence was judged', () => {
  const { checks } = decideUndecided(SUBJECT, [FINDING], 0, NOW)
  expect(checks.map(({ id }) => id)).toEqual([...CHECK_IDS])
  expect(checks.map(({ status }) => status)).toEqual(['fail', ...Array(9).fill('skipped')])
})

test('the head moved while it was judged', () => {
  const moved = { rule: 'evidence/head-moved', level: 'deny' } as const
  const { findings } = decideUndecided(SUBJECT, [moved], 0, NOW)
  expect(findings[0]?.message).toContain('kept changing')
})
