import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { FinalFile } from '../../engine/chain/format.ts'
import {
  isSameEntry,
  listChanged,
  ownIndexOf,
  parseEntries,
  runOn,
  type WorkTree,
} from './run-on-index.ts'

/**
 * Changes that only the user's own index shows, and no file: a mode set by `update-index --chmod`, a
 * submodule, content that was normalised anew. Found by comparing its entries with those of the look
 * before, so that what a person had staged earlier stays theirs.
 */
export interface Staged {
  /** Whose entries are others than at the look before. */
  readonly paths: readonly string[]
  /** The entries there are now. */
  readonly entries: ReadonlyMap<string, FinalFile>
  /** Whether any of them differs from what a recorder's index says. */
  isNewsTo(known: ReadonlyMap<string, FinalFile>): boolean
  /** Makes the entries those of the look before. */
  settle(): void
}

export const NOTHING_STAGED: Staged = {
  paths: [],
  entries: new Map(),
  isNewsTo: () => false,
  settle: () => {},
}

/** A listing of the user's own index, beside the recorder's. */
function snapshotOf({ index }: WorkTree): string {
  return `${index}.staged`
}

export function dropStaged(tree: WorkTree): void {
  rmSync(snapshotOf(tree), { force: true })
}

/** What changed in the user's own index. Nothing at the first look, when there is none to compare with. */
export async function lookAtStaged(tree: WorkTree): Promise<Staged> {
  const listed = await runOn(ownIndexOf(tree), ['ls-files', '-z', '--stage'])
  const before = readSnapshot(tree)
  const settle = () => {
    if (listed !== before) writeFileSync(snapshotOf(tree), listed, { mode: 0o600 })
  }
  if (before === null || before === listed) return { ...NOTHING_STAGED, settle }
  const [old, entries] = [parseEntries(before), parseEntries(listed)]
  const conflicts = listConflicts(listed)
  const paths = [...new Set([...old.keys(), ...entries.keys()])].filter(
    (path) =>
      !isSameEntry(old.get(path), entries.get(path)) &&
      !conflicts.has(path) &&
      !path.includes('\ufffd'),
  )
  const isNewsTo = (known: ReadonlyMap<string, FinalFile>) =>
    paths.some((path) => !isSameEntry(known.get(path), entries.get(path)))
  return { paths, entries, isNewsTo, settle }
}

function readSnapshot(tree: WorkTree): string | null {
  try {
    return readFileSync(snapshotOf(tree), 'utf8')
  } catch {
    return null
  }
}

/** Paths amid a merge: what they will be is not decided. */
function listConflicts(listed: string): Set<string> {
  const records = listed.split('\0')
  return new Set(
    records.flatMap((record) => /^\d{6} [0-9a-f]+ [123]\t(.*)$/s.exec(record)?.[1] ?? []),
  )
}

const SUBMODULE = '160000'

/**
 * Takes entries over into a recorder's index, where the index is what a commit will hold and the file
 * agrees with it or has no say. What was staged in part counts as it is in the work tree.
 * @param known what the recorder's index says of them
 */
export async function takeStaged(
  recorder: WorkTree,
  { paths, entries }: Staged,
  known: ReadonlyMap<string, FinalFile>,
): Promise<void> {
  const others = paths.filter((path) => !isSameEntry(known.get(path), entries.get(path)))
  if (others.length === 0) return
  const unclean = new Set(await listChanged(ownIndexOf(recorder), others))
  const taken = others.filter((path) => {
    const [now, before] = [entries.get(path), known.get(path)]
    const isMode = now !== undefined && now.blob === before?.blob
    return isMode || now?.mode === SUBMODULE || !unclean.has(path)
  })
  if (taken.length === 0) return
  const lines = taken.map((path) => describeEntry(path, entries.get(path), known.get(path)))
  await runOn(
    recorder,
    ['update-index', '--add', '--replace', '-z', '--index-info'],
    lines.join(''),
  )
}

/** A line for `update-index --index-info`; mode 0 deletes. */
function describeEntry(
  path: string,
  now: FinalFile | undefined,
  before: FinalFile | undefined,
): string {
  if (now !== undefined) return `${now.mode} ${now.blob} 0\t${path}\0`
  return `0 ${'0'.repeat(before?.blob?.length ?? 40)}\t${path}\0`
}
