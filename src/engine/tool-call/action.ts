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
