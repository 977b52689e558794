import { namesOf } from '../case.ts'
import type { ChangedFile, TreeEntry } from '../evidence.ts'
import type { BareFinding, RuleDecision } from '../finding.ts'
import type { FinalFile } from './format.ts'
import type { ChainBlob, ChainReading } from './reading.ts'

/** The last that any chain recorded of a path, and how the session that did so left it. */
interface LastWord {
  readonly recorded: ChainBlob
  /** By path; null when that session did not say. */
  readonly files: ReadonlyMap<string, FinalFile> | null
}

/** What a path holds, as `files` says it. */
const NOTHING: FinalFile = { blob: null, mode: null }

/**
 * Whether the chains explain every changed file: the blob that an action was last seen to leave is the
 * one at head. What no action left behind, such as a person's edit, is listed path by path.
 */
export function judgeCoverage(
  files: readonly ChangedFile[],
  readings: readonly ChainReading[],
  level: RuleDecision,
): BareFinding[] {
  const lastWords = collectLastWords(readings)
  return files.flatMap((file) =>
    namesOf(file).flatMap((path) => {
      const actual = path === file.path ? file.after : null
      const word = lastWords.get(path)
      const final = word === undefined ? null : leftBy(word, path, stateAtBase(file, path))
      const finding = explain(word?.recorded, final, actual)
      return finding === null ? [] : [{ ...finding, level, path }]
    }),
  )
}

/** The later record counts; of two sessions that claim the same moment, either. */
function collectLastWords(readings: readonly ChainReading[]): Map<string, LastWord> {
  const words = new Map<string, LastWord>()
  for (const { blobs, files } of readings) {
    for (const [path, recorded] of blobs) {
      const known = words.get(path)
      if (known === undefined || known.recorded.at <= recorded.at)
        words.set(path, { recorded, files })
    }
  }
  return words
}

/**
 * How the session left a path; null when it did not say. `files` names all that differs from where the
 * session began, so a path that is not among them was left as it was there: a mode that was changed
 * afterwards leaves no other trace than this.
 */
function leftBy({ files }: LastWord, path: string, atBase: FinalFile): FinalFile | null {
  return files === null ? null : (files.get(path) ?? atBase)
}

/** Of a rename, what stood at the base stood under the old name. */
function stateAtBase({ before, previousPath }: ChangedFile, path: string): FinalFile {
  return before === null || (previousPath !== null && path !== previousPath) ? NOTHING : before
}

/** Why a path is not explained; null when it is. */
function explain(
  recorded: ChainBlob | undefined,
  final: FinalFile | null,
  actual: TreeEntry | null,
): Pick<BareFinding, 'rule' | 'evidence'> | null {
  const blob = actual?.blob ?? null
  if (recorded === undefined)
    return { rule: 'audit/unexplained-change', evidence: { actual: blob } }
  const isLeftSo = final === null || (final.blob === blob && final.mode === (actual?.mode ?? null))
  if (recorded.blob === blob && isLeftSo) return null
  const seen = recorded.blob === blob ? final : { blob: recorded.blob, mode: null }
  return {
    rule: 'audit/content-mismatch',
    evidence: {
      recorded: seen?.blob ?? null,
      actual: blob,
      ...(seen?.blob === blob && {
        recorded_mode: seen?.mode ?? null,
        actual_mode: actual?.mode ?? null,
      }),
    },
  }
}
