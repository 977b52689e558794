import type { Decision } from './decision.ts'
import { describeDecision, type Judgement, NOTHING_JUDGED, skipAll } from './describe.ts'
import { emptyEvidence } from './empty-evidence.ts'
import type { BareFinding } from './finding.ts'
import { finishFindings } from './findings.ts'

/** What is known of a change that could not be judged. */
export interface UndecidedSubject {
  readonly repository: string
  readonly pullRequest: number | null
  readonly headSha: string
}

/**
 * The decision when the evidence could not be read: a block that says what is missing. Not being able
 * to decide is never a pass, whatever the mode. `now` is when it was tried.
 */
export function decideUndecided(
  subject: UndecidedSubject,
  bare: readonly BareFinding[],
  requests: number,
  now: Date,
): Decision {
  const evidence = emptyEvidence({ ...subject, requests })
  const findings = finishFindings(bare, evidence, () => false)
  const checks = skipAll('not judged').map((check) =>
    check.id === 'evidence'
      ? { ...check, status: 'fail' as const, summary: 'could not be read' }
      : check,
  )
  const judgement: Judgement = {
    conclusion: 'block',
    mode: 'enforce',
    agent: { is_agent: true, signals: ['unknown'] },
    ...NOTHING_JUDGED,
    checks,
    findings,
  }
  return describeDecision(evidence, judgement, now)
}
