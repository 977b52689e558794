import {
  equalsTextAt,
  isCount,
  isMapOf,
  isNull,
  isSha256,
  isText,
  isUuid,
  isVersion,
} from './cells.ts'
import { EVENTS, type Role } from './format.ts'
import { EVENT, FINAL_FILE, RECORD, REFERENCE, SHAPES } from './record-shapes.ts'
import { hasShape, locate, makeSlots, type Slots } from './shape.ts'
import { endAt, numberAt, startAt, type Tape, textAt } from './tape.ts'
import { readTime } from './time.ts'

/** What a canonical object has to be to count as a record of a chain (docs/audit-chain.md). */

/** Why an object is no record, as the end of a sentence. */
export type RecordProblem =
  | 'it has an unknown key'
  | `its "${string}" is missing or not what it has to be`
  | `its "${string}" does not belong to its event`

/** Who acts, as far as the record says. Texts are the recorder's, so possibly an attacker's. */
export type KnownRole = Readonly<Record<keyof Role, string | null>>

/** What the policy said, as far as the record says. */
export interface KnownRules {
  readonly decision: string | null
  readonly policy_sha256: string | null
  readonly rule: string | null
}

/** A record as found on a tape: for each of its parts where the values stand; 0 for what it lacks. */
export interface RecordCells extends Readonly<Record<keyof typeof SHAPES, Slots>> {
  readonly tape: Tape
  /** Of the last record that has one: the same object as long as they say the same. */
  lastRole: KnownRole
  lastRules: KnownRules
  /** One of `EVENT`. */
  event: number
  seq: number
  /** Milliseconds since 1970. */
  time: number
  /** The cell of a key that no record has; 0 when there is none. */
  unknownKey: number
}

export function makeRecordCells(tape: Tape): RecordCells {
  return {
    tape,
    record: makeSlots(SHAPES.record),
    genesis: makeSlots(SHAPES.genesis),
    reference: makeSlots(SHAPES.reference),
    request: makeSlots(SHAPES.request),
    result: makeSlots(SHAPES.result),
    role: makeSlots(SHAPES.role),
    rules: makeSlots(SHAPES.rules),
    finalFile: makeSlots(SHAPES.finalFile),
    lastRole: { agent: null, model: null, session_id: null },
    lastRules: { decision: null, policy_sha256: null, rule: null },
    event: 0,
    seq: 0,
    time: 0,
    unknownKey: 0,
  }
}

/** The same record with cells of its own, which the next scan does not overwrite. */
export function copyCells(cells: RecordCells): RecordCells {
  const { tape } = cells
  const used = tape.cells.slice(0, tape.size)
  return {
    ...cells,
    tape: { ...tape, cells: used },
    record: cells.record.slice(),
    genesis: cells.genesis.slice(),
    reference: cells.reference.slice(),
    request: cells.request.slice(),
    result: cells.result.slice(),
    role: cells.role.slice(),
    rules: cells.rules.slice(),
    finalFile: cells.finalFile.slice(),
  }
}

/** The cell of a located value; 0 for one that is not there. */
export function cellOf(slots: Slots, index: number): number {
  return slots[index] ?? 0
}

/** A text; null for one that is not there, or is null. */
export function readText(tape: Tape, cell: number): string | null {
  return isText(tape, cell) ? textAt(tape, cell) : null
}

/** Reads what every record has. A record with a problem here has no place in the chain. */
export function readHeader(cells: RecordCells): RecordProblem | null {
  const { tape, record } = cells
  cells.unknownKey = locate(tape, 0, SHAPES.record, record)
  if (!isVersion(tape, cellOf(record, RECORD.v))) return isNot('v')
  if (!isUuid(tape, cellOf(record, RECORD.chain))) return isNot('chain')
  cells.event = readEvent(tape, cellOf(record, RECORD.event))
  if (cells.event < 0) return isNot('event')
  if (!isSha256(tape, cellOf(record, RECORD.prev))) return isNot('prev')
  if (!isCount(tape, cellOf(record, RECORD.seq))) return isNot('seq')
  cells.seq = numberAt(tape, cellOf(record, RECORD.seq))
  cells.time = readTimeAt(tape, cellOf(record, RECORD.ts))
  return Number.isNaN(cells.time) ? isNot('ts') : null
}

function readEvent(tape: Tape, cell: number): number {
  for (let event = 0; event < EVENTS.length; event += 1) {
    if (equalsTextAt(tape, cell, EVENTS[event] ?? '')) return event
  }
  return -1
}

