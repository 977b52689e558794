import { describe, expect, test } from '@jest/globals'
import { openBench } from '../../../src/engine/approvals/bench.ts'
import { RELAXABLE_RULES } from '../../../src/engine/policy/schema.ts'
import { makeEvidence, makePolicy } from '../make.ts'

test('a policy that says nothing applies to all, enforces, and configures nothing', () => {
  expect(makePolicy('version: 1\n')).toEqual({
    mode: 'enforce',
    modes: {},
    applies_to: 'all',
    bases: [],
    exempt: [],
    agents: { authors: [], branches: [], trailers: [], labels: [] },
    plan: null,
    paths: [],
    patterns: [],
    commands: [],
    limits: {},
    audit: null,
    acceptance: null,
    approvals: null,
    notify: ['block', 'override', 'waiting'],
    teams: {},
    override: null,
  })
})

describe('whatever is configured but not spelled out is strict', () => {
  test('sections', () => {
    const policy = makePolicy('version: 1\nplan: {}\naudit: {}\nacceptance: {}\napprovals: {}\n')
    expect(policy.plan).toEqual({
      required: true,
      sources: ['base', 'issue', 'pull-request'],
      approval_label: 'plan-approved',
      approvers: [],
    })
    expect(policy.audit).toMatchObject({
      required: true,
      unexplained: 'deny',
      denied_actions: 'deny',
    })
    expect(policy.acceptance).toEqual({ required: true, red_green: false, results: [] })
    expect(policy.approvals).toMatchObject({
      codeowners: true,
      minimum: 1,
      independence: ['not-author', 'not-pusher', 'not-committer', 'not-bot'],
    })
  })

  test('rules', () => {
    const policy = makePolicy(`version: 1
paths: [{ id: a, match: [a], decision: deny }]
patterns: [{ id: a, match: a, decision: deny }]
commands: [{ id: a, match: a, decision: deny }]
`)
    const bare = { id: 'a', decision: 'deny', reason: '', example: null, approvers: [] }
    expect(policy.paths).toEqual([
      {
        ...bare,
        match: ['a'],
        on: ['added', 'modified', 'deleted', 'renamed'],
        relaxes: RELAXABLE_RULES,
      },
    ])
    expect(policy.patterns).toEqual([{ ...bare, match: 'a', flags: '', in: 'added', paths: [] }])
    expect(policy.commands).toEqual([{ ...bare, match: 'a', flags: '' }])
  })

  test('tiers and overrides', () => {
    const policy = makePolicy(`version: 1
approvals: { tiers: { high: { paths: ["pay/**"] } } }
override: { approvers: ["@acme/oncall"] }
`)
    expect(policy.approvals?.tiers).toEqual({
      high: { minimum: 1, escalate_after: null, approvers: [], paths: ['pay/**'] },
    })
    expect(policy.override).toEqual({
      label: 'break-glass',
      approvers: ['@acme/oncall'],
      reason_required: true,
    })
  })
})

test('what is written is kept', () => {
  const policy = makePolicy(`version: 1
mode: warn
applies_to: agents
bases: [main]
exempt: [{ actors: ["dependabot[bot]"], checks: [plan, scope] }]
agents: { authors: [a], branches: [b], trailers: [c], labels: [d] }
plan: { required: false, sources: [base], approval_label: ok, approvers: ["@bob"] }
limits: { changed_files: 1, changed_lines: 2, blob_bytes: 3 }
acceptance: { results: [{ workflow: ci.yml, artifact: r }] }
teams: { "@acme/security": [alice] }
`)
  expect(policy).toMatchObject({
    mode: 'warn',
    applies_to: 'agents',
    bases: ['main'],
    exempt: [{ actors: ['dependabot[bot]'], checks: ['plan', 'scope'] }],
    agents: { authors: ['a'], branches: ['b'], trailers: ['c'], labels: ['d'] },
    plan: { required: false, sources: ['base'], approval_label: 'ok', approvers: ['@bob'] },
    limits: { changed_files: 1, changed_lines: 2, blob_bytes: 3 },
    acceptance: { results: [{ workflow: 'ci.yml', artifact: 'r', guard: [] }] },
    teams: { '@acme/security': ['alice'] },
  })
})

test('where rules alone ask for approvals, the same holds as where nothing more is said of them', () => {
  const { rules } = openBench(makeEvidence(), makePolicy('version: 1\n'), null)
  expect(rules).toEqual(makePolicy('version: 1\napprovals: {}\n').approvals)
})
