import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { escapeLog } from '../reports/escape.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { readHistory } from '../sources/git/recent-history.ts'
import { findOwnAction, PLACEHOLDER_USE, parseAction } from './init/action.ts'
import { askYes } from './init/ask.ts'
import { type Findings, GATE_PATH, type ProposedFile } from './init/findings.ts'
import { lookAround } from './init/look.ts'
import { describeGateWarnings, describeMerge, describeNextSteps } from './init/next-steps.ts'
import { proposeFiles } from './init/propose.ts'
import { describeFindings, renderDiff } from './init/show.ts'
import { openWorkTree, type Place, type WorkTree } from './init/work-tree.ts'
import { writeFiles } from './init/write.ts'
import { print, wantsColour } from './io.ts'
import { parseTime } from './options.ts'

interface InitOptions {
  readonly repo: string
  readonly action?: string
  readonly owner?: string
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly now: Date
}

export function addInitCommand(program: Command): void {
  program
    .command('init')
    .summary('propose workflow, policy, first plan and hook settings for a repository')
    .description(
      'Looks at a local repository and proposes what the gate needs: workflows, a policy that observes,\na first plan and hook settings. Shows them as a diff, asks once, and never overwrites a file.',
    )
    .option('--repo <dir>', 'the repository', '.')
    .option('--yes', 'write without asking, for scripts')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option(
      '--action <owner/repository@commit>',
      'the action to use, by its full commit id (default: the clone that runs this)',
    )
    .option('--owner <@login>', 'who answers for the first plan (default: git config github.user)')
    .addOption(
      new Option('--now <iso>', 'the time the first plan counts from')
        .argParser(parseTime)
        .default(new Date(), 'now'),
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 written, nothing to write, --dry-run, or answered with no;
2 could not start, also where nobody can be asked and --yes is missing.

Examples:
  countersign init
  countersign init --dry-run
  countersign init --repo ../shop --owner @alice --yes
  countersign init --action acme/countersign@0123456789abcdef0123456789abcdef01234567`,
    )
    .action(async (options: InitOptions) => {
      process.exitCode = await runInit(options)
    })
}

async function runInit(options: InitOptions): Promise<number> {
  const history = await readHistory(options.repo)
  const tree = openWorkTree(history.root)
  const action =
    options.action === undefined
      ? await findOwnAction(process.argv[1] ?? '')
      : parseAction(options.action)
  const findings = lookAround(history, tree, { action, owner: readOwner(options.owner) })
  const proposed = proposeFiles(findings, options.now).map((file) => ({
    file,
    place: tree.inspect(file.path),
  }))
  const free = proposed.filter(({ place }) => place.kind === 'free').map(({ file }) => file)
  showFindings(findings, tree)
  showLeftAlone(proposed)
  if (free.length === 0) print('\nThere is nothing to write; nothing was changed.')
  const isWritten = free.length > 0 && (await propose(findings, tree, free, options))
  if (!isWritten) showGateWarnings(findings)
  showMerge(proposed)
  showPlaceholder(proposed, tree)
  return 0
}

/** Among the next steps where there are any; a gate of somebody else's must not pass for a set-up that is done. */
function showGateWarnings(findings: Findings): void {
  const warnings = describeGateWarnings(findings)
  if (warnings.length > 0) print(`\n${warnings.join('\n')}`)
}

/** A set-up that waits to be completed looks like one that works. */
function showPlaceholder(proposed: readonly Proposal[], tree: WorkTree): void {
  const isNew = proposed.some(({ file }) => file.path === GATE_PATH)
  if (isNew || tree.read(GATE_PATH)?.includes(`uses: ${PLACEHOLDER_USE}`) !== true) return
  print(
    `\n${GATE_PATH} still names ${PLACEHOLDER_USE}; until that is replaced the gate cannot start.`,
  )
}

function readOwner(owner: string | undefined): string | null {
  if (owner === undefined) return null
  const login = owner.replace(/^@/, '')
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login)) return `@${login}`
  throw new CannotStart(`"${owner}" is no login for --owner; write the "@login" of one person.`)
}

function showFindings(findings: Findings, tree: WorkTree): void {
  const name = findings.repository === null ? '' : ` (${findings.repository})`
  heading(`Found in ${escapeLog(`${tree.root}${name}`)}`)
  print(describeFindings(findings).join('\n'))
}

interface Proposal {
  readonly file: ProposedFile
  readonly place: Place
}

function showLeftAlone(proposed: readonly Proposal[]): void {
  const inTheWay = proposed.filter(({ place }) => place.kind !== 'free')
  if (inTheWay.length === 0) return
  heading('Left alone')
  for (const { file, place } of inTheWay) print(`  ${file.path}: ${describePlace(place)}`)
}

/** Last, where it is not scrolled away by the diff. */
function showMerge(proposed: readonly Proposal[]): void {
  const inTheWay = proposed.filter(({ place }) => place.kind !== 'free')
  const merge = describeMerge(inTheWay.map(({ file }) => file))
  if (merge.length > 0) print(`\n${merge.join('\n')}`)
}

function describePlace(place: Place): string {
  if (place.kind === 'obstructed')
    return `"${place.by}" is ${place.what}, nothing is written through it`
  return place.kind === 'taken' ? `${place.what} is there already` : 'free'
}

/** Shows what would be written and writes it if that is wanted; whether it was. */
async function propose(
  findings: Findings,
  tree: WorkTree,
  files: readonly ProposedFile[],
  options: InitOptions,
): Promise<boolean> {
  heading(`Proposed: ${countFiles(files.length)}`)
  print(files.map(({ path, purpose }) => `  ${path}: ${purpose}`).join('\n'))
  print(`\n${renderDiff(files, wantsColour())}`)
  if (options.dryRun === true) {
    print('\nNothing was written (--dry-run).')
    return false
  }
  if (!(await isWanted(files.length, options))) {
    print('\nNothing was written.')
    return false
  }
  writeFiles(tree, files)
  heading(`Wrote ${countFiles(files.length)}. What to do next`)
  print(describeNextSteps(findings, files, findCommand()).join('\n'))
  return true
}

/** @throws CannotStart where there is nobody to ask */
async function isWanted(count: number, { yes }: InitOptions): Promise<boolean> {
  if (yes === true) return true
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw new CannotStart(
      'There is no terminal to ask on, so nothing was written; add --yes to write these files, or --dry-run.',
    )
  }
  print('')
  return askYes(`Write ${count === 1 ? 'this file' : `these ${count} files`}?`, {
    input: process.stdin,
    output: process.stdout,
  })
}

/** As it was called, so that the next steps can be pasted. */
function findCommand(): string {
  const script = process.argv[1] ?? ''
  if (!script.endsWith('.js') || !existsSync(script)) return 'countersign'
  return /^[\w./-]+$/.test(script) ? `node ${script}` : `node "${script}"`
}

function countFiles(count: number): string {
  return count === 1 ? '1 new file' : `${count} new files`
}

function heading(text: string): void {
  print(`\n── ${wantsColour() ? `\u001b[1m${text}\u001b[0m` : text}\n`)
}
