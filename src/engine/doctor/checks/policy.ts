import type { Policy } from '../../policy/policy.ts'
import { describePolicyProblem } from '../../policy/resolve.ts'
import { type Advice, advise, type DoctorCheck, good, problem } from '../advice.ts'
import type { Setup } from '../setup.ts'

/** Whether there is a policy that can be applied, and whether it blocks. */
export const policy: DoctorCheck = {
  id: 'policy',
  title: 'Is the policy in force?',
  run(setup) {
    const { resolved, rules, defaultBranch } = setup
    if (resolved === null)
      return [
        problem(
          `There is no policy on ${defaultBranch}, so every pull request is blocked.`,
          'Run "countersign init", or merge a .github/countersign.yml such as "version: 1" with "extends: observe".',
        ),
      ]
    if (!resolved.ok || rules === null) {
      const problems = resolved.ok ? [] : resolved.problems
      return problems
        .slice(0, MAX_PROBLEMS)
        .map((one) =>
          problem(
            `The policy is not valid, so every pull request is blocked: ${describePolicyProblem(one)}`,
            'Mend it; "countersign policy lint" checks it before it is merged.',
          ),
        )
    }
    return [judgeMode(rules), ...judgeReach(rules), ...judgeResults(setup, rules)]
  },
}

const MAX_PROBLEMS = 10

function judgeMode({ mode }: Policy): Advice {
  if (mode === 'enforce') return good('The policy is valid and blocks (mode: enforce).')
  return advise(
    `The policy is valid and blocks nothing yet (mode: ${mode}).`,
    'When what it reports is right, set "mode: enforce", or extend "standard".',
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
