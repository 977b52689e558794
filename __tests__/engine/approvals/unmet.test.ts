import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/engine/decision.ts'
import type { ApprovalFact, Evidence } from '../../../src/engine/evidence.ts'
import { planNextSteps } from '../../../src/reports/next-steps.ts'
import { bytesOf, makeSource } from '../make.ts'
import { base, decideOn, labelled, OLD, opened, pushed, reviewed, rules, time } from './story.ts'

/** What a finding says about signatures that are missing: who can still sign and how, or that nobody can. */

interface Setting {
  readonly owners: string
  readonly policy?: string
  readonly facts?: readonly ApprovalFact[]
  readonly more?: Partial<Evidence> & { readonly paths?: readonly string[] }
}

const AUTHOR = { login: 'alice', type: 'User' }

function decideWith({ owners, policy = 'approvals: {}', facts = base, more = {} }: Setting) {
  const text = `version: 1\n${policy}\n`
  return decideOn({
    policy: text,
    facts,
    ...more,
    trusted: {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(text)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(owners) },
      plans: [],
      auditFiles: [],
    },
  })
}

function wordsOf(decision: Decision, rule: string): string {
  const found = decision.findings.filter((finding) => finding.rule === rule)
  return found.map(({ message, remedy }) => `${message} ${remedy}`).join('\n')
}

describe('a team that cannot be seen', () => {
  const facts = [...base, reviewed('stranger')]

  test('hides nobody who can sign, whoever reviews', () => {
    const decision = decideWith({ owners: '* @alice @acme/pay\n', facts })
    expect(rules(decision)).toEqual(['approval/missing', 'approval/unresolved-team'])
    expect(wordsOf(decision, 'approval/missing')).toMatch(/known to have signed.*One of: @alice/)
    expect(wordsOf(decision, 'approval/unresolved-team')).toContain('@acme/pay')
  })

  test('of a tier is said to be one, too', () => {
    const policy = 'approvals: { tiers: { high: { approvers: ["@acme/sec"], paths: ["**"] } } }'
    const decision = decideWith({ owners: '* @alice\n', policy, facts })
    expect(wordsOf(decision, 'approval/unresolved-team')).toContain('@acme/sec')
    expect(wordsOf(decision, 'approval/missing')).toContain('as the tier "high" asks')
  })
})

describe('a rule that asks the owners of a path', () => {
  const policy =
    'paths: [{ id: docs, match: ["docs/**"], decision: approve, reason: People read this. }]'
  const remedyFor = (path: string) =>
    wordsOf(decideWith({ owners: '* @alice @bob\n', policy, more: { paths: [path] } }), 'path/docs')

  test('names the path and who they are', () => {
    const words = remedyFor('docs/a.md')
    expect(words).toContain(
      'Approval needed from an owner of "docs/a.md". To sign: apply the label',
    )
    expect(words).toContain('One of: @alice, @bob.')
  })

  test('leaves a name out that would hide the rest', () => {
    const words = remedyFor(`docs/${'x'.repeat(200)}.md`)
    expect(words).toContain('an owner of this path. To sign:')
    expect(words).toContain('One of: @alice, @bob.')
  })
})

describe('the label that is there already', () => {
  const owners = '* @alice\n'
  const missing = (setting: Partial<Setting>) =>
    wordsOf(decideWith({ owners, ...setting }), 'approval/missing')

  test.each<[string, ApprovalFact]>([
    ['of somebody who owns nothing', labelled('trudy')],
    ['of a bot', labelled('helper[bot]', { actor_type: 'Bot' })],
  ])('%s has to come off first', (_name, label) => {
    expect(missing({ facts: [...base, label] })).toContain(
      'take the label countersigned off, which does not count as it is, and then apply it',
    )
  })

  describe('for an earlier state', () => {
    const stale = [...base, labelled('alice', { head_sha: OLD })]
    const idOf = (facts: readonly ApprovalFact[]) =>
      decideWith({ owners, facts }).findings.find(({ rule }) => rule === 'approval/missing')?.id

    test('is told of with words that are right before and after it is taken off', () => {
      const words = missing({ facts: stale })
      expect(words).toContain(
        'look at the change as it is now and apply the label countersigned again',
      )
      expect(words).toContain(
        'alice signed an earlier state; the old one is taken off, or take it off',
      )
    })

    test('leaves it the same finding when it comes and goes', () => {
      expect(idOf(stale)).toBe(idOf(base))
      expect(idOf([...base, labelled('trudy')])).toBe(idOf(base))
      expect(idOf(base)).toMatch(/^[0-9a-f]{16}$/)
    })

    test('is one step for the owner', () => {
      const steps = planNextSteps(decideWith({ owners, facts: stale })).flatMap((it) => it.steps)
      expect(steps).toHaveLength(1)
      expect(steps[0]?.remedy).toContain('alice signed an earlier state')
    })

    test('is a step of its own where nothing is missing but a second person', () => {
      const decision = decideWith({
        owners: '* @alice @bob\n',
        policy: 'approvals: { minimum: 2 }',
        facts: [...stale, reviewed('bob')],
      })
      const steps = planNextSteps(decision).flatMap((it) => it.steps.map(({ remedy }) => remedy))
      expect(steps.join()).toContain('apply the label again; the old one is taken off')
    })
  })

  test('without an event has to come off first', () => {
    expect(missing({ more: { labels: ['Countersigned'] } })).toContain('off')
  })

  test('is asked for as usual where it is not there', () => {
    expect(missing({})).toContain('Code owner: apply the label countersigned, or approve')
  })

  test('stays where it counts for somebody else: the others review', () => {
    const files = { paths: ['src/a.ts', 'web/a.ts'] }
    const text = '* @alice\n/web/ @bob\n'
    const words = missing({ owners: text, facts: [...base, labelled('alice')], more: files })
    expect(words).toContain('@bob')
    expect(words).toContain('Code owner: approve by a review.')
    expect(words).not.toContain('countersigned')
  })
})

