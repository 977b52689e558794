import { type Advice, advise, problem } from '../advice.ts'
import { type Gate, isExpression, placeOf } from '../gates.ts'
import { isNever, isPlainly, isUsualCondition, listRequiredGates } from '../required-gate.ts'
import { listRequirements, type Setup } from '../setup.ts'

/** What the gate is given, and on what terms it runs: each can leave a pull request without a verdict. */
export function judgeInputs(setup: Setup, gate: Gate): readonly Advice[] {
  return [...judgeFailing(setup, gate), ...judgeNumber(gate), ...judgeConditions(gate)]
}

function judgeFailing(setup: Setup, { use, workflow, job }: Gate): readonly Advice[] {
  const isQuiet = isPlainly(use.with.get('fail-on-block') ?? null, 'false')
  if (isQuiet)
    return use.with.get('check-name') === ''
      ? [
          problem(
            `${workflow.path} publishes no check and fails on no block, so a verdict stops nothing.`,
            'Give "check-name" a name, or set "fail-on-block: true".',
          ),
        ]
      : []
  return isCarriedByCheck(setup, workflow.path, job.name)
    ? [
        advise(
          `${workflow.path} fails its job as well when the verdict is a block, and that job stays red after a later pass.`,
          'Set "fail-on-block: false": the published check is required, and carries the verdict.',
        ),
      ]
    : []
}

/** Only where merging waits for the published check, and not for the job, may the job be green on a block. */
function isCarriedByCheck(setup: Setup, path: string, jobName: string): boolean {
  const isJobRequired = setup.branches.some(
    (branch) =>
      listRequirements({ ...setup, checkName: jobName }, branch).length > 0 ||
      listRequiredGates(setup, branch).some(({ required }) => required.path === path),
  )
  const isCheckRequired = setup.branches.every(
    (branch) => listRequirements(setup, branch).length > 0,
  )
  return isCheckRequired && !isJobRequired
}

function judgeNumber(gate: Gate): readonly Advice[] {
  const number = (gate.use.with.get('pull-request') ?? '').trim()
  if (number === '' || isExpression(number)) return []
  return [
    problem(
      `${placeOf(gate)}, has "pull-request: ${number}": whatever happens, only #${number} is judged.`,
      'Leave the input out, or give it an input of "workflow_dispatch".',
    ),
  ]
}

function judgeConditions(gate: Gate): readonly Advice[] {
  return [gate.job.terms, ...(gate.step === null ? [] : [gate.step.terms])].flatMap(
    ({ condition }) => (condition === null ? [] : judgeCondition(condition, placeOf(gate))),
  )
}

function judgeCondition(condition: string, place: string): readonly Advice[] {
  if (isNever(condition))
    return [
      problem(
        `${place}, never runs the gate ("if: ${condition}").`,
        'Take the "if" out: nothing is judged.',
      ),
    ]
  return isUsualCondition(condition)
    ? []
    : [
        advise(
          `${place}, runs the gate only if ${toLine(condition)}; a pull request for which that does not hold gets no verdict.`,
          'See that it holds for every pull request, or take it out. GitHub counts a skipped job as a success.',
        ),
      ]
}

function toLine(condition: string): string {
  return condition.replace(/\s+/g, ' ').trim()
}
