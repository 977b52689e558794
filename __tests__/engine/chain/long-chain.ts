import { type ChainRecord, hashGenesis, storeRecord } from '../../../src/engine/chain/format.ts'
import { openVerifier } from '../../../src/engine/chain/verify-chain.ts'
import { CHAIN_ID, GENESIS, intent, ROLE, result, START } from './chains.ts'

/**
 * Run as a program: verifies a chain of as many records as the argument says while it is being made,
 * and prints what it found and by how many bytes the process grew after the first tenth.
 */
const records = Number(process.argv[2])
const verifier = openVerifier({ id: CHAIN_ID })
let prev = hashGenesis(GENESIS)
let early = 0

for (let seq = 0; seq < records; seq += 1) {
  const ts = new Date(Date.UTC(2026, 10, 20) + seq).toISOString()
  const record = { v: 1, chain: CHAIN_ID, seq, prev, ts, role: ROLE, ...draft(seq) }
  const stored = storeRecord(record as unknown as ChainRecord)
  prev = stored.hash
  verifier.push(Buffer.from(stored.line))
  if (seq === records / 10) early = process.resourceUsage().maxRSS
}
const { defects, complete, records: read } = verifier.finish()
const growth = (process.resourceUsage().maxRSS - early) * 1024
process.stdout.write(JSON.stringify({ defects, complete, records: read, growth }))

function draft(seq: number) {
  if (seq === 0) return START
  if (seq === records - 1) return { event: 'session_end' }
  return seq % 2 === 1 ? intent(`id ${seq}`) : result(`id ${seq - 1}`, seq - 1)
}
