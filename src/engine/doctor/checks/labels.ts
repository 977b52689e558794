import type { Policy } from '../../policy/policy.ts'
import { type Advice, advise, cannotRead, type DoctorCheck, good } from '../advice.ts'

/** Whether the labels by which people sign are there to be applied. */
export const labels: DoctorCheck = {
  id: 'labels',
  title: 'Are the labels there?',
  run({ rules, labels: present }) {
    const wanted = rules === null ? [] : listLabels(rules)
    if (wanted.length === 0) return []
    if (!present.known)
      return [cannotRead('The labels', present, 'Use a token with "Issues: read".')]
    const names = new Set(present.value.map((name) => name.toLowerCase()))
    const missing = wanted.filter(({ name }) => !isPresent(name, names))
    if (missing.length === 0)
      return [good(`The labels ${wanted.map(({ name }) => `"${name}"`).join(', ')} are there.`)]
    return missing.map(({ name, use }) => adviseLabel(name, use))
  },
}

interface WantedLabel {
  readonly name: string
  /** What somebody does by applying it. */
  readonly use: string
}

function listLabels({ plan, approvals, override }: Policy): WantedLabel[] {
  const fromElsewhere = plan?.sources.some((source) => source !== 'base') === true
  return [
    ...(approvals === null ? [] : [{ name: approvals.label, use: 'sign' }]),
    ...(plan !== null && fromElsewhere
      ? [{ name: plan.approval_label, use: 'approve a plan' }]
      : []),
    ...(override === null ? [] : [{ name: override.label, use: 'override a block' }]),
  ]
}

const OWNER = '{owner}'

/** A template is there when at least one owner has a label of their own. */
function isPresent(name: string, names: ReadonlySet<string>): boolean {
  const wanted = name.toLowerCase()
  if (!wanted.includes(OWNER)) return names.has(wanted)
  const [start = '', end = ''] = wanted.split(OWNER)
  return [...names].some(
    (one) => one.length > start.length + end.length && one.startsWith(start) && one.endsWith(end),
  )
}

function adviseLabel(name: string, use: string): Advice {
  return name.includes(OWNER)
    ? advise(
        `There is no label "${name}" for any owner, by which they ${use}.`,
        'Create one for each owner, without the "@".',
      )
    : advise(
        `There is no label "${name}", by which people ${use}.`,
        `Create it under Issues > Labels, exactly as "${name}".`,
      )
}
