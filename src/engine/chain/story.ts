import { isNull } from './cells.ts'
import { addDefect, type Defects } from './defects.ts'
import type { FinalFile, Genesis } from './format.ts'
import { cellOf, type KnownRole, type KnownRules, type RecordCells } from './record.ts'
import { EVENT, RECORD, RESULT } from './record-shapes.ts'
import { nextAt, STEP, type Tape, textAt } from './tape.ts'

/** What a chain tells: which files changed into what, under which policies, by whom. */

/** Changed paths that a reader keeps. */
const MAX_PATHS = 250_000
/** Distinct policies, agents, models and sessions of one chain, of each. */
const MAX_NAMES = 1000

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
  lastRole: KnownRole | null
  lastRules: KnownRules | null
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
    lastRole: null,
    lastRules: null,
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
  if (cells.record[RECORD.rules] !== 0) followRules(story, cells)
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

function followRole(story: Story, { lastRole }: RecordCells): void {
  if (lastRole === story.lastRole) return
  story.lastRole = lastRole
  remember(story, story.agents, lastRole.agent)
  remember(story, story.models, lastRole.model)
  remember(story, story.sessions, lastRole.session_id)
}

function followRules(story: Story, { lastRules }: RecordCells): void {
  if (lastRules === story.lastRules) return
  story.lastRules = lastRules
  remember(story, story.policies, lastRules.policy_sha256)
}

function remember({ isFull }: Story, names: Set<string>, name: string | null): void {
  if (name !== null && !isFull) names.add(name)
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
