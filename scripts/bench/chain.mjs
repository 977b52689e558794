// How long a whole chain takes to verify, against `sha256sum` of the same file, which is the least that
// anything which trusts no byte can take. Tools, targets and outcomes change as in a real session.
import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CLI, interleave, print, ratio, time, withFolder } from './measure.mjs'

const CHAIN = '0f0e0d0c-0b0a-4908-8706-050403020100'
const START = Date.UTC(2026, 10, 20, 12)
const TOOLS = [
  { tool: 'Edit', category: 'file_write' },
  { tool: 'Read', category: 'file_read' },
  { tool: 'Bash', category: 'command' },
  { tool: 'WebFetch', category: 'network' },
]

const RECORDS = 1_000_000

export async function benchChains({ rounds }) {
  await withFolder(async (folder) => {
    const file = join(folder, `${CHAIN}.jsonl`)
    process.stderr.write(`writing ${RECORDS.toLocaleString('en')} records\n`)
    await writeChain(file, RECORDS)
    const samples = await interleave(rounds ?? 5, {
      verified: () => time(process.execPath, [CLI, 'audit', 'verify', file]),
      sha256sum: () => time('sha256sum', [file]),
    })
    print(
      `audit verify / sha256sum, ${RECORDS.toLocaleString('en')} records`,
      ratio(samples.verified, samples.sha256sum),
    )
  })
}

/** Writes a whole and honest chain, a piece at a time. */
export async function writeChain(file, records) {
  const format = new URL('../../build/src/engine/chain/format.js', import.meta.url)
  const { hashGenesis, storeRecord } = await import(format)
  const genesis = makeGenesis()
  const output = openSync(file, 'w')
  let prev = hashGenesis(genesis)
  let piece = []
  for (let seq = 0; seq < records; seq += 1) {
    const ts = new Date(START + seq * 37).toISOString()
    const draft = seq === 0 ? start(genesis) : seq === records - 1 ? END : makeAction(seq)
    const stored = storeRecord({ v: 1, chain: CHAIN, seq, prev, ts, role: ROLE, ...draft })
    prev = stored.hash
    piece.push(stored.line)
    if (piece.length === 1000 || seq === records - 1) {
      writeSync(output, piece.join(''))
      piece = []
    }
  }
  closeSync(output)
}

const ROLE = {
  agent: 'claude-code',
  model: 'claude-opus-4-5-20251101',
  session_id: '6d0c5b1e-8a3f-4d7e-9c2b-1f0e2d3c4b5a',
}
const END = { event: 'session_end', files: {} }
const RULES = { decision: 'allow', policy_sha256: hash('policy'), rule: null }

function hash(text) {
  return createHash('sha256').update(text).digest('hex')
}

function makeGenesis() {
  return {
    base_sha: hash('base').slice(0, 40),
    nonce: hash('nonce').slice(0, 32),
    policy_sha256: hash('policy'),
    repository: 'acme/shop',
  }
}

function start(genesis) {
  return { event: 'session_start', genesis }
}

/** Intents have odd numbers, and each is followed by its result. */
function makeAction(seq) {
  const isIntent = seq % 2 === 1
  const intentSeq = isIntent ? seq : seq - 1
  const tool_use_id = `toolu_01${hash(`id ${intentSeq}`).slice(0, 22)}`
  const { tool, category } = TOOLS[Math.floor((intentSeq * 7) / 3) % TOOLS.length]
  const path = `src/module${intentSeq % 40}/file${intentSeq % 400}.ts`
  const targets = category === 'command' ? [] : [path]
  const request = { category, input_sha256: hash(`input ${intentSeq}`), targets, tool }
  if (isIntent) return { event: 'intent', reference: { tool_use_id }, request, rules: RULES }
  const blobs = category === 'file_write' ? { [path]: hash(`blob ${seq}`).slice(0, 40) } : {}
  return {
    event: 'result',
    reference: { intent_seq: intentSeq, tool_use_id },
    request,
    resource: { duration_ms: seq % 977 },
    result: {
      blobs,
      output_sha256: hash(`output ${seq}`),
      status: seq % 31 === 0 ? 'error' : 'ok',
    },
    rules: RULES,
  }
}
