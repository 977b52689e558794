import { isSubmodule } from '../blob.ts'
import { type Check, countOf, skip } from '../case.ts'
import type { ChangedFile } from '../evidence.ts'
import type { BareFinding } from '../finding.ts'

/** Whether the change is small enough for people to have read it. */
export const limits: Check = {
  id: 'limits',
  run({ files, policy }) {
    const { changed_files, changed_lines, blob_bytes } = policy.limits
    if (changed_files === undefined && changed_lines === undefined && blob_bytes === undefined) {
      return skip('the policy sets no limits')
    }
    const lines = files.reduce((sum, file) => sum + file.added + file.removed, 0)
    const findings = [
      ...exceeds('limit/files', files.length, changed_files),
      ...exceeds('limit/lines', lines, changed_lines),
      ...files.flatMap((file) => exceeds('limit/blob', sizeOf(file), blob_bytes, file.path)),
    ]
    return { findings, summary: `${countOf(files.length, 'file')}, ${countOf(lines, 'line')}` }
  },
}

/** Bytes at head; null where there is a file and nobody could say how large it is. */
function sizeOf({ size, after }: ChangedFile): number | null {
  return after === null || isSubmodule(after) ? 0 : size
}

/** A number that nobody knows exceeds every limit. */
function exceeds(
  rule: string,
  actual: number | null,
  limit: number | undefined,
  path?: string,
): BareFinding[] {
  if (limit === undefined || (actual !== null && actual <= limit)) return []
  return [{ rule, level: 'deny', evidence: { actual, limit }, ...(path !== undefined && { path }) }]
}
