import type { Decision } from '../engine/decision.ts'
import type { Decider } from '../engine/wording-purpose.ts'
import { linkToCode, type ReportLinks } from './links.ts'
import { code, listNames } from './markdown-parts.ts'

/** Where to turn when a finding seems wrong: who decides, and in which file. */

const NAMES_SHOWN = 4

/** Who decides about a kind of rule, in a sentence of Markdown. */
export function explainAppeal(decider: Decider, decision: Decision, links: ReportLinks): string {
  switch (decider) {
    case 'plan':
      return appealToPlan(decision.plan)
    case 'owners':
      return `Who signs for what is set by CODEOWNERS and by ${nameFile(decision, links)} on the base branch; ${whoDecides(decision)}.`
    case 'policy':
      return `The rule comes from ${nameFile(decision, links)}; ${whoDecides(decision)}.`
    case 'reading':
      return 'This is about what could be read, not about the work; no one can waive it, and a maintainer can find the cause.'
  }
}

/** How people get past the gate when it cannot wait; '' where the policy has no such way. */
export function explainEmergency({ policy, conclusion }: Decision): string {
  if (policy?.override == null || conclusion === 'override') return ''
  const { label, approvers, reason_required: isReasonRequired } = policy.override
  const reason = isReasonRequired ? ' and say why in a comment' : ''
  return `When it cannot wait, ${listNames(approvers, code, NAMES_SHOWN)} may apply the label ${code(label)}${reason}. The findings stay on record.`
}

function appealToPlan(plan: Decision['plan']): string {
  if (plan === null) return 'Whoever approves plans in this repository decides what a plan allows.'
  return `${code(plan.owner)} answers for the plan ${code(plan.id)} and can have it changed; the new version counts once it is approved.`
}

function nameFile({ policy, subject }: Decision, links: ReportLinks): string {
  if (policy === null) return 'the policy'
  const [origin = '', path = ''] = splitSource(policy.source)
  const place = { repository: subject.repository, sha: subject.base_sha, path, line: null }
  const link = origin === 'base' ? linkToCode(links, place) : null
  return link === null ? code(path) : `[${code(path)}](${link})`
}

function splitSource(source: string): readonly string[] {
  const at = source.indexOf(':')
  return [source.slice(0, at), source.slice(at + 1)]
}

function whoDecides({ policy }: Decision): string {
  const owners = policy?.owners ?? []
  return owners.length === 0
    ? 'whoever may merge on the base branch decides about a change of it'
    : `${listNames(owners, code, NAMES_SHOWN)} ${owners.length === 1 ? 'decides' : 'decide'} about a change of it`
}