describe('a label that is too long for GitHub', () => {
  const long = `@acme/${'x'.repeat(45)}`
  const policy = 'approvals: { label: "countersigned/{owner}", reviews: false }'

  test('has more than 50 characters', () => {
    const named = (letters: number) => {
      const owner = 'x'.repeat(letters)
      const words = wordsOf(decideWith({ owners: `* @${owner}\n`, policy }), 'approval/missing')
      return words.includes(`apply the label countersigned/${owner}.`)
    }
    expect([named(36), named(37)]).toEqual([true, false])
  })

  test('is told in facts, by its name', () => {
    const decision = decideWith({ owners: `* ${long}\n`, policy })
    const [missing] = decision.findings.filter(({ rule }) => rule === 'approval/missing')
    expect(missing?.evidence.overlong).toEqual([`countersigned/${long.slice(1)}`])
  })

  test('is not suggested, and that nobody can sign is said', () => {
    const words = wordsOf(decideWith({ owners: `* ${long}\n`, policy }), 'approval/missing')
    expect(words).toMatch(/Maintainer: shorten the label.*50 characters/)
  })

  test('leaves the others, and reviews', () => {
    const both = decideWith({ owners: `* @alice ${long}\n`, policy })
    expect(wordsOf(both, 'approval/missing')).toContain('apply the label countersigned/alice.')
    const reviews = decideWith({ owners: `* ${long}\n`, policy: policy.replace('false', 'true') })
    expect(wordsOf(reviews, 'approval/missing')).toContain('Code owner: approve by a review.')
  })
})

describe('nobody can sign', () => {
  test('where CODEOWNERS names only e-mail addresses: who they are cannot be known', () => {
    const owners = '* sec@acme.example\n'
    const decision = decideWith({ owners, facts: [...base, labelled('trudy')] })
    expect(rules(decision)).toEqual(['approval/no-owner', 'approval/not-owner'])
    expect(wordsOf(decision, 'approval/no-owner')).toContain('sec@acme.example')
    expect(wordsOf(decision, 'approval/no-owner')).toContain('"@login"')
    const named = decideWith({ owners: '* sec@acme.example @alice\n' })
    expect(wordsOf(named, 'approval/missing')).toContain('One of: @alice.')
  })

  test('as a tier asks, when its only approver made the change', () => {
    const policy = 'approvals: { tiers: { high: { approvers: ["@alice"], paths: ["src/**"] } } }'
    const setting = { owners: '* @bob\n', policy, facts: [...base, labelled('bob')] }
    const decision = decideWith({ ...setting, more: { author: AUTHOR } })
    expect(rules(decision)).toEqual(['approval/not-independent'])
    expect(wordsOf(decision, 'approval/not-independent')).toMatch(/Nobody can sign.*tier "high"/)
    expect(wordsOf(decideWith(setting), 'approval/missing')).toContain('One of: @alice.')
  })

  test('for a rule, when its only approver made the change', () => {
    const policy =
      'approvals: {}\npaths: [{ id: s, match: ["src/**"], decision: approve, approvers: ["@alice"] }]'
    const setting = { owners: '* @bob\n', policy, facts: [...base, labelled('bob')] }
    const barred = wordsOf(decideWith({ ...setting, more: { author: AUTHOR } }), 'path/s')
    expect(barred).toContain('Maintainer: name another approver')
    expect(barred).toContain('nobody can approve this, because @alice had a part')
    const open = wordsOf(decideWith(setting), 'path/s')
    expect(open).toContain('Approval needed from @alice. To sign: approve by a review.')
  })

  test('for a path that nobody owns, where a rule asks its owners', () => {
    const policy = 'paths: [{ id: s, match: ["src/**"], decision: approve }]'
    const words = wordsOf(decideWith({ owners: '/web/ @bob\n', policy }), 'path/s')
    expect(words).toContain('name an owner of this path')
  })

  test.each<[string, string, Partial<Evidence>, string | null]>([
    ['one owner for two', '* @alice\n', {}, 'no more than 1 can'],
    ['two owners of whom one made it', '* @alice @bob\n', { author: AUTHOR }, 'no more than 1 can'],
    ['an e-mail address beside one', '* @bob x@acme.example\n', {}, 'no more than 1 can'],
    ['two owners', '* @alice @bob\n', {}, null],
    ['a team, whose size nobody knows', '* @alice @acme/pay\n', {}, null],
  ])('often enough for a minimum: %s', (_name, owners, more, expected) => {
    const policy = 'approvals: { minimum: 2 }'
    const words = wordsOf(decideWith({ owners, policy, more }), 'approval/insufficient')
    if (expected === null) expect(words).toContain('one more owner')
    else expect(words).toMatch(new RegExp(`${expected}.*Maintainer:`))
  })
})

