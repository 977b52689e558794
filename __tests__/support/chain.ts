import { basename } from 'node:path'
import {
  type ChainEvent,
  type ChainRecord,
  type FinalFile,
  type Genesis,
  hashGenesis,
  storeRecord,
} from '../../src/engine/chain/format.ts'
import { makeSeal } from '../../src/engine/chain/seal.ts'
import { readChain } from '../../src/engine/chain/verify-chain.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { RECORDER, STRANGER } from './signer.ts'

/** A chain as a recorder would write it, one event after the other. */
export interface ChainWriter {
  readonly id: string
  /** Any record; what is given replaces what would be there. */
  add(event: ChainEvent, fields?: Partial<ChainRecord>): ChainWriter
  /** An intent and its result, which leaves these blobs behind (null: deleted). */
  act(action: Action): ChainWriter
  deny(action: Action): ChainWriter
  /** Without `files`: every path that was acted on, as a plain file with what it was left with. */
  end(files?: Readonly<Record<string, FinalFile>>): ChainWriter
  text(): string
}

export interface Action {
  readonly tool?: string
  readonly input?: string
  readonly blobs?: Readonly<Record<string, string | null>>
  readonly rule?: string
  /** Of the policy that judged it. */
  readonly policy?: string
}

export const CHAIN_ID = '6f1c2f0a-5b1e-4c8e-9a53-0d2f6c1b7e90'
export const OTHER_CHAIN_ID = '0b9d4c0e-77aa-4a3b-8c11-3f5e2d6a9b04'

export function chainPath(id = CHAIN_ID): string {
  return `.countersign/audit/${id}.jsonl`
}

export function sealPath(id = CHAIN_ID): string {
  return `.countersign/audit/${id}.dsse.json`
}

/** A seal over a chain as it is. */
export function sealChain(
  text: string,
  path: string,
  signer: 'recorder-1' | 'stranger' = 'recorder-1',
  plan_sha256: string | null = null,
): string {
  const { records, head, genesis } = readChain(Buffer.from(text), null)
  const { id, key } = signer === 'recorder-1' ? RECORDER : STRANGER
  const sealed = {
    name: basename(path),
    sha256: sha256(text),
    records,
    head: head ?? '',
    repository: genesis?.repository ?? '',
    base_sha: genesis?.base_sha ?? '',
    plan_sha256,
  }
  return makeSeal(sealed, id, key)
}

const START = Date.UTC(2026, 10, 20, 9)
const ROLE = { agent: 'claude-code', model: 'model-1', session_id: 'session-1' }

export interface ChainOptions extends Partial<Genesis> {
  readonly id?: string
  /** When it starts, in seconds after the first chain of the story. */
  readonly after?: number
}

/** Opens a chain with its session_start. */
export function writeChain({
  id = CHAIN_ID,
  after = 0,
  ...origin
}: ChainOptions = {}): ChainWriter {
  const genesis: Genesis = {
    base_sha: 'a'.repeat(40),
    nonce: 'nonce',
    policy_sha256: sha256(''),
    repository: 'acme/shop',
    ...origin,
  }
  const lines: string[] = []
  const left: Record<string, FinalFile> = {}
  let prev = hashGenesis(genesis)
  const add = (event: ChainEvent, fields: Partial<ChainRecord> = {}): ChainWriter => {
    const seq = lines.length
    const ts = new Date(START + (after + seq) * 1000).toISOString()
    const record: ChainRecord = { v: 1, chain: id, seq, prev, ts, event, role: ROLE, ...fields }
    const { line, hash } = storeRecord(record)
    lines.push(line)
    prev = hash
    return writer
  }
  const rulesFor = (decision: 'allow' | 'deny', { rule, policy }: Action) => ({
    decision,
    policy_sha256: policy ?? genesis.policy_sha256,
    rule: rule ?? null,
  })
  const requestFor = ({ tool = 'Edit', input = 'input', blobs = {} }: Action) => ({
    category: tool === 'Bash' ? ('command' as const) : ('file_write' as const),
    input_sha256: sha256(input),
    targets: Object.keys(blobs),
    tool,
  })
  const writer: ChainWriter = {
    id,
    add,
    act: (action) => {
      const intentSeq = lines.length
      const tool_use_id = `toolu_${intentSeq}`
      const request = requestFor(action)
      const rules = rulesFor('allow', action)
      for (const [path, blob] of Object.entries(action.blobs ?? {}))
        left[path] = { blob, mode: blob === null ? null : '100644' }
      add('intent', { reference: { tool_use_id }, request, rules })
      return add('result', {
        reference: { intent_seq: intentSeq, tool_use_id },
        request,
        result: { blobs: action.blobs ?? {}, output_sha256: sha256('output'), status: 'ok' },
        rules,
      })
    },
    deny: (action) =>
      add('denied', {
        reference: { tool_use_id: `toolu_${lines.length}` },
        request: requestFor(action),
        rules: rulesFor('deny', action),
      }),
    end: (files = left) => add('session_end', { files }),
    text: () => lines.join(''),
  }
  return add('session_start', { genesis })
}
