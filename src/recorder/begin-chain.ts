import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { hashGenesis, storeRecord } from '../engine/chain/format.ts'
import { POLICY_PATH } from '../engine/places.ts'
import { redactSecrets } from '../engine/secrets.ts'
import { readBaseFacts } from '../sources/git/base-facts.ts'
import { beginIndex, isBegun, stampIndex } from '../sources/git/work-index.ts'
import { appendLines } from './chain-file.ts'
import { readBranch } from './refs.ts'
import { type Session, timeAfter, workTreeOf } from './session.ts'
import { chainFile, pointTo, type SessionState, writeState } from './state.ts'

/**
 * Begins a session's chain, bound to where the work starts (docs/audit-chain.md). What was changed before
 * is nobody's change. Under the session's lock.
 * @param last time of the last record of the session's chain before; empty when this is its first
 * @throws Unreadable when the protected branch cannot be read
 */
export async function beginChain(session: Session, last: string): Promise<SessionState> {
  const { place, tip } = session
  const role = { ...session.role, model: redactSecrets(session.role.model) }
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir, GIT_WORK_TREE: place.root } }
  const facts = await readBaseFacts(git, tip.commit, POLICY_PATH)
  const genesis = {
    base_sha: facts.baseSha,
    nonce: randomBytes(16).toString('hex'),
    policy_sha256: facts.policySha256,
    repository: facts.repository,
  }
  const tree = workTreeOf(session)
  if (!isBegun(tree)) await beginIndex(tree)
  const chain = randomUUID()
  const path = chainFile(place, chain)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const first = { v: 1, chain, seq: 0, prev: hashGenesis(genesis), role, genesis } as const
  const ts = timeAfter(last, session.clock)
  const stored = storeRecord({ ...first, ts, event: 'session_start' })
  appendLines(path, 0, stored.line)
  const state: SessionState = {
    v: 1,
    session: role.session_id,
    chain,
    role,
    genesis,
    seq: 1,
    prev: stored.hash,
    time: ts,
    size: Buffer.byteLength(stored.line),
    branch: readBranch(place),
    attached: false,
    closed: false,
    hasNews: false,
    reminded: false,
    open: {},
    turn: 0,
    done: [],
    indexStamp: stampIndex(tree),
  }
  writeState(place, state)
  pointTo(place, state)
  return state
}
