import * as v from 'valibot'
import { CHECK_IDS } from '../decision.ts'

/**
 * The form of a decision record, for those who read records: JSON Schema is made from it, and a test holds
 * every kind of decision against it. Keys may be added to a record, so unknown ones are let be.
 */

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const commit = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}([0-9a-f]{24})?)?$/))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const names = v.array(v.string())
const mode = v.picklist(['observe', 'warn', 'enforce'])

const finding = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  rule: v.string(),
  level: v.picklist(['deny', 'approve', 'warn', 'info']),
  blocking: v.boolean(),
  settled: v.boolean(),
  path: v.nullable(v.string()),
  line: v.nullable(count),
  message: v.string(),
  remedy: v.string(),
  evidence: v.record(v.string(), v.unknown()),
})

const criterion = v.object({
  id: v.string(),
  criterion: v.string(),
  met: v.boolean(),
  accepted: v.nullable(v.boolean()),
  tests: v.array(
    v.object({ test: v.string(), met: v.boolean(), matched: names, matched_count: count }),
  ),
})

export const DecisionSchema = v.object({
  version: v.literal(1),
  conclusion: v.picklist(['pass', 'block', 'override', 'not-applicable']),
  mode,
  local: v.boolean(),
  subject: v.object({
    repository: v.nullable(v.string()),
    pull_request: v.nullable(count),
    base_sha: commit,
    merge_base_sha: commit,
    head_sha: commit,
    author: v.nullable(v.string()),
    agent: v.object({ is_agent: v.boolean(), signals: names }),
  }),
  policy: v.nullable(v.object({ source: v.string(), sha256, extends: names })),
  plan: v.nullable(
    v.object({
      id: v.string(),
      title: v.string(),
      source: v.string(),
      sha256,
      owner: v.string(),
      approved_by: names,
    }),
  ),
  audit: v.nullable(
    v.object({
      assurance: v.picklist(['unanchored', 'signed']),
      chains: v.array(
        v.object({
          id: v.string(),
          records: count,
          head: v.nullable(sha256),
          sealed_by: v.nullable(v.string()),
        }),
      ),
    }),
  ),
  acceptance: v.nullable(
    v.object({
      criteria: v.array(criterion),
      runs: v.array(v.object({ workflow: v.string(), url: v.string() })),
    }),
  ),
  checks: v.array(
    v.object({
      id: v.picklist(CHECK_IDS),
      status: v.picklist(['pass', 'fail', 'warn', 'skipped']),
      mode: v.optional(mode),
      summary: v.string(),
    }),
  ),
  findings: v.array(finding),
  waiting: v.optional(
    v.object({ since: v.string(), for: names, after_hours: count, steps: count }),
  ),
  approvals: v.array(
    v.object({ actor: v.string(), for: names, counted: v.boolean(), why: v.string() }),
  ),
  patch: v.nullable(sha256),
  digest: sha256,
  stats: v.object({
    files: count,
    added: count,
    removed: count,
    records: count,
    requests: count,
  }),
})

