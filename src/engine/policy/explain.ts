import { CHECK_IDS } from '../decision.ts'
import { denyMatcher } from '../matching/glob.ts'
import { listBlocking, listOwnModes, resolveModes } from '../modes.ts'
import type { PathRule, PatternRule, Policy } from './policy.ts'
import type { ResolvedPolicy } from './resolve.ts'

/** A policy in words, one line each, for people who have to live with it. */
export function explainPolicy({
  policy,
  source,
  extends: layers,
}: Extract<ResolvedPolicy, { ok: true }>): string[] {
  return [
    `${source}${layers.length === 0 ? '' : `, extending ${layers.join(', ')}`}`,
    '',
    `Mode: ${policy.mode} (${explainMode(policy)})`,
    ...explainModes(policy),
    `Applies to: ${policy.applies_to === 'all' ? 'every pull request' : 'pull requests that show signs of a coding agent'}`,
    `Plan: ${explainPlan(policy)}`,
    `Audit chain: ${explainAudit(policy.audit)}`,
    `Acceptance: ${explainAcceptance(policy.acceptance)}`,
    `Approvals: ${explainApprovals(policy)}`,
    `Limits: ${explainLimits(policy)}`,
    ...policy.exempt.map((it) => `Exempt: ${it.actors.join(', ')} from ${it.checks.join(', ')}`),
    ...section('Protected paths', policy.paths, explainPathRule),
    ...section('Blocked patterns', policy.patterns, explainPatternRule),
    ...section(
      'Commands (agent hooks)',
      policy.commands,
      (rule) => `${rule.decision.padEnd(8)}${rule.id}: ${rule.reason}`,
    ),
  ]
}

/** The rules that apply to a path, as lines. */
export function explainPath(policy: Policy, path: string): string[] {
  const paths = policy.paths.filter((rule) => denyMatcher(rule.match)(path))
  const patterns = policy.patterns.filter(
    (rule) => rule.paths.length === 0 || denyMatcher(rule.paths)(path),
  )
  return [
    path,
    ...section('Protected by', paths, explainPathRule),
    ...section('Scanned for', patterns, explainPatternRule),
    ...(paths.length + patterns.length === 0 ? ['', 'No rule applies to this path.'] : []),
  ]
}

const MODES = {
  observe: 'nothing fails; findings are only recorded',
  warn: 'nothing fails; findings are said loudly',
  enforce: 'findings block',
}

/** What comes of findings in truth: `modes` may leave nothing of what the mode says. */
function explainMode(policy: Policy): string {
  const modes = resolveModes(policy)
  const blocking = listBlocking(modes)
  if (CHECK_IDS.every((id) => modes[id] === 'enforce')) return MODES.enforce
  if (blocking.length > 0)
    return `findings of ${blocking.join(', ')} block, those of the others do not`
  return modes.policy === 'enforce'
    ? 'no check blocks, since each has a softer mode of its own: nothing fails but a broken policy and evidence that cannot be read'
    : MODES[policy.mode]
}

function explainModes(policy: Policy): string[] {
  const own = listOwnModes(policy)
  return own.length === 0 ? [] : [`Modes of single checks: ${own.join(', ')}`]
}

function section<T>(title: string, rules: readonly T[], explain: (rule: T) => string): string[] {
  return rules.length === 0
    ? []
    : ['', `${title} (${rules.length})`, ...rules.map((rule) => `  ${explain(rule)}`)]
}

const EVERY_CHANGE = ['added', 'modified', 'deleted', 'renamed'] as const

function explainPathRule({ id, decision, on, match, reason, approvers }: PathRule): string {
  const when =
    EVERY_CHANGE.every((event) => on.includes(event)) && on.length === 4
      ? ''
      : ` when ${on.join(' or ')}`
  const who = decision === 'approve' && approvers.length > 0 ? ` by ${approvers.join(' or ')}` : ''
  return `${decision.padEnd(8)}${id}${who}: ${match.join(', ')}${when}. ${reason}`
}

function explainPatternRule({ id, decision, in: side, paths, reason }: PatternRule): string {
  const where = paths.length === 0 ? '' : ` in ${paths.join(', ')}`
  return `${decision.padEnd(8)}${id}: ${side === 'any' ? 'added or removed' : side} text${where}. ${reason}`
}

function explainPlan({ plan }: Policy): string {
  if (plan === null) return 'not asked for'
  const approvers =
    plan.approvers.length === 0 ? 'the owners of the changed paths' : plan.approvers.join(', ')
  const outside = plan.sources.filter((source) => source !== 'base')
  const label =
    outside.length === 0
      ? ''
      : `; from ${outside.join(' or ')} with the label ${plan.approval_label} by ${approvers}`
  return `${plan.required ? 'required' : 'used when there is one'}${label}`
}

function explainAudit(audit: Policy['audit']): string {
  if (audit?.required !== true) return 'not required'
  const { assurance, signers, unexplained, denied_actions } = audit
  const seals =
    assurance === 'signed'
      ? `, sealed by ${signers.map(({ id }) => id).join(' or ') || 'nobody: no signer is named'}`
      : ''
  return `required${seals}; a file it does not explain: ${unexplained}, a refused action that was carried out: ${denied_actions}`
}

function explainAcceptance(acceptance: Policy['acceptance']): string {
  if (acceptance?.required !== true) return 'not required'
  const sources = acceptance.results.map(
    ({ workflow, artifact, guard }) =>
      `${artifact} of ${workflow}${guard.length === 0 ? '' : ` (owners see changes of ${guard.join(', ')})`}`,
  )
  const results = sources.length === 0 ? 'no results are named' : `results: ${sources.join('; ')}`
  const redGreen = acceptance.red_green ? '; tests must not have passed on the merge base' : ''
  return `required, ${results}${redGreen}`
}

function explainApprovals({ approvals }: Policy): string {
  if (approvals === null) return 'not asked for'
  const owners = approvals.codeowners ? ', one from every owning group' : ''
  const reviews = approvals.reviews ? ' or an approving review' : ''
  return `label ${approvals.label}${reviews}, by at least ${approvals.minimum}${owners}`
}

function explainLimits({ limits }: Policy): string {
  const parts = [
    limits.changed_files === undefined ? [] : [`${limits.changed_files} files`],
    limits.changed_lines === undefined ? [] : [`${limits.changed_lines} lines`],
    limits.blob_bytes === undefined ? [] : [`${limits.blob_bytes} bytes a file`],
  ].flat()
  return parts.length === 0 ? 'none' : parts.join(', ')
}
