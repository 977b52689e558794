import { findOwnerRule } from '../../approvals/codeowners.ts'
import type { Policy } from '../../policy/policy.ts'
import {
  type Advice,
  advise,
  cannotRead,
  type DoctorCheck,
  good,
  listNames,
  problem,
} from '../advice.ts'
import { type Access, isAtLeast, type Reading } from '../facts.ts'
import { policyOf } from '../gates.ts'
import type { Setup } from '../setup.ts'

/** Whether those whose signature is asked for can give it. */
export const owners: DoctorCheck = {
  id: 'owners',
  title: 'Can the owners and approvers sign?',
  run(setup) {
    return [
      ...judgeFile(setup),
      ...judgeErrors(setup),
      ...judgeSteering(setup),
      ...judgePeople(setup),
    ]
  },
}

const PLACES = '.github/CODEOWNERS'

function judgeFile({ owned, rules }: Setup): readonly Advice[] {
  if (owned?.isTooLarge === true)
    return [
      problem(
        'CODEOWNERS is larger than 3 MB, so GitHub and the gate ignore all of it.',
        'Shorten it.',
      ),
    ]
  if (owned !== null)
    return [
      good(
        `CODEOWNERS has ${owned.rules.length} usable ${owned.rules.length === 1 ? 'line' : 'lines'}.`,
      ),
    ]
  const isNeeded = rules === null || rules.approvals?.codeowners === true
  return isNeeded
    ? [
        problem(
          'There is no CODEOWNERS file, so nobody owns what changes and nobody can sign for it.',
          `Merge a ${PLACES} such as "* @acme/maintainers".`,
        ),
      ]
    : []
}

const MAX_ERRORS = 20
const MEND_LINE = 'Mend the line: GitHub and the gate skip it, and an earlier line decides.'

function judgeErrors({ codeownersErrors, owned, codeowners }: Setup): readonly Advice[] {
  if (codeowners === null) return []
  const { path } = codeowners
  const own = (owned?.invalidLines ?? []).map((line) => ({ line, kind: 'Invalid line' }))
  const said = codeownersErrors.known ? codeownersErrors.value : []
  const lines = new Set(said.map(({ line }) => line))
  const all = [...said, ...own.filter(({ line }) => !lines.has(line))].slice(0, MAX_ERRORS)
  return [
    ...(codeownersErrors.known
      ? []
      : [
          cannotRead(
            "GitHub's list of errors in CODEOWNERS",
            codeownersErrors,
            'Use a token with "Contents: read".',
          ),
        ]),
    ...all.map(({ line, kind }) =>
      problem(
        `Line ${line} of ${path}: ${kind}.`,
        kind === 'Unknown owner'
          ? 'Correct the name, or give that account or team write access: until then it owns nothing.'
          : MEND_LINE,
      ),
    ),
  ]
}

/** What steers the gate itself, wherever this repository has it. */
function listSteering({ gates, policyPath, codeowners }: Setup): string[] {
  const paths = [
    policyPath,
    ...gates.flatMap((gate) => [gate.workflow.path, policyOf(gate)]),
    codeowners?.path ?? PLACES,
  ]
  return [...new Set(paths.flatMap((path) => path ?? []))]
}

function judgeSteering(setup: Setup): readonly Advice[] {
  const { owned, rules } = setup
  if (owned === null || rules?.approvals?.codeowners !== true) return []
  const free = listSteering(setup).filter(
    (path) => (findOwnerRule(owned, path)?.owners.length ?? 0) === 0,
  )
  return free.length === 0
    ? []
    : [
        advise(
          `Nobody owns ${listNames(free)}, which steer the gate: a change of them cannot be signed for.`,
          `Add to the end of CODEOWNERS ${free.every(isInGitHubFolder) ? 'a line "/.github/ @owners"' : 'a line for each'}.`,
        ),
      ]
}

function isInGitHubFolder(path: string): boolean {
  return path.startsWith('.github/')
}

/** Owners and approvers one by one; those that all is well with together. */
function judgePeople(setup: Setup): readonly Advice[] {
  const { owners: known, ownersLeft, rules } = setup
  const approvers = new Set(
    (rules === null ? [] : listEveryApprover(rules)).map((name) => name.toLowerCase()),
  )
  const judged = [...known].map(([owner, access]) => ({
    owner,
    advice: judgeOwner(setup, owner, access, approvers.has(owner)),
  }))
  const fine = judged.filter(({ advice }) => advice === null).map(({ owner }) => owner)
  return [
    ...(fine.length === 0
      ? []
      : [
          good(
            `${fine.length} of ${known.size} owners and approvers were found with enough access.`,
          ),
        ]),
    ...judged.flatMap(({ advice }) => advice ?? []),
    ...(ownersLeft === 0
      ? []
      : [
          advise(
            `${ownersLeft} more owners and approvers were not looked up.`,
            'GitHub marks unknown ones in its view of the CODEOWNERS file.',
          ),
        ]),
  ]
}

/** Everybody whom a policy names to sign for something. */
export function listEveryApprover({
  plan,
  paths,
  patterns,
  approvals,
  override,
}: Policy): string[] {
  const rules = [...paths, ...patterns, ...Object.values(approvals?.tiers ?? {})]
  return [
    ...(plan?.approvers ?? []),
    ...rules.flatMap(({ approvers }) => approvers),
    ...(override?.approvers ?? []),
  ]
}

function judgeOwner(
  { rules }: Setup,
  owner: string,
  access: Reading<Access>,
  isApprover: boolean,
): Advice | null {
  if (!access.known) {
    const isListed = Object.keys(rules?.teams ?? {}).some((team) => team.toLowerCase() === owner)
    return isListed ? null : judgeUnread(owner, access)
  }
  if (access.value === 'none')
    return problem(
      `${owner} has no access to the repository or does not exist, and cannot sign.`,
      'Correct the name, or give it write access.',
    )
  if (isApprover ? isAtLeast(access.value, 'triage') : isAtLeast(access.value, 'write')) return null
  return isApprover
    ? advise(
        `${owner} may only read, so it can sign by a review and by no label.`,
        'Give it at least the role "triage" to sign by label.',
      )
    : problem(
        `${owner} may not write, so GitHub does not take it for a code owner.`,
        'Give it write access, or name another owner.',
      )
}

function judgeUnread(owner: string, access: Extract<Reading<Access>, { known: false }>): Advice {
  return owner.includes('/')
    ? cannotRead(
        `The team ${owner}`,
        access,
        'Set COUNTERSIGN_TEAM_TOKEN to a token that may read teams ("Members: read"), give the gate such a "team-token", or list its members under "teams" in the policy.',
      )
    : cannotRead(
        `The access of ${owner}`,
        access,
        'Use a token with write access to the repository.',
      )
}
