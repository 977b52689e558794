import { statSync } from 'node:fs'
import { hashCanonical } from '../engine/hash.ts'
import { recordFinalState } from '../recorder/final-state.ts'
import { withLock } from '../recorder/lock.ts'
import { filesOf, peek, record, type Session, workTreeOf } from '../recorder/session.ts'
import {
  beginIndex,
  dropIndex,
  isBegun,
  type Look,
  lookAtChanges,
  readBlobsNow,
  stampIndex,
} from '../sources/git/work-index.ts'
import { type CallEvent, draftResult } from './record-call.ts'

/** Looks wait for one another, and each may take a while in a large work tree; milliseconds. */
const LOOK_WAIT_MS = 50_000

/**
 * Records how a call ended together with every file that changed meanwhile, whoever changed it: a
 * shell command, or a tool that tells nobody. Looking and recording are one step for all calls of a
 * session, or an older look could be recorded after a newer one.
 */
export async function recordOutcome(event: CallEvent, status: 'ok' | 'error'): Promise<void> {
  const { session } = event
  const tree = workTreeOf(session)
  const isNew = peek(session) === null || !isBegun(tree)
  if (isNew) await record(session, () => [])
  const lookAndRecord = async () => {
    if (!isBegun(tree)) await beginIndex(tree)
    const stamp = stampIndex(tree)
    const { blobs, settle } = isNew ? await lookAtTargets(event) : await look(session, stamp)
    await record(session, await draftResult(event, status, blobs), { indexStamp: stamp })
    settle()
  }
  await withLock(filesOf(session).lookLock, lookAndRecord, LOOK_WAIT_MS)
}

/** Without an earlier look only the files that the call names can be told to be its own. */
async function lookAtTargets({ session, call }: CallEvent): Promise<Look> {
  const isWrite = call.action.category === 'file_write'
  const inside = call.action.paths.filter((path) => isWrite && !path.startsWith('.git/'))
  const { root } = session.place
  const there = inside.filter((path) => isFile(`${root}/${path}`))
  return { blobs: await readBlobsNow(workTreeOf(session), there), settle: () => {} }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function look(session: Session, stamp: string): Promise<Look> {
  return lookAtChanges(workTreeOf(session), peek(session)?.indexStamp !== stamp)
}

/** Ends the chain with the state of every file that changed since it began; a new one looks anew. */
export async function recordEnd(session: Session): Promise<void> {
  await recordFinalState(session, 'session_end')
  dropIndex(workTreeOf(session))
}

/** Records that somebody asked for something: as a hash, or as text where the policy wants it. */
export async function recordPrompt(
  session: Session,
  prompt: string,
  keep: 'hashed' | 'redacted',
): Promise<void> {
  const text = keep === 'redacted' ? { text: await redact(prompt) } : {}
  const request = { category: 'other', input_sha256: hashCanonical(prompt), ...text } as const
  await record(session, () => [{ event: 'prompt', request }])
}

/** Loaded only here: a result needs none of it. */
async function redact(prompt: string): Promise<string> {
  const { redactPrompt } = await import('./redact-prompt.ts')
  return redactPrompt(prompt)
}
