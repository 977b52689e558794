import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ChainRecord, MAX_LINE_BYTES, type Role, storeRecord } from '../engine/chain/format.ts'
import type { WorkTree } from '../sources/git/run-on-index.ts'
import { appendLines, ChainLost, recoverTail } from './chain-file.ts'
import { withLock } from './lock.ts'
import type { Place } from './place.ts'
import { type BaseTip, readBranch } from './refs.ts'
import {
  chainFile,
  readSession,
  type SessionFiles,
  type SessionState,
  sessionFiles,
  writeState,
} from './state.ts'

/** One agent's session in one work tree. */
export interface Session {
  readonly place: Place
  readonly tip: BaseTip
  readonly role: Role
  /** Asked whenever something is written: a process may have waited for others since it started. */
  readonly clock: () => Date
}

/** A record but for its place in the chain. */
export type Draft = Pick<ChainRecord, 'event'> &
  Partial<Pick<ChainRecord, 'reference' | 'request' | 'rules' | 'resource' | 'result' | 'files'>>

export function filesOf({ place, role }: Session): SessionFiles {
  return sessionFiles(place, role.session_id)
}

export function workTreeOf(session: Session): WorkTree {
  const { root, gitDir } = session.place
  return { root, gitDir, index: filesOf(session).index }
}

/**
 * Appends records to the session's chain, which begins with the first of them. Whatever goes wrong,
 * the chain on disk verifies; a record is there wholly or not at all.
 * @param draft given the state under the lock; no drafts leave the chain as it is
 * @throws LockLost, ChainLost, or the error of a failed write
 */
export async function record(
  session: Session,
  draft: (state: SessionState) => readonly Draft[],
  change: Partial<SessionState> = {},
): Promise<SessionState> {
  const files = filesOf(session)
  mkdirSync(dirname(files.lock), { recursive: true, mode: 0o700 })
  return withLock(files.lock, async () => {
    const state = await openChain(session)
    const drafts = draft(state)
    const next = { ...appendDrafts(session, state, drafts), ...change }
    if (drafts.length > 0 || Object.keys(change).length > 0) writeState(session.place, next)
    return next
  })
}

/** The state of a session that has begun; null otherwise. Not under the lock: it may be old news. */
export function peek(session: Session): SessionState | null {
  return readSession(session.place, session.role.session_id)
}

async function openChain(session: Session): Promise<SessionState> {
  const known = readSession(session.place, session.role.session_id)
  const branch = readBranch(session.place)
  if (known === null || known.closed || (await isLeftBehind(session, known, branch)))
    return (await import('./begin-chain.ts')).beginChain(session, known?.time ?? '')
  const caught = catchUp(known, chainFile(session.place, known.chain))
  return caught.attached ? caught : { ...caught, branch }
}

/**
 * Whether the chain stays with the branch that was switched from: an attached one belongs there, and one
 * that began on a newer commit of the protected branch would be foreign to an older branch. Without a
 * branch, as amid a rebase, an attached one is still the same.
 */
async function isLeftBehind(
  { place, tip }: Session,
  { attached, branch: before, genesis }: SessionState,
  branch: string | null,
): Promise<boolean> {
  if (branch === before) return false
  if (attached && branch !== null) return true
  const { isBehindBase } = await import('../sources/git/base-facts.ts')
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir } }
  return !(await isBehindBase(git, genesis.base_sha, tip.commit))
}

/** Takes over what a process wrote that stopped before it could note it down. */
export function catchUp(state: SessionState, path: string): SessionState {
  const { end, records } = recoverTail(path, state)
  return { ...records.reduce(follow, state), ...end }
}

/**
 * The time of a record that is written now. Clocks are set back, and a chain's time never is: then the
 * last record's time is taken again.
 */
export function timeAfter(last: string, clock: () => Date): string {
  const now = clock().toISOString()
  return now > last ? now : last
}

/**
 * Writes the drafts after the end that the state knows; the caller holds the session's lock and keeps
 * the new state.
 */
export function appendDrafts(
  { place, clock }: Pick<Session, 'place' | 'clock'>,
  state: SessionState,
  drafts: readonly Draft[],
): SessionState {
  const ts = timeAfter(state.time, clock)
  let next = state
  let lines = ''
  for (const draft of drafts) {
    const { chain, seq, prev, role } = next
    const entry: ChainRecord = { v: 1, chain, seq, prev, ts, role, ...draft }
    const { line, hash } = storeRecord(entry)
    const length = Buffer.byteLength(line)
    if (length > MAX_LINE_BYTES)
      throw new ChainLost('more files changed at once than one record can hold (16 MiB)')
    lines += line
    const size = next.size + length
    next = { ...follow(next, entry), seq: seq + 1, prev: hash, size }
  }
  if (lines !== '') appendLines(chainFile(place, state.chain), state.size, lines)
  return next
}

/** What a record changes in what is known of the session. */
export function follow(before: SessionState, record: ChainRecord): SessionState {
  const { event, reference, request, result, files, seq, ts } = record
  const state = { ...before, time: ts }
  const id = reference?.tool_use_id
  if (event === 'session_end') return { ...state, closed: true }
  if (event === 'prompt' || (event === 'checkpoint' && files === undefined))
    return { ...state, turn: seq }
  if (event === 'intent' && id !== undefined)
    return { ...state, open: { ...state.open, [id]: { seq, input: request?.input_sha256 ?? '' } } }
  if (event !== 'result' || id === undefined) return state
  const { [id]: _closed, ...open } = state.open
  const hasBlobs = Object.keys(result?.blobs ?? {}).length > 0
  const done = [...state.done, doneKey(id, request?.input_sha256)]
  return { ...state, open, done, hasNews: state.hasNews || hasBlobs }
}

/** Under what a finished call is known: the same id with another input is another call. */
export function doneKey(id: string, input: string | undefined): string {
  return `${id} ${input ?? ''}`
}
