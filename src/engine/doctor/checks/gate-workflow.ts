import {
  type Advice,
  advise,
  cannotRead,
  cannotTell,
  type DoctorCheck,
  good,
  problem,
} from '../advice.ts'
import { type Gate, type Lookalike, mayUseWorkflowToken, placeOf } from '../gates.ts'
import { listRequiredGates } from '../required-gate.ts'
import { type Setup, standardRight } from '../setup.ts'
import { lookAtStep } from '../untrusted.ts'
import { type Right, rightOf } from '../workflow-file.ts'
import { judgeInputs } from './gate-inputs.ts'
import { judgeTriggers } from './gate-triggers.ts'

/** Whether the gate runs, from a file that no branch can change, with what it needs and nothing more. */
export const gateWorkflow: DoctorCheck = {
  id: 'workflow',
  title: 'Does the gate run as it should?',
  run(setup) {
    if (!setup.workflows.known) return [cannotRead('The workflows', setup.workflows, READ_CONTENTS)]
    const unread = setup.unreadWorkflows.map((path) =>
      advise(`${path} cannot be read as a workflow; it was left out.`, 'Mend or remove the file.'),
    )
    const beside = [...setup.lookalikes.map(judgeLookalike), ...unread]
    if (setup.gates.length === 0) return [judgeAbsence(setup), ...beside]
    return [...setup.gates.flatMap((gate) => judgeGate(setup, gate)), ...beside]
  },
}

const READ_CONTENTS = 'Use a token with the repository permission "Contents: read".'

function judgeAbsence(setup: Setup): Advice {
  const isElsewhere = setup.branches.some((branch) => listRequiredGates(setup, branch).length > 0)
  return isElsewhere
    ? cannotTell(
        'No workflow here runs the gate; whether the required workflow does was not seen.',
        'See that the required workflow runs OWNER/countersign by commit.',
      )
    : problem(
        `No workflow on ${setup.defaultBranch} runs the gate.`,
        'Run "countersign init", or copy the workflow of the README, and merge it.',
      )
}

/** A name proves nothing; what only sounds like the gate is said not to be taken for it. */
function judgeLookalike({ path, uses }: Lookalike): Advice {
  return cannotTell(
    `${path} uses "${uses}", which is not the repository OWNER/countersign: it was not taken for the gate.`,
    'If it is to be the gate, use OWNER/countersign by commit; if not, see what it is.',
  )
}

function judgeGate(setup: Setup, gate: Gate): readonly Advice[] {
  return [
    ...judgeTriggers(setup, gate),
    judgePin(gate),
    ...(gate.step === null ? [judgeCall(gate)] : judgeRights(setup, gate)),
    ...judgeSteps(gate),
    ...judgeInputs(setup, gate),
  ]
}

/** Whose action it is nobody here can judge, so it is always said. */
function judgePin({ workflow: { path }, use: { uses } }: Gate): Advice {
  if (uses.startsWith('./')) return good(`${path} runs the gate of this repository itself.`)
  const [name = '', commit = ''] = uses.split('@')
  if (isPlaceholder(name, commit))
    return problem(
      `${path} uses "${uses}", which is a placeholder: the gate cannot run.`,
      'Put the repository that hosts the action there, and the full commit id of a release.',
    )
  return /@[0-9a-f]{40}$/.test(uses)
    ? good(`${path} names the gate by commit: ${name} at ${commit}.`)
    : advise(
        `${path} uses "${uses}": whoever can move that tag or branch decides what the gate does.`,
        'Name the full commit id behind the "@", with the version as a comment.',
      )
}

/** What "countersign init" and the documents write where whoever reads them knows better. */
function isPlaceholder(name: string, commit: string): boolean {
  if (/^OWNER-OF-/i.test(name)) return true
  if (/^[0-9a-f]{40}$/i.test(commit)) return /^0+$/.test(commit)
  return /^OWNER\//.test(name) || PLACEHOLDER.test(commit)
}

const PLACEHOLDER =
  /^$|^(?:(?:full[-_])?commit(?:[-_]?(?:id|sha|hash))?|sha|version|ref|tag|x+)$|[<>{}]|goes[-_]here|^your[-_]|replace/i

function judgeCall({ workflow, use }: Gate): Advice {
  return cannotTell(
    `${workflow.path} calls ${use.uses}, whose steps are not read from here: neither its policy, nor its rights, nor what it does on a block.`,
    'See that it passes these on as you mean them, or use the action itself.',
  )
}

/** What the gate does with each right; without the first two there is no verdict. */
const NEEDED: readonly (readonly [string, Right, boolean])[] = [
  ['contents', 'read', true],
  ['checks', 'write', true],
  ['pull-requests', 'write', false],
  ['issues', 'read', false],
  ['actions', 'read', false],
]

/** A token of its own brings its own rights. */
function judgeRights(setup: Setup, gate: Gate): readonly Advice[] {
  const isOwn = !mayUseWorkflowToken(gate)
  const place = placeOf(gate)
  const has = (scope: string) => rightOf(gate.job, scope, standardRight(setup))
  const excess = ['contents', 'actions', 'id-token', 'packages', 'deployments'].filter(
    (scope) => has(scope) === 'write',
  )
  const tooMuch = excess.map((scope) =>
    advise(
      `${place}, may write ${scope}, which the gate never does.`,
      'Put "permissions: {}" on top of the workflow and grant the job only what the README lists.',
    ),
  )
  if (isOwn) return tooMuch
  const missing = NEEDED.filter(([scope, right]) => !includes(has(scope), right))
  return [
    ...missing.map(([scope, right, isVital]) =>
      (isVital ? problem : advise)(
        `${place}, lacks the right "${scope}: ${right}".`,
        `Add "${scope}: ${right}" to the job's permissions.`,
      ),
    ),
    ...tooMuch,
    ...(missing.length + tooMuch.length === 0
      ? [good(`${place}, has the rights it needs and no more.`)]
      : []),
  ]
}

function includes(has: Right, wanted: Right): boolean {
  return has === wanted || has === 'write'
}

/** Beside the gate's token nothing of a pull request may run. */
function judgeSteps(gate: Gate): readonly Advice[] {
  const place = placeOf(gate)
  const found = gate.job.steps.map(lookAtStep)
  const injected = [...new Set(found.flatMap((one) => one.injected))]
  const isFetched = found.some(({ fetchesHead }) => fetchesHead)
  const isUnclear = found.some(({ unclear }) => unclear !== null)
  const hasCheckout = gate.job.steps.some(({ use }) => /^actions\/checkout@/i.test(use?.uses ?? ''))
  return [
    ...(isFetched
      ? [
          problem(
            `${place}, checks out what the pull request wrote, beside a token that may publish the verdict.`,
            'Take that out: the gate reads through the API.',
          ),
        ]
      : []),
    ...((hasCheckout || isUnclear) && !isFetched ? [adviseCheckout(place)] : []),
    ...injected.map((text) =>
      problem(
        `${place}, puts text that outsiders write (${text}) into a shell command.`,
        'Hand it over as an environment variable ("env:").',
      ),
    ),
  ]
}

function adviseCheckout(place: string): Advice {
  return advise(
    `${place}, checks something out, which the gate never needs.`,
    'Take the checkout out, so that nobody points it at a pull request later.',
  )
}
