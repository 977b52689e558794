import { describe, expect, test } from '@jest/globals'
import { mergePolicies } from '../../../src/engine/policy/merge.ts'
import type { PolicyDocument } from '../../../src/engine/policy/schema.ts'

function merge(below: Partial<PolicyDocument>, above: Partial<PolicyDocument>): PolicyDocument {
  return mergePolicies({ version: 1, ...below }, { version: 1, ...above })
}

test('scalars replace', () => {
  expect(merge({ mode: 'enforce' }, { mode: 'observe' }).mode).toBe('observe')
  expect(merge({ mode: 'enforce' }, {}).mode).toBe('enforce')
})

test('maps merge key by key', () => {
  const limits = { changed_files: 10, changed_lines: 100 }
  expect(merge({ limits }, { limits: { changed_files: 20 } }).limits).toEqual({
    changed_files: 20,
    changed_lines: 100,
  })
})

describe('lists with ids', () => {
  const keys = { id: 'keys', match: ['*.pem'], decision: 'deny' as const, reason: 'Secrets.' }

  test('merge by id, and keep their place', () => {
    const ci = { id: 'ci', match: ['.github/**'] }
    const { paths } = merge({ paths: [keys, ci] }, { paths: [{ id: 'keys', decision: 'warn' }] })
    expect(paths).toEqual([{ ...keys, decision: 'warn' }, ci])
  })

  test('a list inside a rule appends: a rule can be widened, not emptied', () => {
    const { paths } = merge({ paths: [keys] }, { paths: [{ id: 'keys', match: ['*.key'] }] })
    expect(paths?.[0]?.match).toEqual(['*.pem', '*.key'])
  })

  test('a new id is added at the end', () => {
    const { paths } = merge({ paths: [keys] }, { paths: [{ id: 'other', match: ['x'] }] })
    expect(paths?.map(({ id }) => id)).toEqual(['keys', 'other'])
  })

  test('an empty list takes nothing away', () => {
    expect(merge({ paths: [keys] }, { paths: [] }).paths).toEqual([keys])
  })
})

test('other lists append without repeating', () => {
  expect(merge({ bases: ['main'] }, { bases: ['main', 'release/*'] }).bases).toEqual([
    'main',
    'release/*',
  ])
  const exemption = { actors: ['dependabot[bot]'], checks: ['plan' as const] }
  expect(merge({ exempt: [exemption] }, { exempt: [{ ...exemption }] }).exempt).toEqual([exemption])
})

test('neither side is changed', () => {
  const below: PolicyDocument = { version: 1, paths: [{ id: 'keys', match: ['*.pem'] }] }
  const above: PolicyDocument = { version: 1, paths: [{ id: 'keys', match: ['*.key'] }] }
  const before = JSON.stringify([below, above])
  mergePolicies(below, above)
  expect(JSON.stringify([below, above])).toBe(before)
})
