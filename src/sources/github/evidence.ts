import { listReadings } from '../../engine/chain/chain-files.ts'
import type { Evidence, TrustedFiles } from '../../engine/evidence.ts'
import type { Policy } from '../../engine/policy/policy.ts'
import { resolvePolicy } from '../../engine/policy/resolve.ts'
import { orderFacts } from '../approval-facts.ts'
import { readChainOrigins } from '../chain-origins.ts'
import type { GivenResults } from '../given-results.ts'
import {
  asChangedFile,
  findSigningFacts,
  listPastHeads,
  type SigningFact,
} from '../head-reading.ts'
import { offeredPlans, readProposedPolicy } from '../trusted.ts'
import type { TryOut } from '../try-out.ts'
import type { GitHubApi } from './ask.ts'
import { readChangedFiles } from './changed-files.ts'
import { readFurtherFacts, readPullFacts } from './facts.ts'
import { locateAhead, readPastHeads, toHeadReading } from './heads.ts'
import { findAmbiguity, readBranch, toCommit } from './history.ts'
import { readIssueFacts, readIssuePlans } from './issue-plans.ts'
import { readListedFiles } from './listed-files.ts'
import { matchViews } from './match-views.ts'
import { findHiddenMergeChanges } from './merge-result.ts'
import { originReader } from './origins.ts'
import type { GitHubReader } from './reader.ts'
import { readAhead, rememberAnswers } from './remember.ts'
import { mayFollowRenames } from './renames.ts'
import { readAcceptanceResults } from './results.ts'
import { readRevision } from './revision.ts'
import type { Pull } from './schemas.ts'
import { findStakes, isNamed, listTeamQuestions, mayConcernOwners } from './signers.ts'
import { readTeams } from './teams.ts'
import { diffTrees } from './tree-diff.ts'
import {
  askForOwnersAhead,
  readCodeownersErrors,
  readLikelyFiles,
  readTrusted,
} from './trusted-branch.ts'

export interface GitHubRequest {
  readonly number: number
  readonly policyPath: string
  /** The name under which the gate reports; empty: it publishes no check run. */
  readonly checkName: string
  /** For reading teams, with a token that may; null without one. */
  readonly teams: GitHubApi | null
  /** Test results of an earlier step of the same job, in place of artifacts; null without. */
  readonly results: GivenResults | null
  /** Absent for the gate. */
  readonly tryOut?: TryOut
}

/** What was read, and the state it was read at: a verdict holds for that state only. */
export interface GitHubReading {
  readonly evidence: Evidence
  readonly pin: Pin
}

/** Everything that must still be the same when the verdict is published. */
export interface Pin {
  readonly number: number
  readonly baseRef: string
  readonly baseSha: string
  readonly headSha: string
  readonly state: string
}

/**
 * Reads a pull request live, in a few rounds of requests side by side where nothing is unusual. The
 * event that started the run only says which one.
 * @throws Unreadable when any part that a verdict needs cannot be read completely.
 */
export async function readGitHubEvidence(
  patient: GitHubReader,
  request: GitHubRequest,
): Promise<GitHubReading> {
  const reader = rememberAnswers(patient)
  const pull = await reader.pull(request.number)
  const first = await readPullSide(reader, pull)
  readLikelyFiles(reader, first.headTree, request.policyPath)
  if (first.signing.length === 0) askForOwnersAhead(reader, pull, first)
  const second = await readBaseSide(reader, pull, first, request)
  const third = await readDetails(reader, pull, { ...first, ...second }, request)
  const { branch, trusted, views } = second
  const { files } = third.changed
  const chainOrigins = await readChainOrigins(
    originReader(reader, branch.mergeBase),
    branch.mergeBase,
    listReadings(files, []),
    request.policyPath,
  )
  const evidence: Evidence = {
    local: false,
    repository: reader.repository,
    pullRequest: request.number,
    baseRef: pull.base.ref,
    baseSha: first.baseSha,
    mergeBaseSha: branch.mergeBase,
    headSha: pull.head.sha,
    headRefs: [pull.head.ref],
    author: pull.user ?? null,
    body: pull.body ?? '',
    labels: labelsOf(pull),
    commits: branch.commits.map(toCommit),
    files,
    trusted,
    codeownersErrors: third.codeownersErrors,
    proposedPolicy: third.proposedPolicy,
    offeredPlans: [
      ...first.issuePlans.map(({ plan }) => plan),
      ...offeredPlans(files),
      ...(request.tryOut?.plan?.file ? [request.tryOut.plan.file] : []),
    ],
    requestedPlan: request.tryOut?.plan?.path ?? null,
    facts: orderFacts([...first.facts, ...third.furtherFacts]),
    movesKnown: first.movesKnown,
    heads: third.heads,
    results: third.results,
    baseResults: third.baseResults,
    localChains: [],
    chainOrigins,
    teams: third.answers.teams,
    issues: second.issues,
    defects: [...second.ambiguity, ...views.findings, ...third.changed.findings, ...third.hidden],
    requests: reader.requestCount() + third.answers.requests,
  }
  return { evidence, pin: pinState(pull, first.baseSha) }
}

/** What can be asked as soon as the pull request is known. */
async function readPullSide(reader: GitHubReader, pull: Pull) {
  const [baseSha, listed, headTree, { facts, movesKnown }, issuePlans] = await Promise.all([
    reader.branchTip(pull.base.ref),
    readListedFiles(reader, pull),
    reader.tree(pull.head.sha),
    readPullFacts(reader, pull),
    readIssuePlans(reader, pull.body ?? ''),
  ])
  const signing = findSigningFacts(facts, labelsOf(pull))
  return { baseSha, listed, headTree, facts, movesKnown, signing, issuePlans }
}

