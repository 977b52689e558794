import { describe, expect, test } from '@jest/globals'
import type { ApprovalFact } from '../../../src/engine/evidence.ts'
import { base, decideOn, HEAD, labelled, OLD, POLICY, rules, time } from './story.ts'

/** The emergency override: who, with which reason, for exactly what. */

describe('break-glass', () => {
  const policy = `${POLICY}override: { approvers: ["@oscar"] }\n`
  const broken = labelled('oscar', { name: 'break-glass' })
  const said = (text: string, minute = 6): ApprovalFact => ({
    kind: 'comment',
    actor: 'oscar',
    actor_type: 'User',
    at: time(minute),
    head_sha: '',
    text,
  })

  test('by a named person with a reason overrides, and every finding stays', () => {
    const decision = decideOn({ policy, facts: [...base, broken, said('Payments are down.')] })
    expect(decision.conclusion).toBe('override')
    expect(rules(decision)).toEqual(['approval/missing', 'override/used'])
    expect(decision.approvals).toMatchObject([
      { actor: 'oscar', why: 'override: Payments are down.' },
    ])
  })

  test.each<[string, ApprovalFact[]]>([
    ['without a reason', [broken]],
    ['with a reason from before the last push', [said('Old story.', 0), broken]],
    ['with a bare command for a reason', [broken, said('/countersign')]],
    ['by somebody else', [labelled('alice', { name: 'break-glass' }), said('Let me through.')]],
    ['by an App', [labelled('oscar', { name: 'break-glass', via_app: 'x' }), said('Down.')]],
    [
      'for an earlier head',
      [labelled('oscar', { name: 'break-glass', head_sha: OLD }), said('Down.')],
    ],
  ])('%s does not', (_name, facts) => {
    const decision = decideOn({ policy, facts: [...base, ...facts] })
    expect(decision.conclusion).toBe('block')
    expect(rules(decision)).toContain('override/invalid')
  })

  test('for another diff of the same head does not', () => {
    const heads = new Map([[HEAD, { patch: '1'.repeat(64), plans: new Map(), audit: new Map() }]])
    const report = (digit: string, minute: number): ApprovalFact => ({
      kind: 'report',
      actor: 'gate[bot]',
      actor_type: 'Bot',
      at: time(minute),
      head_sha: HEAD,
      work: { plan: null, patch: digit.repeat(32) },
    })
    const decideAfter = (...reports: readonly ApprovalFact[]) =>
      decideOn({ policy, heads, facts: [...base, ...reports, broken, said('Down.')] })
    expect(decideAfter(report('1', 3), report('1', 8)).conclusion).toBe('override')
    for (const other of [report('2', 3), report('2', 8)]) {
      const decision = decideAfter(other)
      expect(decision.conclusion).toBe('block')
      expect(decision.approvals.at(-1)?.why).toContain('another diff')
    }
  })
})
