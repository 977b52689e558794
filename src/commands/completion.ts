import { Argument, type Command } from 'commander'
import { renderBash } from './completion/bash.ts'
import { type CompletedCommand, describeCommands } from './completion/describe.ts'
import { renderFish } from './completion/fish.ts'
import { renderZsh } from './completion/zsh.ts'
import { print } from './io.ts'

const SHELLS = { bash: renderBash, zsh: renderZsh, fish: renderFish } as const
type Shell = keyof typeof SHELLS

export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .summary('print a script that completes commands, options and rules in a shell')
    .description(
      'Prints a script by which a shell completes commands, options, their values, and the rules of "explain".\nIt is made from the commands themselves; print it anew after an update.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText(
      'after',
      `
Add it to the shell's start-up file, such as: source <(countersign completion bash)

Examples:
  countersign completion bash > ~/.local/share/bash-completion/completions/countersign
  countersign completion zsh > ~/.zfunc/_countersign
  countersign completion fish > ~/.config/fish/completions/countersign.fish`,
    )
    .action((shell: Shell) => {
      print(renderCompletion(shell, describeCommands(program)))
      process.exitCode = 0
    })
}

function renderCompletion(shell: Shell, commands: readonly CompletedCommand[]): string {
  return SHELLS[shell](commands)
}
