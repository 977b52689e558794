import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import { CHECK_IDS, type CheckResult, type Decision } from '../../src/engine/decision.ts'
import type { ApprovalFact } from '../../src/engine/evidence.ts'
import { writeChain } from '../support/chain.ts'
import {
  addedFile,
  decideOn,
  type EvidenceParts,
  makeEvidence,
  makeFile,
  makePlan,
  makeSource,
  NOW,
  POLICY_PATH,
  rulesIn,
} from './make.ts'

const PERSON = { author: { login: 'alice', type: 'User' }, headRefs: ['tidy-up'] }

function statusOf(decision: Decision, id: CheckResult['id']) {
  return decision.checks.find((check) => check.id === id)?.status
}

function push(actor: string): ApprovalFact {
  return {
    kind: 'push',
    actor,
    actor_type: 'Bot',
    at: '2026-11-21T10:00:00Z',
    head_sha: 'c'.repeat(40),
  }
}

describe('the decision', () => {
  test('passes what is in order', () => {
    const decision = decideOn({
      policy: 'version: 1\nplan: {}\n',
      plans: [makePlan({ may: ['src/**'] })],
    })
    expect(decision.conclusion).toBe('pass')
    expect(decision.plan).toMatchObject({ id: 'P-1', owner: '@alice', approved_by: [] })
    expect(decision.policy).toMatchObject({ source: 'base:.github/countersign.yml', extends: [] })
    expect(decision.stats).toEqual({ files: 1, added: 1, removed: 1, records: 0, requests: 0 })
  })

  test('lists every check, once and in order', () => {
    for (const policy of ['version: 1\n', 'version: 1\napplies_to: agents\n', null]) {
      expect(decideOn({ ...PERSON, policy }).checks.map(({ id }) => id)).toEqual([...CHECK_IDS])
    }
  })

  test('says when it was judged, and the digest does not depend on it', () => {
    const [now, later] = [decideOn(), decideOn({}, new Date('2026-11-22T08:00:00Z'))]
    expect(now.judged_at).toBe('2026-11-21T12:00:00.000Z')
    expect(later).toEqual({ ...now, judged_at: '2026-11-22T08:00:00.000Z' })
  })

  test('says when the head came to where it is, by the server alone', () => {
    const moves = [
      push('acme-coder[bot]'),
      { ...push('alice'), at: '2026-11-21T10:30:00Z', head_sha: 'd'.repeat(40) },
      { ...push('acme-coder[bot]'), at: '2026-11-21T11:00:00Z' },
    ]
    const timeOf = (facts: ApprovalFact[] | null) => decideOn({ facts }).head_at
    expect(timeOf(moves)).toBe('2026-11-21T11:00:00Z')
    expect(timeOf(moves.slice(0, 2))).toBe('2026-11-21T10:00:00Z')
    expect([timeOf(moves.slice(1, 2)), timeOf([]), timeOf(null)]).toEqual([null, null, null])
  })

  test('names its subject', () => {
    expect(decideOn().subject).toMatchObject({
      repository: 'acme/shop',
      pull_request: 7,
      base_sha: 'a'.repeat(40),
      merge_base_sha: 'b'.repeat(40),
      head_sha: 'c'.repeat(40),
      author: 'acme-coder[bot]',
      agent: { is_agent: true, signals: ['branch'] },
    })
  })

  test('gives a check the status of its worst finding', () => {
    const rules = (level: string) =>
      `version: 1\npaths: [{ id: a, match: ["**"], decision: ${level} }]\n`
    const status = (level: string, parts: EvidenceParts = {}) =>
      statusOf(decideOn({ policy: rules(level), ...parts }), 'paths')
    expect([status('deny'), status('approve'), status('warn')]).toEqual(['fail', 'fail', 'warn'])
    expect(status('approve', { local: true })).toBe('warn')
  })

  test('says so when the change breaks the policy or takes it away', () => {
    const rulesFor = (proposedPolicy: EvidenceParts['proposedPolicy']) => {
      const files = [makeFile(POLICY_PATH, 'version: 1\n', 'version: 1 \n')]
      return rulesIn(decideOn({ proposedPolicy: proposedPolicy ?? null, files }))
    }
    expect(rulesFor([])).toContain('policy/missing')
    expect(rulesFor([makeSource('version: 2\n')])).toContain('policy/invalid')
    expect(rulesFor([makeSource('version: 1 \n')])).not.toContain('policy/invalid')
    expect(rulesFor(null)).not.toContain('policy/missing')
  })

  test('counts what changed', () => {
    const files = [makeFile('a', 'x\n', 'y\nz\n'), makeFile('b', 'x\ny\n', null)]
    expect(decideOn({ files }).stats).toMatchObject({ files: 2, added: 2, removed: 3 })
  })

  test('says who could mend the policy, unless it was named on the command line', () => {
    const codeowners = makeSource('* @alice\n', '.github/CODEOWNERS')
    const appealOf = (isGiven: boolean) => {
      const evidence = makeEvidence()
      const policy = [{ ...makeSource('version: 1\n'), ...(isGiven && { isGiven }) }]
      return decide({ ...evidence, trusted: { ...evidence.trusted, codeowners, policy } }, NOW)
        .appeal
    }
    expect(appealOf(false)).toEqual({ policy_owners: ['@alice'], override: null })
    expect(appealOf(true)).toEqual({ policy_owners: [], override: null })
  })

  test('lists chains and criteria only where their checks look at them', () => {
    const chain = writeChain({ id: '6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90' }).act({ blobs: {} })
    const path = '.countersign/audit/6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90.jsonl'
    const files = [makeFile('src/a.ts', 'one\n', 'two\n'), addedFile(path, chain.text())]
    const audited = (policy: string) => decideOn({ policy: `version: 1\n${policy}`, files })
    expect(audited('audit: {}\n').audit?.chains).toHaveLength(1)
    expect(audited('').audit).toBeNull()
    expect(decideOn({ policy: 'version: 1\naudit: {}\n' }).audit).toBeNull()
    expect(audited('').acceptance).toBeNull()
  })

  test('of several findings one that blocks is enough, and one that warns', () => {
    const policy = (second: string) => `version: 1
paths: [{ id: a, match: ["**"], decision: warn }, { id: b, match: ["**"], decision: ${second} }]
`
    expect(decideOn({ policy: policy('deny') }).conclusion).toBe('block')
    expect(statusOf(decideOn({ policy: policy('deny') }), 'paths')).toBe('fail')
    expect(statusOf(decideOn({ policy: policy('warn') }), 'paths')).toBe('warn')
    expect(decideOn({ policy: policy('warn') }).conclusion).toBe('pass')
  })

  test('waits for people only where it blocks', () => {
    const facts: ApprovalFact[] = [
      { ...push('gate[bot]'), kind: 'report', work: null, conclusion: 'block' },
    ]
    const policy = 'version: 1\napprovals: { escalate_after: 1h }\n'
    const later = new Date('2026-11-22T10:00:00Z')
    const codeowners = makeSource('* @alice\n', '.github/CODEOWNERS')
    const waitingIn = (text: string) => {
      const evidence = makeEvidence({ policy: text, facts })
      return decide({ ...evidence, trusted: { ...evidence.trusted, codeowners } }, later)
    }
    expect(waitingIn(policy)).toMatchObject({ conclusion: 'block', waiting: { after_hours: 1 } })
    const observed = waitingIn(`${policy}mode: observe\n`)
    expect([observed.conclusion, 'waiting' in observed]).toEqual(['pass', false])
  })

  test('skips what the policy does not configure', () => {
    const skipped = decideOn().checks.filter(({ status }) => status === 'skipped')
    expect(skipped.map(({ id }) => id)).toEqual([
      'plan',
      'scope',
      'limits',
      'audit',
      'acceptance',
      'approvals',
    ])
  })
})

