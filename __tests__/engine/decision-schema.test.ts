import { describe, expect, test } from '@jest/globals'
import { readDecision } from '../../src/engine/decision-schema.ts'
import { renderJson } from '../../src/reports/json.ts'
import { makeAttacked, makeBlocked, makeDecision, makeProven } from '../reports/decisions.ts'

const stored = (decision = makeBlocked()): Record<string, unknown> =>
  JSON.parse(renderJson(decision))

describe('a stored decision', () => {
  test.each([
    ['blocked', makeBlocked()],
    ['passed', makeDecision()],
    ['proven', makeProven()],
    ['attacked', makeAttacked()],
    ['without policy and plan', makeDecision({ policy: null, plan: null, patch: null })],
  ])('%s is read back as it was', (_, decision) => {
    expect(readDecision(stored(decision))).toEqual(stored(decision))
  })

  test('of an older version has no times', () => {
    const { judged_at, head_at, ...older } = stored()
    const approvals = makeBlocked().approvals.map(({ at, ...approval }) => approval)
    expect(judged_at).toBeDefined()
    expect(head_at).toBeDefined()
    expect(readDecision({ ...older, approvals })).toMatchObject({
      judged_at: null,
      head_at: null,
      approvals: [{ actor: 'alice', at: null }, { at: null }],
    })
  })

  test('of a newer one may hold more', () => {
    expect(readDecision({ ...stored(), more: { x: 1 } })).toMatchObject({ conclusion: 'block' })
  })
})

describe('what is no decision', () => {
  test.each([
    ['nothing', null, 'it is no decision record'],
    ['a list', [], 'it is no decision record'],
    ['a text', 'pass', 'it is no decision record'],
    ['another object', { results: [] }, 'it is no decision record'],
    [
      'another version',
      { ...stored(), version: 2 },
      'it is of a version that this one does not know',
    ],
    ['an unknown verdict', { ...stored(), conclusion: 'fine' }, '"conclusion" is missing'],
    ['a verdict of another kind', { ...stored(), conclusion: ['pass'] }, '"conclusion"'],
    ['a missing list', { ...stored(), findings: undefined }, '"findings"'],
    ['a deep mistake', { ...stored(), findings: [{}] }, '"findings.0.id"'],
    ['a time without zone', { ...stored(), judged_at: '2026-11-20T12:00:00' }, '"judged_at"'],
    ['a day that is none', { ...stored(), judged_at: '2026-13-40T12:00:00Z' }, '"judged_at"'],
    [
      'a time after all calendars',
      { ...stored(), judged_at: '9999-12-31T23:59:59-14:00' },
      '"judged_at"',
    ],
    ['a number that is no size', { ...stored(), stats: { files: -1 } }, '"stats.files"'],
  ])('%s is refused, and it is said why', (_, value, why) => {
    expect(readDecision(value)).toEqual({ problem: expect.stringContaining(why) })
  })

  test('is not quoted: it may be of any length', () => {
    const value = { ...stored(), stats: 'x'.repeat(100_000) }
    const { problem } = readDecision(value) as { problem: string }
    expect(problem.length).toBeLessThan(200)
  })
})
