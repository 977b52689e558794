import type { PlanFile, PolicyFiles, SourceFile, TreeEntry } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { readExtends } from '../../engine/policy/read-extends.ts'
import { readBlobs, readObjectInfo } from './blobs.ts'
import { MAX_BLOB_BYTES } from './files.ts'
import type { Repository } from './repository.ts'
import { listFiles } from './tree.ts'

/** A commit to read files from, and the word by which a decision names it. */
export interface Side {
  readonly repository: Repository
  readonly commit: string
  readonly label: 'base' | 'head'
}

/** Files found, by path, and those that exist but cannot be read. */
export interface FilesRead<T> {
  readonly files: T
  readonly defects: readonly BareFinding[]
}

const PRESETS = new Set(['observe', 'standard', 'strict'])
const MAX_CHAIN = 8

/** A policy file and what it extends, with every path that was looked for on the way. */
export interface PolicyChain extends FilesRead<PolicyFiles> {
  readonly paths: readonly string[]
}

/**
 * Reads a policy and the files it extends. The chain ends at a preset, at a file that is not there
 * and after eight files; the engine says what is wrong with it.
 */
export async function readPolicyChain(
  side: Side,
  start: { readonly path: string } | { readonly file: SourceFile },
): Promise<PolicyChain> {
  const files: SourceFile[] = 'file' in start ? [start.file] : []
  const paths: string[] = []
  const defects: BareFinding[] = []
  let next = 'file' in start ? nextInChain(start.file) : start.path
  while (next !== null && files.length < MAX_CHAIN) {
    paths.push(next)
    const read = await readFiles(side, [next])
    defects.push(...read.defects)
    const [file] = read.files
    if (file === undefined) break
    files.push(file)
    next = nextInChain(file)
  }
  return { files, paths, defects }
}

function nextInChain(file: SourceFile): string | null {
  const value = readExtends(file.bytes)
  return value === null || PRESETS.has(value) ? null : value
}

/** Where GitHub looks for code owners, in its order ("About code owners" in GitHub's documentation). */
const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
/** GitHub does not load a larger file (same page). */
const MAX_CODEOWNERS_BYTES = 3 * 1024 * 1024

/** The code owners file that GitHub would use; null when there is none or it is too large. */
export async function readCodeowners(side: Side): Promise<FilesRead<SourceFile | null>> {
  const listed = await listFiles(side.repository, side.commit, CODEOWNERS_PATHS)
  const path = CODEOWNERS_PATHS.find((candidate) => listed.has(candidate))
  if (path === undefined) return { files: null, defects: [] }
  const { files, defects } = await readFiles(side, [path])
  const [file] = files
  const isLoaded = file !== undefined && file.bytes.length <= MAX_CODEOWNERS_BYTES
  return { files: isLoaded ? file : null, defects }
}

const PLAN_FOLDER = '.countersign/plans/'
const PLAN_PATH = /^\.countersign\/plans\/[^/]+\.ya?ml$/

export function isPlanPath(path: string): boolean {
  return PLAN_PATH.test(path)
}

/** The plans that were merged, and the file that `--plan` names if the commit has it. */
export async function readPlans(
  side: Side,
  requested: string | null,
): Promise<FilesRead<PlanFile[]>> {
  const paths = requested === null ? [PLAN_FOLDER] : [PLAN_FOLDER, requested]
  const listed = await listFiles(side.repository, side.commit, paths)
  const wanted = [...listed.keys()].filter((path) => isPlanPath(path) || path === requested)
  const { files, defects } = await readFiles(side, wanted, listed)
  return { files: files.map((file) => ({ ...file, origin: 'base' })), defects }
}

/** The regular files at the paths that the commit has, in the order of the paths. */
async function readFiles(
  { repository, commit, label }: Side,
  paths: readonly string[],
  alreadyListed?: ReadonlyMap<string, TreeEntry>,
): Promise<FilesRead<SourceFile[]>> {
  const listed = alreadyListed ?? (await listFiles(repository, commit, paths))
  const found = paths.flatMap((path) => {
    const entry = listed.get(path)
    return entry === undefined ? [] : [{ path, blob: entry.blob }]
  })
  const known = await readObjectInfo(
    repository,
    found.map(({ blob }) => blob),
  )
  const isReadable = ({ blob }: { blob: string }) => {
    const info = known.get(blob)
    return info?.type === 'blob' && info.size <= MAX_BLOB_BYTES
  }
  const readable = found.filter(isReadable)
  const files: SourceFile[] = []
  const blobs = readBlobs(
    repository,
    readable.map(({ blob }) => blob),
  )
  for (const { path } of readable) {
    const { value } = await blobs.next()
    if (value instanceof Uint8Array) files.push({ source: `${label}:${path}`, path, bytes: value })
  }
  const missing = found.filter(({ path }) => !files.some((file) => file.path === path))
  return { files, defects: missing.map(({ path, blob }) => describeMissing(path, blob)) }
}

function describeMissing(path: string, blob: string): BareFinding {
  return { rule: 'evidence/incomplete', level: 'deny', path, evidence: { missing: 'blob', blob } }
}
