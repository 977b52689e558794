import { isMap, type PlainMap } from '../parsing/plain-map.ts'
import type { PolicyDocument } from './schema.ts'

/**
 * Lays a policy over the one it extends: maps merge key by key, lists whose items have an `id` merge
 * by `id`, other lists append without repeating, scalars replace (docs/policy.md).
 */
export function mergePolicies(below: PolicyDocument, above: PolicyDocument): PolicyDocument {
  return mergeValues(below, above) as PolicyDocument
}

function mergeValues(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above)) return mergeLists(below, above)
  if (isMap(below) && isMap(above)) return mergeMaps(below, above)
  return above
}

function mergeMaps(below: PlainMap, above: PlainMap): PlainMap {
  const merged: Record<string, unknown> = { ...below }
  for (const [key, value] of Object.entries(above)) {
    merged[key] = Object.hasOwn(below, key) ? mergeValues(below[key], value) : value
  }
  return merged
}

function mergeLists(below: readonly unknown[], above: readonly unknown[]): unknown[] {
  const merged = [...below]
  for (const item of above) {
    const id = idOf(item)
    const at = id === null ? indexOfEqual(merged, item) : merged.findIndex((it) => idOf(it) === id)
    if (at < 0) merged.push(item)
    else merged[at] = mergeValues(merged[at], item)
  }
  return merged
}

function idOf(value: unknown): string | null {
  return isMap(value) && typeof value.id === 'string' ? value.id : null
}

function indexOfEqual(list: readonly unknown[], item: unknown): number {
  const wanted = JSON.stringify(item)
  return list.findIndex((candidate) => JSON.stringify(candidate) === wanted)
}
