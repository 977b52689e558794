import type { DataPath } from '../parsing/yaml.ts'
import { ACCEPTED } from '../places.ts'
import { fillDefaults } from './defaults.ts'
import type { PolicyDocument } from './schema.ts'

/** Whether the labels a policy asks for can be told apart, and be applied by everybody who has to. */

/** A problem of a merged policy, before its place in one of the files is known. */
export interface MergedProblem {
  readonly path: DataPath
  readonly message: string
}

const PLACEHOLDER = '{owner}'

/**
 * One plain label can be applied once, so two signers need reviews or a label of their own each
 * (docs/policy.md). Owners form several groups as soon as a change touches two of them.
 */
export function lintSigners({ approvals }: PolicyDocument): MergedProblem[] {
  if (approvals === undefined || approvals.reviews !== false) return []
  if (approvals.label?.includes(PLACEHOLDER) === true) return []
  const tiers = Object.values(approvals.tiers ?? {})
  const minimums = [approvals.minimum ?? 1, ...tiers.map((tier) => tier.minimum ?? 1)]
  const cure =
    'one plain label can be applied only once: allow reviews or use a label such as "countersigned/{owner}"'
  const complain = (key: string, need: string) => {
    return [{ path: ['approvals', key], message: `${need}, but ${cure}` }]
  }
  if (Math.max(...minimums) > 1) return complain('minimum', 'needs two people')
  if (tiers.some((tier) => tier.approvers !== undefined))
    return complain('tiers', "needs a tier's approver beside the other signers")
  if (approvals.codeowners !== false)
    return complain('reviews', 'lets several owning groups have to sign')
  return []
}

interface NamedLabel {
  readonly path: DataPath
  readonly name: string
}

/** A label that means two things would say both whenever it says one. GitHub ignores case in names. */
export function lintLabels(merged: PolicyDocument): MergedProblem[] {
  const labels = listLabels(merged)
  return labels.flatMap(({ path, name }, at) => {
    const twin = labels.slice(0, at).find((other) => mayCollide(other.name, name))
    if (twin !== undefined) {
      const message = `the label "${name}" can be the same as "${twin.name}" of "${twin.path.join('.')}": choose another one`
      return [{ path, message }]
    }
    if (!name.toLowerCase().startsWith(ACCEPTED)) return []
    const message = `the label "${name}" begins with "${ACCEPTED}", which accepts a plan's criteria: choose another one`
    return [{ path, message }]
  })
}

/** The labels in force, defaults included; the approval label even where only rules ask for approval. */
function listLabels(merged: PolicyDocument): NamedLabel[] {
  const { approvals, plan, override } = fillDefaults({
    ...merged,
    approvals: merged.approvals ?? {},
  })
  const labels: [DataPath, string | undefined][] = [
    [['approvals', 'label'], approvals?.label],
    [['plan', 'approval_label'], plan?.approval_label],
    [['override', 'label'], override?.label],
  ]
  return labels.flatMap(([path, name]) => (name === undefined ? [] : [{ path, name }]))
}

/** Whether two labels are the same, or one is what a template can become for some owner. */
function mayCollide(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a === b || isFilledIn(a, b) || isFilledIn(b, a)
}

/** A login, or an organisation and a team: what may stand in the place of `{owner}`. */
const OWNER = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9._-]+)?$/

function isFilledIn(template: string, name: string): boolean {
  const first = template.indexOf(PLACEHOLDER)
  if (first < 0) return false
  const last = template.lastIndexOf(PLACEHOLDER)
  const [start, end] = [template.slice(0, first), template.slice(last + PLACEHOLDER.length)]
  const isAround =
    name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end)
  const middle = name.slice(start.length, name.length - end.length)
  return isAround && (first !== last || OWNER.test(middle))
}
