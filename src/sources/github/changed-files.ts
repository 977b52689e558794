import { isSubmodule, MAX_BLOB_BYTES } from '../../engine/blob.ts'
import type { ChangedFile, ChangedText, FileStatus } from '../../engine/evidence.ts'
import type { BareFinding } from '../../engine/finding.ts'
import { isReadWhole } from '../../engine/read-whole.ts'
import { readChangedText } from '../../engine/text/changed-text.ts'
import { isUnsafeName, showName } from '../../engine/text/names.ts'
import { readPatch } from '../../engine/text/patch.ts'
import { Unreadable } from '../unreadable.ts'
import { readFromArchive, type Snapshot } from './archive.ts'
import { mapConcurrently } from './concurrently.ts'
import type { MatchedChange } from './match-views.ts'
import { type GitHubReader, type ListedEntry, sizeOf } from './reader.ts'

/** Blob reads of one evaluation. Each is a request, and an installation has 5,000 of them an hour. */
const MAX_BLOB_READS = 1500
const CONCURRENT_READS = 16

const NO_TEXT: ChangedText = { before: [], after: [], opaque: null }
/** Content that a patch does not carry faithfully: marks of encodings, and pointers to other content. */
const NEEDS_BLOB = /[\uFEFF\uFFFD\0]|git-lfs|hawser|git-media/

/** Both ends of a change. */
export interface Ends {
  readonly from: Snapshot
  readonly to: Snapshot
}

/** Reads the text of every change: from its patch where that is whole, from its blobs otherwise. */
export async function readChangedFiles(
  reader: GitHubReader,
  changes: readonly MatchedChange[],
  ends: Ends,
  policyPath: string,
): Promise<{ files: ChangedFile[]; findings: BareFinding[] }> {
  const fromPatch = changes.map((change) => readFromPatch(change, policyPath))
  const rest = changes.filter((_, at) => fromPatch[at] === null)
  const readBlob = await openBlobs(reader, rest, ends)
  const files = await mapConcurrently(changes, CONCURRENT_READS, (change, at) => {
    const done = fromPatch[at]
    return done == null ? readFromBlobs(readBlob, change, policyPath) : Promise.resolve(done)
  })
  return { files, findings: changes.flatMap(findUnsafeNames) }
}

type ReadBlob = (id: string) => Promise<Uint8Array>

/**
 * A way to read the blobs of changes: many at once from archives, what is not in them one by one.
 * @throws Unreadable when that would be too many.
 */
async function openBlobs(
  reader: GitHubReader,
  changes: readonly MatchedChange[],
  { from, to }: Ends,
): Promise<ReadBlob> {
  const sides = changes
    .filter((change) => !isUnread(change))
    .map(({ before, after }) => ({ before: blobsOf(before), after: blobsOf(after) }))
  const archives = await Promise.all([
    readFromArchive(
      reader,
      from,
      sides.flatMap(({ before }) => before),
    ),
    readFromArchive(
      reader,
      to,
      sides.flatMap(({ after }) => after),
    ),
  ])
  const find = (id: string) => archives.find((it) => it.has(id))?.get(id)
  const ids = new Set(
    sides.flatMap(({ before, after }) => [...before, ...after].map((it) => it.blob)),
  )
  const missing = [...ids].filter((id) => find(id) === undefined).length
  if (missing > MAX_BLOB_READS) {
    throw new Unreadable(
      'the content of the changed files',
      `${missing} of them have no patch; split the change`,
    )
  }
  return async (id) => find(id) ?? reader.blob(id)
}

/** The file as its patch tells it; null when the blobs must be read. */
function readFromPatch(change: MatchedChange, policyPath: string): ChangedFile | null {
  const { listed, previousPath, path, before, after } = change
  if (isSubmodule(before) && isSubmodule(after)) return toFile(change, NO_TEXT, 0, 0, null)
  if (before?.blob === after?.blob && previousPath === null)
    return toFile(change, NO_TEXT, 0, 0, null)
  if (listed?.patch === undefined || previousPath !== null || isReadWhole(path, [policyPath]))
    return null
  if (
    isSubmodule(before) ||
    isSubmodule(after) ||
    isTooLarge(after) ||
    NEEDS_BLOB.test(listed.patch)
  )
    return null
  // What is called a copy may come as a patch against its source: the file is then read whole.
  const missing = before === null ? 'before' : after === null ? 'after' : null
  const text = readPatch(listed.patch, listed.additions, listed.deletions, missing)
  return text === null ? null : toFile(change, text, listed.additions, listed.deletions, null)
}

async function readFromBlobs(
  readBlob: ReadBlob,
  change: MatchedChange,
  policyPath: string,
): Promise<ChangedFile> {
  const { before, after, path, previousPath } = change
  if (isUnread(change)) {
    return toFile(change, { ...NO_TEXT, opaque: 'too-large' }, 0, 0, null)
  }
  const [old, now] = await Promise.all([before, after].map((entry) => readEntry(readBlob, entry)))
  const { text, added, removed } = readChangedText(old ?? null, now ?? null, {
    whole: previousPath !== null,
  })
  const content = isReadWhole(path, [policyPath]) ? (now ?? null) : null
  return toFile(change, text, added, removed, content)
}

async function readEntry(
  readBlob: ReadBlob,
  entry: ListedEntry | null,
): Promise<Uint8Array | null> {
  return entry === null || isSubmodule(entry) ? null : readBlob(entry.blob)
}

function blobsOf(entry: ListedEntry | null): ListedEntry[] {
  return entry === null || isSubmodule(entry) ? [] : [entry]
}

function isUnread({ before, after }: MatchedChange): boolean {
  return [before, after].some(isTooLarge)
}

function isTooLarge(entry: ListedEntry | null): boolean {
  return entry !== null && sizeOf(entry) > MAX_BLOB_BYTES
}

function toFile(
  change: MatchedChange,
  text: ChangedText,
  added: number,
  removed: number,
  content: Uint8Array | null,
): ChangedFile {
  const { path, previousPath, before, after } = change
  return {
    path,
    previousPath,
    status: statusOf(change),
    before: before === null ? null : { mode: before.mode, blob: before.blob },
    after: after === null ? null : { mode: after.mode, blob: after.blob },
    added,
    removed,
    size: after?.size ?? null,
    text,
    content,
  }
}

function statusOf({ previousPath, before, after }: MatchedChange): FileStatus {
  if (previousPath !== null) return 'renamed'
  if (before === null) return 'added'
  return after === null ? 'deleted' : 'modified'
}

function findUnsafeNames({ path, previousPath }: MatchedChange): BareFinding[] {
  return [path, previousPath]
    .filter((name) => name !== null && isUnsafeName(name))
    .map((name) => ({
      rule: 'evidence/unsafe-name',
      level: 'deny',
      path: name as string,
      evidence: { name: showName(name as string) },
    }))
}
