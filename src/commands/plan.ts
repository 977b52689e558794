import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Command, Option } from 'commander'
import { sha256 } from '../engine/hash.ts'
import { draftPlan, entryForPath, type PlanDraft, renderPlan } from '../engine/plan/draft.ts'
import { parsePlan } from '../engine/plan/plan.ts'
import { openBudget, readReport } from '../engine/results/read-report.ts'
import { describeProblem } from '../engine/yaml.ts'
import { escapeLog } from '../reports/escape.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { findDefaultBase } from '../sources/git/default-base.ts'
import { readChangeSummary } from '../sources/git/summary.ts'
import { parseTime } from './check.ts'
import { note, print, readNamedFile, reasonOf } from './io.ts'
import { printCriteria, type Readings } from './plan-results.ts'
import { schemaLine } from './schema.ts'

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

interface NewOptions {
  readonly repo: string
  readonly base?: string
  readonly head: string
  readonly id?: string
  readonly title?: string
  readonly owner?: string
  readonly risk: PlanDraft['risk']
  readonly branch?: string
  readonly expires?: string
  readonly must?: string[]
  readonly may?: string[]
  readonly now: Date
  readonly output?: string
  readonly force?: boolean
}

function addNew(plan: Command): void {
  plan
    .command('new')
    .description(
      'Writes a plan whose scope is exactly the files a change touches, or the files you name.\nPrints it, or writes it with --output.',
    )
    .option('--repo <dir>', 'the repository', '.')
    .option(
      '--base <rev>',
      'where the change starts (default: the branch of origin/HEAD, main or master)',
    )
    .option('--head <rev>', 'the change', 'HEAD')
    .option('--id <id>', 'the plan id (default: from the branch name)')
    .option('--title <text>', 'what the plan is for (default: the subject of the first commit)')
    .option('--owner <@login>', 'the accountable person (default: git config github.user)')
    .addOption(
      new Option('--risk <risk>', 'risk')
        .choices(['low', 'medium', 'high', 'critical'])
        .default('medium'),
    )
    .option('--branch <glob>', 'the branches the plan is for (default: the branch of --head)')
    .option('--expires <date>', 'the last day it holds, YYYY-MM-DD (default: in 30 days)')
    .option('--must <path...>', 'paths or globs that must change; with it the diff is not read')
    .option('--may <path...>', 'paths or globs that may change')
    .addOption(
      new Option('--now <iso>', 'the time to count from')
        .argParser(parseTime)
        .default(new Date(), 'now'),
    )
    .option('--output <file>', 'write the plan to a file, such as .countersign/plans/ID.yml')
    .option('--force', 'overwrite the --output file')
    .addHelpText(
      'after',
      `
Examples:
  countersign plan new --owner @alice --output .countersign/plans/PAY-142.yml
  countersign plan new --owner @alice --id PAY-142 --title "Retry webhooks" --must src/retry.ts --may "docs/**"`,
    )
    .action(async (options: NewOptions) => {
      process.exitCode = await runNew(options)
    })
}

async function runNew(options: NewOptions): Promise<number> {
  const isNamed = options.must !== undefined || options.may !== undefined
  const change = await readChangeSummary(options.repo, {
    base: isNamed ? null : (options.base ?? (await findDefaultBase(options.repo))),
    head: options.head,
  })
  if (!isNamed && change.paths.length === 0) {
    throw new CannotStart(
      'Nothing changed between --base and --head; name the files with --must and --may.',
    )
  }
  const owner = options.owner ?? change.githubUser
  if (owner === null) {
    throw new CannotStart('A plan needs an accountable person; name one with --owner @login.')
  }
  const text = renderPlan(
    draftPlan(
      {
        id: options.id ?? change.branch ?? change.subject ?? '',
        title: options.title ?? change.subject ?? '',
        owner,
        risk: options.risk,
        branch: options.branch ?? (change.branch === null ? null : entryForPath(change.branch)),
        expires: options.expires ?? null,
        must: options.must ?? (isNamed ? [] : change.paths.map(entryForPath)),
        may: options.may ?? [],
      },
      options.now,
    ),
  )
  const parsed = parsePlan({ bytes: new TextEncoder().encode(text) })
  if (!parsed.ok) {
    throw new CannotStart(
      `The plan would not be valid: ${parsed.problems.map(describeProblem).join('; ')}.`,
    )
  }
  if (options.output === undefined) print(text)
  else {
    const line = schemaLine('plan', options.output, options.repo)
    writePlan(options.output, `${line}${text}`, options.force === true)
  }
  return 0
}

function writePlan(path: string, text: string, force: boolean): void {
  if (!force && existsSync(path))
    throw new CannotStart(`"${path}" exists; choose another --output or add --force.`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotStart(
      `"${path}" cannot be written (${reasonOf(error)}); choose another --output.`,
    )
  }
  note(
    `Wrote ${path}. Next: have it merged on the base branch, or named and approved in the pull request.`,
  )
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
