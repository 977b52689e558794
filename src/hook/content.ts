import { readFileSync, statSync } from 'node:fs'
import { MAX_BLOB_BYTES } from '../engine/blob.ts'
import { isMap } from '../engine/parsing/plain-map.ts'
import type { FileState } from '../engine/tool-call/action.ts'
import { contentIn, type ToolInput } from './tool-input.ts'

/** What a write would do to a file. */
export interface Content {
  readonly before: FileState | null
  readonly after: Uint8Array
}

/**
 * The file as it is and as the tool would leave it. Where that cannot be worked out the new text is
 * taken for the whole: nothing that is put in goes unseen.
 * @param text what the input has for this file alone; null: all that it holds
 */
export function foresee(
  tool: string,
  input: ToolInput,
  path: string,
  text: string | null,
): Content {
  const before = readFile(path)
  const written = Buffer.from(text ?? contentIn(input))
  if (tool === 'Write') return { before, after: written }
  const edits = tool === 'Edit' ? [input] : tool === 'MultiEdit' ? listOf(input.edits) : []
  const present = before === null ? '' : decode(before.bytes)
  const edited = present === null || edits.length === 0 ? null : applyEdits(present, edits)
  if (edited !== null) return { before, after: Buffer.from(edited) }
  return { before: before === null ? null : { ...before, bytes: new Uint8Array() }, after: written }
}

function readFile(path: string): FileState | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || !stats.isFile()) return null
  const mode = (stats.mode & 0o100) === 0 ? '100644' : '100755'
  // All that is put into a larger file counts as new.
  return { mode, bytes: stats.size > MAX_BLOB_BYTES ? new Uint8Array() : readFileSync(path) }
}

function decode(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : null
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMap) : []
}

/** Null when an edit does not fit the text: the tool will find that out, too. */
function applyEdits(
  text: string,
  edits: readonly Readonly<Record<string, unknown>>[],
): string | null {
  let edited = text
  for (const { old_string: from, new_string: to, replace_all: everywhere } of edits) {
    if (typeof from !== 'string' || typeof to !== 'string') return null
    if (from === '' ? edited !== '' : !edited.includes(from)) return null
    edited = everywhere === true ? edited.split(from).join(to) : edited.replace(from, () => to)
  }
  return edited
}
