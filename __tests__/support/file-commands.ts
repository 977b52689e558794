/**
 * Reads a runner's command file (`GITHUB_OUTPUT`, `GITHUB_ENV`): `name=value`, or `name<<DELIMITER`,
 * lines, `DELIMITER`. As in the runner, whichever of `=` and `<<` comes first decides, a later value
 * wins, and a delimiter that never comes is an error.
 * Source: GitHub documentation, "Workflow commands for GitHub Actions", "Multiline strings".
 */
export function readFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    if (line === '') continue
    const [name, value] = readCommand(line, lines)
    values[name] = value
  }
  return values
}

function readCommand(line: string, rest: string[]): readonly [string, string] {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    return [line.slice(0, equals), line.slice(equals + 1)]
  }
  if (heredoc < 0) throw new Error(`The runner would refuse this line: ${line}`)
  const delimiter = line.slice(heredoc + 2)
  const end = rest.indexOf(delimiter)
  if (end < 0) throw new Error(`The delimiter ${delimiter} never comes`)
  const value = rest.splice(0, end + 1).slice(0, -1)
  return [line.slice(0, heredoc), value.join('\n')]
}

export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly value: string
}

/**
 * The workflow commands a runner would obey in a step's output: `::name key=value::text` at the start
 * of a line after blanks, and the older `##[name key=value]text` anywhere in a line. Lines between
 * `::stop-commands::token` and `::token::` are not obeyed.
 */
export function readWorkflowCommands(output: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let stopped: string | null = null
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = readWorkflowCommand(line)
    if (command === null) continue
    if (stopped !== null) {
      if (command.command === stopped) stopped = null
      continue
    }
    if (command.command === 'stop-commands') stopped = command.value
    else commands.push(command)
  }
  return commands
}

function readWorkflowCommand(line: string): WorkflowCommand | null {
  const found =
    /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ??
    /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line)
  if (found === null) return null
  const [, command = '', list = '', value = ''] = found
  const pairs = list.split(/[,;]/).map((pair) => pair.split('='))
  const properties = pairs.map(([key = '', ...text]) => [key.trim(), text.join('=')] as const)
  return {
    command,
    properties: Object.fromEntries(properties.filter(([key]) => key !== '')),
    value,
  }
}
