import { equalsTextAt } from './cells.ts'
import { addDefect, type Defects } from './defects.ts'
import { hashRange } from './hash-range.ts'
import { cellOf, type RecordCells } from './record.ts'
import { EVENT, RECORD } from './record-shapes.ts'
import { endAt, startAt, textAt } from './tape.ts'

/**
 * Where a chain stands: what the next record has to link to, which number and time it may have. After a
 * defect the stored values are taken as given, so that one changed byte is one or two defects and a
 * second one is still found.
 */
export interface Position {
  /** The id every record has to have; null before the first. */
  id: string | null
  /** The last id that was found in its place, so that a run of strange records is one defect. */
  alien: string | null
  /** The hash the next record links to, as stored; not known after a line without one. */
  link: string | null
  /** The number of the next record. */
  seq: number
  /** What its number may be as well, when the last one was out of order or not readable. */
  otherSeq: number
  /** Milliseconds since 1970 of the last record. */
  time: number
  hasEnded: boolean
  records: number
  /** Numbers whose records could not be taken at their word; at most `MAX_UNCERTAIN`. */
  readonly uncertain: Set<number>
}

const NONE = -1
const MAX_UNCERTAIN = 1000

export function makePosition(id: string | null): Position {
  return {
    id,
    alien: null,
    link: null,
    seq: 0,
    otherSeq: NONE,
    time: Number.NEGATIVE_INFINITY,
    hasEnded: false,
    records: 0,
    uncertain: new Set(),
  }
}

/**
 * Holds a record against the place it has to have, and moves on.
 * @param isSound whether its parts are what they have to be; a genesis that is none has no hash to link to.
 */
export function checkPosition(
  position: Position,
  cells: RecordCells,
  isSound: boolean,
  line: number,
  defects: Defects,
): void {
  position.records += 1
  if (isSound || position.records > 1) checkLink(position, cells, line, defects)
  checkNumber(position, cells, line, defects)
  if (cells.time < position.time)
    addDefect(defects, 'audit/sequence', line, 'it is older than the record before')
  position.time = cells.time
  checkSession(position, cells, line, defects)
}

/** Moves past a line that is no record: it may have stood for one, or be one too many. */
export function passUnreadable(position: Position): void {
  doubt(position, position.seq)
  position.otherSeq = position.seq
  position.seq += 1
}

/** Remembers that nobody knows what the record of this number was. */
export function doubt(position: Position, seq: number): void {
  if (position.uncertain.size < MAX_UNCERTAIN) position.uncertain.add(seq)
}

/** Whether a record belongs to the chain it is in; what does not is a defect. */
export function checkId(
  position: Position,
  { tape, record }: RecordCells,
  line: number,
  defects: Defects,
): boolean {
  const id = textAt(tape, cellOf(record, RECORD.chain))
  position.id ??= id
  if (id === position.id) return true
  if (position.alien !== id)
    addDefect(defects, 'audit/malformed', line, 'it belongs to another chain')
  position.alien = id
  return false
}

function checkLink(position: Position, cells: RecordCells, line: number, defects: Defects): void {
  const { tape } = cells
  const cell = cellOf(cells.record, RECORD.prev)
  const genesis = cellOf(cells.record, RECORD.genesis)
  if (position.records === 1 && genesis !== 0) {
    const hash = hashRange(tape.bytes, startAt(tape, genesis), endAt(tape, genesis))
    if (!equalsTextAt(tape, cell, hash))
      addDefect(defects, 'audit/broken-link', line, 'it does not link to its genesis')
  } else if (position.link !== null && !equalsTextAt(tape, cell, position.link))
    addDefect(defects, 'audit/broken-link', line, 'it does not link to the record before')
}

function checkNumber(position: Position, { seq }: RecordCells, line: number, defects: Defects) {
  const isInOrder = seq === position.seq || seq === position.otherSeq
  const byPlace = position.otherSeq === NONE ? position.seq : position.otherSeq
  position.otherSeq = isInOrder ? NONE : byPlace + 1
  if (!isInOrder) {
    addDefect(defects, 'audit/sequence', line, 'its number does not follow')
    doubt(position, position.seq)
  }
  position.seq = seq + 1
}

function checkSession(position: Position, { event }: RecordCells, line: number, defects: Defects) {
  const isStart = event === EVENT.session_start
  if (isStart && position.records > 1)
    addDefect(defects, 'audit/sequence', line, 'the session starts again')
  // When the first line is unreadable, that is its defect; nobody knows what it was.
  if (!isStart && line === 1)
    addDefect(defects, 'audit/sequence', line, 'the chain does not begin with session_start')
  if (position.hasEnded) addDefect(defects, 'audit/sequence', line, 'the session had ended')
  position.hasEnded = event === EVENT.session_end
}
