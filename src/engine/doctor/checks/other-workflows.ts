import { type Advice, advise, type DoctorCheck, good, problem } from '../advice.ts'
import { type Setup, standardRight } from '../setup.ts'
import { type Job, rightOf, type Workflow } from '../workflow-file.ts'

/** What the other workflows on the default branch could do to the verdict. */
export const otherWorkflows: DoctorCheck = {
  id: 'other-workflows',
  title: 'What can the other workflows do?',
  run(setup) {
    const gates = new Set(setup.gates.map(({ job }) => job))
    const others = setup.parsed.flatMap((workflow) =>
      workflow.jobs.filter((job) => !gates.has(job)).map((job) => ({ workflow, job })),
    )
    const found = [
      ...others.flatMap(({ workflow, job }) => judgePublishing(setup, workflow, job)),
      ...others.flatMap(({ workflow, job }) => judgeCheckout(workflow, job)),
    ]
    if (found.length > 0 || !setup.workflows.known) return found
    return [
      good(
        'No other workflow on the default branch publishes checks or checks out what a pull request wrote with more than read access.',
      ),
    ]
  },
}

function judgePublishing(setup: Setup, { path }: Workflow, job: Job): readonly Advice[] {
  const standard = standardRight(setup)
  const scopes = ['checks', 'statuses'].filter((scope) => rightOf(job, scope, standard) === 'write')
  if (scopes.length === 0) return []
  const how = describeRight(setup, job)
  return [
    advise(
      `${path}, job "${job.id}", may write ${scopes.join(' and ')}${how}: it can publish a check of any name.`,
      'Put "permissions: {}" on top of the workflow and grant each job only what it uses; a check required from an App of its own is out of its reach.',
    ),
  ]
}

/** Said so that nobody looks for a line that is not there. */
function describeRight({ tokenDefaults }: Setup, { permissions }: Job): string {
  if (permissions !== null) return ''
  return tokenDefaults.known
    ? ', because it names no permissions'
    : ' (perhaps: it names no permissions, and what the repository gives then could not be read)'
}

const HEAD =
  /github\.event\.(?:pull_request|workflow_run)\.head|github\.head_ref|refs\/pull|merge_commit_sha/
const PRIVILEGED = ['pull_request_target', 'workflow_run', 'issue_comment']

/** Code of a pull request, run with the rights of the default branch: it can do whatever the gate can. */
function judgeCheckout({ path, triggers }: Workflow, { id, steps }: Job): readonly Advice[] {
  const events = PRIVILEGED.filter((event) => triggers.has(event))
  const isRisky = steps.some(
    ({ use }) =>
      use !== null && /^actions\/checkout@/i.test(use.uses) && HEAD.test(use.with.get('ref') ?? ''),
  )
  return isRisky && events.length > 0
    ? [
        problem(
          `${path}, job "${id}", checks out what a pull request wrote on ${events.join(' and ')}, where the token and the secrets are the default branch's.`,
          'Run code of pull requests on "pull_request" only.',
        ),
      ]
    : []
}
