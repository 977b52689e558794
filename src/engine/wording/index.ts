import type { Invitation } from '../approvals/invitation.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import { ACCEPTANCE_WORDING } from './acceptance.ts'
import { APPROVAL_WORDING, addHowToSign } from './approvals.ts'
import { AUDIT_WORDING } from './audit.ts'
import { CONTENT_WORDING } from './content.ts'
import { list, text } from './facts.ts'

/** What a person reads of a finding: what is wrong, and who does what next. Plain text, not Markdown. */
export interface Words {
  readonly message: string
  readonly remedy: string
}

type Wording = (finding: BareFinding) => Words

/**
 * The catalogue: one entry per rule or per family of rules (`path/`). Checks hold no sentences, so
 * that the words can be read, and mended, in one place.
 */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'evidence/incomplete': ({ evidence }) =>
    evidence?.cause === EMPTY_CHANGE ? NOTHING_CHANGED : unread(evidence),
  'evidence/head-moved': () => ({
    message: 'The pull request kept changing while it was being judged.',
    remedy: 'Author: wait until the last push is through; the gate runs again by itself.',
  }),
  'evidence/ambiguous-base': ({ evidence }) => ({
    message:
      evidence !== undefined && 'paths' in evidence
        ? `Merging would change more than this diff shows: ${list(evidence, 'paths')}.`
        : `The branch has more than one merge base (${list(evidence, 'merge_bases')}), so its diff can hide changes.`,
    remedy: 'Author: rebase the branch onto the base branch, or update it from there.',
  }),
  'evidence/unsafe-name': ({ evidence }) => ({
    message: `The file name ${text(evidence, 'name')} contains characters that cannot be seen or read faithfully.`,
    remedy: 'Author: rename the file with visible characters in valid UTF-8.',
  }),
  'evidence/disagreement': ({ evidence }) => ({
    message: `Two views of this change disagree: ${text(evidence, 'cause')}.`,
    remedy:
      'Author: push again or re-run the gate; a maintainer should look if the views still disagree.',
  }),
  'evidence/tampered': () => ({
    message:
      'This change alters evidence that is already on the base branch (an audit chain, its seal, or the plan in force).',
    remedy:
      'Author: restore the file. To change a plan, merge the new plan first in a pull request of its own.',
  }),
  'policy/missing': ({ evidence, path, level }) => {
    if (level === 'approve') {
      return {
        message: 'The base branch has no policy yet, and this change adds one.',
        remedy: 'Owner of the policy file: approve it.',
      }
    }
    if (evidence?.proposed === true) {
      return {
        message: 'This change removes the policy the gate works by.',
        remedy: 'Author: restore the policy file.',
      }
    }
    return {
      message: `There is no policy at ${path ?? 'the expected path'} on the base branch.`,
      remedy:
        'Maintainer: merge a policy first; "extends: observe" is a start that blocks nothing.',
    }
  },
  'policy/invalid': ({ evidence, level }) => ({
    message: policyInvalidMessage(evidence, level),
    remedy: policyInvalidRemedy(evidence, level),
  }),
  'policy/changed': () => ({
    message: 'The policy extends this file, so changing it changes what the gate lets through.',
    remedy: 'Owner of the policy file: approve this change.',
  }),
  'plan/missing': ({ evidence }) => ({
    message:
      evidence?.named === undefined
        ? 'The policy requires an approved plan, and this change has none.'
        : `The plan ${text(evidence, 'named')} was named but is not among the plans the gate may use.`,
    remedy: GET_A_PLAN,
  }),
  'plan/invalid': ({ evidence }) => ({
    message: `The plan is not valid: ${list(evidence, 'problems', '; ')}.`,
    remedy: 'Author: run "countersign plan lint" on the file and mend what it lists.',
  }),
  'plan/unapproved': ({ evidence }) => ({
    message: `The plan ${text(evidence, 'plan')} (SHA-256 ${text(evidence, 'sha256')}) is not approved: ${text(evidence, 'cause')}.`,
    remedy: `Plan approver: read the plan and ${applyPlanLabel(evidence)}, or merge it on the base branch.${nameApprovers(evidence)} To try it out locally: "countersign check --plan FILE".`,
  }),
  'plan/stale-approval': ({ evidence }) => ({
    message: `The approval of the plan ${text(evidence, 'plan')} no longer holds: ${text(evidence, 'cause')}.`,
    remedy: `Plan approver: read the plan again, take the label "${text(evidence, 'label')}" off and apply it anew.`,
  }),
  'plan/expired': ({ evidence }) =>
    evidence?.near !== undefined
      ? {
          message: `No plan that is still in force fits this change; expired: ${nearest(evidence)}.`,
          remedy: GET_A_PLAN,
        }
      : {
          message: `The plan ${text(evidence, 'plan')} expired at the end of ${text(evidence, 'expires')} (UTC).`,
          remedy: 'Plan owner: merge the plan with a new date, or a new plan.',
        },
  'plan/branch-mismatch': ({ evidence }) =>
    evidence?.near !== undefined
      ? {
          message: `No plan fits this branch: this change is ${fromWhere(evidence)}. There are plans for others: ${nearest(evidence)}.`,
          remedy: GET_A_PLAN,
        }
      : {
          message: `The plan ${text(evidence, 'plan')} is for ${branches(evidence)}; this change is ${fromWhere(evidence ?? {})}.`,
          remedy:
            'Author: use the branch the plan names, or ask the plan owner for a plan that names this one.',
        },
  'plan/ambiguous': ({ evidence }) => ({
    message: `More than one plan fits this change: ${list(evidence, 'candidates')}.`,
    remedy:
      'Author: name one of them in the description, as "Plan: PATH" (or "--plan PATH" locally).',
  }),
  'scope/outside-plan': ({ evidence }) => ({
    message: `Plan ${text(evidence, 'plan')} does not allow this file to change.`,
    remedy: `Author: take the file out of this change, or ask for plan ${text(evidence, 'plan')} to be widened and approved again.`,
  }),
  'scope/must-untouched': ({ evidence }) => ({
    message: `Plan ${text(evidence, 'plan')} says that "${text(evidence, 'entry')}" must change, and nothing that matches it did.`,
    remedy: `Author: make the planned change, or ask for plan ${text(evidence, 'plan')} to be corrected.`,
  }),
  'command/': (finding) => ({
    message: `${finding.reason || 'The policy denies this command'} The audit chain shows that it was run.`,
    remedy:
      'Maintainer: find out how the refusal was passed by, and whether what was done has to be undone.',
  }),
  ...ACCEPTANCE_WORDING,
  ...APPROVAL_WORDING,
  ...AUDIT_WORDING,
  ...CONTENT_WORDING,
}

