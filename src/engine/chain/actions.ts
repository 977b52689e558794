import { equalsTextAt } from './cells.ts'
import { addDefect, type Defects } from './defects.ts'
import type { Position } from './position.ts'
import { cellOf, type RecordCells, readText } from './record.ts'
import { EVENT, REFERENCE, REQUEST } from './record-shapes.ts'
import {
  type DeniedAction,
  type DoneAnyway,
  type Refusals,
  type RefusedElsewhere,
  rememberAllowance,
  rememberRefusal,
} from './refusals.ts'
import { numberAt, textAt } from './tape.ts'

/** Intents and what became of them, refused actions and whether they were done all the same. */

/** Intents without a result at one time, and refused inputs, that a reader keeps. */
const MAX_OPEN = 10_000
/** Actions that were done all the same, and rules that were met, listed one by one. */
const MAX_LISTED = 1000

interface OpenIntent {
  readonly toolUseId: string
  readonly input: string | null
  readonly line: number
  /** Milliseconds since 1970. */
  readonly time: number
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
  readonly denied: Refusals
  /** The hash of the input that was refused last under a `tool_use_id`. */
  readonly deniedIds: Map<string, string>
  readonly refusedElsewhere: RefusedElsewhere | null
  /** By the hash of the input, where other chains refused it: those refusals that are still to come. */
  readonly awaited: Map<string, readonly DeniedAction[]>
  readonly doneAnyway: DoneAnyway[]
  /** By decision and rule. */
  readonly ruled: Map<string, RuledAction>
  isFull: boolean
}

export function makeActions(refusedElsewhere: RefusedElsewhere | null): Actions {
  return {
    open: new Map(),
    denied: new Map(),
    deniedIds: new Map(),
    refusedElsewhere,
    awaited: new Map(),
    doneAnyway: [],
    ruled: new Map(),
    isFull: false,
  }
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
  if (actions.refusedElsewhere !== null) adoptRefusals(actions, actions.refusedElsewhere, cells)
  if (event === EVENT.intent) openIntent(actions, cells, line)
  else if (event === EVENT.result) {
    const intent = closeIntent(actions, cells, line, position, defects)
    followResult(actions, cells, line, intent)
  } else if (event === EVENT.denied) {
    if (cellOf(cells.reference, REFERENCE.intent_seq) !== 0)
      closeIntent(actions, cells, line, position, defects)
    refuse(actions, cells, line)
  }
  const isOver =
    actions.open.size > MAX_OPEN ||
    actions.denied.size > maxDenied(actions) ||
    actions.deniedIds.size > MAX_OPEN
  if (!isOver && actions.doneAnyway.length <= MAX_LISTED && actions.ruled.size <= MAX_LISTED) return
  reportFull(actions, line, defects)
}

/** What other chains refuse does not take the room of what this one does. */
function maxDenied({ awaited }: Actions): number {
  return MAX_OPEN + awaited.size
}

/** Takes in what other chains had refused by the time of a record that is about the same input. */
function adoptRefusals(
  { awaited, denied }: Actions,
  refusedElsewhere: RefusedElsewhere,
  cells: RecordCells,
): void {
  const input = readRequest(cells, REQUEST.input_sha256)
  if (input === null) return
  const awaitedNow = awaited.get(input) ?? refusedElsewhere(input)
  const [first] = awaitedNow
  if (first === undefined || first.time > cells.time) return
  const isToCome = ({ time }: DeniedAction) => time > cells.time
  for (const action of awaitedNow) if (!isToCome(action)) rememberRefusal(denied, action)
  awaited.set(input, awaitedNow.filter(isToCome))
}

/** The lines of intents that nothing is known to have come of, in order. */
export function listGaps({ open }: Actions): number[] {
  return [...open.values()].map(({ line }) => line).sort((a, b) => a - b)
}

