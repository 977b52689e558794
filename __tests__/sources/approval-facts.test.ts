import { describe, expect, test } from '@jest/globals'
import { readApprovalFacts } from '../../src/sources/approval-facts.ts'
import { CannotStart } from '../../src/sources/cannot-start.ts'

const SHA = 'a'.repeat(40)
const HALF = '0123456789abcdef'.repeat(2)
const DEED = { actor: 'alice', actor_type: 'User', at: '2026-11-20T12:00:00Z', head_sha: SHA }
const LABEL = { kind: 'label', name: 'countersigned', via_app: null, removed: false, ...DEED }

function read(facts: unknown) {
  return readApprovalFacts(new TextEncoder().encode(JSON.stringify(facts)), 'facts.json')
}

describe('an approvals file', () => {
  test.each([
    ['a label', LABEL],
    ['a review', { kind: 'review', state: 'APPROVED', ...DEED }],
    ['the opening', { kind: 'opened', ...DEED }],
    ['a push', { kind: 'push', ...DEED }],
    ['a new base', { kind: 'retargeted', ...DEED }],
    ['a report that says nothing of its work', { kind: 'report', work: null, ...DEED }],
    ['a report on a diff', { kind: 'report', work: { plan: null, patch: HALF }, ...DEED }],
    ['a report on a plan', { kind: 'report', work: { plan: HALF, patch: HALF }, ...DEED }],
    ['a label nobody knows the head of', { ...LABEL, head_sha: '' }],
    ['a review nobody knows the commit of', { kind: 'review', state: 'A', ...DEED, head_sha: '' }],
    ['a time in another zone', { ...LABEL, at: '2026-11-20T13:00:00.5+01:00' }],
    ['a comment', { kind: 'comment', text: 'Why', ...DEED }],
    ['a comment on no commit', { kind: 'comment', text: 'Why', ...DEED, head_sha: '' }],
  ])('may hold %s', (_name, fact) => {
    expect(read([fact])).toEqual([fact])
  })

  test('may leave out what is usual', () => {
    const { via_app: _app, removed: _removed, ...short } = LABEL
    const { head_sha: _sha, ...bare } = { kind: 'comment', text: 'Why', ...DEED }
    const report = { kind: 'report', ...DEED }
    expect(read([short, bare, report])).toEqual([
      LABEL,
      { ...bare, head_sha: '' },
      { ...report, work: null },
    ])
  })

  test('names nobody for a deleted account', () => {
    const review = { kind: 'review', state: 'APPROVED', ...DEED }
    const gone = [
      { ...LABEL, actor: null },
      { ...review, actor: null },
    ]
    expect(read(gone).map(({ actor }) => actor)).toEqual(['', ''])
  })

  test('is put into the order of time, and left as it is within a second', () => {
    const at = (time: string, name: string) => ({ ...LABEL, name, at: time })
    const [late, first, second] = [
      at('2026-11-20T12:00:05Z', 'late'),
      at('2026-11-20T13:00:00+01:00', 'first'),
      at('2026-11-20T12:00:00Z', 'second'),
    ]
    expect(read([late, first, second])).toEqual([first, second, late])
  })

  test.each([
    ['an unknown kind', [{ ...LABEL, kind: 'blessing' }]],
    ['no kind', [DEED]],
    ['a push to no commit', [{ kind: 'push', ...DEED, head_sha: '' }]],
    ['a report on half a diff', [{ kind: 'report', work: { plan: null, patch: 'ff' }, ...DEED }]],
    ['a report on no diff', [{ kind: 'report', work: { plan: HALF }, ...DEED }]],
    ['a time without a zone', [{ ...LABEL, at: '2026-11-20T12:00:00' }]],
    ['a day for a time', [{ ...LABEL, at: '2026-11-20' }]],
    ['a time that cannot be', [{ ...LABEL, at: '2026-11-20T25:00:00Z' }]],
    ['nobody where somebody has to be', [{ ...LABEL, actor: undefined }]],
    ['a report on no commit', [{ kind: 'report', ...DEED, head_sha: '' }]],
    ['half a commit id', [{ ...LABEL, head_sha: 'abc' }]],
    ['no time', [{ ...LABEL, at: 'yesterday' }]],
    ['a comment without text', [{ kind: 'comment', ...DEED }]],
    ['a key nobody knows', [{ ...LABEL, trusted: true }]],
    ['one fact instead of a list', LABEL],
  ])('with %s is refused', (_name, facts) => {
    expect(() => read(facts)).toThrow(CannotStart)
    expect(() => read(facts)).toThrow(/"facts\.json" is not valid/)
  })
})
