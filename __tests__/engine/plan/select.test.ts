import { describe, expect, test } from '@jest/globals'
import { type PlanSelection, selectPlan } from '../../../src/engine/plan/select.ts'
import type { PlanPolicy } from '../../../src/engine/policy/policy.ts'
import { wordFinding } from '../../../src/engine/wording/index.ts'
import { bytesOf, type EvidenceParts, makeEvidence, makePlan, NOW } from '../make.ts'

const REQUIRED: PlanPolicy = {
  required: true,
  sources: ['base', 'issue', 'pull-request'],
  approval_label: 'plan-approved',
  approvers: [],
}

function select(parts: EvidenceParts, policy: Partial<PlanPolicy> = {}, now = NOW): PlanSelection {
  return selectPlan({ ...REQUIRED, ...policy }, makeEvidence(parts), now)
}

/** `P-1`, or `plan/missing`; both when a plan is compared with but not approved. */
function outcomeOf({ selected, findings }: PlanSelection): string {
  expect(findings.filter(({ level }) => level !== 'deny')).toEqual([])
  return [selected?.plan.id ?? [], findings.map(({ rule }) => rule)].flat().join(' ')
}

const invalid = { ...makePlan({ id: 'P-9' }), bytes: bytesOf('version: 1\n') }
const expired = makePlan({ id: 'P-8', expires: '2026-11-20' })
const foreign = makePlan({ id: 'P-7', more: 'branch: "release/*"' })
const p1 = makePlan({ id: 'P-1' })
const p2 = makePlan({ id: 'P-2' })
const offered = makePlan({ id: 'P-3' }, 'pull-request')
const issued = makePlan({ id: 'P-4' }, 'issue', '#12')
const local = makePlan({ id: 'P-5' }, 'file', 'my-plan.yml')

