import type { AgentVerdict } from './agent.ts'
import type { Bench } from './approvals/bench.ts'
import type { Override } from './approvals/override.ts'
import type { PlanApproval } from './approvals/plan-approval.ts'
import type { Provenance } from './chain/provenance.ts'
import type { CheckId } from './decision.ts'
import type { ChangedFile, Evidence } from './evidence.ts'
import type { BareFinding } from './finding.ts'
import type { Modes } from './modes.ts'
import type { PlanSelection } from './plan/select.ts'
import type { Policy } from './policy/policy.ts'
import type { ResolvedPolicy } from './policy/resolve.ts'
import type { Acceptance } from './results/judge-acceptance.ts'

/** Everything a check may look at: the policy, the evidence, and what both together imply. */
export interface Case {
  readonly policy: Policy
  readonly evidence: Evidence
  readonly agent: AgentVerdict
  /** Who signed, and who could. */
  readonly bench: Bench
  /** The checks that are switched off for this change, each with the reason. */
  readonly exempt: ReadonlyMap<CheckId, string>
  /** What becomes of each check's findings. */
  readonly modes: Modes
  /** The emergency override, in force or attempted. */
  readonly override: Override
  /** The plan the change is held against. Nothing selected and no findings: none is required. */
  readonly planSelection: PlanSelection
  /** Who approved that plan; null when there is none. */
  readonly planApproval: PlanApproval | null
  /** The audit chains that came with the change. */
  readonly provenance: Provenance
  /** How the plan's criteria fared; null where the policy requires none. */
  readonly acceptance: Acceptance | null
  /** The policy as the change would leave it; null when the change does not touch it. */
  readonly proposedPolicy: ResolvedPolicy | 'removed' | null
  /** The changed files without the evidence files. */
  readonly files: readonly ChangedFile[]
  readonly evidenceFiles: ReadonlySet<string>
}

/** What a check found. */
export interface Outcome {
  readonly findings: readonly BareFinding[]
  /** A few words on what was looked at, or why nothing was. */
  readonly summary: string
  /** Set when the check had nothing to judge. */
  readonly skipped?: boolean
}

/** The outcome of a check that has nothing to judge. */
export function skip(summary: string): Outcome {
  return { findings: [], summary, skipped: true }
}

/** A check: one file, one pure function, one line in the list. */
export interface Check {
  readonly id: CheckId
  run(subject: Case): Outcome
}

/** Both names of a renamed file, the one name of any other. */
export function namesOf(file: Pick<ChangedFile, 'path' | 'previousPath'>): string[] {
  return file.previousPath === null ? [file.path] : [file.path, file.previousPath]
}

/** `1 file`, `2 files`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A pull request that carries its plan and nothing else proposes the plan; its work is still to come. */
export function isPlanProposal({ files, planSelection }: Case): boolean {
  return files.length === 0 && planSelection.selected?.file.origin === 'pull-request'
}
