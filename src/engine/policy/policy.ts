import type { CheckId, Mode } from '../decision.ts'
import type { FileStatus } from '../evidence.ts'
import type { RuleDecision } from '../finding.ts'

/** A policy after `extends` has been merged and defaults filled in: what the checks read. */
export interface Policy {
  readonly mode: Mode
  /** The checks that have a mode of their own; `resolveModes` says what comes of it. */
  readonly modes: Readonly<Partial<Record<SoftenableCheck, Mode>>>
  readonly applies_to: 'agents' | 'all'
  readonly bases: readonly string[]
  readonly exempt: readonly {
    readonly actors: readonly string[]
    readonly checks: readonly CheckId[]
  }[]
  readonly agents: AgentSigns
  /** Null when the policy does not configure the check: it is then skipped. */
  readonly plan: PlanPolicy | null
  readonly paths: readonly PathRule[]
  readonly patterns: readonly PatternRule[]
  readonly commands: readonly CommandRule[]
  readonly limits: {
    readonly changed_files?: number
    readonly changed_lines?: number
    readonly blob_bytes?: number
  }
  readonly audit: AuditPolicy | null
  readonly acceptance: AcceptancePolicy | null
  readonly approvals: ApprovalsPolicy | null
  /** The events that people are told of, where the workflow says how. */
  readonly notify: readonly NotifyEvent[]
  readonly teams: Readonly<Record<string, readonly string[]>>
  readonly override: {
    readonly label: string
    readonly approvers: readonly string[]
    readonly reason_required: boolean
  } | null
}

/** The checks whose mode a policy may set. What keeps the gate itself honest is not among them. */
export type SoftenableCheck = Exclude<CheckId, 'evidence' | 'policy'>

export type NotifyEvent = 'block' | 'override' | 'waiting'

export interface AgentSigns {
  readonly authors: readonly string[]
  readonly branches: readonly string[]
  readonly trailers: readonly string[]
  readonly labels: readonly string[]
}

export interface PlanPolicy {
  readonly required: boolean
  readonly sources: readonly ('base' | 'issue' | 'pull-request')[]
  readonly approval_label: string
  /** Empty: the owners of every changed path. */
  readonly approvers: readonly string[]
}

interface Rule {
  readonly id: string
  readonly decision: RuleDecision
  readonly reason: string
  readonly example: string | null
  /** Who may settle it when the decision is `approve`; empty: the path's owners. */
  readonly approvers: readonly string[]
}

/** What may happen to a path. Reads happen at tool-call time only: no change shows them. */
export type PathEvent = FileStatus | 'read'

export interface PathRule extends Rule {
  readonly match: readonly string[]
  readonly on: readonly PathEvent[]
  /** The built-in findings whose level this rule decides. */
  readonly relaxes: readonly string[]
}

export interface PatternRule extends Rule {
  readonly match: string
  readonly flags: string
  readonly in: 'added' | 'removed' | 'any'
  /** Empty: every path. */
  readonly paths: readonly string[]
}

export interface CommandRule extends Rule {
  readonly match: string
  readonly flags: string
}

export interface AuditPolicy {
  readonly required: boolean
  readonly assurance: 'unanchored' | 'signed'
  readonly unexplained: RuleDecision
  readonly denied_actions: RuleDecision
  /** What the recorder keeps of a prompt. */
  readonly prompts: 'hashed' | 'redacted'
  readonly signers: readonly { readonly id: string; readonly ed25519: string }[]
}

export interface AcceptancePolicy {
  readonly required: boolean
  readonly red_green: boolean
  readonly results: readonly {
    readonly workflow: string
    readonly artifact: string
    readonly guard: readonly string[]
  }[]
}

export interface ApprovalsPolicy {
  readonly label: string
  readonly codeowners: boolean
  readonly minimum: number
  readonly reviews: boolean
  readonly after_report: boolean
  readonly independence: readonly ('not-author' | 'not-pusher' | 'not-committer' | 'not-bot')[]
  readonly carry_over: 'identical-patch' | 'never'
  /** Hours that a change may wait for signatures before it is said so; null: never said. */
  readonly escalate_after: number | null
  readonly tiers: Readonly<
    Partial<
      Record<
        'low' | 'medium' | 'high' | 'critical',
        {
          readonly minimum: number
          /** Hours; null: as `approvals.escalate_after` says. */
          readonly escalate_after: number | null
          readonly approvers: readonly string[]
          readonly paths: readonly string[]
        }
      >
    >
  >
}
