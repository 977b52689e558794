import type { Access, DoctorFacts, Reading } from '../../../engine/doctor/facts.ts'
import { nameCheck, namePolicy } from '../../../engine/doctor/gates.ts'
import type { SourceFile } from '../../../engine/evidence.ts'
import type { Policy } from '../../../engine/policy/policy.ts'
import { resolvePolicy } from '../../../engine/policy/resolve.ts'
import { readCodeowners, readPolicyFiles } from '../../trusted.ts'
import { Unreadable } from '../../unreadable.ts'
import { type Ask, type GitHubApi, makeAsk } from '../ask.ts'
import { mapConcurrently } from '../concurrently.ts'
import { type GitHubReader, makeReader, type RepositoryName, type Tree } from '../reader.ts'
import { readRevision } from '../revision.ts'
import {
  readEnvironments,
  readOrganizationSecretNames,
  readSecretNames,
  readTokenDefaults,
} from './actions.ts'
import { attempt, mapReading } from './attempt.ts'
import { type BranchName, readBranchRules, readRulesets } from './branches.ts'
import { listOwners, readOwners } from './owners.ts'
import { readPublishers } from './publishers.ts'
import * as schemas from './schemas.ts'

export interface SetupRequest {
  readonly api: GitHubApi
  /** For reading teams; null: with the same token. */
  readonly teams: GitHubApi | null
  readonly repository: RepositoryName
  /** Whether any token is sent. */
  readonly hasToken: boolean
  /** Where the policy is on the default branch; null: where the workflow there says. */
  readonly policyPath: string | null
  /** What the check is called; null: as the workflow on the default branch says. */
  readonly checkName: string | null
}

const MAX_LABELS = 2_000
const MAX_WORKFLOWS = 200
const CONCURRENT = 8

/**
 * Reads how the gate is set up in a repository: settings and the files of the default branch. What the
 * token may not see is among the facts as unknown; nothing is written.
 * @throws Refused when the repository itself cannot be read, Unreadable when its default branch cannot.
 */
export async function readSetupFacts(request: SetupRequest): Promise<DoctorFacts> {
  const { api, repository: name, hasToken, policyPath } = request
  const ask = makeAsk(api, { ...name })
  const askTeams = makeAsk(request.teams ?? api, {})
  const reader = makeReader(api, name)
  const repository = await readRepository(ask, `${name.owner}/${name.repo}`)
  const access = readAccess(repository, hasToken)
  const isAdmin = access === 'admin'
  const tip = await reader.branchTip(repository.default_branch)
  const tree = await reader.tree(tip)
  const files = await readFiles(reader, tree, tip, { repository, policyPath })
  const rules = resolveRules(files.policy)
  const owners = listOwners(files.codeowners, rules)
  const checkName = request.checkName ?? nameCheck(files)
  const [
    branches,
    labels,
    tokenDefaults,
    environments,
    secrets,
    organizationSecrets,
    looked,
    publishers,
  ] = await Promise.all([
    mapConcurrently(nameBranches(repository.default_branch, rules), CONCURRENT, (branch) =>
      readBranchRules(ask, branch, isAdmin),
    ),
    readLabels(ask),
    readTokenDefaults(ask),
    readEnvironments(ask),
    readSecretNames(ask),
    readOrganizationSecretNames(ask, repository),
    readOwners({ ask, askTeams, name }, owners),
    readPublishers(ask, checkName),
  ])
  return {
    ...describeRepository(repository),
    ...files,
    tip,
    access,
    branches,
    rulesets: await readRulesets(ask, branches),
    labels,
    tokenDefaults,
    environments,
    secrets,
    organizationSecrets,
    owners: looked,
    publishers,
    ownersLeft: owners.length - looked.size,
  }
}

async function readRepository(ask: Ask, name: string): Promise<schemas.Repository> {
  return (await ask.one(name, schemas.Repository, 'GET /repos/{owner}/{repo}')).value
}

function describeRepository(repository: schemas.Repository) {
  return {
    repository: repository.full_name,
    repositoryId: repository.id,
    allowsForks: !repository.private || repository.allow_forking !== false,
    defaultBranch: repository.default_branch,
  }
}

const ROLES = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
] as const

function readAccess({ permissions }: schemas.Repository, hasToken: boolean): Access {
  const highest = ROLES.find(([name]) => permissions?.[name] === true)
  return highest?.[1] ?? (hasToken ? 'read' : 'none')
}

/** What the default branch holds of the gate. */
async function readFiles(
  reader: GitHubReader,
  tree: Tree,
  tip: string,
  {
    repository,
    policyPath: asked,
  }: { readonly repository: schemas.Repository; readonly policyPath: string | null },
) {
  const revision = readRevision(reader, 'base', tree)
  const [codeowners, workflows, codeownersErrors, isOwnAction] = await Promise.all([
    readCodeowners(revision),
    attempt(readWorkflows(reader, tree)),
    attempt(reader.codeownersErrors(tip)),
    readIsOwnAction(reader, tree, repository.full_name),
  ])
  const policyPath = asked ?? namePolicy({ workflows, isOwnAction })
  const regular = [...tree].filter(([, { mode }]) => mode.startsWith('100'))
  return {
    policyPath,
    policy: policyPath === null ? [] : await readPolicyFiles(revision, policyPath),
    codeowners,
    workflows,
    codeownersErrors,
    isOwnAction,
    paths: new Set(regular.map(([path]) => path)),
  }
}

async function readWorkflows(reader: GitHubReader, tree: Tree): Promise<readonly SourceFile[]> {
  const paths = [...tree.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  if (paths.length > MAX_WORKFLOWS)
    throw new Unreadable('the workflows', `there are more than ${MAX_WORKFLOWS}`)
  const found = await readRevision(reader, 'base', tree).read(paths.sort())
  return [...found].map(([path, bytes]) => ({ source: `base:${path}`, path, bytes }))
}

/** The gate's own repository runs it as "./", and is called like it. */
async function readIsOwnAction(reader: GitHubReader, tree: Tree, name: string): Promise<boolean> {
  if (!/\/countersign$/i.test(name)) return false
  const found = await readRevision(reader, 'base', tree).read(['action.yml'])
  const [bytes] = [...found.values()]
  return bytes !== undefined && /^name:\s*["']?Countersign\b/m.test(new TextDecoder().decode(bytes))
}

async function readLabels(ask: Ask): Promise<Reading<readonly string[]>> {
  const route = 'GET /repos/{owner}/{repo}/labels'
  const list = ask.all('the labels', schemas.LabelList, route, {}, MAX_LABELS)
  return mapReading(await attempt(list), (labels) => labels.map(({ name }) => name))
}

function resolveRules(policy: DoctorFacts['policy']): Policy | null {
  const resolved = policy.length === 0 ? null : resolvePolicy(policy)
  return resolved?.ok === true ? resolved.policy : null
}

/** Branches besides the default one; more and the answers are no longer read. */
const MAX_BRANCHES = 8

/** The default branch, and an example for each of the policy's `bases` that one can be made up for. */
function nameBranches(defaultBranch: string, policy: Policy | null): BranchName[] {
  const others = (policy?.bases ?? []).flatMap((glob) => {
    const name = glob.replace(/\*+/g, 'x')
    return glob === defaultBranch || /[^\w./-]/.test(name) ? [] : [{ name, glob }]
  })
  return [{ name: defaultBranch, glob: null }, ...others.slice(0, MAX_BRANCHES)]
}
