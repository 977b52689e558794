/**
 * CODEOWNERS as GitHub reads it: mostly the patterns of a .gitignore file, with GitHub's own
 * exceptions. Sources: GitHub documentation, "About code owners" and "List CODEOWNERS errors"; git
 * documentation, "gitignore", "Pattern format".
 */

import type { CodeownersError } from '../evidence.ts'

export interface OwnerRule {
  /** Line in the file, from 1. */
  readonly line: number
  readonly pattern: string
  /** `@login`, `@organisation/team` or an e-mail address; empty: nobody. */
  readonly owners: readonly string[]
  /** People the line names whom GitHub does not know, or who have no access: they own nothing. */
  readonly unknown: readonly string[]
  /** What the names along a path have to be. */
  readonly parts: readonly Part<Name>[]
}

export interface Codeowners {
  /** The last line of the file comes first, because the last one that matches decides. */
  readonly rules: readonly OwnerRule[]
  /** Lines GitHub skips, from 1. */
  readonly invalidLines: readonly number[]
  /** GitHub does not load the file: it is too large. */
  readonly isTooLarge: boolean
}

/** GitHub does not load a larger file (GitHub documentation: About code owners). */
const MAX_BYTES = 3 * 1024 * 1024

/** A file or folder name within a path, also as the characters that `?` and `*` count in. */
interface Name {
  readonly text: string
  readonly characters: readonly string[]
}

/** One item that has to fit, or any number of items. */
type Part<T> = ((item: T) => boolean) | typeof ANY_NUMBER

const ANY_NUMBER = Symbol('any number of items')
const ANYTHING = () => true
const NO_OWNERS: readonly string[] = []

/** A person, a team, or an e-mail address; the repeated parts exclude what ends them, so it is linear. */
const OWNER =
  /^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?|[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+)$/

/**
 * Parses the file of the protected branch. Whatever it holds, this throws nothing. `errors` are what
 * GitHub says of the same file, where it says anything: a line it skips is skipped here too, and an
 * account it does not know owns nothing, or whoever takes a name that became free could sign.
 */
export function parseCodeowners(
  bytes: Uint8Array,
  errors: readonly CodeownersError[] = [],
): Codeowners {
  if (bytes.length > MAX_BYTES) return { rules: [], invalidLines: [], isTooLarge: true }
  const rules: OwnerRule[] = []
  const invalidLines: number[] = []
  const errorsOf = groupByLine(errors)
  for (const [at, text] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
    const line = at + 1
    const [pattern, ...named] = splitFields(text)
    if (pattern === undefined) continue
    const rule = readRule({ line, text }, pattern.text, named, errorsOf.get(line) ?? [])
    if (rule === null) invalidLines.push(line)
    else rules.push(rule)
  }
  return { rules: rules.reverse(), invalidLines, isTooLarge: false }
}

function groupByLine(errors: readonly CodeownersError[]): Map<number, CodeownersError[]> {
  const groups = new Map<number, CodeownersError[]>()
  for (const error of errors) groups.set(error.line, [...(groups.get(error.line) ?? []), error])
  return groups
}

/** A line as a rule; null when it is one that GitHub skips. */
function readRule(
  { line, text: whole }: { readonly line: number; readonly text: string },
  pattern: string,
  named: readonly Field[],
  errors: readonly CodeownersError[],
): OwnerRule | null {
  const isGood = named.every(({ text }) => OWNER.test(text)) && errors.every(isAboutOwner)
  const parts = isGood ? compile(pattern) : null
  if (parts === null) return null
  const unknown = new Set(errors.flatMap((error) => findUnknown(whole, named, error)))
  const names = named.map(({ text }) => text)
  return {
    line,
    pattern,
    owners: names.filter((owner) => !unknown.has(owner)),
    unknown: [...unknown],
    parts,
  }
}

/** The one kind of error that spares the rest of the line. */
function isAboutOwner({ kind }: CodeownersError): boolean {
  return kind === 'Unknown owner'
}

/**
 * The person an error is about; everybody on the line where it does not say, or where the line is not
 * ASCII: GitHub does not document what a column counts, and bytes are not characters there. A team is left
 * in: whether somebody is its member is asked for itself, and a token that cannot see it makes it "unknown"
 * as well.
 */
function findUnknown(line: string, named: readonly Field[], { column }: CodeownersError): string[] {
  const people = named.filter(({ text }) => text.startsWith('@') && !text.includes('/'))
  const place = column - 1
  const isPlain = /^[\x20-\x7e\t]*$/.test(line)
  const isAt = ({ at, text }: Field) => at <= place && place < at + text.length
  const meant = isPlain ? named.find(isAt) : undefined
  const found = meant === undefined ? people : people.filter((field) => field === meant)
  return found.map(({ text }) => text)
}

