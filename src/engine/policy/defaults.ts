import type { CheckId } from '../decision.ts'
import type { ApprovalsPolicy, CommandRule, PathRule, PatternRule, Policy } from './policy.ts'
import { NOTIFY_EVENTS, type PolicyDocument, RELAXABLE_RULES } from './schema.ts'

const EVERY_STATUS = ['added', 'modified', 'deleted', 'renamed'] as const
const EVERY_SOURCE = ['base', 'issue', 'pull-request'] as const
const FULL_INDEPENDENCE = ['not-author', 'not-pusher', 'not-committer', 'not-bot'] as const

/** Fills in what a merged policy left out. Every default is the strict one. */
export function fillDefaults(document: PolicyDocument): Policy {
  const { agents, limits, override } = document
  return {
    mode: document.mode ?? 'enforce',
    modes: document.modes ?? {},
    applies_to: document.applies_to ?? 'all',
    bases: document.bases ?? [],
    exempt: (document.exempt ?? []).map((it) => ({
      actors: it.actors,
      checks: it.checks as CheckId[],
    })),
    agents: {
      authors: agents?.authors ?? [],
      branches: agents?.branches ?? [],
      trailers: agents?.trailers ?? [],
      labels: agents?.labels ?? [],
    },
    plan: fillPlan(document),
    paths: (document.paths ?? []).map(fillPathRule),
    patterns: (document.patterns ?? []).map(fillPatternRule),
    commands: (document.commands ?? []).map(fillCommandRule),
    limits: {
      ...(limits?.changed_files !== undefined && { changed_files: limits.changed_files }),
      ...(limits?.changed_lines !== undefined && { changed_lines: limits.changed_lines }),
      ...(limits?.blob_bytes !== undefined && { blob_bytes: limits.blob_bytes }),
    },
    audit: fillAudit(document),
    acceptance: fillAcceptance(document),
    approvals: document.approvals === undefined ? null : fillApprovals(document.approvals),
    notify: document.notify?.on ?? NOTIFY_EVENTS,
    teams: document.teams ?? {},
    override:
      override === undefined
        ? null
        : {
            label: override.label ?? 'break-glass',
            approvers: override.approvers,
            reason_required: override.reason_required ?? true,
          },
  }
}

type Written<K extends 'paths' | 'patterns' | 'commands'> = NonNullable<PolicyDocument[K]>[number]

function fillRule(rule: Written<'paths'> | Written<'patterns'> | Written<'commands'>) {
  return {
    id: rule.id,
    decision: rule.decision ?? 'deny',
    reason: rule.reason ?? '',
    example: rule.example ?? null,
    approvers: rule.approvers ?? [],
  }
}

function fillPathRule(rule: Written<'paths'>): PathRule {
  return {
    ...fillRule(rule),
    match: rule.match ?? [],
    on: rule.on ?? EVERY_STATUS,
    relaxes: rule.relaxes ?? RELAXABLE_RULES,
  }
}

function fillPatternRule(rule: Written<'patterns'>): PatternRule {
  return {
    ...fillRule(rule),
    match: rule.match ?? '',
    flags: rule.flags ?? '',
    in: rule.in ?? 'added',
    paths: rule.paths ?? [],
  }
}

function fillCommandRule(rule: Written<'commands'>): CommandRule {
  return { ...fillRule(rule), match: rule.match ?? '', flags: rule.flags ?? '' }
}

function fillPlan({ plan }: PolicyDocument): Policy['plan'] {
  if (plan === undefined) return null
  return {
    required: plan.required ?? true,
    sources: plan.sources ?? EVERY_SOURCE,
    approval_label: plan.approval_label ?? 'plan-approved',
    approvers: plan.approvers ?? [],
  }
}

function fillAudit({ audit }: PolicyDocument): Policy['audit'] {
  if (audit === undefined) return null
  return {
    required: audit.required ?? true,
    assurance: audit.assurance ?? 'unanchored',
    unexplained: audit.unexplained ?? 'deny',
    denied_actions: audit.denied_actions ?? 'deny',
    prompts: audit.prompts ?? 'hashed',
    signers: audit.signers ?? [],
  }
}

function fillAcceptance({ acceptance }: PolicyDocument): Policy['acceptance'] {
  if (acceptance === undefined) return null
  return {
    required: acceptance.required ?? true,
    red_green: acceptance.red_green ?? false,
    results: (acceptance.results ?? []).map((it) => ({ ...it, guard: it.guard ?? [] })),
  }
}

function fillApprovals(approvals: NonNullable<PolicyDocument['approvals']>): ApprovalsPolicy {
  const tiers = Object.entries(approvals.tiers ?? {}).map(([name, tier]) => [
    name,
    {
      minimum: tier.minimum ?? 1,
      escalate_after: toHours(tier.escalate_after),
      approvers: tier.approvers ?? [],
      paths: tier.paths ?? [],
    },
  ])
  return {
    label: approvals.label ?? 'countersigned',
    codeowners: approvals.codeowners ?? true,
    minimum: approvals.minimum ?? 1,
    reviews: approvals.reviews ?? true,
    after_report: approvals.after_report ?? false,
    independence: approvals.independence ?? FULL_INDEPENDENCE,
    carry_over: approvals.carry_over ?? 'identical-patch',
    escalate_after: toHours(approvals.escalate_after),
    tiers: Object.fromEntries(tiers),
  }
}

/** What applies where a policy asks for approvals only through its rules. */
export const DEFAULT_APPROVALS: ApprovalsPolicy = fillApprovals({})

/** `36h` or `3d`, as the schema has checked it, in hours; null when it is not given. */
function toHours(duration: string | undefined): number | null {
  if (duration === undefined) return null
  return Number.parseInt(duration, 10) * (duration.endsWith('d') ? 24 : 1)
}
