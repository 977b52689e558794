import type { Category } from '../chain/format.ts'

/** One tool call as the policy sees it. All of it is chosen by the agent. */
export interface ToolAction {
  readonly category: Category
  /** From the repository root, in every spelling that leads to the same file; empty: none inside. */
  readonly paths: readonly string[]
  /** The file as it is now; null when there is none. Only for writes. */
  readonly before: FileState | null
  /** The file as the call would leave it; only for writes. */
  readonly after: Uint8Array | null
  /** The shell command; null for everything else. */
  readonly command: string | null
}

export interface FileState {
  /** Six octal digits, as git would store it. */
  readonly mode: string
  readonly bytes: Uint8Array
}

/** What a hook answers to a tool call, in text that an agent can act on. */
export interface ToolVerdict {
  readonly decision: 'allow' | 'ask' | 'deny'
  /** The rule that asked or denied; null when none did. */
  readonly rule: string | null
  readonly reason: string
}

export const ALLOWED: ToolVerdict = { decision: 'allow', rule: null, reason: '' }
