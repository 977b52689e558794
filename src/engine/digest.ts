import type { Decision } from './decision.ts'
import type { ChangedFile, TreeEntry } from './evidence.ts'
import { hashCanonical } from './hash.ts'

/**
 * SHA-256 over what a decision is about: subject, plan, effective patch per path (old and new blob
 * and mode), chain heads and policy. Two decisions about the same thing have the same digest.
 */
export function digestDecision(
  subject: Decision['subject'],
  plan: Decision['plan'],
  files: readonly ChangedFile[],
  policy: Decision['policy'],
  audit: Decision['audit'],
): string {
  return hashCanonical({
    subject,
    plan: plan?.sha256 ?? null,
    patch: effectivePatch(files),
    chains: (audit?.chains ?? []).map(({ id, head }) => ({ id, head })),
    policy: policy?.sha256 ?? null,
  })
}

/** Each path with its entry before and after, sorted; a rename is a deletion and an addition. */
export function effectivePatch(files: readonly ChangedFile[]): unknown[] {
  const changes = files.flatMap(({ path, previousPath, before, after }) =>
    previousPath === null
      ? [change(path, before, after)]
      : [change(previousPath, before, null), change(path, null, after)],
  )
  const byText = changes.map((it) => [JSON.stringify(it), it] as const)
  return byText.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)
}

function change(path: string, before: TreeEntry | null, after: TreeEntry | null) {
  return { path, before: plain(before), after: plain(after) }
}

function plain(entry: TreeEntry | null) {
  return entry === null ? null : { mode: entry.mode, blob: entry.blob }
}
