import { describe, expect, test } from '@jest/globals'
import type { PlanFile } from '../../../src/engine/evidence.ts'
import { findPlanScope, type WorkPlace } from '../../../src/engine/tool-call/scope.ts'
import { describeFindings, makePlan, makePolicy, NOW } from '../make.ts'

const WORK: WorkPlace = { base: 'main', branch: 'agent/work' }

/** The ids of the plans that bound the work, the findings that forbid it, or the kind. */
function scopeOf(plans: readonly PlanFile[], plan = '{ sources: [base] }', at = WORK) {
  const policy = makePolicy(`version: 1\n${plan === '' ? '' : `plan: ${plan}\n`}`)
  const scope = findPlanScope(policy, plans, at, NOW)
  if (scope.kind === 'plans') return scope.plans.map(({ id }) => id).join(' ')
  return scope.kind === 'none' ? describeFindings(scope.findings).join(' ') : scope.kind
}

const p1 = makePlan({ id: 'P-1' })
const p2 = makePlan({ id: 'P-2', more: 'branch: "agent/*"\nbase: main' })
const foreign = makePlan({ id: 'P-7', more: 'branch: "release/*"' })
const expired = makePlan({ id: 'P-8', expires: '2026-11-20' })

describe('the scope of the work', () => {
  test('is that of every plan that fits the branch', () => {
    expect(scopeOf([p1, p2, foreign, expired])).toBe('P-1 P-2')
    expect(scopeOf([p1, p2], undefined, { base: 'next', branch: 'agent/work' })).toBe('P-1')
    expect(scopeOf([p1, p2], undefined, { base: 'main', branch: null })).toBe('P-1')
  })

  test('is nothing where a plan of the base is required and none fits, with the nearest reason', () => {
    expect(scopeOf([])).toBe('plan/missing deny')
    expect(scopeOf([foreign])).toBe(`plan/branch-mismatch deny ${foreign.path}`)
    expect(scopeOf([foreign, expired])).toBe(`plan/expired deny ${expired.path}`)
  })

  test.each([
    ['the policy knows no plans', ''],
    ['a plan may come from elsewhere', '{ sources: [base, issue] }'],
    ['none is required', '{ sources: [base], required: false }'],
  ])('is for the gate to judge where %s', (_, plan) => {
    expect(scopeOf([], plan)).toBe('unjudged')
  })

  test('is bounded by the plan that fits, also where none is required', () => {
    expect(scopeOf([p1], '{ sources: [base], required: false }')).toBe('P-1')
    expect(scopeOf([p1], '{ sources: [base, issue] }')).toBe('P-1')
  })

  test('is not that of plans on the base where they do not count', () => {
    expect(scopeOf([p1], '{ sources: [issue] }')).toBe('unjudged')
  })
})
