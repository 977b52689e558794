import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Genesis } from '../../../src/engine/chain/format.ts'
import type { ApprovalFact } from '../../../src/engine/evidence.ts'

/**
 * A small repository and a change to it, as they lie in a folder; `__tests__/cases/README.md`
 * describes the files. What a case does not have it takes from the folder around it, and the shop
 * that it changes from the golden cases' `shared`.
 */

export const CASES_ROOT = join(process.cwd(), '__tests__', 'cases')

/** An entry of `change.json`: what a diff cannot carry. */
export interface EntryChange {
  /** As bytes where it is no text. */
  readonly path: string | { readonly base64: string }
  readonly mode?: string
  readonly content?: string
  readonly base64?: string
  readonly oid?: string
  readonly delete?: boolean
}

/** `case.json`: how a case differs from a plain local check of `agent/work` against `main`. */
export interface CaseOptions {
  readonly branch?: string
  readonly message?: string
  readonly now?: string
  /** What `--plan` names. */
  readonly plan?: string
  readonly facts?: readonly ApprovalFact[]
}

/** `chain.json`: the audit chain that an agent's session left, and what was done to it afterwards. */
export interface CaseChain {
  /** Its id, where another chain has the usual one. */
  readonly id?: string
  /** The signer that sealed it (`__tests__/support/signer.ts`), before anything was done to it. */
  readonly seal?: 'recorder-1' | 'stranger'
  /** What the chain says of itself, where it is not the truth. */
  readonly genesis?: Partial<Genesis>
  readonly steps: readonly ChainStep[]
  /** Words of a line (from 1) that were replaced after it was recorded. */
  readonly replace?: { readonly line: number; readonly words: string; readonly by: string }
  /** Lines that were taken out. */
  readonly without?: readonly number[]
}

/** One action, or the session's end; paths stand for their blobs at the head of the case. */
export interface ChainStep {
  readonly act?: readonly string[]
  readonly deny?: readonly string[]
  readonly end?: true
  readonly tool?: string
  readonly input?: string
  readonly rule?: string
  /** Another blob than the head's, for every path. */
  readonly blob?: string
}

export interface CaseWorld {
  readonly options: CaseOptions
  /** The files of the base commit, by path. */
  readonly base: ReadonlyMap<string, Uint8Array>
  readonly diff: Uint8Array | null
  readonly entries: readonly EntryChange[]
  readonly chain: CaseChain | null
  /** Test reports, by name; null when none are given. */
  readonly results: ReadonlyMap<string, Uint8Array> | null
  /** What happens on the base branch meanwhile. */
  readonly upstream: Uint8Array | null
}

/** The world of the case in a folder; the folder around it has what its cases share. */
export function readCaseWorld(dir: string): CaseWorld {
  return {
    options: (readJson(join(dir, 'case.json')) ?? {}) as CaseOptions,
    base: readBase([join(CASES_ROOT, 'shared'), dirname(dir), dir]),
    diff: readOptional(join(dir, 'change.diff')),
    entries: (readJson(join(dir, 'change.json')) ?? []) as EntryChange[],
    chain: readJson(join(dir, 'chain.json')) as CaseChain | null,
    results: existsSync(join(dir, 'results')) ? new Map(readTree(join(dir, 'results'))) : null,
    upstream: readOptional(join(dir, 'upstream.diff')),
  }
}

/** The files of each folder over those of the one before; policy and plan by their short names. */
function readBase(dirs: readonly string[]): Map<string, Uint8Array> {
  const layers = dirs.flatMap((dir) => [
    ...readTree(join(dir, 'base')),
    ...readAs(join(dir, 'policy.yml'), () => '.github/countersign.yml'),
    ...readAs(join(dir, 'plan.yml'), planPath),
  ])
  return new Map(layers)
}

function readAs(file: string, pathOf: (bytes: Buffer) => string): [string, Buffer][] {
  const bytes = readOptional(file)
  return bytes === null ? [] : [[pathOf(bytes), bytes]]
}

function planPath(plan: Buffer): string {
  const id = /^id: (\S+)$/m.exec(plan.toString())?.[1]
  if (id === undefined) throw new Error('a plan.yml of a case needs an id')
  return `.countersign/plans/${id}.yml`
}

function readTree(dir: string): [string, Buffer][] {
  if (!existsSync(dir)) return []
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(dir.length + 1), readFileSync(file)])
}

/** The folders in one, without the one of base files. */
export function listFolders(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'base')
    .map((entry) => entry.name)
    .sort()
}

function readOptional(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null
}

/** What a JSON file holds; null when it is not there. */
export function readJson(file: string): unknown {
  const bytes = readOptional(file)
  return bytes === null ? null : JSON.parse(bytes.toString())
}
