import { countOf } from '../engine/case.ts'
import type { BareFinding } from '../engine/finding.ts'
import type { Plan } from '../engine/plan/plan.ts'
import { judgeCriteria, type TestVerdict } from '../engine/results/judge-criteria.ts'
import { isReportProblem, type ReportProblem, type TestReport } from '../engine/results/report.ts'
import { wordFinding } from '../engine/wording/index.ts'
import { escapeLog } from '../reports/escape.ts'
import { print } from './io.ts'

export type Readings = readonly (TestReport | ReportProblem)[]

/** Prints how each test that a plan names fared in local reports; true when all are met. */
export function printCriteria({ acceptance }: Plan, readings: Readings): boolean {
  const { verdicts, findings } = judgeCriteria(acceptance, readings)
  const ofTests = verdicts.flatMap(({ tests }) => tests.flatMap((test) => test.findings))
  const ofReports = findings.slice(0, findings.length - ofTests.length)
  const open = verdicts.flatMap(({ tests }) => tests.filter(isOpen))
  const lines = [
    ...ofReports.flatMap(wordLines),
    ...verdicts.flatMap(({ criterion, tests }) => tests.flatMap((it) => linesFor(criterion, it))),
    ...(open.length === 0 ? [] : [describeOpen(open, readings)]),
  ]
  for (const line of lines) print(`  ${line}`)
  if (verdicts.length === 0) print('  no criterion names a test')
  return findings.length === 0
}

/** Not found, and not called missing either: a report that cannot be used may hold it. */
function isOpen({ isMet, findings }: TestVerdict): boolean {
  return !isMet && findings.length === 0
}

function linesFor(criterion: string, verdict: TestVerdict): string[] {
  const { test, matched, findings } = verdict
  if (findings.length > 0) return findings.flatMap(wordLines)
  return isOpen(verdict)
    ? []
    : [escapeLog(`${criterion}: "${test}": passed (${countOf(matched.length, 'test')})`)]
}

/** One line for all of them: they are open for one reason, which is told above. */
function describeOpen(open: readonly TestVerdict[], readings: Readings): string {
  const tests = `${countOf(open.length, 'test')} of the plan`
  return readings.every(isReportProblem)
    ? `${tests}: no report to find ${open.length === 1 ? 'it' : 'them'} in`
    : `${tests}: in no other report, and open until the one above can be relied on`
}

/** What is in the way, and below it what to do. Names in a report are anybody's text. */
function wordLines(finding: BareFinding): string[] {
  const { message, remedy } = wordFinding(finding)
  return [escapeLog(`${finding.rule}: ${message}`), `  ${escapeLog(remedy)}`]
}
