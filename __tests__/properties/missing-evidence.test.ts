import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import type { ApprovalFact, ChangedFile, Evidence } from '../../src/engine/evidence.ts'
import { labelled, pushed, reviewed, time } from '../engine/approvals/story.ts'
import { addedFile, bytesOf, makeFile, NOW, rulesIn } from '../engine/make.ts'
import { chainPath, sealPath } from '../support/chain.ts'
import { sample, tryProperty } from './fuzz.ts'
import { concludeOn, HONEST, makeHonest, recordWork } from './honest.ts'

/** Nothing passes for want of evidence: whatever is missing of what a strict policy needs, the change is blocked. */

/** What honest people change: more files of the plan's scope, recorded like the first. */
const name = fc.stringMatching(/^[a-zA-Zé0-9_-]{1,8}(\/[a-z0-9]{1,4})?$/u)
const words = fc.constantFrom('', 'one\n', 'two\nthree', 'größe\r\n', 'x\n'.repeat(30))
const work = fc.oneof(
  fc.tuple(name, words).map(([at, now]) => addedFile(`src/x/${at}`, now)),
  fc.tuple(name, words, words).map(([at, old, now]) => makeFile(`src/y/${at}`, old, now)),
  fc.tuple(name, words).map(([at, old]) => makeFile(`src/z/${at}`, old, null)),
  fc.tuple(name, words).map(([at, now]) => makeFile(`src/to/${at}`, now, now, `src/from/${at}`)),
)
const honest = fc.uniqueArray(work, { selector: ({ path }) => path, maxLength: 5 }).map((more) => {
  const files = [...HONEST.files.slice(0, 1), ...more]
  return makeHonest({ files: [...files, ...recordWork(files)] })
})

const withTrusted = (evidence: Evidence, parts: Partial<Evidence['trusted']>): Evidence => ({
  ...evidence,
  trusted: { ...evidence.trusted, ...parts },
})

function withFile(evidence: Evidence, path: string, parts: Partial<ChangedFile>): Evidence {
  const files = evidence.files.map((file) => (file.path === path ? { ...file, ...parts } : file))
  return { ...evidence, files }
}

function withoutFile(evidence: Evidence, path: string): Evidence {
  return { ...evidence, files: evidence.files.filter((file) => file.path !== path) }
}

function withReports(evidence: Evidence, reports: NonNullable<Evidence['results']>[0]['reports']) {
  return { ...evidence, results: (evidence.results ?? []).map((it) => ({ ...it, reports })) }
}

const withMore = (fact: ApprovalFact) => (evidence: Evidence) => ({
  ...evidence,
  facts: [...(evidence.facts ?? []), fact],
})

const OTHER = 'd'.repeat(40)
const BROKEN = Uint8Array.from([0xff, 0xfe])
const PROBLEM = { code: 'truncated', detail: 'it ends', line: 1, source: 'x' } as const
const ABSENT = {
  rule: 'acceptance/no-results',
  level: 'deny',
  evidence: { cause: 'expired' },
} as const
const UNREAD = { before: [], after: [], opaque: 'unreadable' } as const

/** One thing that is not there, or not to be read. */
const LOSSES: readonly [string, (evidence: Evidence) => Evidence][] = [
  ['the policy', (it) => withTrusted(it, { policy: [] })],
  [
    'a readable policy',
    (it) =>
      withTrusted(it, { policy: it.trusted.policy.map((file) => ({ ...file, bytes: BROKEN })) }),
  ],
  ['CODEOWNERS', (it) => withTrusted(it, { codeowners: null })],
  [
    'a CODEOWNERS that GitHub loads',
    (it) =>
      withTrusted(it, {
        codeowners: {
          source: '',
          path: 'CODEOWNERS',
          bytes: bytesOf('* @alice @bob\n'.repeat(300_000)),
        },
      }),
  ],
  ['the plan', (it) => withTrusted(it, { plans: [] })],
  [
    'a readable plan',
    (it) =>
      withTrusted(it, { plans: it.trusted.plans.map((plan) => ({ ...plan, bytes: BROKEN })) }),
  ],
  ['every approval fact', (it) => ({ ...it, facts: null })],
  ['the signatures', (it) => ({ ...it, facts: (it.facts ?? []).slice(0, 2) })],
  ['one of two signatures', (it) => ({ ...it, facts: (it.facts ?? []).slice(0, 3) })],
  ['a signature that was taken back', withMore(reviewed('alice', 'CHANGES_REQUESTED'))],
  ['a review that still stands', withMore(reviewed('bob', 'DISMISSED'))],
  ['a label that is still there', withMore(labelled('alice', { removed: true, at: time(8) }))],
  [
    'a signature for this head',
    (it) => ({ ...it, facts: it.facts?.map((fact) => ({ ...fact, head_sha: OTHER })) ?? null }),
  ],
  [
    'a signature by somebody who did not push',
    (it) => ({
      ...it,
      facts: [pushed('bob', 0, OTHER), pushed('acme-coder[bot]', 2), ...(it.facts ?? [])],
    }),
  ],
  ['the label itself', (it) => ({ ...it, labels: [] })],
  [
    'where the head stood when people signed',
    (it) => ({
      ...it,
      movesKnown: false,
      facts: (it.facts ?? []).map((fact) => ({ ...fact, head_sha: '' })),
    }),
  ],
  ['the results', (it) => ({ ...it, results: null })],
  ['a source of results', (it) => ({ ...it, results: [] })],
  ['a report', (it) => withReports(it, [])],
  ['a readable report', (it) => withReports(it, [PROBLEM])],
  ['a test in the report', (it) => withReports(it, [{ format: 'tap', source: 'x', tests: [] }])],
  [
    'an artifact',
    (it) => ({ ...it, results: (it.results ?? []).map((one) => ({ ...one, problems: [ABSENT] })) }),
  ],
  ['the chain', (it) => withoutFile(it, chainPath())],
  ['the seal', (it) => withoutFile(it, sealPath())],
  ["the chain's content", (it) => withFile(it, chainPath(), { content: null })],
  ["the seal's content", (it) => withFile(it, sealPath(), { content: null })],
  [
    'a chain that is a plain file',
    (it) => withFile(it, chainPath(), { after: { mode: '120000', blob: 'a' } }),
  ],
  ['the commit that the chain starts from', (it) => ({ ...it, chainOrigins: new Map() })],
  ['the name of the repository', (it) => ({ ...it, repository: null })],
  ['the text of a changed file', (it) => withFile(it, 'src/a.ts', { text: UNREAD })],
  ['every changed file', (it) => ({ ...it, files: [] })],
  [
    'part of what a source read',
    (it) => ({ ...it, defects: [{ rule: 'evidence/incomplete', level: 'deny' }] }),
  ],
]

describe('evidence that is missing', () => {
  test('is what honest changes have', () => {
    for (const evidence of sample(honest, 20)) {
      expect(rulesIn(decide(evidence, NOW))).toEqual([])
      expect(concludeOn(evidence)).toBe('pass')
    }
  })

  test.each(LOSSES)('%s: blocks by itself', (_, lose) => {
    expect(concludeOn(lose(HONEST))).toBe('block')
  })

  test('blocks whatever changed, and no other loss makes up for it', () => {
    const losses = fc.subarray(
      LOSSES.map(([, lose]) => lose),
      { minLength: 1 },
    )
    tryProperty(
      fc.property(honest, losses, (evidence, lost) => {
        expect(concludeOn(lost.reduce((left, lose) => lose(left), evidence))).toBe('block')
      }),
      60,
    )
  })
})
