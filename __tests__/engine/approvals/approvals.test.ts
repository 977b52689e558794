import { describe, expect, test } from '@jest/globals'
import type { ApprovalFact, Evidence, HeadReading } from '../../../src/engine/evidence.ts'
import { addedFile, bytesOf, makeSource } from '../make.ts'
import {
  base,
  CODEOWNERS,
  decideOn,
  HEAD,
  labelled,
  OLD,
  opened,
  POLICY,
  pushed,
  reviewed,
  rules,
  time,
} from './story.ts'

/** Who signed, for what, in which role: each attack beside its honest twin. */

describe('an owner of what changed', () => {
  test('signs by label', () => {
    const decision = decideOn({ facts: [...base, labelled('alice')] })
    expect(decision.conclusion).toBe('pass')
    expect(decision.approvals).toEqual([
      {
        actor: 'alice',
        for: ['@alice'],
        counted: true,
        why: 'label countersigned, after the last change',
        at: labelled('alice').at,
      },
    ])
  })

  test('signs by review, when the policy counts reviews', () => {
    expect(decideOn({ facts: [...base, reviewed('alice')] }).conclusion).toBe('pass')
    const policy = POLICY.replace('countersigned', '"countersigned/{owner}", reviews: false')
    expect(rules(decideOn({ policy, facts: [...base, reviewed('alice')] }))).toEqual([
      'approval/missing',
    ])
  })

  test('is asked for, by name, with what to do', () => {
    const decision = decideOn({ facts: base })
    expect(decision.findings).toMatchObject([{ rule: 'approval/missing', level: 'deny' }])
    expect(decision.findings[0]?.message).toContain('@alice')
    expect(decision.findings[0]?.remedy).toContain('countersigned')
  })

  test('signs as a member of a team', () => {
    const facts = [...base, labelled('peter')]
    expect(decideOn({ paths: ['payments/a.ts'], facts }).conclusion).toBe('pass')
    const read = new Map([['@acme/payments', { members: ['paula'] }]])
    expect(decideOn({ paths: ['payments/a.ts'], facts, teams: read }).conclusion).toBe('block')
  })

  test('who can be seen is told apart from who is not a member', () => {
    const facts = [...base, labelled('quentin')]
    const policy = 'version: 1\napprovals: {}\n'
    const paths = ['payments/a.ts']
    const hidden = decideOn({
      policy,
      paths,
      facts,
      teams: new Map([['@acme/payments', 'unreadable']]),
    })
    expect(rules(hidden)).toEqual(['approval/missing', 'approval/unresolved-team'])
    const seen = decideOn({
      policy,
      paths,
      facts,
      teams: new Map([['@acme/payments', { members: [] }]]),
    })
    expect(rules(seen)).toEqual(['approval/missing', 'approval/not-owner'])
  })
})

