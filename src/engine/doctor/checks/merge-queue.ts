import { type Advice, advise, cannotTell, type DoctorCheck, good, problem } from '../advice.ts'
import type { BranchFacts, RequiredWorkflow } from '../facts.ts'
import { listRequiredGates } from '../required-gate.ts'
import type { Setup } from '../setup.ts'

/** Whether a merge queue gets the verdicts it waits for. */
export const mergeQueue: DoctorCheck = {
  id: 'merge-queue',
  title: 'What happens in the merge queue?',
  run(setup) {
    const { branches, gates } = setup
    const queued = branches.filter(
      ({ rules }) => rules.known && rules.value.some(({ type }) => type === 'merge_queue'),
    )
    if (queued.length === 0)
      return branches.every(({ rules }) => rules.known)
        ? [good('There is no merge queue by a ruleset.')]
        : []
    const names = queued.map(({ name }) => name).join(', ')
    const byWorkflow = judgeWorkflows(setup, queued, names)
    if (byWorkflow !== null) return [byWorkflow]
    if (!gates.some(({ workflow }) => workflow.triggers.has('merge_group')))
      return [
        problem(
          `${names} has a merge queue, and the gate does not run on "merge_group": the queue waits for a check that never comes.`,
          'Add "merge_group:" to the events of the workflow.',
        ),
      ]
    const usesEnvironment = gates.some(({ job }) => job.environment !== null)
    return [
      good(`Every group of the merge queue of ${names} is judged before it is merged.`),
      usesEnvironment
        ? problem(
            "The gate's environment does not admit the branches of merge groups, so the check never comes there.",
            'Take a required workflow for the merge queue (docs/security-model.md).',
          )
        : advise(
            "In a merge queue GitHub takes the workflow from the group's own commits.",
            'Keep workflow files under a "paths" rule that denies or asks for approval, or take a required workflow.',
          ),
    ]
  },
}

/** Whether each queue waits for a required workflow that fails on a block; null: one of them does not. */
function judgeWorkflows(
  setup: Setup,
  queued: readonly BranchFacts[],
  names: string,
): Advice | null {
  const found = queued.map((branch) => {
    const kinds = listRequiredGates(setup, branch)
      .filter(
        ({ required, verdict }) => verdict.kind !== 'blocks' || hearsOfGroups(setup, required),
      )
      .map(({ verdict }) => verdict.kind)
    return kinds.find((kind) => kind === 'blocks') ?? kinds.find((kind) => kind === 'unknown')
  })
  if (found.includes(undefined)) return null
  return found.every((kind) => kind === 'blocks')
    ? good(
        `The merge queue of ${names} runs the required workflow, which a group's commits cannot change.`,
      )
    : cannotTell(
        `The merge queue of ${names} runs a required workflow, and whether that one blocks was not seen (first question).`,
        'See that it runs Countersign on "merge_group", with "fail-on-block: true".',
      )
}

function hearsOfGroups({ parsed }: Setup, { path }: RequiredWorkflow): boolean {
  return parsed.find((workflow) => workflow.path === path)?.triggers.has('merge_group') === true
}
