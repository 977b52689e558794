import type { PlanFile, PolicyFiles, SourceFile, TrustedFiles } from '../engine/evidence.ts'
import { readExtends } from '../engine/policy/read-extends.ts'
import { isPreset } from '../engine/policy/resolve.ts'

/** The regular files of one revision. A link or submodule is not followed: it reads as absent. */
export interface FileReader {
  /** How a decision names the revision: `base` or `head`. */
  readonly name: string
  /** The bytes of the file at a path; null when there is no regular file. Throws when it cannot be read. */
  read(path: string): Promise<Uint8Array | null>
  /** The paths of the regular files directly in a folder. */
  list(folder: string): Promise<string[]>
}

export const PLANS_FOLDER = '.countersign/plans'

/** Where GitHub looks for code owners, first found wins (GitHub documentation: About code owners). */
const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
/** GitHub ignores a larger file. */
const MAX_CODEOWNERS_BYTES = 3 * 1024 * 1024
const MAX_EXTENDS = 8

/** Reads policy, code owners and plans from the protected branch. */
export async function readTrustedFiles(
  base: FileReader,
  policyPath: string,
  policyOverride: SourceFile | null = null,
): Promise<TrustedFiles> {
  const [policy, codeowners, plans] = await Promise.all([
    policyOverride === null
      ? readPolicyFiles(base, policyPath)
      : extendChain(base, [policyOverride]),
    readCodeowners(base),
    readPlans(base),
  ])
  return { policyPath, policy, codeowners, plans }
}

/** A policy file with the files it extends on the same revision; empty when there is none. */
export async function readPolicyFiles(revision: FileReader, path: string): Promise<PolicyFiles> {
  const first = await readFile(revision, path)
  return first === null ? [] : extendChain(revision, [first])
}

async function extendChain(revision: FileReader, files: SourceFile[]): Promise<PolicyFiles> {
  const last = files.at(-1)
  const next = last === undefined ? null : readExtends(last.bytes)
  if (next === null || isPreset(next) || files.length > MAX_EXTENDS) return files
  const file = await readFile(revision, next)
  return file === null ? files : extendChain(revision, [...files, file])
}

async function readCodeowners(base: FileReader): Promise<SourceFile | null> {
  for (const path of CODEOWNERS_PATHS) {
    const file = await readFile(base, path)
    if (file !== null) return file.bytes.length > MAX_CODEOWNERS_BYTES ? null : file
  }
  return null
}

async function readPlans(base: FileReader): Promise<PlanFile[]> {
  const paths = (await base.list(PLANS_FOLDER)).filter(isPlanPath).sort()
  const files = await Promise.all(paths.map((path) => readFile(base, path)))
  return files.flatMap((file) => (file === null ? [] : [{ ...file, origin: 'base' as const }]))
}

/** Whether a path is that of a plan file: directly in the folder, YAML by name. */
export function isPlanPath(path: string): boolean {
  return /^\.countersign\/plans\/[^/]+\.ya?ml$/.test(path)
}

async function readFile(revision: FileReader, path: string): Promise<SourceFile | null> {
  const bytes = await revision.read(path)
  return bytes === null ? null : { source: `${revision.name}:${path}`, path, bytes }
}
