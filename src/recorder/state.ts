import { join } from 'node:path'
import { isChainId } from '../engine/chain/chain-id.ts'
import type { Genesis, Role } from '../engine/chain/format.ts'
import { sha256 } from '../engine/hash.ts'
import { isMap, type PlainMap } from '../engine/parsing/plain-map.ts'
import { replaceFile } from './files.ts'
import { type Place, readIfThere, recorderDir } from './place.ts'

/**
 * What is known of a session between two tool calls, so that its chain never has to be read again. It
 * lies where the agent could write, too: a chain that does not fit it is not continued.
 */
export interface SessionState {
  readonly v: 1
  readonly session: string
  readonly chain: string
  readonly role: Role
  readonly genesis: Genesis
  /** Of the next record. */
  readonly seq: number
  /** Hash of the last record. */
  readonly prev: string
  /** Of the last record, as it is written there. */
  readonly time: string
  /** Bytes of the chain. */
  readonly size: number
  /** The branch the work is on, or was when it was attached; null for a detached HEAD. */
  readonly branch: string | null
  readonly attached: boolean
  /** The chain ends here: it is merged, or its session is over. */
  readonly closed: boolean
  /** Whether changed files were recorded that no attached copy of the chain holds. */
  readonly hasNews: boolean
  /** Whether the agent was told to attach its work. */
  readonly reminded: boolean
  /** Tool calls that were begun and have no result, by their id. */
  readonly open: Readonly<Record<string, OpenCall>>
  /** Number of the record with which the agent last came to a stop or was asked something new. */
  readonly turn: number
  /** The last finished calls, by id and input: an event may be delivered twice. */
  readonly done: readonly string[]
  /** How the real index looked when it was last gone through. */
  readonly indexStamp: string
}

export interface OpenCall {
  readonly seq: number
  readonly input: string
}

/** Calls that were never answered, such as those a person refused, do not pile up beyond this. */
const MAX_OPEN = 500
const MAX_DONE = 50

/** The files of one session; its id is not used as a name, because the agent's side chose it. */
export interface SessionFiles {
  /** Which chain the session writes. */
  readonly pointer: string
  /** Held for every record. */
  readonly lock: string
  /**
   * Held while the work tree is looked at, for as long as that takes: by one session at a time, so that
   * of two that saw the same file the later record has the later look.
   */
  readonly lookLock: string
  readonly index: string
}

export function sessionFiles(place: Place, session: string): SessionFiles {
  const key = sha256(session).slice(0, 32)
  const base = join(recorderDir(place), 'sessions', key)
  return {
    pointer: `${base}.json`,
    lock: `${base}.lock`,
    lookLock: join(recorderDir(place), 'look.lock'),
    index: join(recorderDir(place), `index-${key}`),
  }
}

export function chainsDir(place: Place): string {
  return join(recorderDir(place), 'chains')
}

export function chainFile(place: Place, chain: string): string {
  return join(chainsDir(place), `${chain}.jsonl`)
}

function stateFile(place: Place, chain: string): string {
  return join(chainsDir(place), `${chain}.state.json`)
}

/** The state of a session; null when there is none, or none that makes sense: a new chain then begins. */
export function readSession(place: Place, session: string): SessionState | null {
  const pointer = parse(readIfThere(sessionFiles(place, session).pointer))
  if (!isMap(pointer) || typeof pointer.chain !== 'string' || !isChainId(pointer.chain)) return null
  const state = readState(place, pointer.chain)
  return state?.session === session ? state : null
}

/** The state of a chain; null when there is none that makes sense. */
export function readState(place: Place, chain: string): SessionState | null {
  const value = parse(readIfThere(stateFile(place, chain)))
  return isState(value) && value.chain === chain ? value : null
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Lets the session go on with a chain. */
export function pointTo(place: Place, { session, chain }: SessionState): void {
  replaceFile(sessionFiles(place, session).pointer, JSON.stringify({ chain }))
}

export function writeState(place: Place, state: SessionState): void {
  const open = Object.entries(state.open).slice(-MAX_OPEN)
  const kept = { ...state, open: Object.fromEntries(open), done: state.done.slice(-MAX_DONE) }
  replaceFile(stateFile(place, state.chain), JSON.stringify(kept))
}

/** Whether a call is running. One that a person refused stays open, until the agent stops. */
export function hasCallUnderWay({ open, turn }: SessionState): boolean {
  return Object.values(open).some(({ seq }) => seq > turn)
}

function isState(value: unknown): value is SessionState {
  if (!isMap(value) || !isMap(value.genesis) || !isMap(value.role) || !isMap(value.open))
    return false
  return (
    value.v === 1 &&
    isChainId(String(value.chain)) &&
    [value.seq, value.size].every((it) => Number.isSafeInteger(it) && Number(it) > 0) &&
    Number.isSafeInteger(value.turn) &&
    /^[0-9a-f]{64}$/.test(String(value.prev)) &&
    typeof value.session === 'string' &&
    typeof value.indexStamp === 'string' &&
    typeof value.time === 'string' &&
    (value.branch === null || typeof value.branch === 'string') &&
    ['attached', 'closed', 'hasNews', 'reminded'].every((key) => typeof value[key] === 'boolean') &&
    ['base_sha', 'nonce', 'policy_sha256', 'repository'].every(isTextIn(value.genesis)) &&
    ['agent', 'model', 'session_id'].every(isTextIn(value.role)) &&
    Object.values(value.open).every((it) => isMap(it) && Number.isSafeInteger(it.seq)) &&
    Array.isArray(value.done)
  )
}

function isTextIn(map: PlainMap): (key: string) => boolean {
  return (key) => typeof map[key] === 'string'
}
