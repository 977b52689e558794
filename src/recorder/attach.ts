import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashCanonical } from '../engine/hash.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { askBaseTip, findFile } from '../sources/git/base-facts.ts'
import { type Blobs, lookAtChanges, stageFile, type WorkTree } from '../sources/git/work-index.ts'
import { replaceFile } from './files.ts'
import { readFinalFiles } from './final-state.ts'
import { withLock } from './lock.ts'
import { findPlace, type Place } from './place.ts'
import { type BaseTip, readBaseTip, readBranch } from './refs.ts'
import { restoreState } from './restore.ts'
import { appendDrafts, catchUp, type Draft } from './session.ts'
import {
  chainFile,
  chainsDir,
  hasCallUnderWay,
  isChainId,
  readState,
  type SessionState,
  sessionFiles,
  writeState,
} from './state.ts'

/** What became of a chain that belongs to the branch. */
export interface Attachment {
  readonly chain: string
  /** From the root of the work tree. */
  readonly path: string
  readonly records: number
  readonly outcome: 'attached' | 'already merged' | 'damaged'
}

export interface AttachReport {
  readonly branch: string | null
  readonly attachments: readonly Attachment[]
}

interface Work {
  readonly place: Place
  readonly tip: BaseTip
  readonly branch: string | null
  readonly clock: () => Date
}

/**
 * Copies every chain of this work tree that belongs to the current branch to where the gate looks for
 * it, complete up to now and staged. Attaching again extends; what is merged stays as it is.
 * @throws CannotStart when the repository or its protected branch cannot be found
 */
export async function attachChains(directory: string, clock: () => Date): Promise<AttachReport> {
  const place = findPlace(directory)
  if (place === null)
    throw new CannotStart(`"${directory}" is not in a git work tree; name one with --repo.`)
  const tip = await findTip(place)
  const work = { place, tip, branch: readBranch(place), clock }
  const attachments: Attachment[] = []
  for (const chain of listChains(place)) {
    const state = readState(place, chain) ?? restoreState(place, chain)
    if (state === null) attachments.push({ chain, path: '', records: 0, outcome: 'damaged' })
    else if (belongsTo(state, work.branch)) attachments.push(await attach(work, state))
  }
  return { branch: work.branch, attachments }
}

async function findTip(place: Place): Promise<BaseTip> {
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir } }
  const tip = await Promise.resolve()
    .then(() => readBaseTip(place))
    .catch(() => askBaseTip(git))
  if (tip === null)
    throw new CannotStart(
      'The clone knows no default branch of "origin"; run "git fetch origin" and "git remote set-head origin --auto".',
    )
  return tip
}

function listChains(place: Place): string[] {
  const names = readNames(chainsDir(place)).filter((name) => name.endsWith('.jsonl'))
  const ids = names.map((name) => name.slice(0, -'.jsonl'.length))
  return ids.filter(isChainId).toSorted()
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * A chain that was never attached follows its session: one with a call under way is the session that
 * runs this command, on a branch it may have made a moment ago.
 */
function belongsTo(state: SessionState, branch: string | null): boolean {
  const isAtWork = !state.attached && !state.closed && hasCallUnderWay(state)
  return state.branch === branch || isAtWork
}

async function attach(work: Work, { chain, session }: SessionState): Promise<Attachment> {
  const { place, tip, branch } = work
  const path = `.countersign/audit/${chain}.jsonl`
  const { lock, lookLock, index } = sessionFiles(place, session)
  const tree: WorkTree = { root: place.root, gitDir: place.gitDir, index }
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir } }
  const isMerged = (await findFile(git, tip.commit, path)) !== null
  return withLock(lookLock, () =>
    withLock(lock, async () => {
      const state = readState(place, chain) ?? restoreState(place, chain)
      if (state === null)
        throw new CannotStart(`The chain ${chain} went away while it was attached.`)
      const known = catchUp(state, chainFile(place, chain))
      if (isMerged) {
        writeState(place, { ...known, closed: true })
        return { chain, path, records: known.seq, outcome: 'already merged' }
      }
      const complete = known.closed ? known : await complementChain(work, tree, known)
      writeState(place, { ...complete, attached: true, branch, hasNews: false })
      await publish(tree, path, readFileSync(chainFile(place, chain)))
      return { chain, path, records: complete.seq, outcome: 'attached' }
    }),
  )
}

/** Brings the chain up to now and ends it in the state of every file that changed. */
async function complementChain(
  work: Work,
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

const PUBLIC_MODE = 0o644

async function publish(tree: WorkTree, path: string, bytes: Uint8Array): Promise<void> {
  for (const folder of ['.countersign', '.countersign/audit']) {
    if (lstatSync(join(tree.root, folder), { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new CannotStart(`"${folder}" is a symbolic link; make it a directory.`)
  }
  mkdirSync(join(tree.root, '.countersign/audit'), { recursive: true })
  replaceFile(join(tree.root, path), bytes, PUBLIC_MODE)
  await stageFile(tree, path)
}
