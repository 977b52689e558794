import { toSecond } from '../../engine/time.ts'
import { Unreadable } from '../unreadable.ts'
import type { GitHubReader } from './reader.ts'
import type { Activity, Pull } from './schemas.ts'

/** The moves of a head ref, oldest first: server facts, unlike anything in the commits. */
export interface Ledger {
  readonly moves: readonly Activity[]
}

/** 1,000 moves; nobody pushes more often to one pull request. */
const MAX_PAGES = 10

/** Activities that leave the branch where they say (REST documentation: List repository activities). */
const MOVES = new Set(['push', 'force_push', 'branch_creation', 'pr_merge', 'merge_queue_merge'])
const CREATION = 'branch_creation'

/**
 * Reads where the head ref stood when, from the activity log of the head's repository, back to the
 * branch's latest creation or to before the pull request was opened. Null when nobody can say: the log
 * is out of reach (older servers have none, a deleted fork neither), has gaps, does not end at the
 * head, or holds what the gate does not know.
 */
export async function readLedger(reader: GitHubReader, pull: Pull): Promise<Ledger | null> {
  const repository = pull.head.repo?.full_name
  if (repository === undefined) return null
  const log = await readLog(reader, repository, pull).catch((error: unknown) => {
    if (error instanceof Unreadable) return null
    throw error
  })
  return log === null ? null : toLedger(log, pull)
}

async function readLog(
  reader: GitHubReader,
  repository: string,
  pull: Pull,
): Promise<readonly Activity[]> {
  const log: Activity[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { moves, next } = await reader.activity(repository, pull.head.ref, cursor)
    log.push(...moves)
    if (next === null || moves.some(isCreation) || isBeforeOpening(log.at(-1), pull)) break
    cursor = next
  }
  return log
}

/** The part of a log that counts, newest first in, oldest first out; null when it does not hold together. */
function toLedger(log: readonly Activity[], pull: Pull): Ledger | null {
  const created = log.findIndex(isCreation)
  const moves = created < 0 ? log : log.slice(0, created + 1)
  const reachesBack = created >= 0 || isBeforeOpening(moves.at(-1), pull)
  const isWhole =
    reachesBack &&
    moves[0]?.after === pull.head.sha &&
    moves.every((move) => MOVES.has(move.activity_type)) &&
    moves.every((move, at) => at === 0 || isFollowedBy(move, moves[at - 1]))
  return isWhole ? { moves: moves.toReversed() } : null
}

function isCreation(move: Activity): boolean {
  return move.activity_type === CREATION
}

function isBeforeOpening(move: Activity | undefined, pull: Pull): boolean {
  return move !== undefined && toSecond(move.timestamp) < toSecond(pull.created_at)
}

function isFollowedBy(move: Activity, next: Activity | undefined): boolean {
  return (
    next !== undefined &&
    next.before === move.after &&
    toSecond(next.timestamp) >= toSecond(move.timestamp)
  )
}

/**
 * Where the head ref stood at a server time: after its last move until then. Empty when that cannot be
 * known, also in the second of a move, where nobody can say which of the two came first.
 */
export function positionAt(ledger: Ledger | null, time: string): string {
  const second = toSecond(time)
  const past = ledger?.moves.filter((move) => toSecond(move.timestamp) <= second) ?? []
  const last = past.at(-1)
  return last === undefined || toSecond(last.timestamp) === second ? '' : last.after
}
