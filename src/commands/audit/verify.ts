import { basename } from 'node:path'
import type { Command } from 'commander'
import { decodeBase64 } from '../../engine/chain/dsse.ts'
import type { ChainReading } from '../../engine/chain/reading.ts'
import { isOnlyUnfinished } from '../../engine/chain/reading.ts'
import { SEAL_PROBLEMS, type Signer, verifySeal } from '../../engine/chain/seal.ts'
import { wordAudit } from '../../engine/wording/audit.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { print, readFileIfThere } from '../io.ts'
import { idFromName, listDefects, readChainFile, readSealableFile, STILL_RUNNING } from './read.ts'
import { sealPathOf } from './seal.ts'

interface VerifyOptions {
  readonly signer: readonly Signer[]
}

export function addVerify(audit: Command): void {
  audit
    .command('verify')
    .description(
      'Verifies audit chains and names every defect with its line, its rule and its meaning.\nA seal beside a chain is verified when its signers are named.',
    )
    .argument('<file...>', 'audit chains')
    .option(
      '--signer <id=base64>',
      'a signer whose seal is to hold; may be given several times',
      addSigner,
      [],
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 intact, 1 not, 2 a file cannot be read.

Examples:
  countersign audit verify .countersign/audit/*.jsonl
  countersign audit verify CHAIN.jsonl --signer recorder-1=$(cat recorder-1.pub)`,
    )
    .action((files: string[], options: VerifyOptions) => {
      const intact = files.map((file) => verifyFile(file, options))
      process.exitCode = intact.every(Boolean) ? 0 : 1
    })
}

function addSigner(text: string, previous: readonly Signer[]): Signer[] {
  const [, id, ed25519] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (id === undefined || ed25519 === undefined || decodeBase64(ed25519)?.length !== 32) {
    throw new CannotStart(
      `"${text}" is not a signer; write --signer ID=BASE64, with the 32 bytes of an Ed25519 public key.`,
    )
  }
  return [...previous, { id, ed25519 }]
}

function verifyFile(path: string, { signer }: VerifyOptions): boolean {
  const { reading, seal } = signer.length === 0 ? readUnsigned(path) : readSigned(path, signer)
  print(
    [
      `${escapeTerminal(path)}: ${summarise(reading)}`,
      ...[...listDefects(reading), ...describeState(path, reading)].map((line) => `  ${line}`),
      `  ${seal.words}`,
    ].join('\n'),
  )
  return reading.defects.length === 0 && seal.holds
}

/** What no defect says: that a session goes on, or that the gate will pass the file over as it is named. */
function describeState(path: string, reading: ChainReading): string[] {
  const { id } = reading
  const isMisnamed = id !== null && idFromName(path) === null
  return [
    ...(isOnlyUnfinished(reading) ? [STILL_RUNNING] : []),
    ...(isMisnamed
      ? [
          `name: the gate takes this chain only as ${escapeTerminal(id)}.jsonl; whose it is was not checked`,
        ]
      : []),
  ]
}

function summarise({ records, defects, hidden, gaps }: ChainReading): string {
  const count = defects.length + hidden
  const verdict =
    count === 0 ? 'intact' : `NOT intact, ${count} ${count === 1 ? 'defect' : 'defects'}`
  const open = gaps.length === 0 ? '' : `, ${gaps.length} without a recorded result`
  return `${verdict}; ${records} ${records === 1 ? 'record' : 'records'}${open}`
}

interface SealCheck {
  readonly holds: boolean
  readonly words: string
}

interface Verified {
  readonly reading: ChainReading
  readonly seal: SealCheck
}

function readUnsigned(path: string): Verified {
  const isThere = readFileIfThere(sealPathOf(path), 'seal') !== null
  const words = isThere
    ? 'seal: there, and not checked; name who may sign with --signer ID=BASE64'
    : 'seal: none'
  return { reading: readChainFile(path), seal: { holds: true, words } }
}

/** Who names signers wants a seal, so none is a failure. */
function readSigned(path: string, signers: readonly Signer[]): Verified {
  const { reading, sha256 } = readSealableFile(path)
  const bytes = readFileIfThere(sealPathOf(path), 'seal')
  if (bytes === null) return { reading, seal: { holds: false, words: wordSeal('audit/unsealed') } }
  const name = basename(path)
  const verdict = verifySeal(bytes, { signers, name, sha256, reading, repository: null })
  const seal = verdict.ok
    ? { holds: true, words: `seal: good, by ${escapeTerminal(verdict.signer)}` }
    : { holds: false, words: wordSeal('audit/bad-seal', SEAL_PROBLEMS[verdict.problem]) }
  return { reading, seal }
}

function wordSeal(rule: string, cause?: string): string {
  const evidence = cause === undefined ? {} : { cause }
  return `seal: ${rule}  ${wordAudit({ rule, level: 'deny', evidence }).message}`
}