type PullSide = Awaited<ReturnType<typeof readPullSide>>

/** Where the branch leaves the base, and what the protected branch says. */
async function readBaseSide(
  reader: GitHubReader,
  pull: Pull,
  { baseSha, listed, headTree, facts, signing, issuePlans }: PullSide,
  request: GitHubRequest,
) {
  const [branch, baseTree, issues] = await Promise.all([
    readBranch(reader, baseSha, pull.head.sha),
    reader.tree(baseSha),
    readIssueFacts(reader, issuePlans),
  ])
  const { mergeBase } = branch
  const present = { baseSha, branch }
  locateAhead(reader, present, listPastHeads(facts, signing, pull.head.sha))
  if (mergeBase !== baseSha) readTestMergeAhead(reader, pull)

  const base = { ref: pull.base.ref, sha: baseSha, tree: baseTree }
  const [mergeBaseTree, { trusted, trustedSha }, ambiguity] = await Promise.all([
    mergeBase === baseSha ? baseTree : reader.tree(mergeBase),
    readTrusted(reader, pull, base, request),
    findAmbiguity(reader, branch),
  ])
  const changes = diffTrees(mergeBaseTree, headTree)
  const views = matchViews(listed, changes)
  return {
    branch,
    present,
    baseTree,
    mergeBaseTree,
    issues,
    trusted,
    trustedSha,
    ambiguity,
    changes,
    views,
  }
}

type BothSides = PullSide & Awaited<ReturnType<typeof readBaseSide>>

/** What depends on the change itself, on the policy and on the owners. */
async function readDetails(
  reader: GitHubReader,
  pull: Pull,
  sides: BothSides,
  { policyPath, checkName, teams, results: given }: GitHubRequest,
) {
  const { facts, signing, headTree, trusted, changes, views, present } = sides
  const policy = resolveTrusted(trusted)
  const stakes = findStakes(policy, trusted, views.matched)
  const weighty = signing.filter((fact) => stakes.ownersBehind(fact).length > 0)
  const isByNamed = (fact: SigningFact) => isNamed(stakes, fact)
  const pastHeads = listPastHeads(facts, weighty, pull.head.sha, isByNamed)
  const signedHeads = [...new Set(weighty.map((fact) => fact.head_sha))].filter((sha) => sha !== '')
  const head = readRevision(reader, 'head', headTree)
  const { branch, mergeBaseTree } = sides
  const ends = {
    from: { commit: branch.mergeBase, tree: mergeBaseTree },
    to: { commit: pull.head.sha, tree: headTree },
  }
  const asked = { rules: policy?.acceptance ?? null, given, pull }
  const [results, changed, hidden, past, furtherFacts, answers, proposedPolicy, codeownersErrors] =
    await Promise.all([
      readAcceptanceResults(reader, { ...asked, ...sides, mergeBase: sides.branch.mergeBase }),
      readChangedFiles(reader, views.matched, ends, policyPath),
      mayFollowRenames(sides) ? findHiddenMergeChanges(reader, pull, sides) : [],
      readPastHeads(reader, present, pastHeads),
      readFurtherFacts(reader, pull, { policy, checkName, pastHeads, signedHeads }),
      readTeams(teams, listTeamQuestions(stakes, weighty, sides.issues)),
      readProposedPolicy(head, views.matched.map(asChangedFile), trusted),
      mayConcernOwners(stakes, weighty) ? readCodeownersErrors(reader, sides.trustedSha) : [],
    ])
  const heads = new Map([[pull.head.sha, toHeadReading(changes.values())], ...past])
  const more = { furtherFacts, answers, proposedPolicy, codeownersErrors }
  return { ...results, ...more, changed, hidden, heads }
}

function resolveTrusted({ policy }: TrustedFiles): Policy | null {
  const resolved = policy.length === 0 ? null : resolvePolicy(policy)
  return resolved?.ok === true ? resolved.policy : null
}

/** The test merge is looked at when the base has moved on; finding it takes two requests in a row. */
function readTestMergeAhead(reader: GitHubReader, pull: Pull): void {
  if (pull.mergeable === true && pull.merge_commit_sha != null)
    readAhead(reader.commit(pull.merge_commit_sha))
}

function labelsOf(pull: Pull): string[] {
  return pull.labels.flatMap(({ name }) => name ?? [])
}

/** Reads the state as it is now; null when the base's name is not known yet. */
export async function readPin(
  reader: GitHubReader,
  number: number,
  baseRef: string | null,
): Promise<Pin> {
  const likelyTip = baseRef === null ? null : reader.branchTip(baseRef)
  if (likelyTip !== null) readAhead(likelyTip)
  const pull = await reader.pull(number)
  const isThere = likelyTip !== null && pull.base.ref === baseRef
  return pinState(pull, await (isThere ? likelyTip : reader.branchTip(pull.base.ref)))
}

/** The state that a pull request and its base's tip make together. */
export function pinState(pull: Pull, baseSha: string): Pin {
  const labels = labelsOf(pull).sort()
  return {
    number: pull.number,
    baseRef: pull.base.ref,
    baseSha,
    headSha: pull.head.sha,
    state: JSON.stringify([pull.state, labels, pull.body ?? '', pull.head.ref]),
  }
}

export function isSamePin(a: Pin, b: Pin): boolean {
  return (
    a.baseRef === b.baseRef &&
    a.baseSha === b.baseSha &&
    a.headSha === b.headSha &&
    a.state === b.state
  )
}