describe('whom the policy applies to', () => {
  const policy =
    'version: 1\napplies_to: agents\npaths: [{ id: a, match: ["**"], decision: deny }]\n'

  test.each<[string, EvidenceParts, Decision['conclusion']]>([
    ['an agent', {}, 'block'],
    ['a person', PERSON, 'not-applicable'],
    ['a person with a label for agents', { ...PERSON, labels: ['ai-generated'] }, 'block'],
    [
      'somebody whose commits were not read',
      { ...PERSON, defects: [{ rule: 'evidence/incomplete', level: 'deny' }] },
      'block',
    ],
  ])('%s', (_, parts, conclusion) => {
    expect(decideOn({ policy, ...parts }).conclusion).toBe(conclusion)
  })

  test('a person, where it applies to all', () => {
    expect(decideOn({ policy: policy.replace('agents', 'all'), ...PERSON }).conclusion).toBe(
      'block',
    )
  })
})

describe('exemptions', () => {
  const bot = { login: 'dependabot[bot]', type: 'Bot' }
  const policy = `version: 1
plan: {}
paths: [{ id: a, match: ["**"], decision: deny }]
exempt: [{ actors: ["dependabot[bot]"], checks: [plan, scope] }]
`

  test('switch off their checks and no others', () => {
    const decision = decideOn({ policy, author: bot, facts: [push('dependabot[bot]')] })
    expect(rulesIn(decision)).toEqual(['path/a'])
    expect(decision.checks.find(({ id }) => id === 'plan')?.summary).toContain('exempt')
  })

  test('do not hold for what somebody else pushed', () => {
    const facts = [push('dependabot[bot]'), push('mallory')]
    expect(rulesIn(decideOn({ policy, author: bot, facts }))).toContain('plan/missing')
  })
})

