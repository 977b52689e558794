import canonicalize from 'canonicalize'
import type { ChangedFile } from './evidence.ts'
import { foldPath } from './fold.ts'
import { hashCanonical, sha256 } from './hash.ts'
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

/** Whether the path lies where chains and seals do, in any spelling that a file system takes for it. */
export function isEvidencePath(path: string): boolean {
  return `${foldPath(path)}/`.startsWith('.countersign/audit/')
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

function isPlainFile(file: Pick<ChangedFile, 'status' | 'after'>): boolean {
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
const RECORD_KEYS = new Set(
  'chain event files genesis prev reference request resource result role rules seq ts v'.split(' '),
)
const EVENTS = new Set(
  'session_start prompt intent result denied checkpoint session_end'.split(' '),
)

/**
 * Whether every line is a record of this chain (contract: section 4): canonical JSON with known keys,
 * in sequence, linked to the record before, under the hash of its stored bytes. Anything laxer would
 * let an agent call any file a chain.
 */
function parsesAsChain(bytes: Uint8Array, id: string): boolean {
  const text = decode(bytes)
  if (text === null || !text.endsWith('\n')) return false
  let previous: string | null = null
  for (const [seq, line] of text.slice(0, -1).split('\n').entries()) {
    const [, record, hash] = RECORD_LINE.exec(line) ?? []
    if (record === undefined || hash === undefined || hash !== sha256(record)) return false
    const value = parseJson(record)
    if (value === null || !isRecord(value, id, seq) || !isCanonical(record, value)) return false
    if (value.prev !== (previous ?? hashOf(value.genesis))) return false
    previous = hash
  }
  return previous !== null
}

function isRecord(value: Record<string, unknown>, id: string, seq: number): boolean {
  return (
    value.v === 1 &&
    value.chain === id &&
    value.seq === seq &&
    EVENTS.has(String(value.event)) &&
    Object.keys(value).every((key) => RECORD_KEYS.has(key))
  )
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalize(value) === text
  } catch {
    return false
  }
}

function hashOf(genesis: unknown): string | null {
  return typeof genesis === 'object' && genesis !== null ? hashCanonical(genesis) : null
}

const MAX_SEAL_BYTES = 64 * 1024
const ENVELOPE_KEYS = new Set(['payload', 'payloadType', 'signatures'])

/** Whether the file is an envelope over a seal of its own chain; the audit check verifies it. */
function isSeal({ content, ...file }: ChangedFile): boolean {
  if (!isPlainFile(file) || content === null || content.length > MAX_SEAL_BYTES) return false
  const envelope = parseJson(decode(content) ?? '')
  if (envelope === null || !Object.keys(envelope).every((key) => ENVELOPE_KEYS.has(key)))
    return false
  const { payload, payloadType, signatures } = envelope
  if (payloadType !== 'application/vnd.in-toto+json' || !Array.isArray(signatures)) return false
  const statement =
    typeof payload === 'string' ? parseJson(Buffer.from(payload, 'base64').toString()) : null
  return (
    statement?.predicateType === 'urn:countersign:audit-seal:v1' &&
    JSON.stringify(statement.subject ?? null).includes(JSON.stringify(chainNameOf(file.path)))
  )
}

function chainNameOf(sealPath: string): string {
  return sealPath.slice(sealPath.lastIndexOf('/') + 1).replace('.dsse.json', '.jsonl')
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
