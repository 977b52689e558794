import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const known = new Map()

/** Of these files, those that import one, or import one that does: the most direct first. */
export function nearestImporters(files, wanted) {
  const found = files.map((file) => ({ file, depth: depthsFrom(file).get(wanted) ?? Infinity }))
  const importers = found.filter(({ depth }) => depth < Infinity)
  return importers.sort((one, other) => one.depth - other.depth).map(({ file }) => file)
}

/** How many imports each file is away. */
function depthsFrom(file) {
  const depths = new Map([[file, 0]])
  for (const [next, depth] of depths) {
    for (const path of importsOf(next)) if (!depths.has(path)) depths.set(path, depth + 1)
  }
  return depths
}

/** Relative imports of JavaScript, read from the text that tsc emits. */
function importsOf(file) {
  const found = known.get(file)
  if (found !== undefined) return found
  const text = readFileSync(file, 'utf8')
  const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+\.js)['"]/g)]
  const paths = names.map(([, name]) => resolve(dirname(file), name))
  known.set(file, paths)
  return paths
}
