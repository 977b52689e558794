import type { Command } from 'commander'
import { sha256 } from '../engine/hash.ts'
import { describeProblem } from '../engine/parsing/yaml.ts'
import { isTitleUnwritten } from '../engine/plan/draft.ts'
import { parsePlan } from '../engine/plan/plan.ts'
import { openBudget } from '../engine/results/budget.ts'
import { readReport } from '../engine/results/read-report.ts'
import { escapeLog } from '../reports/escape.ts'
import { print, readNamedFile } from './io.ts'
import { addNew } from './plan/new.ts'
import { printCriteria, type Readings } from './plan-results.ts'

export function addPlanCommands(program: Command): void {
  const plan = program
    .command('plan')
    .description('write, check and identify plans')
    .addHelpText(
      'after',
      `
Examples:
  countersign plan new --owner @alice --output .countersign/plans/PAY-142.yml
  countersign plan lint .countersign/plans/PAY-142.yml`,
    )
  addNew(plan)
  addLint(plan)
  addDigest(plan)
}

interface LintOptions {
  readonly results?: string[]
}

function addLint(plan: Command): void {
  plan
    .command('lint')
    .description(
      'Checks plan files and says where each problem is.\nWith --results, also whether test reports meet their acceptance criteria.',
    )
    .argument('<file...>', 'plan files')
    .option(
      '--results <file...>',
      'test reports: JUnit XML, CTRF, TAP, jest or vitest JSON, go test -json',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 valid (and met), 1 not, 2 a file cannot be read.

Examples:
  countersign plan lint .countersign/plans/*.yml
  countersign plan lint .countersign/plans/PAY-142.yml --results jest.json e2e.xml`,
    )
    .action((files: string[], { results }: LintOptions) => {
      const budget = openBudget()
      const readings = results?.map((file) =>
        readReport(readNamedFile(file, 'test report'), file, budget),
      )
      const valid = files.map((file) => lintPlanFile(file, readings))
      process.exitCode = valid.every(Boolean) ? 0 : 1
    })
}

function lintPlanFile(file: string, readings: Readings | undefined): boolean {
  const parsed = parsePlan({ bytes: readNamedFile(file, 'plan') })
  if (!parsed.ok) {
    for (const problem of parsed.problems) print(`${file}: ${escapeLog(describeProblem(problem))}`)
    return false
  }
  const { plan } = parsed
  const isEmpty = plan.must.length + plan.may.length === 0
  print(`${file}: valid${isEmpty ? ', but its scope is empty: no file may change' : ''}`)
  if (isTitleUnwritten(plan))
    print('  note: its title does not say what the plan is for; approvers read it first')
  return readings === undefined || printCriteria(plan, readings)
}

function addDigest(plan: Command): void {
  plan
    .command('digest')
    .description("Prints the SHA-256 of a plan's bytes: what an approval is given for.")
    .argument('<file>', 'a plan file')
    .addHelpText('after', '\nExample:\n  countersign plan digest .countersign/plans/PAY-142.yml')
    .action((file: string) => {
      print(sha256(readNamedFile(file, 'plan')))
      process.exitCode = 0
    })
}
