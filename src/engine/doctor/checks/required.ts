import {
  type Advice,
  advise,
  cannotRead,
  cannotTell,
  type DoctorCheck,
  good,
  problem,
} from '../advice.ts'
import type { BranchFacts } from '../facts.ts'
import { mayUseWorkflowToken, STANDARD_NAME } from '../gates.ts'
import { type JudgedWorkflow, listRequiredGates } from '../required-gate.ts'
import {
  describeBranch,
  isExample,
  listRequirements,
  type Requirement,
  type Setup,
} from '../setup.ts'

/** Whether merging waits for the gate at all. */
export const required: DoctorCheck = {
  id: 'required',
  title: 'Is the check required?',
  run(setup) {
    const { checkName } = setup
    if (
      checkName === null &&
      setup.branches.every((it) => listRequiredGates(setup, it).length === 0)
    )
      return [
        problem(
          'The gate publishes no check ("check-name" is empty), so none can be required.',
          NAME_IT,
        ),
      ]
    return [
      ...setup.branches.flatMap((branch) => judgeBranch(setup, branch)),
      ...listUnsampled(setup),
    ]
  },
}

const NAME_IT = 'Give the input "check-name" a name, and require the check of that name.'
const RULES_RIGHT = 'Use a token with the repository permission "Metadata: read".'
const PROTECTION_RIGHT =
  'Use a token of an administrator, or one with the repository permission "Administration: read".'
const EXAMPLE_RIGHT =
  'See under Settings > Branches whether a rule for it requires the check; or require it by a ruleset, which is told for every name.'

function judgeBranch(setup: Setup, branch: BranchFacts): readonly Advice[] {
  const { rules, protection } = branch
  const where = describeBranch(branch)
  const found = [
    ...listRequirements(setup, branch).map((one) => describeRequirement(setup, one, where)),
    ...listRequiredGates(setup, branch).map((one) => judgeWorkflow(one, where)),
  ]
  if (found.length > 0) return found
  const name = setup.checkName ?? STANDARD_NAME
  if (!rules.known) return [cannotRead(`The rules of ${where}`, rules, RULES_RIGHT)]
  if (!protection.known)
    return [
      cannotRead(
        `No ruleset requires the check on ${where}, and its branch protection`,
        protection,
        isExample(branch) ? EXAMPLE_RIGHT : PROTECTION_RIGHT,
      ),
    ]
  return [
    problem(
      `Nothing requires the check "${name}" on ${where}: a blocked pull request can be merged.`,
      describeRule(setup, where, name),
    ),
  ]
}

/** A check that every workflow can publish is not to be made the lock. */
function describeRule({ gates }: Setup, where: string, name: string): string {
  const rule = `under Settings > Rules, add a ruleset for ${where} that requires the status check "${name}" from that App`
  return gates.some(mayUseWorkflowToken) || gates.length === 0
    ? `First let the gate publish with a GitHub App of its own ("github-token:", docs/security-model.md). Then, ${rule}, and not from "GitHub Actions", which every workflow is. Or require a workflow that runs the gate.`
    : `The gate has a token of its own: see which App that is. Then, ${rule}, and not from any source.`
}

function describeRequirement(
  { checkName }: Setup,
  { by, app, isStrict }: Requirement,
  where: string,
): Advice {
  const source = app === null ? 'from any source' : `from the App ${app}`
  const strict = isStrict
    ? '. That branches must be up to date is required as well; the gate does not need it'
    : ''
  return good(`"${checkName}" is required on ${where} by ${by}, ${source}${strict}.`)
}

/** A required workflow blocks by failing, and by nothing else. */
function judgeWorkflow({ required: { path }, verdict }: JudgedWorkflow, where: string): Advice {
  if (verdict.kind === 'blocks' || verdict.kind === 'other')
    return good(
      `${where} requires the workflow ${path}, which a branch cannot change and which fails when the gate blocks.`,
    )
  const message = `${where} requires the workflow ${path}, but ${verdict.why}.`
  return verdict.kind === 'passes'
    ? problem(message, 'Let the gate run unconditionally there, with "fail-on-block: true".')
    : cannotTell(message, SEE_WORKFLOW)
}

const SEE_WORKFLOW =
  'See that it runs Countersign on every pull request, with "fail-on-block: true"; or require the check itself.'

/** The branches that speak for themselves and stand for names that cannot be made up. */
function listUnsampled({ rules, branches }: Setup): readonly Advice[] {
  const seen = new Set(branches.flatMap(({ name, glob }) => [name, glob ?? name]))
  const left = (rules?.bases ?? []).filter((base) => !seen.has(base))
  if (left.length === 0) return []
  return [
    advise(
      `The policy's "bases" also name ${left.map((base) => `"${base}"`).join(', ')}, which were not looked up.`,
      'See that a ruleset covers them, too; on a branch without one the gate only advises.',
    ),
  ]
}
