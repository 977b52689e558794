import { namesOf } from '../../engine/case.ts'
import { listReadings } from '../../engine/chain/chain-files.ts'
import type {
  Actor,
  ApprovalFact,
  Evidence,
  LocalChain,
  PlanFile,
  ResultsReading,
  SourceFile,
} from '../../engine/evidence.ts'
import { readChainOrigins } from '../chain-origins.ts'
import { offeredPlans, readProposedPolicy, readTrustedFiles } from '../trusted.ts'
import { readCommits } from './commits.ts'
import { readChange } from './files.ts'
import { readHeads } from './heads.ts'
import { findMergeDefects } from './merge.ts'
import { originReader } from './origins.ts'
import { openRepository, type Repository } from './repository.ts'
import { readRevision } from './revision.ts'
import { findMergeBase, listBranchesAt, resolveRevision } from './revisions.ts'

/** What to judge in a local repository. */
export interface GitRequest {
  /** A directory in the repository. */
  readonly repo: string
  /** Revisions as git understands them. */
  readonly base: string
  readonly head: string
  /** The policy's path on base. */
  readonly policyPath: string
  /** The local file that `--policy` named, to try out in its place. */
  readonly policyFile: SourceFile | null
  /** The local file that `--plan` named. */
  readonly planFile: PlanFile | null
  /** The plan that `--plan` named: a path on base, or the path of `planFile`. */
  readonly requestedPlan: string | null
  /** From `--results`; null without. */
  readonly results: readonly ResultsReading[] | null
  /** The chains that `--audit` named. */
  readonly localChains: readonly LocalChain[]
  /** From `--approvals`; null without. */
  readonly facts: readonly ApprovalFact[] | null
}

/**
 * Reads everything about a change out of a local repository: objects and refs only, never the work
 * tree, and nothing is written to it. Throws `CannotStart` when the repository or a revision cannot
 * be read or the histories are unrelated; whatever else is missing is among the evidence's defects.
 */
export async function readGitEvidence(request: GitRequest): Promise<Evidence> {
  const repository = await openRepository(request.repo)
  try {
    return await gatherEvidence(repository, request)
  } finally {
    await repository.close()
  }
}

async function gatherEvidence(repository: Repository, request: GitRequest): Promise<Evidence> {
  const [base, head] = await Promise.all([
    resolveRevision(repository, request.base, '--base'),
    resolveRevision(repository, request.head, '--head'),
  ])
  const mergeBase = await findMergeBase(repository, base.sha, head.sha)
  const atBase = readRevision(repository, 'base', base.sha)
  const atHead = readRevision(repository, 'head', head.sha)
  const { policyPath } = request
  const plans = request.requestedPlan === null ? [] : [request.requestedPlan]
  const [trusted, change, commits, headRefs] = await Promise.all([
    readTrustedFiles(atBase, { policyPath, policyOverride: request.policyFile, plans }),
    readChange(repository, mergeBase.sha, head.sha, [policyPath]),
    readCommits(repository, base.sha, head.sha),
    listBranchesAt(repository, head.sha),
  ])
  const names = new Set(change.files.flatMap(namesOf))
  const readings = listReadings(change.files, request.localChains)
  const isBaseAhead = base.sha !== mergeBase.sha
  const facts = request.facts ?? []
  const present = { base: base.sha, head: head.sha, files: change.files }
  const [proposedPolicy, mergeDefects, heads, chainOrigins] = await Promise.all([
    readProposedPolicy(atHead, change.files, trusted),
    isBaseAhead ? findMergeDefects(repository, base.sha, head.sha, names) : [],
    readHeads(repository, present, facts),
    readChainOrigins(originReader(repository, mergeBase.sha), mergeBase.sha, readings, policyPath),
  ])
  return {
    local: true,
    repository: repository.remotes.repository,
    pullRequest: null,
    baseRef: base.branch,
    baseSha: base.sha,
    mergeBaseSha: mergeBase.sha,
    headSha: head.sha,
    headRefs: headRefs.filter((ref) => ref !== base.branch),
    author: findAuthor(facts),
    body: '',
    labels: [],
    commits,
    files: change.files,
    trusted,
    // Only a server knows which accounts there are.
    codeownersErrors: [],
    proposedPolicy,
    offeredPlans: [
      ...offeredPlans(change.files),
      ...(request.planFile === null ? [] : [request.planFile]),
    ],
    requestedPlan: request.requestedPlan,
    facts: request.facts,
    movesKnown: request.facts !== null,
    heads,
    results: request.results,
    baseResults: null,
    localChains: request.localChains,
    chainOrigins,
    // Nobody is asked from here: the policy's own list of teams has to do.
    teams: new Map(),
    issues: new Map(),
    defects: [
      ...mergeBase.defects,
      ...change.defects,
      ...atBase.defects,
      ...atHead.defects,
      ...mergeDefects,
    ],
    requests: 0,
  }
}

/** A clone does not know who opened the pull request; approval facts may. */
function findAuthor(facts: readonly ApprovalFact[]): Actor | null {
  const opened = facts.find(({ kind }) => kind === 'opened')
  return opened === undefined ? null : { login: opened.actor, type: opened.actor_type }
}
