import type { ApprovalFact } from '../../engine/evidence.ts'
import { toSecond } from '../../engine/time.ts'
import { mapConcurrently } from './concurrently.ts'
import { isRetargeting } from './facts.ts'
import type { GitHubReader } from './reader.ts'
import type { Pull, PullSummary, WorkflowRun } from './schemas.ts'

/** Why a run may have tested something else than a pull request, as its finding says it. */
export interface Doubt {
  readonly cause: 'another base' | 'another pull request'
  /** The other pull request's number and base, where there is one. */
  readonly other?: string
  readonly base?: string
}

/** What speaks against a run; null when nothing does. */
export type DoubtRun = (run: WorkflowRun) => Doubt | null

/**
 * For the event `pull_request`, GitHub runs a workflow on the merge of head and base. So a run on the same
 * head commit proves nothing when it was started for another base: an author who may push can open a
 * second pull request into a branch of their own that makes every test pass. A run does not reliably
 * say whose it is, so it counts only where it can have been nobody else's.
 * (docs.github.com: Events that trigger workflows, `pull_request`.)
 * @throws Unreadable when the pull requests of the branch cannot be listed.
 */
export async function readRunOrigins(
  reader: GitHubReader,
  pull: Pull,
  facts: readonly ApprovalFact[],
): Promise<DoubtRun> {
  const siblings = await readSiblings(reader, pull)
  const retargetings = facts.filter(({ kind }) => kind === 'retargeted')
  return (run) => {
    if (run.event !== 'pull_request') return null
    const startsAt = toSecond(run.created_at)
    if (retargetings.some(({ at }) => toSecond(at) >= startsAt)) return { cause: 'another base' }
    const other = siblings.find((it) => mayHaveStarted(it, pull, startsAt))
    return other === undefined
      ? null
      : { cause: 'another pull request', other: String(other.number), base: other.base.ref }
  }
}

interface Sibling extends PullSummary {
  /** Whether it ever had another base than the one it has. */
  readonly wasRetargeted: boolean
}

/**
 * Whether a pull request may be the one that a run was started for. A label can start runs of a closed one
 * too, which do no harm when its base has always been the same.
 * @param at in seconds
 */
function mayHaveStarted(other: Sibling, { base }: Pull, at: number): boolean {
  const { created_at, closed_at, wasRetargeted } = other
  if (toSecond(created_at) > at) return false
  const isClosed = closed_at != null && toSecond(closed_at) < at
  return !isClosed || wasRetargeted || other.base.ref !== base.ref
}

/** More of them than these are not looked into, and taken for retargeted. */
const MAX_SIBLINGS = 20

/** The other pull requests of the head branch, from whatever repository of its owner. */
async function readSiblings(reader: GitHubReader, pull: Pull): Promise<Sibling[]> {
  const owner = pull.head.repo?.full_name.split('/')[0]
  if (owner === undefined) return []
  const all = await reader.pullsOfBranch(owner, pull.head.ref)
  const others = all.filter(({ number }) => number !== pull.number)
  return mapConcurrently(others, 8, async (other, at) => {
    const wasRetargeted = at >= MAX_SIBLINGS || (await readRetargeted(reader, other.number))
    return { ...other, wasRetargeted }
  })
}

async function readRetargeted(reader: GitHubReader, number: number): Promise<boolean> {
  return (await reader.events(number)).some(isRetargeting)
}
