import type { WorkflowRun } from './schemas.ts'

export interface RunsWanted {
  /** The workflow's path. */
  readonly workflow: string
  readonly commit: string
  /** `owner/name` of the repository whose runs count. */
  readonly repository: string
  readonly events: ReadonlySet<string>
  readonly branch: Branch
}

export interface Branch {
  /** `owner/name`; null for a fork that is gone. */
  readonly repository: string | null
  readonly ref: string
}

/**
 * The runs of a workflow on a commit whose results count: for each event the newest that did anything.
 * A workflow may well run for a push and for the pull request; then both have to be good. A commit may
 * be on any number of branches, so a run for another one replaces none.
 */
export function chooseRuns(runs: readonly WorkflowRun[], wanted: RunsWanted): WorkflowRun[] {
  const own = runs.filter(
    (run) =>
      isRunOf(wanted.workflow, run.path) &&
      run.head_sha === wanted.commit &&
      wanted.events.has(run.event) &&
      isSameName(run.repository.full_name, wanted.repository) &&
      isOfBranch(run, wanted.branch),
  )
  const events = [...new Set(own.map(({ event }) => event))]
  return events.flatMap((event) => pickNewest(own.filter((run) => run.event === event)))
}

function isOfBranch({ head_branch, head_repository }: WorkflowRun, branch: Branch): boolean {
  return head_branch === branch.ref && isSameName(head_repository?.full_name, branch.repository)
}

/** What is not known is not the same. */
function isSameName(a: string | undefined, b: string | null): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase()
}

/**
 * A run's path is the workflow's, sometimes with `@` and a ref behind it. A file may be called
 * `ci.yml@evil.yml`, so nothing behind the `@` may be the end of a workflow's name.
 */
function isRunOf(workflow: string, path: string): boolean {
  if (path === workflow) return true
  return path.startsWith(`${workflow}@`) && !/\.ya?ml/i.test(path.slice(workflow.length))
}

/** A run all of whose jobs were skipped, as a label may start it, says nothing about an earlier one. */
function pickNewest(runs: readonly WorkflowRun[]): WorkflowRun[] {
  const newestFirst = runs.toSorted((a, b) => b.id - a.id)
  const active = newestFirst.filter(({ conclusion }) => conclusion !== 'skipped')
  return (active.length > 0 ? active : newestFirst).slice(0, 1)
}
