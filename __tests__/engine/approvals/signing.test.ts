import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/engine/decide.ts'
import { makeEvidence, makeSource, NOW, POLICY_PATH } from '../make.ts'
import { base, decideOn, labelled, OLD, POLICY, reviewed, time } from './story.ts'

/** What a decision says of who has to sign: the facts behind the table in the comment. */

const RULES = `${POLICY}paths:
  - { id: money, match: ["payments/**"], decision: approve, approvers: ["@alice"], reason: Money moves here. }
  - { id: owned, match: ["docs/**"], decision: approve, reason: People read this. }
`

describe('who has to sign', () => {
  test('waits, with how to do it', () => {
    expect(decideOn({ facts: base }).signing).toEqual({
      people: { needed: 1, signed: 0 },
      groups: [
        {
          owners: ['@alice'],
          asked_by: ['codeowners'],
          paths: ['src/a.ts'],
          path_count: 1,
          state: 'waiting',
          signed_by: [],
          labels: ['countersigned'],
          worn: [],
          reviews: true,
        },
      ],
    })
  })

  test('has signed: by whom, when and in which way', () => {
    const { signing } = decideOn({ facts: [...base, labelled('alice')] })
    expect(signing?.people).toEqual({ needed: 1, signed: 1 })
    expect(signing?.groups).toMatchObject([
      {
        state: 'signed',
        signed_by: [
          { actor: 'alice', why: 'label countersigned, after the last change', at: time(5) },
        ],
        labels: [],
        reviews: false,
      },
    ])
  })

  test.each([
    ['a label of somebody else', labelled('mallory')],
    ['a label by the author of the change', labelled('acme-coder[bot]', { actor_type: 'Bot' })],
    ['a label from before the last push', labelled('alice', { at: time(0), head_sha: '' })],
    ['a review that asks for changes', reviewed('alice', 'CHANGES_REQUESTED')],
  ])('%s leaves it waiting', (_, fact) => {
    const { signing } = decideOn({ facts: [...base, fact] })
    expect(signing?.groups).toMatchObject([{ state: 'waiting', signed_by: [] }])
    expect(signing?.people?.signed).toBe(0)
  })

  test('a label that is there without counting has to come off first', () => {
    const { signing } = decideOn({ facts: [...base, labelled('mallory')] })
    expect(signing?.groups).toMatchObject([{ labels: ['countersigned'], worn: ['countersigned'] }])
  })

  test('a label for an earlier state is one that the gate takes off', () => {
    const stale = labelled('alice', { at: time(0), head_sha: OLD })
    const { signing } = decideOn({ facts: [...base, stale] })
    expect(signing?.groups).toMatchObject([
      { worn: ['countersigned'], outdated: ['countersigned'] },
    ])
    const stranger = decideOn({ facts: [...base, labelled('mallory')] })
    expect(stranger.signing?.groups[0]).not.toHaveProperty('outdated')
  })

  test('people whom ownership, tier and rules ask alike are asked once', () => {
    const { signing } = decideOn({
      policy: RULES.replace(
        'approvals: { label: countersigned }',
        'approvals: { label: countersigned, tiers: { high: { minimum: 2, approvers: ["@Alice"], paths: ["payments/**"] } } }',
      ),
      paths: ['src/a.ts', 'payments/b.ts', 'docs/c.md'],
      facts: base,
    })
    expect(signing?.people).toEqual({ needed: 2, signed: 0 })
    expect(signing?.groups.map(({ owners, asked_by, paths }) => [owners, asked_by, paths])).toEqual(
      [
        [['@dora'], ['codeowners', 'path/owned'], ['docs/c.md']],
        [['@carol', '@acme/payments'], ['codeowners'], ['payments/b.ts']],
        [['@alice'], ['codeowners', 'path/money', 'tier/high'], ['payments/b.ts', 'src/a.ts']],
      ],
    )
  })

  test('when the only owner is the author, nobody can', () => {
    const { signing } = decideOn({
      author: { login: 'alice', type: 'User' },
      headRefs: ['claude/x'],
      facts: base,
    })
    expect(signing?.groups).toMatchObject([{ owners: ['@alice'], state: 'nobody-can' }])
  })

  test('a rule on a path that nobody owns says that nobody owns it', () => {
    const policy = `version: 1\npaths: [{ id: free, match: ["free/**"], decision: approve, reason: x }]\n`
    const { signing } = decideOn({ policy, paths: ['free/a'], facts: base })
    expect(signing).toMatchObject({ people: null, groups: [{ owners: [], state: 'nobody-can' }] })
  })

  test('a local check without facts names them and claims nothing', () => {
    const { signing } = decideOn({ local: true, facts: null })
    expect(signing).toMatchObject({
      people: { needed: 1, signed: null },
      groups: [{ owners: ['@alice'], state: 'unknown', signed_by: [] }],
    })
  })

  test.each([
    ['asks for nothing', 'version: 1\nmode: enforce\n'],
    ['switches ownership off', 'version: 1\napprovals: { codeowners: false, minimum: 0 }\n'],
  ])('is nobody where the policy %s', (_, policy) => {
    expect(decideOn({ policy, facts: base }).signing).toBeNull()
  })

  test('a thousand paths are counted, and the first of them named', () => {
    const paths = Array.from({ length: 1_000 }, (_, index) => `src/${index}.ts`)
    const [group] = decideOn({ paths, facts: base }).signing?.groups ?? []
    expect(group?.path_count).toBe(1_000)
    expect(group?.paths).toHaveLength(20)
  })
})

describe('where to turn', () => {
  test('names the owners of the policy and who may override it', () => {
    const override =
      'override: { label: break-glass, approvers: ["@oscar"], reason_required: true }'
    expect(decideOn({ policy: `${POLICY}${override}\n`, facts: base }).appeal).toEqual({
      policy_owners: ['@alice'],
      override: { label: 'break-glass', approvers: ['@oscar'], reason_required: true },
    })
  })

  test.each([
    ['on the base', {}, ['@alice']],
    [
      'on the default branch, which speaks for the base',
      { source: `main:${POLICY_PATH}` },
      ['@alice'],
    ],
    ['given on the command line', { source: `file:${POLICY_PATH}`, isGiven: true }, []],
  ])('names the owners of a policy %s', (_name, given, owners) => {
    const { trusted, ...evidence } = makeEvidence()
    const codeowners = makeSource('* @alice\n', 'CODEOWNERS')
    const policy = [{ ...makeSource(POLICY), ...given }]
    const decision = decide({ ...evidence, trusted: { ...trusted, codeowners, policy } }, NOW)
    expect(decision.appeal?.policy_owners).toEqual(owners)
  })

  test('is unknown without a valid policy', () => {
    expect(decideOn({ policy: 'version: 9\n', facts: base }).appeal).toBeNull()
  })
})
