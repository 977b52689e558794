import type {
  Actor,
  ApprovalFact,
  ChangedFile,
  Evidence,
  PlanFile,
  SourceFile,
} from '../../engine/evidence.ts'
import { readCommits } from './commits.ts'
import { namesOf, readChange } from './files.ts'
import { findMergeDefects } from './merge.ts'
import { openRepository, type Repository } from './repository.ts'
import { findMergeBase, listBranchesAt, resolveRevision } from './revisions.ts'
import { isRegularFile } from './tree.ts'
import { isPlanPath, readPolicyChain, readTrusted, type Side } from './trusted.ts'

/** What to judge in a local repository. */
export interface GitRequest {
  /** A directory in the repository. */
  readonly repo: string
  /** Revisions as git understands them. */
  readonly base: string
  readonly head: string
  /** The policy's path on base, or a local file to try out in its place. */
  readonly policy: { readonly path: string } | { readonly file: SourceFile }
  /** The local file that `--plan` named. */
  readonly planFile: PlanFile | null
  /** The plan that `--plan` named: a path on base, or the path of `planFile`. */
  readonly requestedPlan: string | null
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
  const baseSide: Side = { repository, commit: base.sha, label: 'base' }
  const headSide: Side = { repository, commit: head.sha, label: 'head' }
  const trusted = await readTrusted(baseSide, request)
  const change = await readChange(repository, mergeBase.sha, head.sha, trusted.policyPaths)
  const names = new Set(change.files.flatMap(namesOf))
  const isPolicyTouched = trusted.policyPaths.some((path) => names.has(path))
  const isBaseAhead = base.sha !== mergeBase.sha
  const [proposed, mergeDefects, commits, headRefs] = await Promise.all([
    isPolicyTouched ? readPolicyChain(headSide, request.policy) : null,
    isBaseAhead ? findMergeDefects(repository, base.sha, head.sha, names) : [],
    readCommits(repository, base.sha, head.sha),
    listBranchesAt(repository, head.sha),
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
    author: findAuthor(request.facts ?? []),
    body: '',
    labels: [],
    commits,
    files: change.files,
    trusted: trusted.files,
    proposedPolicy: proposed?.files ?? null,
    offeredPlans: [...change.files.flatMap(readOfferedPlan), ...listOne(request.planFile)],
    requestedPlan: request.requestedPlan,
    facts: request.facts,
    defects: [
      ...mergeBase.defects,
      ...change.defects,
      ...trusted.defects,
      ...(proposed?.defects ?? []),
      ...mergeDefects,
    ],
    requests: 0,
  }
}

/** A plan that the change itself adds or edits: offered, not approved. */
function readOfferedPlan({ path, status, after, content }: ChangedFile): PlanFile[] {
  if (status === 'deleted' || !isPlanPath(path) || content === null) return []
  if (after === null || !isRegularFile(after)) return []
  return [{ origin: 'pull-request', source: `head:${path}`, path, bytes: content }]
}

/** A clone does not know who opened the pull request; approval facts may. */
function findAuthor(facts: readonly ApprovalFact[]): Actor | null {
  const opened = facts.find(({ kind }) => kind === 'opened')
  return opened === undefined ? null : { login: opened.actor, type: opened.actor_type }
}

function listOne<T>(item: T | null): T[] {
  return item === null ? [] : [item]
}
