import { describe, expect, test } from '@jest/globals'
import { type Check, skip } from '../../../src/engine/case.ts'
import { acceptance } from '../../../src/engine/checks/acceptance.ts'
import { approvals } from '../../../src/engine/checks/approvals.ts'
import { audit } from '../../../src/engine/checks/audit.ts'
import { CHECKS } from '../../../src/engine/checks/index.ts'
import { limits } from '../../../src/engine/checks/limits.ts'
import { policy } from '../../../src/engine/checks/policy.ts'
import { CHECK_IDS } from '../../../src/engine/decision.ts'
import {
  addedFile,
  describeFindings,
  type EvidenceParts,
  findingsOf,
  makeFile,
  makePolicy,
  POLICY_PATH,
  resolveText,
  runCheck,
} from '../make.ts'

test('the checks stand in the order that every decision lists them in', () => {
  expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS])
})

describe('limits', () => {
  const found = (text: string, parts: EvidenceParts) =>
    findingsOf(runCheck(limits, `version: 1\nlimits: ${text}\n`, parts))

  const two = [addedFile('a', 'x\ny\n'), makeFile('b', 'x\n', 'y\n')]

  test.each([
    ['{ changed_files: 2 }', []],
    ['{ changed_files: 1 }', ['limit/files deny']],
    ['{ changed_lines: 4 }', []],
    ['{ changed_lines: 3 }', ['limit/lines deny']],
    ['{ blob_bytes: 4 }', []],
    ['{ blob_bytes: 3 }', ['limit/blob deny a']],
    [
      '{ changed_files: 1, changed_lines: 1, blob_bytes: 1 }',
      ['limit/files deny', 'limit/lines deny', 'limit/blob deny a', 'limit/blob deny b'],
    ],
  ])('%s', (text, findings) => {
    expect(describeFindings(found(text, { files: two }))).toEqual(findings)
  })

  test('say how much there was and how much may be', () => {
    expect(found('{ changed_files: 1 }', { files: two })[0]?.evidence).toEqual({
      actual: 2,
      limit: 1,
    })
  })

  test('do not count evidence files', () => {
    const outcome = runCheck(
      limits,
      'version: 1\nlimits: { changed_files: 1 }\n',
      { files: two },
      { files: two.slice(1) },
    )
    expect(findingsOf(outcome)).toEqual([])
  })

  test('count lines that are removed, and no bytes of what is deleted', () => {
    const files = [makeFile('a', 'x\n'.repeat(5), null)]
    expect(describeFindings(found('{ changed_lines: 4, blob_bytes: 1 }', { files }))).toEqual([
      'limit/lines deny',
    ])
  })

  test('of bytes are exceeded by a file of unknown size, and not by a submodule, which has none', () => {
    const file = { ...addedFile('unknown', 'x\n'), size: null }
    const module = { ...file, path: 'module', after: { mode: '160000', blob: 'a'.repeat(40) } }
    expect(found('{ blob_bytes: 9 }', { files: [file, module] })).toEqual([
      { rule: 'limit/blob', level: 'deny', path: 'unknown', evidence: { actual: null, limit: 9 } },
    ])
    expect(found('{ changed_files: 2 }', { files: [file, module] })).toEqual([])
  })

  test('are skipped when there are none', () => {
    expect(runCheck(limits, 'version: 1\n')).toEqual(skip('the policy sets no limits'))
  })
})

describe('the policy that a change leaves behind', () => {
  const check = (proposedPolicy: Parameters<typeof runCheck>[3]) =>
    describeFindings(findingsOf(runCheck(policy, 'version: 1\n', {}, proposedPolicy)))

  test('is not looked at when nothing touches it', () => {
    expect(check({ proposedPolicy: null })).toEqual([])
  })

  test('may be another valid one', () => {
    expect(check({ proposedPolicy: resolveText('version: 1\nmode: warn\n') })).toEqual([])
  })

  test('must not be invalid', () => {
    const outcome = runCheck(
      policy,
      'version: 1\n',
      {},
      { proposedPolicy: resolveText('mode: x\n') },
    )
    expect(findingsOf(outcome)).toMatchObject([
      { rule: 'policy/invalid', level: 'deny', path: POLICY_PATH, evidence: { proposed: true } },
    ])
  })

  test('must not be none', () => {
    expect(check({ proposedPolicy: 'removed' })).toEqual([`policy/missing deny ${POLICY_PATH}`])
  })
})

describe('what is required and not there blocks', () => {
  test.each<[Check, string, string]>([
    [audit, 'audit: { required: true }', 'audit/missing deny'],
    [audit, 'audit: {}', 'audit/missing deny'],
    [acceptance, 'acceptance: { required: true }', 'acceptance/no-results deny'],
    [acceptance, 'acceptance: {}', 'acceptance/no-results deny'],
    [approvals, 'approvals: { codeowners: false }', 'approval/insufficient deny'],
    [approvals, 'approvals: { minimum: 0 }', 'approval/no-owner deny'],
  ])('$id: %s', (check, text, finding) => {
    const outcome = runCheck(check, `version: 1\n${text}\n`)
    expect(describeFindings(findingsOf(outcome))).toEqual([finding])
  })

  test.each<[Check, string]>([
    [audit, 'audit: { required: false }'],
    [audit, 'mode: enforce'],
    [acceptance, 'acceptance: { required: false }'],
    [acceptance, 'mode: enforce'],
    [approvals, 'mode: enforce'],
    [approvals, 'approvals: { codeowners: false, minimum: 0 }'],
  ])('honest twin of $id: %s', (check, text) => {
    expect(runCheck(check, `version: 1\n${text}\n`)).toMatchObject({ skipped: true, findings: [] })
  })

  test('approvals are only noted in a local check, until facts are given', () => {
    const run = (parts: EvidenceParts) =>
      describeFindings(findingsOf(runCheck(approvals, 'version: 1\napprovals: {}\n', parts)))
    expect(run({ local: true, facts: null })).toEqual(['approval/unknown info'])
    const missing = ['approval/no-owner deny']
    expect(run({ local: true, facts: [] })).toEqual(missing)
    expect(run({ local: false, facts: null })).toEqual(missing)
  })
})

test('a policy that turns everything on is one the tests can make', () => {
  expect(
    makePolicy('version: 1\naudit: {}\nacceptance: {}\napprovals: {}\nplan: {}\n').plan,
  ).not.toBeNull()
})
