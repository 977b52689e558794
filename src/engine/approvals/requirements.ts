import { namesOf } from '../case.ts'
import type { ChangedFile } from '../evidence.ts'
import { denyMatcher } from '../glob.ts'
import { compilePathRules, hitPathRules, type PathHit } from '../path-rules.ts'
import type { Risk } from '../plan/plan.ts'
import type { ApprovalsPolicy, PathRule } from '../policy/policy.ts'
import type { Bench } from './bench.ts'

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
  readonly tier: { readonly name: Risk; readonly approvers: readonly string[] } | null
  /** Paths that nobody owns and nobody else has to sign for. */
  readonly unowned: readonly string[]
  /** Those whom rules name to sign for a path that nobody owns: they stand in for its owners. */
  readonly named: readonly string[]
}

const RISKS: readonly Risk[] = ['critical', 'high', 'medium', 'low']

/** Works out who has to sign for the changed files (evidence files are not among them). */
export function findRequirements(
  files: readonly ChangedFile[],
  bench: Bench,
  risk: Risk | null,
  pathRules: readonly PathRule[],
): Requirements {
  const { rules } = bench
  const paths = [...new Set(files.flatMap(namesOf))].sort()
  const tier = findTier(rules, risk, paths)
  const groups = rules.codeowners ? groupByOwners(paths, bench) : []
  const asking = findAskingRules(files, pathRules)
  const isSignedForElsewhere = makeCoverage(rules, tier?.name ?? null, risk, asking)
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
    const key = [...owners]
      .map((owner) => owner.toLowerCase())
      .sort()
      .join(' ')
    if (owners.length === 0) continue
    const group = groups.get(key) ?? { owners, paths: [] }
    group.paths.push(path)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The highest tier that the plan's risk or a changed path calls for. */
export function findTier(rules: ApprovalsPolicy, risk: Risk | null, paths: readonly string[]) {
  const name = RISKS.find((candidate) => {
    const tier = rules.tiers[candidate]
    return tier !== undefined && (candidate === risk || paths.some(denyMatcher(tier.paths)))
  })
  const tier = name === undefined ? undefined : rules.tiers[name]
  return name === undefined || tier === undefined ? null : { name, ...tier }
}

/** Whether somebody other than owners has to sign for a path: a tier's approvers or a rule's. */
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
