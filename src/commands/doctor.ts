import { type Command, Option } from 'commander'
import { type Diagnosis, diagnose } from '../engine/doctor/index.ts'
import { renderDiagnosis } from '../reports/doctor.ts'
import { printJson } from '../reports/json.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { readOriginAddress } from '../sources/git/origin-address.ts'
import { readSetupFacts } from '../sources/github/setup/read-setup.ts'
import { Unreadable } from '../sources/unreadable.ts'
import { DEFAULT_POLICY } from './check.ts'
import { terminalStyle, writeResult } from './format.ts'
import { parseRepositoryTarget, type RepositoryTarget, resolvePlace } from './github-place.ts'
import { openSession, readFirst, refuseUsedUpLimit, type Session } from './github-session.ts'

interface DoctorOptions {
  readonly repo: string
  readonly checkName?: string
  readonly policyPath: string
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
    .option('--policy-path <path>', 'path of the policy on the default branch', DEFAULT_POLICY)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('--output <file>', 'write the result to a file instead of standard output')
    .addHelpText(
      'after',
      `
The token is read from GH_TOKEN or GITHUB_TOKEN; an administrator's sees the most, and what one cannot see
is said. COUNTERSIGN_TEAM_TOKEN, if set, looks teams up. docs/doctor.md has more.

Signs: ✓ good, ! advice, ✗ problem, ? could not be read.
Exit codes: 0 no problem, 1 a problem was found, 2 could not start.

Examples:
  countersign doctor
  countersign doctor acme/shop
  countersign doctor https://github.com/acme/shop --format json --output doctor.json`,
    )
    .action(async (repository: string | undefined, options: DoctorOptions) => {
      process.exitCode = await runDoctor(repository, options)
    })
}

async function runDoctor(text: string | undefined, options: DoctorOptions): Promise<number> {
  const target = text === undefined ? await findTarget(options.repo) : parseRepositoryTarget(text)
  const session = openSession(
    resolvePlace(target.host, process.env),
    `${target.owner}/${target.repo}`,
  )
  try {
    const diagnosis = await examine(session, target, options)
    session.progress.stop()
    writeResult(render(diagnosis, options), options.output, 'diagnosis')
    return diagnosis.counts.problem > 0 ? 1 : 0
  } finally {
    session.progress.stop()
  }
}

async function findTarget(directory: string): Promise<RepositoryTarget> {
  const { host, repository } = await readOriginAddress(directory)
  return { ...parseRepositoryTarget(repository), host }
}

async function examine(
  session: Session,
  { owner, repo }: RepositoryTarget,
  options: DoctorOptions,
): Promise<Diagnosis> {
  const { api, teams, place } = session
  const repository = { owner, repo }
  const { policyPath } = options
  const checkName = options.checkName ?? null
  const hasToken = place.token !== ''
  const request = { api, teams, repository, hasToken, policyPath, checkName }
  const facts = await readFirst(session, `${owner}/${repo}`, () => readSetupFacts(request)).catch(
    (error: unknown) => {
      if (!(error instanceof Unreadable)) throw error
      throw new CannotStart(`${owner}/${repo} cannot be read: ${error.missing}: ${error.message}.`)
    },
  )
  // Half of what there is to see would look like a worse set-up, or a better one.
  refuseUsedUpLimit(session)
  return diagnose(facts, checkName)
}

function render(diagnosis: Diagnosis, { format, output }: DoctorOptions): string {
  if (format === 'json') return printJson(diagnosis)
  return renderDiagnosis(diagnosis, terminalStyle(output !== undefined))
}
