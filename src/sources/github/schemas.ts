import * as v from 'valibot'

/**
 * The parts of GitHub's REST answers that the gate reads. Answers are validated, because half an
 * answer read as a whole one is how a gate lets something through. Source: docs.github.com/rest.
 */

const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))
/** Server times, ISO 8601. */
const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
)
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const account = v.object({ login: v.string(), type: v.string() })
/** Null for an account that was deleted. */
const nullableAccount = v.nullish(account)
export type Account = v.InferOutput<typeof nullableAccount>
const app = v.nullish(v.object({ slug: v.nullish(v.string()) }))
const gitPerson = v.nullish(v.object({ name: v.nullish(v.string()), email: v.nullish(v.string()) }))

export const Pull = v.object({
  number: count,
  state: v.string(),
  title: v.nullish(v.string()),
  body: v.nullish(v.string()),
  user: nullableAccount,
  labels: v.array(v.object({ name: v.nullish(v.string()) })),
  changed_files: count,
  created_at: time,
  merged: v.nullish(v.boolean()),
  mergeable: v.nullish(v.boolean()),
  merge_commit_sha: v.nullish(v.string()),
  base: v.object({
    ref: v.string(),
    /** An earlier tip of the base: GitHub refreshes it only now and then. */
    sha: v.nullish(sha),
    repo: v.object({ default_branch: v.string(), full_name: v.string() }),
  }),
  head: v.object({ ref: v.string(), sha, repo: v.nullish(v.object({ full_name: v.string() })) }),
})
export type Pull = v.InferOutput<typeof Pull>

export const PullList = v.array(
  v.object({
    number: count,
    state: v.string(),
    body: v.nullish(v.string()),
    head: v.object({ sha }),
    base: v.object({ ref: v.string() }),
    created_at: time,
    closed_at: v.nullish(time),
  }),
)
export type PullSummary = v.InferOutput<typeof PullList>[number]

export const FileList = v.array(
  v.object({
    filename: v.string(),
    previous_filename: v.optional(v.string()),
    status: v.picklist([
      'added',
      'removed',
      'modified',
      'renamed',
      'copied',
      'changed',
      'unchanged',
    ]),
    sha: v.nullable(v.string()),
    additions: count,
    deletions: count,
    patch: v.optional(v.string()),
  }),
)
export type ListedFile = v.InferOutput<typeof FileList>[number]

export const GitRef = v.object({ object: v.object({ sha, type: v.string() }) })

const comparedCommit = v.object({
  sha,
  author: v.nullish(v.union([account, v.object({})])),
  committer: v.nullish(v.union([account, v.object({})])),
  commit: v.object({ message: v.string(), author: gitPerson, committer: gitPerson }),
  parents: v.array(v.object({ sha })),
})
export type ComparedCommit = v.InferOutput<typeof comparedCommit>

export const Comparison = v.object({
  status: v.picklist(['diverged', 'ahead', 'behind', 'identical']),
  merge_base_commit: v.object({ sha }),
  total_commits: count,
  commits: v.array(comparedCommit),
})
export type Comparison = v.InferOutput<typeof Comparison>

export const Tree = v.object({
  truncated: v.boolean(),
  tree: v.array(
    v.object({
      path: v.string(),
      mode: v.string(),
      type: v.string(),
      sha,
      size: v.optional(count),
    }),
  ),
})

export const Blob = v.object({
  content: v.string(),
  encoding: v.literal('base64'),
  size: v.nullable(count),
})

export const GitCommit = v.object({
  sha,
  tree: v.object({ sha }),
  parents: v.array(v.object({ sha })),
})

export const ActivityList = v.array(
  v.object({
    before: v.string(),
    after: v.string(),
    ref: v.string(),
    timestamp: time,
    activity_type: v.string(),
    actor: nullableAccount,
  }),
)
export type Activity = v.InferOutput<typeof ActivityList>[number]

const labelName = v.object({ name: v.nullish(v.string()) })

export const Issue = v.object({
  number: count,
  body: v.nullish(v.string()),
  labels: v.array(
    v.union([
      v.pipe(
        v.string(),
        v.transform((name) => ({ name })),
      ),
      labelName,
    ]),
  ),
  pull_request: v.nullish(v.object({})),
})

/** GraphQL: `Issue.lastEditedAt`, null for a text that was never edited. */
export const IssueEdit = v.object({
  repository: v.object({ issue: v.object({ lastEditedAt: v.nullable(time) }) }),
})

/** Only what the gate knows is looked at; GitHub has dozens of kinds and adds to them. */
export const EventList = v.array(
  v.object({
    event: v.string(),
    actor: nullableAccount,
    created_at: time,
    label: v.nullish(labelName),
    performed_via_github_app: app,
  }),
)
export type IssueEvent = v.InferOutput<typeof EventList>[number]

export const ReviewList = v.array(
  v.object({
    user: nullableAccount,
    state: v.string(),
    /** Absent while a review is pending. */
    submitted_at: v.nullish(time),
    commit_id: v.nullish(v.string()),
  }),
)
export type Review = v.InferOutput<typeof ReviewList>[number]

export const CommentList = v.array(
  v.object({
    user: nullableAccount,
    body: v.nullish(v.string()),
    created_at: time,
    /** Later than `created_at` once it was edited, by whoever may edit comments here. */
    updated_at: time,
    performed_via_github_app: app,
  }),
)
export type Comment = v.InferOutput<typeof CommentList>[number]

export const CodeownersErrors = v.object({
  errors: v.array(v.object({ line: count, column: count, kind: v.string() })),
})

export const CheckRunPage = v.pipe(
  v.object({
    check_runs: v.array(
      v.object({
        /** Counts up in the order of creation, over the whole of GitHub. */
        id: count,
        status: v.string(),
        conclusion: v.nullish(v.string()),
        completed_at: v.nullish(time),
        external_id: v.nullish(v.string()),
        app,
      }),
    ),
  }),
  v.transform((page) => page.check_runs),
)
export type CheckRun = v.InferOutput<typeof CheckRunPage>[number]

export const Team = v.object({ slug: v.string() })

/** `pending` until the person has accepted the invitation. */
export const Membership = v.object({ state: v.string() })

export const WorkflowRunPage = v.pipe(
  v.object({
    workflow_runs: v.array(
      v.object({
        id: count,
        /** With `@ref` behind it for some events. */
        path: v.string(),
        event: v.string(),
        status: v.nullish(v.string()),
        conclusion: v.nullish(v.string()),
        head_sha: v.string(),
        head_branch: v.nullish(v.string()),
        /** Null for a fork that is gone. */
        head_repository: v.nullish(v.object({ full_name: v.string() })),
        created_at: time,
        /** Start of the latest attempt. */
        run_started_at: v.nullish(time),
        html_url: v.string(),
        repository: v.object({ full_name: v.string() }),
      }),
    ),
  }),
  v.transform((page) => page.workflow_runs),
)
export type WorkflowRun = v.InferOutput<typeof WorkflowRunPage>[number]

export const ArtifactPage = v.pipe(
  v.object({
    artifacts: v.array(
      v.object({
        id: count,
        name: v.string(),
        size_in_bytes: count,
        expired: v.boolean(),
        created_at: v.nullish(time),
        /** `sha256:` and hex digits; older servers have none. */
        digest: v.nullish(v.string()),
        workflow_run: v.nullish(
          v.object({ id: v.nullish(count), head_sha: v.nullish(v.string()) }),
        ),
      }),
    ),
  }),
  v.transform((page) => page.artifacts),
)
export type Artifact = v.InferOutput<typeof ArtifactPage>[number]
