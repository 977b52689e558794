import fc from 'fast-check'
import type { Decision } from '../../src/engine/decision.ts'
import type { ApprovalFact, Evidence } from '../../src/engine/evidence.ts'
import { isEvidencePath } from '../../src/engine/evidence-files.ts'
import { openBudget } from '../../src/engine/results/budget.ts'
import { readReport } from '../../src/engine/results/read-report.ts'
import { labelled, time } from '../engine/approvals/story.ts'
import { addedFile, makeFile, makeSource, POLICY_PATH } from '../engine/make.ts'
import { defect, plan, soundFile } from './evidence.ts'
import { LABELS } from './facts.ts'
import { HEAD } from './honest.ts'
import { text } from './hostile.ts'
import { reportBytes } from './report-bytes.ts'

/**
 * What can be done to a pull request without anybody's leave, and what takes an approval or a proof away.
 * None of it may open a gate that is closed; the few exceptions are named here, each as the only findings it
 * can settle.
 */
export interface Move {
  readonly name: string
  readonly apply: fc.Arbitrary<(evidence: Evidence) => Evidence>
  /** Rules whose findings it settles, and by right; absent: none. */
  readonly settles?: readonly string[]
  /** What has to be so, beside, for it to settle them. */
  readonly provided?: (before: Evidence, after: Evidence, decision: Decision) => boolean
}

/** An author who is no owner, and the agent. */
const outsider = fc.constantFrom('mallory', 'acme-coder[bot]')

const sign = (fact: ApprovalFact) => (evidence: Evidence) => ({
  ...evidence,
  facts: [...(evidence.facts ?? []), fact],
})

const file: Move = {
  name: 'one more changed file',
  apply: soundFile.map((more) => (evidence) => {
    const isThere = evidence.files.some(({ path }) => path === more.path)
    return isThere ? evidence : { ...evidence, files: [...evidence.files, more] }
  }),
  settles: [
    // It is the file that the plan asks for.
    'scope/must-untouched',
    // People who own it have signed already, or accepted a criterion: they are owners of the change now.
    'approval/insufficient',
    'acceptance/not-accepted',
  ],
  provided: (before, after) =>
    after.files.slice(before.files.length).every(({ path }) => !isEvidencePath(path)),
}

const chain: Move = {
  name: 'a chain or a seal in its place',
  apply: fc
    .constantFrom('jsonl', 'dsse.json')
    .chain((end) => fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ end, bytes })))
    .map(({ end, bytes }) => (evidence) => {
      const path = `.countersign/audit/0b9d4c0e-77aa-4a3b-8c11-3f5e2d6a9b04.${end}`
      return { ...evidence, files: [...evidence.files, addedFile(path, bytes)] }
    }),
}

const label: Move = {
  name: 'a label by somebody who may not sign',
  apply: fc.tuple(fc.constantFrom(...LABELS), outsider).map(([name, actor]) => (evidence) => ({
    ...sign(
      labelled(actor, { name, actor_type: actor.endsWith(']') ? 'Bot' : 'User', at: time(30) }),
    )(evidence),
    labels: [...evidence.labels, name],
  })),
}

const body: Move = {
  name: 'more words in the description',
  apply: fc
    .oneof(
      text,
      fc.constantFrom(
        'Plan: #1',
        'Plan: .countersign/plans/P-1.yml',
        'Plan: .countersign/plans/P-2.yml',
      ),
    )
    .map((more) => (evidence) => ({ ...evidence, body: `${evidence.body}\n${more}` })),
  // It says which of several plans is meant, and so decides about everything that is held against a plan.
  settles: ['plan', 'scope', 'acceptance', 'audit', 'approval'],
  provided: (before) => before.trusted.plans.length + before.offeredPlans.length > 1,
}

const trailer: Move = {
  name: 'one more commit message',
  apply: fc.tuple(text, text).map(([message, person]) => (evidence) => ({
    ...evidence,
    commits: [
      ...evidence.commits,
      { sha: HEAD, message: `${message}\nApproved-by: alice`, people: [person], isMerge: false },
    ],
  })),
}

const planOnHead: Move = {
  name: 'a plan on the head',
  apply: plan.map(({ bytes, path }) => (evidence) => {
    const at = path.startsWith('.countersign/') ? path : '.countersign/plans/P-9.yml'
    const offered = {
      origin: 'pull-request' as const,
      source: `pull-request:${at}`,
      path: at,
      bytes,
    }
    const files = evidence.files.filter((it) => it.path !== at)
    return {
      ...evidence,
      files: [...files, addedFile(at, bytes)],
      offeredPlans: [...evidence.offeredPlans, offered],
    }
  }),
  settles: ['plan', 'scope', 'acceptance', 'audit', 'approval'],
  provided: (_, __, decision) => (decision.plan?.approved_by.length ?? 0) > 0,
}