function readTimeAt(tape: Tape, cell: number): number {
  if (!isText(tape, cell)) return Number.NaN
  return readTime(tape.bytes, startAt(tape, cell), endAt(tape, cell))
}

/** Each part of the body with what it has to be. */
const PARTS: readonly (readonly [number, (cells: RecordCells, cell: number) => boolean])[] = [
  [RECORD.files, isFiles],
  [RECORD.genesis, fits('genesis')],
  [RECORD.reference, fits('reference')],
  [RECORD.request, fits('request')],
  [RECORD.resource, ({ tape }, cell) => isResource(tape, cell)],
  [RECORD.result, fits('result')],
  [RECORD.role, isRole],
  [RECORD.rules, isRules],
]

function isRole(cells: RecordCells, cell: number): boolean {
  const { tape, role } = cells
  if (!hasShape(tape, cell, SHAPES.role, role)) return false
  const [agent, model, session_id] = readTexts(tape, role)
  const last = cells.lastRole
  const isLast = last.agent === agent && last.model === model && last.session_id === session_id
  if (!isLast) cells.lastRole = { agent, model, session_id }
  return true
}

function isRules(cells: RecordCells, cell: number): boolean {
  const { tape, rules } = cells
  if (!hasShape(tape, cell, SHAPES.rules, rules)) return false
  const [decision, policy_sha256, rule] = readTexts(tape, rules)
  const last = cells.lastRules
  const isLast =
    last.decision === decision && last.policy_sha256 === policy_sha256 && last.rule === rule
  if (!isLast) cells.lastRules = { decision, policy_sha256, rule }
  return true
}

/** The three texts of a shape that has three; null for one that is not there, or is null. */
function readTexts(tape: Tape, slots: Slots): [string | null, string | null, string | null] {
  const read = (index: number) => readText(tape, cellOf(slots, index))
  return [read(0), read(1), read(2)]
}

const isResource = isMapOf(isCount)

function fits(part: keyof typeof SHAPES): (cells: RecordCells, cell: number) => boolean {
  const shape = SHAPES[part]
  return (cells, cell) => hasShape(cells.tape, cell, shape, cells[part])
}

function isFiles(cells: RecordCells, cell: number): boolean {
  const isFinalFile = (tape: Tape, file: number) =>
    hasShape(tape, file, SHAPES.finalFile, cells.finalFile) &&
    isNull(tape, cellOf(cells.finalFile, FINAL_FILE.blob)) ===
      isNull(tape, cellOf(cells.finalFile, FINAL_FILE.mode))
  return isMapOf(isFinalFile)(cells.tape, cell)
}

const { genesis, reference, request, result, role, rules, files } = RECORD

/** By event: the parts it cannot do without. */
const REQUIRED: readonly (readonly number[])[] = [
  [genesis, role],
  [request],
  [reference, request, rules],
  [reference, request, result, rules],
  [reference, request, rules],
  [],
  [],
]

/** By event: the parts that say something only with another one; here they would go unheard. */
const ALIEN: readonly (readonly number[])[] = [
  [files, result],
  [files, genesis, result],
  [files, genesis, result],
  [files, genesis],
  [files, genesis, result],
  [genesis, result],
  [genesis, result],
]

const KEYS = Object.keys(RECORD)

/** Reads what the record says, by its event. */
export function readBody(cells: RecordCells): RecordProblem | null {
  if (cells.unknownKey !== 0) return 'it has an unknown key'
  for (const [part, check] of PARTS) {
    const cell = cellOf(cells.record, part)
    if (cell !== 0 && !check(cells, cell)) return isNot(KEYS[part])
  }
  for (const part of REQUIRED[cells.event] ?? []) {
    if (cells.record[part] === 0) return isNot(KEYS[part])
  }
  for (const part of ALIEN[cells.event] ?? []) {
    if (cells.record[part] !== 0) return `its "${KEYS[part]}" does not belong to its event`
  }
  return findEventProblem(cells)
}

/** What two of the events ask of their parts beyond the shape. */
function findEventProblem(cells: RecordCells): RecordProblem | null {
  if (cells.event === EVENT.result && cellOf(cells.reference, REFERENCE.intent_seq) === 0)
    return isNot('reference')
  if (cells.event !== EVENT.denied) return null
  return cells.lastRules.decision === 'deny' ? null : isNot('rules')
}

function isNot(part: string | undefined): RecordProblem {
  return `its "${part ?? ''}" is missing or not what it has to be`
}