describe('reviews by strangers', () => {
  const strangers = Array.from({ length: 9 }, (_, at) => reviewed(`stranger-${at}`))
  const blocking = (decision: Decision) =>
    decision.findings.filter((finding) => finding.blocking).map(({ rule }) => rule)

  test('never block, whatever is wrong with them; labels do, for few may apply them', () => {
    const old = reviewed('someone', 'APPROVED', { head_sha: OLD })
    const facts = [...base, ...strangers, old, labelled('trudy')]
    const decision = decideWith({ owners: '* @alice\n', facts })
    expect(blocking(decision)).toEqual(['approval/missing', 'approval/not-owner'])
    expect(wordsOf(decision, 'approval/not-owner')).toContain('trudy')
  })

  test('are told apart from the stale review of an owner', () => {
    const facts = [...base, ...strangers, reviewed('alice', 'APPROVED', { head_sha: OLD })]
    expect(blocking(decideWith({ owners: '* @alice\n', facts }))).toEqual([
      'approval/missing',
      'approval/stale',
    ])
  })
})

describe('a label that accepts a criterion', () => {
  const PLAN =
    'version: 1\nid: P\ntitle: T\nowner: "@o"\nexpires: "2099-01-01"\nscope: { may: ["**"] }\nacceptance: [{ id: AC1, criterion: It reads well., manual: true }]\n'
  const policy = 'version: 1\nplan: {}\nacceptance: {}\n'
  const accept = (actor: string, more = {}) => labelled(actor, { name: 'accepted/AC1', ...more })
  const decideFor = (owners: string, ...facts: readonly ApprovalFact[]) =>
    decideOn({
      facts: [opened(), pushed(), ...facts],
      trusted: {
        policyPath: '.github/countersign.yml',
        policy: [makeSource(policy)],
        codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(owners) },
        plans: [{ ...makeSource(PLAN, '.countersign/plans/P.yml'), origin: 'base' as const }],
        auditFiles: [],
      },
    })
  const wordsFor = (owners: string, ...facts: readonly ApprovalFact[]) =>
    wordsOf(decideFor(owners, ...facts), 'acceptance/not-accepted')

  test.each<[string, string, ApprovalFact, RegExp]>([
    ['an earlier state', '* @alice\n', accept('alice', { head_sha: OLD }), /earlier state/],
    ['who owns nothing', '* @alice\n', accept('trudy'), /trudy owns nothing that changed/],
    ['a bot', '* @alice\n', accept('x[bot]', { actor_type: 'Bot' }), /is not a person/],
    ['a team nobody sees', '* @acme/pay\n', accept('carol'), /cannot be seen/],
  ])('and does not count says why, and how to mend it: %s', (_name, owners, label, why) => {
    const words = wordsFor(owners, label)
    expect(words).toMatch(why)
    expect(words).toContain(
      why.source === 'earlier state'
        ? 'apply the label "accepted/AC1" again if it is; the old one is taken off'
        : 'take the label "accepted/AC1" off and apply it again',
    )
  })

  test('is asked for where it is not there, and accepts where it counts', () => {
    expect(wordsFor('* @alice\n')).toContain('apply the label "accepted/AC1" if it is')
    expect(decideFor('* @alice\n', accept('alice', { at: time(7) })).conclusion).toBe('pass')
  })
})