describe('without a name', () => {
  test.each<[string, EvidenceParts, string]>([
    ['the only one on base', { plans: [p1] }, 'P-1'],
    ['none', {}, 'plan/missing'],
    ['the only one that fits', { plans: [p1, expired, foreign] }, 'P-1'],
    ['a valid one beside a broken one', { plans: [invalid, p1] }, 'P-1'],
    ['two that fit', { plans: [p1, p2] }, 'plan/ambiguous'],
    [
      'two that fit, and one offered',
      { plans: [p1, p2], offeredPlans: [offered] },
      'plan/ambiguous',
    ],
    ['base wins over what is offered', { plans: [p1], offeredPlans: [offered] }, 'P-1'],
    ['only an expired one', { plans: [expired] }, 'plan/expired'],
    ['only one of another branch', { plans: [foreign] }, 'plan/branch-mismatch'],
    ['only a broken one', { plans: [invalid] }, 'plan/invalid'],
    ['several unfitting', { plans: [expired, foreign] }, 'plan/expired plan/branch-mismatch'],
    ['one that is only offered', { offeredPlans: [offered] }, 'P-3'],
    ['one in an issue', { offeredPlans: [issued] }, 'P-4'],
    [
      'an offered one where base has none that fits',
      { plans: [expired], offeredPlans: [offered] },
      'P-3',
    ],
    ['two offered', { offeredPlans: [offered, issued] }, 'plan/ambiguous'],
  ])('%s', (_, parts, outcome) => {
    expect(outcomeOf(select(parts))).toBe(outcome)
  })

  test('none, where none is required', () => {
    expect(outcomeOf(select({}, { required: false }))).toBe('')
    expect(outcomeOf(select({ plans: [expired, foreign, invalid] }, { required: false }))).toBe('')
  })

  test('what the change itself offers must fit, also where none is required', () => {
    const old = makePlan({ id: 'P-6', expires: '2026-11-20' }, 'pull-request')
    expect(outcomeOf(select({ offeredPlans: [old] }, { required: false }))).toBe('plan/expired')
  })

  test('of many plans that do not fit, one of each kind is told', () => {
    const older = makePlan({ id: 'P-0', expires: '2025-01-01' })
    expect(outcomeOf(select({ plans: [older, expired, foreign] }))).toBe(
      'plan/expired plan/branch-mismatch',
    )
  })

  describe('plans of other work', () => {
    const elsewhere = makePlan({
      id: 'P-6',
      expires: '2026-11-20',
      more: 'branch: "release/*"',
    })
    const wordsOf = (plans: EvidenceParts['plans']) =>
      select({ plans: plans ?? [] }).findings.map((finding) => wordFinding(finding))

    test('are near misses, and the remedy is a plan of its own', () => {
      const [words] = wordsOf([foreign])
      expect(words?.message).toMatch(
        /^No plan fits this branch: .*P-7 \(release\/\* into any base\)\.$/,
      )
      expect(words?.remedy).toContain('countersign plan new')
      expect(words?.remedy).not.toContain('use the branch')
    })

    test('are told three at most, none of them as the one it is about', () => {
      const many = ['A', 'B', 'C', 'D', 'E'].map((id) => makePlan({ id, more: 'branch: x/*' }))
      const [finding, ...others] = select({ plans: many }).findings
      expect(others).toEqual([])
      expect(finding?.path).toBeUndefined()
      expect(wordsOf(many)[0]?.message).toContain('and 2 more')
      expect(wordsOf(many)[0]?.message).not.toContain('D (')
    })

    test('an expired one of another branch is told only where there is nothing else', () => {
      expect(outcomeOf(select({ plans: [elsewhere, foreign] }))).toBe('plan/branch-mismatch')
      expect(outcomeOf(select({ plans: [elsewhere, expired] }))).toBe('plan/expired')
      expect(wordsOf([elsewhere, expired])[0]?.message).not.toContain('P-6')
      expect(outcomeOf(select({ plans: [elsewhere] }))).toBe('plan/expired')
    })

    test('one that is named, or that the change brings, is the one it is about', () => {
      const body = `Plan: ${foreign.path}\n`
      const own = makePlan({ id: 'P-5', more: 'branch: "release/*"' }, 'pull-request')
      for (const { findings } of [
        select({ plans: [foreign], body }),
        select({ offeredPlans: [own] }),
      ]) {
        expect(findings.map((it) => wordFinding(it).remedy)).toEqual([
          expect.stringContaining('use the branch the plan names'),
        ])
      }
    })
  })

  test.each<[PlanPolicy['sources'][number], EvidenceParts, string]>([
    ['issue', { plans: [p1] }, 'plan/missing'],
    ['issue', { offeredPlans: [offered] }, 'plan/missing'],
    ['pull-request', { offeredPlans: [issued] }, 'plan/missing'],
    ['base', { offeredPlans: [offered, issued] }, 'plan/missing'],
    ['issue', { offeredPlans: [offered, issued] }, 'P-4'],
  ])('only plans from %s', (source, parts, outcome) => {
    expect(outcomeOf(select(parts, { sources: [source] }))).toBe(outcome)
  })
})

describe('named in the body', () => {
  const body = (name: string) => `Work.\n\nPlan: ${name}\n`

  test.each<[string, EvidenceParts, string]>([
    ['one of two', { plans: [p1, p2], body: body(p2.path) }, 'P-2'],
    [
      'one that is not there',
      { plans: [p1], body: body('.countersign/plans/P-0.yml') },
      'plan/missing',
    ],
    ['an expired one', { plans: [p1, expired], body: body(expired.path) }, 'plan/expired'],
    [
      'one of another branch',
      { plans: [p1, foreign], body: body(foreign.path) },
      'plan/branch-mismatch',
    ],
    ['a broken one', { plans: [p1, invalid], body: body(invalid.path) }, 'plan/invalid'],
    ['two', { plans: [p1, p2], body: body(p1.path) + body(p2.path) }, 'plan/ambiguous'],
    ['one twice', { plans: [p1, p2], body: body(p1.path) + body(p1.path) }, 'P-1'],
    ['an issue', { plans: [p1], offeredPlans: [issued], body: body('#12') }, 'P-4'],
    ['an issue without a plan', { plans: [p1], body: body('#13') }, 'plan/missing'],
    [
      'the same path at head cannot replace the one on base',
      {
        plans: [p1],
        offeredPlans: [makePlan({ id: 'P-1', may: ['**'] }, 'pull-request')],
        body: body(p1.path),
      },
      'P-1',
    ],
  ])('%s', (_, parts, outcome) => {
    expect(outcomeOf(select(parts))).toBe(outcome)
  })

  test('a source that the policy does not allow', () => {
    const { findings } = select(
      { offeredPlans: [issued], body: body('#12') },
      { sources: ['base'] },
    )
    expect(findings).toEqual([
      {
        rule: 'plan/missing',
        level: 'deny',
        evidence: { named: '#12', origin: 'issue', allowed: ['base'] },
      },
    ])
  })
})

