import type { Command } from 'commander'
import { Option } from 'commander'
import { POLICY_PATH } from '../engine/places.ts'
import { formatOption, type OutputOptions } from './format.ts'
import { parseTime } from './options.ts'

export interface ScanOptions extends OutputOptions {
  readonly policy?: string
  readonly plan?: string
  readonly propose?: boolean
  readonly checkName: string
  readonly policyPath: string
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
    .option(
      '--policy <file>',
      'try out a local policy, or a preset by its name, instead of the one on the base',
    )
    .option('--plan <file>', 'the plan: a path on the base, or a local file to try out')
    .option(
      '--propose',
      'no verdict and no policy: which agent, what it touches, the plan it would have needed',
    )
    .option('--policy-path <path>', 'path of the policy on the base', POLICY_PATH)
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
      // Loaded on demand: the client for GitHub costs every other command its start-up time.
      const { runScan } = await import('./scan/run.ts')
      process.exitCode = await runScan(pullRequest, options)
    })
}
