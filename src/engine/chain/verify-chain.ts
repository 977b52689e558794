import { Buffer } from 'node:buffer'
import { type Actions, followAction, listGaps, makeActions } from './actions.ts'
import { addDefect, type DefectCause, type Defects, makeDefects } from './defects.ts'
import {
  endsWithHash,
  equalsText,
  HASH_LENGTH,
  hasHash,
  hashStart,
  isFramed,
  recordEnd,
  recordStart,
} from './frame.ts'
import { hashRange } from './hash-range.ts'
import {
  type Likeness,
  type Likenesses,
  makeLikenesses,
  readLike,
  rememberLike,
} from './likeness.ts'
import { type Ending, openLines } from './lines.ts'
import {
  checkId,
  checkPosition,
  doubt,
  makePosition,
  type Position,
  passUnreadable,
} from './position.ts'
import type { ChainBlob, ChainReading } from './reading.ts'
import {
  makeRecordCells,
  type RecordCells,
  type RecordProblem,
  readBody,
  readHeader,
} from './record.ts'
import { EVENT, RECORD } from './record-shapes.ts'
import type { RefusedElsewhere } from './refusals.ts'
import { scanObjectBytes } from './scan-json.ts'
import { findSecret, findSecretAmong } from './secret-cells.ts'
import { followStory, makeStory, type Story } from './story.ts'
import { makeTape } from './tape.ts'

/**
 * Reads an audit chain from its stored bytes (docs/audit-chain.md) and says everything that is wrong
 * with it. Every byte may be an attacker's. Memory is bounded by the longest line and by what the
 * chain is about (paths, open intents, refused inputs), never by the number of its records.
 */

export interface VerifierOptions {
  /** The id the chain has to have, from its file name; null where the name says none. */
  readonly id: string | null
  /** Sees every record that could be read, with its defects or without, as its stored bytes. */
  readonly onRecord?: (line: number, record: Buffer) => void
  /** False: scans every record, also one that is like another. Slower, and the same reading. */
  readonly comparing?: boolean
  /** What other chains refused, to be found here as done. */
  readonly refusedElsewhere?: RefusedElsewhere
}

export interface ChainVerifier {
  push(bytes: Uint8Array): void
  finish(): ChainReading
}

interface Run {
  readonly cells: RecordCells
  readonly known: Likenesses
  readonly position: Position
  readonly actions: Actions
  readonly story: Story
  readonly defects: Defects
  readonly onRecord: VerifierOptions['onRecord']
  readonly comparing: boolean
  line: number
  firstTime: number | null
  /** Whether the last record may be the last of a chain. */
  isClosed: boolean
}

/** Opens a verifier that takes the bytes of one chain in pieces of any size. */
export function openVerifier({
  id,
  onRecord,
  comparing,
  refusedElsewhere,
}: VerifierOptions): ChainVerifier {
  const run: Run = {
    cells: makeRecordCells(makeTape(Buffer.alloc(0))),
    known: makeLikenesses(),
    position: makePosition(id),
    actions: makeActions(refusedElsewhere ?? null),
    story: makeStory(),
    defects: makeDefects(),
    onRecord,
    comparing: comparing ?? true,
    line: 0,
    firstTime: null,
    isClosed: false,
  }
  const lines = openLines({
    line: (bytes, start, end) => visitLine(run, bytes, start, end),
    longLine: () => {
      run.line += 1
      passOver(run, 'it is longer than 16 MiB')
    },
  })
  return { push: lines.push, finish: () => finish(run, lines.finish()) }
}

/** Reads a whole chain at once. */
export function readChain(bytes: Uint8Array, id: string | null): ChainReading {
  const verifier = openVerifier({ id })
  verifier.push(bytes)
  return verifier.finish()
}

function visitLine(run: Run, bytes: Buffer, start: number, end: number): void {
  run.line += 1
  const from = recordStart(start)
  const to = recordEnd(end)
  const found = isFramed(bytes, start, end) ? findRecord(run, bytes, from, to) : null
  const hash = found === null ? null : readHash(run, bytes, from, to, end)
  if (found === null || hash === null) {
    passOver(run, describeLine(bytes, start, end, run.line))
    run.position.link = endsWithHash(bytes, start, end) ? storedHash(bytes, end) : null
    return
  }
  if (found === 'scanned') visitScanned(run)
  else visitLike(run, found)
  run.position.link = hash
  run.onRecord?.(run.line, bytes.subarray(from, to))
}

/** Finds a record in its frame, the short way or the long one; null when there is none. */
function findRecord(
  run: Run,
  bytes: Buffer,
  from: number,
  to: number,
): Likeness | 'scanned' | null {
  const like = readLike(run.known, bytes, from, to)
  if (like !== null) return like
  return scanObjectBytes(run.cells.tape, bytes, from, to) ? 'scanned' : null
}

