import { POLICY_PATH } from '../places.ts'
import { listExpressions } from './expressions.ts'
import type { DoctorFacts } from './facts.ts'
import { type Job, readWorkflow, type Step, type Use, type Workflow } from './workflow-file.ts'

/** A place where the gate runs. */
export interface Gate {
  readonly workflow: Workflow
  readonly job: Job
  readonly use: Use
  /** Null: the job calls a workflow, whose steps stand elsewhere. */
  readonly step: Step | null
}

/** Something that is called like the gate, and is not taken for it. */
export interface Lookalike {
  readonly path: string
  readonly uses: string
}

export const STANDARD_NAME = 'countersign'

type WorkflowFacts = Pick<DoctorFacts, 'workflows' | 'isOwnAction'>

/** Reads the workflows, and finds the gate in them. */
export function readWorkflows({ workflows, isOwnAction }: WorkflowFacts) {
  const files = workflows.known ? workflows.value : []
  const read = files.map((file) => ({ path: file.path, workflow: readWorkflow(file) }))
  const parsed = read.flatMap(({ workflow }) => workflow ?? [])
  return {
    read,
    parsed,
    gates: parsed.flatMap((workflow) => findGates(workflow, isOwnAction)),
    lookalikes: parsed.flatMap((workflow) => findLookalikes(workflow)),
  }
}

/** What the gate's check run is called by the workflows of the default branch; null: it publishes none. */
export function nameCheck(facts: WorkflowFacts): string | null {
  return findCheckName(readWorkflows(facts).gates)
}

/** Where the gate looks for the policy; null: that is put together at run time. */
export function namePolicy(facts: WorkflowFacts): string | null {
  const paths = readWorkflows(facts).gates.map(policyOf)
  return paths.length === 0 ? POLICY_PATH : (paths.find((path) => path !== null) ?? null)
}

/** The path that one gate is given; null where an expression makes it. */
export function policyOf({ use }: Gate): string | null {
  const path = use.with.get('policy') ?? ''
  if (isExpression(path)) return null
  return path.trim() === '' ? POLICY_PATH : path.trim()
}

const WORKFLOW_TOKEN = /(?<![\w.-])(?:github\.token|secrets\.github_token)(?![\w-])/

/** Whether it publishes, or may, with the token that every workflow has. A called workflow is not looked into. */
export function mayUseWorkflowToken({ use }: Gate): boolean {
  const token = use.with.get('github-token') ?? ''
  return token.trim() === '' || listExpressions(token).some((one) => WORKFLOW_TOKEN.test(one))
}

export function isExpression(text: string): boolean {
  return text.includes('${{')
}

/** Its workflow's path and its job, as advice names it. */
export function placeOf({ workflow, job }: Pick<Gate, 'workflow' | 'job'>): string {
  return `${workflow.path}, job "${job.id}"`
}

function findGates(workflow: Workflow, isOwnAction: boolean): Gate[] {
  return workflow.jobs.flatMap((job) => {
    const { call } = job
    const called = call !== null && isOurs(call.uses) ? [{ use: call, step: null }] : []
    const steps = job.steps.flatMap((step) =>
      step.use !== null && (isOurs(step.use.uses) || (isOwnAction && isHere(step.use.uses)))
        ? [{ use: step.use, step }]
        : [],
    )
    return [...called, ...steps].map((found) => ({ workflow, job, ...found }))
  })
}

/** By the name of its repository: the account that hosts the action is each user's choice. */
const OURS = /^[\w.-]+\/countersign(?:\/\.github\/workflows\/[^@]+)?@/i

function isOurs(uses: string): boolean {
  return OURS.test(uses)
}

function isHere(uses: string): boolean {
  return /^\.\/?$/.test(uses)
}

function findLookalikes({ path, jobs }: Workflow): Lookalike[] {
  const used = jobs.flatMap(({ call, steps }) => [call, ...steps.map(({ use }) => use)])
  return used.flatMap((use) =>
    use !== null && /countersign/i.test(use.uses) && !isOurs(use.uses) && !isLocal(use.uses)
      ? [{ path, uses: use.uses }]
      : [],
  )
}

/** What it runs stands here, and is looked at by itself. */
function isLocal(uses: string): boolean {
  return /^\.\/\.github\/workflows\//.test(uses)
}

/** An expression is not looked into. */
export function findCheckName(gates: readonly Gate[]): string | null {
  const names = gates.map(({ use }) => use.with.get('check-name') ?? STANDARD_NAME)
  const plain = names.filter((name) => !isExpression(name))
  const [first] = plain
  if (first === undefined) return STANDARD_NAME
  return plain.find((name) => name !== '') ?? null
}
