import { SEPARATOR } from './report.ts'

/**
 * Which tests a name in a plan means (docs/acceptance.md): the one with exactly this full name, or
 * whose name ends with it behind a separator; with `*`, all whose name, or the end of it, it matches.
 * Compared by UTF-16 code units, as they stand: nothing is folded, trimmed or normalised here.
 */

export interface NameMatch {
  readonly wanted: string
  readonly isGlob: boolean
  /** The full name itself, when there is a test of exactly this name; not looked for with a glob. */
  readonly exact: string | null
  /** The other full names it stands for, in the order given. */
  readonly others: readonly string[]
}

/** Whether the text is a glob. Only `*` is special: names are full of `?`, `[` and `{`. */
function isNameGlob(wanted: string): boolean {
  return wanted.includes('*')
}

/** Globs times names; a plan that asks for more than this has its last globs match nothing. */
const MAX_COMPARISONS = 20_000_000

/**
 * Matches every wanted name against every test name. Linear in the names for names without `*`;
 * each glob looks at every name once.
 */
export function matchNames(
  wanted: readonly string[],
  names: readonly string[],
): ReadonlyMap<string, NameMatch> {
  const distinct = [...new Set(wanted)]
  const plain = distinct.filter((it) => !isNameGlob(it))
  const bySuffix = groupBySuffix(new Set(plain), names)
  const affordable = Math.floor(MAX_COMPARISONS / Math.max(1, names.length))
  const globs = distinct
    .filter(isNameGlob)
    .map((glob, at) => [glob, matchGlob(glob, at < affordable ? names : [])] as const)
  return new Map([...plain.map((it) => [it, matchPlain(it, bySuffix)] as const), ...globs])
}

function matchPlain(wanted: string, bySuffix: ReadonlyMap<string, readonly string[]>): NameMatch {
  const found = bySuffix.get(wanted) ?? []
  return {
    wanted,
    isGlob: false,
    exact: found.includes(wanted) ? wanted : null,
    others: found.filter((name) => name !== wanted),
  }
}

function matchGlob(glob: string, names: readonly string[]): NameMatch {
  const matches = compileNameGlob(glob)
  return { wanted: glob, isGlob: true, exact: null, others: names.filter(matches) }
}

/** For each wanted name the full names that are it or end with it. */
function groupBySuffix(
  wanted: ReadonlySet<string>,
  names: readonly string[],
): Map<string, string[]> {
  const marks = new Set([...wanted].map((it) => markOf(it.length, hashBack(0, it, 0, it.length))))
  const longest = Math.max(0, ...[...wanted].map((it) => it.length))
  const found = new Map<string, string[]>()
  for (const name of names) {
    for (const { start, mark } of suffixesOf(name, longest)) {
      if (!marks.has(mark)) continue
      const suffix = name.slice(start)
      if (!wanted.has(suffix)) continue
      const group = found.get(suffix)
      if (group === undefined) found.set(suffix, [name])
      else group.push(name)
    }
  }
  return found
}

interface Suffix {
  readonly start: number
  /** Two texts of different marks are different; so most suffixes need not be looked at. */
  readonly mark: number
}

/**
 * The ends of the name that start where a part does, the shortest first, as far back as a wanted name
 * can reach. Each is hashed on from the one before: a name of many parts is read only once.
 */
function* suffixesOf(name: string, longest: number): Generator<Suffix> {
  let hash = 0
  let end = name.length
  for (const start of boundariesOf(name, longest)) {
    hash = hashBack(hash, name, start, end)
    end = start
    yield { start, mark: markOf(name.length - start, hash) }
  }
}

function hashBack(hash: number, text: string, start: number, end: number): number {
  let mixed = hash
  for (let at = end - 1; at >= start; at -= 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x5bd1e995)
    mixed ^= mixed >>> 15
  }
  return mixed
}

/** Exact for the lengths that names have. */
function markOf(length: number, hash: number): number {
  return length * 2 ** 32 + (hash >>> 0)
}

/** Where a part of the name starts, from the end, as far back as a wanted name can reach. */
function* boundariesOf(name: string, longest: number): Generator<number> {
  let at = name.lastIndexOf(SEPARATOR)
  while (at > 0 && name.length - at - SEPARATOR.length <= longest) {
    yield at + SEPARATOR.length
    at = name.lastIndexOf(SEPARATOR, at - 1)
  }
  if (name.length <= longest) yield 0
}

/**
 * A test for names: `*` stands for any characters, separators too. The pattern covers the whole name
 * or the end of it from a separator on. Linear in the name: the first place where it can begin
 * leaves the most room, so no other has to be tried.
 */
function compileNameGlob(glob: string): (name: string) => boolean {
  const [first = '', ...rest] = glob.split('*')
  const last = rest.pop() ?? ''
  const later = SEPARATOR + first
  return (name) => {
    let position = name.startsWith(first) ? first.length : findEnd(name, later, 0)
    if (position < 0) return false
    for (const part of rest) {
      position = findEnd(name, part, position)
      if (position < 0) return false
    }
    return name.length - last.length >= position && name.endsWith(last)
  }
}

/** Where the text ends that stands at or behind `from`; -1 when none does. */
function findEnd(name: string, text: string, from: number): number {
  const found = name.indexOf(text, from)
  return found < 0 ? -1 : found + text.length
}
