import { describe, expect, test } from '@jest/globals'
import type { ApprovalFact } from '../../../src/engine/evidence.ts'
import { base, decideOn, HEAD, labelled, OLD, POLICY, rules, time } from './story.ts'

/** The emergency override: who, with which reason, for exactly what. */

describe('break-glass', () => {
  const policy = `${POLICY}override: { approvers: ["@oscar"] }\n`
  const broken = labelled('oscar', { name: 'break-glass' })
  const said = (text: string, minute = 6, more: Partial<ApprovalFact> = {}) =>
    ({
      kind: 'comment',
      actor: 'oscar',
      actor_type: 'User',
      at: time(minute),
      head_sha: '',
      text,
      ...more,
    }) as ApprovalFact
  const whyOf = (facts: readonly ApprovalFact[]) =>
    decideOn({ policy, facts: [...base, ...facts] }).approvals.at(-1)?.why

  test('by a named person with a reason overrides, and every finding stays', () => {
    const decision = decideOn({ policy, facts: [...base, broken, said('Payments are down.')] })
    expect(decision.conclusion).toBe('override')
    expect(rules(decision)).toEqual(['approval/missing', 'override/used'])
    expect(decision.findings[1]).toMatchObject({
      level: 'warn',
      evidence: { actor: 'oscar', reason: 'Payments are down.' },
    })
    expect(decision.approvals).toMatchObject([
      { actor: 'oscar', why: 'override: Payments are down.' },
    ])
  })

  test.each<[string, ApprovalFact[]]>([
    ['without a reason', [broken]],
    ['with a reason from before the last push', [said('Old story.', 0), broken]],
    ['with a bare command for a reason', [broken, said('/countersign')]],
    ['by somebody else', [labelled('alice', { name: 'break-glass' }), said('Let me through.')]],
    ['with a reason from the second of the last push', [said('Down.', 1), broken]],
    ['with nothing but blanks for a reason', [broken, said('  \n')]],
    ["with somebody else's reason", [broken, said('Down.', 6, { actor: 'alice' })]],
    ["with a bot's reason", [broken, said('Down.', 6, { actor_type: 'Bot' })]],
    ['by a bot', [labelled('oscar', { name: 'break-glass', actor_type: 'Bot' }), said('Down.')]],
    ['by an App', [labelled('oscar', { name: 'break-glass', via_app: 'x' }), said('Down.')]],
    [
      'for an earlier head',
      [labelled('oscar', { name: 'break-glass', head_sha: OLD }), said('Down.')],
    ],
  ])('%s does not', (_name, facts) => {
    const decision = decideOn({ policy, facts: [...base, ...facts] })
    expect(decision.conclusion).toBe('block')
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: 'override/invalid',
        level: 'warn',
        evidence: { actor: expect.any(String), cause: expect.any(String) },
      }),
    )
  })

  test('the reason is what was said last and is no command, whatever the case of the name', () => {
    const facts = [broken, said('First.'), said(' Then. ', 7, { actor: 'Oscar' }), said('/x', 8)]
    expect(whyOf(facts)).toBe('override: Then.')
  })

  test('a very long reason is cut', () => {
    expect(whyOf([broken, said('y'.repeat(600))])).toBe(`override: ${'y'.repeat(500)}`)
  })

  test('by somebody whom the policy does not name, with a reason of their own, does not', () => {
    const facts = [
      labelled('alice', { name: 'break-glass' }),
      said('Let me through.', 6, { actor: 'alice' }),
    ]
    const decision = decideOn({ policy, facts: [...base, ...facts] })
    expect(decision.conclusion).toBe('block')
    expect(decision.approvals.at(-1)).toMatchObject({
      counted: false,
      why: 'override refused: alice is not among @oscar',
    })
    const both = policy.replace('["@oscar"]', '["@alice", "@oscar"]')
    expect(decideOn({ policy: both, facts: [...base, ...facts] }).conclusion).toBe('override')
  })

  test('a policy may ask for no reason', () => {
    const unasked = policy.replace('["@oscar"]', '["@oscar"], reason_required: false')
    expect(decideOn({ policy: unasked, facts: [...base, broken] }).conclusion).toBe('override')
  })

  test('by a known coding agent, or by nobody that is left, does not, even if the policy names it', () => {
    const careless = policy.replace('["@oscar"]', '["@claude", "@oscar"]')
    for (const [actor, cause] of [
      ['claude', 'coding agent'],
      ['', 'not applied by a person'],
    ] as const) {
      const facts = [labelled(actor, { name: 'break-glass' }), said('Down.', 6, { actor })]
      const decision = decideOn({ policy: careless, facts: [...base, ...facts] })
      expect(decision.conclusion).toBe('block')
      expect(decision.approvals.at(-1)?.why).toContain(cause)
    }
  })

  test('a label that is gone from the pull request overrides nothing', () => {
    const facts = [...base, broken, said('Down.')]
    expect(decideOn({ policy, labels: [], facts }).conclusion).toBe('block')
    expect(decideOn({ policy, labels: ['Break-Glass'], facts }).conclusion).toBe('override')
    expect(decideOn({ policy, labels: [], local: true, facts }).conclusion).toBe('override')
  })

  test('for another base does not', () => {
    const moved = {
      kind: 'retargeted',
      actor: 'x',
      actor_type: 'User',
      at: time(7),
      head_sha: HEAD,
    }
    const facts = [...base, broken, said('Down.', 8), moved as ApprovalFact]
    expect(decideOn({ policy, facts }).conclusion).toBe('block')
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
