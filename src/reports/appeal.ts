import type { Decider } from '../engine/catalogue/deciders.ts'
import type { Decision } from '../engine/decision.ts'
import { linkToBranch, linkToCode, type ReportLinks } from './links.ts'
import { code, listSome } from './markdown/parts.ts'
import { type BranchFile, readBranchFile } from './source.ts'

/** Where to turn when a finding seems wrong: who decides, and in which file. */

const NAMES_SHOWN = 4

/** Who decides about a kind of rule, in a sentence of Markdown. */
export function explainAppeal(decider: Decider, decision: Decision, links: ReportLinks): string {
  switch (decider) {
    case 'plan':
      return appealToPlan(decision.plan)
    case 'owners':
      return `CODEOWNERS and the policy on the base branch say who has to sign. ${whoDecides(decision, links)}`
    case 'policy':
      return `The rule is part of the policy on the base branch. ${whoDecides(decision, links)}`
    case 'reading':
      return 'This is about what could be read, not about the work; a maintainer can look into the cause.'
  }
}

/** How people get past the gate when it cannot wait; '' where the policy has no such way. */
export function explainEmergency({ appeal, conclusion }: Decision): string {
  if (appeal?.override == null || conclusion === 'override') return ''
  const { label, approvers, reason_required: isReasonRequired } = appeal.override
  const reason = isReasonRequired ? ' and say why in a comment' : ''
  return `When it cannot wait, ${listSome(approvers, code, NAMES_SHOWN)} may apply the label ${code(label)}${reason}. The findings stay on record.`
}

function appealToPlan(plan: Decision['plan']): string {
  if (plan === null) return 'Whoever approves plans in this repository decides what a plan allows.'
  return `${code(plan.owner)} answers for the plan ${code(plan.id)} and can have it changed; the new version counts once it is approved.`
}

function nameFile({ policy, subject }: Decision, links: ReportLinks): string {
  if (policy === null) return 'the policy'
  const file = readBranchFile(policy.source)
  if (file === null) return code(policy.source.slice(policy.source.indexOf(':') + 1))
  const link = linkToBranchFile(links, subject, file)
  return link === null ? code(file.path) : `[${code(file.path)}](${link})`
}

function linkToBranchFile(
  links: ReportLinks,
  { repository, base_sha: sha }: Decision['subject'],
  { branch, path }: BranchFile,
): string | null {
  return branch === null
    ? linkToCode(links, { repository, sha, path, line: null })
    : linkToBranch(links, repository, branch, path)
}

function whoDecides(decision: Decision, links: ReportLinks): string {
  const owners = decision.appeal?.policy_owners ?? []
  const who =
    owners.length === 0 ? 'whoever may merge there' : listSome(owners, code, NAMES_SHOWN, ' or ')
  return `To have it changed, propose that in ${nameFile(decision, links)}, for ${who} to decide.`
}
