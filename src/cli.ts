#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { addAuditCommands } from './commands/audit.ts'
import { addCheckCommand } from './commands/check.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addExplainCommand } from './commands/explain.ts'
import { addInitCommand } from './commands/init.ts'
import { note, noteInternal } from './commands/io.ts'
import { addPlanCommands } from './commands/plan.ts'
import { addPolicyCommands } from './commands/policy.ts'
import { addReportCommand } from './commands/report.ts'
import { addScanCommand } from './commands/scan.ts'
import { addSchemaCommand } from './commands/schema.ts'
import { HELP_FORM, wordUsageError } from './commands/usage.ts'
import { escapeLog } from './reports/escape.ts'
import { CannotStart } from './sources/cannot-start.ts'
import { VERSION } from './version.generated.ts'

/** Could not start: usage, or an input that cannot be read. Never a pass. */
const COULD_NOT_START = 2

// Until a command says otherwise nothing was decided: also when it stops without an exception.
process.exitCode = COULD_NOT_START

// A reader that has seen enough, such as `head`, is no error; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? process.exitCode : COULD_NOT_START)
})

const program: Command = new Command('countersign')
  .description('The merge gate for agent-authored pull requests.')
  .version(VERSION)
  .option('--debug', 'print stack traces of internal errors')
  .showSuggestionAfterError()
  .configureHelp(HELP_FORM)
  .configureOutput({ outputError: (message, write) => write(wordUsageError(message, program)) })
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  countersign demo                         see a hijacked change blocked and explained
  countersign init                         propose what the gate needs here
  countersign check --base main            judge the current branch
  countersign plan new --owner @you        write a plan for it
  countersign policy lint                  check .github/countersign.yml
  countersign scan acme/shop#7             judge any pull request through the API
  countersign doctor                       see whether the gate is really required
  countersign report decisions/            what many decisions come to`,
  )

addDemoCommand(program)
addInitCommand(program)
addCheckCommand(program)
addScanCommand(program)
addDoctorCommand(program)
addPlanCommands(program)
addPolicyCommands(program)
addAuditCommands(program)
addReportCommand(program)
addExplainCommand(program)
addSchemaCommand(program)
addCompletionCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_START
  if (error instanceof CannotStart) {
    note(`countersign: ${escapeLog(error.message)}`)
    return COULD_NOT_START
  }
  note(
    'countersign: an internal error stopped the command; run it with --debug and report what it prints.',
  )
  noteInternal(error)
  return COULD_NOT_START
}
