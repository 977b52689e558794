import type { CheckResult, Decision, Waiting } from '../engine/decision.ts'
import type { Finding } from '../engine/finding.ts'

/**
 * Characters JSON may carry raw but a terminal, a log or a script tag should not: DEL, C1 controls,
 * format and bidi characters, other invisible ones, line and paragraph separators.
 */
const UNSAFE = /[\x7f-\x9f\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{DI}\p{NChar}]/gu

/** The decision record as JSON: fields in the order of docs/decision.md, two spaces, a final line break. */
export function renderJson(decision: Decision): string {
  return encodeJson(orderDecision(decision))
}

/** JSON that may be printed anywhere: indented by two spaces, nothing in it that a terminal or a runner acts on. */
export function encodeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  // The runner takes `##[` anywhere in a logged line for a command.
  return `${text.replace(UNSAFE, toUnicodeEscape).replace(/##\[/g, '##\\u005b')}\n`
}

function toUnicodeEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

/** Rebuilt field by field, so that the bytes do not depend on how the record was put together. */
function orderDecision(decision: Decision): Decision {
  return {
    version: decision.version,
    conclusion: decision.conclusion,
    mode: decision.mode,
    local: decision.local,
    judged_at: decision.judged_at,
    head_at: decision.head_at,
    subject: orderSubject(decision.subject),
    policy: decision.policy && {
      source: decision.policy.source,
      sha256: decision.policy.sha256,
      extends: decision.policy.extends,
    },
    plan: decision.plan && orderPlan(decision.plan),
    audit: decision.audit && orderAudit(decision.audit),
    acceptance: decision.acceptance && orderAcceptance(decision.acceptance),
    checks: decision.checks.map(orderCheck),
    findings: decision.findings.map(orderFinding),
    ...(decision.waiting !== undefined && { waiting: orderWaiting(decision.waiting) }),
    approvals: decision.approvals.map((approval) => ({
      actor: approval.actor,
      for: approval.for,
      counted: approval.counted,
      why: approval.why,
      at: approval.at,
    })),
    signing: decision.signing && orderSigning(decision.signing),
    appeal: decision.appeal && orderAppeal(decision.appeal),
    patch: decision.patch,
    digest: decision.digest,
    stats: orderStats(decision.stats),
  }
}

function orderSubject(subject: Decision['subject']): Decision['subject'] {
  return {
    repository: subject.repository,
    pull_request: subject.pull_request,
    base_sha: subject.base_sha,
    merge_base_sha: subject.merge_base_sha,
    head_sha: subject.head_sha,
    author: subject.author,
    agent: { is_agent: subject.agent.is_agent, signals: subject.agent.signals },
  }
}

function orderAppeal(appeal: NonNullable<Decision['appeal']>): Decision['appeal'] {
  const { override } = appeal
  return {
    policy_owners: appeal.policy_owners,
    override: override && {
      label: override.label,
      approvers: override.approvers,
      reason_required: override.reason_required,
    },
  }
}

function orderPlan(plan: NonNullable<Decision['plan']>): Decision['plan'] {
  return {
    id: plan.id,
    title: plan.title,
    source: plan.source,
    sha256: plan.sha256,
    owner: plan.owner,
    approved_by: plan.approved_by,
  }
}

function orderAudit(audit: NonNullable<Decision['audit']>): Decision['audit'] {
  return {
    assurance: audit.assurance,
    chains: audit.chains.map(({ id, records, head, sealed_by }) => ({
      id,
      records,
      head,
      sealed_by,
    })),
  }
}

function orderAcceptance(acceptance: NonNullable<Decision['acceptance']>): Decision['acceptance'] {
  return {
    criteria: acceptance.criteria.map(({ id, criterion, met, accepted, tests }) => ({
      id,
      criterion,
      met,
      accepted,
      tests: tests.map((it) => ({
        test: it.test,
        met: it.met,
        matched: it.matched,
        matched_count: it.matched_count,
      })),
    })),
    runs: acceptance.runs.map(({ workflow, url }) => ({ workflow, url })),
  }
}

function orderSigning({ people, groups }: NonNullable<Decision['signing']>): Decision['signing'] {
  return {
    people: people && { needed: people.needed, signed: people.signed },
    groups: groups.map((group) => ({
      owners: group.owners,
      asked_by: group.asked_by,
      paths: group.paths,
      path_count: group.path_count,
      state: group.state,
      signed_by: group.signed_by.map(({ actor, why, at }) => ({ actor, why, at })),
      labels: group.labels,
      worn: group.worn,
      ...(group.outdated !== undefined && { outdated: group.outdated }),
      reviews: group.reviews,
    })),
  }
}

function orderCheck({ id, status, mode, summary }: CheckResult): CheckResult {
  return { id, status, ...(mode !== undefined && { mode }), summary }
}

function orderFinding(finding: Finding): Finding {
  const evidence = Object.entries(finding.evidence).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    id: finding.id,
    rule: finding.rule,
    level: finding.level,
    blocking: finding.blocking,
    settled: finding.settled,
    path: finding.path,
    line: finding.line,
    message: finding.message,
    remedy: finding.remedy,
    ...(finding.gone !== undefined && { gone: finding.gone }),
    evidence: Object.fromEntries(evidence),
  }
}

function orderWaiting({ since, for: owners, after_hours, steps }: Waiting): Waiting {
  return { since, for: owners, after_hours, steps }
}

function orderStats(stats: Decision['stats']): Decision['stats'] {
  return {
    files: stats.files,
    added: stats.added,
    removed: stats.removed,
    records: stats.records,
    requests: stats.requests,
  }
}
