import { type AgentVerdict, detectAgent } from './agent.ts'
import { openBench } from './approvals/bench.ts'
import { ownersKey } from './approvals/codeowners.ts'
import { makeBareCase } from './bare-case.ts'
import { namesOf } from './case.ts'
import { limits } from './checks/limits.ts'
import { paths } from './checks/paths.ts'
import { patterns } from './checks/patterns.ts'
import type { Evidence } from './evidence.ts'
import { findEvidenceFiles } from './evidence-files.ts'
import type { Finding } from './finding.ts'
import { finishFindings } from './findings.ts'
import { describeProblem } from './parsing/yaml.ts'
import { draftPlan, entryForPath, renderPlan } from './plan/draft.ts'
import { parsePlan } from './plan/plan.ts'
import type { Policy } from './policy/policy.ts'

/** A pull request seen without a policy: who made it, what it touches, the plan it would have needed. */
export interface Proposal {
  readonly version: 1
  readonly subject: {
    readonly repository: string | null
    readonly pull_request: number | null
    readonly base_ref: string | null
    readonly head_ref: string | null
    readonly merge_base_sha: string
    readonly head_sha: string
    readonly author: string | null
    readonly agent: AgentVerdict
  }
  readonly plan: ProposedPlan
  /** The rules that the change runs into, and what could not be relied on while reading it. */
  readonly findings: readonly ProposedFinding[]
  /** The changed paths by who owns them; no owners: nobody does. */
  readonly owners: readonly OwnedPaths[]
  readonly stats: {
    readonly files: number
    readonly added: number
    readonly removed: number
    readonly requests: number
  }
}

export interface ProposedPlan {
  /** The plan file; null when none can be written for such a change. */
  readonly text: string | null
  /** Why not. */
  readonly problems: readonly string[]
}

export type ProposedFinding = Pick<
  Finding,
  'rule' | 'level' | 'path' | 'line' | 'message' | 'remedy'
>

export interface OwnedPaths {
  readonly owners: readonly string[]
  readonly paths: readonly string[]
}

/**
 * Describes a change by the rules of a policy it was never asked to follow. Nothing is decided: the
 * title and the branch are the author's words and end up in the plan, which a person has to read.
 */
export function proposePlan(
  evidence: Evidence,
  policy: Policy,
  title: string,
  now: Date,
): Proposal {
  const proofs = findEvidenceFiles(evidence.files, null)
  const files = evidence.files.filter(({ path }) => !proofs.has(path))
  const owners = groupByOwners(evidence, policy, files.flatMap(namesOf))
  const subject = makeBareCase(policy, files)
  const found = [paths, patterns, limits].flatMap((check) => check.run(subject).findings)
  const finished = finishFindings([...evidence.defects, ...found], evidence, () => false)
  const scope = [...new Set(files.flatMap(namesOf))].sort()
  return {
    version: 1,
    subject: describeSubject(evidence, policy),
    plan: writePlan(evidence, { owner: chooseOwner(evidence, owners), title, scope }, now),
    findings: finished.map(({ rule, level, path, line, message, remedy }) => {
      return { rule, level, path, line, message, remedy }
    }),
    owners,
    stats: {
      files: evidence.files.length,
      added: evidence.files.reduce((sum, file) => sum + file.added, 0),
      removed: evidence.files.reduce((sum, file) => sum + file.removed, 0),
      requests: evidence.requests,
    },
  }
}

function describeSubject(evidence: Evidence, policy: Policy): Proposal['subject'] {
  return {
    repository: evidence.repository,
    pull_request: evidence.pullRequest,
    base_ref: evidence.baseRef,
    head_ref: evidence.headRefs[0] ?? null,
    merge_base_sha: evidence.mergeBaseSha,
    head_sha: evidence.headSha,
    author: evidence.author?.login ?? null,
    agent: detectAgent(policy.agents, evidence),
  }
}

/** Largest group first; a path is listed once, whichever of its file's names it is. */
function groupByOwners(
  evidence: Evidence,
  policy: Policy,
  names: readonly string[],
): readonly OwnedPaths[] {
  const { ownersOf } = openBench(evidence, policy, null)
  const groups = new Map<string, { owners: readonly string[]; paths: string[] }>()
  for (const path of [...new Set(names)].sort()) {
    const owners = ownersOf(path)
    const key = ownersKey(owners)
    const group = groups.get(key) ?? { owners, paths: [] }
    group.paths.push(path)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.paths.length - a.paths.length)
}

const PERSON = /^@[A-Za-z0-9][A-Za-z0-9-]*$/

/** A person who owns some of it, else who opened it, else the account it belongs to: a guess to look at. */
function chooseOwner(evidence: Evidence, owned: readonly OwnedPaths[]): string {
  const author = evidence.author?.type === 'User' ? [`@${evidence.author.login}`] : []
  const account = `@${evidence.repository?.split('/')[0] ?? ''}`
  const candidates = [...owned.flatMap(({ owners }) => owners), ...author, account]
  return candidates.find((name) => PERSON.test(name)) ?? '@owner'
}

/** A plan's `branch` holds no more characters. */
const MAX_BRANCH = 255

interface Scope {
  readonly owner: string
  readonly title: string
  readonly scope: readonly string[]
}

function writePlan(evidence: Evidence, { owner, title, scope }: Scope, now: Date): ProposedPlan {
  const [headRef = ''] = evidence.headRefs
  const branch = entryForPath(headRef)
  const draft = {
    id: headRef,
    title,
    owner,
    risk: 'medium' as const,
    branch: branch === '' || branch.length > MAX_BRANCH ? null : branch,
    expires: null,
    must: scope.map(entryForPath),
    may: [],
  }
  const text = renderPlan(draftPlan(draft, now))
  const parsed = parsePlan({ bytes: new TextEncoder().encode(text) })
  return parsed.ok
    ? { text, problems: [] }
    : { text: null, problems: parsed.problems.map(describeProblem) }
}
