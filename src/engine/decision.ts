import type { Assurance } from './chain/provenance.ts'
import type { Finding } from './finding.ts'

export type Conclusion = 'pass' | 'block' | 'override' | 'not-applicable'
export type Mode = 'observe' | 'warn' | 'enforce'
export type CheckStatus = 'pass' | 'fail' | 'warn' | 'skipped'

/** The order in which every decision lists its checks. */
export const CHECK_IDS = [
  'evidence',
  'policy',
  'plan',
  'scope',
  'paths',
  'patterns',
  'limits',
  'audit',
  'acceptance',
  'approvals',
] as const

export type CheckId = (typeof CHECK_IDS)[number]

export interface CheckResult {
  readonly id: CheckId
  readonly status: CheckStatus
  /** What becomes of its findings; only in `enforce` do they block. Absent in older records. */
  readonly mode?: Mode
  readonly summary: string
}

/** How long a change has waited for people, told in whole steps so that it changes seldom. */
export interface Waiting {
  /** Since when: the last move of the branch, or the gate's first report on it if that was later. ISO 8601. */
  readonly since: string
  /** Who could sign, as far as the findings name them; the first few. */
  readonly for: readonly string[]
  /** Hours of one step: `escalate_after` of the policy. */
  readonly after_hours: number
  /** Whole steps that have passed, from 1. */
  readonly steps: number
}

/** The decision record (docs/decision.md): what `--format json` prints and the action stores. */
export interface Decision {
  readonly version: 1
  readonly conclusion: Conclusion
  readonly mode: Mode
  readonly local: boolean
  /** The time that was judged at, ISO 8601 in UTC: the input, so not part of the digest. */
  readonly judged_at: string
  /** Server time at which the head ref came to where it is; null where nobody could say. */
  readonly head_at: string | null
  readonly subject: {
    readonly repository: string | null
    readonly pull_request: number | null
    readonly base_sha: string
    readonly merge_base_sha: string
    readonly head_sha: string
    readonly author: string | null
    readonly agent: { readonly is_agent: boolean; readonly signals: readonly string[] }
  }
  readonly policy: {
    readonly source: string
    readonly sha256: string
    readonly extends: readonly string[]
  } | null
  readonly plan: {
    readonly id: string
    readonly title: string
    readonly source: string
    readonly sha256: string
    readonly owner: string
    readonly approved_by: readonly string[]
  } | null
  /** The audit chains and how well they are anchored; null when none was looked at. */
  readonly audit: {
    readonly assurance: Assurance
    readonly chains: readonly {
      readonly id: string
      readonly records: number
      /** The last record's hash; null when no record can be read. */
      readonly head: string | null
      /** The signer whose seal vouches for it. */
      readonly sealed_by: string | null
    }[]
  } | null
  /** The plan's criteria, each with what became of it; null where the policy requires none. */
  readonly acceptance: {
    readonly criteria: readonly {
      readonly id: string
      readonly criterion: string
      readonly met: boolean
      /** Whether an owner's label says so; null where none is asked for. */
      readonly accepted: boolean | null
      readonly tests: readonly {
        /** As the plan names it. */
        readonly test: string
        readonly met: boolean
        /** The first full names it stands for, and how many there are. */
        readonly matched: readonly string[]
        readonly matched_count: number
      }[]
    }[]
    /** The runs that the results are from. */
    readonly runs: readonly { readonly workflow: string; readonly url: string }[]
  } | null
  readonly checks: readonly CheckResult[]
  readonly findings: readonly Finding[]
  /** Set when the change has waited for signatures, and for nothing else, longer than the policy wants. */
  readonly waiting?: Waiting
  readonly approvals: readonly {
    readonly actor: string
    readonly for: readonly string[]
    readonly counted: boolean
    readonly why: string
    /** Server time of the signature, ISO 8601. */
    readonly at: string
  }[]
  /** Who has to sign; null where nothing asks for a signature, or nothing could be judged. */
  readonly signing: {
    /** Distinct people; null: no number of them is asked for. `signed` is null in a local check without facts. */
    readonly people: { readonly needed: number; readonly signed: number | null } | null
    /** Of each group one person has to sign. */
    readonly groups: readonly {
      /** As CODEOWNERS or the policy names them; empty: nobody owns what is asked about. */
      readonly owners: readonly string[]
      /** `codeowners`, `tier/<name>`, or rules, sorted. */
      readonly asked_by: readonly string[]
      /** The first paths it is about, and how many there are. */
      readonly paths: readonly string[]
      readonly path_count: number
      readonly state: 'signed' | 'waiting' | 'nobody-can' | 'unknown'
      readonly signed_by: readonly {
        readonly actor: string
        readonly why: string
        /** Server time, ISO 8601. */
        readonly at: string
      }[]
      /** How it can still be signed: by one of these labels, or by a review. */
      readonly labels: readonly string[]
      /** Those of the labels that are there without counting: they have to come off first. */
      readonly worn: readonly string[]
      /** Those of the worn that were for an earlier state: the gate takes them off itself, where it may. */
      readonly outdated?: readonly string[]
      readonly reviews: boolean
    }[]
  } | null
  /** Where to turn when a rule seems wrong; null without a valid policy. */
  readonly appeal: {
    /** Who owns the policy's file, by CODEOWNERS on the base branch; empty: nobody, or not on a branch. */
    readonly policy_owners: readonly string[]
    /** Who may set findings aside in an emergency, and how; null: nobody. */
    readonly override: {
      readonly label: string
      readonly approvers: readonly string[]
      readonly reason_required: boolean
    } | null
  } | null
  /** SHA-256 of the effective patch: what signatures are for, along with the plan; null: unknown. */
  readonly patch: string | null
  readonly digest: string
  readonly stats: {
    readonly files: number
    readonly added: number
    readonly removed: number
    readonly records: number
    readonly requests: number
  }
}
