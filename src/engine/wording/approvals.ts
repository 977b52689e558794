import { type Invitation, tellHowToSign, tellWornLabels } from '../approvals/invitation.ts'
import { OUTDATED } from '../approvals/signatures.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import { TAKEN_OFF } from '../taken-off.ts'
import { join, listAll } from './facts.ts'
import type { Words } from './index.ts'

/** The catalogue's entries for who signed, and who has to. */
export const APPROVAL_WORDING: Readonly<Record<string, (finding: BareFinding) => Words>> = {
  'approval/missing': ({ evidence }) => ({
    message: `${unsigned(evidence)}${evidence?.tier === undefined ? ` for ${files(evidence)}` : `, as the tier "${evidence.tier}" asks`}${assumed(evidence)}.`,
    remedy: askToSign(evidence),
  }),
  'approval/insufficient': ({ evidence }) => insufficient(evidence),
  'approval/not-independent': ({ evidence }) =>
    evidence?.nobody === true
      ? nobodyCan(evidence)
      : person(evidence, 'Code owner: somebody who had no part in the change has to sign.'),
  'approval/not-owner': ({ evidence }) =>
    person(evidence, 'Code owner: an owner of the changed files has to sign.'),
  'approval/bot': ({ evidence }) =>
    person(evidence, 'Code owner: a person has to sign, with their own account.'),
  'approval/stale': ({ evidence }) => person(evidence, renewal(evidence)),
  'approval/no-owner': ({ path, evidence }) => ({
    message: path === undefined ? withoutFile(evidence) : withoutOwner(evidence),
    remedy:
      evidence?.cause === MAIL_ONLY
        ? 'Maintainer: name these owners as "@login" or "@organisation/team" in CODEOWNERS on the base branch.'
        : 'Maintainer: name its owners in CODEOWNERS on the base branch, or let the policy ask others to sign.',
  }),
  'approval/codeowners-error': ({ evidence }) => ({
    message: `GitHub skips ${evidence?.line_count === 1 ? 'a line' : `${evidence?.line_count} lines`} of CODEOWNERS, and so does the gate: ${listFew(evidence, 'lines')}.`,
    remedy: 'Maintainer: open CODEOWNERS on GitHub, which marks what is wrong with them.',
  }),
  'approval/unresolved-team': ({ evidence }) => ({
    message: `Somebody has signed, and whether they stand for ${listFew(evidence, 'unresolved')} cannot be seen.`,
    remedy:
      'Maintainer: give the gate a "team-token" that can read the team, or list its people under "teams" in the policy.',
  }),
  'approval/unknown': ({ evidence }) =>
    evidence?.cause === 'local check'
      ? {
          message: 'Whether the owners approved is not known in a local check.',
          remedy: 'Nobody has to do anything here; the pull request will ask for the approvals.',
        }
      : {
          message: `The label "${evidence?.name}" is there, and no event says who applied it.`,
          remedy: 'Code owner: take the label off and apply it again.',
        },
  'override/used': ({ evidence }) => ({
    message: `The gate was overridden by ${evidence?.actor}; reason given: ${evidence?.reason === '' ? 'none' : `"${evidence?.reason}"`}.`,
    remedy: 'Maintainer: go through the findings afterwards; all of them still stand.',
  }),
  'override/invalid': ({ evidence }) => ({
    message: `The override by ${evidence?.actor} does not hold: ${evidence?.cause}.`,
    remedy: 'Maintainer: see the policy for who may override, and how.',
  }),
}

function unsigned(evidence: FindingEvidence | undefined): string {
  const owners = listFew(evidence, 'owners')
  if (evidence?.unseen === true) return `Nobody among ${owners} is known to have signed`
  const isOne = listAll(evidence, 'owners').length === 1
  return isOne ? `Waiting for ${owners} to sign` : `Nobody among ${owners} has signed`
}

/** Why a tier applies that no plan and no path calls for. */
function assumed(evidence: FindingEvidence | undefined): string {
  return evidence?.assumed === true
    ? '; the highest tier applies, because no approved plan says how risky the change is'
    : ''
}

/** How the check calls a group that CODEOWNERS names by nothing else. */
const MAIL_ONLY = 'e-mail addresses only'

function withoutFile(evidence: FindingEvidence | undefined): string {
  if (evidence?.cause === MAIL_ONLY)
    return `Nobody can sign for ${files(evidence)}: CODEOWNERS names only ${listFew(evidence, 'owners')}, and whose account an e-mail address is cannot be known.`
  return evidence?.cause === 'no CODEOWNERS file'
    ? 'There is no CODEOWNERS file on the base branch, so nobody can sign for anything.'
    : `${evidence?.cause}, so GitHub does not load it and nobody can sign for anything.`
}

function withoutOwner(evidence: FindingEvidence | undefined): string {
  return evidence?.unknown === undefined
    ? 'Nobody owns this path, so nobody can sign for it.'
    : `CODEOWNERS gives this path to ${listFew(evidence, 'unknown')}, and GitHub says that there is no such account or that it has no access here.`
}

function person(evidence: FindingEvidence | undefined, remedy: string): Words {
  const what = evidence?.via === 'label' ? `label "${evidence.name}"` : 'review'
  const who = evidence?.actor === '' ? 'somebody' : evidence?.actor
  return { message: `The ${what} by ${who} does not count: ${who} ${evidence?.why}.`, remedy }
}

