import type { ChangedFile } from './evidence.ts'
import { sha256 } from './hash.ts'
import type { SelectedPlan } from './plan/select.ts'

/**
 * Evidence files accompany a change instead of being part of it: audit chains that parse as chains,
 * their seals, and the selected plan (contract: section 3). Anything else under `.countersign/` is an
 * ordinary file, or an agent could hide its work there.
 */

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const CHAIN_PATH = new RegExp(`^\\.countersign/audit/(${UUID})\\.jsonl$`)
const SEAL_PATH = new RegExp(`^\\.countersign/audit/(${UUID})\\.dsse\\.json$`)

/** The changed paths that are evidence files. */
export function findEvidenceFiles(
  files: readonly ChangedFile[],
  plan: SelectedPlan | null,
): Set<string> {
  const chains = new Set(files.filter(isChainFile).map((file) => file.path))
  const found = new Set(chains)
  for (const file of files) {
    const sealed = SEAL_PATH.exec(file.path)?.[1]
    if (sealed !== undefined && chains.has(`.countersign/audit/${sealed}.jsonl`) && isSeal(file)) {
      found.add(file.path)
    }
    if (isPlanFile(file, plan)) found.add(file.path)
  }
  return found
}

/** Whether the path is one that only evidence of an earlier, merged change can have on the base. */
export function isKeptEvidencePath(path: string, plan: SelectedPlan | null): boolean {
  return (
    CHAIN_PATH.test(path) ||
    SEAL_PATH.test(path) ||
    (plan?.file.origin === 'base' && plan.file.path === path)
  )
}

function isPlanFile(file: ChangedFile, plan: SelectedPlan | null): boolean {
  return (
    plan !== null &&
    file.path === plan.file.path &&
    isPlainFile(file) &&
    file.content !== null &&
    sha256(file.content) === plan.plan.sha256
  )
}

function isPlainFile(file: ChangedFile): boolean {
  return file.status !== 'renamed' && file.after?.mode === '100644'
}

function isChainFile(file: ChangedFile): boolean {
  const id = CHAIN_PATH.exec(file.path)?.[1]
  return (
    id !== undefined &&
    isPlainFile(file) &&
    file.content !== null &&
    parsesAsChain(file.content, id)
  )
}

const RECORD_LINE = /^\{"record":(\{.*\}),"record_hash":"([0-9a-f]{64})"\}$/

/** Whether every line is a record of this chain, in sequence, under the hash of its stored bytes. */
function parsesAsChain(bytes: Uint8Array, id: string): boolean {
  const text = decode(bytes)
  if (text === null || !text.endsWith('\n')) return false
  return text
    .slice(0, -1)
    .split('\n')
    .every((line, seq) => isRecordOf(line, id, seq))
}

function isRecordOf(line: string, id: string, seq: number): boolean {
  const [, record, hash] = RECORD_LINE.exec(line) ?? []
  if (record === undefined || hash !== sha256(record)) return false
  const value = parseJson(record)
  return value !== null && value.chain === id && value.seq === seq
}

/** A seal names its chain inside; here it only has to be an envelope, the audit check verifies it. */
function isSeal(file: ChangedFile): boolean {
  const text = isPlainFile(file) && file.content !== null ? decode(file.content) : null
  const envelope = text === null ? null : parseJson(text)
  return (
    envelope?.payloadType === 'application/vnd.in-toto+json' && Array.isArray(envelope.signatures)
  )
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
