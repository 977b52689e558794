import { type Case, namesOf } from '../case.ts'
import type { ChangedFile } from '../evidence.ts'
import { denyMatcher } from '../matching/glob.ts'
import { compilePathRules, hitPathRules, type PathHit } from '../matching/path-rules.ts'
import { isSofterThan } from '../modes.ts'
import type { Risk } from '../plan/plan.ts'
import type { ApprovalsPolicy, PathRule } from '../policy/policy.ts'
import type { Bench } from './bench.ts'
import { ownersKey } from './codeowners.ts'

/** People of whom one has to sign, and what for. */
export interface OwningGroup {
  readonly owners: readonly string[]
  readonly paths: readonly string[]
}

/** What the policy asks of this change. */
export interface Requirements {
  /** One signature each. */
  readonly groups: readonly OwningGroup[]
  /** Distinct people. */
  readonly minimum: number
  /** The tier that applies; null: none. */
  readonly tier: {
    readonly name: Risk
    readonly approvers: readonly string[]
    /** Nobody said that the change is of this risk: it applies for want of a plan that counts. */
    readonly isAssumed: boolean
  } | null
  /** Paths that nobody owns and nobody else has to sign for. */
  readonly unowned: readonly string[]
  /** Those whom rules name to sign for a path that nobody owns: they stand in for its owners. */
  readonly named: readonly string[]
}

const RISKS: readonly Risk[] = ['critical', 'high', 'medium', 'low']

/** What is known of how risky a change is. */
export interface KnownRisk {
  /** As the selected plan says; null: no plan is selected. */
  readonly risk: Risk | null
  /** A plan that counts is asked for and missing, so the risk may be any. */
  readonly isOpen: boolean
}

/**
 * The risk by which tiers apply. Where the plan check is softer than the approvals, a change without a plan that
 * counts gets by the former. Whether there is one is the author's choice, by the name of a branch or a line
 * of the description; so it leaves the risk open, lest the choice takes signers away.
 */
export function findRisk({
  planSelection,
  planApproval,
  modes,
  exempt,
}: Pick<Case, 'planSelection' | 'planApproval' | 'modes' | 'exempt'>): KnownRisk {
  const { selected, findings } = planSelection
  const isRefused = findings.length > 0 || (planApproval?.findings.length ?? 0) > 0
  const isSoft = isSofterThan(modes.plan, modes.approvals) && !exempt.has('plan')
  return { risk: selected?.plan.risk ?? null, isOpen: isSoft && isRefused }
}

/** Works out who has to sign for the changed files (evidence files are not among them). */
export function findRequirements(
  files: readonly ChangedFile[],
  bench: Bench,
  known: KnownRisk,
  pathRules: readonly PathRule[],
): Requirements {
  const { rules } = bench
  const paths = [...new Set(files.flatMap(namesOf))].sort()
  const tier = findTier(rules, known, paths)
  const groups = rules.codeowners ? groupByOwners(paths, bench) : []
  const asking = findAskingRules(files, pathRules)
  const isSignedForElsewhere = makeCoverage(rules, tier?.name ?? null, known.risk, asking)
  const unowned = rules.codeowners
    ? paths.filter((path) => bench.ownersOf(path).length === 0 && !isSignedForElsewhere(path))
    : []
  const minimum = Math.max(rules.minimum, tier?.minimum ?? 0)
  const named = asking
    .filter(({ path }) => bench.ownersOf(path).length === 0)
    .flatMap(({ rule }) => rule.approvers)
  return { groups, minimum, tier, unowned, named }
}

/** The rules that block this change until somebody they name has signed, by path. */
function findAskingRules(files: readonly ChangedFile[], pathRules: readonly PathRule[]): PathHit[] {
  return files
    .flatMap((file) => hitPathRules(compilePathRules(pathRules), file))
    .filter(({ rule }) => rule.decision === 'approve' && rule.approvers.length > 0)
}

function groupByOwners(paths: readonly string[], bench: Bench): OwningGroup[] {
  const groups = new Map<string, { owners: readonly string[]; paths: string[] }>()
  for (const path of paths) {
    const owners = bench.ownersOf(path)
    const key = ownersKey(owners)
    if (owners.length === 0) continue
    const group = groups.get(key) ?? { owners, paths: [] }
    group.paths.push(path)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/**
 * The highest tier that the plan's risk or a changed path calls for. While the risk is open, every tier without
 * paths may be the one: nothing but a plan's risk calls for it.
 */
export function findTier(
  rules: ApprovalsPolicy,
  { risk, isOpen }: KnownRisk,
  paths: readonly string[],
) {
  for (const name of RISKS) {
    const tier = rules.tiers[name]
    if (tier === undefined) continue
    const isCalledFor = name === risk || paths.some(denyMatcher(tier.paths))
    const isAssumed = !isCalledFor && isOpen && tier.paths.length === 0
    if (isCalledFor || isAssumed) return { name, ...tier, isAssumed }
  }
  return null
}

/**
 * Whether somebody other than owners has to sign for a path: a tier's approvers or a rule's. Those of a tier that
 * applies for want of a plan come on top of everybody else and stand in for nobody.
 */
function makeCoverage(
  rules: ApprovalsPolicy,
  tierName: Risk | null,
  risk: Risk | null,
  asking: readonly PathHit[],
): (path: string) => boolean {
  const tier = tierName === null ? undefined : rules.tiers[tierName]
  const byTier =
    tier === undefined || tier.approvers.length === 0
      ? () => false
      : tierName === risk
        ? () => true
        : denyMatcher(tier.paths)
  const byRules = new Set(asking.map(({ path }) => path))
  return (path) => byTier(path) || byRules.has(path)
}
