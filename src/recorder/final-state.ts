import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { FinalFile } from '../engine/chain/format.ts'
import { compareWith, copyIndex, lookAtChanges, type WorkTree } from '../sources/git/work-index.ts'
import { withLock } from './lock.ts'
import { filesOf, record, type Session, workTreeOf } from './session.ts'
import type { SessionState } from './state.ts'

/**
 * Appends a record with the final state of every path that changed since the chain began. It takes
 * part in no explanation: what somebody changed after the agent's last call is listed and stays
 * unexplained.
 */
export async function recordFinalState(
  session: Session,
  event: 'session_end' | 'checkpoint',
  change: Partial<SessionState> = {},
): Promise<SessionState> {
  const { lookLock } = filesOf(session)
  const begun = await record(session, () => [])
  return withLock(lookLock, async () => {
    const files = await readFinalFiles(workTreeOf(session), begun.genesis.base_sha)
    return record(session, () => [{ event, files }], change)
  })
}

/** Looked up in a copy of the recorder's index, so that the next call still sees what is new. */
export async function readFinalFiles(
  tree: WorkTree,
  base: string,
): Promise<Readonly<Record<string, FinalFile>>> {
  const copy: WorkTree = { ...tree, index: `${tree.index}.${randomBytes(6).toString('hex')}` }
  try {
    copyIndex(tree.index, copy.index)
    const { settle } = await lookAtChanges(copy)
    settle()
    return Object.fromEntries(await compareWith(copy, base))
  } finally {
    for (const ending of ['', '.lock', '.next', '.next.lock'])
      rmSync(`${copy.index}${ending}`, { force: true })
  }
}
