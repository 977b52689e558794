import { type Advice, advise, listNames, problem } from '../advice.ts'
import { takesIn } from '../filter-pattern.ts'
import type { Setup } from '../setup.ts'
import type { Workflow } from '../workflow-file.ts'

/** Whether the ends of other workflows wake the gate; without them a verdict is late, or never comes. */
export function judgeSignals(setup: Setup, gate: Workflow): readonly Advice[] {
  const waited = gate.triggers.get('workflow_run')
  const counted = listCounted(setup)
  if (waited === undefined) return counted.flatMap((one) => missEvent(one, gate.path))
  const patterns = waited.workflows ?? []
  const lost = patterns.filter((pattern) => !isThere(setup, pattern))
  return [
    ...(lost.length === 0 ? [] : [judgeLost(setup, gate.path, lost)]),
    ...counted.flatMap((one) => missWorkflow(setup, one, gate.path, patterns)),
  ]
}

/** Something that the policy counts and that only the end of another workflow tells of. */
type Counted = 'results' | 'reviews'

function listCounted({ rules }: Setup): Counted[] {
  return [
    ...(rules?.acceptance?.required === true ? (['results'] as const) : []),
    ...(rules?.approvals?.reviews === true ? (['reviews'] as const) : []),
  ]
}

function missEvent(counted: Counted, path: string): Advice[] {
  return counted === 'results'
    ? [
        advise(
          `The policy requires test results, and ${path} does not run when CI has finished.`,
          'Add "workflow_run" with the names of those workflows.',
        ),
      ]
    : [adviseReviews(path, ADD_SIGNAL)]
}

const ADD_SIGNAL =
  'Add a signal workflow on "pull_request_review", and "workflow_run" for it (docs/doctor.md).'

function adviseReviews(path: string, fix: string): Advice {
  return advise(
    `A review counts as a signature, and ${path} hears of one only with the next push, label or "/countersign".`,
    fix,
  )
}

/** A file that could not be read may have any name. */
function isThere({ parsed, unreadWorkflows }: Setup, pattern: string): boolean {
  // What a list leaves out need not be there.
  if (pattern.startsWith('!') || unreadWorkflows.length > 0) return true
  return parsed.some(({ name }) => takesIn([pattern], name))
}

/** Where nothing is counted that such a workflow tells of, a name too many harms nobody. */
function judgeLost(setup: Setup, path: string, lost: readonly string[]): Advice {
  const level = listCounted(setup).length > 0 ? problem : advise
  return level(
    `${path} waits for ${listNames(lost)} to finish, and no workflow on ${setup.defaultBranch} is called so: that never wakes the gate.`,
    'Write under "workflow_run" the "name:" of each workflow as it is now, or bring the workflow back ("countersign init" writes the signal workflow).',
  )
}

/** Workflows are waited for, but not those that what is counted comes from. */
function missWorkflow(
  setup: Setup,
  counted: Counted,
  path: string,
  patterns: readonly string[],
): Advice[] {
  const heard = setup.parsed.filter(({ name }) => takesIn(patterns, name))
  if (setup.unreadWorkflows.length > 0) return []
  if (counted === 'reviews')
    return heard.some(({ triggers }) => triggers.has('pull_request_review'))
      ? []
      : [adviseReviews(path, ADD_SIGNAL)]
  const sources = new Set(setup.rules?.acceptance?.results.map(({ workflow }) => workflow))
  const unheard = setup.parsed.filter((one) => sources.has(one.path) && !heard.includes(one))
  return unheard.map(({ path: source, name }) =>
    advise(
      `The policy takes test results from ${source}, and ${path} does not run when it has finished.`,
      `Add "${name}" to the workflows of "workflow_run".`,
    ),
  )
}
