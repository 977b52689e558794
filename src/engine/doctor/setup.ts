import { type Codeowners, parseCodeowners } from '../approvals/codeowners.ts'
import { resolveModes } from '../modes.ts'
import type { Policy } from '../policy/policy.ts'
import { type ResolvedPolicy, resolvePolicy } from '../policy/resolve.ts'
import type { BranchFacts, DoctorFacts } from './facts.ts'
import { type Job, type Right, readWorkflow, type Use, type Workflow } from './workflow-file.ts'

/** The facts, and what they imply: read once, asked by every check. */
export interface Setup extends DoctorFacts {
  /** The name of the check run that the gate publishes; null: it publishes none. */
  readonly checkName: string | null
  /** The workflows that can be read as such. */
  readonly parsed: readonly Workflow[]
  /** Files in their folder that cannot. */
  readonly unreadWorkflows: readonly string[]
  readonly gates: readonly Gate[]
  readonly resolved: ResolvedPolicy | null
  /** Null where there is no valid one. */
  readonly rules: Policy | null
  /** Whether findings block, as far as is known: also where no policy could be read. */
  readonly isBinding: boolean
  readonly owned: Codeowners | null
}

/** A place where the gate runs. */
export interface Gate {
  readonly workflow: Workflow
  readonly job: Job
  readonly use: Use
  /** Whether it is a called workflow, whose steps stand elsewhere. */
  readonly isCalled: boolean
}

const STANDARD_NAME = 'countersign'

/** @param checkName what the check is called, where whoever asks knows it. */
export function readSetup(facts: DoctorFacts, checkName: string | null): Setup {
  const { read, parsed, gates } = readWorkflows(facts)
  const resolved = facts.policy.length === 0 ? null : resolvePolicy(facts.policy)
  const rules = resolved?.ok === true ? resolved.policy : null
  const errors = facts.codeownersErrors.known ? facts.codeownersErrors.value : []
  const { codeowners } = facts
  return {
    ...facts,
    checkName: checkName ?? findCheckName(gates),
    parsed,
    unreadWorkflows: read.flatMap(({ path, workflow }) => (workflow === null ? [path] : [])),
    gates,
    resolved,
    rules,
    isBinding: rules === null || Object.values(resolveModes(rules)).includes('enforce'),
    owned: codeowners === null ? null : parseCodeowners(codeowners.bytes, errors),
  }
}

function readWorkflows({ workflows, isOwnAction }: Pick<DoctorFacts, 'workflows' | 'isOwnAction'>) {
  const files = workflows.known ? workflows.value : []
  const read = files.map((file) => ({ path: file.path, workflow: readWorkflow(file) }))
  const parsed = read.flatMap(({ workflow }) => workflow ?? [])
  return { read, parsed, gates: parsed.flatMap((workflow) => findGates(workflow, isOwnAction)) }
}

/** What the gate's check run is called by the workflows of the default branch; null: it publishes none. */
export function nameCheck(facts: Pick<DoctorFacts, 'workflows' | 'isOwnAction'>): string | null {
  return findCheckName(readWorkflows(facts).gates)
}

function findGates(workflow: Workflow, isOwnAction: boolean): Gate[] {
  return workflow.jobs.flatMap((job) => {
    const called = job.call !== null && isOurs(job.call.uses, false) ? [job.call] : []
    const steps = job.steps.flatMap(({ use }) =>
      use !== null && isOurs(use.uses, isOwnAction) ? [use] : [],
    )
    return [
      ...called.map((use) => ({ workflow, job, use, isCalled: true })),
      ...steps.map((use) => ({ workflow, job, use, isCalled: false })),
    ]
  })
}

/** By name: the account that hosts the action is each user's choice. */
function isOurs(uses: string, isOwnAction: boolean): boolean {
  return /countersign/i.test(uses) || (isOwnAction && /^\.\/?$/.test(uses))
}

/** An expression is not looked into. */
function findCheckName(gates: readonly Gate[]): string | null {
  const names = gates.map(({ use }) => use.with.get('check-name') ?? STANDARD_NAME)
  const plain = names.filter((name) => !name.includes('${{'))
  const [first] = plain
  if (first === undefined) return STANDARD_NAME
  return plain.find((name) => name !== '') ?? null
}

/** What every workflow's token may do where its file says nothing; the more where that is not known. */
export function standardRight({ tokenDefaults }: DoctorFacts): Right {
  return tokenDefaults.known && !tokenDefaults.value.canWrite ? 'read' : 'write'
}

/** A place where the gate's check is required. */
export interface Requirement {
  readonly branch: string
  /** The App it has to come from; null: any source. */
  readonly app: number | null
  /** `ruleset "main"` or `branch protection`. */
  readonly by: string
  readonly rulesetId: number | null
  readonly isStrict: boolean
}

/** Where one branch requires the check. */
export function listRequirements(setup: Setup, branch: BranchFacts): Requirement[] {
  const { checkName } = setup
  const rules = branch.rules.known ? branch.rules.value : []
  const classic = branch.protection.known ? branch.protection.value : null
  const { name } = branch
  return [
    ...rules.flatMap(({ checks, rulesetId, isStrict }) =>
      checks
        .filter(({ context }) => context === checkName)
        .map(({ app }) => {
          return { branch: name, app, by: nameRuleset(setup, rulesetId), rulesetId, isStrict }
        }),
    ),
    ...(classic?.checks ?? [])
      .filter(({ context }) => context === checkName)
      .map(({ app }) => {
        const { isStrict } = classic ?? { isStrict: false }
        return { branch: name, app, by: 'branch protection', rulesetId: null, isStrict }
      }),
  ]
}

/** A ruleset as people find it in the settings: its name, and whose settings those are. */
export function nameRuleset({ rulesets, repository }: DoctorFacts, id: number | null): string {
  const ruleset = id === null ? undefined : rulesets.get(id)
  if (ruleset?.known !== true) return `ruleset ${id ?? 'unknown'}`
  const { name, source } = ruleset.value
  return source === '' || source === repository
    ? `ruleset "${name}"`
    : `ruleset "${name}" of ${source}`
}

/** Workflows that the rules of a branch require to pass: GitHub runs them from where they are defined. */
export function listRequiredWorkflows({ rules }: BranchFacts): string[] {
  return rules.known ? rules.value.flatMap(({ workflows }) => workflows) : []
}
