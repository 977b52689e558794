import type { Command, HelpConfiguration } from 'commander'
import { escapeLog } from '../reports/escape.ts'

/** How the command line explains itself: its help, and what was wrong with what it was given. */

/** Help in whole sentences: where a line ends is for the width of the terminal to say. */
export const HELP_FORM: HelpConfiguration = {
  commandDescription: (command) => command.description().replaceAll('\n', ' '),
  subcommandDescription: (command) =>
    command.summary() || (command.description().split('\n')[0] ?? ''),
}

/**
 * A usage error in one sentence on one line: what was given, the nearest that there is, and where to look.
 * What is quoted in it came from outside, such as a branch's name in a job, so nothing raw is let through.
 * @param message as commander words it, with its prefix and its suggestion
 */
export function wordUsageError(message: string, program: Command): string {
  const [, problem = '', suggestion = ''] =
    /^(?:error: )?([\s\S]*?)(?:\n\(Did you mean ([^\n]*)\?\))?\s*$/.exec(message) ?? []
  const near = findBelow(problem, program) || suggestion
  const hint = near === '' ? '' : ` (did you mean ${near}?)`
  return `countersign: ${escapeLog(joinSentences(problem))}${escapeLog(hint)}; run it with --help for usage and examples.\n`
}

/** Commander explains a choice in a second sentence. */
function joinSentences(problem: string): string {
  return problem.replace(/\. (Allowed choices are [^\n]*)\.$/, ' ($1)').replace(/\.$/, '')
}

/** A word that is no command at the top may be one below: `lint` is `plan lint` or `policy lint`. */
function findBelow(problem: string, program: Command): string {
  const [, word] = /^unknown command '([^']+)'$/.exec(problem) ?? []
  const found = program.commands.flatMap((group) =>
    group.commands
      .filter((command) => command.name() === word)
      .map((command) => `"${group.name()} ${command.name()}"`),
  )
  return found.join(' or ')
}