describe('a plan asked for by name', () => {
  test('is used where the policy asks for none', () => {
    const plans = [makePlan({ may: ['docs/**'] })]
    const named = { plans, requestedPlan: '.countersign/plans/P-1.yml' }
    expect(rulesIn(decideOn(named))).toEqual(['scope/outside-plan'])
    expect(rulesIn(decideOn({ plans }))).toEqual([])
    expect(rulesIn(decideOn({ requestedPlan: 'gone.yml' }))).toEqual(['plan/missing'])
  })

  test('as a local file, needs no approval', () => {
    const file = makePlan({ may: ['src/**'] }, 'file', 'mine.yml')
    const named = { offeredPlans: [file], requestedPlan: 'mine.yml' }
    expect(
      decideOn({ ...named, policy: 'version: 1\nplan: { sources: [base] }\n' }).conclusion,
    ).toBe('pass')
  })
})

/** Changes, defects and policies of many kinds. */
const PATHS = ['src/a.ts', 'src/b.sql', 'keys/k.pem', '.gitattributes', 'docs/é.md', 'SRC/A.ts']
const CONTENTS = ['', 'x\n', 'DROP TABLE a;\n', 'y\u202e\n', '* filter=x\n', '\0', 'DROP\nTABLE\n']
const MODES = ['100644', '100755', '120000', '160000']
const side = fc.record({ content: fc.constantFrom(...CONTENTS), mode: fc.constantFrom(...MODES) })
const path = fc.constantFrom(...PATHS)
const file = fc.oneof(
  fc.tuple(path, side).map(([at, now]) => makeFile(at, null, now)),
  fc.tuple(path, side).map(([at, old]) => makeFile(at, old, null)),
  fc.tuple(path, side, side).map(([at, old, now]) => makeFile(at, old, now)),
  fc.tuple(path, path, side).map(([at, from, now]) => makeFile(at, now, now, `old/${at}/${from}`)),
)
const files = fc.uniqueArray(file, { selector: (it) => it.path, minLength: 1, maxLength: 4 })
const defect = fc.record({
  rule: fc.constantFrom('evidence/incomplete', 'evidence/unsafe-name', 'evidence/disagreement'),
  level: fc.constant('deny' as const),
  path,
})
const RULES = `
paths:
  - { id: keys, match: ["keys/**"], decision: deny }
  - { id: docs, match: ["docs/**"], decision: warn }
  - { id: source, match: ["src/**"], on: [deleted], decision: approve }
patterns:
  - { id: drop, match: 'DROP\\s+TABLE', paths: ["**/*.sql"], decision: deny }
  - { id: any, match: 'x', decision: warn }
limits: { changed_files: 3, changed_lines: 5, blob_bytes: 12 }
plan: { required: true }
`
const scope = fc.constantFrom(['src/**'], ['**'], ['src/**', 'docs/**'], [])
const situation = fc.record({ files, may: scope, local: fc.boolean() })

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

