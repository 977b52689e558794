import type { Evidence, PlanFile, TrustedFiles } from '../../engine/evidence.ts'
import {
  extractIssuePlan,
  readPlanReferences,
  referencedIssue,
} from '../../engine/plan/reference.ts'
import { offeredPlans, readPolicyFiles, readProposedPolicy, readTrustedFiles } from '../trusted.ts'
import { Unreadable } from '../unreadable.ts'
import { readChangedFiles } from './changed-files.ts'
import { readFacts, readHistory, toCommit } from './history.ts'
import { matchViews } from './match-views.ts'
import { findHiddenMergeChanges } from './merge-result.ts'
import type { GitHubReader, ListedEntry } from './reader.ts'
import { readRevision } from './revision.ts'
import type { ListedFile, Pull } from './schemas.ts'
import { diffTrees } from './tree-diff.ts'
import { chooseTrustedBranch } from './trusted-branch.ts'

/** GitHub lists at most 3,000 files of a pull request (REST documentation: List pull requests files). */
const MAX_LISTED_FILES = 3000
const FILES_PER_PAGE = 100

export interface GitHubRequest {
  readonly number: number
  readonly policyPath: string
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
 * Reads a pull request live. The event that started the run only says which one.
 * @throws Unreadable when any part that a verdict needs cannot be read completely.
 */
export async function readGitHubEvidence(
  reader: GitHubReader,
  { number, policyPath }: GitHubRequest,
): Promise<GitHubReading> {
  const pull = await reader.pull(number)
  const headSha = pull.head.sha
  const baseSha = await reader.branchTip(pull.base.ref)
  const pin = pinState(pull, baseSha)

  const [listed, history, headTree, baseTree, facts, issuePlans] = await Promise.all([
    readListedFiles(reader, pull),
    readHistory(reader, baseSha, headSha),
    reader.tree(headSha),
    reader.tree(baseSha),
    readFacts(reader, pull),
    readIssuePlans(reader, pull.body ?? ''),
  ])
  const { mergeBase } = history
  const mergeBaseTree = mergeBase === baseSha ? baseTree : await reader.tree(mergeBase)
  const changes = diffTrees(mergeBaseTree, headTree)
  const views = matchViews(listed, changes)
  const base = { ref: pull.base.ref, sha: baseSha, tree: baseTree }

  const [changed, trusted, hidden] = await Promise.all([
    readChangedFiles(reader, views.matched, policyPath),
    readTrusted(reader, pull, base, policyPath),
    findHiddenMergeChanges(reader, pull, { mergeBaseTree, baseTree, baseSha, changes }),
  ])
  const head = readRevision(reader, 'head', headTree)
  const evidence: Evidence = {
    local: false,
    repository: reader.repository,
    pullRequest: number,
    baseRef: pull.base.ref,
    baseSha,
    mergeBaseSha: mergeBase,
    headSha,
    headRefs: [pull.head.ref],
    author: pull.user ?? null,
    body: pull.body ?? '',
    labels: pull.labels.flatMap(({ name }) => name ?? []),
    commits: history.commits.map(toCommit),
    files: changed.files,
    trusted,
    proposedPolicy: await readProposedPolicy(head, changed.files, trusted),
    offeredPlans: [...issuePlans, ...offeredPlans(changed.files)],
    requestedPlan: null,
    facts,
    defects: [...history.findings, ...views.findings, ...changed.findings, ...hidden],
    requests: reader.requestCount(),
  }
  return { evidence, pin }
}

/** Reads the state again, for comparison with a pin. */
export async function readPin(reader: GitHubReader, number: number): Promise<Pin> {
  const pull = await reader.pull(number)
  return pinState(pull, await reader.branchTip(pull.base.ref))
}

function pinState(pull: Pull, baseSha: string): Pin {
  const labels = pull.labels.flatMap(({ name }) => name ?? []).sort()
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

async function readListedFiles(reader: GitHubReader, pull: Pull): Promise<ListedFile[]> {
  const what = 'the list of changed files'
  if (pull.changed_files > MAX_LISTED_FILES) {
    throw new Unreadable(
      what,
      `${pull.changed_files} files change and GitHub lists ${MAX_LISTED_FILES}; split the change`,
    )
  }
  const pages = Math.ceil(pull.changed_files / FILES_PER_PAGE)
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  const files = (
    await Promise.all(numbers.map((page) => reader.filePage(pull.number, page)))
  ).flat()
  if (files.length !== pull.changed_files) {
    throw new Unreadable(what, `GitHub gave ${files.length} of ${pull.changed_files}`)
  }
  return files
}

interface Tip {
  readonly ref: string
  readonly sha: string
  readonly tree: ReadonlyMap<string, ListedEntry>
}

/** Policy, owners and plans come from the base branch where the default branch's policy lists it. */
async function readTrusted(
  reader: GitHubReader,
  pull: Pull,
  base: Tip,
  policyPath: string,
): Promise<TrustedFiles> {
  const atBase = readRevision(reader, 'base', base.tree)
  const defaultBranch = pull.base.repo.default_branch
  const plans = readPlanReferences(pull.body ?? '').filter((name) => referencedIssue(name) === null)
  const request = { policyPath, policyOverride: null, plans }
  if (base.ref === defaultBranch) return readTrustedFiles(atBase, request)
  const defaultTree = await reader.tree(await reader.branchTip(defaultBranch))
  const atDefault = readRevision(reader, defaultBranch, defaultTree)
  const policy = await readPolicyFiles(atDefault, policyPath)
  const trusted = chooseTrustedBranch(policy, base.ref) === 'base' ? atBase : atDefault
  return readTrustedFiles(trusted, request)
}

/** The plans of the issues that the body names. */
async function readIssuePlans(reader: GitHubReader, body: string): Promise<PlanFile[]> {
  const numbers = readPlanReferences(body).flatMap((reference) => referencedIssue(reference) ?? [])
  const plans = await Promise.all(
    numbers.slice(0, 2).map((number) => readIssuePlan(reader, number)),
  )
  return plans.flat()
}

async function readIssuePlan(reader: GitHubReader, number: number): Promise<PlanFile[]> {
  const issue = await reader.issue(number)
  const bytes = issue.pull_request == null ? extractIssuePlan(issue.body ?? '') : null
  if (bytes === null) return []
  return [{ origin: 'issue', source: `issue:#${number}`, path: `#${number}`, bytes }]
}
