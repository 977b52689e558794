import { writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { decide } from '../engine/decide.ts'
import type { Decision } from '../engine/decision.ts'
import type { LocalChain, PlanFile, SourceFile } from '../engine/evidence.ts'
import { escapeTerminal } from '../reports/escape.ts'
import { renderDecisionPage } from '../reports/html/decision-page.ts'
import { renderJson } from '../reports/json.ts'
import { NO_LINKS } from '../reports/links.ts'
import { renderMarkdown } from '../reports/markdown.ts'
import { renderSarif } from '../reports/sarif/sarif.ts'
import { renderTerminal } from '../reports/terminal.ts'
import { readApprovalFacts } from '../sources/approval-facts.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { findDefaultBase } from '../sources/git/default-base.ts'
import { type GitRequest, readGitEvidence } from '../sources/git/index.ts'
import { readNamedResults } from '../sources/local-results.ts'
import { note, print, readFileIfThere, readNamedFile, reasonOf, wantsColour } from './io.ts'

const DEFAULT_POLICY = '.github/countersign.yml'

interface CheckOptions {
  readonly repo: string
  readonly base?: string
  readonly head: string
  readonly policy?: string
  readonly plan?: string
  readonly audit?: readonly string[]
  readonly results?: readonly string[]
  readonly approvals?: string
  readonly now: Date
  readonly format: 'text' | 'json' | 'markdown' | 'sarif' | 'html'
  readonly output?: string
}

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .summary('judge a change in a local git repository')
    .description(
      'Judges the change from the merge base of --base and --head, by the policy and plans on --base.\nReads git objects only: the work tree is neither read nor changed.',
    )
    .option('--repo <dir>', 'the repository', '.')
    .option(
      '--base <rev>',
      'what the change is to be merged into (default: the branch of origin/HEAD, main or master)',
    )
    .option('--head <rev>', 'the change', 'HEAD')
    .option('--policy <file>', 'try out a local policy instead of the one on the base')
    .option('--plan <file>', 'the plan: a path on the base, or a local file to try out')
    .option('--audit <file...>', 'audit chains that are not part of the change, to try them out')
    .option(
      '--results <file...>',
      'test reports of the change (JUnit, CTRF, TAP, jest, vitest, go)',
    )
    .option('--approvals <file>', 'approval facts as JSON, for offline use')
    .addOption(
      new Option('--now <iso>', 'the time to judge at')
        .argParser(parseTime)
        .default(new Date(), 'now'),
    )
    .addOption(
      new Option('--format <format>', 'how to print the decision')
        .choices(['text', 'json', 'markdown', 'sarif', 'html'])
        .default('text'),
    )
    .option('--output <file>', 'write the decision to a file instead of standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 pass, 1 blocked, 2 could not start.

Examples:
  countersign check --base main
  countersign check --base origin/main --head claude/fix --plan .countersign/plans/FIX-1.yml
  countersign check --base main --approvals facts.json   (the format: docs/decision.md)
  countersign check --base main --policy my-policy.yml --format json --output decision.json
  countersign check --base main --format html --output decision.html`,
    )
    .action(async (options: CheckOptions) => {
      process.exitCode = await runCheck(options)
    })
}

async function runCheck(options: CheckOptions): Promise<number> {
  const decision = await checkRepository(options)
  writeOutput(render(decision, options), options.output, 'decision')
  return decision.conclusion === 'block' ? 1 : 0
}

/** Judges a local change. @throws CannotStart */
export async function checkRepository(
  options: Omit<CheckOptions, 'format' | 'output'>,
): Promise<Decision> {
  const base = options.base ?? (await findDefaultBase(options.repo))
  const facts =
    options.approvals === undefined ? null : readNamedFile(options.approvals, 'approvals file')
  const request: GitRequest = {
    repo: options.repo,
    base,
    head: options.head,
    policyPath: DEFAULT_POLICY,
    policyFile: options.policy === undefined ? null : readLocalPolicy(options.policy),
    ...readRequestedPlan(options),
    results: options.results === undefined ? null : readResults(options.results),
    localChains: (options.audit ?? []).map(readLocalChain),
    facts: facts === null ? null : readApprovalFacts(facts, options.approvals ?? ''),
  }
  const evidence = await readGitEvidence(request)
  const { requestedPlan } = evidence
  const known = [
    ...evidence.trusted.plans,
    ...evidence.offeredPlans.filter((plan) => plan.origin === 'file'),
  ]
  if (requestedPlan !== null && !known.some((plan) => plan.path === requestedPlan)) {
    throw new CannotStart(
      `The plan "${options.plan}" is neither on the base nor a local file; check the path.`,
    )
  }
  return decide(evidence, options.now)
}

function readLocalPolicy(path: string): SourceFile {
  return { source: `file:${path}`, path: DEFAULT_POLICY, bytes: readNamedFile(path, 'policy') }
}

function readResults(paths: readonly string[]) {
  return readNamedResults(paths, (path) => readNamedFile(path, 'test report'))
}

/** A chain, with the seal that lies beside it. */
function readLocalChain(path: string): LocalChain {
  const seal = readFileIfThere(path.replace(/\.jsonl$/, '.dsse.json'), 'seal')
  const bytes = readNamedFile(path, 'audit chain')
  return { path, bytes, seal: path.endsWith('.jsonl') ? seal : null }
}

/** A plan named on the command line is looked for on the base first; the local file is the other reading. */
function readRequestedPlan({ plan, repo }: { plan?: string; repo: string }) {
  if (plan === undefined) return { requestedPlan: null, planFile: null }
  const inside = relative(resolve(repo), resolve(plan))
  const path = inside.startsWith('..') ? plan : inside
  const bytes = readFileIfThere(plan, 'plan')
  const planFile: PlanFile | null =
    bytes === null ? null : { origin: 'file', source: `file:${plan}`, path, bytes }
  return { requestedPlan: path, planFile }
}

function render(decision: Decision, { format, output }: CheckOptions): string {
  if (format === 'json') return renderJson(decision)
  if (format === 'markdown') return renderMarkdown(decision, NO_LINKS)
  if (format === 'sarif') return renderSarif(decision, NO_LINKS)
  if (format === 'html') return renderDecisionPage(decision, NO_LINKS)
  const width = process.stdout.columns ?? 100
  return renderTerminal(decision, { colour: output === undefined && wantsColour(), width })
}

/** Prints a result, or writes it to a file and says so. `what` is our own word. @throws CannotStart */
export function writeOutput(text: string, output: string | undefined, what: string): void {
  if (output === undefined) {
    print(text)
    return
  }
  try {
    writeFileSync(output, text)
  } catch (error) {
    throw new CannotStart(
      `The file "${output}" cannot be written (${reasonOf(error)}); choose another --output.`,
    )
  }
  note(`Wrote the ${what} to ${escapeTerminal(output)}.`)
}

/** ISO 8601 with a time zone, or a date, which is its first moment in UTC. */
export function timeParser(option: string): (text: string) => Date {
  return (text) => {
    const isIso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(
      text,
    )
    const time = new Date(text)
    if (!isIso || Number.isNaN(time.getTime())) {
      throw new CannotStart(
        `"${text}" is not a time for ${option}; write it as 2026-11-20T12:00:00Z.`,
      )
    }
    return time
  }
}

export const parseTime = timeParser('--now')
