import type { Evidence } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'
import { sha256 } from '../hash.ts'
import { AUDIT_FOLDER } from '../places.ts'
import type { AuditPolicy } from '../policy/policy.ts'
import { type ChainFile, findChainFiles, isPlainFile, readLocalChain } from './chain-files.ts'
import type { ChainReading } from './reading.ts'
import { SEAL_PROBLEMS, verifySeal } from './seal.ts'

/**
 * How well the chains are anchored. `unanchored`: they hold together and fit the change, and whoever
 * could write them could have written others. `signed`: each carries the seal of a signer the policy
 * names. `none`: there is no chain.
 */
export type Assurance = 'none' | 'unanchored' | 'signed'

/** The chains that accompany a change, and who vouches for them. */
export interface Provenance {
  readonly chains: readonly ChainFile[]
  /** Of those that could be read at all. */
  readonly readings: readonly ChainReading[]
  readonly records: number
  readonly assurance: Assurance
  /** The signer of each sealed chain, by its id. */
  readonly sealedBy: ReadonlyMap<string, string>
  readonly sealFindings: readonly BareFinding[]
}

/** Gathers the chains of a change and verifies their seals against the policy's signers. */
export function readProvenance(
  evidence: Evidence,
  policy: AuditPolicy | null,
  planSha256: string | null,
): Provenance {
  const chains = collectChains(evidence)
  const readings = chains.flatMap(({ reading }) => reading ?? [])
  const sealedBy = new Map<string, string>()
  const sealFindings: BareFinding[] = []
  for (const chain of chains) {
    const verdict = judgeSeal(chain, evidence, policy, planSha256)
    if (typeof verdict === 'string') sealedBy.set(chain.id, verdict)
    else if (verdict !== null) sealFindings.push(verdict)
  }
  const isSigned = chains.length > 0 && chains.every(({ id }) => sealedBy.has(id))
  return {
    chains,
    readings,
    records: readings.reduce((sum, { records }) => sum + records, 0),
    assurance: chains.length === 0 ? 'none' : isSigned ? 'signed' : 'unanchored',
    sealedBy,
    sealFindings,
  }
}

/** Those of the change, and those named on a command line that are not among them. */
function collectChains({ files, localChains }: Evidence): ChainFile[] {
  const attached = findChainFiles(files)
  const known = new Set(attached.map(({ content }) => content && sha256(content)))
  const local = localChains.filter(({ bytes }) => !known.has(sha256(bytes))).map(readLocalChain)
  return [...attached, ...local]
}

/** The signer's id, what is wrong with the seal, or null where there is none and none is asked for. */
function judgeSeal(
  chain: ChainFile,
  evidence: Evidence,
  policy: AuditPolicy | null,
  planSha256: string | null,
): string | BareFinding | null {
  const seal = findSeal(chain, evidence)
  if (seal === null) {
    return policy?.assurance === 'signed'
      ? { rule: 'audit/unsealed', level: 'deny', path: chain.path }
      : null
  }
  const bad = (cause: string): BareFinding => ({
    rule: 'audit/bad-seal',
    level: 'deny',
    path: seal.path,
    evidence: { cause },
  })
  if (seal.content === null) return bad('it is no plain file that can be read')
  if (chain.content === null || chain.reading === null) return bad('its chain cannot be read')
  const verdict = verifySeal(seal.content, {
    signers: policy?.signers ?? [],
    name: `${chain.id}.jsonl`,
    sha256: sha256(chain.content),
    reading: chain.reading,
    repository: evidence.repository,
  })
  if (!verdict.ok) return bad(SEAL_PROBLEMS[verdict.problem])
  const isOtherPlan = verdict.plan_sha256 !== null && verdict.plan_sha256 !== planSha256
  return isOtherPlan ? bad('it was made for another plan') : verdict.signer
}

/** The seal beside a chain; its content is null when it is no plain file or cannot be read. */
function findSeal(
  { id, path }: ChainFile,
  { files, localChains }: Evidence,
): { readonly path: string; readonly content: Uint8Array | null } | null {
  const local = localChains.find((chain) => chain.path === path)
  if (local !== undefined) return local.seal && { path, content: local.seal }
  const sealPath = `${AUDIT_FOLDER}/${id}.dsse.json`
  const file = files.find((it) => it.path === sealPath && it.after !== null)
  if (file === undefined) return null
  return { path: sealPath, content: isPlainFile(file) ? file.content : null }
}
