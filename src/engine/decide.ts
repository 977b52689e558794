import { detectAgent } from './agent.ts'
import { type Bench, openBench, openBenchWithoutPolicy } from './approvals/bench.ts'
import { describeSignatures } from './approvals/describe-signatures.ts'
import { describeSigning } from './approvals/describe-signing.ts'
import { judgeOverride } from './approvals/override.ts'
import { judgePlanApproval, type PlanApproval } from './approvals/plan-approval.ts'
import { type Case, type Outcome, skip } from './case.ts'
import { readProvenance } from './chain/provenance.ts'
import { CHECKS } from './checks/index.ts'
import type { CheckId, CheckResult, Conclusion, Decision } from './decision.ts'
import { describeDecision, type Judgement, NOTHING_JUDGED, skipAll } from './describe.ts'
import type { Evidence } from './evidence.ts'
import { findEvidenceFiles } from './evidence-files.ts'
import { exemptChecks } from './exempt.ts'
import type { BareFinding, Finding } from './finding.ts'
import { finishFindings, sortFindings } from './findings.ts'
import { sha256 } from './hash.ts'
import { checkOfRule, isSoftened, resolveModes } from './modes.ts'
import { type PlanSelection, selectPlan } from './plan/select.ts'
import type { Policy } from './policy/policy.ts'
import { type ResolvedPolicy, resolvePolicy } from './policy/resolve.ts'
import { judgeAcceptance } from './results/judge-acceptance.ts'
import type { TestVerdict } from './results/judge-criteria.ts'
import { describeWaiting } from './waiting.ts'
import { isGiven, judgeWithoutPolicy } from './without-policy.ts'

type GoodPolicy = Extract<ResolvedPolicy, { ok: true }>

/**
 * Decides about one change. Pure: the same evidence and time give the same decision, byte for byte.
 * @throws never for anything the evidence contains; a bug in a check surfaces as an exception, which
 * every entry turns into a block.
 */
export function decide(evidence: Evidence, now: Date): Decision {
  const [policyFile] = evidence.trusted.policy
  const resolved = policyFile === undefined ? null : resolvePolicy(evidence.trusted.policy)
  if (resolved === null || !resolved.ok) return decideWithoutPolicy(evidence, resolved, now)

  const subject = openCase(resolved.policy, evidence, now)
  if (resolved.policy.applies_to === 'agents' && !subject.agent.is_agent) {
    return decideNotApplicable(subject, resolved, now)
  }
  const outcomes = CHECKS.map((check) => {
    const exemption = subject.exempt.get(check.id)
    const outcome: Outcome = exemption === undefined ? check.run(subject) : skip(exemption)
    return { id: check.id, outcome }
  })
  return assemble(subject, resolved, outcomes, now)
}

function openCase(policy: Policy, evidence: Evidence, now: Date): Case {
  const planSelection = selectPlanFor(policy, evidence, now)
  const planSha256 = planSelection.selected?.plan.sha256 ?? null
  const bench = openBench(evidence, policy, planSha256)
  const exempt = exemptChecks(policy, evidence)
  const modes = resolveModes(policy)
  const planApproval = judgePlan(policy, planSelection, evidence, bench)
  // Where nobody has to approve the plan, a plan that the change brings is work like any other.
  const isPlanSettled = planApproval?.findings.length === 0
  const isUnasked = isSoftened(modes, 'plan') && !isPlanSettled
  const plan = exempt.has('plan') || isUnasked ? null : planSelection.selected
  const evidenceFiles = findEvidenceFiles(evidence.files, plan)
  const files = evidence.files.filter((file) => !evidenceFiles.has(file.path))
  return {
    policy,
    evidence,
    agent: detectAgent(policy.agents, evidence),
    bench,
    exempt,
    modes,
    override: judgeOverride(policy.override, evidence, bench),
    planSelection,
    planApproval,
    provenance: readProvenance(evidence, policy.audit, planSha256),
    acceptance: judgeAcceptance({ policy, planSelection, evidence, bench, files }),
    proposedPolicy: readProposedPolicy(evidence),
    files,
    evidenceFiles,
  }
}

