import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FinalFile } from '../engine/chain/format.ts'
import type { WorkTree } from '../sources/git/run-on-index.ts'
import { compareWith, copyIndex, dropIndex, lookAtChanges } from '../sources/git/work-index.ts'
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

/**
 * Every path that differs from a commit, as it is now. Looked up in a copy of the recorder's index, so
 * that the next call still sees what is new.
 * @param from another index to copy
 */
export async function readFinalFiles(
  tree: WorkTree,
  base: string,
  from = tree.index,
): Promise<Readonly<Record<string, FinalFile>>> {
  const copy: WorkTree = { ...tree, index: `${tree.index}.${randomBytes(6).toString('hex')}` }
  try {
    copyIndex(from, copy.index)
    const { settle } = await lookAtChanges(copy)
    settle()
    return Object.fromEntries(await compareWith(copy, base))
  } finally {
    dropIndex(copy)
  }
}

/** Whether something that was recorded is how the work tree or the user's own index has it now. */
export async function hasWorkHere(
  tree: WorkTree,
  base: string,
  recorded: ReadonlyMap<string, string | null>,
): Promise<boolean> {
  const own = join(tree.gitDir, 'index')
  const present = new Map(Object.entries(await readFinalFiles(tree, base, own)))
  const staged = await compareWith({ ...tree, index: own }, base)
  return [present, staged].some((files) =>
    [...files].some(([path, { blob }]) => recorded.get(path) === blob),
  )
}
