import type { Decision } from '../../engine/decision.ts'
import { describeGivenFile } from '../markdown/record.ts'
import { count, describeModes } from '../verdict.ts'
import { html, type Markup, type Part } from './markup.ts'
import { badge, code, facts, listCodes, table } from './parts.ts'

const ROWS_SHOWN = 200

/** The chains that came with the change. Their records are shown by `countersign audit show`. */
export function renderChains({ audit }: Decision): Markup | null {
  if (audit === null) return null
  const { chains, assurance } = audit
  const shown = chains.slice(0, ROWS_SHOWN)
  return html`<p>Assurance: <strong>${assurance}</strong>. For what each agent did, step by step, run ${code('countersign audit show FILE --format html')}.</p>
${table({
  caption: count(chains.length, 'chain'),
  columns: [
    { name: 'Chain' },
    { name: 'Records', numeric: true },
    { name: 'Sealed by' },
    { name: 'Last record' },
  ],
  rows: shown.map(({ id, records, head, sealed_by }) => [
    code(id),
    records,
    sealed_by === null ? badge('quiet', 'not sealed') : code(sealed_by),
    head === null ? 'none that can be read' : code(head),
  ]),
  more: chains.length - shown.length,
})}`
}

/** What the decision was made from. */
export function renderRecord(decision: Decision): Markup {
  const { subject, stats, patch } = decision
  return facts([
    ['Plan', describePlan(decision.plan)],
    ['Policy', describePolicy(decision.policy)],
    ['Mode', describeModes(decision)],
    ['Author', subject.author === null ? 'not known' : code(subject.author)],
    ['Agent', subject.agent.is_agent ? listCodes(subject.agent.signals) : 'not recognised'],
    ['Base', code(subject.base_sha)],
    ['Merge base', code(subject.merge_base_sha)],
    ['Head', code(subject.head_sha)],
    ['Change', `${count(stats.files, 'file')}, +${stats.added} −${stats.removed} lines`],
    ['Patch (SHA-256)', patch === null ? 'not known' : code(patch)],
    ['Digest', code(decision.digest)],
  ])
}

function describePlan(plan: Decision['plan']): Part {
  if (plan === null) return 'none'
  const approved =
    plan.approved_by.length === 0 ? null : html`<br>Approved by ${listCodes(plan.approved_by)}`
  return html`${code(plan.id)} ${plan.title}, owner ${code(plan.owner)}<br>${describeSource(plan.source, '--plan')}<br>SHA-256 ${code(plan.sha256)}${approved}`
}

function describePolicy(policy: Decision['policy']): Part {
  if (policy === null) return 'none that can be used'
  const parents = policy.extends.length === 0 ? null : html`, extends ${listCodes(policy.extends)}`
  return html`${describeSource(policy.source, '--policy')}${parents}<br>SHA-256 ${code(policy.sha256)}`
}

function describeSource(source: string, option: string): Markup {
  const given = describeGivenFile(source, option)
  return given === '' ? code(source) : html`${code(source)} (<strong>${given}</strong>)`
}
