import type { CompletedCommand, CompletedOption, Values } from './describe.ts'

/** A completion script for fish. */
export function renderFish(commands: readonly CompletedCommand[]): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== '')
  return `# fish completion of countersign
function __countersign_at
  set -l path ''
  for word in (commandline -opc)[2..-1]
    switch "$path/$word"
      case ${paths.map(quote).join(' ')}
        set path "$path/$word"
    end
  end
  test "$path" = "$argv[1]"
end

complete -c countersign -f
${commands.flatMap(renderCommand).join('\n')}
`
}

function renderCommand({ path, commands, options, argument }: CompletedCommand): string[] {
  const at = `complete -c countersign -n ${quote(`__countersign_at ${quote(path)}`)}`
  const below = commands.map(
    ({ name, description }) => `${at} -a ${quote(name)} -d ${quote(description)}`,
  )
  const arguments_ = commands.length > 0 ? '' : complete(argument)
  return [
    ...below,
    ...(arguments_ === '' ? [] : [`${at} ${arguments_}`]),
    ...options.map((option) => `${at} ${renderOption(option)}`),
  ]
}

function renderOption({ flags, description, values }: CompletedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  )
  // `-x` keeps the files of the folder from being offered beside the values.
  const taken =
    values === null ? '' : values.kind === 'files' ? ' -r -F' : ` -x ${complete(values)}`
  return `${names.join(' ')} -d ${quote(description)}${taken}`.trimEnd()
}

function complete(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `-a ${quote(values.words.join(' '))}`
    case 'files':
      return '-F'
    case 'directories':
      return "-a '(__fish_complete_directories)'"
    case 'anything':
      return ''
  }
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
