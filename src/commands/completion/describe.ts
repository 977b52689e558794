import type { Argument, Command, Option } from 'commander'
import { RULE_PAGES } from '../../engine/catalogue/index.ts'

/** What may follow an option or stand as an argument. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'directories' }
  | { readonly kind: 'anything' }

export interface CompletedOption {
  /** `--format`, `-h`. */
  readonly flags: readonly string[]
  readonly description: string
  /** Null: a switch. */
  readonly values: Values | null
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  /** Its words, joined: `/plan/new`; empty for the program. */
  readonly path: string
  readonly commands: readonly { readonly name: string; readonly description: string }[]
  readonly options: readonly CompletedOption[]
  readonly argument: Values
}

/** Every command of a program, itself first: what is completed is what the program really takes. */
export function describeCommands(command: Command, path = ''): CompletedCommand[] {
  const help = command.createHelp()
  const commands = help.visibleCommands(command)
  const own: CompletedCommand = {
    path,
    commands: commands.map((sub) => ({
      name: sub.name(),
      description: firstLine(sub.summary() || sub.description()),
    })),
    options: help.visibleOptions(command).map(describeOption),
    argument: describeArgument(command.registeredArguments[0]),
  }
  const below = command.commands.flatMap((sub) => describeCommands(sub, `${path}/${sub.name()}`))
  return [own, ...below]
}

function describeOption(option: Option): CompletedOption {
  const takesValue = option.required || option.optional
  return {
    flags: [option.long, option.short].flatMap((flag) => flag ?? []),
    description: firstLine(option.description),
    values: takesValue ? guessValues(option.flags, option.argChoices) : null,
  }
}

function describeArgument(argument: Argument | undefined): Values {
  if (argument === undefined) return { kind: 'anything' }
  if (argument.name() === 'rule') return { kind: 'words', words: listRuleNames() }
  return guessValues(`<${argument.name()}>`, argument.argChoices)
}

/** By the placeholder: everybody who writes an option names what it takes. */
function guessValues(flags: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: 'words', words: choices }
  if (/<(?:file|path)\b/.test(flags)) return { kind: 'files' }
  return /<(?:dir|directory|folder)\b/.test(flags) ? { kind: 'directories' } : { kind: 'anything' }
}

/** A family is completed up to the id, which is the policy's. */
function listRuleNames(): string[] {
  return RULE_PAGES.map(({ rule }) => rule.replace('<id>', ''))
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
