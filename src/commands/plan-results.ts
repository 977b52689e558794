import { countOf } from '../engine/case.ts'
import type { BareFinding } from '../engine/finding.ts'
import type { Plan } from '../engine/plan/plan.ts'
import { judgeCriteria, type TestVerdict } from '../engine/results/judge-criteria.ts'
import type { ReportProblem, TestReport } from '../engine/results/report.ts'
import { wordFinding } from '../engine/wording.ts'
import { escapeLog } from '../reports/escape.ts'
import { print } from './io.ts'

export type Readings = readonly (TestReport | ReportProblem)[]

/** Prints how each test that a plan names fared in local reports; true when all are met. */
export function printCriteria({ acceptance }: Plan, readings: Readings): boolean {
  const { verdicts, findings } = judgeCriteria(acceptance, readings)
  const ofTests = verdicts.flatMap(({ tests }) => tests.flatMap((test) => test.findings))
  const ofReports = findings.slice(0, findings.length - ofTests.length)
  const lines = [
    ...ofReports.map(wordLine),
    ...verdicts.flatMap(({ criterion, tests }) => tests.flatMap((it) => linesFor(criterion, it))),
  ]
  for (const line of lines) print(`  ${line}`)
  if (verdicts.length === 0) print('  no criterion names a test')
  return findings.length === 0
}

function linesFor(criterion: string, { test, isMet, matched, findings }: TestVerdict): string[] {
  if (findings.length > 0) return findings.map(wordLine)
  const fate = isMet ? `passed (${countOf(matched.length, 'test')})` : 'no report to find it in'
  return [escapeLog(`${criterion}: "${test}": ${fate}`)]
}

/** Names in a report are anybody's text. */
function wordLine(finding: BareFinding): string {
  return escapeLog(`${finding.rule}: ${wordFinding(finding).message}`)
}
