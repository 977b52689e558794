import type { ChangedFile, LocalChain } from '../evidence.ts'
import { CHAIN_ID } from './chain-id.ts'
import type { ChainReading } from './reading.ts'
import { readChain } from './verify-chain.ts'

/**
 * The chains that a change brings along. Their content is whatever was pushed; what can be told from
 * it is in the reading, defects included.
 */
export interface ChainFile {
  readonly path: string
  /** The id that the file's name gives. */
  readonly id: string
  /** Null when the file is no plain one, or is too large to be read. */
  readonly content: Uint8Array | null
  readonly reading: ChainReading | null
}

const CHAIN_PATH = new RegExp(`^\\.countersign/audit/(${CHAIN_ID})\\.jsonl$`)
const SEAL_PATH = new RegExp(`^\\.countersign/audit/(${CHAIN_ID})\\.dsse\\.json$`)

const NAMED_CHAIN = new RegExp(`(?:^|/)(${CHAIN_ID})\\.jsonl$`)

/** The id of the chain that a path is for; null for any other path. */
export function chainIdOf(path: string): string | null {
  return CHAIN_PATH.exec(path)?.[1] ?? null
}

/** The id of the chain that a path holds the seal of; null for any other path. */
export function sealedIdOf(path: string): string | null {
  return SEAL_PATH.exec(path)?.[1] ?? null
}

/** Several parts of a judgement ask for the same chain; it is gone through once. */
const known = new WeakMap<ChangedFile, ChainFile>()

/** The chains among the changed files that are there at head, by path. */
export function findChainFiles(files: readonly ChangedFile[]): ChainFile[] {
  return files.flatMap((file) => {
    const id = chainIdOf(file.path)
    return id === null || file.after === null ? [] : [readChainFile(file, id)]
  })
}

function readChainFile(file: ChangedFile, id: string): ChainFile {
  const found = known.get(file) ?? readAnew(file, id)
  known.set(file, found)
  return found
}

function readAnew(file: ChangedFile, id: string): ChainFile {
  const content = isPlainFile(file) ? file.content : null
  return { path: file.path, id, content, reading: content && readChain(content, id) }
}

/** What the chains of a change, and those named beside it, say; one that cannot be read says nothing. */
export function listReadings(
  files: readonly ChangedFile[],
  local: readonly LocalChain[],
): ChainReading[] {
  const chains = [...findChainFiles(files), ...local.map(readLocalChain)]
  return chains.flatMap(({ reading }) => reading ?? [])
}

/** A chain that was named on a command line; its name need not say its id. */
export function readLocalChain({ path, bytes }: LocalChain): ChainFile {
  const id = NAMED_CHAIN.exec(path)?.[1] ?? null
  const reading = readChain(bytes, id)
  return { path, id: id ?? reading.id ?? '', content: bytes, reading }
}

/** Whether every line is a record of this chain; whether they hold together is the audit check's to say. */
export function parsesAsChain({ reading }: ChainFile): boolean {
  return (
    reading !== null &&
    reading.records > 0 &&
    reading.hidden === 0 &&
    reading.defects.every((defect) => defect.rule !== 'audit/malformed')
  )
}

/** A regular file under its own name: what a link or a rename stands for is something else. */
export function isPlainFile(file: Pick<ChangedFile, 'status' | 'after'>): boolean {
  return file.status !== 'renamed' && file.after?.mode === '100644'
}
