import canonicalize from 'canonicalize'
import { sha256 } from '../hash.ts'

/**
 * The audit chain (docs/audit-chain.md): one record per line, each linked to the one before by its
 * hash. These are the types of what a recorder writes; a reader believes none of it before it has
 * verified the stored bytes.
 */

export const EVENTS = [
  'session_start',
  'prompt',
  'intent',
  'result',
  'denied',
  'checkpoint',
  'session_end',
] as const
export type ChainEvent = (typeof EVENTS)[number]

export const CATEGORIES = [
  'file_read',
  'file_write',
  'command',
  'network',
  'agent',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

/** What a chain belongs to. The first record's `prev` is the hash of exactly this. */
export interface Genesis {
  /** Where the work starts: the merge base of HEAD and the default branch's remote tip. */
  readonly base_sha: string
  readonly nonce: string
  /** Of the policy's bytes at `base_sha`; of no bytes when there is none. */
  readonly policy_sha256: string
  /** `owner/name` */
  readonly repository: string
}

/** Who acts. */
export interface Role {
  readonly agent: string
  readonly model: string
  readonly session_id: string
}

/** What was asked for. Inputs are hashes only: they may hold secrets. */
export interface ChainRequest {
  readonly category?: Category
  readonly input_sha256?: string
  /** Paths from the repository root; hosts for the network. */
  readonly targets?: readonly string[]
  readonly tool?: string
  /** A prompt, redacted, where the policy asks for it. */
  readonly text?: string
}

/** What the policy said. */
export interface RuleVerdict {
  readonly decision: 'allow' | 'ask' | 'deny'
  readonly policy_sha256: string
  /** The rule that asked or denied, such as `command/force-push`; null when none did. */
  readonly rule: string | null
}

export interface ChainResult {
  /** The files that really changed, each with its blob as git would store it; null: deleted. */
  readonly blobs?: Readonly<Record<string, string | null>>
  readonly output_sha256?: string
  readonly status: 'ok' | 'error'
}

/** A file's final state; both null when it is deleted. */
export interface FinalFile {
  readonly blob: string | null
  readonly mode: string | null
}

export interface ChainRecord {
  readonly v: 1
  readonly chain: string
  readonly seq: number
  readonly prev: string
  /** UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
  readonly ts: string
  readonly event: ChainEvent
  readonly role?: Role
  readonly genesis?: Genesis
  readonly reference?: { readonly tool_use_id: string; readonly intent_seq?: number }
  readonly request?: ChainRequest
  readonly rules?: RuleVerdict
  readonly resource?: Readonly<Record<string, number>>
  readonly result?: ChainResult
  /** Every path changed since `genesis.base_sha`. */
  readonly files?: Readonly<Record<string, FinalFile>>
}

/** A longer line is refused by readers, so no recorder may write one; bytes. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024

export interface StoredRecord {
  /** With its line feed. */
  readonly line: string
  readonly hash: string
}

/** A record as it is stored: its canonical form (RFC 8785) and the hash over exactly these bytes. */
export function storeRecord(record: ChainRecord): StoredRecord {
  const text = toCanonical(record)
  const hash = sha256(text)
  return { line: `{"record":${text},"record_hash":"${hash}"}\n`, hash }
}

/** GitHub's names do not distinguish case. */
export function isSameRepository(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** What the first record links to. */
export function hashGenesis(genesis: Genesis): string {
  return sha256(toCanonical(genesis))
}

/**
 * The canonical form (RFC 8785).
 * @throws Error when the value has a lone surrogate, which JSON in UTF-8 cannot carry.
 */
export function toCanonical(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no JSON form')
  return text
}
