import { namesOf } from '../case.ts'
import type { ChangedFile, Evidence } from '../evidence.ts'
import { findEvidenceFiles } from '../evidence-files.ts'
import type { BareFinding } from '../finding.ts'
import type { ApprovalsPolicy, Policy } from '../policy/policy.ts'
import { type Codeowners, findOwnerRule, ownersOf, parseCodeowners } from './codeowners.ts'
import { findParticipants, type Participants } from './independence.ts'
import { makeRoster, type Roster } from './roster.ts'
import { readLabelSignature, readSignatures, type Signature } from './signatures.ts'
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
  readonly isForOtherWork: IsForOtherWork
  /** Whether a good signature stands for one of these owners. */
  isSignedBy(owners: readonly string[]): boolean
  /** Whether somebody entitled has signed for an `approve` finding. */
  settles(finding: BareFinding): boolean
}

/** What applies where a policy asks for approvals only through its rules. */
const DEFAULT_RULES: ApprovalsPolicy = {
  label: 'countersigned',
  codeowners: true,
  minimum: 1,
  reviews: true,
  after_report: false,
  independence: ['not-author', 'not-pusher', 'not-committer', 'not-bot'],
  carry_over: 'identical-patch',
  tiers: {},
}

type Signed = Pick<Policy, 'approvals' | 'agents' | 'paths' | 'patterns' | 'teams'>

/** The bench for a change under a policy and the plan it is held against, if any. */
export function openBench(evidence: Evidence, policy: Signed, planSha256: string | null): Bench {
  const rules = policy.approvals ?? DEFAULT_RULES
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
    isAccepted: (label) => {
      const signature = readLabelSignature(evidence, signing, label)
      return (
        signature?.problem === null &&
        owners.some((owner) => roster(signature.actor, owner) === true)
      )
    },
    isForOtherWork,
    isSignedBy,
    settles: ({ path, approvers }) =>
      isSignedBy(
        approvers !== undefined && approvers.length > 0 ? approvers : ownersOfPath(path ?? ''),
      ),
  }
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

/** The owners of every changed path, each once. */
export function ownersOfChange(
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
