import { expect, test } from '@jest/globals'
import type { ApprovalFact } from '../../src/engine/evidence.ts'
import { exemptChecks } from '../../src/engine/exempt.ts'
import { type EvidenceParts, makeEvidence, makePolicy } from './make.ts'

const BOT = 'dependabot[bot]'

const policy = makePolicy(`version: 1
exempt:
  - { actors: ["dependabot[bot]", "renovate[bot]"], checks: [plan, scope] }
  - { actors: ["renovate[bot]"], checks: [limits] }
`)

function fact(kind: 'opened' | 'push', actor: string): ApprovalFact {
  return { kind, actor, actor_type: 'Bot', at: '2026-11-21T10:00:00Z', head_sha: 'c'.repeat(40) }
}

function exemptFrom(parts: EvidenceParts): string[] {
  return [...exemptChecks(policy, makeEvidence(parts)).keys()]
}

const by = (login: string) => ({ author: { login, type: 'Bot' } })

test('author and every pusher are listed', () => {
  expect(exemptFrom({ ...by(BOT), facts: [fact('push', BOT)] })).toEqual(['plan', 'scope'])
  expect(
    exemptFrom({
      ...by('renovate[bot]'),
      facts: [fact('push', 'Renovate[bot]'), fact('push', 'RENOVATE[BOT]')],
    }),
  ).toEqual(['plan', 'scope', 'limits'])
})

test('a local check learns the author from the facts', () => {
  expect(exemptFrom({ author: null, facts: [fact('opened', BOT), fact('push', BOT)] })).toEqual([
    'plan',
    'scope',
  ])
})

test('two listed actors share only what both are exempt from', () => {
  expect(exemptFrom({ ...by(BOT), facts: [fact('push', 'renovate[bot]')] })).toEqual([
    'plan',
    'scope',
  ])
})

test.each<[string, EvidenceParts]>([
  ['another author', { ...by('mallory'), facts: [fact('push', BOT)] }],
  ['another pusher', { ...by(BOT), facts: [fact('push', BOT), fact('push', 'mallory')] }],
  ['pushers that nobody knows', { ...by(BOT), facts: null }],
  ['no pushes at all', { ...by(BOT), facts: [] }],
  ['an author that nobody knows', { author: null, facts: [fact('push', BOT)] }],
  ['a look-alike', { ...by('dependabot[bоt]'), facts: [fact('push', 'dependabot[bоt]')] }],
])('nobody is exempt: %s', (_, parts) => {
  expect(exemptFrom(parts)).toEqual([])
})

test('the reason says who', () => {
  const exempt = exemptChecks(policy, makeEvidence({ ...by(BOT), facts: [fact('push', BOT)] }))
  expect(exempt.get('plan')).toBe(`exempt: opened and pushed by ${BOT}`)
})
