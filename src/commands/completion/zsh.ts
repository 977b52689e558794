import type { CompletedCommand, Values } from './describe.ts'

/** A completion script for zsh: for a folder of $fpath, or to be sourced. */
export function renderZsh(commands: readonly CompletedCommand[]): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== '')
  return `#compdef countersign
compdef _countersign countersign

_countersign() {
  local cur prev cpath word
  local -a items
  integer i
  cur="\${words[CURRENT]}"
  prev="\${words[CURRENT-1]}"
  cpath=''
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    case "$cpath/$word" in
      (${paths.join('|')}) cpath="$cpath/$word" ;;
    esac
  done
  case "$cpath $prev" in
${commands.flatMap(renderOptionValues).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$cpath" in
${commands.map(renderOptions).join('\n')}
    esac
    _describe 'option' items
    return
  fi
  case "$cpath" in
${commands.map(renderArguments).join('\n')}
  esac
}

if [ "$funcstack[1]" = "_countersign" ]; then
  _countersign
fi
`
}

function renderOptionValues({ path, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, values }) =>
    values === null
      ? []
      : [
          `    (${flags.map((flag) => quote(`${path} ${flag}`)).join('|')}) ${complete(values)}; return ;;`,
        ],
  )
}

function renderOptions({ path, options }: CompletedCommand): string {
  const items = options.flatMap(({ flags, description }) =>
    flags.map((flag) => describe(flag, description)),
  )
  return `      (${quote(path)}) items=(${items.join(' ')}) ;;`
}

function renderArguments({ path, commands, argument }: CompletedCommand): string {
  if (commands.length === 0) return `    (${quote(path)}) ${complete(argument)} ;;`
  const items = commands.map(({ name, description }) => describe(name, description))
  return `    (${quote(path)}) items=(${items.join(' ')}); _describe 'command' items ;;`
}

function complete(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `compadd -- ${values.words.map(quote).join(' ')}`
    case 'files':
      return '_files'
    case 'directories':
      return '_files -/'
    case 'anything':
      return ':'
  }
}

/** `name:what it is`; a colon in the name would end it. */
function describe(name: string, description: string): string {
  return quote(`${name.replaceAll(':', '\\:')}:${description}`)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
