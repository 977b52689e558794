import { type Advice, advise, cannotRead, type DoctorCheck, good, problem } from '../advice.ts'
import type { BranchFacts } from '../facts.ts'
import { describeBranch } from '../setup.ts'

/** Whether something can reach the branch without a pull request that was judged. */
export const pushes: DoctorCheck = {
  id: 'pushes',
  title: 'Can anything reach the branch without a pull request?',
  run({ branches }) {
    return branches.flatMap(judgeBranch)
  },
}

const REQUIRE_PULL = 'In the ruleset of the branch, tick "Require a pull request before merging".'
const NO_FORCE = 'In the ruleset of the branch, tick "Block force pushes".'

function judgeBranch(branch: BranchFacts): readonly Advice[] {
  const { name, rules, protection } = branch
  // The question whether there are any rules has its answer elsewhere.
  if (!rules.known) return []
  const types = new Set(rules.value.map(({ type }) => type))
  const classic = protection.known ? protection.value : null
  const details = classic?.details ?? null
  const requiresPull = types.has('pull_request') || details?.requiresPull === true
  const hasChecks = types.has('required_status_checks') || (classic?.checks.length ?? 0) > 0
  const blocksForce = types.has('non_fast_forward') || details?.allowsForcePush === false
  const isWhole = requiresPull && blocksForce
  if (!protection.known && !isWhole) return [doubtPushes(branch, protection)]
  if (classic !== null && details === null && !isWhole) return []
  return [
    judgePulls(name, requiresPull, hasChecks),
    ...(blocksForce ? [] : [advise(`${name} can be overwritten by a force push.`, NO_FORCE)]),
  ]
}

/** The rules leave something open, which branch protection may close. */
function doubtPushes(
  branch: BranchFacts,
  protection: Extract<BranchFacts['protection'], { known: false }>,
): Advice {
  return cannotRead(
    `The rulesets of ${describeBranch(branch)} leave pushes open, and its branch protection`,
    protection,
    `${REQUIRE_PULL} ${NO_FORCE}`,
  )
}

function judgePulls(name: string, requiresPull: boolean, hasChecks: boolean): Advice {
  if (requiresPull) return good(`${name} takes changes from pull requests only.`)
  return hasChecks
    ? advise(
        `A commit that has its checks already can be pushed to ${name} directly, for instance one that was judged for another base.`,
        REQUIRE_PULL,
      )
    : problem(
        `Everybody with write access can push to ${name} directly, past the gate.`,
        REQUIRE_PULL,
      )
}
