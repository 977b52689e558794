import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { lineAt } from '../text/normalise.ts'

/** A defect of a policy or plan file, at a place a person can go to. Lines and columns count from 1. */
export interface Problem {
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

export type DataPath = readonly (string | number)[]

/** A parsed document that still knows where each of its values stands. */
export interface YamlDocument {
  readonly value: unknown
  /** A problem at a key or list item of the document; the nearest known parent when it is absent. */
  problemAt(path: DataPath, message: string): Problem
}

/** Policies and plans are written by hand; anything larger is not one. */
export const MAX_YAML_BYTES = 512 * 1024
const MAX_DEPTH = 20
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses one strict YAML 1.2 document: UTF-8, no anchors, aliases, tags, merge keys or duplicate
 * keys, no key that names an object's prototype. A plan may be written by the pull request's author,
 * so every refusal is a problem and never an exception.
 */
export function parseYaml(bytes: Uint8Array): YamlDocument | Problem {
  if (bytes.length > MAX_YAML_BYTES) {
    return unplaced(`the file is ${bytes.length} bytes; at most ${MAX_YAML_BYTES} are read`)
  }
  const source = decodeUtf8(bytes)
  if (source === null) return unplaced('the file is not valid UTF-8')
  try {
    const events = parseEvents(source, { maxDepth: MAX_DEPTH })
    const positions = new Map<string, number>()
    const refusal = walkEvents(events, source, positions)
    if (refusal !== null) return makePlacer(source)(refusal.offset, refusal.message)
    const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 })
    if (documents.length !== 1)
      return unplaced(`expected one YAML document, found ${documents.length}`)
    const place = makePlacer(source)
    return {
      value: documents[0],
      problemAt: (path, message) => place(nearestPosition(positions, path), message),
    }
  } catch (error) {
    return describeYamlError(error)
  }
}

export function isProblem(value: YamlDocument | Problem): value is Problem {
  return 'message' in value
}

/** `line 3, column 5: message`, or the message alone when the place is unknown. */
export function describeProblem(problem: Problem): string {
  return problem.line === null
    ? problem.message
    : `line ${problem.line}, column ${problem.column ?? 1}: ${problem.message}`
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

interface Refusal {
  readonly offset: number
  readonly message: string
}

/**
 * Walks the event stream once, noting where each key and item starts and refusing the features
 * that let one text be read in two ways.
 */
function walkEvents(
  events: readonly Event[],
  source: string,
  positions: Map<string, number>,
): Refusal | null {
  const parents: { path: DataPath; isMapping: boolean; index: number; key: string | null }[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      parents.pop()
      continue
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      parents.push({ path: [], isMapping: false, index: -1, key: null })
      continue
    }
    if (event.type === EVENT_ID.ALIAS) {
      return { offset: event.anchorStart, message: 'aliases are not allowed; write the value out' }
    }
    const start = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start
    if (event.anchorStart >= 0) {
      return { offset: event.anchorStart, message: 'anchors are not allowed; write the value out' }
    }
    if (event.tagStart >= 0) return { offset: event.tagStart, message: 'tags are not allowed' }

    const parent = parents.at(-1)
    let path: DataPath = []
    if (parent?.isMapping === true && parent.key === null) {
      if (event.type !== EVENT_ID.SCALAR)
        return { offset: start, message: 'keys must be plain text' }
      parent.key = getScalarValue(source, event)
      if (FORBIDDEN_KEYS.has(parent.key)) {
        return { offset: start, message: `the key "${parent.key}" is not allowed` }
      }
      positions.set(JSON.stringify([...parent.path, parent.key]), start)
      continue
    }
    if (parent?.isMapping === true && parent.key !== null) {
      path = [...parent.path, parent.key]
      parent.key = null
    } else if (parent !== undefined && parent.index >= 0) {
      path = [...parent.path, parent.index]
      parent.index += 1
      positions.set(JSON.stringify(path), start)
    }
    if (event.type === EVENT_ID.MAPPING)
      parents.push({ path, isMapping: true, index: -1, key: null })
    if (event.type === EVENT_ID.SEQUENCE)
      parents.push({ path, isMapping: false, index: 0, key: null })
  }
  return null
}

function nearestPosition(positions: ReadonlyMap<string, number>, path: DataPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = positions.get(JSON.stringify(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return 0
}

/** Turns offsets into lines and columns; the lines are found once, however many problems there are. */
function makePlacer(source: string): (offset: number, message: string) => Problem {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
    starts.push(at + 1)
  return (offset, message) => {
    const line = lineAt(starts, offset)
    return { message, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function unplaced(message: string): Problem {
  return { message, line: null, column: null }
}

function describeYamlError(error: unknown): Problem {
  if (!(error instanceof YAMLException)) return unplaced('the file is not readable as YAML')
  const mark = error.mark
  return mark === undefined
    ? unplaced(error.reason)
    : { message: error.reason, line: mark.line + 1, column: mark.column + 1 }
}
