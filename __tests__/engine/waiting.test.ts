import { describe, expect, test } from '@jest/globals'
import { makeBareCase } from '../../src/engine/bare-case.ts'
import type { ApprovalFact } from '../../src/engine/evidence.ts'
import type { BareFinding } from '../../src/engine/finding.ts'
import { finishFindings } from '../../src/engine/findings.ts'
import { countSteps, describeWaiting } from '../../src/engine/waiting.ts'
import { makeEvidence, makePolicy } from './make.ts'

const FACT = { actor: 'gate[bot]', actor_type: 'Bot', head_sha: 'c'.repeat(40) }
const REPORTED: ApprovalFact = {
  ...FACT,
  kind: 'report',
  at: '2026-11-20T09:00:00Z',
  work: null,
  conclusion: 'block',
}
const MOVED: ApprovalFact = { ...FACT, kind: 'push', at: '2026-11-20T10:00:00Z' }
const POLICY = makePolicy('version: 1\napprovals: { escalate_after: 2h }\nmodes: { audit: warn }\n')

/** What is waited for a day after the first report, by findings that nobody has signed for. */
function waitFor(findings: readonly BareFinding[], ...more: readonly ApprovalFact[]) {
  const evidence = makeEvidence({ facts: [REPORTED, ...more] })
  const subject = { ...makeBareCase(POLICY, evidence.files), evidence }
  const finished = finishFindings(findings, evidence, () => false)
  return describeWaiting(subject, finished, new Date('2026-11-21T09:00:00Z'))
}

const deny = (rule: string, evidence: BareFinding['evidence'] = {}): BareFinding => ({
  rule,
  level: 'deny',
  evidence,
})

describe('a change waits for people', () => {
  test.each([
    'approval/missing',
    'approval/insufficient',
    'approval/not-owner',
    'approval/not-independent',
    'approval/bot',
    'approval/stale',
    'acceptance/not-accepted',
    'plan/unapproved',
    'plan/stale-approval',
  ])('where %s is all that blocks it', (rule) => {
    expect(waitFor([deny(rule)])).toMatchObject({ after_hours: 2, steps: 12 })
    expect(waitFor([deny(rule), deny('scope/outside-plan')])).toBeNull()
  })

  test('where a rule asks for a signature, if there is anybody to give it', () => {
    expect(waitFor([{ rule: 'path/keys', level: 'approve' }])).toMatchObject({ steps: 12 })
    expect(waitFor([deny('approval/missing', { nobody: true })])).toBeNull()
    expect(waitFor([deny('path/keys')])).toBeNull()
  })

  test('whatever checks find that block nothing', () => {
    expect(waitFor([deny('approval/missing'), deny('audit/missing')])).toMatchObject({ steps: 12 })
    const told: BareFinding = { rule: 'path/docs', level: 'warn' }
    expect(waitFor([deny('approval/missing'), told])).toMatchObject({ steps: 12 })
  })

  test('who are named once, in order, ten at most', () => {
    const owners = ['@c', '@a', '@b']
    const namesIn = (...evidence: NonNullable<BareFinding['evidence']>[]) =>
      waitFor(evidence.map((each) => deny('approval/missing', each)))?.for
    expect(namesIn({ owners }, { owners: ['@b', '@d'] })).toEqual(['@a', '@b', '@c', '@d'])
    expect(namesIn({ owners, able: ['@b'] })).toEqual(['@b'])
    expect(namesIn({})).toEqual([])
    const many = Array.from({ length: 12 }, (_, at) => `@p${String(at).padStart(2, '0')}`)
    expect(namesIn({ owners: many })).toEqual(many.slice(0, 10))
  })
})

describe('the waiting begins', () => {
  const startAfter = (...more: readonly ApprovalFact[]) =>
    waitFor([deny('approval/missing')], ...more)?.since

  test('with the first report, and anew with whatever moves the change', () => {
    expect(startAfter()).toBe('2026-11-20T09:00:00.000Z')
    expect(startAfter({ ...REPORTED, at: '2026-11-20T12:00:00Z' })).toBe('2026-11-20T09:00:00.000Z')
    for (const kind of ['push', 'opened', 'retargeted'] as const)
      expect([kind, startAfter({ ...MOVED, kind })]).toEqual([kind, '2026-11-20T10:00:00.000Z'])
  })

  test('not with what happened to another head', () => {
    expect(startAfter({ ...MOVED, head_sha: 'd'.repeat(40) })).toBe('2026-11-20T09:00:00.000Z')
  })
})

test('steps are whole, and none before the time has come', () => {
  const hour = 60 * 60 * 1000
  const steps = [0, 2 * hour - 1, 2 * hour, 5 * hour].map((until) => countSteps(0, until, 2))
  expect(steps).toEqual([0, 0, 1, 2])
  expect(countSteps(hour, 0, 2)).toBe(0)
})
