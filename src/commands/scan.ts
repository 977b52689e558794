import type { Command } from 'commander'
import { Option } from 'commander'
import type { Decision } from '../engine/decision.ts'
import { type EvaluationSettings, evaluateSteadily } from '../gate/evaluate.ts'
import { judgePull } from '../gate/judge.ts'
import { pickWorst } from '../reports/verdict.ts'
import {
  DEFAULT_POLICY,
  parseTime,
  readLocalPolicy,
  readRequestedPlan,
  refuseUnknownPlan,
} from './check.ts'
import { formatOption, type OutputOptions, writeDecision } from './format.ts'
import { parsePullTarget } from './github-place.ts'
import { refuseUsedUpLimit } from './github-session.ts'
import { note } from './io.ts'
import { propose } from './scan-propose.ts'
import { openSubject, type Subject, tellOfClosing } from './scan-subject.ts'

export interface ScanOptions extends OutputOptions {
  readonly policy?: string
  readonly plan?: string
  readonly propose?: boolean
  readonly checkName: string
  readonly now: Date
}

export function addScanCommand(program: Command): void {
  program
    .command('scan')
    .summary('judge any pull request through the API')
    .description(
      'Judges a pull request as the gate would, through the API. Reads only: nothing is published.\nA closed pull request is judged against the base it had then.',
    )
    .argument('<pull-request>', 'OWNER/REPO#N or https://github.com/OWNER/REPO/pull/N')
    .option('--policy <file>', 'try out a local policy instead of the one on the base')
    .option('--plan <file>', 'the plan: a path on the base, or a local file to try out')
    .option(
      '--propose',
      'no verdict and no policy: which agent, what it touches, the plan it would have needed',
    )
    .option('--check-name <name>', "name of the gate's check run there", 'countersign')
    .addOption(
      new Option('--now <iso>', 'the time to judge at')
        .argParser(parseTime)
        .default(new Date(), 'now'),
    )
    .addOption(formatOption())
    .option('--output <file>', 'write the result to a file instead of standard output')
    .addHelpText(
      'after',
      `
The token is read from GH_TOKEN or GITHUB_TOKEN; public repositories need none, but answer 60 requests
an hour without one. It is sent to github.com only, or to the host that GH_HOST or GITHUB_API_URL names.
COUNTERSIGN_TEAM_TOKEN, if set, reads the members of teams.

Exit codes: 0 pass (with --propose always), 1 blocked, 2 could not start.

Examples:
  countersign scan acme/shop#7
  countersign scan https://github.com/acme/shop/pull/7 --format json --output decision.json
  countersign scan acme/shop#7 --policy strict.yml --plan .countersign/plans/PAY-142.yml
  countersign scan acme/shop#7 --propose`,
    )
    .action(async (pullRequest: string, options: ScanOptions) => {
      process.exitCode = await runScan(pullRequest, options)
    })
}

async function runScan(text: string, options: ScanOptions): Promise<number> {
  const target = parsePullTarget(text)
  const settings = makeSettings(options)
  const subject = await openSubject(target)
  try {
    return options.propose === true
      ? await propose(subject, options)
      : await judge(subject, settings, options)
  } finally {
    subject.session.progress.stop()
  }
}

function makeSettings({ policy, plan, checkName, now }: ScanOptions): EvaluationSettings {
  const tryOut = {
    policy: policy === undefined ? null : readLocalPolicy(policy),
    plan: plan === undefined ? null : readRequestedPlan(plan, '.'),
  }
  return { policyPath: DEFAULT_POLICY, checkName, teams: null, results: null, now, tryOut }
}

async function judge(
  subject: Subject,
  settings: EvaluationSettings,
  options: ScanOptions,
): Promise<number> {
  const { session, target } = subject
  const decisions = await judgeAll(subject, { ...settings, teams: session.teams })
  session.progress.stop()
  refuseUsedUpLimit(session)
  const decision = pickWorst(decisions)
  if (decision === null) throw new RangeError('a scan came to no decision')
  if (isPlanUnknown(decision, settings)) refuseUnknownPlan(options.plan ?? '')
  tellOfClosing(subject)
  const links = { server: `https://${session.place.host}`, run: null }
  writeDecision(decision, options, links)
  if (decision.subject.pull_request !== target.number)
    note(`#${decision.subject.pull_request} has the same head commit; the worst verdict counts.`)
  if (decision.findings.some(({ rule }) => rule === 'policy/missing'))
    note('There is no policy to judge it by; try one with --policy FILE, or see --propose.')
  return decision.conclusion === 'block' ? 1 : 0
}

/** Open ones as the gate does, with those that share the head; what is closed shares no check any more. */
async function judgeAll(
  { reader, target, closedAt }: Subject,
  settings: EvaluationSettings,
): Promise<readonly Decision[]> {
  if (closedAt === null) return (await judgePull(reader, target.number, settings)).decisions
  const evaluations = await evaluateSteadily(reader, [target.number], settings)
  return evaluations.map(({ decision }) => decision)
}

function isPlanUnknown(decision: Decision, { tryOut }: EvaluationSettings): boolean {
  const path = tryOut?.plan?.path
  return (
    path !== undefined &&
    decision.findings.some(
      ({ rule, evidence }) => rule === 'plan/missing' && evidence.named === path,
    )
  )
}
