import { type Advice, advise, cannotRead, type DoctorCheck, good, problem } from '../advice.ts'
import type { BranchFacts, BypassActor, ClassicDetails } from '../facts.ts'
import { isNowhereRequired, listRequiredGates } from '../required-gate.ts'
import { listRequirements, nameRuleset, type Setup } from '../setup.ts'

/** Who may merge past the check. */
export const bypass: DoctorCheck = {
  id: 'bypass',
  title: 'Who can bypass it?',
  run(setup) {
    const ids = new Set(setup.branches.flatMap((branch) => listRulesets(setup, branch)))
    return [
      ...[...ids].flatMap((id) => judgeRuleset(setup, id)),
      ...(isNowhereRequired(setup) ? foresee(setup) : []),
      ...setup.branches
        .filter((branch) => isLeftToProtection(setup, branch))
        .flatMap(judgeProtection),
    ]
  },
}

/** Who would get past the check if it were required: by rulesets that are there, and in general. */
function foresee(setup: Setup): readonly Advice[] {
  const rules = setup.branches.flatMap(({ rules }) => (rules.known ? rules.value : []))
  const ids = new Set(rules.flatMap(({ rulesetId }) => rulesetId ?? []))
  return [
    advise(
      'Nothing was seen to require the check yet. Once a ruleset does, those on its bypass list may merge past it; with branch protection administrators may, unless that is ruled out there.',
      'Require it by a ruleset whose bypass list is empty.',
    ),
    // Most likely the check will be added to one of these.
    ...[...ids].flatMap((id) => judgeRuleset(setup, id)),
  ]
}

/** The rulesets by which a branch requires the check, or a workflow that may be the gate. */
function listRulesets(setup: Setup, branch: BranchFacts): number[] {
  const found = [...listRequirements(setup, branch), ...listRequiredGates(setup, branch)]
  return found.flatMap(({ rulesetId }) => rulesetId ?? [])
}

/** A ruleset holds for administrators as well, so it closes what the protection of the same branch leaves open. */
function isLeftToProtection(setup: Setup, branch: BranchFacts): boolean {
  const requirements = listRequirements(setup, branch)
  const isClosed =
    requirements.some(({ rulesetId }) => rulesetId !== null) ||
    listRequiredGates(setup, branch).some(({ verdict }) => verdict.kind === 'blocks')
  return !isClosed && requirements.some(({ rulesetId }) => rulesetId === null)
}

const SEE_ACTORS =
  'Use a token of somebody who may edit the ruleset: "Administration: write", or an owner of the organisation.'

function judgeRuleset(setup: Setup, id: number): readonly Advice[] {
  const name = nameRuleset(setup, id)
  const ruleset = setup.rulesets.get(id)
  if (ruleset?.known !== true) {
    const cause = ruleset?.cause ?? 'it was not listed'
    return [cannotRead(`Who may bypass ${name}`, { known: false, cause }, SEE_ACTORS)]
  }
  const { bypass: actors } = ruleset.value
  if (actors === null) {
    const cause = 'GitHub shows it only to those who may edit it'
    return [cannotRead(`Who may bypass ${name}`, { known: false, cause }, SEE_ACTORS)]
  }
  if (actors.length === 0) return [good(`Nobody may bypass ${name}.`)]
  return actors.map((actor) => judgeActor(actor, name))
}

/** Roles by their id in rulesets (REST documentation: rulesets, "bypass_actors"). */
const ROLES: Readonly<Record<number, string>> = { 2: 'maintain', 4: 'write', 5: 'admin' }
const WRITE_ROLE = 4

const TAKE_OUT =
  'Take it off the bypass list; or keep it for emergencies, and look at the rule insights, which list each use.'

function judgeActor({ type, id, mode }: BypassActor, name: string): Advice {
  const how = mode === 'pull_request' ? ' in pull requests' : ''
  switch (type) {
    case 'RepositoryRole':
      return id === WRITE_ROLE
        ? problem(
            `Everybody with write access may bypass ${name}${how}, an agent's account as well.`,
            'Take the role "write" off the bypass list.',
          )
        : advise(
            `Everybody with the role ${ROLES[id ?? 0] ?? `number ${id}`} may bypass ${name}${how}.`,
            TAKE_OUT,
          )
    case 'OrganizationAdmin':
      return advise(
        `Owners of the organisation may bypass ${name}${how}.`,
        'Fine for an emergency: the audit log of the organisation shows it.',
      )
    case 'Integration':
      return advise(
        `The App ${id} may bypass ${name}${how}.`,
        `See that it is no agent's, and that nobody can make it merge. ${TAKE_OUT}`,
      )
    case 'DeployKey':
      return advise(`Every deploy key with write access may bypass ${name}${how}.`, TAKE_OUT)
    default:
      return advise(
        `The ${type === 'Team' ? 'team' : 'account'} number ${id} may bypass ${name}${how}.`,
        TAKE_OUT,
      )
  }
}

const ADMIN_TOKEN = 'Use a token of an administrator, or one with "Administration: read".'

function judgeProtection({ name, protection }: BranchFacts): readonly Advice[] {
  if (!protection.known)
    return [cannotRead(`Who may bypass the protection of ${name}`, protection, ADMIN_TOKEN)]
  if (protection.value === null || protection.value.checks.length === 0) return []
  const { details } = protection.value
  if (details === null) {
    const cause = 'GitHub shows the details only to administrators'
    return [
      cannotRead(`Who may bypass the protection of ${name}`, { known: false, cause }, ADMIN_TOKEN),
    ]
  }
  return judgeDetails(details, name)
}

function judgeDetails({ coversAdmins, exempt }: ClassicDetails, name: string): readonly Advice[] {
  const admins = coversAdmins
    ? good(`The protection of ${name} holds for administrators, too.`)
    : advise(
        `Administrators may merge into ${name} past the check.`,
        'Tick "Do not allow bypassing the above settings", or move to a ruleset.',
      )
  const others = exempt.map((who) =>
    advise(
      `${who} may merge into ${name} without a pull request.`,
      `See that it is no agent's account, or take it off the list.`,
    ),
  )
  return [admins, ...others]
}
