import { advise, type DoctorCheck, good, problem } from '../advice.ts'
import { isRequiredGate } from '../required-gate.ts'

/** Whether pull requests from forks get a verdict, and what they could run. */
export const forks: DoctorCheck = {
  id: 'forks',
  title: 'What happens with forks?',
  run(setup) {
    const { allowsForks, gates } = setup
    if (!allowsForks)
      return [good('Forking is not allowed, so every pull request comes from a branch here.')]
    if (gates.length === 0) return []
    const isSafe = gates.some(
      ({ workflow: { triggers, path } }) =>
        triggers.has('pull_request_target') ||
        (triggers.has('pull_request') && isRequiredGate(setup, path)),
    )
    if (isSafe)
      return [
        good(
          'A pull request from a fork is judged like any other: the gate runs from where no change reaches, and reads the fork as data.',
        ),
      ]
    return gates.some(({ workflow }) => workflow.triggers.has('pull_request'))
      ? [
          problem(
            'On "pull_request" a fork\'s run has a token that may only read: the verdict cannot be published there.',
            'Let the gate run on "pull_request_target", without any checkout.',
          ),
        ]
      : [
          advise(
            'Pull requests from forks start no run of the gate by themselves.',
            'Let the gate run on "pull_request_target".',
          ),
        ]
  },
}