describe('named by --plan', () => {
  test.each<[string, EvidenceParts, string]>([
    ['one on base', { plans: [p1, p2], requestedPlan: p2.path }, 'P-2'],
    ['a local file', { plans: [p1], offeredPlans: [local], requestedPlan: 'my-plan.yml' }, 'P-5'],
    [
      'base wins over a local file of its name',
      {
        plans: [p1],
        offeredPlans: [makePlan({ id: 'X' }, 'file', p1.path)],
        requestedPlan: p1.path,
      },
      'P-1',
    ],
    [
      'what the change offers is not meant',
      { offeredPlans: [offered], requestedPlan: offered.path },
      'plan/missing',
    ],
    [
      'the body has no say',
      { plans: [p1, p2], requestedPlan: p2.path, body: `Plan: ${p1.path}` },
      'P-2',
    ],
    ['neither here nor there', { plans: [p1], requestedPlan: 'no.yml' }, 'plan/missing'],
  ])('%s', (_, parts, outcome) => {
    expect(outcomeOf(select(parts))).toBe(outcome)
  })
})

describe('a plan fits', () => {
  const fits = (more: string, parts: EvidenceParts = {}) =>
    outcomeOf(select({ plans: [makePlan({ more })], ...parts }))

  test.each<[string, string, EvidenceParts, string]>([
    ['its branch by glob', 'branch: "agent/**"', {}, 'P-1'],
    ['any of the names the head is known by', 'branch: x', { headRefs: ['y', 'x'] }, 'P-1'],
    ['not another branch', 'branch: x', { headRefs: ['y'] }, 'plan/branch-mismatch'],
    ['not another case', 'branch: X', { headRefs: ['x'] }, 'plan/branch-mismatch'],
    ['not a head without a name', 'branch: x', { headRefs: [] }, 'plan/branch-mismatch'],
    ['its base', 'base: main', {}, 'P-1'],
    ['not another base', 'base: release', {}, 'plan/branch-mismatch'],
    ['not a base without a name', 'base: main', { baseRef: null }, 'plan/branch-mismatch'],
    ['a local base without a name', 'base: main', { baseRef: null, local: true }, 'P-1'],
  ])('%s', (_, more, parts, outcome) => {
    expect(fits(more, parts)).toBe(outcome)
  })

  test.each([
    ['2026-12-30T12:00:00Z', 'P-1'],
    ['2026-12-31T23:59:59.999Z', 'P-1'],
    ['2027-01-01T00:00:00Z', 'plan/expired'],
    ['2027-01-01T00:30:00+01:00', 'P-1'],
  ])('until the end of its last day in UTC: at %s', (now, outcome) => {
    expect(outcomeOf(select({ plans: [p1] }, {}, new Date(now)))).toBe(outcome)
  })
})

describe('what is told of plans', () => {
  const factsOf = (parts: EvidenceParts) => select(parts).findings.map(({ evidence }) => evidence)

  test('that are too many: which, in order', () => {
    const candidates = [p1.path, p2.path]
    expect(factsOf({ plans: [p2, p1] })).toEqual([{ candidates }])
    const body = `Plan: ${p2.path}\nPlan: ${p1.path}\n`
    expect(factsOf({ plans: [p1, p2], body })).toEqual([{ candidates: [p2.path, p1.path] }])
  })

  test('that are not there, broken, or over: what was named, why, and since when', () => {
    expect(factsOf({ body: 'Plan: #13\n' })).toEqual([{ named: '#13' }])
    expect(factsOf({ plans: [invalid], body: `Plan: ${invalid.path}\n` })).toEqual([
      { source: invalid.source, problems: expect.arrayContaining([expect.any(String)]) },
    ])
    expect(factsOf({ plans: [expired], body: `Plan: ${expired.path}\n` })).toEqual([
      { source: expired.source, plan: 'P-8', expires: '2026-11-20' },
    ])
  })
})
