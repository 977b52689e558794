import type {
  PlanFile,
  PolicyFiles,
  SourceFile,
  TreeEntry,
  TrustedFiles,
} from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { readExtends } from '../../engine/policy/read-extends.ts'
import { readBlobs } from './blobs.ts'
import type { Repository } from './repository.ts'
import { listFiles } from './tree.ts'

/** A commit to read files from, and the word by which a decision names it. */
export interface Side {
  readonly repository: Repository
  readonly commit: string
  readonly label: 'base' | 'head'
}

/** Where the policy begins: on the branch, or with a local file in its place. */
export type PolicyStart = { readonly path: string } | { readonly file: SourceFile }

/** Nobody writes a policy or plan near this size. */
const MAX_FILE_BYTES = 20_000_000

export interface Trusted {
  readonly files: TrustedFiles
  /** Every path the policy was looked for at, found or not. */
  readonly policyPaths: readonly string[]
  readonly defects: readonly BareFinding[]
}

/** Reads what base says: policy, code owners, merged plans and the plan that `--plan` names there. */
export async function readTrusted(
  side: Side,
  request: {
    readonly policy: PolicyStart
    readonly planFile: PlanFile | null
    readonly requestedPlan: string | null
  },
): Promise<Trusted> {
  const requested = request.planFile === null ? listOne(request.requestedPlan) : []
  const start = 'path' in request.policy ? [request.policy.path] : []
  const paths = [...start, ...CODEOWNERS_PATHS, PLAN_FOLDER, ...requested]
  const listed = await listFiles(side.repository, side.commit, paths)
  const ownersPath = CODEOWNERS_PATHS.find((path) => listed.has(path))
  const planPaths = [...listed.keys()].filter((it) => isPlanPath(it) || requested.includes(it))
  const known = await readListed(side, listed, [...start, ...listOne(ownersPath), ...planPaths])
  const policy = await readPolicyChain(side, request.policy, known)
  const owners = ownersPath === undefined ? null : (known.get(ownersPath)?.file ?? null)
  return {
    files: {
      policyPath: 'file' in request.policy ? request.policy.file.path : request.policy.path,
      policy: policy.files,
      codeowners: isLoadedByGithub(owners) ? owners : null,
      plans: planPaths.flatMap((path) => listOne(known.get(path)?.file).map(toBasePlan)),
    },
    policyPaths: policy.paths,
    defects: [
      ...policy.defects,
      ...[...listOne(ownersPath), ...planPaths].flatMap((path) => listOne(known.get(path)?.defect)),
    ],
  }
}

/** Where GitHub looks for code owners, in its order ("About code owners" in GitHub's documentation). */
const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
/** GitHub does not load a larger file (same page). */
const MAX_CODEOWNERS_BYTES = 3 * 1024 * 1024

function isLoadedByGithub(file: SourceFile | null): boolean {
  return file !== null && file.bytes.length <= MAX_CODEOWNERS_BYTES
}

const PLAN_FOLDER = '.countersign/plans/'
const PLAN_PATH = /^\.countersign\/plans\/[^/]+\.ya?ml$/

/** Whether a plan may stand at the path: a YAML file directly in the folder for plans. */
export function isPlanPath(path: string): boolean {
  return PLAN_PATH.test(path)
}

function toBasePlan(file: SourceFile): PlanFile {
  return { ...file, origin: 'base' }
}

const PRESETS = new Set(['observe', 'standard', 'strict'])
const MAX_CHAIN = 8

/** A policy file and what it extends, with every path that was looked for on the way. */
export interface PolicyChain {
  readonly files: PolicyFiles
  readonly paths: readonly string[]
  readonly defects: readonly BareFinding[]
}

/**
 * Reads a policy and the files it extends. The chain ends at a preset, at a file that is not there
 * and after eight files; the engine says what is wrong with it.
 */
export async function readPolicyChain(
  side: Side,
  start: PolicyStart,
  known: ReadonlyMap<string, ReadFile> = new Map(),
): Promise<PolicyChain> {
  const files: SourceFile[] = 'file' in start ? [start.file] : []
  const paths: string[] = []
  const defects: BareFinding[] = []
  let next = 'file' in start ? nextInChain(start.file) : start.path
  while (next !== null && files.length < MAX_CHAIN) {
    paths.push(next)
    const { file, defect } = known.get(next) ?? (await readFile(side, next))
    defects.push(...listOne(defect))
    if (file === null) break
    files.push(file)
    next = nextInChain(file)
  }
  return { files, paths, defects }
}

function nextInChain(file: SourceFile): string | null {
  const value = readExtends(file.bytes)
  return value === null || PRESETS.has(value) ? null : value
}

/** A file; or neither file nor defect when the commit has none there. */
interface ReadFile {
  readonly file: SourceFile | null
  /** Why a file that is there could not be read. */
  readonly defect: BareFinding | null
}

async function readFile(side: Side, path: string): Promise<ReadFile> {
  const listed = await listFiles(side.repository, side.commit, [path])
  const read = await readListed(side, listed, [path])
  return read.get(path) ?? { file: null, defect: null }
}

/** Reads those of the paths that were listed, through one process. */
async function readListed(
  { repository, label }: Side,
  listed: ReadonlyMap<string, TreeEntry>,
  paths: readonly string[],
): Promise<Map<string, ReadFile>> {
  const wanted = paths.flatMap((path) =>
    listOne(listed.get(path)).map(({ blob }) => ({ path, blob })),
  )
  const blobs = readBlobs(
    repository,
    wanted.map(({ blob }) => blob),
    MAX_FILE_BYTES,
  )
  const read = new Map<string, ReadFile>()
  for (const { path, blob } of wanted) {
    const { value: bytes } = await blobs.next()
    read.set(
      path,
      bytes
        ? { file: { source: `${label}:${path}`, path, bytes }, defect: null }
        : { file: null, defect: describeMissing(path, blob) },
    )
  }
  return read
}

function describeMissing(path: string, blob: string): BareFinding {
  return { rule: 'evidence/incomplete', level: 'deny', path, evidence: { missing: 'blob', blob } }
}

function listOne<T>(item: T | null | undefined): T[] {
  return item === null || item === undefined ? [] : [item]
}