/** One label can be applied only once, so a stale one has to come off first. */
function renewal(evidence: FindingEvidence | undefined): string {
  if (evidence?.problem === 'unknown-head')
    return 'Code owner: approve the present head commit by a review instead.'
  if (evidence?.problem === 'withdrawn')
    return 'Code owner: approve by a new review once the changes are made.'
  if (evidence?.via !== 'label')
    return 'Code owner: look at the change as it is now and approve it again.'
  return OUTDATED.has(evidence.problem)
    ? `Code owner: look at the change as it is now and apply the label again; ${TAKEN_OFF}.`
    : 'Code owner: look at the change as it is now; take the label off and apply it again.'
}

function insufficient(evidence: FindingEvidence | undefined): Words {
  const tier = evidence?.tier == null ? '' : ` (tier "${evidence.tier}")`
  const message = `${evidence?.signed} of ${evidence?.minimum} people have signed${tier}${assumed(evidence)}`
  if (evidence?.possible === undefined) {
    return {
      message: `${message}.`,
      remedy:
        'Code owner: one more owner of a changed file has to sign, by an approving review or a label of their own.',
    }
  }
  return {
    message: `${message}, and no more than ${evidence.possible} can: the others had a part in this change, or there are no others.`,
    remedy:
      'Maintainer: name more owners for these paths in CODEOWNERS on the base branch, or ask for fewer people in the policy.',
  }
}

function nobodyCan(evidence: FindingEvidence): Words {
  const why = `${listFew(evidence, 'owners')} had a part in this change`
  return evidence.tier === undefined
    ? {
        message: `Nobody can sign for ${files(evidence)}: ${why}.`,
        remedy: 'Maintainer: name another owner for these paths in CODEOWNERS on the base branch.',
      }
    : {
        message: `Nobody can sign as the tier "${evidence.tier}" asks: ${why}${assumed(evidence)}.`,
        remedy: 'Maintainer: name another approver for this tier in the policy on the base branch.',
      }
}

/** The remedy of an `approve` finding, with how to settle it, or that nobody can. `isNamed`: it says who may. */
export function addHowToSign(remedy: string, invitation: Invitation, isNamed: boolean): string {
  const { able, barred, unnamed } = invitation
  const facts = { ...tellHowToSign(invitation), ...tellWornLabels(invitation) }
  if (facts.overlong !== undefined) return shortenLabel(facts)
  const who = isNamed ? '' : ` One of: ${joinFew(able, ', ')}.`
  if (able.length > 0) return `${remedy} To sign: ${listWays(facts)}.${who}${tellOutdated(facts)}`
  if (barred.length > 0)
    return `Maintainer: name another approver or owner on the base branch; nobody can approve this, because ${joinFew(barred, ', ')} had a part in this change.`
  const whom = unnamed.length === 0 ? 'nobody' : `only ${joinFew(unnamed, ', ')}`
  return `Maintainer: name an owner of this path as "@login" or "@organisation/team" in CODEOWNERS on the base branch; it names ${whom} now, so nobody can approve this.`
}

function askToSign(evidence: FindingEvidence | undefined): string {
  if (evidence?.overlong !== undefined) return shortenLabel(evidence)
  const able = listFew(evidence, evidence?.able === undefined ? 'owners' : 'able')
  return `Code owner: ${listWays(evidence)}. One of: ${able}.${tellOutdated(evidence)}`
}

function shortenLabel(evidence: FindingEvidence): string {
  return `Maintainer: shorten the label in the policy, or let reviews count; GitHub allows 50 characters in a label, and "${listFew(evidence, 'overlong')}" is longer, so nobody can sign.`
}

function listWays(evidence: FindingEvidence | undefined): string {
  const worn = listAll(evidence, 'worn')
  const free = listAll(evidence, 'labels').filter((label) => !worn.includes(label))
  const outdated = listAll(evidence, 'outdated')
  const stuck = worn.filter((label) => !outdated.includes(label))
  const ways = [
    free.length === 0 ? '' : `apply the label ${joinFew(free, ' or ')}`,
    outdated.length === 0
      ? ''
      : `look at the change as it is now and apply the label ${joinFew(outdated, ' or ')} again`,
    stuck.length === 0
      ? ''
      : `take the label ${joinFew(stuck, ' or ')} off, which does not count as it is, and then apply it`,
    evidence?.reviews === true ? 'approve by a review' : '',
  ]
  return ways.filter((way) => way !== '').join(', or ')
}

/** Whose label was for something else, and what becomes of it; '' where there is none. */
function tellOutdated(evidence: FindingEvidence | undefined): string {
  const actors = listAll(evidence, 'outdated_by')
  return actors.length === 0
    ? ''
    : ` ${joinFew(actors, ', ')} signed an earlier state; ${TAKEN_OFF}.`
}

function files(evidence: FindingEvidence | undefined): string {
  const count = Number(evidence?.path_count ?? 0)
  const shown = listFew(evidence, 'paths')
  return count === 1 ? shown : `${count} files (${shown})`
}

/** A remedy names these in the middle of a sentence. */
const FEW = 4

function listFew(evidence: FindingEvidence | undefined, key: string): string {
  return Array.isArray(evidence?.[key]) ? joinFew(listAll(evidence, key), ', ') : 'nobody'
}

function joinFew(values: readonly string[], separator: string): string {
  return join(values, separator, FEW)
}
