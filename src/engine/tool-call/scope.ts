import { emptyEvidence } from '../empty-evidence.ts'
import type { PlanFile } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { gatherMisfits } from '../plan/misfits.ts'
import type { Plan } from '../plan/plan.ts'
import { findFittingPlans } from '../plan/select.ts'
import type { Policy } from '../policy/policy.ts'

/**
 * What bounds an agent's writes. Only plans of the protected branch are known while it works: a plan
 * from an issue or a pull request is looked at by the gate.
 */
export type PlanScope =
  /** A write has to be allowed by one of these. */
  | { readonly kind: 'plans'; readonly plans: readonly Plan[] }
  /** Nothing may be written: a plan is required, and only one of the protected branch would do. */
  | { readonly kind: 'none'; readonly findings: readonly BareFinding[] }
  | { readonly kind: 'unjudged' }

export interface WorkPlace {
  /** The name of the protected branch. */
  readonly base: string
  /** The branch that is worked on; null when HEAD is detached. */
  readonly branch: string | null
}

/** Which plans bound the work on a branch (docs/plan.md). */
export function findPlanScope(
  { plan }: Policy,
  plans: readonly PlanFile[],
  { base, branch }: WorkPlace,
  now: Date,
): PlanScope {
  if (plan === null || !plan.sources.includes('base')) return { kind: 'unjudged' }
  const headRefs = branch === null ? [] : [branch]
  const evidence = emptyEvidence({ local: true, baseRef: base, headRefs })
  const { fitting, findings } = findFittingPlans(plans, evidence, now)
  if (fitting.length > 0) return { kind: 'plans', plans: fitting.map((it) => it.plan) }
  if (!plan.required || plan.sources.length > 1) return { kind: 'unjudged' }
  const missing: BareFinding = { rule: 'plan/missing', level: 'deny' }
  return {
    kind: 'none',
    findings: findings.length > 0 ? gatherMisfits(findings).slice(0, 1) : [missing],
  }
}
