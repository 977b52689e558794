import type { Bench } from '../approvals/bench.ts'
import { speaksFor } from '../approvals/bench.ts'
import { PROBLEMS } from '../approvals/describe-signatures.ts'
import { findDependence } from '../approvals/independence.ts'
import { findRequirements, type OwningGroup, type Requirements } from '../approvals/requirements.ts'
import { namesToSignWith, type Signature } from '../approvals/signatures.ts'
import { findLiveLabel } from '../approvals/standing.ts'
import { type Case, type Check, countOf, namesOf, type Outcome, skip } from '../case.ts'
import type { Evidence } from '../evidence.ts'
import type { BareFinding, Level } from '../finding.ts'
import type { ApprovalsPolicy } from '../policy/policy.ts'

/** Whether the owners of what changed have signed for it: people, for this diff, in that role. */
export const approvals: Check = {
  id: 'approvals',
  run(subject) {
    const { policy, evidence } = subject
    if (policy.approvals === null || asksForNothing(policy.approvals)) {
      return withOverride(subject, skip('the policy asks for no approvals'))
    }
    if (evidence.local && evidence.facts === null) {
      const finding: BareFinding = {
        rule: 'approval/unknown',
        level: 'info',
        evidence: { cause: 'local check' },
      }
      return { findings: [finding], summary: 'not known in a local check', skipped: true }
    }
    return withOverride(subject, judge(subject))
  },
}

function asksForNothing({ codeowners, minimum, tiers }: ApprovalsPolicy): boolean {
  return !codeowners && minimum === 0 && Object.keys(tiers).length === 0
}

function judge(subject: Case): Outcome {
  const { bench, files, planSelection, policy } = subject
  if (files.length === 0) return { findings: [], summary: 'nothing but evidence files changed' }
  const risk = planSelection.selected?.plan.risk ?? null
  // A rule that is switched off for this change asks nobody to sign.
  const pathRules = subject.exempt.has('paths') ? [] : policy.paths
  const required = findRequirements(files, bench, risk, pathRules)
  const unsigned = required.groups.filter((group) => !bench.isSignedBy(group.owners))
  const people = findEligiblePeople(subject, required)
  const unmet = [
    ...unsigned.map((group) => describeUnsigned(group, subject)),
    ...describeUnowned(required, subject),
    ...describeTier(required, bench),
    ...describeMinimum(required, people, unsigned.length),
  ]
  const explained = [
    ...explainSignatures(bench, subject.evidence, unmet.length > 0),
    ...describeSkippedLines(bench.codeowners, unmet.length > 0),
  ]
  const signed = countOf(people.size, 'signature')
  const summary =
    unmet.length === 0 ? `${signed}, every owning group among them` : `${signed} that count`
  return { findings: [...unmet, ...explained], summary }
}

/** Distinct people whose good signature stands for an owner of a changed path or a tier approver. */
function findEligiblePeople({ bench, files }: Case, { tier, named }: Requirements): Set<string> {
  const owners = new Set([
    ...files.flatMap(namesOf).flatMap(bench.ownersOf),
    ...(tier?.approvers ?? []),
    ...named,
  ])
  const good = bench.signatures.filter(
    (signature) =>
      signature.problem === null &&
      [...owners].some((owner) => speaksFor(signature, owner, bench.roster)),
  )
  return new Set(good.map((signature) => signature.actor.toLowerCase()))
}

/** A group without a signature: who could give one, or that nobody can. */
function describeUnsigned({ owners, paths }: OwningGroup, subject: Case): BareFinding {
  const { bench } = subject
  const facts = { owners, paths: paths.slice(0, 10), path_count: paths.length }
  const isBarred = (owner: string) =>
    !owner.includes('/') &&
    owner.startsWith('@') &&
    findDependence(owner.slice(1), bench.participants, bench.rules.independence, bench.agents) !==
      null
  if (owners.every(isBarred)) {
    return { rule: 'approval/not-independent', level: 'deny', evidence: { ...facts, nobody: true } }
  }
  const unknown = owners.filter((owner) => isUnresolved(owner, subject))
  if (unknown.length > 0) {
    return {
      rule: 'approval/unresolved-team',
      level: 'deny',
      evidence: { ...facts, unresolved: unknown },
    }
  }
  const labels = namesToSignWith(bench.rules.label, owners).map(({ name }) => name)
  return {
    rule: 'approval/missing',
    level: 'deny',
    evidence: { ...facts, labels, reviews: bench.rules.reviews },
  }
}

/** Whether somebody signed of whom nobody can say if they stand for this owner. */
function isUnresolved(owner: string, { bench }: Case): boolean {
  return bench.signatures.some(
    ({ actor, problem }) => problem === null && bench.roster(actor, owner) === 'unknown',
  )
}

