import type { BareFinding } from '../../engine/finding.ts'
import type { ListedFile } from './schemas.ts'
import type { PathChange } from './tree-diff.ts'

/** A change as both views agree on it; `listed` carries the patch. */
export interface MatchedChange {
  readonly path: string
  readonly previousPath: string | null
  readonly before: PathChange['before']
  readonly after: PathChange['after']
  readonly listed: ListedFile | null
}

/**
 * Brings GitHub's list of changed files and the difference of the trees together. The trees say what
 * changed; the list adds patches and renames, and where it says anything else that is a finding.
 */
export function matchViews(
  listed: readonly ListedFile[],
  changes: ReadonlyMap<string, PathChange>,
): { matched: MatchedChange[]; findings: BareFinding[] } {
  const open = new Map(changes)
  const matched: MatchedChange[] = []
  const findings: BareFinding[] = []
  for (const file of listed) {
    if (file.status === 'unchanged') continue
    const change = claim(file, open)
    if (change === null)
      findings.push(disagreement(file.filename, 'listed as changed, but not so in the trees'))
    else matched.push(change)
  }
  for (const { path, before, after } of open.values()) {
    findings.push(disagreement(path, 'changed in the trees, but not listed'))
    matched.push({ path, previousPath: null, before, after, listed: null })
  }
  return { matched: matched.sort((a, b) => (a.path < b.path ? -1 : 1)), findings }
}

/** Takes the paths a listed file speaks of out of the open changes; null when they do not fit. */
function claim(file: ListedFile, open: Map<string, PathChange>): MatchedChange | null {
  const change = open.get(file.filename)
  if (change === undefined) return null
  const previousPath = file.status === 'renamed' ? (file.previous_filename ?? null) : null
  if (previousPath === null) {
    if (!isStatus(file, change)) return null
    open.delete(file.filename)
    return {
      path: file.filename,
      previousPath,
      before: change.before,
      after: change.after,
      listed: file,
    }
  }
  const origin = open.get(previousPath)
  if (change.before !== null || origin?.before == null || origin.after !== null) return null
  if (file.sha !== change.after?.blob) return null
  open.delete(file.filename)
  open.delete(previousPath)
  return {
    path: file.filename,
    previousPath,
    before: origin.before,
    after: change.after,
    listed: file,
  }
}

function isStatus(file: ListedFile, { before, after }: PathChange): boolean {
  if (file.status === 'removed') return after === null && before !== null
  if (file.sha !== after?.blob) return false
  if (file.status === 'added' || file.status === 'copied') return before === null
  return file.status !== 'renamed' && before !== null
}

function disagreement(path: string, cause: string): BareFinding {
  return { rule: 'evidence/disagreement', level: 'deny', path, evidence: { cause } }
}
