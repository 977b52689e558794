import type { Category } from '../engine/chain/format.ts'
import { isMap } from './input.ts'

/** A tool call before its paths are looked up. */
export interface Classified {
  readonly category: Category
  /** As the agent wrote them. */
  readonly files: readonly string[]
  readonly command: string | null
  /** Of a web request; empty when it cannot be told. */
  readonly host: string
}

type ToolInput = Readonly<Record<string, unknown>>

const READERS = new Set(['Read', 'Grep', 'Glob', 'LS', 'NotebookRead'])
const WRITERS = new Set(['Write', 'Edit', 'MultiEdit', 'NotebookEdit'])
const SHELLS = new Set(['Bash', 'PowerShell', 'Shell'])
const WEB = new Set(['WebFetch', 'WebSearch'])
const AGENTS = new Set(['Task', 'Agent'])
/** Under these names tools are given the path they work on. */
const PATH_KEYS = ['file_path', 'notebook_path', 'path', 'filename', 'file', 'target_file'] as const
/** And under these what they are to write. */
export const CONTENT_KEYS = [
  'content',
  'contents',
  'file_text',
  'new_string',
  'new_str',
  'insert_text',
  'new_source',
  'edits',
  'code_edit',
  'patch',
  'text',
] as const

/**
 * What kind of call it is, by the tool's name or, for tools nobody has heard of, by the form of their
 * input: who is given a path and something to put there, writes.
 */
export function classify(tool: string, input: ToolInput): Classified {
  const files = pathsIn(input)
  const nothing = { files: [], command: null, host: '' }
  if (SHELLS.has(tool)) return { ...nothing, category: 'command', command: commandIn(input) }
  if (READERS.has(tool))
    return { ...nothing, category: 'file_read', files: readTargets(input, files) }
  if (WRITERS.has(tool)) return { ...nothing, category: 'file_write', files }
  if (WEB.has(tool)) return { ...nothing, category: 'network', host: hostIn(input) }
  if (AGENTS.has(tool)) return { ...nothing, category: 'agent' }
  if (files.length > 0 && CONTENT_KEYS.some((key) => key in input))
    return { ...nothing, category: 'file_write', files }
  if (files.length === 0 && typeof input.command === 'string')
    return { ...nothing, category: 'command', command: input.command }
  return { ...nothing, category: 'other' }
}

function pathsIn(input: ToolInput): string[] {
  return PATH_KEYS.map((key) => input[key]).filter(isName)
}

function commandIn({ command }: ToolInput): string {
  return typeof command === 'string' ? command : JSON.stringify(command ?? '')
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** A search is told where to look and, apart from that, in which files. */
function readTargets(input: ToolInput, files: readonly string[]): string[] {
  const where = files[0] ?? '.'
  const within = [input.glob, 'file_path' in input ? null : input.pattern].filter(isPlainName)
  return [...files, ...within.map((name) => (name.startsWith('/') ? name : `${where}/${name}`))]
}

/** A regular expression or a glob names no file; one name may. */
function isPlainName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w./-]+$/.test(value)
}

function hostIn({ url }: ToolInput): string {
  if (typeof url !== 'string') return ''
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** The text a tool is to write, as far as its input shows it. */
export function contentIn(input: ToolInput): string {
  return CONTENT_KEYS.flatMap((key) => textsIn(input[key])).join('\n')
}

const MAX_DEPTH = 4

function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (depth >= MAX_DEPTH || typeof value !== 'object' || value === null) return []
  const parts = isMap(value) ? newTexts(value) : Object.values(value)
  return parts.flatMap((part) => textsIn(part, depth + 1))
}

/** Of an edit, what is put in; what is taken out is there already. */
function newTexts(edit: Readonly<Record<string, unknown>>): unknown[] {
  const known = CONTENT_KEYS.filter((key) => key in edit).map((key) => edit[key])
  return known.length > 0 ? known : Object.values(edit)
}
