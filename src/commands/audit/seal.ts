import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, resolve, sep } from 'node:path'
import type { Command } from 'commander'
import { showPublicKey } from '../../engine/chain/dsse.ts'
import { makeSeal, type Sealed } from '../../engine/chain/seal.ts'
import { sha256 } from '../../engine/hash.ts'
import { AUDIT_FOLDER } from '../../engine/places.ts'
import { escapeTerminal } from '../../reports/escape.ts'
import { CannotStart } from '../../sources/cannot-start.ts'
import { note, print, readNamedFile, writeReasonOf } from '../io.ts'
import { type ChainFile, listDefects, readSealableFile } from './read.ts'

interface SealOptions {
  readonly key: string
  readonly id?: string
  readonly plan?: string
  readonly output?: string
  readonly force?: boolean
}

export function addSeal(audit: Command): void {
  audit
    .command('seal')
    .description(
      'Signs what a complete and intact chain says, with a key the agent must not hold.\nWrites CHAIN.dsse.json beside CHAIN.jsonl, to be committed with it, and prints the line for "audit.signers" in the policy.',
    )
    .argument('<file>', 'an audit chain')
    .requiredOption('--key <file>', 'an Ed25519 private key (PEM, PKCS #8)')
    .option('--id <id>', "the signer's id in the policy (default: the name of the key file)")
    .option('--plan <file>', 'the plan the work was done under')
    .option('--output <file>', 'where to write the seal (default: beside the chain)')
    .option('--force', 'overwrite the --output file')
    .addHelpText(
      'after',
      `
Exit codes: 0 sealed, 1 the chain is not complete and intact, 2 a file cannot be read or written.

Examples:
  openssl genpkey -algorithm ed25519 -out recorder-1.pem
  countersign audit seal .countersign/audit/CHAIN.jsonl --key recorder-1.pem
  countersign audit seal CHAIN.jsonl --key k.pem --id recorder-1 --plan .countersign/plans/PAY-142.yml`,
    )
    .action((file: string, options: SealOptions) => {
      process.exitCode = sealFile(file, options)
    })
}

/** Where the seal of a chain stands. */
export function sealPathOf(chainPath: string): string {
  return `${chainPath.replace(/\.jsonl$/, '')}.dsse.json`
}

function sealFile(path: string, options: SealOptions): number {
  const key = readKey(options.key)
  const planHash = options.plan === undefined ? null : sha256(readNamedFile(options.plan, 'plan'))
  const sealed = describeChain(path, readSealableFile(path), planHash)
  if (sealed === null) return 1
  const id = options.id ?? basename(options.key, extname(options.key))
  const output = options.output ?? sealPathOf(path)
  writeSeal(output, makeSeal(sealed, id, key), options)
  note(
    `Wrote ${escapeTerminal(output)}.${adviseToCommit(output)} The signer, for "audit.signers" in the policy on the base branch:`,
  )
  print(`{ id: ${JSON.stringify(id)}, ed25519: "${showPublicKey(key)}" }`)
  return 0
}

/** The gate reads seals from the change, so one that is only in the work tree is none. */
function adviseToCommit(path: string): string {
  const folder = dirname(resolve(path)).split(sep).slice(-2).join('/')
  return folder === AUDIT_FOLDER ? ' Commit it together with the chain.' : ''
}

function readKey(path: string): KeyObject {
  const pem = Buffer.from(readNamedFile(path, 'key'))
  let key: KeyObject | null = null
  try {
    key = createPrivateKey({ key: pem, format: 'pem' })
  } catch {
    // OpenSSL's words may quote the key; what helps is said below.
  }
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new CannotStart(
      `"${path}" is not an Ed25519 private key without a passphrase; make one with "openssl genpkey -algorithm ed25519 -out FILE".`,
    )
  }
  return key
}

/** What is signed; null, with the reasons told, for a chain that must not be. */
function describeChain(
  path: string,
  { reading, sha256: digest }: ChainFile,
  plan: string | null,
): Sealed | null {
  const { genesis, head, records, complete, defects } = reading
  if (defects.length > 0 || !complete || genesis === null || head === null) {
    note(
      `countersign: "${escapeTerminal(path)}" is not complete and intact, so nobody should sign it:`,
    )
    for (const line of listDefects(reading)) note(`  ${line}`)
    note('Attach the chain again with "countersign audit attach", and seal what it writes.')
    return null
  }
  const { repository, base_sha } = genesis
  return {
    name: basename(path),
    sha256: digest,
    records,
    head,
    repository,
    base_sha,
    plan_sha256: plan,
  }
}

function writeSeal(path: string, text: string, { output, force }: SealOptions): void {
  // The place beside the chain is the seal's own; any other may hold something dear.
  if (output !== undefined && force !== true && existsSync(path))
    throw new CannotStart(`"${path}" exists; choose another --output or add --force.`)
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotStart(
      `"${path}" cannot be written (${writeReasonOf(error)}); choose another --output.`,
    )
  }
}
