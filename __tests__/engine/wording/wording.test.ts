import { describe, expect, test } from '@jest/globals'
import type { BareFinding, Level } from '../../../src/engine/finding.ts'
import { wordFinding } from '../../../src/engine/wording/index.ts'

const TEST = { criterion: 'AC1', test: 'a › b' }
const SEEN = { ...TEST, tests: ['a › b'], test_count: 1, reports: ['ci.xml'] }

/** Every rule that this version can find, with the facts that its check gives. */
const FINDINGS: readonly BareFinding[] = [
  find('evidence/incomplete', { missing: 'the file list', cause: 'it is cut short' }),
  find('evidence/head-moved'),
  find('evidence/ambiguous-base', { merge_bases: ['a', 'b'] }),
  find('evidence/ambiguous-base', { paths: ['a.ts'], unseen: 1 }),
  find('evidence/unsafe-name', { name: 'a\\nb' }),
  find('evidence/disagreement', { cause: 'two names' }),
  find('evidence/tampered'),
  find('policy/missing', { problems: [] }),
  find('policy/missing', { problems: [] }, 'approve'),
  find('policy/missing', { proposed: true }),
  find('policy/invalid', { problems: ['line 1: x'] }),
  find('policy/invalid', { problems: [] }, 'approve'),
  find('policy/invalid', { proposed: true, problems: ['line 1: x'] }),
  find('plan/missing'),
  find('plan/missing', { named: '#12' }),
  find('plan/invalid', { problems: ['line 1: x'] }),
  find('plan/unapproved', {
    plan: 'P-1',
    sha256: 'a'.repeat(64),
    label: 'plan-approved',
    cause: 'nobody has applied the label',
  }),
  find('plan/expired', { plan: 'P-1', expires: '2026-01-01' }),
  find('plan/branch-mismatch', {
    plan: 'P-1',
    base: 'main',
    branch: null,
    actual_base: 'x',
    actual_branches: [],
  }),
  find('plan/branch-mismatch', {
    plan: 'P-1',
    base: null,
    branch: 'a*',
    actual_base: 'main',
    actual_branches: ['b'],
  }),
  find('plan/ambiguous', { candidates: ['a', 'b'] }),
  find('scope/outside-plan', { plan: 'P-1', status: 'added' }),
  find('scope/must-untouched', { plan: 'P-1', entry: 'a/**' }),
  find('path/keys', { status: 'added' }),
  find('pattern/drop-table', { in: 'added' }),
  find('pattern/drop-table', { in: 'removed' }),
  find('pattern/unscannable', { cause: 'binary' }),
  find('pattern/unscannable', { cause: 'something new' }),
  find('pattern/invisible', { character: 'U+202E' }),
  find('change/symlink'),
  find('change/submodule'),
  find('change/executable', { new: true }),
  find('change/git-attributes', { attributes: ['filter'] }),
  find('limit/files', { actual: 2, limit: 1 }),
  find('limit/lines', { actual: 2, limit: 1 }),
  find('limit/blob', { actual: 2, limit: 1 }),
  find('limit/blob', { actual: null, limit: 1 }),
  find('audit/missing', { cause: 'x' }),
  find('acceptance/no-results', { cause: 'x' }),
  find('acceptance/no-results', { cause: 'the plan has no criteria' }),
  find('acceptance/no-results', { cause: 'no report' }),
  find('acceptance/no-results', { cause: 'no-tests', report: 'ci.xml' }),
  find('acceptance/malformed', {
    report: 'ci.xml',
    cause: 'truncated',
    detail: 'line 3: it ends before its last element',
  }),
  find('acceptance/stale', {
    workflow: '.github/workflows/ci.yml',
    artifact: 'test-results',
    cause: 'another commit',
  }),
  find('acceptance/untrusted-workflow', { workflow: 'ci.yml', cause: 'this change rewrites it' }),
  find('acceptance/guard-changed', { workflow: 'ci.yml' }, 'approve'),
  find('acceptance/missing-test', { ...TEST, cause: 'not in any report', nearest: [] }),
  find('acceptance/missing-test', { ...TEST, cause: 'not in any report', nearest: ['a › c'] }),
  find('acceptance/missing-test', { ...TEST, cause: 'only a look-alike', nearest: ['A › b'] }),
  find('acceptance/failed', { ...SEEN, causes: ['failed'] }),
  find('acceptance/failed', { ...SEEN, causes: ['flaky', 'unknown'], test: 'a › *' }),
  find('acceptance/failed', { report: 'ci.json', cause: 'run-failed', detail: 'a file threw' }),
  find('acceptance/skipped', { ...SEEN, causes: ['skipped'] }),
  find('acceptance/skipped', { ...SEEN, causes: ['todo'] }),
  find('acceptance/duplicate', { ...SEEN, cause: 'repeated' }),
  find('acceptance/duplicate', { ...SEEN, cause: 'ambiguous', tests: ['a › b', 'c › b'] }),
  find('acceptance/always-green', { ...SEEN, causes: ['passed'] }),
  find('acceptance/no-base-report', { cause: 'there is none' }),
  find('approval/unknown', { cause: 'local check' }),
  find('approval/unknown', { cause: 'no event says who applied the label', name: 'countersigned' }),
  find('approval/missing', { owners: ['@alice'], paths: ['a'], path_count: 1, labels: ['l'] }),
  find('approval/missing', { owners: ['@alice'], tier: 'high', labels: ['l'], reviews: true }),
  find('approval/insufficient', { signed: 1, minimum: 2, tier: null }),
  find('approval/not-independent', {
    owners: ['@alice'],
    paths: ['a', 'b'],
    path_count: 2,
    nobody: true,
  }),
  find('approval/not-owner', { actor: 'trudy', via: 'label', name: 'l', why: 'owns nothing' }),
  find('approval/bot', { actor: '', via: 'review', name: 'APPROVED', why: 'is not a person' }),
  find('approval/stale', {
    actor: 'a',
    via: 'label',
    name: 'l',
    problem: 'stale',
    why: 'signed before',
  }),
  find('approval/stale', {
    actor: 'a',
    via: 'label',
    name: 'l',
    problem: 'unknown-head',
    why: 'signed',
  }),
  find('approval/no-owner', { cause: 'no CODEOWNERS file' }),
  find('approval/unresolved-team', { unresolved: ['@acme/a'] }),
  find('plan/stale-approval', { plan: 'P-1', label: 'l', cause: 'the plan was changed' }),
  find('acceptance/not-accepted', { criterion: 'AC1', text: 'It works.', label: 'accepted/AC1' }),
  find('override/used', { actor: 'oscar', reason: '' }),
  find('override/invalid', { actor: 'oscar', cause: 'no reason' }),
]

