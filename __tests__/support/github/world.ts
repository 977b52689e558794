import type { GitStore } from './git-store.ts'
import type { Activity, CheckRun, Schemas } from './schemas.ts'

/** What the server knows besides git: everything a test sets up or the API writes. */
export interface World {
  /** Root of the API, `http://127.0.0.1:<port>`. */
  url: string
  readonly repos: Map<string, RepoState>
  /** Members by `org/slug`. */
  readonly teams: Map<string, readonly string[]>
  readonly tokens: Map<string, Grant>
  /** The app that answers for what tokens of GitHub Actions write. */
  readonly app: AppIdentity
  /** Logins by email address, as GitHub resolves the authors of commits. */
  readonly accounts: ReadonlyMap<string, string>
  /** Most entries in an answer about a tree before it says `truncated`. */
  readonly treeLimit: number
  /** Milliseconds by which each answer comes later. */
  readonly latency: number
  /** The time of the next write: a second later each time, so that two runs agree. */
  now(): string
  /** The time of the next write, before it is made. */
  date(): Date
  nextId(): number
}

export interface AppIdentity {
  readonly slug: string
  readonly id: number
}

/** What a token may do, and as whom. */
export interface Grant {
  /** `actions`: a workflow's own token; `app`: an installation of another app; `user`: a person's. */
  readonly kind: 'actions' | 'app' | 'user'
  /** The person of a `user` token, the slug of an `app` token. */
  readonly login?: string
  /** False for the read-only token of a fork's pull request. */
  readonly write?: boolean
  /** Whether it can see an organisation's teams. */
  readonly readsTeams?: boolean
}

export interface Account {
  readonly login: string
  /** By default `Bot` for a login that ends in `[bot]`, else `User`. */
  readonly type?: string
}

export interface RepoOptions {
  /** A real git repository. */
  readonly dir: string
  /** By default `main`. */
  readonly defaultBranch?: string
  /** `owner/name` of the repository this one was forked from; both then share their objects. */
  readonly fork?: string
  readonly private?: boolean
  /** Permission by login; everybody else may read. */
  readonly permissions?: Readonly<
    Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>
  >
  readonly protectedBranches?: readonly string[]
}

export interface RepoState {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly fullName: string
  readonly options: RepoOptions
  readonly store: GitStore
  readonly issues: Map<number, IssueState>
  readonly pulls: Map<number, PullState>
  readonly checkRuns: StoredCheckRun[]
  readonly statuses: StoredStatus[]
  readonly runs: Map<number, WorkflowRun>
  readonly artifacts: StoredArtifact[]
  activity: readonly Activity[]
  codeownersErrors: Schemas['codeowners-errors']['errors']
}

/** What a run uploaded. */
export interface StoredArtifact {
  readonly id: number
  readonly run: number
  readonly name: string
  readonly zip: Uint8Array
  readonly expired: boolean
  readonly createdAt: string
  /** What the server says of its content; null: nothing, as older servers. */
  readonly digest: string | null
}

/** An issue, or the issue side of a pull request. */
export interface IssueState {
  readonly number: number
  readonly id: number
  readonly author: Account
  readonly createdAt: string
  updatedAt: string
  title: string
  body: string | null
  /** When the text was last edited; null: never. */
  lastEditedAt: string | null
  state: 'open' | 'closed'
  labels: string[]
  readonly comments: StoredComment[]
  readonly events: StoredEvent[]
}

export interface PullState {
  readonly number: number
  /** Branch of this repository. */
  base: string
  /** Branch of the head repository. */
  head: string
  /** `owner/name`; null when the fork is gone. */
  headRepo: string | null
  /** The last head seen, which GitHub keeps when the branch is deleted. */
  headSha: string | null
  /** Pins `base.sha`, which GitHub refreshes only now and then; null: the live tip of the base. */
  baseSha: string | null
  draft: boolean
  merged: boolean
  mergeable: boolean | null
  /** Whether `merge_commit_sha` is a real test merge of head into base. */
  testMerge: boolean
  /** Files for which `patch` is left out, as GitHub does when a diff is too large to render. */
  omitPatch: (path: string) => boolean
  readonly reviews: StoredReview[]
}

export interface StoredComment {
  readonly id: number
  readonly author: Account
  /** The app through which it was written, or null. */
  readonly app: AppIdentity | null
  readonly createdAt: string
  updatedAt: string
  body: string
}

export interface StoredEvent {
  readonly id: number
  readonly event: string
  /** Null when the account was deleted. */
  readonly actor: Account | null
  readonly at: string
  readonly app: AppIdentity | null
  readonly label?: string
  readonly rename?: { readonly from: string; readonly to: string }
  readonly commitId?: string
}

export interface StoredReview {
  readonly id: number
  readonly author: Account
  readonly state: string
  readonly body: string
  readonly commitId: string
  readonly at: string
}

export type CheckStatus = CheckRun['status']
export type CheckConclusion = CheckRun['conclusion']

export interface StoredCheckRun {
  readonly id: number
  readonly headSha: string
  readonly app: AppIdentity
  name: string
  status: CheckStatus
  conclusion: CheckConclusion
  externalId: string | null
  detailsUrl: string | null
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Schemas['check-annotation'][]
}

export interface StoredStatus {
  readonly id: number
  readonly sha: string
  readonly context: string
  readonly state: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: Account
  readonly at: string
}

export type WorkflowRun = Pick<
  Schemas['workflow-run'],
  | 'id'
  | 'name'
  | 'path'
  | 'event'
  | 'status'
  | 'conclusion'
  | 'head_branch'
  | 'head_sha'
  | 'run_number'
  | 'run_attempt'
  | 'workflow_id'
  | 'created_at'
  | 'run_started_at'
  | 'updated_at'
  | 'html_url'
>
