import { type Advice, advise, good, problem } from '../advice.ts'
import { takesIn } from '../filter-pattern.ts'
import type { Gate } from '../gates.ts'
import { isRequiredGate } from '../required-gate.ts'
import { describeBranch, type Setup } from '../setup.ts'
import type { Trigger, Workflow } from '../workflow-file.ts'
import { judgeSignals } from './gate-signals.ts'

/** On what the gate runs: from whose file, and whether it hears of all that changes a verdict. */
export function judgeTriggers(setup: Setup, { workflow }: Gate): readonly Advice[] {
  const { path, triggers } = workflow
  const target = triggers.get('pull_request_target')
  const isRequired = isRequiredGate(setup, path)
  return [
    ...judgeOrigin(workflow, isRequired, setup.defaultBranch),
    ...(target === undefined ? [] : judgeTypes(path, target)),
    // GitHub passes over the filters of a required workflow.
    ...(target === undefined || isRequired ? [] : judgeFilters(setup, path, target)),
    ...judgeSignals(setup, workflow),
  ]
}

function judgeOrigin(
  { path, triggers }: Workflow,
  isRequired: boolean,
  defaultBranch: string,
): readonly Advice[] {
  const isSafe = triggers.has('pull_request_target')
  const isTaken = isRequired && triggers.has('pull_request')
  const own = ['pull_request', 'pull_request_review'].filter((event) => triggers.has(event))
  return [
    ...(isSafe
      ? [good(`${path} runs on pull_request_target: GitHub takes it from the default branch.`)]
      : []),
    ...(isTaken
      ? [good(`GitHub takes a required workflow from ${defaultBranch}, and so ${path}.`)]
      : []),
    ...(isSafe || isTaken || triggers.has('workflow_call') ? [] : [missTarget(path, own)]),
    ...(isSafe && own.length > 0 ? [adviseOwn(path, own)] : []),
  ]
}

function missTarget(path: string, own: readonly string[]): Advice {
  const message =
    own.length > 0
      ? `${path} runs on ${own.join(' and ')} only: GitHub takes it from the pull request, whose author can rewrite it.`
      : `${path} does not run on pull requests.`
  return problem(message, 'Let it run on "pull_request_target", without any checkout.')
}

function adviseOwn(path: string, own: readonly string[]): Advice {
  return advise(
    `${path} also runs on ${own.join(' and ')}, in the pull request's own copy of it.`,
    'Leave these events out; a signal workflow and "workflow_run" tell of reviews (docs/doctor.md).',
  )
}

/** What GitHub takes where no types are named (its documentation: Events, "pull_request_target"). */
const STANDARD_TYPES = ['opened', 'synchronize', 'reopened']
const NEEDED_TYPES = ['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled']
const WANTED_TYPES = [...NEEDED_TYPES, 'ready_for_review']

/** Without `opened` a pull request has no verdict at all; without the others one is late. */
function judgeTypes(path: string, { types }: Trigger): readonly Advice[] {
  const heard = types ?? STANDARD_TYPES
  const missing = NEEDED_TYPES.filter((type) => !heard.includes(type))
  if (missing.length === 0) return []
  const all = [...new Set([...WANTED_TYPES, ...heard])]
  const level = missing.includes('opened') ? problem : advise
  return [
    level(
      `${path} does not hear of ${missing.join(', ')}.`,
      // Naming types takes the place of the standard ones, so all are named.
      `Write "types: [${all.join(', ')}]" under "pull_request_target".`,
    ),
  ]
}

/** A filter leaves pull requests without a verdict, whatever the rules of their base. */
function judgeFilters(setup: Setup, path: string, trigger: Trigger): readonly Advice[] {
  const left = setup.branches.filter(({ name }) => !admits(trigger, name)).map(describeBranch)
  const onPaths = [
    ...(isNarrow(trigger.paths) ? ['paths'] : []),
    ...((trigger.pathsIgnore?.length ?? 0) > 0 ? ['paths-ignore'] : []),
  ]
  return [
    ...(left.length === 0
      ? []
      : [
          problem(
            `The filter on branches in ${path} leaves out ${left.join(', ')}: pull requests to there are not judged.`,
            'Take "branches" and "branches-ignore" off "pull_request_target"; the policy\'s "bases" say what is judged how.',
          ),
        ]),
    ...onPaths.map((filter) =>
      problem(
        `${path} has a filter "${filter}": a pull request that it leaves out is not judged, or waits for ever.`,
        `Take "${filter}" off "pull_request_target".`,
      ),
    ),
  ]
}

function admits({ branches, branchesIgnore }: Trigger, name: string): boolean {
  if (branches !== null && !takesIn(branches, name)) return false
  return branchesIgnore === null || !takesIn(branchesIgnore, name)
}

function isNarrow(paths: Trigger['paths']): boolean {
  return paths !== null && !(paths.includes('**') && paths.every((path) => !path.startsWith('!')))
}