/** A plan asked for by name is used even where the policy asks for none. */
function selectPlanFor(policy: Policy, evidence: Evidence, now: Date): PlanSelection {
  if (policy.plan !== null) return selectPlan(policy.plan, evidence, now)
  if (evidence.requestedPlan === null) return { selected: null, findings: [] }
  const asked = { required: true, sources: ['base'] as const, approval_label: '', approvers: [] }
  return selectPlan(asked, evidence, now)
}

function judgePlan(
  { plan }: Policy,
  { selected }: PlanSelection,
  evidence: Evidence,
  bench: Bench,
): PlanApproval | null {
  return plan === null || selected === null
    ? null
    : judgePlanApproval(selected, plan, evidence, bench)
}

function readProposedPolicy({ proposedPolicy }: Evidence): Case['proposedPolicy'] {
  if (proposedPolicy === null) return null
  return proposedPolicy.length === 0 ? 'removed' : resolvePolicy(proposedPolicy)
}

interface NamedOutcome {
  readonly id: CheckId
  readonly outcome: Outcome
}

function assemble(
  subject: Case,
  resolved: GoodPolicy,
  outcomes: readonly NamedOutcome[],
  now: Date,
): Decision {
  const { evidence } = subject
  const judged = outcomes.map(({ id, outcome }) => {
    const { settles, advise } = subject.bench
    const findings = finishFindings(outcome.findings, evidence, settles, advise)
    const mode = subject.modes[id]
    return { findings, check: { ...toCheckResult(id, outcome, findings), mode } }
  })
  const findings = sortFindings(judged.flatMap((it) => it.findings))
  const conclusion = conclude(subject, findings)
  const waiting = conclusion === 'block' ? describeWaiting(subject, findings, now) : null
  const judgement: Judgement = {
    conclusion,
    ...(waiting !== null && { waiting }),
    mode: subject.policy.mode,
    agent: subject.agent,
    policy: describePolicy(resolved),
    plan: describePlan(subject),
    audit: describeAudit(subject),
    acceptance: describeAcceptance(subject),
    checks: judged.map((it) => it.check),
    findings,
    approvals: describeSignatures(subject),
    signing: describeSigning(
      subject,
      outcomes.flatMap(({ outcome }) => outcome.findings),
    ),
    appeal: describeAppeal(subject),
  }
  return describeDecision(subject.evidence, judgement, now)
}

/** A block takes a blocking finding of a check that is enforced; the others only say what they would do. */
function conclude({ modes, override }: Case, findings: readonly Finding[]): Conclusion {
  const isBlocked = findings.some(
    ({ blocking, rule }) => blocking && modes[checkOfRule(rule)] === 'enforce',
  )
  if (!isBlocked) return 'pass'
  return override?.ok === true ? 'override' : 'block'
}

function toCheckResult(id: CheckId, outcome: Outcome, findings: readonly Finding[]): CheckResult {
  if (outcome.skipped === true) return { id, status: 'skipped', summary: outcome.summary }
  if (findings.some((finding) => finding.blocking))
    return { id, status: 'fail', summary: outcome.summary }
  const isWarning = findings.some(({ level, settled }) => level !== 'info' && !settled)
  return { id, status: isWarning ? 'warn' : 'pass', summary: outcome.summary }
}

function decideNotApplicable(subject: Case, resolved: GoodPolicy, now: Date): Decision {
  const summary = 'no sign of a coding agent, and the policy applies to agents only'
  const judgement: Judgement = {
    conclusion: 'not-applicable',
    mode: subject.policy.mode,
    agent: subject.agent,
    ...NOTHING_JUDGED,
    policy: describePolicy(resolved),
    checks: skipAll(summary, subject.modes),
    findings: [],
  }
  return describeDecision(subject.evidence, judgement, now)
}

