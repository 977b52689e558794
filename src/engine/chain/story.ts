import { isNull, isText } from './cells.ts'
import { addDefect, type Defects } from './defects.ts'
import type { FinalFile, Genesis } from './format.ts'
import { equalsBytes } from './frame.ts'
import { cellOf, EVENT, RECORD, RESULT, type RecordCells, ROLE, RULES } from './record.ts'
import { endAt, nextAt, STEP, startAt, type Tape, textAt } from './scan-json.ts'

/** What a chain tells: which files changed into what, under which policies, by whom. */

/** Changed paths that a reader keeps. */
export const MAX_PATHS = 250_000
/** Distinct policies, agents, models and sessions of one chain, of each. */
export const MAX_NAMES = 1000

export interface RecordedBlob {
  blob: string | null
  /** Milliseconds since 1970. */
  time: number
  line: number
}

export interface Story {
  genesis: Genesis | null
  /** By path: the last blob that a result recorded. Paths may be an attacker's. */
  readonly blobs: Map<string, RecordedBlob>
  /** Of the last record that carried them. */
  files: ReadonlyMap<string, FinalFile> | null
  filesLine: number
  readonly policies: Set<string>
  readonly agents: Set<string>
  readonly models: Set<string>
  readonly sessions: Set<string>
  /** The stored bytes of the last role and policy, which seldom change. */
  lastRole: Uint8Array
  lastPolicy: Uint8Array
  isFull: boolean
}

export function makeStory(): Story {
  return {
    genesis: null,
    blobs: new Map(),
    files: null,
    filesLine: 0,
    policies: new Set(),
    agents: new Set(),
    models: new Set(),
    sessions: new Set(),
    lastRole: new Uint8Array(0),
    lastPolicy: new Uint8Array(0),
    isFull: false,
  }
}

/** Follows one record, of whatever event. */
export function followStory(
  story: Story,
  cells: RecordCells,
  line: number,
  defects: Defects,
): void {
  if (cells.record[RECORD.role] !== 0) followRole(story, cells)
  if (cells.record[RECORD.rules] !== 0) followPolicy(story, cells)
  if (cells.event === EVENT.result) followBlobs(story, cells, line)
  else if (cells.event === EVENT.session_start) story.genesis ??= readGenesis(cells)
  else if (cells.record[RECORD.files] !== 0) {
    story.files = readFiles(cells)
    story.filesLine = line
  }
  if (story.isFull || !isOverfull(story)) return
  story.isFull = true
  addDefect(defects, 'audit/malformed', line, 'it is more than a reader keeps')
}

function isOverfull({ blobs, policies, agents, models, sessions }: Story): boolean {
  const names = Math.max(policies.size, agents.size, models.size, sessions.size)
  return blobs.size > MAX_PATHS || names > MAX_NAMES
}

function followRole(story: Story, { tape, record, role }: RecordCells): void {
  const cell = cellOf(record, RECORD.role)
  if (isSame(tape, cell, story.lastRole)) return
  story.lastRole = tape.bytes.subarray(startAt(tape, cell), endAt(tape, cell)).slice()
  remember(story, story.agents, tape, cellOf(role, ROLE.agent))
  remember(story, story.models, tape, cellOf(role, ROLE.model))
  remember(story, story.sessions, tape, cellOf(role, ROLE.session_id))
}

function followPolicy(story: Story, { tape, rules }: RecordCells): void {
  const cell = cellOf(rules, RULES.policy_sha256)
  if (isSame(tape, cell, story.lastPolicy)) return
  story.lastPolicy = tape.bytes.subarray(startAt(tape, cell), endAt(tape, cell)).slice()
  remember(story, story.policies, tape, cell)
}

function isSame(tape: Tape, cell: number, last: Uint8Array): boolean {
  const start = startAt(tape, cell)
  return endAt(tape, cell) - start === last.length && equalsBytes(tape.bytes, start, last)
}

function remember({ isFull }: Story, names: Set<string>, tape: Tape, cell: number): void {
  if (isText(tape, cell) && !isFull) names.add(textAt(tape, cell))
}

function followBlobs(story: Story, { tape, result, time }: RecordCells, line: number): void {
  const cell = cellOf(result, RESULT.blobs)
  if (cell === 0) return
  const end = nextAt(tape, cell)
  for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
    const path = textAt(tape, key)
    const blob = readNullable(tape, key + STEP)
    const known = story.blobs.get(path)
    if (known !== undefined) {
      known.blob = blob
      known.time = time
      known.line = line
    } else if (!story.isFull) story.blobs.set(path, { blob, time, line })
  }
}

function readFiles({ tape, record }: RecordCells): Map<string, FinalFile> {
  const files = new Map<string, FinalFile>()
  const cell = cellOf(record, RECORD.files)
  const end = nextAt(tape, cell)
  for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
    files.set(textAt(tape, key), readFinalFile(tape, key + STEP))
  }
  return files
}

/** Its shape has been checked; unknown keys beside `blob` and `mode` are let be. */
function readFinalFile(tape: Tape, file: number): FinalFile {
  const end = nextAt(tape, file)
  let blob: string | null = null
  let mode: string | null = null
  for (let key = file + STEP; key < end; key = nextAt(tape, key + STEP)) {
    const name = textAt(tape, key)
    if (name === 'blob') blob = readNullable(tape, key + STEP)
    if (name === 'mode') mode = readNullable(tape, key + STEP)
  }
  return { blob, mode }
}

function readNullable(tape: Tape, cell: number): string | null {
  return isNull(tape, cell) ? null : textAt(tape, cell)
}

/** Keys in sorted order, as in `Genesis`. */
function readGenesis({ tape, genesis }: RecordCells): Genesis {
  const [base_sha, nonce, policy_sha256, repository] = [0, 1, 2, 3].map((part) =>
    textAt(tape, cellOf(genesis, part)),
  )
  return {
    base_sha: base_sha ?? '',
    nonce: nonce ?? '',
    policy_sha256: policy_sha256 ?? '',
    repository: repository ?? '',
  }
}
