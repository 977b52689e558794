import * as v from 'valibot'

/** `github.json`: what GitHub holds beyond git. All of it may be left out. */

const Login = v.pipe(v.string(), v.nonEmpty())

const Entry = v.strictObject({
  path: v.union([v.string(), v.strictObject({ base64: v.string() })]),
  content: v.optional(v.string()),
  base64: v.optional(v.string()),
  mode: v.optional(v.string()),
  delete: v.optional(v.boolean()),
})

/** What somebody did after the pull request was opened, in this order and a second apart. */
const ActSchema = v.variant('do', [
  v.strictObject({
    do: v.picklist(['label', 'unlabel']),
    name: v.string(),
    by: Login,
    /** The App through which it was done. */
    app: v.optional(Login),
  }),
  v.strictObject({ do: v.literal('review'), state: v.optional(v.string(), 'APPROVED'), by: Login }),
  v.strictObject({
    do: v.literal('push'),
    by: v.optional(Login),
    files: v.array(Entry),
    message: v.optional(v.string()),
    /** What the commit says about its date. */
    date: v.optional(v.string()),
  }),
  /** The base moves on elsewhere, and the branch is put on top of it or takes it in. */
  v.strictObject({ do: v.picklist(['rebase', 'update']), by: v.optional(Login) }),
  v.strictObject({ do: v.literal('edit'), body: v.string(), by: v.optional(Login) }),
  v.strictObject({ do: v.literal('retarget'), base: v.string(), by: v.optional(Login) }),
  /** The gate runs and reports; a check in a clone knows nothing of it. */
  v.strictObject({ do: v.literal('judge') }),
])

const IssueEntries = {
  number: v.number(),
  author: v.optional(Login),
  title: v.optional(v.string()),
  body: v.optional(v.string()),
  labels: v.optional(v.array(v.string())),
}

const FaultSchema = v.strictObject({
  method: v.optional(v.string()),
  /** A regular expression over path and query. */
  path: v.string(),
  times: v.optional(v.number()),
  after: v.optional(v.number()),
  respond: v.union([
    v.number(),
    v.picklist([
      'secondary-limit',
      'primary-limit',
      'truncated-body',
      'wrong-json',
      'not-json',
      'empty-list',
      'reset',
    ]),
  ]),
  headers: v.optional(v.record(v.string(), v.string())),
})

/** A run of a workflow on the head, and what it uploaded: text by file, by artifact. */
const RunSchema = v.strictObject({
  id: v.number(),
  path: v.optional(v.string()),
  event: v.optional(v.string()),
  conclusion: v.optional(v.string()),
  /** A commit; by default the head. */
  head_sha: v.optional(v.string()),
  run_attempt: v.optional(v.number()),
  artifacts: v.optional(v.record(v.string(), v.record(v.string(), v.string())), {}),
})

export const GitHubSideSchema = v.strictObject({
  /** Who opened the pull request; the agent by default. */
  author: v.optional(Login, 'acme-coder[bot]'),
  /** Who pushed its first head; the author by default. */
  pusher: v.optional(Login),
  title: v.optional(v.string(), 'Work'),
  body: v.optional(v.string(), ''),
  base: v.optional(v.string(), 'main'),
  /** Labels that no event tells of. */
  labels: v.optional(v.array(v.string()), []),
  history: v.optional(v.array(ActSchema), []),
  /** Logins of the members by `org/slug`. The token `token-for-teams` may read them. */
  teams: v.optional(v.record(v.string(), v.array(Login)), {}),
  permissions: v.optional(
    v.record(Login, v.picklist(['admin', 'maintain', 'write', 'triage', 'read'])),
    {},
  ),
  issues: v.optional(v.array(v.strictObject(IssueEntries)), []),
  /** Further pull requests; a branch that is not there yet begins at the head. */
  pulls: v.optional(
    v.array(
      v.strictObject({
        ...IssueEntries,
        head: v.optional(v.string()),
        base: v.optional(v.string()),
      }),
    ),
    [],
  ),
  /** Check runs on the head; by GitHub Actions unless another App is named. */
  check_runs: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        conclusion: v.picklist(['success', 'failure', 'neutral', 'skipped']),
        app: v.optional(Login),
        external_id: v.optional(v.string()),
      }),
    ),
    [],
  ),
  /** By default one run of `ci.yml` with the artifact `test-results`, where the case has `results/`. */
  runs: v.optional(v.array(RunSchema)),
  faults: v.optional(v.array(FaultSchema), []),
  /** Inputs of the action. */
  inputs: v.optional(v.record(v.string(), v.string()), {}),
})

export type GitHubSide = v.InferOutput<typeof GitHubSideSchema>
export type Act = v.InferOutput<typeof ActSchema>
