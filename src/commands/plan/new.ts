import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { type Command, Option } from 'commander'
import { describeProblem } from '../../engine/parsing/yaml.ts'
import {
  draftPlan,
  entryForPath,
  isTitleUnwritten,
  type PlanDraft,
  renderPlan,
} from '../../engine/plan/draft.ts'
import { parsePlan } from '../../engine/plan/plan.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { findDefaultBase, listBaseBranches } from '../../sources/git/default-base.ts'
import { type ChangeSummary, readChangeSummary } from '../../sources/git/summary.ts'
import { note, print, writeReasonOf } from '../io.ts'
import { parseTime } from '../options.ts'
import { schemaLine } from '../schema.ts'

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

/** Registers `plan new` in the group of plan commands. */
export function addNew(plan: Command): void {
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
    .option('--id <id>', 'the plan id (default: from the branch name, on the base from --output)')
    .option('--title <text>', 'what the plan is for (default: the subject of the first commit)')
    .option('--owner <@login>', 'the accountable person (default: git config github.user)')
    .addOption(
      new Option('--risk <risk>', 'risk')
        .choices(['low', 'medium', 'high', 'critical'])
        .default('medium'),
    )
    .option(
      '--branch <glob>',
      'the branches the plan is for (default: the branch of --head, unless it is the base)',
    )
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
  countersign plan new --owner @alice --id PAY-142 --title "Retry webhooks" --branch "claude/pay-142*" --must src/retry.ts --may "docs/**"`,
    )
    .action(async (options: NewOptions) => {
      process.exitCode = await runNew(options)
    })
}

async function runNew(options: NewOptions): Promise<number> {
  refusePast(options)
  const change = await readChange(options)
  const bases = await listBaseBranches(options.repo, options.base ?? null)
  const isOnBase = change.branch !== null && bases.includes(change.branch)
  const draft = toDraft(options, { ...change, branch: isOnBase ? null : change.branch })
  const plan = draftPlan(draft, options.now)
  const text = renderValid(plan)
  if (options.output === undefined) print(text)
  else
    writePlan(options.output, `${schemaLine('plan', options.output, options.repo)}${text}`, options)
  if (isOnBase && plan.branch === null) note(describeLeftOut(change.branch ?? ''))
  if (options.title === undefined && isTitleUnwritten(plan))
    note('The title is yours to write: say in it what the change is for, or use --title.')
  return 0
}

function describeLeftOut(branch: string): string {
  return `The plan names no branch, for "${escapeTerminal(branch)}" is what changes are merged into; it fits every branch until it expires. Name one with --branch, such as --branch "claude/pay-142*".`
}

/** @throws CannotStart when the last day is over: such a plan would never hold. */
function refusePast({ expires, now }: NewOptions): void {
  if (expires === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(expires)) return
  const today = now.toISOString().slice(0, 10)
  if (expires < today) {
    throw new CannotStart(
      `--expires ${expires} is over already (today is ${today}); name a day that is still to come.`,
    )
  }
}

function namesFiles({ must, may }: NewOptions): boolean {
  return must !== undefined || may !== undefined
}

async function readChange(options: NewOptions): Promise<ChangeSummary> {
  const isNamed = namesFiles(options)
  const change = await readChangeSummary(options.repo, {
    base: isNamed ? null : (options.base ?? (await findDefaultBase(options.repo))),
    head: options.head,
  })
  if (isNamed || change.paths.length > 0) return change
  throw new CannotStart(
    'Nothing changed between --base and --head; name the files with --must and --may.',
  )
}

/** @param change with a branch only where that is a branch of work */
function toDraft(
  options: NewOptions,
  { branch, subject, paths, githubUser }: ChangeSummary,
): PlanDraft {
  const owner = options.owner ?? githubUser
  if (owner === null)
    throw new CannotStart('A plan needs an accountable person; name one with --owner @login.')
  const title = options.title ?? subject ?? ''
  return {
    id: options.id ?? branch ?? (nameOf(options.output) || title),
    title,
    owner,
    risk: options.risk,
    branch: options.branch ?? (branch === null ? null : entryForPath(branch)),
    expires: options.expires ?? null,
    must: options.must ?? (namesFiles(options) ? [] : paths.map(entryForPath)),
    may: options.may ?? [],
  }
}

/** `PAY-142` of `.countersign/plans/PAY-142.yml`. */
function nameOf(output: string | undefined): string {
  return output === undefined ? '' : basename(output, extname(output))
}

/** @throws CannotStart when what was given makes no valid plan. */
function renderValid(plan: ReturnType<typeof draftPlan>): string {
  const text = renderPlan(plan)
  const parsed = parsePlan({ bytes: new TextEncoder().encode(text) })
  if (parsed.ok) return text
  throw new CannotStart(
    `The plan would not be valid: ${parsed.problems.map(describeProblem).join('; ')}.`,
  )
}

function writePlan(path: string, text: string, { force }: NewOptions): void {
  if (force !== true && existsSync(path))
    throw new CannotStart(`"${path}" exists; choose another --output or add --force.`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotStart(
      `"${path}" cannot be written (${writeReasonOf(error)}); choose another --output.`,
    )
  }
  note(
    `Wrote ${path}. Next: have it merged on the base branch, or named and approved in the pull request.`,
  )
}
