import { describe, expect, test } from '@jest/globals'
import { makePolicy, makeSource, resolveText } from '../make.ts'

/** Every problem of a policy stands where somebody has to write something else. */

const FIRST = 'version: 1\n'

/** The text that each problem points to, up to the end of its line. */
function placesIn(text: string): string[] {
  const whole = `${FIRST}${text}\n`
  const resolved = resolveText(whole)
  if (resolved.ok) return []
  const lines = whole.split('\n')
  return resolved.problems.map(({ line, column }) =>
    (lines[(line ?? 0) - 1] ?? '').slice((column ?? 0) - 1),
  )
}

describe('a glob that can never match', () => {
  test.each([
    ['of branches that are protected', 'bases:\n  - main\n  - x/', 'x/'],
    ['of branches of agents', 'agents:\n  branches:\n    - x/', 'x/'],
    ['of paths', 'paths:\n  - id: a\n    decision: deny\n    match:\n      - b\n      - x/', 'x/'],
    [
      'of a pattern',
      'patterns:\n  - id: a\n    match: m\n    decision: deny\n    paths:\n      - x/',
      'x/',
    ],
    ['of a tier', 'approvals:\n  tiers:\n    high:\n      paths:\n        - x/', 'x/'],
    [
      'of a guard',
      'acceptance:\n  results:\n    - workflow: ci.yml\n      artifact: r\n      guard:\n        - x/',
      'x/',
    ],
  ])('%s', (_, text, place) => {
    expect(placesIn(text)).toEqual([place])
  })
})

describe('a rule', () => {
  const rule = (more: string) => `- id: a\n    ${more}`

  test.each(['patterns', 'commands'])('of %s whose expression is bad', (list) => {
    expect(placesIn(`${list}:\n  ${rule("decision: deny\n    match: '('")}`)).toEqual([
      "match: '('",
    ])
  })

  test.each(['paths', 'patterns', 'commands'])('of %s whose id was taken', (list) => {
    const match = list === 'paths' ? '[x]' : 'x'
    const one = `  - { decision: deny, match: ${match}, id: a }\n`
    expect(placesIn(`${list}:\n${one}${one}`)).toEqual(['id: a }'])
  })

  test('whose id is the engine’s own', () => {
    const text = 'patterns:\n  - { match: x, decision: deny, id: invisible }'
    expect(placesIn(text)).toEqual(['id: invisible }'])
    expect(placesIn(text.replace('patterns', 'commands'))).toEqual([])
  })

  test.each(['paths', 'patterns', 'commands'])(
    'of %s without an expression or decision',
    (list) => {
      const match = list === 'paths' ? '[x]' : 'x'
      const good = `{ id: good, match: ${match}, decision: deny }`
      expect(placesIn(`${list}:\n  - ${good}\n  - { id: b }`)).toEqual(['{ id: b }', '{ id: b }'])
    },
  )

  test.each(['paths', 'patterns', 'commands'])('of %s that misses its own example', (list) => {
    const match = list === 'paths' ? '[x]' : 'x'
    const rule = `{ id: a, match: ${match}, decision: deny, example: y }`
    expect(placesIn(`${list}:\n  - ${rule}`)).toEqual(['example: y }'])
  })

  test('of the file that wrote it, where another one builds upon that', () => {
    const own = 'version: 1\nextends: shared.yml\nmode: warn\n'
    const shared =
      'version: 1\npaths:\n  - { id: b, match: [b], decision: deny }\n  - { id: a, match: [a] }\n'
    const resolved = resolveText(own, makeSource(shared, 'shared.yml'))
    expect(resolved.ok ? [] : resolved.problems).toMatchObject([
      { source: 'base:shared.yml', line: 4, message: 'the rule "a" has no "decision"' },
    ])
  })
})

describe('what it builds upon', () => {
  test('and cannot be found', () => {
    expect(placesIn('mode: warn\nextends: none.yml')).toEqual(['extends: none.yml'])
  })
})

