import { openBench } from '../../src/engine/approvals/bench.ts'
import type { Case, Check, Outcome } from '../../src/engine/case.ts'
import { readProvenance } from '../../src/engine/chain/provenance.ts'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import { emptyEvidence } from '../../src/engine/empty-evidence.ts'
import type { ChangedFile, Evidence, PlanFile, SourceFile } from '../../src/engine/evidence.ts'
import type { BareFinding } from '../../src/engine/finding.ts'
import { sha256 } from '../../src/engine/hash.ts'
import { resolveModes } from '../../src/engine/modes.ts'
import type { Policy } from '../../src/engine/policy/policy.ts'
import { type ResolvedPolicy, resolvePolicy } from '../../src/engine/policy/resolve.ts'
import { judgeAcceptance } from '../../src/engine/results/judge-acceptance.ts'
import { readChangedText } from '../../src/engine/text/changed-text.ts'

/** Evidence, policies and plans for tests: everything valid unless asked otherwise. */

export const NOW = new Date('2026-11-21T12:00:00Z')
export const POLICY_PATH = '.github/countersign.yml'

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What a file holds on one side. */
export interface Side {
  readonly content: string | Uint8Array
  readonly mode?: string
}

/** A changed file as a source would describe it, content included. */
export function makeFile(
  path: string,
  before: string | Side | null,
  after: string | Side | null,
  previousPath: string | null = null,
): ChangedFile {
  const [old, now] = [before, after].map(readSide)
  const { text, added, removed } = readChangedText(old?.bytes ?? null, now?.bytes ?? null, {
    whole: previousPath !== null,
  })
  return {
    path,
    previousPath,
    status: statusOf(before, after, previousPath),
    before: old?.entry ?? null,
    after: now?.entry ?? null,
    added,
    removed,
    size: now?.bytes.length ?? null,
    text,
    content: now?.bytes ?? null,
  }
}

export function addedFile(path: string, content: string | Uint8Array, mode = '100644') {
  return makeFile(path, null, { content, mode })
}

function readSide(side: string | Side | null) {
  if (side === null) return null
  const { content, mode = '100644' } = typeof side === 'string' ? { content: side } : side
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  return { bytes, entry: { mode, blob: sha256(bytes).slice(0, 40) } }
}

function statusOf(before: unknown, after: unknown, previousPath: string | null) {
  if (previousPath !== null) return 'renamed'
  if (before === null) return 'added'
  return after === null ? 'deleted' : 'modified'
}

export function makeSource(text: string, path = POLICY_PATH, side = 'base'): SourceFile {
  return { source: `${side}:${path}`, path, bytes: bytesOf(text) }
}

export function resolveText(text: string, ...more: readonly SourceFile[]): ResolvedPolicy {
  return resolvePolicy([makeSource(text), ...more])
}

/** The policy a YAML text stands for. @throws when it is not valid, with every problem. */
export function makePolicy(text = 'version: 1\n'): Policy {
  const resolved = resolveText(text)
  if (!resolved.ok) throw new Error(resolved.problems.map((it) => it.message).join('; '))
  return resolved.policy
}

/** The messages for which a policy is refused; empty when it is valid. */
export function problemsOf(resolved: ResolvedPolicy): string[] {
  return resolved.ok ? [] : resolved.problems.map(({ message }) => message)
}

export interface PlanParts {
  readonly id?: string
  readonly must?: readonly string[]
  readonly may?: readonly string[]
  readonly expires?: string
  /** Further lines of YAML. */
  readonly more?: string
}

export function planText({ id = 'P-1', must, may, expires, more = '' }: PlanParts = {}): string {
  const scope = JSON.stringify({ ...(must && { must }), ...(may && { may }) })
  return `version: 1
id: ${id}
title: A change
owner: "@alice"
expires: "${expires ?? '2026-12-31'}"
scope: ${scope}
${more}`
}

export function makePlan(
  parts: PlanParts = {},
  origin: PlanFile['origin'] = 'base',
  path = `.countersign/plans/${parts.id ?? 'P-1'}.yml`,
): PlanFile {
  return { origin, source: `${origin}:${path}`, path, bytes: bytesOf(planText(parts)) }
}

export interface EvidenceParts extends Partial<Omit<Evidence, 'trusted'>> {
  /** The policy on the base branch as YAML; null: none there. */
  readonly policy?: string | null
  /** Plans on the base branch. */
  readonly plans?: readonly PlanFile[]
}

/** A pull request of an agent as the GitHub source would see it, with one harmless change. */
export function makeEvidence(parts: EvidenceParts = {}): Evidence {
  const { policy = 'version: 1\n', plans = [], ...given } = parts
  return emptyEvidence({
    repository: 'acme/shop',
    pullRequest: 7,
    baseRef: 'main',
    baseSha: 'a'.repeat(40),
    mergeBaseSha: 'b'.repeat(40),
    headSha: 'c'.repeat(40),
    headRefs: ['agent/work'],
    author: { login: 'acme-coder[bot]', type: 'Bot' },
    files: [makeFile('src/a.ts', 'one\n', 'two\n')],
    trusted: {
      policyPath: POLICY_PATH,
      auditFiles: [],
      policy: policy === null ? [] : [makeSource(policy)],
      codeowners: null,
      plans,
    },
    ...given,
  })
}

export function decideOn(parts: EvidenceParts = {}, now = NOW): Decision {
  return decide(makeEvidence(parts), now)
}

export function rulesIn(decision: Decision): string[] {
  return decision.findings.map(({ rule }) => rule)
}

/** Runs one check on its own. */
export function runCheck(
  check: Check,
  policyText: string,
  parts: EvidenceParts = {},
  given: Partial<Case> = {},
): Outcome {
  const evidence = makeEvidence(parts)
  const policy = makePolicy(policyText)
  const bench = openBench(evidence, policy, null)
  const planSelection = given.planSelection ?? { selected: null, findings: [] }
  const { files } = evidence
  return check.run({
    policy,
    evidence,
    bench,
    exempt: new Map(),
    modes: resolveModes(policy),
    override: null,
    planApproval: null,
    agent: { is_agent: true, signals: ['branch'] },
    planSelection,
    provenance: readProvenance(evidence, policy.audit, null),
    acceptance: judgeAcceptance({ policy, planSelection, evidence, bench, files }),
    proposedPolicy: null,
    files,
    evidenceFiles: new Set(),
    ...given,
  })
}

/** The findings of a check that had something to do. @throws when it was skipped without any. */
export function findingsOf(outcome: Outcome): readonly BareFinding[] {
  const { findings, summary, skipped } = outcome
  if (skipped === true && findings.length === 0) throw new Error(`skipped: ${summary}`)
  return findings
}

/** `path/keys deny keys/a.pem`, one for each finding. */
export function describeFindings(findings: readonly BareFinding[]): string[] {
  return findings.map(({ rule, level, path }) => [rule, level, ...(path ? [path] : [])].join(' '))
}
