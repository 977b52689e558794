import { minimatch } from 'minimatch'
import {
  type Advice,
  advise,
  cannotTell,
  type DoctorCheck,
  good,
  listNames,
  problem,
} from '../advice.ts'
import type { BranchFacts, RequiredWorkflow } from '../facts.ts'
import { type Gate, isExpression } from '../gates.ts'
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
    const hearing = gates.filter(({ workflow }) => workflow.triggers.has('merge_group'))
    if (hearing.length === 0)
      return [
        problem(
          `${names} has a merge queue, and the gate does not run on "merge_group": the queue waits for a check that never comes.`,
          'Add "merge_group:" to the events of the workflow.',
        ),
      ]
    return judgeRooms(setup, hearing, queued)
  },
}

/** Whether a gate may use its environment on the branches that GitHub makes for groups; one gate is enough. */
function judgeRooms(
  setup: Setup,
  hearing: readonly Gate[],
  queued: readonly BranchFacts[],
): readonly Advice[] {
  const names = queued.map(({ name }) => name).join(', ')
  const rooms = hearing.map(({ job }) => job.environment)
  const admissions = rooms.map((room) => admitsGroups(setup, room, queued))
  const named = listNames([...new Set(rooms.flatMap((room) => room ?? []))])
  if (admissions.includes('yes'))
    return [
      good(`Every group of the merge queue of ${names} is judged before it is merged.`),
      advise(
        "In a merge queue GitHub takes the workflow from the group's own commits.",
        'Keep workflow files under a "paths" rule that denies or asks for approval, or take a required workflow.',
      ),
    ]
  return admissions.includes('unknown')
    ? [
        cannotTell(
          `Whether the environment ${named} admits the groups of the merge queue of ${names} could not be told.`,
          'See under Settings > Environments which branches it admits; groups are on "gh-readonly-queue/...".',
        ),
      ]
    : [
        problem(
          `The environment ${named} does not admit the branches of merge groups, so the check never comes in the merge queue of ${names}.`,
          'Take a required workflow for the merge queue (docs/security-model.md).',
        ),
      ]
}

type Admission = 'yes' | 'no' | 'unknown'

function admitsGroups(
  { environments }: Setup,
  room: string | null,
  queued: readonly BranchFacts[],
): Admission {
  if (room === null) return 'yes'
  if (isExpression(room) || !environments.known) return 'unknown'
  const found = environments.value.find(({ name }) => name.toLowerCase() === room.toLowerCase())
  // GitHub makes one that is not there, open to every branch.
  if (found === undefined || found.branches.kind === 'any') return 'yes'
  // Whether the rules that protect the queue's own branches count here GitHub does not document.
  if (found.branches.kind === 'protected' || !found.branches.patterns.known) return 'unknown'
  const patterns = found.branches.patterns.value.filter(({ type }) => type === 'branch')
  const isAdmitted = ({ name: base }: BranchFacts) =>
    patterns.some(({ name }) => minimatch(nameGroup(base), name, FNMATCH))
  return queued.every(isAdmitted) ? 'yes' : 'no'
}

/** A group's branch, as GitHub names it (its documentation: "Managing a merge queue"). */
function nameGroup(base: string): string {
  return `gh-readonly-queue/${base}/pr-1-${'0'.repeat(40)}`
}

/** Such patterns are Ruby's File.fnmatch (GitHub documentation: "Managing environments for deployment"). */
const FNMATCH = { nobrace: true, noext: true, nonegate: true, nocomment: true } as const

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
