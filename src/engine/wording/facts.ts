import type { FindingEvidence } from '../finding.ts'

/** How the words quote the facts of a finding: a value as text, and of many values the first few. */

/** Values of a list that are shown. */
export const SHOWN = 5

export function text(
  evidence: FindingEvidence | undefined,
  key: string,
  otherwise = 'unknown',
): string {
  return String(evidence?.[key] ?? otherwise)
}

/** The first few values, and how many there are more. */
export function list(evidence: FindingEvidence | undefined, key: string, separator = ', '): string {
  const value = evidence?.[key]
  return Array.isArray(value) ? join(value, separator) : text(evidence, key)
}

/** All values; none where it is no list. */
export function listAll(evidence: FindingEvidence | undefined, key: string): readonly string[] {
  const values = evidence?.[key]
  return Array.isArray(values) ? values : []
}

export function join(values: readonly unknown[], separator = ', ', most = SHOWN): string {
  const shown = values.slice(0, most).join(separator)
  return values.length > most ? `${shown} and ${values.length - most} more` : shown
}
