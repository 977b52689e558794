import { describe, expect, test } from '@jest/globals'
import type { ApprovalFact, PlanFile } from '../../../src/engine/evidence.ts'
import { bytesOf, makePlan, makeSource } from '../make.ts'
import { base, type Change, CODEOWNERS, decideOn, labelled, reviewed } from './story.ts'

/** Whether the author's choice of a plan, or of none, takes signers away. */

const HIGH = 'high: { minimum: 2, approvers: ["@carol"] }'
const policy = (tiers: string, more = 'modes: { plan: warn }') =>
  `version: 1\nplan: {}\napprovals: { tiers: { ${tiers} } }\n${more}\n`
const SOFT = policy(`${HIGH}, low: { minimum: 1 }`)
const RISKY = makePlan({ may: ['src/**'], more: 'risk: high\nbranch: "feat*"\n' })
const ONE: ApprovalFact[] = [...base, labelled('alice')]
const TWO: ApprovalFact[] = [...ONE, reviewed('carol')]

function judge(
  change: Change & { readonly plans?: readonly PlanFile[] },
): ReturnType<typeof decideOn> {
  const { plans = [RISKY], policy: text = SOFT, ...known } = change
  return decideOn({
    facts: ONE,
    headRefs: ['other'],
    ...known,
    policy: text,
    trusted: {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(text)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
      plans,
      auditFiles: [],
    },
  })
}

const unmet = ({ findings }: ReturnType<typeof decideOn>) =>
  findings.filter(({ rule }) => rule.startsWith('approval/')).map(({ message }) => message)

describe('while plans are only tried out, the tier of the highest risk applies', () => {
  test.each([
    ['on a branch that no plan is for', {}],
    ['to a description that names a plan which is not there', { body: 'Plan: none.yml' }],
    ['where two plans fit', { plans: [makePlan({ id: 'A' }), makePlan({ id: 'B' })] }],
    ['where there is no plan at all', { plans: [] }],
    ['to a plan that has expired', { plans: [makePlan({ expires: '2026-01-01' })] }],
    [
      'to a plan that the change brings and nobody has approved',
      {
        plans: [],
        offeredPlans: [makePlan({ may: ['src/**'], more: 'risk: low' }, 'pull-request')],
      },
    ],
  ] satisfies [string, Parameters<typeof judge>[0]][])('%s', (_, change) => {
    const decision = judge(change)
    expect(decision.conclusion).toBe('block')
    expect(unmet(decision).join('\n')).toContain(
      'as the tier "high" asks; the highest tier applies, because no approved plan says how risky the change is.',
    )
    expect(judge({ ...change, facts: TWO }).conclusion).toBe('pass')
  })

  test('just as it does to the plan itself, which then says so', () => {
    const planned = judge({ headRefs: ['feat-1'] })
    expect(planned.conclusion).toBe('block')
    expect(unmet(planned).join('\n')).toContain('as the tier "high" asks.')
    expect(judge({ headRefs: ['feat-1'], facts: TWO }).conclusion).toBe('pass')
  })

  test('and its approvers stand in for nobody', () => {
    const decision = judge({ paths: ['free/a.ts'], facts: [...base, labelled('carol')] })
    expect(decision.findings.map(({ rule }) => rule)).toContain('approval/no-owner')
  })
})

describe('a plan that counts asks for its own tier', () => {
  const low = makePlan({ may: ['src/**'], more: 'risk: low' })

  test('also while plans are only tried out', () => {
    expect(judge({ plans: [low] }).conclusion).toBe('pass')
  })

  test('and so does one that enforcing asks for', () => {
    const enforced = policy(HIGH, '')
    expect(judge({ policy: enforced, plans: [low] }).conclusion).toBe('pass')
    expect(judge({ policy: enforced }).findings.map(({ rule }) => rule)).toEqual([
      'plan/branch-mismatch',
    ])
  })
})

describe('nothing is assumed', () => {
  test('of tiers that paths call for', () => {
    const byPath = policy('high: { minimum: 2, paths: ["pay/**"] }, low: { minimum: 1 }')
    expect(judge({ policy: byPath }).conclusion).toBe('pass')
    expect(judge({ policy: byPath, paths: ['pay/a.ts'] }).conclusion).toBe('block')
  })

  test.each([
    ['where no plan is asked for', `version: 1\napprovals: { tiers: { ${HIGH} } }\n`],
    ['where none is required', policy(HIGH, '').replace('plan: {}', 'plan: { required: false }')],
    ['where approvals are only tried out, too', policy(HIGH, 'mode: observe')],
    [
      'of those whom the policy spares the plan',
      policy(
        HIGH,
        'modes: { plan: warn }\nexempt: [{ actors: ["acme-coder[bot]"], checks: [plan] }]',
      ),
    ],
  ])('%s', (_, text) => {
    expect(unmet(judge({ policy: text, plans: [] }))).toEqual([])
  })
})
