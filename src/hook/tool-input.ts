import { fileURLToPath } from 'node:url'
import { isMap } from '../engine/parsing/plain-map.ts'
import { patchedFiles } from './patch.ts'

export type ToolInput = Readonly<Record<string, unknown>>

/** A file that a tool's input names. */
export interface NamedFile {
  /** As the agent wrote it. */
  readonly path: string
  /** What is put there, where the input says so for this file alone; null: all that the input holds. */
  readonly text: string | null
}

/** Under these names tools are given the path they work on. */
const PATH_KEYS = [
  'file_path',
  'filePath',
  'notebook_path',
  'path',
  'relative_path',
  'absolute_path',
  'filename',
  'file',
  'target_file',
  'uri',
] as const
/** And lists of them. */
const LIST_KEYS = ['paths', 'files', 'file_paths'] as const
/** Under these, where a file goes, if there is one it comes from. */
const DESTINATION_KEYS = ['destination', 'new_path'] as const
const SOURCE_KEYS = ['source', 'old_path'] as const
/** Under these, what they are to write. */
const CONTENT_KEYS = [
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
  'data',
  'body',
] as const
const PATCH_KEYS = ['patch', 'diff', 'input'] as const
const APPLIES = /\bapply_patch\b/
const COMMAND_KEYS = ['command', 'cmd', 'script'] as const

/** The files that an input names, each with the text for it where there is one. */
export function filesIn(input: ToolInput): NamedFile[] {
  const single = PATH_KEYS.map((key) => toPath(key, input[key]))
  const listed = LIST_KEYS.flatMap((key) => listOf(input[key])).map(toNamedFile)
  return [...single.map((path) => (path === null ? null : { path, text: null })), ...listed].filter(
    (file) => file !== null,
  )
}

/** An entry of a list: a path, or a map with one and perhaps its content. */
function toNamedFile(entry: unknown): NamedFile | null {
  if (!isMap(entry)) {
    const path = toPath('path', entry)
    return path === null ? null : { path, text: null }
  }
  const path = PATH_KEYS.map((key) => toPath(key, entry[key])).find((name) => name !== null)
  return path === undefined || path === null ? null : { path, text: contentIn(entry) }
}

function toPath(key: string, value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null
  if (!value.startsWith('file:')) return key === 'uri' ? null : value
  try {
    return fileURLToPath(value)
  } catch {
    return value.replace(/^file:\/*/, '/')
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/**
 * Both ends of a move, which writes at the one and deletes at the other; none without either.
 * @param isMover whether the tool's name says that it moves or copies: a `target` may be anything else
 */
export function movedFiles(input: ToolInput, isMover: boolean): NamedFile[] {
  const pathsUnder = (keys: readonly string[]) =>
    keys.map((key) => toPath(key, input[key])).filter((name) => name !== null)
  const to = pathsUnder(isMover ? ['target', ...DESTINATION_KEYS] : DESTINATION_KEYS)
  const from = pathsUnder([...SOURCE_KEYS, ...PATH_KEYS])
  if (to.length === 0 || from.length === 0) return []
  return [...new Set([...to, ...from])].map((path) => ({ path, text: null }))
}

/** The files that a patch changes, which is given by itself or within a command. */
export function patchedIn(input: ToolInput): NamedFile[] {
  const command = commandIn(input) ?? ''
  const texts = [...PATCH_KEYS.map((key) => input[key]), APPLIES.test(command) ? command : '']
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap(patchedFiles)
    .map(({ path, added }) => ({ path, text: added }))
}

/** Whether a tool is given something to write. */
export function hasContent(input: ToolInput): boolean {
  return (
    CONTENT_KEYS.some((key) => key in input) ||
    listOf(input.files).some((entry) => isMap(entry) && CONTENT_KEYS.some((key) => key in entry))
  )
}

/** The command that a tool is to run, with its arguments; null without one. */
export function commandIn(input: ToolInput): string | null {
  const parts = COMMAND_KEYS.map((key) => input[key]).filter(isCommand)
  if (parts.length === 0) return null
  return [...parts, ...listOf(input.args)].map(joinWords).join(' ')
}

function isCommand(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
}

/** Words with spaces between them: commands are judged as text, and no shell will read this. */
export function joinWords(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(joinWords).join(' ') : JSON.stringify(value ?? '')
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
function newTexts(edit: ToolInput): unknown[] {
  const known = CONTENT_KEYS.filter((key) => key in edit).map((key) => edit[key])
  return known.length > 0 ? known : Object.values(edit)
}
