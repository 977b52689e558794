import type { BareFinding } from './finding.ts'

/**
 * Everything the engine may know about one change. Both sources, git and GitHub, fill in this one
 * type; whatever they could not read completely they say in `defects`, and the engine blocks on it.
 *
 * Trusted: `trusted`, `repository`, object ids, `facts`. Written by the pull request's author and
 * therefore only ever allowed to make the result stricter: everything else.
 */
export interface Evidence {
  /** True for `countersign check`: no server facts, so what only a server knows stays pending. */
  readonly local: boolean
  /** `owner/name`, or null when a local clone has no origin. */
  readonly repository: string | null
  readonly pullRequest: number | null
  /** The branch the change is to be merged into; null when a local base is not a branch. */
  readonly baseRef: string | null
  /** Tip of the base branch, read live. */
  readonly baseSha: string
  readonly mergeBaseSha: string
  readonly headSha: string
  /** Every branch name the head is known by. */
  readonly headRefs: readonly string[]
  readonly author: Actor | null
  readonly body: string
  readonly labels: readonly string[]
  readonly commits: readonly Commit[]
  readonly files: readonly ChangedFile[]
  readonly trusted: TrustedFiles
  /** The policy as the pull request would leave it, when it touches any of its files. */
  readonly proposedPolicy: PolicyFiles | null
  /** Plans that are not on the protected branch: from an issue, from the pull request, from `--plan`. */
  readonly offeredPlans: readonly PlanFile[]
  /** A plan named by `--plan`: a path on the base or a local file. */
  readonly requestedPlan: string | null
  /** Approval facts (contract: section 6); null when nobody could say. */
  readonly facts: readonly ApprovalFact[] | null
  /** What the source could not read, or read in two ways that disagree. */
  readonly defects: readonly BareFinding[]
  /** API requests spent, for the record's statistics. */
  readonly requests: number
}

export interface Actor {
  readonly login: string
  /** GitHub's account type: `User`, `Bot`, `Organization`, `Mannequin`. */
  readonly type: string
}

/** A commit of the pull request. All of it is written by whoever made the commit. */
export interface Commit {
  readonly sha: string
  readonly message: string
  /** GitHub logins and names and emails of author and committer, as far as they are known. */
  readonly people: readonly string[]
}

/** A tree entry as git stores it. */
export interface TreeEntry {
  /** Six octal digits: 100644, 100755, 120000 (symlink), 160000 (submodule). */
  readonly mode: string
  /** Object id. */
  readonly blob: string
}

export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed'

export interface ChangedFile {
  /** The path at head; for a deleted file the path at the merge base. */
  readonly path: string
  /** The path at the merge base of a renamed file. */
  readonly previousPath: string | null
  readonly status: FileStatus
  readonly before: TreeEntry | null
  readonly after: TreeEntry | null
  /** Changed lines; 0 for content without lines. */
  readonly added: number
  readonly removed: number
  /** Bytes of the file at head; null when deleted, a submodule, or unknown. */
  readonly size: number | null
  readonly text: ChangedText
  /** The whole file at head, for the few files the engine reads itself (see `isReadWhole`). */
  readonly content: Uint8Array | null
}

/** The text around the changed lines of a file, on both sides, with three lines of context. */
export interface ChangedText {
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
  /** Why the text above is not all there is to read; null when it is. */
  readonly opaque: OpaqueReason | null
}

export type OpaqueReason = 'binary' | 'encoding' | 'lfs-pointer' | 'too-large' | 'unreadable'

/** Consecutive lines of one side of a file. */
export interface Segment {
  /** Number of the first line, from 1. */
  readonly firstLine: number
  readonly lines: readonly string[]
  /** For each line, whether this change added (after) or removed (before) it. */
  readonly changed: readonly boolean[]
  /** Indexes of lines right before which lines of the other side are missing from this one. */
  readonly joins?: readonly number[]
}

/** A file as bytes, with the words by which a decision names it (`base:.github/countersign.yml`). */
export interface SourceFile {
  readonly source: string
  readonly path: string
  readonly bytes: Uint8Array
}

/** A policy file followed by the files it extends on the same branch, in that order; empty: none there. */
export type PolicyFiles = readonly SourceFile[]

/** What the protected branch says. Trusted for everything. */
export interface TrustedFiles {
  readonly policyPath: string
  readonly policy: PolicyFiles
  readonly codeowners: SourceFile | null
  readonly plans: readonly PlanFile[]
}

export type PlanOrigin = 'base' | 'issue' | 'pull-request' | 'file'

export interface PlanFile extends SourceFile {
  readonly origin: PlanOrigin
}

/** Approval facts as the `--approvals` file carries them (contract: section 6). */
export type ApprovalFact =
  | {
      readonly kind: 'label'
      readonly name: string
      readonly actor: string
      readonly actor_type: string
      readonly at: string
      readonly via_app: string | null
      readonly removed: boolean
      readonly head_sha: string
    }
  | {
      readonly kind: 'review'
      readonly state: string
      readonly actor: string
      readonly actor_type: string
      readonly at: string
      readonly head_sha: string
    }
  | {
      readonly kind: 'opened' | 'push'
      readonly actor: string
      readonly actor_type: string
      readonly at: string
      readonly head_sha: string
    }
