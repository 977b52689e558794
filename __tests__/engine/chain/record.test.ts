import { describe, expect, test } from '@jest/globals'
import { readChain } from '../../../src/engine/chain/verify-chain.ts'
import {
  ALLOW,
  blobId,
  CHAIN_ID,
  type Draft,
  denied,
  END,
  GENESIS,
  hash,
  intent,
  makeChain,
  ROLE,
  request,
  result,
  START,
} from './chains.ts'

/** What a record of each event must say and must not, one key at a time. */

/** The first thing that is wrong with a chain whose second or third record is this one. */
function problemOf(draft: Draft, before: readonly Draft[] = []): string | undefined {
  const [defect] = readChain(makeChain([START, ...before, draft]), CHAIN_ID).defects
  return defect?.cause
}

const CHECKPOINT: Draft = { event: 'checkpoint' }
const PROMPT: Draft = { event: 'prompt', request: { input_sha256: hash('please') } }
const MISSING = (key: string) => `its "${key}" is missing or not what it has to be`
const ALIEN = (key: string) => `its "${key}" does not belong to its event`

/** Each event with the records before it, as an honest recorder writes it. */
const EVENTS: readonly (readonly [string, Draft, readonly Draft[]])[] = [
  ['prompt', PROMPT, []],
  ['intent', intent('a'), []],
  ['result', result('a', 1), [intent('a')]],
  ['denied', denied('a'), []],
  ['checkpoint', CHECKPOINT, []],
  ['session_end', END, []],
]

const UNFINISHED = 'the session has no end'

test.each(EVENTS)('%s: as it should be', (event, draft, before) => {
  expect(problemOf(draft, before)).toBe(event === 'session_end' ? undefined : UNFINISHED)
})

describe('what a record cannot do without', () => {
  const keys = ['v', 'chain', 'event', 'prev', 'seq', 'ts']

  test.each(EVENTS)('%s', (_, draft, before) => {
    for (const key of keys) {
      expect([key, problemOf({ ...draft, [key]: true }, before)]).toEqual([key, MISSING(key)])
    }
  })

  test.each<[string, Draft, readonly Draft[], readonly string[]]>([
    ['prompt', PROMPT, [], ['request']],
    ['intent', intent('a'), [], ['reference', 'request', 'rules']],
    ['result', result('a', 1), [intent('a')], ['reference', 'request', 'result', 'rules']],
    ['denied', denied('a'), [], ['reference', 'request', 'rules']],
  ])('%s: its parts', (_, draft, before, parts) => {
    for (const part of parts) {
      const without = Object.fromEntries(Object.entries(draft).filter(([key]) => key !== part))
      expect([part, problemOf(without, before)]).toEqual([part, MISSING(part)])
    }
  })

  test('session_start: its parts', () => {
    for (const part of ['genesis', 'role']) {
      const lines = makeChain([{ ...START, [part]: undefined }])
      expect(readChain(lines, CHAIN_ID).defects.map(({ cause }) => cause)).toContain(MISSING(part))
    }
  })

  test('a result names its intent, and a refusal says that it is one', () => {
    const unnamed = { ...result('a', 1), reference: { tool_use_id: 'a' } }
    expect(problemOf(unnamed, [intent('a')])).toBe(MISSING('reference'))
    expect(problemOf({ ...denied('a'), rules: ALLOW })).toBe(MISSING('rules'))
  })
})

describe('what does not belong to a record', () => {
  const parts: Draft = {
    files: { a: { blob: blobId('a'), mode: '100644' } },
    genesis: GENESIS,
    result: { status: 'ok' },
  }

  test.each<[string, Draft, readonly Draft[], readonly string[]]>([
    ['prompt', PROMPT, [], ['files', 'genesis', 'result']],
    ['intent', intent('a'), [], ['files', 'genesis', 'result']],
    ['result', result('a', 1), [intent('a')], ['files', 'genesis']],
    ['denied', denied('a'), [], ['files', 'genesis', 'result']],
    ['checkpoint', CHECKPOINT, [], ['genesis', 'result']],
    ['session_end', END, [], ['genesis', 'result']],
  ])('%s', (_, draft, before, alien) => {
    for (const part of alien) {
      const found = problemOf({ ...draft, [part]: parts[part] }, before)
      expect([part, found]).toEqual([part, ALIEN(part)])
    }
  })

  test('session_start', () => {
    for (const part of ['files', 'result']) {
      const chain = makeChain([{ ...START, [part]: parts[part] }])
      expect(readChain(chain, CHAIN_ID).defects[0]?.cause).toBe(ALIEN(part))
    }
  })

  test('is a key that nobody knows, in any of them', () => {
    for (const [event, draft, before] of EVENTS) {
      const found = problemOf({ ...draft, extra: 1 }, before)
      expect([event, found]).toEqual([event, 'it has an unknown key'])
    }
  })
})

describe('what its parts have to be', () => {
  test.each<[string, Draft]>([
    ['resource', { resource: { tokens: -1 } }],
    ['resource', { resource: { tokens: 'many' } }],
    ['resource', { resource: [] }],
    ['role', { role: { ...ROLE, agent: 1 } }],
    ['role', { role: [] }],
    ['request', { request: { ...request('x'), category: 'nonsense' } }],
    ['request', { request: { ...request('x'), targets: ['a', 1] } }],
    ['request', { request: { ...request('x'), input_sha256: 'abc' } }],
    ['rules', { rules: { ...ALLOW, decision: 'maybe' } }],
    ['rules', { rules: { ...ALLOW, rule: 1 } }],
    ['reference', { reference: { tool_use_id: 1 } }],
    ['reference', { reference: { tool_use_id: 'a', intent_seq: -1 } }],
  ])('%s: %j', (part, more) => {
    expect(problemOf({ ...intent('a'), ...more })).toBe(MISSING(part))
  })

  test('honest twins', () => {
    for (const more of [{ resource: { tokens: 0 } }, { role: { agent: 'a' } }, { role: {} }]) {
      expect(problemOf({ ...intent('a'), ...more })).toBe(UNFINISHED)
    }
  })
})

test('whoever acts, and under which policy, is remembered whenever one of it changes', () => {
  const lines: readonly Draft[] = [
    START,
    { ...intent('a'), role: { ...ROLE, agent: 'second' } },
    { ...intent('b'), role: { ...ROLE, model: 'other' } },
    { ...intent('c'), role: { ...ROLE, session_id: 'session-2' } },
    { ...intent('d'), rules: { ...ALLOW, policy_sha256: hash('other') } },
    END,
  ]
  expect(readChain(makeChain(lines), CHAIN_ID)).toMatchObject({
    agents: ['claude-code', 'second'],
    models: ['a-model', 'other'],
    sessions: ['session-1', 'session-2'],
    policies: [hash('other'), hash('policy')].sort(),
    defects: [],
  })
})
