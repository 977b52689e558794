import type { Evidence, PlanFile } from '../evidence.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import { allowMatcher } from '../matching/glob.ts'
import { describeProblem } from '../parsing/yaml.ts'
import type { PlanPolicy } from '../policy/policy.ts'
import { firstOfEachRule, gatherMisfits } from './misfits.ts'
import { type Plan, parsePlan } from './plan.ts'
import { readPlanReferences } from './reference.ts'

/** The plan a change is held against, and where it came from. */
export interface SelectedPlan {
  readonly plan: Plan
  readonly file: PlanFile
}

export interface PlanSelection {
  readonly selected: SelectedPlan | null
  readonly findings: readonly BareFinding[]
}

/**
 * Picks the one plan for this change (docs/plan.md). The pull request's author may say which
 * of several fitting plans is meant, but never make one fit. Whether a plan that is not on the
 * protected branch was approved is another question (approvals/plan-approval.ts).
 */
export function selectPlan(policy: PlanPolicy, evidence: Evidence, now: Date): PlanSelection {
  const named = findNamed(evidence)
  if (named.finding !== null) return { selected: null, findings: [named.finding] }
  if (named.file !== null) return judgeNamed(named.file, policy, evidence, now)

  const onBase = policy.sources.includes('base') ? evidence.trusted.plans : []
  const offered = evidence.offeredPlans.filter((file) => isAllowedSource(file, policy))
  const fromBase = chooseFitting(onBase, evidence, now)
  if (fromBase.selected !== null || hasAmbiguity(fromBase)) return fromBase
  const chosen = offered.length > 0 ? chooseFitting(offered, evidence, now) : fromBase
  if (chosen.selected !== null) return chosen
  // Plans of earlier work stay on the branch. Where none is required they are nobody's fault.
  if (!policy.required && offered.length === 0) return { selected: null, findings: [] }
  const findings = chosen === fromBase ? gatherMisfits(chosen.findings) : chosen.findings
  if (findings.length > 0) return { selected: null, findings: firstOfEachRule(findings) }
  return { selected: null, findings: [{ rule: 'plan/missing', level: 'deny' }] }
}

function hasAmbiguity(selection: PlanSelection): boolean {
  return selection.findings.some((finding) => finding.rule === 'plan/ambiguous')
}

function isAllowedSource(file: PlanFile, policy: PlanPolicy): boolean {
  return file.origin === 'file' || policy.sources.includes(file.origin)
}

interface Named {
  readonly file: PlanFile | null
  readonly finding: BareFinding | null
}

/** The plan that `--plan` or the body's `Plan:` line asks for. A plan on the base wins over the same path at head. */
function findNamed(evidence: Evidence): Named {
  const names =
    evidence.requestedPlan === null ? readPlanReferences(evidence.body) : [evidence.requestedPlan]
  const [name] = names
  if (name === undefined) return { file: null, finding: null }
  if (names.length > 1) {
    return {
      file: null,
      finding: { rule: 'plan/ambiguous', level: 'deny', evidence: { candidates: names } },
    }
  }
  // What `--plan` names is tried out as it stands: on the base first, else as the local file.
  const isMeant = (file: PlanFile) => evidence.requestedPlan === null || file.origin === 'file'
  const files = [...evidence.trusted.plans, ...evidence.offeredPlans.filter(isMeant)]
  const file = files.find((candidate) => candidate.path === name)
  if (file !== undefined) return { file, finding: null }
  return { file: null, finding: { rule: 'plan/missing', level: 'deny', evidence: { named: name } } }
}

function judgeNamed(
  file: PlanFile,
  policy: PlanPolicy,
  evidence: Evidence,
  now: Date,
): PlanSelection {
  if (!isAllowedSource(file, policy)) {
    const facts = { named: file.path, origin: file.origin, allowed: policy.sources }
    return { selected: null, findings: [{ rule: 'plan/missing', level: 'deny', evidence: facts }] }
  }
  return chooseFitting([file], evidence, now)
}

/** Those of the plans that fit, and why the others do not. */
export interface FittingPlans {
  readonly fitting: readonly SelectedPlan[]
  readonly findings: readonly BareFinding[]
}

/** Holds plans against base, branch and date (docs/plan.md). Never throws. */
export function findFittingPlans(
  files: readonly PlanFile[],
  evidence: Evidence,
  now: Date,
): FittingPlans {
  const readings = files.map((file) => readCandidate(file, evidence, now))
  return {
    fitting: readings.flatMap(({ selected }) => (selected === null ? [] : [selected])),
    findings: readings.flatMap((reading) => reading.findings),
  }
}

/** The only candidate that fits; otherwise why there is none. */
function chooseFitting(files: readonly PlanFile[], evidence: Evidence, now: Date): PlanSelection {
  const { fitting, findings } = findFittingPlans(files, evidence, now)
  const [first] = fitting
  if (first === undefined) return { selected: null, findings }
  if (fitting.length === 1) return { selected: first, findings: [] }
  const candidates = fitting.map(({ file }) => file.path).sort()
  return {
    selected: null,
    findings: [{ rule: 'plan/ambiguous', level: 'deny', evidence: { candidates } }],
  }
}

function readCandidate(file: PlanFile, evidence: Evidence, now: Date): PlanSelection {
  const parsed = parsePlan(file)
  if (!parsed.ok) {
    const problems = parsed.problems.map(describeProblem)
    return refuse(file, 'plan/invalid', { problems })
  }
  const { plan } = parsed
  const fits = fitsBranches(plan, evidence)
  if (isExpired(plan, now)) {
    const facts = { plan: plan.id, expires: plan.expires }
    return refuse(file, 'plan/expired', facts, fits ? {} : { elsewhere: true })
  }
  if (!fits) {
    return refuse(file, 'plan/branch-mismatch', {
      plan: plan.id,
      base: plan.base,
      branch: plan.branch,
      actual_base: evidence.baseRef,
      actual_branches: evidence.headRefs,
    })
  }
  return { selected: { plan, file }, findings: [] }
}

function refuse(
  file: PlanFile,
  rule: string,
  facts: FindingEvidence,
  passing: FindingEvidence = {},
): PlanSelection {
  const evidence = { source: file.source, ...facts }
  return {
    selected: null,
    findings: [{ rule, level: 'deny', path: file.path, evidence, passing }],
  }
}

/** A plan holds until its last day has ended everywhere in UTC. */
function isExpired(plan: Plan, now: Date): boolean {
  return now.toISOString().slice(0, 10) > plan.expires
}

function fitsBranches(plan: Plan, evidence: Evidence): boolean {
  // A local base given as a bare commit has no name that could contradict the plan.
  const baseFits =
    plan.base === null ||
    plan.base === evidence.baseRef ||
    (evidence.local && evidence.baseRef === null)
  return baseFits && (plan.branch === null || evidence.headRefs.some(allowMatcher([plan.branch])))
}
