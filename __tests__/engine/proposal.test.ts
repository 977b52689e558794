import { describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../src/engine/plan/plan.ts'
import { proposePlan } from '../../src/engine/proposal.ts'
import { chainPath, writeChain } from '../support/chain.ts'
import {
  addedFile,
  bytesOf,
  type EvidenceParts,
  makeEvidence,
  makeFile,
  makePolicy,
  makeSource,
  NOW,
} from './make.ts'

/** A pull request seen without a policy: what it touches, and the plan it would have needed. */

const POLICY = makePolicy(`version: 1
paths: [{ id: keys, match: ["keys/**"], decision: approve, reason: Keys. }]
patterns: [{ id: drop, match: DROP, decision: deny }]
limits: { changed_files: 3 }
`)
const OWNERS = '/src/ @acme/core @carol\n/docs/ docs@example.com\n/keys/ @dora\n'

function propose(
  parts: EvidenceParts = {},
  title = 'Retry webhooks',
  owners: string | null = OWNERS,
) {
  const made = makeEvidence(parts)
  const file = { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(owners ?? '') }
  const trusted = { ...made.trusted, codeowners: owners === null ? null : file }
  return proposePlan({ ...made, trusted }, POLICY, title, NOW)
}

function planOf(parts: EvidenceParts = {}, title?: string, owners?: string | null) {
  const { text } = propose(parts, title, owners).plan
  const parsed = parsePlan({ bytes: bytesOf(text ?? '') })
  if (!parsed.ok) throw new Error('the plan is not valid')
  return parsed.plan
}

const files = [
  addedFile('src/b.ts', 'DROP\n'),
  addedFile('src/a.ts', 'x\ny\n'),
  makeFile('docs/new.md', 'x\n', 'x\n', 'keys/old.pem'),
]

test('the plan names both names of every file, once, and holds for a month', () => {
  expect(planOf({ files })).toMatchObject({
    id: 'agent-work',
    title: 'Retry webhooks',
    owner: '@carol',
    risk: 'medium',
    branch: 'agent/work',
    expires: '2026-12-21',
    must: ['docs/new.md', 'keys/old.pem', 'src/a.ts', 'src/b.ts'],
    may: [],
  })
})

test('the rules that the change runs into are told, in words, and nothing is decided', () => {
  expect(propose({ files }).findings).toEqual([
    expect.objectContaining({ rule: 'pattern/drop', level: 'deny', path: 'src/b.ts', line: 1 }),
    expect.objectContaining({ rule: 'path/keys', level: 'approve', path: 'keys/old.pem' }),
  ])
  for (const finding of propose({ files }).findings) {
    expect(Object.keys(finding)).toEqual(['rule', 'level', 'path', 'line', 'message', 'remedy'])
  }
})

test('so are limits, and what could not be relied on', () => {
  const more = [...files, addedFile('z', '')]
  const defects = [{ rule: 'evidence/incomplete', level: 'deny' as const }]
  const rules = propose({ files: more, defects }).findings.map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['limit/files', 'evidence/incomplete']))
})

test('paths stand with their owners, the largest group first', () => {
  expect(propose({ files }).owners).toEqual([
    { owners: ['@acme/core', '@carol'], paths: ['src/a.ts', 'src/b.ts'] },
    { owners: ['docs@example.com'], paths: ['docs/new.md'] },
    { owners: ['@dora'], paths: ['keys/old.pem'] },
  ])
})

test('the subject and the extent are those of the pull request', () => {
  const { subject, stats, version } = propose({ files, requests: 9 })
  expect(version).toBe(1)
  expect(subject).toEqual({
    repository: 'acme/shop',
    pull_request: 7,
    base_ref: 'main',
    head_ref: 'agent/work',
    merge_base_sha: 'b'.repeat(40),
    head_sha: 'c'.repeat(40),
    author: 'acme-coder[bot]',
    agent: { is_agent: true, signals: ['branch'] },
  })
  expect(stats).toEqual({ files: 3, added: 3, removed: 0, requests: 9 })
  const unknown = propose({ headRefs: [], author: null })
  expect(unknown.subject).toMatchObject({ head_ref: null, author: null })
})

test('a chain is no part of the plan, and a file that only lies where chains do is', () => {
  const chain = writeChain().act({}).end()
  const mustWith = (text: string) =>
    planOf({ files: [...files, addedFile(chainPath(), text)] }).must
  expect(mustWith(chain.text())).toEqual(planOf({ files }).must)
  expect(mustWith('no chain\n')).toContain(chainPath())
})

describe('who should own the plan', () => {
  const alice = { author: { login: 'alice', type: 'User' } }

  test.each<[string, EvidenceParts, string | null, string]>([
    ['a person who owns some of it', alice, '* @acme/core a@example.com @carol\n', '@carol'],
    ['else the person who opened it', alice, '* @acme/core\n', '@alice'],
    ['else the account that it belongs to', {}, null, '@acme'],
    ['else somebody to be named', { repository: null }, null, '@owner'],
  ])('%s', (_, parts, owners, owner) => {
    expect(planOf(parts, 'x', owners).owner).toBe(owner)
  })
})

describe('a name that no plan can hold as it is', () => {
  test('stands in it as the glob for that name', () => {
    const odd = [addedFile('app/[id]*.ts', '')]
    expect(planOf({ files: odd, headRefs: ['a/[b]'] })).toMatchObject({ branch: 'a/\\[b]' })
    expect(propose({ files: odd }).plan.problems).toEqual([])
  })

  test('is left out when it is a branch too long to name', () => {
    expect(planOf({ headRefs: ['x'.repeat(256)] }).branch).toBeNull()
    expect(planOf({ headRefs: ['x'.repeat(255)] }).branch).toBe('x'.repeat(255))
    expect(planOf({ headRefs: [] }).branch).toBeNull()
  })

  test('is told where it makes a plan impossible', () => {
    const { text, problems } = propose({ files: [addedFile('a\nb', '')] }).plan
    expect(text).toBeNull()
    expect(problems[0]).toContain('control or format character')
  })
})

test('the same owners in another order and case own one group of paths', () => {
  const codeowners = makeSource('/a/ @Alice @bob\n/b/ @bob @alice\n/c/ @bob\n', 'CODEOWNERS')
  const { trusted, ...evidence } = makeEvidence({
    files: ['a/1', 'b/2', 'c/3'].map((path) => addedFile(path, 'x\n')),
  })
  const given = { ...evidence, trusted: { ...trusted, codeowners } }
  const proposal = proposePlan(given, makePolicy(), 'A change', NOW)
  expect(proposal.owners).toEqual([
    { owners: ['@Alice', '@bob'], paths: ['a/1', 'b/2'] },
    { owners: ['@bob'], paths: ['c/3'] },
  ])
})