/** One label can be applied only once, so one that does not count has to come off first. */
function applyPlanLabel(evidence: FindingEvidence | undefined): string {
  const label = `the label "${text(evidence, 'label')}"`
  return evidence?.worn === true ? `take ${label} off and then apply it` : `apply ${label}`
}

/** Who may approve the plan; '' where nobody is known to own all that it is for. */
function nameApprovers(evidence: FindingEvidence | undefined): string {
  return evidence?.approvers === undefined ? '' : ` One of: ${list(evidence, 'approvers')}.`
}

/** Also where plans of other work do not fit: whoever has no plan is not to borrow one. */
const GET_A_PLAN =
  'Author: run "countersign plan new", get the plan merged or approved, and name it in the description as "Plan: .countersign/plans/ID.yml" or "Plan: #ISSUE".'

function fromWhere(evidence: FindingEvidence): string {
  return `from ${list(evidence, 'actual_branches') || 'an unnamed branch'} into ${evidence.actual_base ?? 'an unnamed base'}`
}

/** The plans that came nearest, and how many more there are. */
function nearest(evidence: FindingEvidence): string {
  const shown = Array.isArray(evidence.near) ? evidence.near.length : 0
  const more = Number(evidence.near_count ?? 0) - shown
  return `${list(evidence, 'near')}${more > 0 ? ` and ${more} more` : ''}`
}

/** How the evidence check calls a change without files. */
const EMPTY_CHANGE = 'the change is empty'

const NOTHING_CHANGED: Words = {
  message:
    'Nothing changes between the base and the head, so there is nothing that could be judged.',
  remedy: 'Author: commit the work first, or name the branch it is on.',
}

function unread(evidence: FindingEvidence | undefined): Words {
  const cause = evidence?.cause === undefined ? '' : `: ${text(evidence, 'cause')}`
  return {
    message: `The gate could not read ${text(evidence, 'missing')}${cause}.`,
    remedy:
      'Author: re-run the gate; if it says so again, ask a maintainer to look at the cause named here.',
  }
}

/**
 * The words for a finding, from the entry of its rule or of its family. `invitation` says how an `approve`
 * finding can still be settled.
 * @throws RangeError when the catalogue has neither: a finding nobody could understand is a bug.
 */
export function wordFinding(finding: BareFinding, invitation: Invitation | null = null): Words {
  const family = finding.rule.slice(0, finding.rule.indexOf('/') + 1)
  const wording = WORDINGS[finding.rule] ?? WORDINGS[family]
  if (wording === undefined) throw new RangeError(`no wording for the rule ${finding.rule}`)
  const words = wording({ ...finding, evidence: { ...finding.evidence, ...finding.passing } })
  if (invitation === null) return words
  const isNamed = (finding.approvers ?? []).length > 0
  return { ...words, remedy: addHowToSign(words.remedy, invitation, isNamed) }
}

function policyInvalidMessage(evidence: FindingEvidence | undefined, level: string): string {
  if (level === 'approve')
    return 'The policy on the base branch is broken, and this change repairs it.'
  const whose =
    evidence?.given === true
      ? 'The policy file you gave'
      : evidence?.proposed === true
        ? 'The policy as this change would leave it'
        : 'The policy on the base branch'
  return `${whose} is not valid: ${list(evidence, 'problems', '; ')}.`
}

function policyInvalidRemedy(evidence: FindingEvidence | undefined, level: string): string {
  if (level === 'approve') return 'Owner of the policy file: approve this repair.'
  if (evidence?.given === true)
    return 'Author: mend the file that "--policy" names; "countersign policy lint FILE" lists the same.'
  if (evidence?.proposed === true)
    return 'Author: run "countersign policy lint" on the file and mend what it lists.'
  return "Maintainer: mend the policy in a pull request that changes nothing else; that one needs only its owners' approval."
}

function branches(evidence: FindingEvidence | undefined): string {
  const branch = evidence?.branch === null ? 'any branch' : `branches "${text(evidence, 'branch')}"`
  const base = evidence?.base === null ? 'any base' : `"${text(evidence, 'base')}"`
  return `${branch} into ${base}`
}
