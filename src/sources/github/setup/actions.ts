import type {
  BranchPattern,
  EnvironmentBranches,
  EnvironmentFacts,
  Reading,
  TokenDefaults,
} from '../../../engine/doctor/facts.ts'
import type { Ask } from '../ask.ts'
import { mapConcurrently } from '../concurrently.ts'
import { attempt, mapReading } from './attempt.ts'
import * as schemas from './schemas.ts'

const MAX_LISTED = 1_000
const CONCURRENT = 4

/** What workflows may do by default. */
export async function readTokenDefaults(ask: Ask): Promise<Reading<TokenDefaults>> {
  const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow'
  const answer = ask.one('the default rights', schemas.WorkflowPermissions, route)
  return mapReading(await attempt(answer), ({ value }) => ({
    canWrite: value.default_workflow_permissions === 'write',
    canApprove: value.can_approve_pull_request_reviews,
  }))
}

/** The names of the secrets that all workflows can read; never their values, which GitHub tells nobody. */
export async function readSecretNames(ask: Ask): Promise<Reading<readonly string[]>> {
  return readNames(ask, 'GET /repos/{owner}/{repo}/actions/secrets', 'the names of secrets')
}

/** The names of those that an organisation shares with the repository; a person's has none. */
export async function readOrganizationSecretNames(
  ask: Ask,
  { owner }: schemas.Repository,
): Promise<Reading<readonly string[]>> {
  if (owner?.type === 'User') return { known: true, value: [] }
  const route = 'GET /repos/{owner}/{repo}/actions/organization-secrets'
  return readNames(ask, route, "the names of the organisation's secrets")
}

async function readNames(
  ask: Ask,
  route: string,
  what: string,
): Promise<Reading<readonly string[]>> {
  const list = ask.all(what, schemas.SecretPage, route, {}, MAX_LISTED)
  return mapReading(await attempt(list), (secrets) => secrets.map(({ name }) => name.toUpperCase()))
}

/** The environments and which branches may use each. */
export async function readEnvironments(ask: Ask): Promise<Reading<readonly EnvironmentFacts[]>> {
  const route = 'GET /repos/{owner}/{repo}/environments'
  const list = ask.all('the environments', schemas.EnvironmentPage, route, {}, MAX_LISTED)
  const environments = await attempt(list)
  if (!environments.known) return environments
  const value = await mapConcurrently(environments.value, CONCURRENT, async (one) => ({
    name: one.name,
    branches: await readBranches(ask, one),
  }))
  return { known: true, value }
}

async function readBranches(
  ask: Ask,
  { name, deployment_branch_policy: policy }: schemas.Environment,
): Promise<EnvironmentBranches> {
  if (policy == null) return { kind: 'any' }
  if (!policy.custom_branch_policies) return { kind: 'protected' }
  const route =
    'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies'
  const what = `the branches of the environment ${name}`
  const parameters = { environment_name: name }
  const list = ask.all(what, schemas.BranchPolicyPage, route, parameters, MAX_LISTED)
  const patterns = mapReading(await attempt(list), (all): readonly BranchPattern[] =>
    all.map((one) => ({ name: one.name, type: one.type ?? 'branch' })),
  )
  return { kind: 'named', patterns }
}
