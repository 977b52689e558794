import type { ChangedFile, TreeEntry } from '../engine/evidence.ts'

/** Whether the steps of a merge group do what its members were judged for, and nothing else. */

/** What became of one path. */
export interface EntryStep {
  readonly before: TreeEntry | null
  readonly after: TreeEntry | null
}

/** What becomes of paths between two commits. */
export type Changes = ReadonlyMap<string, EntryStep>

/** Combinations of steps and members that are tried; an honest queue needs a few for each step. */
const MAX_TRIES = 20_000

/** A pull request's changes by path; a rename is taken apart. */
export function listEntryChanges(files: readonly ChangedFile[]): Changes {
  return new Map(
    files.flatMap(({ path, previousPath, before, after }): [string, EntryStep][] =>
      previousPath === null
        ? [[path, { before, after }]]
        : [
            [previousPath, { before, after: null }],
            [path, { before: null, after }],
          ],
    ),
  )
}

/**
 * Paths of the step that no member explains; null when all is explained: the line from base to head falls
 * into stretches of which each is one member's work, and each member's at most once. A single stretch over
 * all members would not do: a member may build on another one's commits and take them back, which its own
 * diff does not show.
 */
export function findUnexplainedPaths(
  steps: readonly Changes[],
  members: readonly Changes[],
): string[] | null {
  const line = steps.filter((step) => step.size > 0)
  let furthest = 0
  let tries = 0
  const isExplained = (from: number, unused: readonly Changes[]): boolean => {
    furthest = Math.max(furthest, from)
    if (from === line.length) return true
    let stretch: Changes = new Map()
    for (let to = from; to < line.length; to += 1) {
      stretch = joinSteps(stretch, line[to] ?? new Map())
      for (const member of unused) {
        tries += 1
        if (tries > MAX_TRIES) return false
        const rest = unused.filter((other) => other !== member)
        if (listMisfits(stretch, member).length === 0 && isExplained(to + 1, rest)) return true
      }
    }
    return false
  }
  return isExplained(0, members) ? null : namePaths(line[furthest] ?? new Map(), members)
}

/** What two steps come to together. A path that the second one takes back stays: it was touched. */
function joinSteps(first: Changes, second: Changes): Changes {
  const joined = new Map(first)
  for (const [path, { before, after }] of second)
    joined.set(path, { before: (first.get(path) ?? { before }).before, after })
  return joined
}

/**
 * The paths of a stretch that are not a member's, or that it leaves with other content. Only where a file
 * was not as the member found it may it end up as something else: then both changes were merged.
 */
function listMisfits(stretch: Changes, member: Changes): string[] {
  return [...stretch].flatMap(([path, step]) => {
    const own = member.get(path)
    if (own === undefined) return [path]
    const isAsFound = step.before?.blob === own.before?.blob
    return isAsFound && !isSameEntry(step.after, own.after) ? [path] : []
  })
}

/** The paths to name of a step: those that are nobody's, else all: no one member has them together. */
function namePaths(step: Changes, members: readonly Changes[]): string[] {
  const paths = [...step.keys()].sort()
  const foreign = paths.filter((path) => !members.some((member) => member.has(path)))
  return foreign.length > 0 ? foreign : paths
}

function isSameEntry(one: TreeEntry | null, other: TreeEntry | null): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode
}
