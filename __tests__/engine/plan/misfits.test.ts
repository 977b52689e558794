import { describe, expect, test } from '@jest/globals'
import type { BareFinding } from '../../../src/engine/finding.ts'
import { firstOfEachRule, gatherMisfits } from '../../../src/engine/plan/misfits.ts'

const ACTUAL = { actual_base: 'main', actual_branches: ['agent/work'] }

function expired(plan: string, passing?: BareFinding['passing']): BareFinding {
  const evidence = { plan, expires: '2026-11-20' }
  return { rule: 'plan/expired', level: 'deny', evidence, ...(passing && { passing }) }
}

function mismatched(plan: string, branch: string | null, base: string | null): BareFinding {
  return {
    rule: 'plan/branch-mismatch',
    level: 'deny',
    evidence: { plan, branch, base, ...ACTUAL },
  }
}

const invalid: BareFinding = { rule: 'plan/invalid', level: 'deny', path: 'a.yml' }

describe('plans that do not fit', () => {
  test('a single one keeps its facts', () => {
    expect(gatherMisfits([expired('P-1')])).toEqual([
      { ...expired('P-1'), passing: { near: ['P-1 (until 2026-11-20)'], near_count: 1 } },
    ])
  })

  test('several are told as one, the first three by name, with what a plan would have to be for', () => {
    const plans = [
      mismatched('P-4', 'x', 'main'),
      mismatched('P-3', 'x', null),
      mismatched('P-2', null, 'next'),
      mismatched('P-1', 'x', 'main'),
    ]
    const near = ['P-1 (x into main)', 'P-2 (any branch into next)', 'P-3 (x into any base)']
    expect(gatherMisfits(plans)).toEqual([
      {
        rule: 'plan/branch-mismatch',
        level: 'deny',
        evidence: { plans: near, ...ACTUAL },
        passing: { near, near_count: 4 },
      },
    ])
  })

  test('several expired ones are for no branch in particular', () => {
    const near = ['P-1 (until 2026-11-20)', 'P-2 (until 2026-11-20)']
    expect(gatherMisfits([expired('P-2'), expired('P-1')])).toEqual([
      {
        rule: 'plan/expired',
        level: 'deny',
        evidence: { plans: near },
        passing: { near, near_count: 2 },
      },
    ])
  })

  test('a base without a name stays without', () => {
    const [finding] = gatherMisfits(
      ['P-1', 'P-2'].map((id) => {
        const { evidence, ...rest } = mismatched(id, 'x', null)
        return { ...rest, evidence: { ...evidence, actual_base: null } }
      }),
    )
    expect(finding?.evidence).toMatchObject({ actual_base: null, actual_branches: ['agent/work'] })
  })

  test('expired ones of another branch are told only where there is nothing else', () => {
    const elsewhere = expired('P-9', { elsewhere: true })
    expect(gatherMisfits([elsewhere, invalid])).toEqual([invalid])
    expect(gatherMisfits([elsewhere]).map(({ passing }) => passing?.near_count)).toEqual([1])
  })

  test('what is wrong otherwise is left as it is, after them', () => {
    expect(gatherMisfits([invalid, expired('P-1')]).map(({ rule }) => rule)).toEqual([
      'plan/expired',
      'plan/invalid',
    ])
  })
})

test('one finding of each rule is enough, and it is the first', () => {
  const other = { ...invalid, path: 'b.yml' }
  expect(firstOfEachRule([invalid, expired('P-1'), other])).toEqual([invalid, expired('P-1')])
})
