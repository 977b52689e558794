import { Minimatch, type MinimatchOptions, minimatch } from 'minimatch'
import { once } from '../once.ts'
import { isOrdinaryPath, meetsNeed } from '../text/need.ts'
import { fold, foldPath } from './fold.ts'
import { needOfGlobs } from './glob-need.ts'

/**
 * Path globs. Two readings of the same syntax: what *allows* is case-sensitive and exact, what
 * *denies* is case-insensitive and Unicode-folded, so a doubt always falls on the strict side.
 */

export type PathMatcher = (path: string) => boolean

const OPTIONS: MinimatchOptions = { dot: true, nonegate: true, nocomment: true, platform: 'linux' }
const MAX_LENGTH = 500
const MAX_GLOBSTARS = 8
const MAX_BRACES = 6
/** What braces may stand for: paths are an attacker's, and so may a plan be. */
const MAX_EXPANSIONS = 200

/** Matches what a plan or policy lets through: any glob as written, or an entry equal to the path. */
export function allowMatcher(globs: readonly string[]): PathMatcher {
  const exact = new Set(globs)
  const patterns = globs.map((glob) => new Minimatch(glob, OPTIONS))
  return (path) => exact.has(path) || patterns.some((pattern) => pattern.match(path))
}

/**
 * Matches what a policy restricts, in every spelling that a person or file system takes for it. Most paths
 * lack what the globs need, so that these are compiled only when one of them is tried.
 */
export function denyMatcher(globs: readonly string[]): PathMatcher {
  const need = needOfGlobs(globs)
  const exact = once(() => new Set(globs.map(foldPath)))
  const asFolded = once(() => globs.map((glob) => new Minimatch(fold(glob), OPTIONS)))
  const asWritten = once(() => globs.map((it) => new Minimatch(it, { ...OPTIONS, nocase: true })))
  return (path) => {
    const { folded, whole, isOrdinary } = spell(path)
    if (isOrdinary && !meetsNeed(need, folded)) return false
    if (exact().has(folded) || asFolded().some((pattern) => pattern.match(folded))) return true
    if (folded === path) return false
    // A glob may ask for the very dots and spaces at the end of a name that folding drops.
    const isWhole = whole !== folded && asFolded().some((pattern) => pattern.match(whole))
    return isWhole || asWritten().some((pattern) => pattern.match(path))
  }
}

interface Spelling {
  readonly path: string
  readonly folded: string
  /** Folded, with what stands at the end of its names. */
  readonly whole: string
  /** Whether it certainly holds what the globs need that match it. */
  readonly isOrdinary: boolean
}

/** Many rules are tried on one path before the next one comes; it is folded once. */
let latest: Spelling = { path: '', folded: '', whole: '', isOrdinary: false }

function spell(path: string): Spelling {
  if (path !== latest.path) {
    const isOrdinary = isOrdinaryPath(path)
    latest = { path, folded: foldPath(path), whole: fold(path), isOrdinary }
  }
  return latest
}

/** Why a glob is refused, as the end of a sentence that starts with the glob; null when it is good. */
export function problemWithGlob(glob: string): string | null {
  if (glob.trim() === '') return 'is empty'
  if (glob.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  if (/[\p{Cc}\p{Cf}]/u.test(glob)) return 'contains a control or format character'
  if (/^[!#]/.test(glob)) {
    return `starts with "${glob[0]}", which has no meaning here; write "\\${glob[0]}" for a file so named`
  }
  if (glob.startsWith('/') || glob.startsWith('./')) {
    return 'starts with "/" or "./"; paths start at the repository root, without either'
  }
  if (glob.endsWith('/')) return `ends with "/" and can never match; write "${glob}**"`
  if (glob.split('/').includes('') || hasDotSegment(glob)) {
    return 'has an empty, "." or ".." segment and can never match'
  }
  if (glob.split('/').filter((part) => part === '**').length > MAX_GLOBSTARS) {
    return `has more than ${MAX_GLOBSTARS} "**"`
  }
  if (countBraces(glob) > MAX_BRACES) return `has more than ${MAX_BRACES} brace groups`
  const plain = expandBraces(glob)
  if (plain.length > MAX_EXPANSIONS)
    return `has braces that stand for more than ${MAX_EXPANSIONS} globs`
  // The matcher takes `docs/../src` for `src`, which nobody sees in `docs/{x,.}./src`.
  if (plain.some(hasDotSegment)) return 'has braces that stand for a "." or ".." segment'
  return canMatch(glob) ? null : 'can never match a path'
}

function countBraces(glob: string): number {
  return glob.match(/\{/g)?.length ?? 0
}

/** How many globs its braces stand for; not more than one above what a glob may. */
export function countExpansions(glob: string): number {
  return countBraces(glob) > MAX_BRACES ? MAX_EXPANSIONS + 1 : expandBraces(glob).length
}

/** What the braces stand for, and no more than it takes to see that it is too much. */
function expandBraces(glob: string): string[] {
  return minimatch.braceExpand(glob, { ...OPTIONS, braceExpandMax: MAX_EXPANSIONS + 1 })
}

function hasDotSegment(glob: string): boolean {
  return glob.split('/').some((part) => part === '.' || part === '..')
}

const BEYOND_SAMPLING = /\[\[|\[\.|[@!?*+]\(|\\/

/** Whether a path sampled from the glob itself matches it; true where sampling cannot tell. */
function canMatch(glob: string): boolean {
  if (BEYOND_SAMPLING.test(glob)) return true
  const pattern = new Minimatch(glob, OPTIONS)
  return pattern.braceExpand().some((plain) => pattern.match(samplePath(plain)))
}

/** A character that no negated class in use leaves out. */
const UNLISTED = '☂'

function samplePath(glob: string): string {
  return glob
    .replace(/\[[!^][^\]]+\]/gu, UNLISTED)
    .replace(/\[([^!^])[^\]]*\]/gu, '$1')
    .replace(/\*+/g, 'x')
    .replaceAll('?', 'x')
}