function describeUnowned({ unowned }: Requirements, { bench, evidence }: Case): BareFinding[] {
  if (unowned.length === 0) return []
  const cause = findMissingFile(evidence, bench)
  if (cause !== null) {
    const facts = { cause, path_count: unowned.length }
    return [{ rule: 'approval/no-owner', level: 'deny', evidence: facts }]
  }
  return unowned.map((path) => {
    const unknown = bench.unknownOwnersOf(path)
    const evidence = unknown.length === 0 ? {} : { evidence: { unknown } }
    return { rule: 'approval/no-owner', level: 'deny', path, ...evidence }
  })
}

/** Why no path has owners; null when CODEOWNERS is there and can be used. */
function findMissingFile({ trusted }: Evidence, { codeowners }: Bench): string | null {
  if (trusted.codeowners === null) return 'no CODEOWNERS file'
  return codeowners.isTooLarge ? 'CODEOWNERS is larger than 3 MB' : null
}

/** Lines of CODEOWNERS that GitHub skips: somebody who is missed among the owners may stand there. */
function describeSkippedLines(
  { invalidLines }: Bench['codeowners'],
  isUnmet: boolean,
): BareFinding[] {
  if (invalidLines.length === 0 || !isUnmet) return []
  const lines = invalidLines.slice(0, 20).map(String)
  const evidence = { lines, line_count: invalidLines.length }
  return [{ rule: 'approval/codeowners-error', level: 'info', evidence }]
}

function describeTier({ tier }: Requirements, bench: Bench): BareFinding[] {
  if (tier === null || tier.approvers.length === 0 || bench.isSignedBy(tier.approvers)) return []
  const labels = namesToSignWith(bench.rules.label, tier.approvers).map(({ name }) => name)
  const facts = { owners: tier.approvers, tier: tier.name, labels, reviews: bench.rules.reviews }
  return [{ rule: 'approval/missing', level: 'deny', evidence: facts }]
}

/** Too few people, where every group that has to sign has signed. */
function describeMinimum(
  { minimum, tier, unowned }: Requirements,
  people: ReadonlySet<string>,
  unsigned: number,
): BareFinding[] {
  // That one signature is missing is said already, and so is that nobody can give it.
  const isSaid = minimum <= 1 && (unsigned > 0 || unowned.length > 0)
  if (people.size >= minimum || isSaid) return []
  const facts = { signed: people.size, minimum, tier: tier?.name ?? null }
  return [{ rule: 'approval/insufficient', level: 'deny', evidence: facts }]
}

/** Each signature that does not count, with the reason: it blocks only where a signature is missing. */
function explainSignatures(bench: Bench, evidence: Evidence, isUnmet: boolean): BareFinding[] {
  const level = isUnmet ? 'deny' : 'info'
  const explained = bench.signatures.flatMap((signature): BareFinding[] => {
    const { actor, via, name, problem } = signature
    const rule = problem === null ? 'approval/not-owner' : RULES[problem]
    if (problem === null && mayStandForAny(signature, bench)) return []
    const why = problem === null ? 'owns nothing that changed' : PROBLEMS[problem]
    return [{ rule, level, evidence: { actor, via, name, problem, why } }]
  })
  return [...explained, ...findUnexplainedLabels(bench, evidence, level)]
}

/** Whether a good signature stands for somebody who is asked, or for all anybody can say might. */
function mayStandForAny(signature: Signature, bench: Bench): boolean {
  return bench.asked.some(
    (owner) =>
      speaksFor(signature, owner, bench.roster) ||
      bench.roster(signature.actor, owner) === 'unknown',
  )
}

/** The label is on the pull request and no event says who applied it: it was renamed, perhaps. */
function findUnexplainedLabels(
  bench: Bench,
  { local, labels, facts }: Evidence,
  level: Level,
): BareFinding[] {
  if (local) return []
  return namesToSignWith(bench.rules.label, bench.asked)
    .filter(({ name }) => labels.some((label) => label.toLowerCase() === name.toLowerCase()))
    .filter(({ name }) => findLiveLabel(facts ?? [], name, null) === null)
    .map(({ name }) => ({
      rule: 'approval/unknown',
      level,
      evidence: { cause: 'no event says who applied the label', name },
    }))
}

const RULES = {
  author: 'approval/not-independent',
  pusher: 'approval/not-independent',
  committer: 'approval/not-independent',
  agent: 'approval/bot',
  bot: 'approval/bot',
  app: 'approval/bot',
  stale: 'approval/stale',
  retargeted: 'approval/stale',
  'other-work': 'approval/stale',
  'unknown-head': 'approval/stale',
  'before-report': 'approval/stale',
  withdrawn: 'approval/stale',
} as const

/** Says who overrode the gate and why, or why an attempt does not count. */
function withOverride({ override }: Case, outcome: Outcome): Outcome {
  if (override === null) return outcome
  const finding: BareFinding = override.ok
    ? {
        rule: 'override/used',
        level: 'warn',
        evidence: { actor: override.actor, reason: override.reason },
      }
    : {
        rule: 'override/invalid',
        level: 'warn',
        evidence: { actor: override.actor, cause: override.cause },
      }
  return { ...outcome, findings: [...outcome.findings, finding] }
}
