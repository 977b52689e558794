import { runCli } from './run-cli.ts'

/** The examples that one command's `--help` shows. */
export interface HelpExamples {
  /** `plan new`; empty for the program itself. */
  readonly command: string
  /** Lines as they stand there, without the words behind them. */
  readonly examples: readonly string[]
}

/** Asks every command for its help, and so finds commands that nobody has told this test of. */
export function readHelpExamples(command = ''): HelpExamples[] {
  const words = command.split(' ').filter((word) => word !== '')
  const { code, stdout } = runCli([...words, '--help'])
  if (code !== 0) throw new Error(`"${command} --help" ends with ${code}`)
  const below = listCommands(stdout).map((name) => [...words, name].join(' '))
  return [{ command, examples: listExamples(stdout) }, ...below.flatMap(readHelpExamples)]
}

function listCommands(help: string): string[] {
  const [list = ''] = (help.split(/^Commands:\n/m)[1] ?? '').split('\n\n')
  const names = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map((match) => match[1] ?? '')
  return names.filter((name) => name !== 'help')
}

/** Three spaces or more set off what an example is for. */
export function listExamples(help: string): string[] {
  const [, after = ''] = help.split(/^Examples?:\n/m)
  return after
    .split('\n')
    .filter((line) => /^ {2}countersign\b/.test(line))
    .map((line) => line.trim().replace(/ {3,}.*$/, ''))
}
