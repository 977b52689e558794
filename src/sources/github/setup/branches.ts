import type {
  BranchFacts,
  BranchRule,
  ClassicProtection,
  Reading,
  RequiredCheck,
  RulesetFacts,
} from '../../../engine/doctor/facts.ts'
import { type Ask, isRefusedWith } from '../ask.ts'
import { mapConcurrently } from '../concurrently.ts'
import { attempt, mapReading } from './attempt.ts'
import * as schemas from './schemas.ts'

const MAX_RULES = 1_000
const CONCURRENT = 4

/** A branch to look up: its name, or an example of one that a glob of the policy stands for. */
export interface BranchName {
  readonly name: string
  readonly glob: string | null
}

/** Reads which rules hold for a branch; one that does not exist yet has rules as well. */
export async function readBranchRules(
  ask: Ask,
  { name, glob }: BranchName,
  isAdmin: boolean,
): Promise<BranchFacts> {
  const parameters = { branch: name }
  const [rules, protection] = await Promise.all([
    attempt(
      ask.all(
        `the rules of ${name}`,
        schemas.RuleList,
        'GET /repos/{owner}/{repo}/rules/branches/{branch}',
        parameters,
        MAX_RULES,
      ),
    ),
    readProtection(ask, name, isAdmin),
  ])
  return {
    name,
    glob,
    rules: mapReading(rules, (list) => list.map(toRule)),
    protection: glob === null || glob === name ? protection : doubtAbsence(protection, name),
  }
}

/** Rules are told for any name; protection only for branches that are there, and this name is made up. */
function doubtAbsence(
  protection: Reading<ClassicProtection | null>,
  name: string,
): Reading<ClassicProtection | null> {
  if (protection.known && protection.value !== null) return protection
  const cause = `${name} is only an example, and GitHub tells the protection of branches that are there`
  return { known: false, cause }
}

function toRule({ type, ruleset_id, parameters }: schemas.RuleList[number]): BranchRule {
  const checks = parameters?.required_status_checks ?? []
  return {
    type,
    rulesetId: ruleset_id ?? null,
    checks: checks.map(({ context, integration_id }) => ({ context, app: integration_id ?? null })),
    isStrict: parameters?.strict_required_status_checks_policy === true,
    workflows: (parameters?.workflows ?? []).map(({ path, repository_id, ref, sha }) => ({
      path,
      repositoryId: repository_id ?? null,
      ref: ref ?? null,
      sha: sha ?? null,
    })),
  }
}

/**
 * The older branch protection. GitHub answers 404 both for "not protected" and for "you may not see it":
 * for an administrator it is the former. Everybody else sees on the branch itself whether it has any, and
 * the required checks, but no more.
 */
async function readProtection(
  ask: Ask,
  branch: string,
  isAdmin: boolean,
): Promise<Reading<ClassicProtection | null>> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection'
  const what = `the protection of ${branch}`
  try {
    const { value } = await ask.one(what, schemas.Protection, route, { branch })
    return { known: true, value: toProtection(value) }
  } catch (error) {
    if (isRefusedWith(error, 404) && isAdmin) return { known: true, value: null }
    return readSummary(ask, branch)
  }
}

async function readSummary(ask: Ask, branch: string): Promise<Reading<ClassicProtection | null>> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
  const answer = ask.one(`the branch ${branch}`, schemas.Branch, route, { branch })
  const reading = await attempt(answer.then(({ value }) => value))
  return mapReading(reading, ({ protection }) =>
    protection?.enabled === true
      ? { ...toChecks(protection.required_status_checks), details: null }
      : null,
  )
}

function toChecks(required: schemas.RequiredChecks): Omit<ClassicProtection, 'details'> {
  const checks = (required?.checks ?? []).map(toCheck)
  const named = new Set(checks.map(({ context }) => context))
  const others = (required?.contexts ?? []).filter((context) => !named.has(context))
  return {
    checks: [...checks, ...others.map((context) => ({ context, app: null }))],
    isStrict: required?.strict === true,
  }
}

/** -1 stands for any App. */
function toCheck({
  context,
  app_id: app,
}: {
  context: string
  app_id?: number | null | undefined
}): RequiredCheck {
  return { context, app: app === undefined || app === null || app < 0 ? null : app }
}

function toProtection(protection: schemas.Protection): ClassicProtection {
  const reviews = protection.required_pull_request_reviews
  return {
    ...toChecks(protection.required_status_checks),
    details: {
      coversAdmins: protection.enforce_admins?.enabled === true,
      requiresPull: reviews != null,
      allowsForcePush: protection.allow_force_pushes?.enabled === true,
      exempt: nameActors(reviews?.bypass_pull_request_allowances),
    },
  }
}

function nameActors(actors: schemas.NamedActors): string[] {
  return [
    ...(actors?.users ?? []).map(({ login }) => `@${login}`),
    ...(actors?.teams ?? []).map(({ slug }) => `the team ${slug}`),
    ...(actors?.apps ?? []).map(({ slug }) => `the App ${slug ?? 'without a name'}`),
  ]
}

/** The rulesets behind the rules, by id, the organisation's as well. */
export async function readRulesets(
  ask: Ask,
  branches: readonly BranchFacts[],
): Promise<Map<number, Reading<RulesetFacts>>> {
  const rules = branches.flatMap(({ rules }) => (rules.known ? rules.value : []))
  const ids = [...new Set(rules.flatMap(({ rulesetId }) => rulesetId ?? []))]
  const found = await mapConcurrently(ids, CONCURRENT, (id) => readRuleset(ask, id))
  return new Map(found.map((ruleset, at) => [ids[at] ?? 0, ruleset]))
}

async function readRuleset(ask: Ask, id: number): Promise<Reading<RulesetFacts>> {
  const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}'
  const parameters = { ruleset_id: id, includes_parents: true }
  const answer = ask.one(`ruleset ${id}`, schemas.Ruleset, route, parameters)
  return mapReading(await attempt(answer), ({ value }) => ({
    name: value.name,
    source: value.source ?? '',
    bypass:
      value.bypass_actors?.map((actor) => ({
        type: actor.actor_type,
        id: actor.actor_id ?? null,
        mode: actor.bypass_mode ?? 'always',
      })) ?? null,
  }))
}
