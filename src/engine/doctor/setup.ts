import { type Codeowners, parseCodeowners } from '../approvals/codeowners.ts'
import { resolveModes } from '../modes.ts'
import type { Policy } from '../policy/policy.ts'
import { type ResolvedPolicy, resolvePolicy } from '../policy/resolve.ts'
import type { BranchFacts, DoctorFacts } from './facts.ts'
import { findCheckName, type Gate, type Lookalike, readWorkflows } from './gates.ts'
import type { Right, Workflow } from './workflow-file.ts'

/** The facts, and what they imply: read once, asked by every check. */
export interface Setup extends DoctorFacts {
  /** The name of the check run that the gate publishes; null: it publishes none. */
  readonly checkName: string | null
  /** The workflows that can be read as such. */
  readonly parsed: readonly Workflow[]
  /** Files in their folder that cannot. */
  readonly unreadWorkflows: readonly string[]
  readonly gates: readonly Gate[]
  readonly lookalikes: readonly Lookalike[]
  readonly resolved: ResolvedPolicy | null
  /** Null where there is no valid one. */
  readonly rules: Policy | null
  /** Whether findings block, as far as is known: also where no policy could be read. */
  readonly isBinding: boolean
  readonly owned: Codeowners | null
}

/** @param checkName what the check is called, where whoever asks knows it. */
export function readSetup(facts: DoctorFacts, checkName: string | null): Setup {
  const { read, parsed, gates, lookalikes } = readWorkflows(facts)
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
    lookalikes,
    resolved,
    rules,
    isBinding: rules === null || Object.values(resolveModes(rules)).includes('enforce'),
    owned: codeowners === null ? null : parseCodeowners(codeowners.bytes, errors),
  }
}

/** What every workflow's token may do where its file says nothing; the more where that is not known. */
export function standardRight({ tokenDefaults }: DoctorFacts): Right {
  return tokenDefaults.known && !tokenDefaults.value.canWrite ? 'read' : 'write'
}

/** The App behind every workflow's own token (GitHub documentation: "GitHub Actions" in checks and rulesets). */
export const GITHUB_ACTIONS_APP = 15368

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

/** A branch as the policy names it, and the example of it that was looked up. */
export function describeBranch(branch: BranchFacts): string {
  return isExample(branch) ? `"${branch.glob}" (looked up as ${branch.name})` : branch.name
}

/** Whether its name was made up for a glob of the policy. */
export function isExample({ name, glob }: BranchFacts): boolean {
  return glob !== null && glob !== name
}