const NO_VALID_POLICY = 'no valid policy on the base branch'

/** Without a policy only the evidence can be judged, and the answer is a block. */
function decideWithoutPolicy(
  evidence: Evidence,
  resolved: Extract<ResolvedPolicy, { ok: false }> | null,
  now: Date,
): Decision {
  const bare: BareFinding[] = [...evidence.defects, ...judgeWithoutPolicy(evidence, resolved)]
  const bench = openBenchWithoutPolicy(evidence)
  const findings = finishFindings(bare, evidence, bench.settles, bench.advise)
  const own = (family: string) => findings.filter((finding) => finding.rule.startsWith(family))
  const checks = skipAll('no valid policy to apply').map((check) => {
    if (check.id !== 'evidence' && check.id !== 'policy') return check
    const broken = isGiven(evidence) ? 'the policy file is not valid' : NO_VALID_POLICY
    const summary = check.id === 'policy' ? broken : 'what could be read'
    const judged = toCheckResult(check.id, { findings: [], summary }, own(`${check.id}/`))
    return { ...check, ...judged }
  })
  const judgement: Judgement = {
    conclusion: findings.some((finding) => finding.blocking) ? 'block' : 'pass',
    mode: 'enforce',
    agent: detectAgent({ authors: [], branches: [], trailers: [], labels: [] }, evidence),
    ...NOTHING_JUDGED,
    checks,
    findings,
  }
  return describeDecision(evidence, judgement, now)
}

function describePolicy(resolved: GoodPolicy): Decision['policy'] {
  return { source: resolved.source, sha256: sha256(resolved.bytes), extends: resolved.extends }
}

/** A policy that was named on the command line is on no branch, so nobody owns it. */
function describeAppeal({ policy, evidence, bench }: Case): Decision['appeal'] {
  const [file] = evidence.trusted.policy
  const owners = file === undefined || isGiven(evidence) ? [] : bench.ownersOf(file.path)
  return { policy_owners: owners, override: policy.override }
}

function describePlan({ planSelection, planApproval }: Case): Decision['plan'] {
  const { selected } = planSelection
  if (selected === null) return null
  const { plan, file } = selected
  return {
    id: plan.id,
    title: plan.title,
    source: file.source,
    sha256: plan.sha256,
    owner: plan.owner,
    approved_by: planApproval?.approvedBy ?? [],
  }
}

/** Null where the audit check had nothing to look at. */
function describeAudit({ provenance, policy, exempt }: Case): Decision['audit'] {
  const { chains, assurance, sealedBy } = provenance
  if (policy.audit === null || exempt.has('audit') || chains.length === 0) return null
  return {
    assurance,
    chains: chains.map(({ id, reading }) => ({
      id,
      records: reading?.records ?? 0,
      head: reading?.head ?? null,
      sealed_by: sealedBy.get(id) ?? null,
    })),
  }
}

/** Null where the check had nothing to judge. */
function describeAcceptance({ acceptance, evidence, exempt }: Case): Decision['acceptance'] {
  if (acceptance === null || exempt.has('acceptance')) return null
  const runs = (evidence.results ?? []).flatMap(({ workflow, run }) =>
    workflow === null || run === null ? [] : [{ workflow, url: run }],
  )
  const criteria = acceptance.criteria.map(({ id, criterion, isMet, isAccepted, tests }) => ({
    id,
    criterion,
    met: isMet,
    accepted: isAccepted,
    tests: tests.map(describeTest),
  }))
  return { criteria, runs }
}

/** A glob may stand for every test there is. */
const MAX_MATCHED = 20
const MAX_NAME_LENGTH = 300

function describeTest({ test, isMet, matched }: TestVerdict) {
  const shown = matched.slice(0, MAX_MATCHED).map((name) => name.slice(0, MAX_NAME_LENGTH))
  return { test, met: isMet, matched: shown, matched_count: matched.length }
}