function evidenceOf({ files: changed, may, local }: Situation, mode = 'enforce') {
  const policy = `version: 1\nmode: ${mode}\n${RULES}`
  return makeEvidence({ files: changed, local, plans: [makePlan({ may })], policy })
}

describe('for any change', () => {
  test('some pass and some are blocked', () => {
    const conclusions = fc
      .sample(situation, 300)
      .map((it) => decide(evidenceOf(it), NOW).conclusion)
    expect(new Set(conclusions)).toEqual(new Set(['pass', 'block']))
  })

  test('the same input gives the same bytes, whatever the order of the files', () => {
    fc.assert(
      fc.property(situation, (it) => {
        const once = JSON.stringify(decide(evidenceOf(it), NOW))
        expect(JSON.stringify(decide(evidenceOf(it), NOW))).toBe(once)
        const reversed = { ...it, files: it.files.toReversed() }
        expect(JSON.stringify(decide(evidenceOf(reversed), NOW))).toBe(once)
      }),
    )
  })

  test('one more file takes no finding about another file away', () => {
    const more = file.map((it) => ({ ...it, path: `more/${it.path}` }))
    fc.assert(
      fc.property(situation, more, (it, another) => {
        const ids = (changed: Situation) =>
          decide(evidenceOf(changed), NOW).findings.flatMap(({ id, path: at }) => (at ? [id] : []))
        expect(ids({ ...it, files: [...it.files, another] })).toEqual(
          expect.arrayContaining(ids(it)),
        )
      }),
    )
  })

  test('a defect never makes it pass, and one without a path always blocks', () => {
    fc.assert(
      fc.property(situation, defect, fc.boolean(), (it, found, hasPath) => {
        const { path: at, ...bare } = found
        const added = hasPath ? found : bare
        const before = decide(evidenceOf(it), NOW).conclusion
        const after = decide({ ...evidenceOf(it), defects: [added] }, NOW).conclusion
        expect([before, after, at]).not.toEqual(['block', 'pass', at])
        if (!hasPath || found.rule !== 'evidence/unsafe-name') expect(after).toBe('block')
      }),
    )
  })

  test.each(['observe', 'warn'])('mode %s never blocks, and changes no finding', (mode) => {
    fc.assert(
      fc.property(situation, (it) => {
        const enforced = decide(evidenceOf(it), NOW)
        const observed = decide(evidenceOf(it, mode), NOW)
        expect(observed.conclusion).toBe('pass')
        expect(observed.findings).toEqual(enforced.findings)
        const inMode = enforced.checks.map((check) => ({ ...check, mode }))
        expect(observed.checks).toEqual(inMode)
      }),
    )
  })

  test('it blocks exactly when a finding does', () => {
    fc.assert(
      fc.property(situation, (it) => {
        const { conclusion, findings, checks } = decide(evidenceOf(it), NOW)
        const blocks = findings.some(({ blocking }) => blocking)
        expect(conclusion === 'block').toBe(blocks)
        expect(checks.some(({ status }) => status === 'fail')).toBe(blocks)
      }),
    )
  })
})

test('the clock is an input: the same evidence a year later is judged by that day', () => {
  const evidence = makeEvidence({
    policy: 'version: 1\nplan: {}\n',
    plans: [makePlan({ may: ['**'] })],
  })
  expect(decide(evidence, NOW).conclusion).toBe('pass')
  expect(rulesIn(decide(evidence, new Date('2027-11-21T12:00:00Z')))).toEqual(['plan/expired'])
})

test('an evidence file does not count as a change of the code', () => {
  const path = '.countersign/plans/P-1.yml'
  const plan = makePlan({ may: ['src/**'] }, 'pull-request', path)
  const files = [makeFile('src/a.ts', 'x\n', 'y\n'), addedFile(path, plan.bytes)]
  const policy = 'version: 1\nplan: {}\nlimits: { changed_files: 1 }\n'
  expect(rulesIn(decideOn({ policy, files, offeredPlans: [plan] }))).toEqual(['plan/unapproved'])
})