/**
 * The owners of a path: those of the last line that matches it; empty when there is none or it names
 * nobody. The path is an attacker's, so matching it never takes more steps than its length times the
 * pattern's.
 */
export function ownersOf(codeowners: Codeowners, path: string): readonly string[] {
  return findOwnerRule(codeowners, path)?.owners ?? NO_OWNERS
}

/** The last line that matches a path; undefined when there is none. */
export function findOwnerRule(codeowners: Codeowners, path: string): OwnerRule | undefined {
  const names = path.split('/').map((text) => ({ text, characters: [...text] }))
  return codeowners.rules.find((rule) => covers(rule.parts, names))
}

/** A word of a line, and the index it starts at. */
interface Field {
  readonly text: string
  readonly at: number
}

/** The fields of a line up to a comment; a backslash keeps the character after it in the field. */
function splitFields(line: string): Field[] {
  const found = [...line.matchAll(/(?:\\.|[^ \t\v\f\r\\]|\\$)+/gs)]
  const fields = found.map((match) => ({ text: match[0], at: match.index }))
  const comment = fields.findIndex(({ text }) => text.startsWith('#'))
  return comment < 0 ? fields : fields.slice(0, comment)
}

/**
 * What GitHub does not support, seen with escaped characters blanked out: `!`, `[ ]`, three stars; and
 * what can match nothing, in git neither: an escape of nothing or of a slash, an empty name.
 */
const UNSUPPORTED = /^!|[[\]]|\*{3}|\\|\/\/|^\/?$/

/** A pattern's parts; null when the line is one that GitHub skips. */
function compile(pattern: string): Part<Name>[] | null {
  const isEscapedComment = pattern.startsWith('\\#')
  if (isEscapedComment || UNSUPPORTED.test(pattern.replace(/\\[^/]/g, '_'))) return null
  const isFolder = pattern.endsWith('/')
  const names = pattern.replace(/^\//, '').replace(/\/$/, '').split('/')
  const isAnchored = pattern.startsWith('/') || names.length > 1
  const parts = names.map((name): Part<Name> => (name === '**' ? ANY_NUMBER : compileName(name)))
  // A `**` at the end is everything inside, so something has to be there.
  if (names.at(-1) === '**') parts.push(ANYTHING)
  if (!isAnchored) parts.unshift(ANY_NUMBER)
  return [...parts, ...whatFollows(names.at(-1) ?? '', isFolder, isAnchored)]
}

/**
 * A name stands for a file or for everything in a folder, one with a `/` behind it for the latter only.
 * Unlike in git, a `/*` at the end reaches no deeper.
 */
function whatFollows(last: string, isFolder: boolean, isAnchored: boolean): Part<Name>[] {
  if (isFolder) return [ANYTHING, ANY_NUMBER]
  return isAnchored && last === '*' ? [] : [ANY_NUMBER]
}

function compileName(name: string): Part<Name> {
  const characters = [...name.matchAll(/\\(.)|./gsu)].map(([whole, escaped]) => ({
    isEscaped: escaped !== undefined,
    character: escaped ?? whole,
  }))
  const isWild = characters.some((it) => !it.isEscaped && /[*?]/.test(it.character))
  if (!isWild) {
    const literal = characters.map((it) => it.character).join('')
    return ({ text }) => text === literal
  }
  const parts = characters.map(({ isEscaped, character }): Part<string> => {
    if (!isEscaped && character === '*') return ANY_NUMBER
    return !isEscaped && character === '?' ? ANYTHING : (other) => other === character
  })
  return (it) => covers(parts, it.characters)
}

/**
 * Whether the parts cover all items. When a part does not fit, only the last open end can take one item
 * more: an earlier one would leave no choice that this one does not have.
 */
function covers<T>(parts: readonly Part<T>[], items: readonly T[]): boolean {
  let part = 0
  let open = -1
  let taken = 0
  for (let at = 0; at < items.length; ) {
    const wanted = parts[part]
    if (wanted === ANY_NUMBER) {
      open = part
      part += 1
      taken = at
    } else if (wanted?.(items[at] as T) === true) {
      part += 1
      at += 1
    } else if (open >= 0) {
      taken += 1
      at = taken
      part = open + 1
    } else return false
  }
  return parts.slice(part).every((rest) => rest === ANY_NUMBER)
}

/** What is the same for the same owners, in whatever order and case they are written. */
export function ownersKey(owners: readonly string[]): string {
  return owners
    .map((owner) => owner.toLowerCase())
    .sort()
    .join(' ')
}
