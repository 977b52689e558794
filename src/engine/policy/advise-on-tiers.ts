import type { Risk } from '../plan/plan.ts'
import type { Policy } from './policy.ts'

const HIGHEST_FIRST: readonly Risk[] = ['critical', 'high', 'medium', 'low']

/** The tiers that nothing but a plan's risk calls for, highest first. */
export function listTiersByRisk({ approvals }: Policy): Risk[] {
  const tiers = approvals?.tiers ?? {}
  return HIGHEST_FIRST.filter((name) => tiers[name]?.paths.length === 0)
}

/**
 * Tiers that a change gets by without a plan. Where none is asked for that is the policy's own will, so they are
 * not assumed either; but whoever wrote them hardly meant it.
 */
export function adviseOnTiers(policy: Policy): string[] {
  const { plan } = policy
  if (plan?.required === true) return []
  const why =
    plan === null
      ? 'the policy has no section on plans, so no plan can ever reach it'
      : 'plans are not required, so a change without one gets by it'
  return listTiersByRisk(policy).map((name) => `the tier "${name}" has no paths, and ${why}`)
}
