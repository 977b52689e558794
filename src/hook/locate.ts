import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'
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

/** Looks a path up under the name it was given and under the ones that links lead to. */
export function locate(place: Place, cwd: string, path: string): Located {
  const written = resolve(cwd, path)
  const real = followLinks(written)
  const walked = followLinks(isAbsolute(path) ? path : `${cwd}${sep}${path}`)
  const candidates = [written, join(followLinks(cwd), relative(cwd, written)), real, walked]
  const spellings = new Set<string>()
  for (const candidate of candidates) {
    const inside = insideOf(place.root, candidate)
    if (inside !== null) spellings.add(inside)
  }
  for (const candidate of [real, walked])
    for (const inside of insideGit(place, candidate)) spellings.add(inside)
  const [first] = spellings
  const target = first ?? `outside:${sha256(real).slice(0, 16)}`
  return { real, spellings: [...spellings], target }
}

/** The repository's own files under the name they usually have, wherever they are. */
function insideGit({ gitDir, commonDir }: Place, path: string): string[] {
  const inside = [gitDir, commonDir].map((folder) => insideOf(folder, path))
  return inside.flatMap((own) => (own === null ? [] : [join('.git', own)])).slice(0, 1)
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
  const whole = realPath(path)
  if (whole !== null) return whole
  const walked = walk(path)
  const missing: string[] = []
  for (let at = walked; dirname(at) !== at; at = dirname(at)) {
    const real = realPath(at)
    if (real !== null) return join(real, ...missing)
    missing.unshift(basename(at))
  }
  return walked
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

/** As many links as Linux follows in one path. */
const MAX_LINKS = 40

/**
 * Walks a path as the system does: a link is followed where it stands, before any `..` after it, and
 * also when nothing is at its end yet: whoever writes through such a link makes the file there.
 */
function walk(path: string): string {
  let at = parse(path).root
  const ahead = namesIn(path)
  for (let links = 0; ; ) {
    const name = ahead.shift()
    if (name === undefined) return at
    const next = name === '..' ? dirname(at) : join(at, name)
    const target = links < MAX_LINKS ? readLink(next) : null
    if (target === null) at = next
    else {
      links += 1
      if (isAbsolute(target)) at = parse(target).root
      ahead.unshift(...namesIn(target))
    }
  }
}

function namesIn(path: string): string[] {
  const names = path.slice(parse(path).root.length).split(sep)
  return names.filter((name) => name !== '' && name !== '.')
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}