function find(
  rule: string,
  evidence?: BareFinding['evidence'],
  level: Level = 'deny',
): BareFinding {
  return { rule, level, path: 'a.ts', ...(evidence && { evidence }) }
}

describe('every finding says what is wrong and who does what next', () => {
  test.each(
    FINDINGS.map(
      (it) => [`${it.rule} ${JSON.stringify(it.evidence ?? {})} ${it.level}`, it] as const,
    ),
  )('%s', (_, finding) => {
    const { message, remedy } = wordFinding(finding)
    for (const sentence of [message, remedy]) {
      expect(sentence).toMatch(/^[A-Z0-9].*[.;]$/s)
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN|unknown/)
    }
    expect(remedy).toMatch(/Author|Maintainer|Owner|owner|approver|Approval|Reviewer|Nobody/)
  })

  test('also where the facts are not there', () => {
    for (const { rule, level } of FINDINGS) {
      const { message, remedy } = wordFinding({ rule, level })
      expect(`${message} ${remedy}`).not.toMatch(/\[object|NaN|\bnull\b/)
    }
  })
})

test('a rule without words is a mistake of its check', () => {
  for (const rule of ['scope/unheard-of', 'nonsense', 'toString/x']) {
    expect(() => wordFinding({ rule, level: 'deny' })).toThrow(RangeError)
  }
})

describe('the words fit the level', () => {
  const remedy = (level: Level, approvers?: readonly string[]) =>
    wordFinding({ rule: 'path/keys', level, ...(approvers && { approvers }) }).remedy

  test.each<[string, string]>([
    [
      remedy('deny'),
      'Author: take this file out of the change; the policy lets nobody approve it here.',
    ],
    [remedy('approve'), 'Approval needed from an owner of this path.'],
    [remedy('approve', ['@bob', '@acme/leads']), 'Approval needed from @bob or @acme/leads.'],
    [remedy('warn'), 'Reviewer: have a look; this does not block.'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected)
  })
})

test("the policy author's reason takes the place of the general one", () => {
  const rule = { rule: 'path/keys', level: 'deny' as const }
  expect(wordFinding({ ...rule, reason: 'Secrets live here.' }).message).toBe('Secrets live here.')
  expect(wordFinding({ ...rule, reason: '' }).message).toBe('This path is protected.')
  expect(wordFinding(rule).message).toBe('This path is protected.')
})

test('a long list is cut, and says how much is left', () => {
  const candidates = Array.from({ length: 9 }, (_, at) => `plan-${at}`)
  const { message } = wordFinding({
    rule: 'plan/ambiguous',
    level: 'deny',
    evidence: { candidates },
  })
  expect(message).toContain('plan-4 and 4 more')
  expect(message).not.toContain('plan-5')
})
