import type { ChangedText, Segment } from '../evidence.ts'
import type { LineFlags } from './lines.ts'

/** Unchanged lines that are scanned along with a change, on either side of it. */
export const CONTEXT_LINES = 3

/** Both sides of a file as lines, with the lines that changed. */
export interface Reading {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly flags: LineFlags
}

/** Where a run of changed lines stands on both sides; `end` is the line after the last. */
interface Hunk {
  readonly before: { readonly start: number; readonly end: number }
  readonly after: { readonly start: number; readonly end: number }
}

/** The segments of a reading: each run of changes with its context, or all lines as one. */
export function cutReading(
  { before, after, flags }: Reading,
  isWhole: boolean,
): Pick<ChangedText, 'before' | 'after'> {
  const runs = findHunks(flags)
  const hunks = isWhole
    ? [{ before: { start: 0, end: before.length }, after: { start: 0, end: after.length } }]
    : mergeNearHunks(runs).map((hunk) => addContext(hunk, flags))
  const joins = { before: joinsOf(runs, 'before'), after: joinsOf(runs, 'after') }
  return {
    before: hunks.flatMap((hunk) => cutSegment(before, flags.before, hunk.before, joins.before)),
    after: hunks.flatMap((hunk) => cutSegment(after, flags.after, hunk.after, joins.after)),
  }
}

function findHunks(flags: LineFlags): Hunk[] {
  const hunks: Hunk[] = []
  let left = 0
  let right = 0
  while (left < flags.before.length || right < flags.after.length) {
    const start = { left, right }
    while (flags.before[left] === true) left += 1
    while (flags.after[right] === true) right += 1
    if (left > start.left || right > start.right) {
      hunks.push({
        before: { start: start.left, end: left },
        after: { start: start.right, end: right },
      })
    } else {
      left += 1
      right += 1
    }
  }
  return hunks
}

/** Joins runs whose context would touch, as git does. */
function mergeNearHunks(hunks: readonly Hunk[]): Hunk[] {
  const merged: Hunk[] = []
  for (const hunk of hunks) {
    const last = merged.at(-1)
    if (last !== undefined && hunk.before.start - last.before.end <= 2 * CONTEXT_LINES) {
      merged[merged.length - 1] = {
        before: { start: last.before.start, end: hunk.before.end },
        after: { start: last.after.start, end: hunk.after.end },
      }
    } else merged.push(hunk)
  }
  return merged
}

function addContext(hunk: Hunk, flags: LineFlags): Hunk {
  const widen = ({ start, end }: Hunk['before'], length: number) => ({
    start: Math.max(0, start - CONTEXT_LINES),
    end: Math.min(length, end + CONTEXT_LINES),
  })
  return {
    before: widen(hunk.before, flags.before.length),
    after: widen(hunk.after, flags.after.length),
  }
}

/** Where a side has nothing for what the other has: text that was apart stands together there. */
function joinsOf(runs: readonly Hunk[], side: 'before' | 'after'): number[] {
  return runs.filter((run) => run[side].start === run[side].end).map((run) => run[side].start)
}

function cutSegment(
  lines: readonly string[],
  changed: readonly boolean[],
  { start, end }: Hunk['before'],
  allJoins: readonly number[],
): Segment[] {
  if (start === end) return []
  const joins = allJoins.filter((at) => at > start && at < end).map((at) => at - start)
  return [
    {
      firstLine: start + 1,
      lines: lines.slice(start, end),
      changed: changed.slice(start, end),
      ...(joins.length > 0 && { joins }),
    },
  ]
}