describe('one plain label that two people would have to apply', () => {
  const alone = (more: string) => `approvals:\n  reviews: false\n${more}`

  test.each([
    ['for a minimum of two', '  minimum: 2', ['minimum: 2']],
    [
      'for a tier of two',
      '  codeowners: false\n  minimum: 1\n  tiers: { high: { minimum: 2 } }',
      ['minimum: 1'],
    ],
    [
      "for a tier's approvers",
      '  codeowners: false\n  tiers:\n    high: { approvers: ["@a"] }',
      ['tiers:'],
    ],
    ['for several owning groups', '', ['reviews: false']],
    ['honest twin: one person alone', '  codeowners: false\n  minimum: 1', []],
    [
      'honest twin: a tier of one person',
      '  codeowners: false\n  tiers: { high: { minimum: 1 } }',
      [],
    ],
    ['honest twin: labels of their own', '  minimum: 2\n  label: "ok/{owner}"', []],
  ])('%s', (_, more, places) => {
    expect(placesIn(alone(more))).toEqual(places)
  })
})

describe('labels that could be the same', () => {
  const labels = (approval: string, plan: string, override: string) =>
    placesIn(`approvals:
  label: "${approval}"
plan:
  approval_label: "${plan}"
override:
  approvers: ["@a"]
  label: "${override}"`)

  test.each<[string, string, string, string[]]>([
    ['ok', 'ok', 'break', ['approval_label: "ok"']],
    ['ok', 'plan', 'OK', ['label: "OK"']],
    ['a', 'plan', 'Plan', ['label: "Plan"']],
    ['ok/{owner}', 'ok/plan', 'break', ['approval_label: "ok/plan"']],
    ['ok/{owner}', 'plan', 'ok/acme/break', ['label: "ok/acme/break"']],
    ['{owner}/ok', 'plan', 'x/ok', ['label: "x/ok"']],
    ['ok/{owner}/now', 'ok/x/now', 'break', ['approval_label: "ok/x/now"']],
    ['ok-{owner}-{owner}', 'ok-a-plan', 'break', ['approval_label: "ok-a-plan"']],
    ['ok', 'plan', 'Accepted/AC1', ['label: "Accepted/AC1"']],
  ])('%s, %s and %s', (approval, plan, override, places) => {
    expect(labels(approval, plan, override)).toEqual(places)
  })

  test.each([
    ['ok', 'plan', 'break'],
    ['ok/{owner}', 'plan/ok', 'break'],
    ['ok/{owner}', 'ok/', 'ok'],
    ['ok/{owner}', 'ok/-no-login', 'ok/a b'],
    ['ok/{owner}/now', 'ok/now', 'ok/x/no'],
    ['{owner}/ok', 'ok', 'x/oks'],
    ['ok', 'plan', 'not accepted/AC1'],
  ])('honest twins: %s, %s and %s', (approval, plan, override) => {
    expect(labels(approval, plan, override)).toEqual([])
  })
})

describe('what is written of approvals and audit is kept, and what is not is strict', () => {
  test('audit', () => {
    expect(makePolicy('version: 1\naudit: {}\n').audit).toEqual({
      required: true,
      assurance: 'unanchored',
      unexplained: 'deny',
      denied_actions: 'deny',
      prompts: 'hashed',
      signers: [],
    })
    const written =
      'audit: { required: false, unexplained: warn, denied_actions: warn, prompts: redacted }'
    expect(makePolicy(`version: 1\n${written}\n`).audit).toMatchObject({
      required: false,
      unexplained: 'warn',
      denied_actions: 'warn',
      prompts: 'redacted',
    })
  })

  test('approvals, with times in hours and days', () => {
    const of = (more: string) => makePolicy(`version: 1\napprovals: { ${more} }\n`).approvals
    expect(of('')).toEqual({
      label: 'countersigned',
      codeowners: true,
      minimum: 1,
      reviews: true,
      after_report: false,
      independence: ['not-author', 'not-pusher', 'not-committer', 'not-bot'],
      carry_over: 'identical-patch',
      escalate_after: null,
      tiers: {},
    })
    expect(of('after_report: true, escalate_after: 36h')).toMatchObject({
      after_report: true,
      escalate_after: 36,
    })
    expect(of('escalate_after: 3d, carry_over: never')).toMatchObject({
      escalate_after: 72,
      carry_over: 'never',
    })
  })
})
