import type { Activity } from './schemas.ts'
import type {
  Account,
  AppIdentity,
  CheckConclusion,
  IssueState,
  PullState,
  WorkflowRun,
} from './world.ts'

/** Names a repository; by default the first one of the server. */
export interface InRepo {
  readonly repo?: string
}

export interface IssueOptions extends InRepo {
  readonly number: number
  readonly author?: Account
  readonly title?: string
  readonly body?: string | null
  readonly labels?: readonly string[]
  readonly createdAt?: string
}

export interface PullOptions extends IssueOptions {
  /** By default the default branch. */
  readonly base?: string
  readonly head: string
  /** `owner/name` of a fork; null when it is gone, and then `headSha` says what it left. */
  readonly headRepo?: string | null
  readonly headSha?: string
  /** Pins `base.sha` to an old commit of the base, as GitHub does until it refreshes it. */
  readonly baseSha?: string
  readonly draft?: boolean
  readonly mergeable?: boolean | null
  readonly testMerge?: boolean
  readonly omitPatch?: (path: string) => boolean
}

export interface PullChanges
  extends Partial<
      Pick<
        PullState,
        'base' | 'head' | 'draft' | 'merged' | 'baseSha' | 'mergeable' | 'testMerge' | 'omitPatch'
      >
    >,
    Partial<Pick<IssueState, 'title' | 'body' | 'state' | 'labels'>> {}

/** Who did something when, and through which app if not in the browser. */
export interface Doing extends InRepo {
  readonly by?: Account
  readonly at?: string
  readonly app?: AppIdentity
}

export interface ActivityOptions {
  /** `refs/heads/...` or the name of a branch. */
  readonly ref: string
  readonly before: string
  readonly after: string
  /** Null when the account was deleted. */
  readonly actor: Account | null
  readonly at: string
  readonly type?: Activity['activity_type']
}

export interface CheckRunOptions extends InRepo {
  readonly name: string
  readonly headSha: string
  readonly conclusion: CheckConclusion
  readonly app?: AppIdentity
  readonly externalId?: string
  /** Server time; by default now. */
  readonly at?: string
}

export interface ReviewOptions extends Doing {
  /** `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED`, `DISMISSED`. */
  readonly state: string
  readonly commitId: string
  readonly body?: string
}

export interface ArtifactOptions extends InRepo {
  readonly run: number
  readonly name: string
  /** Files by name, or the bytes of the archive themselves. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly zip?: Uint8Array
  readonly expired?: boolean
  readonly at?: string
  readonly digest?: string | null
}

export interface RunOptions extends InRepo, Partial<WorkflowRun> {
  readonly id: number
  /** By default the repository itself. */
  readonly head_repository?: { readonly full_name: string }
}
