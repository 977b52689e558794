import { describe, expect, test } from '@jest/globals'
import { explainPath, explainPolicy } from '../../../src/engine/policy/explain.ts'
import { makePolicy, makeSource, problemsOf, resolveText } from '../make.ts'

function explain(text: string, ...more: Parameters<typeof makeSource>[]): string {
  const resolved = resolveText(text, ...more.map((parts) => makeSource(...parts)))
  if (!resolved.ok) throw new Error(problemsOf(resolved).join('; '))
  return explainPolicy(resolved).join('\n')
}

const RULES = `version: 1
paths:
  - { id: keys, match: ["keys/**"], decision: approve, approvers: ["@acme/security"], reason: Secrets. }
  - { id: docs, match: ["docs/**"], on: [deleted], decision: warn, reason: Kept. }
patterns:
  - { id: drop, match: DROP, in: any, paths: ["**/*.sql"], decision: deny, reason: Destroys. }
  - { id: todo, match: TODO, decision: warn, reason: Unfinished. }
commands:
  - { id: force, match: 'push -f', decision: deny, reason: Rewrites. }
`

test('an almost empty policy in words', () => {
  expect(explain('version: 1\n')).toBe(
    [
      'base:.github/countersign.yml',
      '',
      'Mode: enforce (findings block)',
      'Applies to: every pull request',
      'Plan: not asked for',
      'Audit chain: not required',
      'Acceptance: not required',
      'Approvals: not asked for',
      'Limits: none',
    ].join('\n'),
  )
})

test('rules in words', () => {
  const lines = explain(RULES)
  expect(lines).toContain('Protected paths (2)\n')
  expect(lines).toContain('  approve keys by @acme/security: keys/**. Secrets.')
  expect(lines).toContain('  warn    docs: docs/** when deleted. Kept.')
  expect(lines).toContain('  deny    drop: added or removed text in **/*.sql. Destroys.')
  expect(lines).toContain('  warn    todo: added text. Unfinished.')
  expect(lines).toContain('Commands (agent hooks) (1)\n  deny    force: Rewrites.')
})

describe('settings in words', () => {
  test.each([
    ['mode: observe', 'Mode: observe (nothing fails; findings are only recorded)'],
    ['mode: warn', 'Mode: warn (nothing fails; findings are said loudly)'],
    [
      'modes: { plan: warn, scope: warn, paths: warn, patterns: warn, limits: warn, audit: warn, acceptance: warn, approvals: observe }',
      'Mode: enforce (no check blocks, ',
    ],
    ['modes: { scope: warn, audit: warn }', 'Mode: enforce (findings of plan, paths, '],
    ['mode: observe\nmodes: { scope: enforce }', 'Mode: observe (findings of scope block, '],
    ['applies_to: agents', 'Applies to: pull requests that show signs of a coding agent'],
    ['plan: { sources: [base] }', 'Plan: required\n'],
    ['plan: { required: false, sources: [base] }', 'Plan: used when there is one\n'],
    [
      'plan: {}',
      'Plan: required; from issue or pull-request with the label plan-approved by the owners of the changed paths',
    ],
    [
      'plan: { sources: [issue], approvers: ["@bob"] }',
      'from issue with the label plan-approved by @bob',
    ],
    [
      'audit: {}',
      'Audit chain: required; a file it does not explain: deny, a refused action that was carried out: deny',
    ],
    [
      'audit: { assurance: signed, signers: [{ id: recorder, ed25519: "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=" }], unexplained: warn }',
      'Audit chain: required, sealed by recorder; a file it does not explain: warn, a refused action that was carried out: deny',
    ],
    [
      'acceptance: { required: true, red_green: true, results: [{ workflow: .github/workflows/ci.yml, artifact: "junit*", guard: [package.json] }] }',
      'Acceptance: required, results: junit* of .github/workflows/ci.yml (owners see changes of package.json); tests must not have passed on the merge base',
    ],
    ['acceptance: { required: true }', 'Acceptance: required, no results are named'],
    ['acceptance: { required: false }', 'Acceptance: not required'],
    [
      'approvals: {}',
      'Approvals: label countersigned or an approving review, by at least 1, one from every owning group',
    ],
    [
      'approvals: { codeowners: false, reviews: false }',
      'Approvals: label countersigned, by at least 1\n',
    ],
    [
      'limits: { changed_files: 3, changed_lines: 9, blob_bytes: 5 }',
      'Limits: 3 files, 9 lines, 5 bytes a file',
    ],
    [
      'exempt: [{ actors: ["renovate[bot]"], checks: [plan, scope] }]',
      'Exempt: renovate[bot] from plan, scope',
    ],
  ])('%s', (text, line) => {
    expect(`${explain(`version: 1\n${text}\n`)}\n`).toContain(line)
  })

  test('and what the policy builds upon', () => {
    const text = explain('version: 1\nextends: team.yml\n', ['version: 1\n', 'team.yml'])
    expect(text).toMatch(/^base:\.github\/countersign\.yml, extending base:team\.yml\n/)
  })
})

describe('the rules for a path', () => {
  const explained = (path: string) => explainPath(makePolicy(RULES), path)

  test('that is protected', () => {
    expect(explained('KEYS/a.sql')).toEqual([
      'KEYS/a.sql',
      '',
      'Protected by (1)',
      '  approve keys by @acme/security: keys/**. Secrets.',
      '',
      'Scanned for (2)',
      '  deny    drop: added or removed text in **/*.sql. Destroys.',
      '  warn    todo: added text. Unfinished.',
    ])
  })

  test('that is only scanned', () => {
    expect(explained('src/a.ts')).toHaveLength(4)
  })

  test('without any', () => {
    expect(explainPath(makePolicy(), 'src/a.ts')).toEqual([
      'src/a.ts',
      '',
      'No rule applies to this path.',
    ])
  })
})
