import { describe, expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import type { ApprovalFact, ReportFact } from '../../src/engine/evidence.ts'
import { findLastTold, findNews, listNotifyEvents } from '../../src/engine/notice.ts'
import { makeBlocked, makeDecision } from '../reports/decisions.ts'
import { makeEvidence, makeSource } from './make.ts'

const HEAD = 'c'.repeat(40)
const ALL = ['block', 'override', 'waiting'] as const
const AGENT = { actor: 'acme-coder[bot]', actor_type: 'Bot', head_sha: HEAD }

function report(at: string, conclusion: string | null = 'block'): ReportFact {
  return { kind: 'report', ...AGENT, actor: 'gate[bot]', at, work: null, conclusion }
}

function push(at: string, head_sha = HEAD): ApprovalFact {
  return { kind: 'push', ...AGENT, at, head_sha }
}

describe('news', () => {
  const overridden = makeDecision({ conclusion: 'override' })

  test.each([
    ['a first block', makeBlocked(), null, ['block']],
    ['a block after a pass', makeBlocked(), 'pass', ['block']],
    ['a block after an override', makeBlocked(), 'override', ['block']],
    ['the same block', makeBlocked(), 'block', []],
    ['an override of a block', overridden, 'block', ['override']],
    ['the same override', overridden, 'override', []],
    ['a pass', makeDecision(), 'block', []],
    ['no policy for it', makeDecision({ conclusion: 'not-applicable' }), null, []],
  ])('%s', (_name, decision, before, expected) => {
    const last = before === null ? null : report('2026-11-20T12:00:00Z', before)
    expect(findNews(decision, last, ALL)).toEqual(expected)
  })

  test('are told after a report of an earlier version, which says nothing', () => {
    expect(findNews(makeBlocked(), report('2026-11-20T12:00:00Z', null), ALL)).toEqual(['block'])
  })

  test('are held against the last report that told, of the same App', () => {
    const telling = report('2026-11-20T12:00:00Z', 'pass')
    const silent = report('2026-11-20T13:00:00Z', null)
    const other = { ...report('2026-11-20T14:00:00Z', 'block'), actor: 'mallory[bot]' }
    expect(findLastTold([telling, silent, other], 'gate[bot]')).toBe(telling)
    expect(findLastTold([silent, other], 'gate[bot]')).toBeNull()
  })

  test('of waiting are told once for each step', () => {
    const waiting = { since: '2026-11-20T00:00:00.000Z', for: [], after_hours: 24, steps: 2 }
    const told = (at: string) => findNews(makeBlocked({ waiting }), report(at), ALL)
    expect(told('2026-11-21T23:59:59Z')).toEqual(['waiting'])
    expect(told('2026-11-22T00:00:00Z')).toEqual([])
  })

  test('are only those that the policy wants, and all where there is none', () => {
    expect(findNews(makeBlocked(), null, ['waiting'])).toEqual([])
    expect(listNotifyEvents([makeSource('version: 1\nnotify: { on: [block] }\n')])).toEqual([
      'block',
    ])
    expect(listNotifyEvents([makeSource('version: 1\nnotify: { on: [] }\n')])).toEqual([])
    for (const files of [[], [makeSource('version: 2\n')], [makeSource('version: 1\n')]])
      expect(listNotifyEvents(files)).toEqual(ALL)
  })
})

describe('waiting', () => {
  const CODEOWNERS = { ...makeSource('* @alice\n', '.github/CODEOWNERS') }
  const judge = (policy: string, facts: readonly ApprovalFact[] | null, now: string) => {
    const evidence = makeEvidence({ policy: `version: 1\n${policy}`, facts })
    const trusted = { ...evidence.trusted, codeowners: CODEOWNERS }
    return decide({ ...evidence, trusted }, new Date(now)).waiting
  }
  const policy = 'approvals: { escalate_after: 24h }\n'
  const facts = [push('2026-11-20T08:00:00Z'), report('2026-11-20T09:30:00Z')]

  test('runs from the first report, if the branch was not moved after it', () => {
    expect(judge(policy, facts, '2026-11-21T09:29:59Z')).toBeUndefined()
    expect(judge(policy, facts, '2026-11-21T09:30:00Z')).toEqual({
      since: '2026-11-20T09:30:00.000Z',
      for: ['@alice'],
      after_hours: 24,
      steps: 1,
    })
    expect(judge(policy, facts, '2026-11-24T09:30:00Z')).toMatchObject({ steps: 4 })
  })

  test('begins anew with a move onto the same head', () => {
    const moved = [...facts, push('2026-11-21T00:00:00Z')]
    expect(judge(policy, moved, '2026-11-21T23:00:00Z')).toBeUndefined()
    expect(judge(policy, moved, '2026-11-22T01:00:00Z')).toMatchObject({ steps: 1 })
  })

  test.each<[string, string, readonly ApprovalFact[] | null]>([
    ['where nobody has set a time', 'approvals: {}\n', facts],
    ['where nobody has reported on this head', policy, [push('2026-11-20T08:00:00Z')]],
    [
      'where the report was on another head',
      policy,
      [{ ...report('2026-11-20T09:30:00Z'), head_sha: 'd'.repeat(40) }],
    ],
    ['where nothing is known', policy, null],
    ['where nothing is enforced', `mode: warn\n${policy}`, facts],
    ['where the author has work to do', `${policy}limits: { blob_bytes: 1 }\n`, facts],
    ['where only a softened check asks people', `${policy}modes: { approvals: warn }\n`, facts],
  ])('is no matter %s', (_name, text, given) => {
    expect(judge(text, given, '2026-12-20T12:00:00Z')).toBeUndefined()
  })

  test('is hurried by the tier that applies, and by no other', () => {
    const tiers = (path: string) =>
      `approvals: { escalate_after: 3d, tiers: { high: { escalate_after: 1h, paths: ["${path}"] } } }\n`
    expect(judge(tiers('src/**'), facts, '2026-11-20T11:00:00Z')).toMatchObject({ after_hours: 1 })
    expect(judge(tiers('pay/**'), facts, '2026-11-20T11:00:00Z')).toBeUndefined()
  })
})
