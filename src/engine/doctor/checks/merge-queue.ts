import { advise, type DoctorCheck, good, problem } from '../advice.ts'
import { listRequiredWorkflows } from '../setup.ts'

/** Whether a merge queue gets the verdicts it waits for. */
export const mergeQueue: DoctorCheck = {
  id: 'merge-queue',
  title: 'What happens in the merge queue?',
  run({ branches, gates }) {
    const queued = branches.filter(
      ({ rules }) => rules.known && rules.value.some(({ type }) => type === 'merge_queue'),
    )
    if (queued.length === 0)
      return branches.every(({ rules }) => rules.known)
        ? [good('There is no merge queue by a ruleset.')]
        : []
    const names = queued.map(({ name }) => name).join(', ')
    if (
      queued.every((branch) =>
        listRequiredWorkflows(branch).some((path) => /countersign/i.test(path)),
      )
    )
      return [
        good(
          `The merge queue of ${names} runs the required workflow, which a group's commits cannot change.`,
        ),
      ]
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
