import type { BranchFacts, RequiredWorkflow } from './facts.ts'
import { type Gate, isExpression } from './gates.ts'
import { listRequirements, type Setup } from './setup.ts'
import type { Terms, Workflow } from './workflow-file.ts'

/** What a required workflow has to do with the gate, as far as it can be read from here. */
export type RequiredGate =
  /** It fails when the verdict is a block. */
  | { readonly kind: 'blocks' }
  /** It runs the gate and passes all the same. */
  | { readonly kind: 'passes'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }
  /** It is read, and does not run the gate. */
  | { readonly kind: 'other' }

/** Judges a required workflow by its file, never by its name. */
function judgeRequired(setup: Setup, required: RequiredWorkflow): RequiredGate {
  const { parsed, gates, defaultBranch, repositoryId } = setup
  const { path } = required
  if (required.repositoryId !== repositoryId)
    return unknown('it is in another repository, which is not read from here')
  const other = findOtherOrigin(setup, required)
  if (other !== null) return unknown(`it is taken from ${other}, which was not read`)
  const workflow = parsed.find((one) => one.path === path)
  if (workflow === undefined) return unknown(`it could not be read on ${defaultBranch}`)
  const own = gates.filter((gate) => gate.workflow === workflow)
  if (own.length > 0) return pickBest(own.map(judgeGate))
  return callsOthers(workflow)
    ? unknown('it calls other workflows or actions of this repository, which were not followed')
    : { kind: 'other' }
}

/** A commit, branch or tag that is not what was read here; null: it is. */
function findOtherOrigin(
  { tip, defaultBranch }: Setup,
  { sha, ref }: RequiredWorkflow,
): string | null {
  if (sha !== null) return sha === tip ? null : sha
  return ref === defaultBranch || ref === `refs/heads/${defaultBranch}` ? null : ref
}

function unknown(why: string): RequiredGate {
  return { kind: 'unknown', why }
}

function callsOthers({ jobs }: Workflow): boolean {
  return jobs.some(
    ({ call, steps }) => call !== null || steps.some(({ use }) => use?.uses.startsWith('./')),
  )
}

/** One gate that blocks is enough to fail the workflow. */
function pickBest(judged: readonly RequiredGate[]): RequiredGate {
  const pick = (kind: RequiredGate['kind']) => judged.find((one) => one.kind === kind)
  return pick('blocks') ?? pick('unknown') ?? pick('passes') ?? { kind: 'other' }
}

function judgeGate({ job, use, step }: Gate): RequiredGate {
  if (step === null) return unknown('it calls the gate in a workflow that is not read from here')
  const doubts = [
    judgeFailing(use.with.get('fail-on-block')),
    judgeNumber(use.with.get('pull-request')),
    judgeTerms(job.terms),
    judgeTerms(step.terms),
    job.waits ? doubt('is skipped where a job that it needs is skipped') : null,
  ].flatMap((one) => one ?? [])
  const gravest = doubts.find(({ kind }) => kind === 'passes') ?? doubts[0]
  if (gravest === undefined) return { kind: 'blocks' }
  return { kind: gravest.kind, why: `its job "${job.id}" ${gravest.why}` }
}

interface Doubt {
  readonly kind: 'passes' | 'unknown'
  readonly why: string
}

function doubt(why: string): Doubt {
  return { kind: 'unknown', why }
}

function passes(why: string): Doubt {
  return { kind: 'passes', why }
}

/** GitHub passes "false" on as text; what is neither word stops the gate with an error, and so blocks. */
function judgeFailing(flag = ''): Doubt | null {
  if (isPlainly(flag, 'false'))
    return passes('has "fail-on-block: false" and passes whatever the verdict')
  return isExpression(flag) ? doubt(`has "fail-on-block: ${flag}", known at run time only`) : null
}

function judgeNumber(number = ''): Doubt | null {
  return number === '' || isExpression(number) ? null : passes(`judges #${number} only`)
}

/** A step or job that is skipped, or may fail, leaves the workflow green. */
function judgeTerms({ condition, continueOnError }: Terms): Doubt | null {
  if (isNever(condition)) return passes(`never runs ("if: ${condition}") and so passes`)
  if (isPlainly(continueOnError, 'true')) return passes('may fail ("continue-on-error: true")')
  if (condition !== null && !isUsualCondition(condition))
    return doubt('runs on the terms of its "if" only, and passes otherwise')
  return continueOnError === null || isPlainly(continueOnError, 'false')
    ? null
    : doubt('may fail on the terms of its "continue-on-error"')
}

/** Whether an `if` is written so that it can never hold. */
export function isNever(condition: string | null): boolean {
  return isPlainly(condition, 'false')
}

/** Whether a text is that word, also when it is written as an expression. */
export function isPlainly(text: string | null, word: string): boolean {
  return text !== null && toBare(text) === word
}

function toBare(text: string): string {
  const [, inner] = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text) ?? []
  return (inner ?? text).replace(/\s+/g, '').toLowerCase()
}

/** The one that "countersign init" writes: of comments only the gate's command is worth a run. */
const USUAL =
  "github.event_name!='issue_comment'||(github.event.issue.pull_request&&startswith(github.event.comment.body,'/countersign'))"

/** Whether an `if` is known to hold for every pull request. */
export function isUsualCondition(condition: string): boolean {
  return (
    toBare(condition) === USUAL || ['true', 'always()', '!cancelled()'].includes(toBare(condition))
  )
}

/** Whether a branch requires this workflow, and it blocks: then GitHub takes it from where no change reaches. */
export function isRequiredGate(setup: Setup, path: string): boolean {
  return setup.branches.some((branch) =>
    listRequiredGates(setup, branch).some(
      ({ required, verdict }) => required.path === path && verdict.kind === 'blocks',
    ),
  )
}

/** A required workflow of a branch, where it comes from, and what was made of it. */
export interface JudgedWorkflow {
  readonly required: RequiredWorkflow
  readonly rulesetId: number | null
  readonly verdict: RequiredGate
}

/** The workflows that a branch requires and that run the gate, or may. */
export function listRequiredGates(setup: Setup, { rules }: BranchFacts): JudgedWorkflow[] {
  const all = rules.known ? rules.value : []
  return all
    .flatMap(({ workflows, rulesetId }) =>
      workflows.map((required) => {
        return { required, rulesetId, verdict: judgeRequired(setup, required) }
      }),
    )
    .filter(({ verdict }) => verdict.kind !== 'other')
}

/** Whether nothing that was read requires the check, or a workflow that may be the gate, on any branch. */
export function isNowhereRequired(setup: Setup): boolean {
  return setup.branches.every(
    (branch) =>
      listRequirements(setup, branch).length === 0 && listRequiredGates(setup, branch).length === 0,
  )
}
