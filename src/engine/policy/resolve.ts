import type { PolicyFiles, SourceFile } from '../evidence.ts'
import { parseDocument } from '../parsing/validate.ts'
import { type DataPath, describeProblem, type Problem } from '../parsing/yaml.ts'
import { fillDefaults } from './defaults.ts'
import { lintMergedPolicy, lintPolicyFile } from './lint.ts'
import { mergePolicies } from './merge.ts'
import type { Policy } from './policy.ts'
import { PRESETS } from './presets.generated.ts'
import { type PolicyDocument, PolicySchema } from './schema.ts'

/** A policy ready to be applied, or every reason why it is not one. */
export type ResolvedPolicy =
  | {
      readonly ok: true
      readonly policy: Policy
      readonly source: string
      readonly bytes: Uint8Array
      /** Presets and files the policy builds upon, nearest first. */
      readonly extends: readonly string[]
    }
  | { readonly ok: false; readonly source: string; readonly problems: readonly PolicyProblem[] }

export interface PolicyProblem extends Problem {
  /** The file the problem is in, as a decision names it. */
  readonly source: string
}

export const PRESET_NAMES = Object.keys(PRESETS)

interface Layer {
  readonly document: PolicyDocument
  readonly source: string
  /** A preset: linted when it was made, not on every run. */
  readonly isShipped: boolean
  problemAt(path: DataPath, message: string): Problem
}

/**
 * Reads a policy and everything it extends: presets by name, other files as the source fetched them.
 * Never throws: a policy may be one that a pull request proposes.
 */
export function resolvePolicy(files: PolicyFiles): ResolvedPolicy {
  const [first] = files
  if (first === undefined) throw new RangeError('resolvePolicy needs at least one file')
  const read = readLayers(files)
  if (!Array.isArray(read)) return { ok: false, source: first.source, problems: read.problems }

  const merged = read
    .map((layer) => layer.document)
    .reduceRight((below, above) => mergePolicies(below, above))
  const problems = lintMergedPolicy(merged, provenRules(read)).map(({ path, message }) =>
    placeInLayers(read, merged, path, message),
  )
  if (problems.length > 0) return { ok: false, source: first.source, problems }
  return {
    ok: true,
    policy: fillDefaults(merged),
    source: first.source,
    bytes: first.bytes,
    extends: read.slice(1).map((layer) => layer.source),
  }
}

/** `base:.github/countersign.yml line 3, column 5: message`. */
export function describePolicyProblem(problem: PolicyProblem): string {
  return `${problem.source} ${describeProblem(problem)}`
}

/** The rules that stand in the merged policy exactly as a preset has them. */
function provenRules(layers: readonly Layer[]): ReadonlySet<unknown> {
  const shipped = layers.filter((layer) => layer.isShipped).map((layer) => layer.document)
  return new Set(
    shipped.flatMap(({ paths, patterns, commands }) => [paths, patterns, commands].flat()),
  )
}

/** The files as layers, the policy itself first; or the problems of the first file that has any. */
function readLayers(files: PolicyFiles): Layer[] | { problems: PolicyProblem[] } {
  const layers: Layer[] = []
  const remaining = [...files]
  let file: SourceFile | undefined = remaining.shift()
  let isShipped = false
  while (file !== undefined) {
    const { source } = file
    const parsed = parseDocument(file.bytes, PolicySchema)
    if (!parsed.ok) return { problems: parsed.problems.map((problem) => ({ source, ...problem })) }
    const problems = isShipped ? [] : lintPolicyFile(parsed.value, parsed.problemAt)
    if (problems.length > 0)
      return { problems: problems.map((problem) => ({ source, ...problem })) }
    layers.push({ document: parsed.value, source, isShipped, problemAt: parsed.problemAt })

    const next: string | undefined = parsed.value.extends
    if (next === undefined) return layers
    isShipped = isPreset(next)
    file = presetFile(next) ?? remaining.shift()
    if (file === undefined || (!isShipped && file.path !== next)) {
      const message = `extends "${next}", which is neither a preset (${PRESET_NAMES.join(', ')}) nor a file on the same branch`
      return { problems: [{ source, ...parsed.problemAt(['extends'], message) }] }
    }
  }
  return layers
}

export function isPreset(name: string): boolean {
  return Object.hasOwn(PRESETS, name)
}

function presetFile(name: string): SourceFile | undefined {
  const text = isPreset(name) ? PRESETS[name] : undefined
  if (text === undefined) return undefined
  return { source: name, path: `policies/${name}.yml`, bytes: new TextEncoder().encode(text) }
}

/**
 * The place of a merged value in the nearest file that wrote it. Rules are found by id, because
 * merging moves them.
 */
function placeInLayers(
  layers: readonly Layer[],
  merged: PolicyDocument,
  path: DataPath,
  message: string,
): PolicyProblem {
  const [list, index, ...rest] = path
  if (list === 'paths' || list === 'patterns' || list === 'commands') {
    const id = merged[list]?.[Number(index)]?.id
    for (const { document, source, problemAt } of layers) {
      const at = document[list]?.findIndex((rule) => rule.id === id) ?? -1
      if (at >= 0) return { source, ...problemAt([list, at, ...rest], message) }
    }
  }
  const [first] = layers
  return {
    source: first?.source ?? '',
    line: null,
    column: null,
    ...first?.problemAt(path, message),
    message,
  }
}
