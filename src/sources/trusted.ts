import type {
  ChangedFile,
  PlanFile,
  PolicyFiles,
  SourceFile,
  TrustedFiles,
} from '../engine/evidence.ts'
import { AUDIT_FOLDER, CODEOWNERS_PATHS, PLANS_FOLDER } from '../engine/places.ts'
import { readExtends } from '../engine/policy/read-extends.ts'
import { isPreset } from '../engine/policy/resolve.ts'
import { Unreadable } from './unreadable.ts'

/** The regular files of one revision. A link or submodule is not followed: it reads as absent. */
export interface FileReader {
  /** How a decision names the revision: `base` or `head`. */
  readonly name: string
  /** The bytes of those of the paths that are regular files. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
  /** The paths of the regular files directly in a folder. */
  list(folder: string): Promise<readonly string[]>
}

export interface TrustedRequest {
  readonly policyPath: string
  /** A local file to try out in the policy's place. */
  readonly policyOverride: SourceFile | null
  /** The plans that are asked for by name; empty: all of them. */
  readonly plans: readonly string[]
}

const MAX_CHAIN = 8
/** Each plan is a read; with more than these on the branch, the one that is meant has to be named. */
const MAX_PLANS = 200

/** Reads policy, code owners and plans from the protected branch. */
export async function readTrustedFiles(
  base: FileReader,
  { policyPath, policyOverride, plans }: TrustedRequest,
): Promise<TrustedFiles> {
  const [policy, codeowners, planFiles, auditFiles] = await Promise.all([
    policyOverride === null
      ? readPolicyFiles(base, policyPath)
      : extendChain(base, [policyOverride]),
    readCodeowners(base),
    readPlans(base, plans),
    base.list(AUDIT_FOLDER),
  ])
  return { policyPath, policy, codeowners, plans: planFiles, auditFiles: [...auditFiles].sort() }
}

/** A policy file with the files it extends on the same revision; empty when there is none. */
export async function readPolicyFiles(revision: FileReader, path: string): Promise<PolicyFiles> {
  const first = await readFiles(revision, [path])
  return first.length === 0 ? [] : extendChain(revision, first)
}

async function extendChain(revision: FileReader, files: SourceFile[]): Promise<PolicyFiles> {
  const next = nextInChain(files)
  if (next === null) return files
  const found = await readFiles(revision, [next])
  return found.length === 0 ? files : extendChain(revision, [...files, ...found])
}

function nextInChain(files: PolicyFiles): string | null {
  const last = files.at(-1)
  const next = last === undefined ? null : readExtends(last.bytes)
  return next === null || isPreset(next) || files.length >= MAX_CHAIN ? null : next
}

/**
 * The policy as the change would leave it, when the change touches a file that it is made of or that
 * it looks for in vain; empty when the change removes it.
 */
export async function readProposedPolicy(
  head: FileReader,
  files: readonly ChangedFile[],
  { policy, policyPath }: TrustedFiles,
): Promise<PolicyFiles | null> {
  const parts = new Set([policyPath, ...policy.map((file) => file.path), nextInChain(policy)])
  const isTouched = files.some(
    ({ path, previousPath }) => parts.has(path) || parts.has(previousPath ?? path),
  )
  return isTouched ? readPolicyFiles(head, policyPath) : null
}

/** The code owners file that GitHub would take; null without one. */
export async function readCodeowners(base: FileReader): Promise<SourceFile | null> {
  const [file] = await readFiles(base, CODEOWNERS_PATHS)
  return file ?? null
}

async function readPlans(base: FileReader, named: readonly string[]): Promise<PlanFile[]> {
  const paths = named.length > 0 ? named : (await base.list(PLANS_FOLDER)).filter(isPlanPath)
  if (paths.length > MAX_PLANS) {
    throw new Unreadable('the plans', `there are ${paths.length}; name the one that is meant`)
  }
  const files = await readFiles(base, [...paths].sort())
  return files.map((file) => ({ ...file, origin: 'base' }))
}

/** Whether a plan may stand at the path: a YAML file directly in the folder for plans. */
export function isPlanPath(path: string): boolean {
  return /^\.countersign\/plans\/[^/]+\.ya?ml$/.test(path)
}

/** The plans that the change itself adds or edits: offered, not approved. */
export function offeredPlans(files: readonly ChangedFile[]): PlanFile[] {
  return files.flatMap(({ path, content, after }) =>
    content !== null && isPlanPath(path) && after?.mode === '100644'
      ? [{ origin: 'pull-request' as const, source: `head:${path}`, path, bytes: content }]
      : [],
  )
}

/** Those of the paths that are there, in the order asked for. */
async function readFiles(revision: FileReader, paths: readonly string[]): Promise<SourceFile[]> {
  const contents = await revision.read(paths)
  return paths.flatMap((path) => {
    const bytes = contents.get(path)
    return bytes === undefined ? [] : [{ source: `${revision.name}:${path}`, path, bytes }]
  })
}
