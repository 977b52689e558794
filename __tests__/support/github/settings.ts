import type { GitHubServer } from '../github-server.ts'
import { renderRepository } from './accounts.ts'
import { forbidden, HttpError, listPage, notFound, ok } from './http.ts'
import { repoRoute, route } from './route.ts'
import type { Grant, RepoState } from './world.ts'

/**
 * The settings of a repository, as administrators make them: endpoints that only the doctor asks. Bodies
 * are as GitHub documents them; a part that is left out answers as for a repository without it.
 */
export interface Settings {
  /** Active rules by branch; `*` for every branch. */
  readonly rules?: Readonly<Record<string, readonly object[]>>
  /** By id. `bypass_actors` is shown to administrators only. */
  readonly rulesets?: Readonly<Record<number, object>>
  /** Classic protection by branch. */
  readonly protection?: Readonly<Record<string, object>>
  readonly workflowPermissions?: object
  readonly environments?: readonly { readonly name: string; readonly [key: string]: unknown }[]
  /** By environment. */
  readonly branchPolicies?: Readonly<Record<string, readonly object[]>>
  readonly secrets?: readonly string[]
  /** What the organisation shares with the repository. */
  readonly organizationSecrets?: readonly string[]
  readonly labels?: readonly string[]
  /** What teams may do here, by `org/slug`. */
  readonly teams?: Readonly<Record<string, string>>
  readonly allowForking?: boolean
  /** Tokens with the rights of an administrator; by default the workflow's own. */
  readonly isAdmin?: (grant: Grant) => boolean
}

export function addSettings(server: GitHubServer, settings: Settings): void {
  const isAdmin = settings.isAdmin ?? (() => true)
  const admin = (grant: Grant) => {
    if (!isAdmin(grant)) throw forbidden()
  }
  const routes = [
    repoRoute('GET', '', ({ world, grant }, repo) =>
      ok({
        ...renderRepository(world, repo),
        permissions: describePermissions(repo, grant, isAdmin(grant)),
        allow_forking: settings.allowForking ?? true,
      }),
    ),
    repoRoute('GET', '/rules/branches/{branch}', (call, _repo, branch = '') =>
      listPage(call, settings.rules?.[branch] ?? settings.rules?.['*'] ?? [], (rule) => rule),
    ),
    repoRoute('GET', '/rulesets/{id}', ({ grant }, _repo, id = '') => {
      const ruleset = settings.rulesets?.[Number(id)]
      if (ruleset === undefined) throw notFound()
      return ok(isAdmin(grant) ? ruleset : { ...ruleset, bypass_actors: undefined })
    }),
    // 404 for whoever may not see it, as well as for a branch without any.
    repoRoute('GET', '/branches/{branch}/protection', ({ grant }, _repo, branch = '') => {
      const protection = settings.protection?.[branch]
      if (!isAdmin(grant)) throw notFound()
      if (protection === undefined) throw new HttpError(404, 'Branch not protected')
      return ok(protection)
    }),
    repoRoute('GET', '/actions/permissions/workflow', ({ grant }) => {
      admin(grant)
      const standard = {
        default_workflow_permissions: 'read',
        can_approve_pull_request_reviews: false,
      }
      return ok(settings.workflowPermissions ?? standard)
    }),
    repoRoute('GET', '/actions/secrets', ({ grant }) => {
      admin(grant)
      const secrets = (settings.secrets ?? []).map((name) => ({ name }))
      return ok({ total_count: secrets.length, secrets })
    }),
    repoRoute('GET', '/actions/organization-secrets', ({ grant }) => {
      admin(grant)
      const secrets = (settings.organizationSecrets ?? []).map((name) => ({ name }))
      return ok({ total_count: secrets.length, secrets })
    }),
    repoRoute('GET', '/environments', () => {
      const environments = settings.environments ?? []
      return ok({ total_count: environments.length, environments })
    }),
    repoRoute(
      'GET',
      '/environments/{name}/deployment-branch-policies',
      (_call, _repo, name = '') => {
        const policies = settings.branchPolicies?.[name]
        if (policies === undefined) throw notFound()
        return ok({ total_count: policies.length, branch_policies: policies })
      },
    ),
    repoRoute('GET', '/labels', (call) =>
      listPage(call, settings.labels ?? [], (name) => ({ name })),
    ),
    route('GET', '/orgs/{org}/teams/{slug}/repos/{owner}/{repo}', ({ grant }, org, slug) => {
      const role = settings.teams?.[`${org}/${slug}`]
      if (!grant.readsTeams || role === undefined) throw notFound()
      return ok({ role_name: role })
    }),
  ]
  for (const one of routes) server.addRoute(one)
}

function describePermissions({ options }: RepoState, { login = '' }: Grant, isAdmin: boolean) {
  const role = isAdmin ? 'admin' : (options.permissions?.[login] ?? 'read')
  return {
    admin: role === 'admin',
    maintain: ['admin', 'maintain'].includes(role),
    push: ['admin', 'maintain', 'write'].includes(role),
    triage: role !== 'read',
    pull: true,
  }
}
