import type { Decision } from '../../engine/decision.ts'
import { codeSpan, escapeMarkdown } from '../escape.ts'
import { clipMiddle, escapeWithin } from '../fit.ts'
import { readBranchFile } from '../source.ts'
import { count, describeModes } from '../verdict.ts'

/** Bytes a single value may take once escaped. */
const VALUE_BYTES = 200

/** Signatures listed by name. */
const APPROVALS_SHOWN = 10
const CHAINS_SHOWN = 5

/** What the decision was made from, as a Markdown list: plan, policy, change, approvals, digest. */
export function renderRecord(decision: Decision): string {
  return [
    ...describePlan(decision.plan),
    ...describePolicy(decision.policy),
    ...describeChange(decision),
    ...describeAudit(decision.audit),
    ...describeApprovals(decision.approvals),
    `Digest: ${code(decision.digest)}`,
  ]
    .map((line) => `- ${line}\n`)
    .join('')
}

/** Says of a file or preset that it was named on the command line and so was approved by nobody. */
export function describeGivenFile(source: string, option: string): string {
  return /^(?:file|preset):/.test(source)
    ? `given by ${option}, not taken from the base branch`
    : ''
}

function code(text: string): string {
  return escapeWithin(text, VALUE_BYTES, codeSpan, clipMiddle)
}

function prose(text: string): string {
  return escapeWithin(text, VALUE_BYTES, escapeMarkdown)
}

function describePlan(plan: Decision['plan']): readonly string[] {
  if (plan === null) return ['Plan: none']
  const given = describeGivenFile(plan.source, '--plan')
  const approvers = plan.approved_by.slice(0, APPROVALS_SHOWN).map(code).join(', ')
  return [
    `Plan: ${code(plan.id)} ${prose(plan.title)}, owner ${code(plan.owner)}`,
    `Plan file: ${code(plan.source)}, SHA-256 ${code(plan.sha256)}${given && ` (**${given}**)`}`,
    `Plan approved ${describeApproval(plan.source, approvers)}`,
  ]
}

/** A plan on the protected branch needs no names: somebody who may merge there merged it. */
function describeApproval(source: string, approvers: string): string {
  if (approvers !== '') return `by: ${approvers}`
  const file = readBranchFile(source)
  if (file === null) return 'by: nobody'
  return `by being merged on ${file.branch === null ? 'the base branch' : code(file.branch)}`
}

function describePolicy(policy: Decision['policy']): readonly string[] {
  if (policy === null) return ['Policy: none that can be used']
  const given = describeGivenFile(policy.source, '--policy')
  const parents = policy.extends.length === 0 ? '' : `, extends ${code(policy.extends.join(', '))}`
  const hash = `SHA-256 ${code(policy.sha256)}`
  return [`Policy: ${code(policy.source)}${parents}, ${hash}${given && ` (**${given}**)`}`]
}

function describeChange(decision: Decision): readonly string[] {
  const { subject, stats } = decision
  const size = `${count(stats.files, 'file')}, +${stats.added} −${stats.removed} lines`
  const range = `${code(subject.merge_base_sha)} to ${code(subject.head_sha)}`
  const author = subject.author === null ? '' : `, by ${code(subject.author)}`
  const signals = subject.agent.signals.map((one) => prose(one)).slice(0, 8)
  const agent = subject.agent.is_agent ? `yes (${signals.join(', ')})` : 'not recognised'
  return [`Change: ${size}, ${range}${author}`, `Agent: ${agent}; mode: ${describeModes(decision)}`]
}

/** How far a chain can be trusted is said in every record, not only where it falls short. */
function describeAudit(audit: Decision['audit']): readonly string[] {
  if (audit === null) return []
  const shown = audit.chains.slice(0, CHAINS_SHOWN).map(({ id, records, sealed_by }) => {
    const seal = sealed_by === null ? 'not sealed' : `sealed by ${code(sealed_by)}`
    return `Audit chain ${code(id)}: ${count(records, 'record')}, ${seal}`
  })
  const more = audit.chains.length - shown.length
  const rest = more > 0 ? [`and ${count(more, 'more chain')}`] : []
  return [...shown, ...rest, `Assurance of the audit: ${audit.assurance}`]
}

function describeApprovals(approvals: Decision['approvals']): readonly string[] {
  const shown = approvals.slice(0, APPROVALS_SHOWN).map((approval) => {
    const verb = approval.counted ? 'counted' : 'not counted'
    const signedFor = approval.for.length === 0 ? '' : ` for ${code(approval.for.join(', '))}`
    return `Signature of ${code(approval.actor)}${signedFor}: ${verb}, ${prose(approval.why)}`
  })
  const more = approvals.length - shown.length
  return more > 0 ? [...shown, `and ${count(more, 'more signature')}`] : shown
}
