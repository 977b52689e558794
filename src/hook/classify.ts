import type { Category } from '../engine/chain/format.ts'
import {
  commandIn,
  filesIn,
  hasContent,
  joinWords,
  movedFiles,
  type NamedFile,
  patchedIn,
  type ToolInput,
} from './tool-input.ts'

/** A tool call before its paths are looked up. */
export interface Classified {
  readonly category: Category
  readonly files: readonly NamedFile[]
  readonly command: string | null
  /** Of a web request; empty when it cannot be told. */
  readonly host: string
}

const READERS = new Set(['Read', 'Grep', 'Glob', 'LS', 'NotebookRead'])
const WRITERS = new Set(['Write', 'Edit', 'MultiEdit', 'NotebookEdit'])
const SHELLS = new Set(['Bash', 'PowerShell', 'Shell'])
const WEB = new Set(['WebFetch', 'WebSearch'])
const AGENTS = new Set(['Task', 'Agent'])

const NOTHING = { files: [], command: null, host: '' } as const

/**
 * What kind of call it is, by the tool's name or, for tools nobody has heard of, by the form of their
 * input: who is given a path and something to put there, writes.
 */
export function classify(tool: string, input: ToolInput): Classified {
  if (SHELLS.has(tool)) return classifyShell(input)
  if (READERS.has(tool)) return { ...NOTHING, category: 'file_read', files: readTargets(input) }
  if (WRITERS.has(tool)) return { ...NOTHING, category: 'file_write', files: filesIn(input) }
  if (WEB.has(tool)) return { ...NOTHING, category: 'network', host: hostIn(input) }
  if (AGENTS.has(tool)) return { ...NOTHING, category: 'agent' }
  return classifyByForm(tool, input)
}

/** A command, and where it applies a patch, a write, too. */
function classifyShell(input: ToolInput): Classified {
  const files = patchedIn(input)
  const category = files.length > 0 ? 'file_write' : 'command'
  return { ...NOTHING, category, files, command: joinWords(input.command) }
}

/** Words of a name that begin so; `view` is what some editors call looking. */
const READS = /(?:^|[^A-Za-z])(?:read|get|view|cat|open)|Read|Get|View|Cat|Open/
const MOVES = /move|rename|copy/i

function classifyByForm(tool: string, input: ToolInput): Classified {
  const command = commandIn(input)
  const named = filesIn(input)
  const written = [
    ...patchedIn(input),
    ...movedFiles(input, MOVES.test(tool)),
    ...(hasContent(input) ? named : []),
  ]
  if (written.length > 0) return { ...NOTHING, category: 'file_write', files: written, command }
  const isRead = named.length > 0 && (READS.test(tool) || command === 'view')
  if (isRead) return { ...NOTHING, category: 'file_read', files: named, command }
  return { ...NOTHING, category: command === null ? 'other' : 'command', command }
}

/** A search is told where to look and, apart from that, in which files. */
function readTargets(input: ToolInput): NamedFile[] {
  const files = filesIn(input)
  const where = files[0]?.path ?? '.'
  const within = [input.glob, 'file_path' in input ? null : input.pattern].filter(isPlainName)
  const found = within.map((name) => (name.startsWith('/') ? name : `${where}/${name}`))
  return [...files, ...found.map((path) => ({ path, text: null }))]
}

/** A regular expression or a glob names no file; one name may. */
function isPlainName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w./-]+$/.test(value)
}

function hostIn({ url }: ToolInput): string {
  if (typeof url !== 'string') return ''
  return URL.canParse(url) ? new URL(url).hostname : ''
}
