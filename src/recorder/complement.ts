import { randomBytes } from 'node:crypto'
import { hashCanonical } from '../engine/hash.ts'
import type { WorkTree } from '../sources/git/run-on-index.ts'
import { type Blobs, lookAtChanges } from '../sources/git/work-index.ts'
import { readFinalFiles } from './final-state.ts'
import { appendDrafts, type Draft, type Session } from './session.ts'
import { hasCallUnderWay, type SessionState } from './state.ts'

/** Brings the chain up to now and ends it in the state of every file that changed. */
export async function complementChain(
  work: Pick<Session, 'place' | 'clock'>,
  tree: WorkTree,
  state: SessionState,
): Promise<SessionState> {
  const files = await readFinalFiles(tree, state.genesis.base_sha)
  const end: Draft = { event: 'checkpoint', files }
  if (!hasCallUnderWay(state)) return appendDrafts(work, state, [end])
  const { blobs, settle } = await lookAtChanges(tree)
  const complete = appendDrafts(work, state, [...draftCaughtUp(state, blobs), end])
  settle()
  return complete
}

/**
 * Within a tool call of the session, what changed since it began is the session's own. Without one it
 * is somebody else's, and stays unexplained.
 */
function draftCaughtUp(state: SessionState, blobs: Blobs): Draft[] {
  if (blobs.size === 0) return []
  const id = `attach-${randomBytes(8).toString('hex')}`
  const input_sha256 = hashCanonical({})
  const tool = 'countersign audit attach'
  const request = { category: 'other', input_sha256, targets: [], tool } as const
  const { policy_sha256 } = state.genesis
  const rules = { decision: 'allow', policy_sha256, rule: null } as const
  const reference = { tool_use_id: id, intent_seq: state.seq }
  const result = { blobs: Object.fromEntries(blobs), status: 'ok' } as const
  return [
    { event: 'intent', reference: { tool_use_id: id }, request, rules },
    { event: 'result', reference, request, rules, result },
  ]
}
