import * as v from 'valibot'
import { type DataPath, isProblem, type Problem, parseYaml } from './yaml.ts'

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; problemAt(path: DataPath, message: string): Problem }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Parses strict YAML and validates it, naming every defect with its place. */
export function parseDocument<T extends v.GenericSchema>(
  bytes: Uint8Array,
  schema: T,
): Parsed<v.InferOutput<T>> {
  const document = parseYaml(bytes)
  if (isProblem(document)) return { ok: false, problems: [document] }
  const result = v.safeParse(schema, document.value)
  if (result.success) return { ok: true, value: result.output, problemAt: document.problemAt }
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => item.key as string | number)
    return document.problemAt(path, describeIssue(issue, path))
  })
  return { ok: false, problems }
}

function describeIssue(issue: v.BaseIssue<unknown>, path: DataPath): string {
  const name = path.length === 0 ? 'the document' : `"${path.join('.')}"`
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${name} is not a known key`
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `${name} is missing`
  if (issue.type === 'strict_object') return `${name} must be a map of keys to values`
  return `${name} ${issue.message}`
}