/**
 * The hash as it is stored, which is what the next record should link to; null when what stands there
 * is none.
 */
function readHash(run: Run, bytes: Buffer, from: number, to: number, end: number): string | null {
  const hash = hashRange(bytes, from, to)
  if (equalsText(bytes, hashStart(end), hashStart(end) + HASH_LENGTH, hash)) return hash
  if (!hasHash(bytes, end)) return null
  addDefect(run.defects, 'audit/record-hash', run.line, 'its hash is another one')
  return storedHash(bytes, end)
}

function storedHash(bytes: Buffer, end: number): string {
  return bytes.toString('latin1', hashStart(end), hashStart(end) + HASH_LENGTH)
}

function visitLike(run: Run, { cells, textCells }: Likeness): void {
  followRecord(run, cells, null)
  reportSecret(run, findSecretAmong(cells.tape, textCells))
}

function visitScanned(run: Run): void {
  const { cells } = run
  const headerProblem = readHeader(cells)
  if (headerProblem !== null) {
    passOver(run, headerProblem)
    return
  }
  const problem = readBody(cells)
  const isHome = checkId(run.position, cells, run.line, run.defects)
  followRecord(run, cells, problem)
  const secret = findSecret(cells.tape)
  reportSecret(run, secret)
  if (run.comparing && isHome && problem === null && secret === null) rememberLike(run.known, cells)
}

function followRecord(run: Run, cells: RecordCells, problem: RecordProblem | null): void {
  const { position, defects, line } = run
  run.firstTime ??= cells.time
  checkPosition(position, cells, problem === null, line, defects)
  run.isClosed = canClose(cells)
  if (problem === null) {
    followAction(run.actions, cells, line, position, defects)
    followStory(run.story, cells, line, defects)
    return
  }
  addDefect(defects, 'audit/malformed', line, problem)
  doubt(position, cells.seq)
}

function reportSecret({ defects, line }: Run, secret: string | null): void {
  if (secret !== null) addDefect(defects, 'audit/secret', line, `it is ${secret}`)
}

function canClose({ event, record }: RecordCells): boolean {
  return event === EVENT.session_end || (event === EVENT.checkpoint && record[RECORD.files] !== 0)
}

/** Reports a line that is no record and moves on to the next. */
function passOver(run: Run, cause: DefectCause): void {
  addDefect(run.defects, 'audit/malformed', run.line, cause)
  passUnreadable(run.position)
}

const BYTE_ORDER_MARK = 0xef
const CARRIAGE_RETURN = 0x0d

/** Why a line is not a record in its frame, as far as one look shows. */
function describeLine(bytes: Buffer, start: number, end: number, line: number): DefectCause {
  if (start === end) return 'it is empty'
  if (line === 1 && bytes[start] === BYTE_ORDER_MARK) return 'it begins with a byte order mark'
  if (bytes[end - 1] === CARRIAGE_RETURN) return 'it ends with a carriage return'
  return 'it is not canonical JSON of a record and its hash'
}

function finish(run: Run, ending: Ending): ChainReading {
  const { position, actions, story, defects } = run
  const complete = run.isClosed && ending === 'whole'
  if (ending === 'empty') addDefect(defects, 'audit/truncated', 1, 'the file is empty')
  if (ending === 'cut')
    addDefect(defects, 'audit/truncated', run.line, 'the last line has no line feed')
  if (ending === 'whole' && !run.isClosed)
    addDefect(defects, 'audit/truncated', run.line, 'the session has no end')
  return {
    id: position.id,
    genesis: story.genesis,
    head: position.link,
    records: position.records,
    complete,
    defects: defects.listed,
    hidden: defects.hidden,
    blobs: showBlobs(story),
    files: story.filesLine === run.line ? story.files : null,
    doneAnyway: actions.doneAnyway,
    refused: [...actions.denied.values()],
    ruled: [...actions.ruled.values()],
    policies: [...story.policies].sort(),
    agents: [...story.agents].sort(),
    models: [...story.models].sort(),
    sessions: [...story.sessions].sort(),
    gaps: listGaps(actions),
    first: run.firstTime === null ? null : toIso(run.firstTime),
    last: position.records === 0 ? null : toIso(position.time),
  }
}

function showBlobs({ blobs }: Story): Map<string, ChainBlob> {
  return new Map(
    [...blobs].map(([path, { blob, time, line }]) => [path, { blob, at: toIso(time), line }]),
  )
}

function toIso(time: number): string {
  return new Date(time).toISOString()
}
