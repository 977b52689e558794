import type { Evidence } from '../evidence.ts'
import type { BareFinding, FindingEvidence } from '../finding.ts'
import { sha256 } from '../hash.ts'
import type { ChainFile } from './chain-files.ts'
import { isSameRepository } from './format.ts'
import type { ChainReading } from './reading.ts'

/** Defects of one chain that are listed one by one; they are all the same author's. */
const MAX_LISTED = 50

/** What is wrong with a chain by itself, and with its being part of this change. */
export function judgeChain(chain: ChainFile, evidence: Evidence): BareFinding[] {
  const { reading } = chain
  if (reading === null) {
    return [deny('audit/malformed', chain, { cause: 'it is no plain file that can be read' })]
  }
  return [
    ...listDefects(chain, reading),
    ...judgeOrigin(chain, reading, evidence),
    ...judgePolicies(chain, reading, evidence),
  ]
}

function listDefects(chain: ChainFile, { defects, hidden }: ChainReading): BareFinding[] {
  const more = hidden + Math.max(0, defects.length - MAX_LISTED)
  const listed = defects
    .slice(0, MAX_LISTED)
    .map(({ rule, line, cause }) => ({ ...deny(rule, chain, { cause, line }), line }))
  return more === 0
    ? listed
    : [...listed, deny('audit/malformed', chain, { cause: `it has ${more} more defects` })]
}

/** Whether the chain was begun for this repository and from where the change leaves the base. */
function judgeOrigin(
  chain: ChainFile,
  { genesis }: ChainReading,
  { repository, chainOrigins, trusted }: Evidence,
): BareFinding[] {
  const causes: string[] = []
  // The same session cannot vouch for two changes: what it says of the second one stands in the first.
  if (trusted.auditFiles.includes(chain.path)) causes.push('it is on the base branch already')
  if (genesis !== null) {
    if (repository === null) causes.push('this repository has no name')
    else if (!isSameRepository(genesis.repository, repository)) causes.push('another repository')
    if (chainOrigins.get(genesis.base_sha)?.isAncestor !== true)
      causes.push('it starts from a commit that is not on the base')
  }
  return causes.map((cause) => deny('audit/foreign', chain, { cause }))
}

/**
 * Whether the chain was recorded under the policy that stood where it starts, and judged by one that this
 * change has to obey: today's, or the one that stood where the change leaves the base. An older one of the
 * base is for an owner to look at: who holds the clone can wind its base back to a laxer one.
 */
function judgePolicies(
  chain: ChainFile,
  { genesis, policies }: ChainReading,
  { chainOrigins, mergeBaseSha, trusted }: Evidence,
): BareFinding[] {
  const origin = genesis === null ? undefined : chainOrigins.get(genesis.base_sha)
  if (genesis === null || origin?.isAncestor !== true) return []
  if (genesis.policy_sha256 !== origin.policySha256) {
    const cause = 'its policy is not the one that stands where it starts'
    return [deny('audit/policy-mismatch', chain, { cause })]
  }
  const today = trusted.policy[0]
  const current = new Set([
    chainOrigins.get(mergeBaseSha)?.policySha256,
    today && sha256(today.bytes),
  ])
  if (!current.has(genesis.policy_sha256)) {
    const cause = 'its policy is an older one than where the change leaves the base'
    return [{ ...deny('audit/policy-mismatch', chain, { cause }), level: 'approve' }]
  }
  if (policies.every((policy) => current.has(policy))) return []
  const cause = 'some of its actions were judged by another policy than this'
  return [{ ...deny('audit/policy-mismatch', chain, { cause }), level: 'approve' }]
}

function deny(rule: string, { path }: ChainFile, evidence: FindingEvidence): BareFinding {
  return { rule, level: 'deny', path, evidence }
}
