import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { sha256 } from '../engine/hash.ts'
import type { Place } from '../recorder/place.ts'

/** A path that an agent named, as the repository knows it. */
export interface Located {
  /** Where the content really is. */
  readonly real: string
  /** From the root, in every spelling that leads there; empty outside. */
  readonly spellings: readonly string[]
  /** How it is recorded: a path outside may hold secrets or names, so only its hash. */
  readonly target: string
}

/** Looks a path up under the name it was given and under the one that links lead to. */
export function locate(place: Place, cwd: string, path: string): Located {
  const written = resolve(cwd, path)
  const real = followLinks(written)
  const spellings = new Set<string>()
  for (const candidate of [written, join(followLinks(cwd), relative(cwd, written)), real]) {
    const inside = insideOf(place.root, candidate)
    if (inside !== null) spellings.add(inside)
  }
  const ownFiles = [place.gitDir, place.commonDir].map((folder) => insideOf(folder, real))
  const own = ownFiles.find((inside) => inside !== null)
  if (own !== undefined && own !== null) spellings.add(join('.git', own))
  const [first] = spellings
  const target = first ?? `outside:${sha256(real).slice(0, 16)}`
  return { real, spellings: [...spellings], target }
}

/** The path from a folder to what lies in it, with `/` between names; null for what does not. */
function insideOf(folder: string, path: string): string | null {
  const inside = relative(folder, path)
  const isOutside =
    inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  return isOutside ? null : inside.split(sep).join('/')
}

/** The path with every link in it followed; what does not exist yet keeps its name. */
function followLinks(path: string): string {
  const missing: string[] = []
  for (let at = path; ; at = dirname(at)) {
    try {
      return join(realpathSync.native(at), ...missing)
    } catch {
      if (dirname(at) === at) return path
      missing.unshift(basename(at))
    }
  }
}
