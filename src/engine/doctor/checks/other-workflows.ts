import { type Advice, advise, cannotTell, type DoctorCheck, good, problem } from '../advice.ts'
import { placeOf } from '../gates.ts'
import { type Setup, standardRight } from '../setup.ts'
import { listPrivilegedEvents, lookAtCall, lookAtStep } from '../untrusted.ts'
import { type Job, rightOf, type Workflow } from '../workflow-file.ts'

/** What the other workflows on the default branch could do to the verdict. */
export const otherWorkflows: DoctorCheck = {
  id: 'other-workflows',
  title: 'What can the other workflows do?',
  run(setup) {
    const gates = new Set(setup.gates.map(({ job }) => job))
    const others = setup.parsed.flatMap((workflow) => {
      const events = listPrivilegedEvents(workflow, setup.parsed)
      const jobs = workflow.jobs.filter((job) => !gates.has(job))
      return jobs.map((job) => ({ workflow, job, events }))
    })
    const found = [
      ...others.flatMap((other) => judgePublishing(setup, other)),
      ...others.flatMap(judgePrivileged),
      ...others.flatMap((other) => judgeSharing(setup, other)),
    ]
    if (found.length > 0 || !setup.workflows.known || setup.unreadWorkflows.length > 0) return found
    return [
      good(
        'Nothing was recognised in the other workflows of the default branch that publishes checks, shares what the gate signs in with, or runs what a pull request wrote with more than read access.',
      ),
    ]
  },
}

interface Other {
  readonly workflow: Workflow
  readonly job: Job
  /** Those of its events whose runs have the rights of the default branch. */
  readonly events: readonly string[]
}

function judgePublishing(setup: Setup, other: Other): readonly Advice[] {
  const standard = standardRight(setup)
  const scopes = ['checks', 'statuses'].filter(
    (scope) => rightOf(other.job, scope, standard) === 'write',
  )
  if (scopes.length === 0) return []
  const how = describeRight(setup, other.job)
  return [
    advise(
      `${placeOf(other)}, may write ${scopes.join(' and ')}${how}: it can publish a check of any name.`,
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

/** Words of outsiders, run with the rights of the default branch: they can do whatever the gate can. */
function judgePrivileged({ workflow, job, events }: Other): readonly Advice[] {
  if (events.length === 0) return []
  const place = placeOf({ workflow, job })
  const on = `on ${events.join(' and ')}, where the token and the secrets are the default branch's`
  const found = [...job.steps.map(lookAtStep), ...(job.call === null ? [] : [lookAtCall(job.call)])]
  const injected = [...new Set(found.flatMap((one) => one.injected))]
  return [
    ...(found.some(({ fetchesHead }) => fetchesHead)
      ? [
          problem(
            `${place}, checks out what a pull request wrote ${on}.`,
            'Run code of pull requests on "pull_request" only.',
          ),
        ]
      : []),
    ...injected.map((text) =>
      problem(
        `${place}, puts text that outsiders write (${text}) into a shell command ${on}.`,
        'Hand it over as an environment variable ("env:").',
      ),
    ),
    ...found.flatMap(({ unclear }) =>
      unclear === null ? [] : [doubtCheckout(place, unclear, on)],
    ),
  ]
}

function doubtCheckout(place: string, asked: string, on: string): Advice {
  return cannotTell(
    `${place}, checks out ${asked} ${on}; whether that can be what a pull request wrote was not recognised.`,
    'Check out the default branch by name ("github.event.repository.default_branch"), or nothing.',
  )
}

/** What a job can read it can use as the gate does. */
function judgeSharing({ gates }: Setup, other: Other): readonly Advice[] {
  const { secrets, environment } = other.job
  const own = new Set(gates.flatMap(({ job }) => job.secrets.names))
  const rooms = gates.flatMap(({ job }) => job.environment?.toLowerCase() ?? [])
  const shared = [
    ...(environment !== null && rooms.includes(environment.toLowerCase())
      ? [`the environment "${environment}"`]
      : []),
    ...secrets.names.filter((name) => own.has(name)),
  ]
  return shared.length === 0
    ? []
    : [
        advise(
          `${placeOf(other)}, uses ${shared.join(' and ')} of the gate as well: what runs there can sign in as the gate.`,
          'Keep the environment of the gate and its secrets for the job of the gate alone.',
        ),
      ]
}
