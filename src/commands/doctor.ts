import { type Command, Option } from 'commander'

export interface DoctorOptions {
  readonly repo: string
  readonly checkName?: string
  readonly policyPath?: string
  readonly format: 'text' | 'json'
  readonly output?: string
}

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .summary('say whether the gate is really required, and how it could be forged')
    .description(
      'Reads the settings of a repository and its default branch through the API, and says in plain words\nwhether the gate is required, who could get around it, and what is missing. Reads only.',
    )
    .argument('[repository]', 'OWNER/REPO or its address (default: remote.origin.url of --repo)')
    .option('--repo <dir>', 'the clone to take the repository from', '.')
    .option('--check-name <name>', 'name of the check (default: as the workflow says)')
    .option('--policy-path <path>', 'path of the policy (default: as the workflow says)')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('--output <file>', 'write the result to a file instead of standard output')
    .addHelpText(
      'after',
      `
The token is read from GH_TOKEN or GITHUB_TOKEN; an administrator's sees the most, and what one cannot see
is said. COUNTERSIGN_TEAM_TOKEN, if set, looks teams up. docs/doctor.md has more.

Signs: ✓ good, ! advice, ✗ problem, ? could not be read or told.
Exit codes: 0 no problem, 1 a problem was found, 2 could not start.

Examples:
  countersign doctor
  countersign doctor acme/shop
  countersign doctor https://github.com/acme/shop --format json --output doctor.json`,
    )
    .action(async (repository: string | undefined, options: DoctorOptions) => {
      // Loaded on demand: the client for GitHub costs every other command its start-up time.
      const { runDoctor } = await import('./doctor/run.ts')
      process.exitCode = await runDoctor(repository, options)
    })
}
