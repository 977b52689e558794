import { describe, expect, test } from '@jest/globals'
import type { ApprovalFact, Evidence } from '../../../src/engine/evidence.ts'
import { addedFile, bytesOf } from '../make.ts'
import { base, decideOn, HEAD, labelled, OLD, opened, pushed, reviewed, time } from './story.ts'

/** Who may approve a plan that is not on the base, for which bytes of it: each attack beside its honest twin. */

const PLAN = `version: 1
id: P
title: T
owner: "@o"
expires: "2099-01-01"
scope: { may: ["**"] }
`
const PATH = '.countersign/plans/P.yml'
const POLICY = 'version: 1\nplan: {}\n'

type Given = Partial<Evidence> & { readonly paths?: readonly string[]; readonly policy?: string }

/** A pull request that brings its plan, and what was done about it. */
function decideFor({ paths = ['src/a.ts'], policy = POLICY, ...given }: Given) {
  return decideOn({
    policy,
    files: [...paths.map((path) => addedFile(path, 'x\n')), addedFile(PATH, PLAN)],
    offeredPlans: [
      { origin: 'pull-request', source: `head:${PATH}`, path: PATH, bytes: bytesOf(PLAN) },
    ],
    ...given,
  })
}

const approve = (actor: string, more: Record<string, unknown> = {}) =>
  labelled(actor, { name: 'plan-approved', ...more })

/** `plan/unapproved: nobody has applied the label`; null: the plan is approved. */
function refusalOf(given: Given): string | null {
  const decision = decideFor(given)
  const found = decision.findings.find(({ rule }) => rule.startsWith('plan/'))
  if (found === undefined) return null
  expect(found).toMatchObject({ level: 'deny', path: PATH, blocking: true })
  expect(decision.plan?.approved_by).toEqual([])
  return `${found.rule}: ${found.evidence.cause}`
}

test('honest twin of all that follows: an owner of what changed, after the last push', () => {
  expect(refusalOf({ facts: [...base, approve('alice')] })).toBeNull()
})

describe('whose label approves nothing', () => {
  test.each<[string, ApprovalFact[], string]>([
    ['a bot', [approve('alice', { actor_type: 'Bot' })], 'not applied by a person'],
    ['an App for an owner', [approve('alice', { via_app: 'x' })], 'not applied by a person'],
    ['an account that is gone', [approve('')], 'not applied by a person'],
    ['a stranger', [approve('trudy')], 'trudy may not approve plans for these paths'],
    ['an owner of something else', [approve('dora')], 'dora may not approve'],
    ['nobody', [], 'nobody has applied the label'],
  ])('%s', (_, facts, cause) => {
    expect(refusalOf({ facts: [...base, ...facts] })).toMatch(`plan/unapproved: `)
    expect(refusalOf({ facts: [...base, ...facts] })).toContain(cause)
  })

  test.each<[string, Given, string]>([
    ['the author', { author: { login: 'alice', type: 'User' } }, 'the author of the pull request'],
    [
      'a pusher',
      { facts: [opened(), pushed('alice'), approve('alice')] },
      'among those who pushed it',
    ],
    [
      'a committer',
      { commits: [{ sha: HEAD, message: 'x', people: ['alice'], isMerge: false }] },
      'among those who committed to it',
    ],
    [
      'an agent of the policy',
      { policy: `${POLICY}agents: { authors: [alice] }\n` },
      'a coding agent',
    ],
  ])('%s', (_, given, who) => {
    const facts = [...base, approve('alice')]
    const marked = { headRefs: ['agent/x'], facts, ...given }
    expect(refusalOf(marked)).toBe(`plan/unapproved: alice is ${who}`)
  })

  test('an owner of one of two changed paths', () => {
    const paths = ['src/a.ts', 'docs/a.md']
    expect(refusalOf({ paths, facts: [...base, approve('alice')] })).toContain('may not approve')
    expect(refusalOf({ paths, facts: [...base, approve('dora')] })).toContain('may not approve')
  })

  test('an owner, where the policy names others', () => {
    const policy = 'version: 1\nplan: { approvers: ["@erin"] }\n'
    expect(refusalOf({ policy, facts: [...base, approve('alice')] })).toContain('may not approve')
    expect(refusalOf({ policy, facts: [...base, approve('erin')] })).toBeNull()
  })

  test('who asked for changes later', () => {
    const facts = [...base, approve('alice'), reviewed('alice', 'CHANGES_REQUESTED')]
    expect(refusalOf({ facts })).toBe('plan/unapproved: alice asked for changes later')
  })
})

test('one of several owners is enough, and one of several approvers', () => {
  expect(refusalOf({ paths: ['payments/a.ts'], facts: [...base, approve('carol')] })).toBeNull()
  const policy = 'version: 1\nplan: { approvers: ["@acme/leads", "@erin"] }\n'
  expect(refusalOf({ policy, facts: [...base, approve('erin')] })).toBeNull()
})

