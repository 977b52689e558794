import * as v from 'valibot'
import { type DataPath, isProblem, type Problem, parseYaml } from './yaml.ts'

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; problemAt(path: DataPath, message: string): Problem }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A file with more problems than this is told so, instead of all of them. */
const MAX_PROBLEMS = 50

/** Parses strict YAML and validates it, naming every defect (up to 50) with its place. */
export function parseDocument<T extends v.GenericSchema>(
  bytes: Uint8Array,
  schema: T,
): Parsed<v.InferOutput<T>> {
  const document = parseYaml(bytes)
  if (isProblem(document)) return { ok: false, problems: [document] }
  const result = v.safeParse(schema, document.value)
  if (result.success) return { ok: true, value: result.output, problemAt: document.problemAt }
  const problems = result.issues.slice(0, MAX_PROBLEMS).map((issue) => {
    const path = (issue.path ?? []).map((item) => item.key as string | number)
    return document.problemAt(path, describeIssue(issue, path))
  })
  const more = result.issues.length - problems.length
  const rest = more > 0 ? [document.problemAt([], `and ${more} more problems`)] : []
  return { ok: false, problems: [...problems, ...rest] }
}

/**
 * A schema of maps that refuses lists. To JavaScript a list is an object too, and an empty one would
 * be read as a map without keys: a section that is there, with nothing in it.
 */
export function mapsOnly<T extends v.GenericSchema>(schema: T): T {
  const run: T['~run'] = (dataset, config) =>
    schema['~run'](Array.isArray(dataset.value) ? { ...dataset, value: null } : dataset, config)
  return { ...schema, '~run': run }
}

/** One thing that is wrong with data, by its place; texts of the schema itself follow the place. */
export function describeIssue(issue: v.BaseIssue<unknown>, path: DataPath): string {
  const name = path.length === 0 ? 'the document' : `"${path.join('.')}"`
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${name} is not a known key`
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `${name} is missing`
  if (issue.type === 'strict_object') return `${name} must be a map of keys to values`
  return `${name} ${issue.message}`
}
