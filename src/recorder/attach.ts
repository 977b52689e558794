import { readdirSync, readFileSync } from 'node:fs'
import { isChainId } from '../engine/chain/chain-id.ts'
import type { Defect } from '../engine/chain/defects.ts'
import { readChain } from '../engine/chain/verify-chain.ts'
import { AUDIT_FOLDER } from '../engine/places.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { askBaseTip, findBase, findFile, isBehindBase } from '../sources/git/base-facts.ts'
import type { GitPlace } from '../sources/git/git.ts'
import { readRemotes } from '../sources/git/repository.ts'
import type { WorkTree } from '../sources/git/run-on-index.ts'
import { ChainLost } from './chain-file.ts'
import { complementChain } from './complement.ts'
import { hasWorkHere } from './final-state.ts'
import { withLock } from './lock.ts'
import { findPlace, type Place } from './place.ts'
import { publishChain } from './publish.ts'
import { type BaseTip, readBaseTip, readBranch } from './refs.ts'
import { restoreState } from './restore.ts'
import { catchUp } from './session.ts'
import {
  chainFile,
  chainsDir,
  hasCallUnderWay,
  readSession,
  readState,
  type SessionState,
  sessionFiles,
  writeState,
} from './state.ts'

/** What became of a chain that belongs to the branch. */
export type Attachment = { readonly chain: string } & Outcome

export type Outcome =
  | {
      readonly outcome: 'attached'
      /** From the root of the work tree. */
      readonly path: string
      readonly records: number
      /** Whether a seal lies beside the copy that was made for another state of it. */
      readonly isSealStale: boolean
    }
  | { readonly outcome: 'already merged'; readonly path: string }
  | { readonly outcome: 'damaged'; readonly defects: readonly Defect[]; readonly cause: string }
  | { readonly outcome: 'foreign'; readonly cause: string }
  /** Nothing it recorded is on this branch now. */
  | { readonly outcome: 'left out' }

export interface AttachReport {
  readonly branch: string | null
  readonly attachments: readonly Attachment[]
}

interface Work {
  readonly place: Place
  readonly git: GitPlace
  readonly tip: BaseTip
  readonly branch: string | null
  readonly repository: string | null
  readonly clock: () => Date
}

/**
 * Copies every chain of this work tree that belongs to the current branch to where the gate looks for
 * it, complete up to now and staged. Attaching again extends; what is merged stays as it is. A chain
 * that the gate would refuse is named and left where it is, and holds up no other.
 * @throws CannotStart when the repository or its protected branch cannot be found
 */
export async function attachChains(directory: string, clock: () => Date): Promise<AttachReport> {
  const place = findPlace(directory)
  if (place === null)
    throw new CannotStart(`"${directory}" is not in a git work tree; name one with --repo.`)
  const git = { directory: place.root, env: { GIT_DIR: place.gitDir } }
  const tip = await findTip(place, git)
  const { repository } = await readRemotes(git)
  const work: Work = { place, git, tip, branch: readBranch(place), repository, clock }
  const attachments: Attachment[] = []
  for (const chain of listChains(place)) {
    const outcome = await attachIfOwn(work, chain)
    if (outcome !== null) attachments.push({ chain, ...outcome })
  }
  return { branch: work.branch, attachments }
}

async function findTip(place: Place, git: GitPlace): Promise<BaseTip> {
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

/** Null for a chain of another branch. */
async function attachIfOwn(work: Work, chain: string): Promise<Outcome | null> {
  const state = readState(work.place, chain) ?? restoreState(work.place, chain)
  if (state === null) return describeDamage(work, chain, 'it is not whole')
  if (!belongsTo(work, state)) return null
  try {
    return await attach(work, state)
  } catch (error) {
    if (error instanceof ChainLost) return describeDamage(work, chain, error.message)
    throw error
  }
}

/**
 * A chain that was never attached follows its session: one with a call under way is the session that
 * runs this command, on a branch it may have made a moment ago.
 */
function belongsTo({ place, branch }: Work, state: SessionState): boolean {
  const isAtWork = !state.attached && isOpen(place, state) && hasCallUnderWay(state)
  return state.branch === branch || isAtWork
}

/** Whether its session still writes it. */
function isOpen(place: Place, { session, chain, closed }: SessionState): boolean {
  return !closed && readSession(place, session)?.chain === chain
}

function attach(work: Work, { chain, session }: SessionState): Promise<Outcome> {
  const { place } = work
  const { lock, lookLock, index } = sessionFiles(place, session)
  const tree: WorkTree = { root: place.root, gitDir: place.gitDir, index }
  const attachLocked = async () => {
    const state = readState(place, chain) ?? restoreState(place, chain)
    if (state === null) throw new ChainLost('it went away while it was attached')
    return attachState(work, tree, catchUp(state, chainFile(place, chain)))
  }
  return withLock(lookLock, () => withLock(lock, attachLocked))
}

async function attachState(work: Work, tree: WorkTree, state: SessionState): Promise<Outcome> {
  const { place, git, tip, branch } = work
  const { chain } = state
  const path = `${AUDIT_FOLDER}/${chain}.jsonl`
  if ((await findFile(git, tip.commit, path)) !== null) {
    writeState(place, { ...state, closed: true })
    return { outcome: 'already merged', path }
  }
  const cause = await findForeignCause(work, state)
  if (cause !== null) return { outcome: 'foreign', cause }
  if (!(await isOfThisBranch(work, tree, state))) return { outcome: 'left out' }
  const complete = state.closed ? state : await complementChain(work, tree, state)
  const bytes = readFileSync(chainFile(place, chain))
  const { defects } = readChain(bytes, chain)
  if (defects.length > 0) {
    writeState(place, complete)
    return { outcome: 'damaged', defects, cause: 'the gate would refuse it' }
  }
  const isSealStale = await publishChain(tree, path, bytes)
  writeState(place, { ...complete, attached: true, branch, hasNews: false })
  return { outcome: 'attached', path, records: complete.seq, isSealStale }
}

/** Why the gate would take a chain for that of another change; null when it would not. */
async function findForeignCause(
  { git, tip, repository }: Work,
  { genesis }: SessionState,
): Promise<string | null> {
  if (genesis.repository === '' || repository === null)
    return 'the address of "origin" names no owner and repository, so nobody can tell whose it is; set it with "git remote set-url origin" and start a new session'
  if (genesis.repository.toLowerCase() !== repository.toLowerCase())
    return `it was begun in ${genesis.repository}, and this is ${repository}`
  if (!(await isBehindBase(git, genesis.base_sha, tip.commit)))
    return `it begins at commit ${genesis.base_sha.slice(0, 12)}, which is not where this branch leaves "${tip.branch}", nor before; rebase the branch, or do the work in a new session on it`
  return null
}

/** The name of a branch may be used again, and then what was recorded under it is of another work. */
async function isOfThisBranch(
  { place, git, tip }: Work,
  tree: WorkTree,
  state: SessionState,
): Promise<boolean> {
  if (isOpen(place, state)) return true
  const { blobs } = readChain(readFileSync(chainFile(place, state.chain)), state.chain)
  const recorded = new Map([...blobs].map(([path, { blob }]) => [path, blob]))
  return hasWorkHere(tree, await findBase(git, tip.commit), recorded)
}

/** What the verifier says of a chain that cannot be continued. */
function describeDamage({ place }: Work, chain: string, cause: string): Outcome {
  const { defects } = readChain(readFileSync(chainFile(place, chain)), chain)
  const serious = defects.filter((defect) => defect.cause !== 'the session has no end')
  return { outcome: 'damaged', defects: serious, cause }
}
