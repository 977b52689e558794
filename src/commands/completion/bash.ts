import type { CompletedCommand, Values } from './describe.ts'

/** A completion script for bash, from 3.2 on. Nothing in it is evaluated but what stands here. */
export function renderBash(commands: readonly CompletedCommand[]): string {
  return `# bash completion of countersign
_countersign() {
  local cur prev path word line i words=''
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  # Bash takes the = of --format=json for a word of its own.
  if [[ $cur == "=" ]]; then cur=''
  elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  path=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$path/$word" in
      ${listPaths(commands)}) path="$path/$word" ;;
    esac
  done
  COMPREPLY=()
  case "$path $prev" in
${commands.flatMap(renderOptionValues).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$path" in
${commands.map(renderOptions).join('\n')}
    esac
    _countersign_words "$words"
    return
  fi
  case "$path" in
${commands.map(renderArguments).join('\n')}
  esac
}

_countersign_words() {
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$1" -- "$cur")
}

_countersign_files() {
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$1" -- "$cur")
}

complete -o default -F _countersign countersign
`
}

function listPaths(commands: readonly CompletedCommand[]): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== '')
  return paths.map((path) => `"${path}"`).join('|')
}

function renderOptionValues({ path, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, values }) =>
    values === null
      ? []
      : [
          `    ${flags.map((flag) => `"${path} ${flag}"`).join('|')}) ${complete(values)}; return ;;`,
        ],
  )
}

function renderOptions({ path, options }: CompletedCommand): string {
  return `      "${path}") words='${options.flatMap(({ flags }) => flags).join(' ')}' ;;`
}

function renderArguments({ path, commands, argument }: CompletedCommand): string {
  const names = commands.map(({ name }) => name)
  const values: Values = names.length > 0 ? { kind: 'words', words: names } : argument
  return `    "${path}") ${complete(values)} ;;`
}

function complete(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `_countersign_words '${values.words.join(' ')}'`
    case 'files':
      return '_countersign_files -f'
    case 'directories':
      return '_countersign_files -d'
    case 'anything':
      return ':'
  }
}
