import * as v from 'valibot'

/** The parts of GitHub's answers about settings that the doctor reads. Source: docs.github.com/rest. */

const id = v.pipe(v.number(), v.safeInteger())
const flag = v.nullish(v.object({ enabled: v.nullish(v.boolean()) }))
const permissions = v.nullish(v.record(v.string(), v.boolean()))

export const Repository = v.object({
  id,
  full_name: v.string(),
  private: v.boolean(),
  owner: v.nullish(v.object({ type: v.nullish(v.string()) })),
  default_branch: v.string(),
  /** Only in private repositories it says anything. */
  allow_forking: v.nullish(v.boolean()),
  /** Absent without a token. */
  permissions,
})
export type Repository = v.InferOutput<typeof Repository>

export const RuleList = v.array(
  v.object({
    type: v.string(),
    ruleset_id: v.nullish(id),
    parameters: v.nullish(
      v.object({
        strict_required_status_checks_policy: v.nullish(v.boolean()),
        required_status_checks: v.nullish(
          v.array(v.object({ context: v.string(), integration_id: v.nullish(id) })),
        ),
        workflows: v.nullish(
          v.array(
            v.object({
              path: v.string(),
              repository_id: v.nullish(id),
              ref: v.nullish(v.string()),
              sha: v.nullish(v.string()),
            }),
          ),
        ),
      }),
    ),
  }),
)
export type RuleList = v.InferOutput<typeof RuleList>

export const Ruleset = v.object({
  name: v.string(),
  source: v.nullish(v.string()),
  /** Only for those who may edit the ruleset. */
  bypass_actors: v.nullish(
    v.array(
      v.object({
        actor_id: v.nullish(id),
        actor_type: v.string(),
        bypass_mode: v.nullish(v.string()),
      }),
    ),
  ),
})

const requiredChecks = v.nullish(
  v.object({
    strict: v.nullish(v.boolean()),
    contexts: v.nullish(v.array(v.string())),
    checks: v.nullish(v.array(v.object({ context: v.string(), app_id: v.nullish(id) }))),
  }),
)
export type RequiredChecks = v.InferOutput<typeof requiredChecks>

/** What everybody with read access sees of a branch. */
export const Branch = v.object({
  protected: v.boolean(),
  protection: v.nullish(
    v.object({ enabled: v.nullish(v.boolean()), required_status_checks: requiredChecks }),
  ),
})

const named = v.nullish(
  v.object({
    users: v.nullish(v.array(v.object({ login: v.string() }))),
    teams: v.nullish(v.array(v.object({ slug: v.string() }))),
    apps: v.nullish(v.array(v.object({ slug: v.nullish(v.string()) }))),
  }),
)
export type NamedActors = v.InferOutput<typeof named>

/** What administrators see of its protection. */
export const Protection = v.object({
  required_status_checks: requiredChecks,
  enforce_admins: flag,
  required_pull_request_reviews: v.nullish(v.object({ bypass_pull_request_allowances: named })),
  allow_force_pushes: flag,
})
export type Protection = v.InferOutput<typeof Protection>

export const WorkflowPermissions = v.object({
  default_workflow_permissions: v.picklist(['read', 'write']),
  can_approve_pull_request_reviews: v.boolean(),
})

export const EnvironmentPage = v.pipe(
  v.object({
    environments: v.array(
      v.object({
        name: v.string(),
        deployment_branch_policy: v.nullish(
          v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
        ),
      }),
    ),
  }),
  v.transform((page) => page.environments),
)
export type Environment = v.InferOutput<typeof EnvironmentPage>[number]

export const BranchPolicyPage = v.pipe(
  v.object({
    branch_policies: v.array(v.object({ name: v.string(), type: v.nullish(v.string()) })),
  }),
  v.transform((page) => page.branch_policies),
)

export const SecretPage = v.pipe(
  v.object({ secrets: v.array(v.object({ name: v.string() })) }),
  v.transform((page) => page.secrets),
)

export const LabelList = v.array(v.object({ name: v.string() }))

export const CollaboratorPermission = v.object({
  permission: v.string(),
  role_name: v.nullish(v.string()),
})

/** A team's view of a repository. */
export const TeamRepository = v.object({ permissions, role_name: v.nullish(v.string()) })
export type TeamRepository = v.InferOutput<typeof TeamRepository>

export const PullNumbers = v.array(v.object({ number: id, head: v.object({ sha: v.string() }) }))
export type PullNumber = v.InferOutput<typeof PullNumbers>[number]

export const PublishedChecks = v.object({
  check_runs: v.array(v.object({ app: v.nullish(v.object({ id, slug: v.nullish(v.string()) })) })),
})

export const Statuses = v.array(
  v.object({ context: v.string(), creator: v.nullish(v.object({ login: v.string() })) }),
)

/** Where only it matters that there was an answer. */
export const Anything = v.unknown()