/** The host asked about one call, so whatever runs under its id is that call, with whatever input. */
function refuse({ denied, deniedIds }: Actions, cells: RecordCells, line: number): void {
  const action = describeAction(cells, line)
  rememberRefusal(denied, action)
  if (action.input_sha256 !== '') deniedIds.set(readToolUseId(cells), action.input_sha256)
}

function openIntent(actions: Actions, cells: RecordCells, line: number): void {
  const input = readRequest(cells, REQUEST.input_sha256)
  actions.open.set(cells.seq, { toolUseId: readToolUseId(cells), input, line, time: cells.time })
  if (isDenied(cells)) refuse(actions, cells, line)
  else if (actions.denied.size > 0) {
    const { policy_sha256 } = cells.lastRules
    if (input !== null) rememberAllowance(actions.denied, input, { line, policy_sha256 })
  }
}

/** The intent that was open until now, if there was one. */
function closeIntent(
  { open }: Actions,
  { tape, reference }: RecordCells,
  line: number,
  { uncertain }: Position,
  defects: Defects,
): OpenIntent | null {
  const seq = numberAt(tape, cellOf(reference, REFERENCE.intent_seq))
  const intent = open.get(seq)
  if (intent === undefined) {
    if (!uncertain.has(seq)) addDefect(defects, 'audit/sequence', line, 'its intent is not open')
    return null
  }
  open.delete(seq)
  const id = cellOf(reference, REFERENCE.tool_use_id)
  if (!equalsTextAt(tape, id, intent.toolUseId) && textAt(tape, id) !== intent.toolUseId)
    addDefect(defects, 'audit/sequence', line, 'its intent has another tool_use_id')
  return intent
}

/**
 * Whether an intent was written down only when its result was, as recorders do that did not see the call
 * begin: then nobody judged the call before it ran, whatever the intent says.
 */
function isAddedLater(intent: OpenIntent, { time }: RecordCells, line: number): boolean {
  return intent.line === line - 1 && intent.time === time
}

/** A result is the proof that something was done, whatever was decided about it. */
function followResult(
  actions: Actions,
  cells: RecordCells,
  line: number,
  intent: OpenIntent | null,
): void {
  if (isDenied(cells)) {
    const denied = describeAction(cells, line)
    actions.doneAnyway.push({ ...denied, doneLine: line })
  } else if (actions.denied.size > 0) findDenied(actions, cells, line, intent)
  rememberRule(actions, cells, line)
}

function findDenied(
  actions: Actions,
  cells: RecordCells,
  line: number,
  intent: OpenIntent | null,
): void {
  const input = readRequest(cells, REQUEST.input_sha256)
  const isUnasked = intent === null || isAddedLater(intent, cells, line)
  const same = input === null ? undefined : actions.denied.get(input)
  if (same !== undefined) addDone(actions, isUnasked ? { ...same, allowed: null } : same, line)
  // A call that was let through with this very input is another one: some hosts use an id again.
  if (!isUnasked && intent.input === input) return
  const id = readToolUseId(cells)
  const refused = actions.denied.get(actions.deniedIds.get(id) ?? '')
  actions.deniedIds.delete(id)
  // What was allowed later was the refused input, not this one.
  if (refused !== undefined) addDone(actions, { ...refused, allowed: null }, line)
}

function addDone({ denied, doneAnyway }: Actions, action: DeniedAction, doneLine: number): void {
  denied.delete(action.input_sha256)
  doneAnyway.push({ ...action, doneLine })
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
    policy_sha256: cells.lastRules.policy_sha256,
    time: cells.time,
    chain: null,
    allowed: null,
  }
}

function readToolUseId({ tape, reference }: RecordCells): string {
  return textAt(tape, cellOf(reference, REFERENCE.tool_use_id))
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
  shorten(actions.denied, maxDenied(actions))
  shorten(actions.deniedIds, MAX_OPEN)
  shorten(actions.ruled, MAX_LISTED)
  actions.doneAnyway.length = Math.min(actions.doneAnyway.length, MAX_LISTED)
}

function shorten<Key>(map: Map<Key, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return
    map.delete(key)
  }
}
