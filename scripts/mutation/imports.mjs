import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const known = new Map()

/** Of these files, the ones that import a file, or import one that does. */
export function testsThatImport(files, wanted) {
  return files.filter((file) => reachableFrom(file).has(wanted))
}

function reachableFrom(file) {
  const seen = new Set()
  const open = [file]
  while (open.length > 0) {
    const next = open.pop()
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...importsOf(next))
  }
  return seen
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
