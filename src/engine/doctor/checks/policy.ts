import { CHECK_IDS, type CheckId } from '../../decision.ts'
import { isKeeper, resolveModes } from '../../modes.ts'
import {
  findOpenExemptions,
  isEveryWorkflow,
  type OpenExemption,
} from '../../policy/advise-on-exempt.ts'
import type { Policy } from '../../policy/policy.ts'
import { describePolicyProblem, type PolicyProblem } from '../../policy/resolve.ts'
import { type Advice, advise, cannotTell, type DoctorCheck, good, problem } from '../advice.ts'
import { type Gate, placeOf, policyOf } from '../gates.ts'
import type { Setup } from '../setup.ts'

/** Whether there is a policy that can be applied, and whether it blocks. */
export const policy: DoctorCheck = {
  id: 'policy',
  title: 'Is the policy in force?',
  run(setup) {
    const { resolved, rules, defaultBranch, policyPath } = setup
    const elsewhere = setup.gates.flatMap((gate) => judgePath(gate, policyPath))
    if (policyPath === null) return elsewhere
    if (resolved === null)
      return [
        ...elsewhere,
        problem(
          `There is no policy on ${defaultBranch} at ${policyPath}, so every pull request is blocked.`,
          'Run "countersign init", or merge a .github/countersign.yml such as "version: 1" with "extends: observe".',
        ),
      ]
    if (!resolved.ok || rules === null) {
      const problems = resolved.ok ? [] : resolved.problems
      return [...elsewhere, ...problems.slice(0, MAX_PROBLEMS).map(describeProblem)]
    }
    return [
      ...elsewhere,
      judgeMode(rules, policyPath),
      ...findOpenExemptions(rules).map(judgeExemption),
      ...judgeReach(rules),
      ...judgeResults(setup, rules),
    ]
  },
}

const MAX_PROBLEMS = 10

function describeProblem(one: PolicyProblem): Advice {
  return problem(
    `The policy is not valid, so every pull request is blocked: ${describePolicyProblem(one)}`,
    'Mend it; "countersign policy lint" checks it before it is merged.',
  )
}

/** What is said here of the policy is true of the gate only where it reads the same one. */
function judgePath(gate: Gate, read: string | null): readonly Advice[] {
  const path = gate.step === null ? read : policyOf(gate)
  if (path !== null && path === read) return []
  const what =
    path === null
      ? `takes its policy from "${gate.use.with.get('policy') ?? ''}", known at run time only`
      : `takes its policy from ${path}, which was not read here`
  return [
    cannotTell(
      `${placeOf(gate)}, ${what}.`,
      'Name one path plainly in the input "policy", or look at another with --policy-path.',
    ),
  ]
}

/** What blocks, check by check: "modes" can take from "mode: enforce" nearly all, and give to any other. */
function judgeMode(rules: Policy, path: string): Advice {
  const modes = resolveModes(rules)
  const checks = CHECK_IDS.filter((id) => !isKeeper(id))
  const soft = checks.filter((id) => modes[id] !== 'enforce')
  const named = soft.map((id) => `${id} (${modes[id]})`).join(', ')
  if (soft.length === 0)
    return good(`The policy ${path} is valid and blocks (mode: ${rules.mode}).`)
  if (soft.length < checks.length)
    return advise(
      `The policy ${path} is valid and blocks by ${listChecks(checks.filter((id) => !soft.includes(id)))}. What these find blocks nothing: ${named}.`,
      'When what they report is right, set them to "enforce" too, by "mode" or by "modes".',
    )
  return advise(
    `The policy ${path} is valid and blocks nothing yet (mode: ${rules.mode}${rules.mode === 'enforce' ? `; softened by "modes": ${named}` : ''}).`,
    'When what it reports is right, set "mode: enforce" without softer "modes", or extend "standard".',
  )
}

function listChecks(checks: readonly CheckId[]): string {
  return checks.join(', ')
}

/** An exemption that needs no person is a way around the checks it names. */
function judgeExemption({ actor, checks }: OpenExemption): Advice {
  const why = isEveryWorkflow(actor)
    ? 'every workflow is that account, also one on the branch of an agent'
    : 'that account is an agent'
  return problem(
    `The policy exempts ${actor} from ${listChecks(checks)}, and ${why}: it gets past them by itself.`,
    'Take it out of "exempt"; let such changes come from an account that no agent can use.',
  )
}

function judgeReach({ applies_to }: Policy): readonly Advice[] {
  return applies_to === 'all'
    ? []
    : [
        advise(
          'It applies to pull requests that show a sign of an agent; one that hides every sign is not judged.',
          'Set "applies_to: all" to leave no such gap.',
        ),
      ]
}

function judgeResults({ paths, parsed }: Setup, { acceptance }: Policy): readonly Advice[] {
  const named = [...new Set(acceptance?.results.map(({ workflow }) => workflow) ?? [])]
  return named.flatMap((path) => {
    if (!paths.has(path))
      return [
        problem(
          `The policy takes test results from ${path}, which is not there.`,
          'Correct "acceptance.results", or add the workflow.',
        ),
      ]
    const events = parsed.find((workflow) => workflow.path === path)?.triggers
    const counts = events === undefined || events.has('pull_request') || events.has('push')
    return counts
      ? []
      : [
          problem(
            `The policy takes test results from ${path}, which runs on neither pull_request nor push, so none of them count.`,
            'Let it run on "pull_request".',
          ),
        ]
  })
}
