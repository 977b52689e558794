import { readSync } from 'node:fs'
import { parseJson } from '../engine/parsing/exact-json.ts'
import { isMap, type PlainMap } from '../engine/parsing/plain-map.ts'
import { codeOf } from '../sources/error-code.ts'

/** One event as an agent's host reports it. The tool's name and input are the agent's own. */
export interface HookInput {
  readonly event: string
  readonly session: string
  readonly cwd: string
  /** Where the session was started; null when the host does not say. */
  readonly projectDir: string | null
  readonly model: string | null
  readonly tool: string
  readonly toolInput: PlainMap
  readonly toolUseId: string | null
  readonly toolResponse: unknown
  readonly durationMs: number | null
  readonly prompt: string
  readonly stopHookActive: boolean
}

/** What was sent is not an event. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** No event is larger: a tool's output is in it. */
const MAX_BYTES = 64 * 1024 * 1024
const CHUNK_BYTES = 64 * 1024

/** Everything on standard input. @throws BadInput when it never seems to end */
export function readStandardInput(): string {
  const chunks: Buffer[] = []
  for (let total = 0; ; ) {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    const length = readChunk(chunk)
    if (length === 0) return Buffer.concat(chunks).toString('utf8')
    total += length
    if (total > MAX_BYTES) throw new BadInput('the event is larger than 64 MiB')
    chunks.push(chunk.subarray(0, length))
  }
}

/** A pipe may have nothing yet, and on Windows its end is an error. */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk)
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}

/**
 * Reads one event.
 * @param projectDir where the host says that the session was started
 * @throws BadInput for anything that is not one
 */
export function parseInput(text: string, projectDir: string | undefined): HookInput {
  const value = parseEvent(text)
  const event = value.hook_event_name
  if (typeof event !== 'string') throw new BadInput('the event has no "hook_event_name"')
  return {
    event,
    session: textOf(value.session_id) ?? '',
    cwd: textOf(value.cwd) ?? process.cwd(),
    projectDir: textOf(projectDir),
    model: textOf(value.model),
    tool: textOf(value.tool_name) ?? '',
    toolInput: isMap(value.tool_input) ? value.tool_input : {},
    toolUseId: textOf(value.tool_use_id),
    toolResponse: value.tool_response ?? null,
    durationMs: durationOf(value.duration_ms),
    prompt: textOf(value.prompt) ?? '',
    stopHookActive: value.stop_hook_active === true,
  }
}

function parseEvent(text: string): PlainMap {
  try {
    const value = parseJson(text)
    if (isMap(value)) return value
  } catch {
    // Said below, without the text: it may hold secrets.
  }
  throw new BadInput('standard input is not one JSON object')
}

/** For tool calls everything that is judged has to be there. @throws BadInput when it is not */
export function requireToolCall(input: HookInput, text: string): void {
  const value = parseEvent(text)
  if (input.session === '') throw new BadInput('the event has no "session_id"')
  if (input.tool === '') throw new BadInput('the event has no "tool_name"')
  if (!isMap(value.tool_input)) throw new BadInput('the event has no "tool_input" map')
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function durationOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(Math.round(value)) && value >= 0
    ? Math.round(value)
    : null
}
