import { createHash } from 'node:crypto'
import {
  type ChainRecord,
  type Genesis,
  hashGenesis,
  storeRecord,
} from '../../../src/engine/chain/format.ts'

/** Chains as an honest recorder writes them, to be verified as they are and after an attack. */

export const CHAIN_ID = '0f0e0d0c-0b0a-4908-8706-050403020100'
export const OTHER_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')
export const blobId = (text: string) => createHash('sha1').update(text).digest('hex')

export const GENESIS: Genesis = {
  base_sha: blobId('base'),
  nonce: 'c0ffee',
  policy_sha256: hash('policy'),
  repository: 'acme/shop',
}
export const ROLE = { agent: 'claude-code', model: 'a-model', session_id: 'session-1' }
export const ALLOW = { decision: 'allow', policy_sha256: hash('policy'), rule: null } as const
export const DENY = {
  decision: 'deny',
  policy_sha256: hash('policy'),
  rule: 'command/force-push',
} as const

/** What a test says of a record: everything else follows from its place. Any value, also a wrong one. */
export type Draft = Readonly<Record<string, unknown>>

export function request(input: string, targets: readonly string[] = ['src/a.ts']): Draft {
  return { category: 'file_write', input_sha256: hash(input), targets, tool: 'Edit' }
}

export const START: Draft = { event: 'session_start', genesis: GENESIS }
export const END: Draft = {
  event: 'session_end',
  files: {
    'src/a.ts': { blob: blobId('a2'), mode: '100644' },
    'old.ts': { blob: null, mode: null },
  },
}

export function intent(id: string, input = id): Draft {
  return { event: 'intent', reference: { tool_use_id: id }, request: request(input), rules: ALLOW }
}

export function result(id: string, intentSeq: number, more: Draft = {}): Draft {
  return {
    event: 'result',
    reference: { intent_seq: intentSeq, tool_use_id: id },
    request: request(id),
    result: { blobs: { 'src/a.ts': blobId(id) }, output_sha256: hash('out'), status: 'ok' },
    rules: ALLOW,
    ...more,
  }
}

export function denied(id: string, input = id): Draft {
  return { event: 'denied', reference: { tool_use_id: id }, request: request(input), rules: DENY }
}

/** Two edits of one file, one command that changed nothing known, and an end. */
export const HONEST: readonly Draft[] = [
  START,
  { event: 'prompt', request: { input_sha256: hash('please') } },
  intent('a1'),
  result('a1', 2),
  intent('a2'),
  result('a2', 4),
  END,
]

/** The stored lines of a chain, each linked and hashed as it should be. */
export function makeLines(drafts: readonly Draft[] = HONEST, id = CHAIN_ID): string[] {
  let prev = hashGenesis(GENESIS)
  return drafts.map((draft, seq) => {
    const ts = new Date(Date.UTC(2026, 10, 20, 12) + seq * 1000).toISOString()
    const record = { v: 1, chain: id, seq, prev, ts, role: ROLE, ...draft }
    const stored = storeRecord(record as unknown as ChainRecord)
    prev = stored.hash
    return stored.line
  })
}

export function makeChain(drafts?: readonly Draft[], id?: string): Buffer {
  return Buffer.from(makeLines(drafts, id).join(''))
}

/** Hashes a line's record anew, so that only what was changed in it can be found. */
export function rehash(line: string): string {
  const record = line.slice('{"record":'.length, line.lastIndexOf(',"record_hash":'))
  return `{"record":${record},"record_hash":"${hash(record)}"}\n`
}