const policyOnHead: Move = {
  name: 'a policy on the head',
  apply: fc
    .constantFrom('version: 1\n', 'version: 1\nmode: observe\n', 'version: 2\n', '')
    .map((words) => (evidence) => {
      const files = evidence.files.filter(({ path }) => path !== POLICY_PATH)
      return {
        ...evidence,
        files: [...files, makeFile(POLICY_PATH, 'x\n', words)],
        proposedPolicy: [makeSource(words, POLICY_PATH, 'head')],
      }
    }),
}

const extraReport: Move = {
  name: 'one more report',
  apply: reportBytes.map((bytes) => (evidence) => ({
    ...evidence,
    results: (evidence.results ?? []).map((reading) => ({
      ...reading,
      reports: [...reading.reports, readReport(bytes, 'extra', openBudget())],
    })),
  })),
  // It is the one that was missing.
  settles: ['acceptance/missing-test', 'acceptance/no-results'],
}

const lostReport: Move = {
  name: 'one report less',
  apply: fc.nat(3).map((at) => (evidence) => ({
    ...evidence,
    results: (evidence.results ?? []).map((reading) => ({
      ...reading,
      reports: reading.reports.filter(
        (_, index) => index !== at % Math.max(1, reading.reports.length),
      ),
    })),
  })),
  // It was the one that said so; who runs the tests can keep a report back.
  settles: [
    'acceptance/failed',
    'acceptance/skipped',
    'acceptance/duplicate',
    'acceptance/malformed',
  ],
}

const lostApproval: Move = {
  name: 'a signature taken back',
  apply: fc.constantFrom('alice', 'bob', 'dora').chain((actor) =>
    fc
      .constantFrom('countersigned', 'plan-approved', 'break-glass', 'accepted/AC1', null)
      .map((name) => {
        const more = { at: time(31), actor, actor_type: 'User', head_sha: HEAD }
        return (evidence: Evidence) =>
          name === null
            ? sign({ ...more, kind: 'review', state: 'DISMISSED' })(evidence)
            : {
                ...sign({ ...more, kind: 'label', name, via_app: null, removed: true })(evidence),
                labels: evidence.labels.filter((it) => it.toLowerCase() !== name),
              }
      }),
  ),
}

const found: Move = {
  name: 'something that speaks against it',
  apply: fc.oneof(
    defect.map((it) => (evidence: Evidence) => ({
      ...evidence,
      defects: [...evidence.defects, it],
    })),
    fc
      .constantFrom<ApprovalFact>(
        {
          kind: 'review',
          state: 'CHANGES_REQUESTED',
          actor: 'alice',
          actor_type: 'User',
          at: time(32),
          head_sha: HEAD,
        },
        { kind: 'push', actor: 'alice', actor_type: 'User', at: time(32), head_sha: HEAD },
        {
          kind: 'push',
          actor: 'mallory',
          actor_type: 'User',
          at: time(32),
          head_sha: 'f'.repeat(40),
        },
        { kind: 'retargeted', actor: 'mallory', actor_type: 'User', at: time(32), head_sha: HEAD },
        {
          kind: 'report',
          actor: 'gate',
          actor_type: 'Bot',
          at: time(32),
          head_sha: HEAD,
          work: { plan: null, patch: '9'.repeat(32) },
        },
      )
      .map(sign),
    fc.constant((evidence: Evidence) => ({
      ...evidence,
      codeownersErrors: [
        ...evidence.codeownersErrors,
        { line: 1, column: 3, kind: 'Unknown owner' },
      ],
    })),
    fc.constant((evidence: Evidence) => ({
      ...evidence,
      teams: new Map([...evidence.teams.keys()].map((team) => [team, 'unreadable' as const])),
    })),
    fc.constant((evidence: Evidence) => ({
      ...evidence,
      trusted: { ...evidence.trusted, auditFiles: evidence.files.map(({ path }) => path) },
    })),
    fc.constant((evidence: Evidence) => ({ ...evidence, chainOrigins: new Map() })),
  ),
}

export const MOVES: readonly Move[] = [
  ...[file, chain, label, body, trailer, planOnHead, policyOnHead],
  ...[extraReport, lostReport, lostApproval, found],
]

/** Whether a move may settle a finding of this rule: by its whole name, or by its family. */
export function maySettle({ settles = [] }: Move, rule: string): boolean {
  return settles.includes(rule) || settles.includes(rule.split('/')[0] ?? '')
}