describe('whose signature does not count (T12)', () => {
  test.each<[string, ApprovalFact[], string]>([
    ['a bot', [labelled('alice', { actor_type: 'Bot' })], 'approval/bot'],
    ['an App on behalf of an owner', [labelled('alice', { via_app: 'some-app' })], 'approval/bot'],
    ['a deleted account', [labelled('')], 'approval/bot'],
    ['somebody who owns nothing', [labelled('trudy')], 'approval/not-owner'],
    ['an owner of something else', [labelled('dora')], 'approval/not-owner'],
    ['a reviewing bot', [reviewed('alice', 'APPROVED', { actor_type: 'Bot' })], 'approval/bot'],
  ])('%s', (_name, facts, rule) => {
    const decision = decideOn({ facts: [...base, ...facts] })
    expect(decision.conclusion).toBe('block')
    expect(rules(decision)).toEqual(['approval/missing', rule].sort())
    expect(decision.approvals).toMatchObject([{ counted: false }])
  })

  test.each<[string, Partial<Evidence>]>([
    [
      'the author',
      { author: { login: 'alice', type: 'User' }, facts: [...base, labelled('alice')] },
    ],
    ['who opened it', { facts: [opened('alice'), pushed(), labelled('alice')] }],
    ['a pusher', { facts: [opened(), pushed('alice'), labelled('alice')] }],
    [
      'an earlier pusher',
      { facts: [opened(), pushed('Alice', 1, OLD), pushed('x', 2), labelled('alice')] },
    ],
    [
      'a committer',
      {
        commits: [{ sha: HEAD, message: 'x', people: ['alice'], isMerge: false }],
        facts: [...base, labelled('alice')],
      },
    ],
    [
      'a co-author',
      {
        commits: [
          {
            sha: HEAD,
            message: 'x\n\nCo-authored-by: A <1+alice@users.noreply.github.com>',
            people: [],
            isMerge: false,
          },
        ],
        facts: [...base, labelled('alice')],
      },
    ],
  ])('%s', (_name, known) => {
    const decision = decideOn(known)
    expect(decision.conclusion).toBe('block')
    expect(rules(decision)).toEqual(['approval/not-independent'])
    expect(decision.findings.some((finding) => finding.message.startsWith('Nobody can sign'))).toBe(
      true,
    )
  })

  test('an owner who only updated the branch from its base is free to sign', () => {
    const same: HeadReading = { patch: 'p', plans: new Map(), audit: new Map() }
    const heads = new Map([
      [OLD, same],
      [HEAD, same],
    ])
    const commits = [{ sha: HEAD, message: 'Merge main', people: ['alice'], isMerge: true }]
    const facts = [
      opened(),
      pushed('acme-coder[bot]', 1, OLD),
      pushed('alice', 2),
      labelled('alice'),
    ]
    expect(decideOn({ heads, commits, facts }).conclusion).toBe('pass')
    const changed = new Map([...heads, [HEAD, { patch: 'q', plans: new Map(), audit: new Map() }]])
    expect(decideOn({ heads: changed, commits, facts }).conclusion).toBe('block')
  })
})

describe('what a signature was given for (T13, T14)', () => {
  const rebased = (patch: string, plans: HeadReading['plans'] = new Map()) =>
    new Map([
      [OLD, { patch: 'p', plans: new Map(), audit: new Map() }],
      [HEAD, { patch, plans, audit: new Map() }],
    ])

  test.each<[string, Partial<Evidence>]>([
    ['an earlier head', { facts: [...base, labelled('alice', { head_sha: OLD })] }],
    [
      'an earlier head with another patch',
      { heads: rebased('q'), facts: [...base, labelled('alice', { head_sha: OLD })] },
    ],
    [
      'an earlier head with another plan',
      {
        heads: rebased('p', new Map([['.countersign/plans/a.yml', 'x']])),
        facts: [...base, labelled('alice', { head_sha: OLD })],
      },
    ],
    [
      'the second of a push',
      { facts: [opened(), pushed('x', 5), labelled('alice', { at: time(5, 0) })] },
    ],
    [
      'a head nobody can name',
      { movesKnown: false, facts: [opened(), labelled('alice', { head_sha: '' })] },
    ],
    [
      'a review of an earlier commit',
      { facts: [...base, reviewed('alice', 'APPROVED', { head_sha: OLD })] },
    ],
    [
      'another base',
      {
        facts: [
          ...base,
          labelled('alice'),
          { kind: 'retargeted', actor: 'mallory', actor_type: 'User', at: time(7), head_sha: HEAD },
        ],
      },
    ],
  ])('%s is stale', (_name, known) => {
    const decision = decideOn(known)
    expect(decision.conclusion).toBe('block')
    expect(rules(decision)).toEqual(['approval/missing', 'approval/stale'])
  })

  test('a clean rebase keeps it, and the decision says so', () => {
    const decision = decideOn({
      heads: rebased('p'),
      facts: [...base, labelled('alice', { head_sha: OLD })],
    })
    expect(decision.conclusion).toBe('pass')
    expect(decision.approvals[0]?.why).toContain('carried over')
  })

  test('unless the policy carries nothing over', () => {
    const policy = POLICY.replace('countersigned', 'countersigned, carry_over: never')
    const decision = decideOn({
      policy,
      heads: rebased('p'),
      facts: [...base, labelled('alice', { head_sha: OLD })],
    })
    expect(decision.conclusion).toBe('block')
  })

  test('a review of exactly this head counts where moves cannot be read', () => {
    expect(decideOn({ movesKnown: false, facts: [opened(), reviewed('alice')] }).conclusion).toBe(
      'pass',
    )
  })

  test.each<[string, ApprovalFact[]]>([
    ['was taken off', [labelled('alice'), labelled('mallory', { removed: true, at: time(6) })]],
    ['was applied again by another', [labelled('alice'), labelled('trudy', { at: time(7) })]],
    ['has a similar name', [labelled('alice', { name: 'countersigned ' })]],
  ])("a label that %s is not the owner's", (_name, facts) => {
    expect(decideOn({ facts: [...base, ...facts] }).conclusion).toBe('block')
  })

  test('a label that is no longer on the pull request does not count, whatever the events say', () => {
    expect(decideOn({ labels: [], facts: [...base, labelled('alice')] }).conclusion).toBe('block')
    expect(
      decideOn({ labels: ['Countersigned'], facts: [...base, labelled('alice')] }).conclusion,
    ).toBe('pass')
  })

  test('a label without an event is said to be one', () => {
    expect(rules(decideOn({ facts: base, labels: ['countersigned'] }))).toEqual([
      'approval/missing',
      'approval/unknown',
    ])
  })

  test('asking for changes later takes the signature back; a comment does not', () => {
    const signed = [...base, labelled('alice'), reviewed('alice')]
    const taken = reviewed('alice', 'CHANGES_REQUESTED', { at: time(8) })
    expect(decideOn({ facts: [...signed, taken] }).conclusion).toBe('block')
    expect(
      decideOn({ facts: [...signed, reviewed('alice', 'COMMENTED', { at: time(8) })] }).conclusion,
    ).toBe('pass')
    expect(
      decideOn({ facts: [...signed, taken, reviewed('alice', 'APPROVED', { at: time(9) })] })
        .conclusion,
    ).toBe('pass')
  })

  test('after_report: nobody signs for what they could not have seen', () => {
    const policy = POLICY.replace('countersigned', 'countersigned, after_report: true')
    const report = (at: string): ApprovalFact => ({
      kind: 'report',
      actor: 'x',
      actor_type: 'Bot',
      at,
      head_sha: HEAD,
    })
    expect(rules(decideOn({ policy, facts: [...base, labelled('alice')] }))).toContain(
      'approval/stale',
    )
    expect(
      decideOn({ policy, facts: [...base, report(time(6)), labelled('alice')] }).conclusion,
    ).toBe('block')
    expect(
      decideOn({ policy, facts: [...base, report(time(3)), labelled('alice')] }).conclusion,
    ).toBe('pass')
  })
})

