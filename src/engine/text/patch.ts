import parseDiff from 'parse-diff'
import type { ChangedText, Segment } from '../evidence.ts'
import { isLfsPointer } from './decode.ts'

/**
 * Patches as GitHub's API gives them for one file: hunks, no file header. Their lines are written by
 * the pull request's author and parse-diff can be led astray by them, so the patch is first checked
 * line by line and parse-diff's answer must then be the patch again, to the byte.
 */

/** Git cuts the text after `@@` at 80 bytes; parse-diff takes quadratic time on a crafted header. */
const MAX_HEADER_LENGTH = 400
const HUNK_HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@(?: .*)?$/
const NO_LINE_BREAK = '\\ No newline at end of file'
/** Names are read elsewhere; these can never be misread. */
const FILE_HEADER = '--- a/file\n+++ b/file\n'
const MAX_LINES = 1_000_000

/**
 * Reads the hunks of one file. Null when anything is off (not hunks, counts that disagree with the
 * headers or with `additions` and `deletions`, text that lost bytes on the way): the blobs must be
 * read instead. Never throws.
 * @param missing the side at which there is no file, so that the patch has to show all of the other one
 */
export function readPatch(
  patch: string,
  additions: number,
  deletions: number,
  missing: 'before' | 'after' | null = null,
): ChangedText | null {
  const body = patch.endsWith('\n') ? patch.slice(0, -1) : patch
  const hunks = parseHunks(body)
  if (hunks === null || !hunksFollowEachOther(hunks)) return null
  if (missing !== null && !isWhole(hunks, missing)) return null
  if (sum(hunks, 'added') !== additions || sum(hunks, 'removed') !== deletions) return null
  const chunks = parseWithLibrary(body)
  if (chunks === null || printChunks(chunks) !== body) return null
  const text = {
    before: chunks.flatMap((chunk) => readSegment(chunk, 'del')),
    after: chunks.flatMap((chunk) => readSegment(chunk, 'add')),
    opaque: null,
  }
  return [...text.before, ...text.after].some(startsLfsPointer) ? null : text
}

/** A hunk's header, and what its lines add up to. */
interface Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  added: number
  removed: number
  kept: number
}

/** Undecodable bytes arrive as U+FFFD and a NUL means binary: such content is read from the blobs. */
const LOST_BYTES = /[\uFFFD\0]/

function parseHunks(body: string): Hunk[] | null {
  if (!body.startsWith('@@') || LOST_BYTES.test(body)) return null
  const hunks: Hunk[] = []
  const lines = body.split('\n')
  if (lines.length > MAX_LINES) return null
  for (const [index, line] of lines.entries()) {
    const hunk = hunks.at(-1)
    if (hunk === undefined || (isComplete(hunk) && line !== NO_LINE_BREAK)) {
      const next = parseHunkHeader(line)
      if (next === null) return null
      hunks.push(next)
    } else if (!countLine(hunk, line, lines[index - 1])) return null
  }
  return hunks.every(isComplete) ? hunks : null
}

/** A new file's patch has one hunk, against nothing and from its first line; a deleted one's the other way round. */
function isWhole(hunks: readonly Hunk[], missing: 'before' | 'after'): boolean {
  const [hunk, ...others] = hunks
  if (hunk === undefined || others.length > 0) return false
  const { oldStart, oldLines, newStart, newLines } = hunk
  return missing === 'before'
    ? oldStart === 0 && oldLines === 0 && newStart === 1
    : newStart === 0 && newLines === 0 && oldStart === 1
}

function parseHunkHeader(line: string): Hunk | null {
  if (line.length > MAX_HEADER_LENGTH) return null
  const match = HUNK_HEADER.exec(line)
  if (match === null) return null
  const [oldStart, oldLines, newStart, newLines] = match
    .slice(1)
    .map((digits) => Number(digits ?? 1))
  if (oldStart === undefined || oldLines === undefined) return null
  if (newStart === undefined || newLines === undefined) return null
  return { oldStart, oldLines, newStart, newLines, added: 0, removed: 0, kept: 0 }
}

function countLine(hunk: Hunk, line: string, previous: string | undefined): boolean {
  if (line === NO_LINE_BREAK) return /^[-+ ]/.test(previous ?? '')
  if (line.startsWith('+')) hunk.added += 1
  else if (line.startsWith('-')) hunk.removed += 1
  else if (line.startsWith(' ')) hunk.kept += 1
  else return false
  return hunk.kept + hunk.removed <= hunk.oldLines && hunk.kept + hunk.added <= hunk.newLines
}

function isComplete(hunk: Hunk): boolean {
  return hunk.kept + hunk.removed === hunk.oldLines && hunk.kept + hunk.added === hunk.newLines
}

/** Whether the hunks stand in order, without overlap, shifted exactly by what precedes them. */
function hunksFollowEachOther(hunks: readonly Hunk[]): boolean {
  let shift = 0
  let end = 0
  for (const hunk of hunks) {
    // An empty side names the line before it.
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart
    const newStart = hunk.newLines === 0 ? hunk.newStart + 1 : hunk.newStart
    if (hunk.added + hunk.removed === 0 || oldStart <= end || newStart - oldStart !== shift)
      return false
    end = oldStart + hunk.oldLines - 1
    shift += hunk.added - hunk.removed
  }
  return true
}

function sum(hunks: readonly Hunk[], count: 'added' | 'removed'): number {
  return hunks.reduce((total, hunk) => total + hunk[count], 0)
}

function parseWithLibrary(body: string): readonly parseDiff.Chunk[] | null {
  try {
    const files = parseDiff(FILE_HEADER + body)
    return files.length === 1 ? (files[0]?.chunks ?? null) : null
  } catch {
    return null
  }
}

function printChunks(chunks: readonly parseDiff.Chunk[]): string {
  return chunks
    .flatMap((chunk) => [chunk.content, ...chunk.changes.map((change) => change.content)])
    .join('\n')
}

function readSegment(chunk: parseDiff.Chunk, side: 'add' | 'del'): Segment[] {
  const changes = chunk.changes.filter(
    ({ type, content }) => (type === side || type === 'normal') && content !== NO_LINE_BREAK,
  )
  if (changes.length === 0) return []
  const firstLine = side === 'add' ? chunk.newStart : chunk.oldStart
  const lines = changes.map(({ content }) => content.slice(1))
  if (firstLine === 1) lines[0] = (lines[0] ?? '').replace(/^\uFEFF/, '')
  const changed = changes.map(({ type }) => type === side)
  // Beside a changed line, a match across the join touches that line anyway.
  const isBare = (at: number) => changed[at - 1] === false && changed[at] === false
  const joins = findJoins(chunk, side).filter(isBare)
  return [
    {
      firstLine,
      lines,
      changed,
      ...(joins.length > 0 && { joins }),
    },
  ]
}

/** Before which lines of this side the other side has lines of its own. */
function findJoins(chunk: parseDiff.Chunk, side: 'add' | 'del'): number[] {
  const joins = new Set<number>()
  let at = 0
  for (const { type, content } of chunk.changes) {
    if (content === NO_LINE_BREAK) continue
    if (type === side || type === 'normal') at += 1
    else joins.add(at)
  }
  return [...joins]
}

/** A pointer's few lines are always within the context of a change to it. */
function startsLfsPointer(segment: Segment): boolean {
  return segment.firstLine === 1 && isLfsPointer(segment.lines.join('\n'))
}