test('where a plan is all there is, the owner of its own path approves it', () => {
  expect(refusalOf({ paths: [], facts: [...base, approve('dora')] })).toContain('may not approve')
  expect(refusalOf({ paths: [], facts: [...base, approve('alice')] })).toBeNull()
})

test('another label, or one that is gone, approves nothing', () => {
  const other = [...base, labelled('alice')]
  expect(refusalOf({ facts: other })).toBe('plan/unapproved: nobody has applied the label')
  const facts = [...base, approve('alice')]
  expect(refusalOf({ labels: [], facts })).toBe('plan/unapproved: nobody has applied the label')
  expect(refusalOf({ labels: [], facts, local: true })).toBeNull()
})

test('a label does not say which of two plans it is for', () => {
  const plan = (path: string) =>
    ({ origin: 'pull-request', source: `head:${path}`, path, bytes: bytesOf(PLAN) }) as const
  const two = [plan(PATH), plan('.countersign/plans/X.yml')]
  const given = { body: `Plan: ${PATH}`, facts: [...base, approve('alice')] }
  expect(refusalOf({ ...given, offeredPlans: two })).toContain('brings more than one plan')
  expect(refusalOf({ ...given, offeredPlans: two.slice(0, 1) })).toBeNull()
})

describe('what the approval was for', () => {
  const moved: ApprovalFact = {
    kind: 'retargeted',
    actor: 'mallory',
    actor_type: 'User',
    at: time(7),
    head_sha: HEAD,
  }
  const reading = (...plans: [string, string][]) => ({
    patch: 'p',
    plans: new Map(plans),
    audit: new Map(),
  })
  const earlier = [...base, approve('alice', { head_sha: OLD })]

  test('another base is another change', () => {
    expect(refusalOf({ facts: [...base, approve('alice'), moved] })).toBe(
      'plan/stale-approval: the base branch was changed after the plan was approved',
    )
  })

  test('a head that nobody can name is no answer', () => {
    expect(refusalOf({ facts: [...base, approve('alice', { head_sha: '' })] })).toBe(
      'plan/stale-approval: which version was approved cannot be known',
    )
  })

  test.each<[string, ReadonlyMap<string, ReturnType<typeof reading>>]>([
    [
      'was another',
      new Map([
        [OLD, reading([PATH, '1'])],
        [HEAD, reading([PATH, '2'])],
      ]),
    ],
    [
      'was not there',
      new Map([
        [OLD, reading()],
        [HEAD, reading([PATH, '2'])],
      ]),
    ],
    [
      'was at neither head',
      new Map([
        [OLD, reading()],
        [HEAD, reading()],
      ]),
    ],
    ['was at a head that cannot be read', new Map([[HEAD, reading([PATH, '2'])]])],
  ])('a plan that %s then was not approved', (_, heads) => {
    expect(refusalOf({ heads, facts: earlier })).toBe(
      'plan/stale-approval: the plan was changed after it was approved',
    )
  })

  test('honest twin: the same plan, whatever else was pushed', () => {
    const now = { ...reading([PATH, '1']), patch: 'q' }
    const heads = new Map([
      [OLD, reading([PATH, '1'])],
      [HEAD, now],
    ])
    expect(refusalOf({ heads, facts: earlier })).toBeNull()
  })
})

test('an issue that was not read approves nothing', () => {
  const offeredPlans = [
    { origin: 'issue', source: 'issue:#9', path: '#9', bytes: bytesOf(PLAN) },
  ] as const
  const given = { offeredPlans, body: 'Plan: #9', files: [addedFile('src/a.ts', 'x\n')] }
  const decision = decideOn({ ...given, policy: POLICY, facts: [...base, approve('alice')] })
  expect(decision.findings.map(({ rule, evidence }) => [rule, evidence.cause])).toEqual([
    ['plan/unapproved', 'nobody has applied the label'],
  ])
})

describe('what is told of a plan that nobody has approved', () => {
  const findingFor = (given: Given) => decideFor(given).findings[0]

  test('which plan, by its bytes, and which label', () => {
    expect(findingFor({ facts: base })?.evidence).toMatchObject({
      plan: 'P',
      source: `head:${PATH}`,
      label: 'plan-approved',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('who is asked: owners of every path who had no part in it', () => {
    const remedyFor = (given: Given) => findingFor({ facts: base, ...given })?.remedy
    expect(remedyFor({ paths: ['src/a.ts', 'src/b.ts'] })).toContain('One of: @alice.')
    expect(remedyFor({ paths: ['src/a.ts', 'docs/a.md'] })).not.toContain('One of')
    expect(remedyFor({ paths: ['payments/a.ts'] })).toContain('One of: @carol, @acme/payments.')
    expect(remedyFor({ paths: ['payments/a.ts'], facts: [opened('carol'), pushed()] })).toContain(
      'One of: @acme/payments.',
    )
  })

  test('that the label has to come off first, also where no event tells who applied it', () => {
    expect(findingFor({ labels: ['Plan-Approved'], facts: base })?.remedy).toContain('off and then')
    expect(findingFor({ labels: ['other'], facts: base })?.remedy).not.toContain('off and then')
  })
})
