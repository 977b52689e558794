import { namesOf } from '../case.ts'
import type { ChangedFile, Evidence } from '../evidence.ts'
import { findEvidenceFiles } from '../evidence-files.ts'
import type { BareFinding } from '../finding.ts'
import { DEFAULT_APPROVALS } from '../policy/defaults.ts'
import type { ApprovalsPolicy, Policy } from '../policy/policy.ts'
import { type Codeowners, findOwnerRule, ownersOf, parseCodeowners } from './codeowners.ts'
import { findParticipants, type Participants } from './independence.ts'
import { type Invitation, inviteToSign } from './invitation.ts'
import { makeRoster, type Roster } from './roster.ts'
import { OUTDATED, readLabelSignature, readSignatures, type Signature } from './signatures.ts'
import { compareWork, type IsForOtherWork } from './work.ts'

/** Everything about who signed and who could: made once per change, asked by several checks. */
export interface Bench {
  readonly rules: ApprovalsPolicy
  readonly roster: Roster
  /** Logins of agents that the policy adds to the known ones. */
  readonly agents: readonly string[]
  readonly participants: Participants
  /** The changed files that are chains and seals. */
  readonly proven: ReadonlySet<string>
  readonly signatures: readonly Signature[]
  /** Everybody whose signature this policy asks for somewhere: owners of the change and named approvers. */
  readonly asked: readonly string[]
  readonly codeowners: Codeowners
  /** The owners of a path by the protected branch's CODEOWNERS; empty: nobody. */
  ownersOf(path: string): readonly string[]
  /** People whom CODEOWNERS names for a path and GitHub does not know as owners. */
  unknownOwnersOf(path: string): readonly string[]
  /** Whether an owner of a changed path has applied this label, for this diff. */
  isAccepted(label: string): boolean
  /** What came of a label that an owner of a changed path has to apply. */
  acceptance(label: string): Acceptance
  readonly isForOtherWork: IsForOtherWork
  /** Whether a good signature stands for one of these owners. */
  isSignedBy(owners: readonly string[]): boolean
  /** Who of these owners can still sign, and how. */
  invite(owners: readonly string[]): Invitation
  /** Whether somebody entitled has signed for an `approve` finding. */
  settles(finding: BareFinding): boolean
  /** How such a finding could still be settled. */
  advise(finding: BareFinding): Invitation
}

/** A label that accepts a criterion, and whether it does. */
export interface Acceptance {
  readonly isGiven: boolean
  /** Who applied it, and what speaks against it; null when the label is not there. */
  readonly signature: Signature | null
  /** Whether that person owns a changed path; `unknown` when nobody could say. */
  readonly isOwner: boolean | 'unknown'
}

type Signed = Pick<Policy, 'approvals' | 'agents' | 'paths' | 'patterns' | 'teams'>

/** The bench for a change under a policy and the plan it is held against, if any. */
export function openBench(evidence: Evidence, policy: Signed, planSha256: string | null): Bench {
  const rules = policy.approvals ?? DEFAULT_APPROVALS
  const codeowners = readCodeowners(evidence)
  const ownersOfPath = remember((path: string) => ownersOf(codeowners, path))
  const roster = makeRoster(evidence.teams, policy.teams)
  const owners = ownersOfChange(evidence.files, ownersOfPath)
  const asked = [...new Set([...owners, ...listApprovers(rules, policy)])]
  const proven = findEvidenceFiles(evidence.files, null)
  const participants = findParticipants(evidence, proven)
  const agents = policy.agents.authors
  const isForOtherWork = compareWork(evidence, planSha256)
  const signing = { approvals: rules, agents, participants, proven, isForOtherWork }
  const signatures = readSignatures(evidence, signing, asked)
  const good = signatures.filter((signature) => signature.problem === null)
  const isSignedBy = (wanted: readonly string[]) =>
    wanted.some((owner) => good.some((signature) => speaksFor(signature, owner, roster)))
  const approversOf = ({ path, approvers }: BareFinding) =>
    approvers !== undefined && approvers.length > 0 ? approvers : ownersOfPath(path ?? '')
  const taken = good.filter((it) => it.via === 'label' && mayStandFor(it, asked, roster))
  const outdated = signatures.filter(({ via, problem }) => via === 'label' && OUTDATED.has(problem))
  const invitations = { rules, participants, agents, taken, outdated }
  const invite = (wanted: readonly string[]) => inviteToSign(wanted, evidence, invitations)
  const accept = (label: string) =>
    judgeAcceptance(readLabelSignature(evidence, signing, label), owners, roster)
  return {
    rules,
    roster,
    agents,
    participants,
    proven,
    signatures,
    asked,
    codeowners,
    ownersOf: ownersOfPath,
    unknownOwnersOf: (path) => findOwnerRule(codeowners, path)?.unknown ?? [],
    isAccepted: (label) => accept(label).isGiven,
    acceptance: accept,
    isForOtherWork,
    isSignedBy,
    invite,
    settles: (finding) => isSignedBy(approversOf(finding)),
    advise: (finding) => invite(approversOf(finding)),
  }
}

/** The label counts when a good signature of an owner stands behind it. */
function judgeAcceptance(
  signature: Signature | null,
  owners: readonly string[],
  roster: Roster,
): Acceptance {
  const answers = signature === null ? [] : owners.map((owner) => roster(signature.actor, owner))
  const isOwner = answers.includes(true) || (answers.includes('unknown') ? 'unknown' : false)
  return { isGiven: isOwner === true && signature?.problem === null, signature, isOwner }
}

/** Several checks ask for the owners of the same paths; a large CODEOWNERS is gone through once for each. */
function remember<T>(find: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>()
  return (path) => {
    const found = known.get(path) ?? find(path)
    known.set(path, found)
    return found
  }
}

/** The bench where no policy can be read: a repair of it is signed for by the usual rules. */
export function openBenchWithoutPolicy(evidence: Evidence): Bench {
  const agents = { authors: [], branches: [], trailers: [], labels: [] }
  const policy = { approvals: null, agents, paths: [], patterns: [], teams: {} }
  return openBench(evidence, policy, null)
}

/** Whether a signature counts for an owner: a label of its own only for the owner it names. */
export function speaksFor(
  { actor, owner: named }: Signature,
  owner: string,
  roster: Roster,
): boolean {
  const isMeant = named === null || named.toLowerCase() === owner.toLowerCase()
  return isMeant && roster(actor, owner) === true
}

/** Whether a signature stands for one of these owners, or for all anybody can say might. */
export function mayStandFor(
  signature: Signature,
  owners: readonly string[],
  roster: Roster,
): boolean {
  return owners.some((owner) => {
    const mayBeIn = owner.startsWith('@') && roster(signature.actor, owner) === 'unknown'
    return speaksFor(signature, owner, roster) || mayBeIn
  })
}

/** The owners of every changed path, each once. */
function ownersOfChange(
  files: readonly ChangedFile[],
  ownersOfPath: (path: string) => readonly string[],
): string[] {
  return [...new Set(files.flatMap(namesOf).flatMap(ownersOfPath))]
}

function readCodeowners({ trusted, codeownersErrors }: Evidence): Codeowners {
  return parseCodeowners(trusted.codeowners?.bytes ?? new Uint8Array(), codeownersErrors)
}

function listApprovers(rules: ApprovalsPolicy, { paths, patterns }: Signed): string[] {
  const tiers = Object.values(rules.tiers).flatMap((tier) => tier.approvers)
  return [...tiers, ...[...paths, ...patterns].flatMap((rule) => rule.approvers)]
}
