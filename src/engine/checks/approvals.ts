import type { Bench } from '../approvals/bench.ts'
import { explainSignatures, findSigners } from '../approvals/explain-signatures.ts'
import { findRequirements } from '../approvals/requirements.ts'
import {
  describeMinimum,
  describeTier,
  describeUnowned,
  describeUnsigned,
  listEligible,
} from '../approvals/unmet.ts'
import { type Case, type Check, countOf, type Outcome, skip } from '../case.ts'
import type { BareFinding } from '../finding.ts'
import { isSoftened } from '../modes.ts'
import type { ApprovalsPolicy, PathRule } from '../policy/policy.ts'

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
  const { bench, files, planSelection } = subject
  if (files.length === 0) return { findings: [], summary: 'nothing but evidence files changed' }
  const risk = planSelection.selected?.plan.risk ?? null
  const required = findRequirements(files, bench, risk, listAskingRules(subject))
  const unsigned = required.groups.filter((group) => !bench.isSignedBy(group.owners))
  const people = findSigners(listEligible(subject, required), bench)
  const unmet = [
    ...unsigned.flatMap((group) => describeUnsigned(group, subject)),
    ...describeUnowned(required, subject),
    ...describeTier(required, bench),
    ...describeMinimum(required, people, unsigned.length, subject),
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

/** A rule that is switched off for this change, or that blocks nobody, makes nobody sign in an owner's place. */
function listAskingRules({ exempt, modes, policy }: Case): readonly PathRule[] {
  return exempt.has('paths') || isSoftened(modes, 'paths') ? [] : policy.paths
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
