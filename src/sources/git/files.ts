import { MAX_BLOB_BYTES } from '../../engine/blob.ts'
import { namesOf } from '../../engine/case.ts'
import type { ChangedFile, FileStatus, OpaqueReason, TreeEntry } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { isReadWhole } from '../../engine/read-whole.ts'
import { readChangedText } from '../../engine/text/changed-text.ts'
import { isUnsafeName, showName } from '../../engine/text/names.ts'
import { CannotStart } from '../cannot-start.ts'
import { type ObjectInfo, readBlobs, readObjectInfo } from './blobs.ts'
import type { Repository } from './repository.ts'
import { isRegularFile, type RawChange, readTreeChanges } from './tree.ts'

/** Once this much was read, further files count as too large: the author picks how many there are. */
const MAX_TOTAL_BYTES = 200_000_000

/** The changed files, and what could not be read of them. */
export interface Change {
  readonly files: readonly ChangedFile[]
  readonly defects: readonly BareFinding[]
}

/**
 * Reads the change between two commits: names, modes and blob ids from the trees, text from the
 * blobs. Throws `CannotStart` when trees are missing.
 */
export async function readChange(
  repository: Repository,
  from: string,
  to: string,
  policyPaths: readonly string[],
): Promise<Change> {
  const changes = await readTreeChanges(repository, from, to)
  const ids = changes.flatMap(({ before, after }) => [before, after].flatMap(blobOf))
  const known = await readObjectInfo(repository, [...new Set(ids)])
  const sides = planReading(changes, known)
  const blobs = readBlobs(repository, sides.flatMap(idsToRead), MAX_BLOB_BYTES)
  const files: ChangedFile[] = []
  for (const planned of sides) {
    const before = await nextBytes(planned.before, blobs)
    const after = await nextBytes(planned.after, blobs)
    files.push(describeFile(planned, before, after, policyPaths))
  }
  return { files, defects: [...findNameDefects(changes), ...sides.flatMap(findUnreadable)] }
}

/** What will be done about one side of a change. */
interface PlannedSide {
  readonly blob: string
  readonly info: ObjectInfo | null
  /** Why it is not read; null when it is. */
  readonly obstacle: OpaqueReason | null
}

interface PlannedFile {
  readonly change: RawChange
  readonly before: PlannedSide | null
  readonly after: PlannedSide | null
}

/** The blob of a file or symlink; a submodule's commit is not here. */
function blobOf(entry: TreeEntry | null): string[] {
  return entry !== null && (isRegularFile(entry) || entry.mode === '120000') ? [entry.blob] : []
}

function planReading(
  changes: readonly RawChange[],
  known: ReadonlyMap<string, ObjectInfo>,
): PlannedFile[] {
  let total = 0
  const plan = (entry: TreeEntry | null): PlannedSide | null => {
    const [blob] = blobOf(entry)
    if (blob === undefined) return null
    const info = known.get(blob) ?? null
    if (info?.type !== 'blob') return { blob, info: null, obstacle: 'unreadable' }
    const fits = info.size <= MAX_BLOB_BYTES && total + info.size <= MAX_TOTAL_BYTES
    if (fits) total += info.size
    return { blob, info, obstacle: fits ? null : 'too-large' }
  }
  return changes.map((change) => ({
    change,
    before: plan(change.before),
    after: plan(change.after),
  }))
}

function idsToRead({ before, after }: PlannedFile): string[] {
  return [before, after].flatMap((side) => (side?.obstacle === null ? [side.blob] : []))
}

async function nextBytes(
  side: PlannedSide | null,
  blobs: AsyncGenerator<Uint8Array | null, void>,
): Promise<Uint8Array | null> {
  if (side?.obstacle !== null) return null
  const { value } = await blobs.next()
  if (value) return value
  throw new CannotStart('A blob vanished while it was read; run the check again.')
}

function describeFile(
  { change, before, after }: PlannedFile,
  bytesBefore: Uint8Array | null,
  bytesAfter: Uint8Array | null,
  policyPaths: readonly string[],
): ChangedFile {
  const status = readStatus(change.letter)
  // A renamed file is judged under another name: every line of it is new there.
  const { text, added, removed } = readChangedText(bytesBefore, bytesAfter, {
    whole: status === 'renamed',
  })
  const obstacle = after?.obstacle ?? before?.obstacle ?? null
  return {
    path: change.path,
    previousPath: change.previousPath,
    status,
    before: change.before,
    after: change.after,
    added,
    removed,
    size: after?.info?.size ?? null,
    text: obstacle === null ? text : { ...text, opaque: obstacle },
    content: isReadWhole(change.path, policyPaths) ? bytesAfter : null,
  }
}

const STATUSES = new Map<string, FileStatus>([
  ['A', 'added'],
  ['D', 'deleted'],
  ['M', 'modified'],
  ['T', 'modified'],
  ['R', 'renamed'],
])

function readStatus(letter: string): FileStatus {
  const status = STATUSES.get(letter)
  if (status === undefined)
    throw new CannotStart('git diff-tree gave an unknown status; update git.')
  return status
}

function findUnreadable({ change, before, after }: PlannedFile): BareFinding[] {
  return [before, after].flatMap((side) =>
    side?.obstacle === 'unreadable'
      ? [
          {
            rule: 'evidence/incomplete',
            level: 'deny',
            path: change.path,
            evidence: { missing: 'the content of this file', blob: side.blob },
          } satisfies BareFinding,
        ]
      : [],
  )
}

function findNameDefects(changes: readonly RawChange[]): BareFinding[] {
  const names = changes.flatMap(namesOf)
  const unsafe = [...new Set(names)].filter(isUnsafeName)
  return [...unsafe.map(describeUnsafeName), ...findRepeated(names).map(describeRepeated)]
}

/** A tree that holds a name twice is malformed: which of the two is checked out is anybody's guess. */
function findRepeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  const repeated = names.filter((name) => seen.size === seen.add(name).size)
  return [...new Set(repeated)]
}

function describeRepeated(path: string): BareFinding {
  const evidence = { cause: 'a tree holds this name twice' }
  return { rule: 'evidence/disagreement', level: 'deny', path, evidence }
}

function describeUnsafeName(path: string): BareFinding {
  const evidence = { name: showName(path) }
  return { rule: 'evidence/unsafe-name', level: 'deny', path, evidence }
}
