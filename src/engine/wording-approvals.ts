import type { BareFinding, FindingEvidence } from './finding.ts'
import type { Words } from './wording.ts'

/** The catalogue's entries for who signed, and who has to. */
export const APPROVAL_WORDING: Readonly<Record<string, (finding: BareFinding) => Words>> = {
  'approval/missing': ({ evidence }) => ({
    message:
      evidence?.tier === undefined
        ? `Nobody among ${list(evidence, 'owners')} has signed for ${files(evidence)}.`
        : `Nobody among ${list(evidence, 'owners')} has signed, as the tier "${evidence.tier}" asks.`,
    remedy: `Code owner: ${howToSign(evidence)}. One of: ${list(evidence, 'owners')}.`,
  }),
  'approval/insufficient': ({ evidence }) => ({
    message: `${evidence?.signed} of ${evidence?.minimum} people have signed${evidence?.tier == null ? '' : ` (tier "${evidence.tier}")`}.`,
    remedy:
      'Code owner: one more owner of a changed file has to sign, by an approving review or a label of their own.',
  }),
  'approval/not-independent': ({ evidence }) =>
    evidence?.nobody === true
      ? {
          message: `Nobody can sign for ${files(evidence)}: ${list(evidence, 'owners')} had a part in this change.`,
          remedy:
            'Maintainer: name another owner for these paths in CODEOWNERS on the base branch.',
        }
      : person(evidence, 'Code owner: somebody who had no part in the change has to sign.'),
  'approval/not-owner': ({ evidence }) =>
    person(evidence, 'Code owner: an owner of the changed files has to sign.'),
  'approval/bot': ({ evidence }) =>
    person(evidence, 'Code owner: a person has to sign, with their own account.'),
  'approval/stale': ({ evidence }) => person(evidence, renewal(evidence)),
  'approval/no-owner': ({ path, evidence }) => ({
    message: path === undefined ? withoutFile(evidence) : withoutOwner(evidence),
    remedy:
      'Maintainer: name its owners in CODEOWNERS on the base branch, or let the policy ask others to sign.',
  }),
  'approval/codeowners-error': ({ evidence }) => ({
    message: `GitHub skips ${evidence?.line_count === 1 ? 'a line' : `${evidence?.line_count} lines`} of CODEOWNERS, and so does the gate: ${list(evidence, 'lines')}.`,
    remedy: 'Maintainer: open CODEOWNERS on GitHub, which marks what is wrong with them.',
  }),
  'approval/unresolved-team': ({ evidence }) => ({
    message: `Somebody has signed, and whether they stand for ${list(evidence, 'unresolved')} cannot be seen.`,
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

function withoutFile(evidence: FindingEvidence | undefined): string {
  return evidence?.cause === 'no CODEOWNERS file'
    ? 'There is no CODEOWNERS file on the base branch, so nobody can sign for anything.'
    : `${evidence?.cause}, so GitHub does not load it and nobody can sign for anything.`
}

function withoutOwner(evidence: FindingEvidence | undefined): string {
  return evidence?.unknown === undefined
    ? 'Nobody owns this path, so nobody can sign for it.'
    : `CODEOWNERS gives this path to ${list(evidence, 'unknown')}, and GitHub says that there is no such account or that it has no access here.`
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
  return evidence?.via === 'label'
    ? 'Code owner: look at the change as it is now; take the label off and apply it again.'
    : 'Code owner: look at the change as it is now and approve it again.'
}

function howToSign(evidence: FindingEvidence | undefined): string {
  const labels = `apply the label ${list(evidence, 'labels', ' or ')}`
  return evidence?.reviews === true ? `${labels}, or approve by a review` : labels
}

function files(evidence: FindingEvidence | undefined): string {
  const count = Number(evidence?.path_count ?? 0)
  const shown = list(evidence, 'paths')
  return count === 1 ? shown : `${count} files (${shown})`
}

const SHOWN = 4

function list(evidence: FindingEvidence | undefined, key: string, separator = ', '): string {
  const values = evidence?.[key]
  if (!Array.isArray(values)) return 'nobody'
  const shown = values.slice(0, SHOWN).join(separator)
  return values.length > SHOWN ? `${shown} and ${values.length - SHOWN} more` : shown
}