describe('how many have to sign', () => {
  const both = { paths: ['src/a.ts', 'docs/a.md'] }

  test('one from every owning group: one signed names the other', () => {
    const one = decideOn({ ...both, facts: [...base, labelled('alice')] })
    expect(one.findings).toMatchObject([
      { rule: 'approval/missing', message: expect.stringContaining('@dora') },
    ])
    expect(
      decideOn({ ...both, facts: [...base, labelled('alice'), reviewed('dora')] }).conclusion,
    ).toBe('pass')
  })

  test('labels of their own let groups sign side by side, and only for themselves', () => {
    const policy = 'version: 1\napprovals: { label: "countersigned/{owner}", reviews: false }\n'
    const labels = ['countersigned/alice', 'countersigned/dora']
    const own = (actor: string, owner: string) =>
      labelled(actor, { name: `countersigned/${owner}` })
    const good = {
      ...both,
      policy,
      labels,
      facts: [...base, own('alice', 'alice'), own('dora', 'dora')],
    }
    expect(decideOn(good).conclusion).toBe('pass')
    const forged = {
      ...both,
      policy,
      labels,
      facts: [...base, own('alice', 'alice'), own('alice', 'dora')],
    }
    expect(decideOn(forged).conclusion).toBe('block')
  })

  test('a minimum counts distinct people', () => {
    const policy = POLICY.replace('countersigned', 'countersigned, minimum: 2')
    const twice = decideOn({
      policy,
      paths: ['payments/a.ts'],
      facts: [...base, labelled('carol'), reviewed('Carol')],
    })
    expect(rules(twice)).toEqual(['approval/insufficient'])
    const two = decideOn({
      policy,
      paths: ['payments/a.ts'],
      facts: [...base, labelled('carol'), reviewed('peter')],
    })
    expect(two.conclusion).toBe('pass')
  })

  test('a tier asks for more, and for one of its own approvers', () => {
    const policy = `${POLICY.replace('countersigned', 'countersigned, tiers: { high: { minimum: 2, approvers: ["@sec"], paths: ["payments/**"] } }')}`
    const paths = ['payments/a.ts']
    expect(
      rules(decideOn({ policy, paths, facts: [...base, labelled('carol'), reviewed('peter')] })),
    ).toEqual(['approval/missing'])
    expect(rules(decideOn({ policy, paths, facts: [...base, labelled('carol')] }))).toEqual([
      'approval/insufficient',
      'approval/missing',
    ])
    expect(
      decideOn({ policy, paths, facts: [...base, labelled('carol'), reviewed('sec')] }).conclusion,
    ).toBe('pass')
    expect(
      decideOn({ policy, paths: ['src/a.ts'], facts: [...base, labelled('alice')] }).conclusion,
    ).toBe('pass')
  })

  test('a path that nobody owns blocks, unless somebody else has to sign for it', () => {
    expect(
      rules(decideOn({ paths: ['free/a.ts'], facts: [...base, labelled('alice')] })),
    ).toContain('approval/no-owner')
    const policy = `${POLICY}paths: [{ id: free, match: ["free/**"], decision: approve, approvers: ["@sec"] }]\n`
    const facts = [...base, labelled('sec')]
    expect(rules(decideOn({ policy, paths: ['free/a.ts'], facts }))).not.toContain(
      'approval/no-owner',
    )
  })

  describe('lines of CODEOWNERS that GitHub skips', () => {
    const bytes = bytesOf(`* @alice\n${'/docs/ nobody\n'.repeat(25)}`)
    const trusted = {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(POLICY)],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes },
      plans: [],
      auditFiles: [],
    }

    test('are told of where somebody has still to sign, twenty of them', () => {
      const skipped = decideOn({ trusted, facts: base }).findings.find(
        ({ rule }) => rule === 'approval/codeowners-error',
      )
      expect(skipped).toMatchObject({ level: 'info', evidence: { line_count: 25 } })
      expect(skipped?.evidence.lines).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 2}`))
    })

    test('are not told of where everybody has', () => {
      expect(decideOn({ trusted, facts: [...base, labelled('alice')] }).findings).toEqual([])
    })
  })

  test('the summary counts the people whose signatures count', () => {
    const summaryOf = (...facts: readonly ApprovalFact[]) =>
      decideOn({ paths: ['src/a.ts', 'docs/a.md'], facts: [...base, ...facts] }).checks.find(
        ({ id }) => id === 'approvals',
      )?.summary
    expect(summaryOf()).toBe('0 signatures that count')
    expect(summaryOf(labelled('alice'), reviewed('trudy'))).toBe('1 signature that counts')
    expect(summaryOf(labelled('alice'), reviewed('dora'))).toBe(
      '2 signatures, every owning group among them',
    )
  })

  test('without a CODEOWNERS file that is said once', () => {
    const trusted = {
      policyPath: '.github/countersign.yml',
      policy: [makeSource(POLICY)],
      codeowners: null,
      plans: [],
      auditFiles: [],
    }
    const decision = decideOn({ trusted, paths: ['a', 'b'], facts: [...base, labelled('alice')] })
    expect(
      decision.findings.filter((finding) => finding.rule === 'approval/no-owner'),
    ).toHaveLength(1)
  })
})

describe('an `approve` rule', () => {
  const policy = 'version: 1\npaths: [{ id: ci, match: ["ci/**"], decision: approve, reason: R }]\n'

  test('is settled by an owner, and stays visible', () => {
    const decision = decideOn({ policy, paths: ['ci/a'], facts: [...base, labelled('alice')] })
    expect(decision.conclusion).toBe('pass')
    expect(decision.findings).toMatchObject([
      { rule: 'path/ci', level: 'approve', settled: true, blocking: false },
    ])
  })

  test('is settled only by the approvers it names', () => {
    const named = policy.replace('reason: R', 'reason: R, approvers: ["@sec"]')
    expect(
      decideOn({ policy: named, paths: ['ci/a'], facts: [...base, labelled('alice')] }).conclusion,
    ).toBe('block')
    expect(
      decideOn({ policy: named, paths: ['ci/a'], facts: [...base, labelled('sec')] }).conclusion,
    ).toBe('pass')
  })

  test('waits in a local check without facts', () => {
    const decision = decideOn({ policy, local: true, paths: ['ci/a'], facts: null })
    expect(decision.conclusion).toBe('pass')
    expect(decision.findings).toMatchObject([{ settled: false, blocking: false }])
  })
})

describe('plans that are not on the base (T16)', () => {
  const PLAN =
    'version: 1\nid: P\ntitle: T\nowner: "@o"\nexpires: "2099-01-01"\nscope: { may: ["src/**"] }\n'
  const path = '.countersign/plans/P.yml'
  const policy = 'version: 1\nplan: {}\n'
  const planned = (origin: 'pull-request' | 'issue', at = path) => ({
    policy,
    body: origin === 'issue' ? 'Plan: #9' : '',
    files: [addedFile('src/a.ts', 'x\n'), ...(origin === 'issue' ? [] : [addedFile(path, PLAN)])],
    offeredPlans: [{ origin, source: `head:${at}`, path: at, bytes: bytesOf(PLAN) }],
  })
  const approve = (actor: string, more = {}) => labelled(actor, { name: 'plan-approved', ...more })
  const heads = (then: string) =>
    new Map([
      [OLD, { patch: 'p', plans: new Map([[path, then]]), audit: new Map() }],
      [HEAD, { patch: 'q', plans: new Map([[path, 'same']]), audit: new Map() }],
    ])

  test('one in the pull request is approved by the owner of every changed path', () => {
    const decision = decideOn({ ...planned('pull-request'), facts: [...base, approve('alice')] })
    expect(decision.conclusion).toBe('pass')
    expect(decision.plan?.approved_by).toEqual(['alice'])
    expect(rules(decideOn({ ...planned('pull-request'), facts: base }))).toEqual([
      'plan/unapproved',
    ])
    expect(
      rules(decideOn({ ...planned('pull-request'), facts: [...base, approve('dora')] })),
    ).toEqual(['plan/unapproved'])
  })

  test('who may approve it is named: the owners of all it is for, or the approvers of the policy', () => {
    const askedBy = (text: string, more = {}) =>
      decideOn({ ...planned('pull-request'), facts: base, policy: text, ...more }).findings[0]
    expect(askedBy(policy)?.remedy).toContain('One of: @alice.')
    expect(askedBy('version: 1\nplan: { approvers: ["@acme/leads"] }\n')?.remedy).toContain(
      'One of: @acme/leads.',
    )
    const isAuthor = { author: { login: 'alice', type: 'User' }, headRefs: ['claude/x'] }
    expect(askedBy(policy, isAuthor)?.remedy).not.toContain('One of')
  })

  test('the approval is for the plan, not for the head: work may go on, the plan may not', () => {
    const facts = [...base, approve('alice', { head_sha: OLD })]
    expect(decideOn({ ...planned('pull-request'), heads: heads('same'), facts }).conclusion).toBe(
      'pass',
    )
    const edited = decideOn({ ...planned('pull-request'), heads: heads('other'), facts })
    expect(rules(edited)).toEqual(['plan/stale-approval'])
  })

  test('the label of somebody who may not approve it has to come off first', () => {
    const remedyOf = (...facts: readonly ApprovalFact[]) =>
      decideOn({ ...planned('pull-request'), facts: [...base, ...facts] }).findings[0]?.remedy
    expect(remedyOf(approve('dora'))).toContain('take the label "plan-approved" off and then apply')
    expect(remedyOf()).toContain('read the plan and apply the label "plan-approved"')
  })

  test('two plans in one pull request are approved by no label', () => {
    const other = {
      origin: 'pull-request' as const,
      source: 'head:x',
      path: '.countersign/plans/X.yml',
      bytes: bytesOf(PLAN),
    }
    const known = planned('pull-request')
    const offeredPlans = [...known.offeredPlans, other]
    const body = `Plan: ${path}`
    expect(
      rules(decideOn({ ...known, offeredPlans, body, facts: [...base, approve('alice')] })),
    ).toContain('plan/unapproved')
  })

  test('who pushed the plan, or asks for changes later, does not approve it', () => {
    const pusher = [opened(), pushed('x', 1, OLD), pushed('alice', 2), approve('alice')]
    const known = { ...planned('pull-request'), heads: heads('other') }
    expect(rules(decideOn({ ...known, facts: pusher }))).toEqual(['plan/unapproved'])
    const later = [
      ...base,
      approve('alice'),
      reviewed('alice', 'CHANGES_REQUESTED', { at: time(8) }),
    ]
    expect(rules(decideOn({ ...planned('pull-request'), facts: later }))).toEqual([
      'plan/unapproved',
    ])
  })

  test.each<[string, string | null, string[]]>([
    ['never edited', null, []],
    ['edited before the approval', time(4), []],
    ['edited after it', time(6), ['plan/stale-approval']],
    ['edited in the same second', time(5), ['plan/stale-approval']],
    ['edited nobody knows when', 'unknown', ['plan/stale-approval']],
  ])('one in an issue that was %s', (_name, editedAt, expected) => {
    const issues = new Map([['#9', { labels: [approve('alice') as never], editedAt }]])
    expect(rules(decideOn({ ...planned('issue', '#9'), issues, facts: base }))).toEqual(expected)
  })
})

describe('what an agent could do around a signature', () => {
  const AUDIT = '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.jsonl'
  const heads = (audit: ReadonlyMap<string, string>) =>
    new Map([
      [OLD, { patch: 'p', plans: new Map(), audit: new Map() }],
      [HEAD, { patch: 'p', plans: new Map(), audit }],
    ])

  test('a file that only lies where chains do does not ride on an earlier signature', () => {
    const facts = [...base, labelled('alice', { head_sha: OLD })]
    const paths = ['src/a.ts', AUDIT]
    const decision = decideOn({ paths, heads: heads(new Map([[AUDIT, 'x']])), facts })
    expect(rules(decision)).toContain('approval/stale')
    expect(decideOn({ heads: heads(new Map()), facts }).conclusion).toBe('pass')
  })

  test('dismissing a request for changes does not revive what was signed before it', () => {
    const taken = reviewed('alice', 'DISMISSED', { at: time(8) })
    expect(decideOn({ facts: [...base, labelled('alice'), taken] }).conclusion).toBe('block')
    const again = labelled('alice', { at: time(9) })
    expect(decideOn({ facts: [...base, taken, again] }).conclusion).toBe('pass')
  })

  test('an agent that the policy declares approves no plan and overrides nothing', () => {
    const policy = `${POLICY}agents: { authors: [alice] }\noverride: { approvers: ["@alice"] }\n`
    const facts = [
      ...base,
      labelled('alice', { name: 'break-glass' }),
      {
        kind: 'comment',
        actor: 'alice',
        actor_type: 'User',
        at: time(6),
        head_sha: '',
        text: 'Down.',
      },
    ] as ApprovalFact[]
    expect(rules(decideOn({ policy, facts }))).toContain('override/invalid')
  })

  test('a commit message of empty lines costs no time', () => {
    const commits = [{ sha: HEAD, message: '\n'.repeat(200_000), people: [], isMerge: false }]
    expect(decideOn({ commits, facts: [...base, labelled('alice')] }).conclusion).toBe('pass')
  })
})

describe('criteria for people', () => {
  const PLAN =
    'version: 1\nid: P\ntitle: T\nowner: "@o"\nexpires: "2099-01-01"\nscope: { may: ["**"] }\nacceptance: [{ id: AC1, criterion: The runbook says so., manual: true }]\n'
  const known = {
    policy: 'version: 1\nplan: {}\nacceptance: {}\n',
    trusted: {
      policyPath: '.github/countersign.yml',
      policy: [makeSource('version: 1\nplan: {}\nacceptance: {}\n')],
      codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
      plans: [{ ...makeSource(PLAN, '.countersign/plans/P.yml'), origin: 'base' as const }],
      auditFiles: [],
    },
  }

  test("are met by an owner's label and nobody else's", () => {
    const accept = (actor: string) => labelled(actor, { name: 'accepted/AC1' })
    expect(decideOn({ ...known, facts: [...base, accept('alice')] }).conclusion).toBe('pass')
    expect(rules(decideOn({ ...known, facts: [...base, accept('dora')] }))).toEqual([
      'acceptance/not-accepted',
    ])
    expect(rules(decideOn({ ...known, facts: base }))).toEqual(['acceptance/not-accepted'])
  })
})
