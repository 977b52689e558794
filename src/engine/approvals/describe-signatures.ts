import type { Case } from '../case.ts'
import type { Decision } from '../decision.ts'
import type { FindingEvidence } from '../finding.ts'
import { type Acceptance, speaksFor } from './bench.ts'
import type { Signature, SignatureProblem } from './signatures.ts'

/** How the reason of an override begins: it is no approval, and reports count it apart. */
export const OVERRIDE_PREFIX = 'override:'

/** Every signature that was found, whether it counts, and why: what an auditor reads later. */
export function describeSignatures(subject: Case): Decision['approvals'] {
  const { bench, policy, override } = subject
  const signatures = bench.signatures.map((signature) => {
    const stoodFor = bench.asked.filter((owner) => speaksFor(signature, owner, bench.roster))
    const counted = signature.problem === null && stoodFor.length > 0
    const why = explainSignature(signature, stoodFor)
    return { actor: signature.actor, for: stoodFor, counted, why, at: signature.at }
  })
  if (override === null || policy.override === null) return signatures
  const why = override.ok
    ? `${OVERRIDE_PREFIX} ${override.reason || 'no reason asked for'}`
    : `override refused: ${override.cause}`
  const { actor, at } = override
  return [...signatures, { actor, for: policy.override.approvers, counted: override.ok, why, at }]
}

/** Why a signature counts for these owners, or why not. */
export function explainSignature(signature: Signature, owners: readonly string[]): string {
  if (signature.problem !== null) return PROBLEMS[signature.problem]
  if (owners.length === 0) return 'owns nothing that changed'
  const what = signature.via === 'label' ? `label ${signature.name}` : 'approving review'
  return signature.standing === 'carried'
    ? `${what}, carried over: every path's change is identical to the one that was signed`
    : `${what}, after the last change`
}

/** Why a label that is there does not accept a criterion, as facts of a finding; nothing when it is not. */
export function explainRefusal({ signature, isOwner }: Acceptance): FindingEvidence {
  if (signature === null) return {}
  const { actor, problem } = signature
  return { actor, problem, why: problem === null ? OWNERSHIP[`${isOwner}`] : PROBLEMS[problem] }
}

const OWNERSHIP = {
  true: 'owns what changed',
  false: 'owns nothing that changed',
  unknown: 'may be in a team that owns what changed, and whether they are cannot be seen',
} as const

/** Why a signature does not count, in words that go after the person's name. */
export const PROBLEMS: Readonly<Record<SignatureProblem, string>> = {
  author: 'is the author of the pull request',
  pusher: 'pushed to it',
  committer: 'is an author of one of its commits',
  agent: 'is a coding agent',
  bot: 'is not a person, or an account that no longer exists',
  app: 'was not the one who acted: an App applied the label',
  stale: 'signed for an earlier state of the change',
  retargeted: 'signed before the base branch was changed',
  'other-work': 'signed for another plan, or for another diff onto the base, than there is now',
  'unknown-head': 'signed, but the log of pushes cannot be read, so nobody can say for which state',
  'before-report': 'signed before the gate had reported on this state',
  withdrawn: 'asked for changes later',
}
