import { equalsTextAt } from './cells.ts'
import { addDefect, type Defects } from './defects.ts'
import type { Position } from './position.ts'
import { cellOf, type RecordCells, readText } from './record.ts'
import { EVENT, REFERENCE, REQUEST } from './record-shapes.ts'
import { numberAt, textAt } from './tape.ts'

/** Intents and what became of them, refused actions and whether they were done all the same. */

/** Intents without a result at one time, and refused inputs, that a reader keeps. */
export const MAX_OPEN = 10_000
/** Actions that were done all the same, and rules that were met, listed one by one. */
export const MAX_LISTED = 1000

interface OpenIntent {
  readonly toolUseId: string
  readonly line: number
}

/** An action that the policy refused. Texts are the recorder's, so possibly an attacker's. */
export interface DeniedAction {
  readonly rule: string | null
  readonly tool: string | null
  readonly line: number
  readonly input_sha256: string
}

/** One that a result shows as done. */
export interface DoneAnyway extends DeniedAction {
  /** The line of the result. */
  readonly doneLine: number
}

/** A rule that asked about or refused actions which a result shows as done: the first of them. */
export interface RuledAction {
  readonly rule: string
  readonly decision: 'ask' | 'deny'
  readonly tool: string | null
  readonly line: number
}

export interface Actions {
  /** By number. */
  readonly open: Map<number, OpenIntent>
  /** By the hash of the input. */
  readonly denied: Map<string, DeniedAction>
  readonly doneAnyway: DoneAnyway[]
  /** By decision and rule. */
  readonly ruled: Map<string, RuledAction>
  isFull: boolean
}

export function makeActions(): Actions {
  return { open: new Map(), denied: new Map(), doneAnyway: [], ruled: new Map(), isFull: false }
}

/** Follows one record, of whatever event. */
export function followAction(
  actions: Actions,
  cells: RecordCells,
  line: number,
  position: Position,
  defects: Defects,
): void {
  const { event } = cells
  if (event === EVENT.intent) openIntent(actions, cells, line)
  else if (event === EVENT.result) {
    closeIntent(actions, cells, line, position, defects)
    followResult(actions, cells, line)
  } else if (event === EVENT.denied) {
    if (cellOf(cells.reference, REFERENCE.intent_seq) !== 0)
      closeIntent(actions, cells, line, position, defects)
    rememberDenied(actions, cells, line)
  }
  const isOver = actions.open.size > MAX_OPEN || actions.denied.size > MAX_OPEN
  if (!isOver && actions.doneAnyway.length <= MAX_LISTED && actions.ruled.size <= MAX_LISTED) return
  reportFull(actions, line, defects)
}

/** The lines of intents that nothing is known to have come of, in order. */
export function listGaps({ open }: Actions): number[] {
  return [...open.values()].map(({ line }) => line).sort((a, b) => a - b)
}

function openIntent(actions: Actions, cells: RecordCells, line: number): void {
  const toolUseId = textAt(cells.tape, cellOf(cells.reference, REFERENCE.tool_use_id))
  actions.open.set(cells.seq, { toolUseId, line })
  if (isDenied(cells)) rememberDenied(actions, cells, line)
}

function closeIntent(
  { open }: Actions,
  { tape, reference }: RecordCells,
  line: number,
  { uncertain }: Position,
  defects: Defects,
): void {
  const seq = numberAt(tape, cellOf(reference, REFERENCE.intent_seq))
  const intent = open.get(seq)
  if (intent === undefined) {
    if (!uncertain.has(seq)) addDefect(defects, 'audit/sequence', line, 'its intent is not open')
    return
  }
  open.delete(seq)
  const id = cellOf(reference, REFERENCE.tool_use_id)
  if (!equalsTextAt(tape, id, intent.toolUseId) && textAt(tape, id) !== intent.toolUseId)
    addDefect(defects, 'audit/sequence', line, 'its intent has another tool_use_id')
}

/** A result is the proof that something was done, whatever was decided about it. */
function followResult(actions: Actions, cells: RecordCells, line: number): void {
  if (isDenied(cells)) {
    const denied = describeAction(cells, line)
    actions.doneAnyway.push({ ...denied, doneLine: line })
  } else if (actions.denied.size > 0) findDenied(actions, cells, line)
  rememberRule(actions, cells, line)
}

function findDenied(actions: Actions, cells: RecordCells, line: number): void {
  const input = readRequest(cells, REQUEST.input_sha256)
  const denied = input === null ? undefined : actions.denied.get(input)
  if (input === null || denied === undefined) return
  actions.denied.delete(input)
  actions.doneAnyway.push({ ...denied, doneLine: line })
}

function rememberDenied(actions: Actions, cells: RecordCells, line: number): void {
  const action = describeAction(cells, line)
  if (action.input_sha256 !== '' && !actions.denied.has(action.input_sha256))
    actions.denied.set(action.input_sha256, action)
}

function rememberRule(actions: Actions, cells: RecordCells, line: number): void {
  const { decision, rule } = cells.lastRules
  if (rule === null || (decision !== 'ask' && decision !== 'deny')) return
  const key = `${decision} ${rule}`
  if (actions.ruled.has(key)) return
  actions.ruled.set(key, { rule, decision, tool: readRequest(cells, REQUEST.tool), line })
}

function describeAction(cells: RecordCells, line: number): DeniedAction {
  return {
    rule: cells.lastRules.rule,
    tool: readRequest(cells, REQUEST.tool),
    line,
    input_sha256: readRequest(cells, REQUEST.input_sha256) ?? '',
  }
}

/** Only for events that have rules. */
function isDenied({ lastRules }: RecordCells): boolean {
  return lastRules.decision === 'deny'
}

function readRequest({ tape, request }: RecordCells, part: number): string | null {
  return readText(tape, cellOf(request, part))
}

/** What goes beyond a limit is a defect and is let go, so that nobody can make a reader run out of memory. */
function reportFull(actions: Actions, line: number, defects: Defects): void {
  if (!actions.isFull) addDefect(defects, 'audit/malformed', line, 'it is more than a reader keeps')
  actions.isFull = true
  shorten(actions.open, MAX_OPEN)
  shorten(actions.denied, MAX_OPEN)
  shorten(actions.ruled, MAX_LISTED)
  actions.doneAnyway.length = Math.min(actions.doneAnyway.length, MAX_LISTED)
}

function shorten<Key>(map: Map<Key, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return
    map.delete(key)
  }
}