/** What editors show for each key of a decision record. */
export const DECISION_KEYS: Readonly<Record<string, string>> = {
  version: 'The version of this format: 1.',
  conclusion: 'pass, block, override (a block was set aside) or not-applicable.',
  mode: "The policy's own mode; only enforce blocks.",
  local: 'Whether it is from a local check, which knows no approvals but those it was given.',
  subject: 'What was judged.',
  'subject.repository': 'owner/name; null when a clone has no origin.',
  'subject.pull_request': 'The number; null in a local check and for a merge group.',
  'subject.base_sha': 'The tip of the base branch.',
  'subject.merge_base_sha': 'Where the change starts.',
  'subject.head_sha': 'The commit that the verdict is for.',
  'subject.author': 'Who opened the pull request; null when that is not known.',
  'subject.agent': 'Whether a coding agent made it.',
  'subject.agent.is_agent': 'Whether any sign of an agent was found.',
  'subject.agent.signals': 'The signs that were found.',
  policy: 'The policy it was judged by; null without a valid one.',
  'policy.source': 'Where it was read: base:PATH or file:PATH.',
  'policy.sha256': 'SHA-256 of its bytes.',
  'policy.extends': 'What it builds upon, nearest first.',
  plan: 'The plan it was held against; null without one.',
  'plan.id': 'The name of the plan.',
  'plan.title': 'What the plan is for.',
  'plan.source': 'Where it was read.',
  'plan.sha256': 'SHA-256 of its bytes: what an approval is for.',
  'plan.owner': 'The accountable person.',
  'plan.approved_by': 'Who approved it by label; empty for a plan of the base branch.',
  audit: 'The audit chains; null when none was looked at.',
  'audit.assurance': 'How well they are anchored.',
  'audit.chains': 'One for each session.',
  'audit.chains.id': "The chain's id.",
  'audit.chains.records': 'How many records it has.',
  'audit.chains.head': 'The hash of its last record.',
  'audit.chains.sealed_by': 'The signer whose seal vouches for it; null: none.',
  acceptance: "The plan's criteria; null where none is required.",
  'acceptance.criteria': 'Each with what became of it.',
  'acceptance.criteria.id': 'The name of the criterion.',
  'acceptance.criteria.criterion': 'What has to be true.',
  'acceptance.criteria.met': 'Whether it is.',
  'acceptance.criteria.accepted': "Whether an owner's label says so; null where none is asked for.",
  'acceptance.criteria.tests': 'The tests that the plan names.',
  'acceptance.criteria.tests.test': 'As the plan names it.',
  'acceptance.criteria.tests.met': 'Whether it was found and passed everywhere.',
  'acceptance.criteria.tests.matched': 'The first full names it stands for.',
  'acceptance.criteria.tests.matched_count': 'How many there are.',
  'acceptance.runs': 'The runs that the results are from.',
  'acceptance.runs.workflow': 'The path of the workflow.',
  'acceptance.runs.url': 'The page of the run.',
  checks: 'Every check, in a fixed order.',
  'checks.id': 'The name of the check.',
  'checks.status': 'pass, fail, warn or skipped.',
  'checks.mode': 'What becomes of its findings; absent in older records.',
  'checks.summary': 'A few words on what was looked at.',
  findings: 'Sorted: blocking first, then by level, rule, path and line.',
  'findings.id': '16 hex digits over rule, path and evidence.',
  'findings.rule': 'The name of the rule; "countersign explain" has a page for each.',
  'findings.level': 'deny, approve, warn or info.',
  'findings.blocking': 'Whether it blocks when its check is enforced.',
  'findings.settled': 'Whether somebody entitled has signed for it.',
  'findings.path': 'The file it is about; null: none.',
  'findings.line': 'The line at head, from 1; null: none.',
  'findings.message': 'What is wrong.',
  'findings.remedy': 'Who does what next.',
  'findings.evidence': 'The values behind the words.',
  waiting: 'Set when the change has waited for signatures longer than the policy wants.',
  'waiting.since': 'Since when.',
  'waiting.for': 'Who could sign, as far as they are named.',
  'waiting.after_hours': 'Hours of one step.',
  'waiting.steps': 'Whole steps that have passed.',
  approvals: 'Every signature that was found.',
  'approvals.actor': 'Who signed.',
  'approvals.for': 'For which owners.',
  'approvals.counted': 'Whether it counts.',
  'approvals.why': 'Why it does, or does not.',
  patch: 'SHA-256 of the effective change: what signatures are for; null: not known.',
  digest: 'SHA-256 over subject, plan, patch, chain heads and policy.',
  stats: 'Numbers.',
  'stats.files': 'Changed files.',
  'stats.added': 'Added lines.',
  'stats.removed': 'Removed lines.',
  'stats.records': 'Records in all chains.',
  'stats.requests': 'Requests to GitHub.',
}
