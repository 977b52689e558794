import type { BareFinding } from './finding.ts'
import type { ReportProblem, TestReport } from './results/report.ts'

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
  /** What the server says is wrong with the trusted CODEOWNERS; empty where it says nothing. */
  readonly codeownersErrors: readonly CodeownersError[]
  /** The policy as the pull request would leave it, when it touches any of its files. */
  readonly proposedPolicy: PolicyFiles | null
  /** Plans that are not on the protected branch: from an issue, from the pull request, from `--plan`. */
  readonly offeredPlans: readonly PlanFile[]
  /** A plan named by `--plan`: a path on the base or a local file. */
  readonly requestedPlan: string | null
  /** Approval facts (docs/approvals.md); null when nobody could say. */
  readonly facts: readonly ApprovalFact[] | null
  /** False when the moves of the head ref could not be read: labels then belong to no known head. */
  readonly movesKnown: boolean
  /** Heads that facts speak of, the present one included, as far as they could be read. */
  readonly heads: ReadonlyMap<string, HeadReading>
  /** Teams that own or approve, by `@organisation/team` in lower case. */
  readonly teams: ReadonlyMap<string, TeamReading>
  /** Test results of the head; null when nobody was asked for any. */
  readonly results: readonly ResultsReading[] | null
  /** Those of the merge base, where a policy compares them; null when nobody was asked. */
  readonly baseResults: readonly ResultsReading[] | null
  /** Chains that `--audit` named. */
  readonly localChains: readonly LocalChain[]
  /** Where the chains that the change brings start, and the merge base, by commit; one that is not there is left out. */
  readonly chainOrigins: ReadonlyMap<string, ChainOrigin>
  /** Facts of the issues that offered plans come from, by `#number`. */
  readonly issues: ReadonlyMap<string, IssueFacts>
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
  /** Whether it has more than one parent. */
  readonly isMerge: boolean
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
  /** Named on the command line: it is on no branch, whatever its path, and nobody owns it. */
  readonly isGiven?: boolean
}

/** A policy file followed by the files it extends on the same branch, in that order; empty: none there. */
export type PolicyFiles = readonly SourceFile[]

/** What the protected branch says. Trusted for everything. */
export interface TrustedFiles {
  readonly policyPath: string
  readonly policy: PolicyFiles
  readonly codeowners: SourceFile | null
  readonly plans: readonly PlanFile[]
  /** The paths of the chains and seals of earlier changes. */
  readonly auditFiles: readonly string[]
}

/** A chain that is a local file, not part of the change. */
export interface LocalChain {
  readonly path: string
  readonly bytes: Uint8Array
  /** The seal that lies beside it; null: none. */
  readonly seal: Uint8Array | null
}

/** What the repository says of the commit that a chain claims to start from. */
export interface ChainOrigin {
  /** Whether it is the merge base or one of its ancestors. */
  readonly isAncestor: boolean
  /** SHA-256 of the policy's bytes there; of no bytes where there is none. */
  readonly policySha256: string
}

/** An error in CODEOWNERS as GitHub reports it (REST documentation: List CODEOWNERS errors). */
export interface CodeownersError {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** Such as `Unknown owner`, `Invalid owner`, `Invalid pattern`. */
  readonly kind: string
}

export type PlanOrigin = 'base' | 'issue' | 'pull-request' | 'file'

export interface PlanFile extends SourceFile {
  readonly origin: PlanOrigin
}

/**
 * Approval facts as the `--approvals` file carries them (docs/approvals.md). All are the server's:
 * who did what when, and where the head ref stood then.
 */
export type ApprovalFact = LabelFact | ReviewFact | MoveFact | CommentFact | ReportFact

interface FactBase {
  /** Login; empty for a deleted account. */
  readonly actor: string
  /** GitHub's account type: `User`, `Bot`, `Organization`, `Mannequin`. */
  readonly actor_type: string
  /** Server time, ISO 8601. */
  readonly at: string
  /** Where the head ref stood then; empty when that cannot be known. */
  readonly head_sha: string
}

/** A label applied to, or with `removed` taken off, the pull request. */
export interface LabelFact extends FactBase {
  readonly kind: 'label'
  readonly name: string
  /** The App that acted for the user, by slug; null for the user alone. */
  readonly via_app: string | null
  readonly removed: boolean
}

/** A submitted review; `head_sha` is the commit it was given for. */
export interface ReviewFact extends FactBase {
  readonly kind: 'review'
  /** `APPROVED`, `CHANGES_REQUESTED`, `DISMISSED` or `COMMENTED`. */
  readonly state: string
}

/** The pull request was opened, its head ref moved, or its base was changed. */
export interface MoveFact extends FactBase {
  readonly kind: 'opened' | 'push' | 'retargeted'
}

/** A comment by somebody whom the policy lets override. Only whether it gives a reason is used. */
export interface CommentFact extends FactBase {
  readonly kind: 'comment'
  readonly text: string
}

/** The gate published a verdict on `head_sha`. */
export interface ReportFact extends FactBase {
  readonly kind: 'report'
  /** The work it was about, as `hashWork` names plan and diff; null or absent where it does not say. */
  readonly work?: Work | null
  /** What it concluded, in the decision's own words; null or absent where it does not say. */
  readonly conclusion?: string | null
}

/** What a signature is given for, beside the head commit. */
export interface Work {
  /** The first 32 hex digits of the plan's SHA-256; null when there was none. */
  readonly plan: string | null
  /** Those of the effective patch's SHA-256. */
  readonly patch: string
}

/** What a past or present head of the pull request holds, for carrying approvals over. */
export interface HeadReading {
  /** SHA-256 of the effective patch (old and new blob and mode per path) onto the present base. */
  readonly patch: string
  /** The plan files it changes, with their blob ids at that head (empty: deleted), by path. */
  readonly plans: ReadonlyMap<string, string>
  /** Likewise the files it changes that lie where chains and seals do: proven to be some, or not. */
  readonly audit: ReadonlyMap<string, string>
}

/** Who of those that signed is a member of a team; `unreadable` when nobody may say. */
export type TeamReading = { readonly members: readonly string[] } | 'unreadable'

/** Test results from one place: a workflow's artifacts, or files that were named. */
export interface ResultsReading {
  /** The workflow's path; null for files. */
  readonly workflow: string | null
  /** The page of the run they are from; null for files, and where there is no run. */
  readonly run: string | null
  /** What every reporter wrote; a test run's words, so its author's. */
  readonly reports: readonly (TestReport | ReportProblem)[]
  /** What keeps the reports from being all there is to read. */
  readonly problems: readonly BareFinding[]
}

/** Who labelled an issue that holds a plan, and whether its text was edited. */
export interface IssueFacts {
  readonly labels: readonly LabelFact[]
  /** Server time of the last edit; null: never edited; `unknown`: nobody could say. */
  readonly editedAt: string | null | 'unknown'
}
