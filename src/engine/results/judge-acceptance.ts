import { explainRefusal } from '../approvals/describe-signatures.ts'
import type { Case } from '../case.ts'
import { namesOf } from '../case.ts'
import type { Evidence, ResultsReading } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { denyMatcher } from '../matching/glob.ts'
import { ACCEPTED } from '../places.ts'
import type { Criterion } from '../plan/plan.ts'
import type { AcceptancePolicy } from '../policy/policy.ts'
import { judgeCriteria, type TestVerdict } from './judge-criteria.ts'
import { judgeRedGreen } from './judge-red-green.ts'

/** How the plan's criteria fared: what the check says, and what the decision lists. */
export interface Acceptance {
  readonly criteria: readonly CriterionOutcome[]
  readonly findings: readonly BareFinding[]
}

export interface CriterionOutcome {
  readonly id: string
  /** The plan owner's words. */
  readonly criterion: string
  readonly isMet: boolean
  /** Whether an owner's label says that it is met; null where none is asked for. */
  readonly isAccepted: boolean | null
  readonly tests: readonly TestVerdict[]
}

type Subject = Pick<Case, 'policy' | 'planSelection' | 'evidence' | 'bench' | 'files'>

/** Judges the criteria of the selected plan; null where the policy requires none. */
export function judgeAcceptance(subject: Subject): Acceptance | null {
  const rules = subject.policy.acceptance
  if (rules?.required !== true) return null
  const criteria = subject.planSelection.selected?.plan.acceptance ?? []
  if (criteria.length === 0)
    return { criteria: [], findings: [noResults('the plan has no criteria')] }
  const tested = judgeTests(criteria, rules, subject)
  const outcomes = criteria.map((criterion) => describeOutcome(criterion, tested, subject))
  const open = criteria.filter((_, at) => outcomes[at]?.isAccepted === false)
  const findings = [...open.map((it) => notAccepted(it, subject)), ...tested.findings]
  return { criteria: outcomes, findings }
}

interface Tested {
  readonly verdicts: ReadonlyMap<string, { isMet: boolean; tests: readonly TestVerdict[] }>
  readonly findings: readonly BareFinding[]
}

/** What the reports say of the criteria that name tests. */
function judgeTests(
  criteria: readonly Criterion[],
  rules: AcceptancePolicy,
  { evidence, files }: Subject,
): Tested {
  if (criteria.every(({ tests }) => tests.length === 0))
    return { verdicts: new Map(), findings: [] }
  const readings = evidence.results ?? []
  const reports = readings.flatMap((reading) => reading.reports)
  const problems = [...describeAbsence(evidence, rules), ...readings.flatMap((it) => it.problems)]
  const judged = judgeCriteria(criteria, reports)
  // Without any report, why there is none says more than that there is none.
  const findings = reports.length === 0 && problems.length > 0 ? [] : judged.findings
  const redGreen = rules.red_green ? compareWithBase(criteria, reports, evidence) : []
  const isSound = problems.length === 0
  const verdicts = judged.verdicts.map(
    ({ criterion, isMet, tests }) => [criterion, { isMet: isMet && isSound, tests }] as const,
  )
  return {
    verdicts: new Map(verdicts),
    findings: [...problems, ...findings, ...redGreen, ...findChangedGuards(rules, files)],
  }
}

/** Nobody was asked for results, or the policy names none: not being able to tell is not a pass. */
function describeAbsence(
  { results, local }: Evidence,
  { results: sources }: AcceptancePolicy,
): BareFinding[] {
  if (results !== null && results.length > 0) return []
  if (local) return [noResults('local check')]
  return [noResults(sources.length === 0 ? 'no source' : 'no report')]
}

/** A local check knows no runs of the base; the pull request will be asked for them. */
function compareWithBase(
  criteria: readonly Criterion[],
  reports: ResultsReading['reports'],
  { baseResults, local }: Evidence,
): BareFinding[] {
  const readings = baseResults ?? []
  const gap = readings.flatMap((reading) => reading.problems).find((it) => !isRed(it))
  const base = readings.flatMap((reading) => reading.reports)
  const findings = gap === undefined ? judgeRedGreen(criteria, reports, base) : [noBaseReport(gap)]
  return local && baseResults === null
    ? findings.map((finding) => ({ ...finding, level: 'info' }))
    : findings
}

/** A run on the base may well fail: a test that has to fail there makes it. Other endings hide tests. */
function isRed({ rule, evidence }: BareFinding): boolean {
  return rule === 'acceptance/failed' && evidence?.ended === 'failure'
}

/** What is missing of the base's results may be the very test that passes there. */
function noBaseReport({ evidence }: BareFinding): BareFinding {
  return {
    rule: 'acceptance/no-base-report',
    level: 'deny',
    evidence: { cause: describeGap(evidence?.cause, evidence?.ended) },
  }
}

function describeGap(cause: unknown, ended: unknown): string {
  switch (cause) {
    case 'run':
      return `the run there ended as ${String(ended)}`
    case 'no run':
      return 'the workflow has not run there'
    case 'still running':
      return 'the workflow is still running there'
    case 'withheld':
      return 'GitHub did not show it'
    case 'expired':
      return 'the artifact has expired'
    default:
      return 'the run there left none that can be used'
  }
}

/** Files that decide how the tests run: an owner has to see whether they still prove what they did. */
function findChangedGuards({ results }: AcceptancePolicy, files: Subject['files']): BareFinding[] {
  return results.flatMap(({ workflow, guard }) => {
    const isGuard = denyMatcher(guard)
    const paths = files.flatMap(namesOf).filter((path) => isGuard(path))
    return [...new Set(paths)].map(
      (path): BareFinding => ({
        rule: 'acceptance/guard-changed',
        level: 'approve',
        path,
        evidence: { workflow },
      }),
    )
  })
}

function describeOutcome(
  criterion: Criterion,
  { verdicts }: Tested,
  { bench }: Subject,
): CriterionOutcome {
  const { id, criterion: words, manual, tests } = criterion
  const verdict = verdicts.get(id)
  const isAccepted = manual ? bench.isAccepted(acceptanceLabel(criterion)) : null
  const areTestsMet = tests.length === 0 || verdict?.isMet === true
  return {
    id,
    criterion: words,
    isMet: areTestsMet && isAccepted !== false,
    isAccepted,
    tests: verdict?.tests ?? [],
  }
}

/** The label by which an owner says that a criterion is met. */
function acceptanceLabel({ id }: Criterion): string {
  return `${ACCEPTED}${id}`
}

function notAccepted(criterion: Criterion, { bench, evidence }: Subject): BareFinding {
  const isUnknown = evidence.local && evidence.facts === null
  return {
    rule: 'acceptance/not-accepted',
    level: isUnknown ? 'info' : 'deny',
    evidence: {
      criterion: criterion.id,
      text: criterion.criterion,
      label: acceptanceLabel(criterion),
      ...explainRefusal(bench.acceptance(acceptanceLabel(criterion))),
    },
  }
}

function noResults(cause: string): BareFinding {
  return { rule: 'acceptance/no-results', level: 'deny', evidence: { cause } }
}
