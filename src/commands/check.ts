import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { decide } from '../engine/decide.ts'
import type { Decision } from '../engine/decision.ts'
import type { LocalChain } from '../engine/evidence.ts'
import { POLICY_PATH } from '../engine/places.ts'
import { escapeTerminal } from '../reports/escape.ts'
import { readApprovalFacts } from '../sources/approval-facts.ts'
import { findDefaultBase } from '../sources/git/default-base.ts'
import { type GitRequest, readGitEvidence } from '../sources/git/index.ts'
import { readNamedResults } from '../sources/local-results.ts'
import { chooseFormat, formatOption, type OutputOptions, writeDecision } from './format.ts'
import { note, readFileIfThere, readNamedFile } from './io.ts'
import { parseTime, readLocalPolicy, readRequestedPlan, refuseUnknownPlan } from './options.ts'

interface CheckOptions extends OutputOptions {
  readonly repo: string
  readonly base?: string
  readonly head: string
  readonly policy?: string
  readonly plan?: string
  readonly audit?: readonly string[]
  readonly results?: readonly string[]
  readonly approvals?: string
  readonly now: Date
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
    .option(
      '--policy <file>',
      'try out a local policy, or a preset by its name, instead of the one on the base',
    )
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
    .addOption(formatOption())
    .option('--output <file>', 'write the decision to a file instead of standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 pass, 1 blocked, 2 could not start.

Examples:
  countersign check --base main
  countersign check --base origin/main --head claude/fix --plan .countersign/plans/FIX-1.yml
  countersign check --base main --approvals facts.json   (the format: docs/decision.md)
  countersign check --base main --policy standard
  countersign check --base main --policy my-policy.yml --output decision.json
  countersign check --base main --output decision.html`,
    )
    .action(async (options: CheckOptions) => {
      process.exitCode = await runCheck(options)
    })
}

async function runCheck(options: CheckOptions): Promise<number> {
  const format = chooseFormat(options)
  const decision = await checkRepository(options)
  writeDecision(decision, { ...options, format })
  if (hasOnlyLocalPolicy(decision, options)) note(adviseTryOut(options.repo))
  return decision.conclusion === 'block' ? 1 : 0
}

/** Whether somebody wrote a policy that is not merged yet, as after `init`: the base alone counts. */
function hasOnlyLocalPolicy({ findings }: Decision, { repo, policy }: CheckOptions): boolean {
  const isMissing = findings.some(
    ({ rule, evidence }) => rule === 'policy/missing' && evidence.proposed !== true,
  )
  return isMissing && policy === undefined && existsSync(join(repo, POLICY_PATH))
}

function adviseTryOut(repo: string): string {
  const path = escapeTerminal(join(repo, POLICY_PATH))
  return `The work tree has a policy that the base has not yet; to try it out, add --policy ${path}.`
}

/** Judges a local change. @throws CannotStart */
export async function checkRepository(
  options: Omit<CheckOptions, 'format' | 'output'>,
): Promise<Decision> {
  const base = options.base ?? (await findDefaultBase(options.repo))
  const facts =
    options.approvals === undefined ? null : readNamedFile(options.approvals, 'approvals file')
  const plan = options.plan === undefined ? null : readRequestedPlan(options.plan, options.repo)
  const request: GitRequest = {
    repo: options.repo,
    base,
    head: options.head,
    policyPath: POLICY_PATH,
    policyFile: options.policy === undefined ? null : readLocalPolicy(options.policy),
    requestedPlan: plan?.path ?? null,
    planFile: plan?.file ?? null,
    results: options.results === undefined ? null : readResults(options.results),
    localChains: (options.audit ?? []).map(readLocalChain),
    facts: facts === null ? null : readApprovalFacts(facts, options.approvals ?? ''),
  }
  const evidence = await readGitEvidence(request)
  const { requestedPlan } = evidence
  const known = [
    ...evidence.trusted.plans,
    ...evidence.offeredPlans.filter((one) => one.origin === 'file'),
  ]
  if (requestedPlan !== null && !known.some((one) => one.path === requestedPlan))
    refuseUnknownPlan(options.plan ?? requestedPlan)
  return decide(evidence, options.now)
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
