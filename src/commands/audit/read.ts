import { createHash } from 'node:crypto'
import { closeSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { CHAIN_ID } from '../../engine/chain/chain-id.ts'
import type { Defect } from '../../engine/chain/defects.ts'
import { type ChainReading, isOnlyUnfinished } from '../../engine/chain/reading.ts'
import { openVerifier, type VerifierOptions } from '../../engine/chain/verify-chain.ts'
import { wordAudit } from '../../engine/wording/audit.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { codeOf } from '../../sources/error-code.ts'
import { note, openFile, reasonOf } from '../io.ts'

/** Chains from files of any size, piece by piece. */

const PIECE = 1024 * 1024
const CHAIN_NAME = new RegExp(`^(${CHAIN_ID})\\.jsonl$`)

export interface ChainFile {
  readonly reading: ChainReading
  /** Of the file's bytes, as the verifier saw them. */
  readonly sha256: string
}

/**
 * Verifies the chain in a file.
 * @throws CannotStart when the file cannot be read.
 */
export function readChainFile(path: string, onRecord?: VerifierOptions['onRecord']): ChainReading {
  const verifier = openVerifier({ id: idFromName(path), ...(onRecord && { onRecord }) })
  readPieces(path, (piece) => verifier.push(piece))
  return verifier.finish()
}

/** The same, with the hash that a seal is for, taken in the same pass so that both see the same bytes. */
export function readSealableFile(path: string): ChainFile {
  const verifier = openVerifier({ id: idFromName(path) })
  const hash = createHash('sha256')
  readPieces(path, (piece) => {
    hash.update(piece)
    verifier.push(piece)
  })
  return { reading: verifier.finish(), sha256: hash.digest('hex') }
}

/** The id that a chain in this file has to have; null when the file is not named after one. */
export function idFromName(path: string): string | null {
  return CHAIN_NAME.exec(basename(path))?.[1] ?? null
}

function readPieces(path: string, visit: (piece: Buffer) => void): void {
  let file: number | null = null
  const piece = Buffer.allocUnsafe(PIECE)
  try {
    file = openFile(path)
    for (;;) {
      const length = readSync(file, piece)
      if (length === 0) return
      visit(piece.subarray(0, length))
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new CannotStart(
      `The chain "${path}" cannot be read (${reasonOf(error)}); check the path.`,
    )
  } finally {
    if (file !== null) closeSync(file)
  }
}

function isSystemError(error: unknown): boolean {
  return codeOf(error) !== ''
}

/** One line about a defect: where, which rule, and what it means. */
export function describeDefect({ rule, line, cause }: Defect): string {
  const { message } = wordAudit({ rule, level: 'deny', evidence: { line, cause } })
  return `line ${line}  ${rule}  ${message}`
}

/** Every defect in a line; of a file without a single record only the first, for the others say no more. */
export function listDefects({ defects, hidden, records }: ChainReading): string[] {
  const [first] = defects
  const total = defects.length + hidden
  if (first !== undefined && records === 0 && total > 1)
    return [describeDefect(first), 'it is no audit chain: none of its lines is a record']
  return [...defects.map(describeDefect), ...(hidden > 0 ? [`and ${hidden} more defects`] : [])]
}

/** What to know of a chain that is whole and has no end. */
export const STILL_RUNNING =
  'still running: the session has no end yet; "countersign audit attach" completes it. If the session is over, its end is missing.'

/**
 * Says on standard error what keeps a chain from being relied on; gives the exit code of a command that
 * only reads. One that only has no end can be read: it is the usual state while an agent works.
 */
export function warnOfDefects(path: string, reading: ChainReading): number {
  const count = reading.defects.length + reading.hidden
  if (count === 0) return 0
  const name = `countersign: "${escapeTerminal(path)}"`
  if (isOnlyUnfinished(reading)) {
    note(`${name} is ${STILL_RUNNING}`)
    return 0
  }
  note(
    `${name} has ${count === 1 ? 'a defect' : `${count} defects`}; believe nothing in it before "countersign audit verify" has said why.`,
  )
  return 1
}
