import { compileExpression, type Expression } from '../expression.ts'
import { type Need, needAll, needAny } from './need.ts'

/**
 * What a text in plain ASCII, in lower case, must hold for the expression to match in it. The
 * expression engine works out required literals itself; case-insensitive parts, of which it says
 * nothing, are read as case-sensitive ones first, which is right because case is ignored here anyway.
 */
export function needOfExpression({ match, flags }: Expression): Need {
  const parts = cutIntoParts(match)
  if (parts === null) return true
  const alternatives = splitAlternatives(parts)
  return needAny(alternatives.map((alternative) => needOfAlternative(alternative, flags)))
}

/**
 * Of an expression with many literals the engine keeps only some, and of one with many alternatives
 * none; so the groups that have to match are asked about by themselves as well.
 */
function needOfAlternative(parts: readonly Part[], flags: string): Need {
  const groups = findRequiredGroups(parts)
  const needs = [parts, ...groups].map((some) => needOfSensitive(join(some), flags))
  return needAll(needs.filter((need, at) => needs.indexOf(need) === at))
}

function join(parts: readonly Part[]): string {
  return parts.map((part) => part.written).join('')
}

function needOfSensitive(match: string, flags: string): Need {
  try {
    const compiled = compileExpression({ match, flags: flags.replaceAll('i', '') })
    return toNeed(compiled.re2().prefilter)
  } catch {
    return true
  }
}

/** How re2js numbers the nodes of its tree of required literals. */
const EXACT = 1
const ALL = 2
const ANY = 3

/** The tree is no public interface: whatever has another form than expected says nothing. */
function toNeed(node: unknown): Need {
  if (typeof node !== 'object' || node === null) return true
  if (!('type' in node) || !('subs' in node) || !('str' in node)) return true
  const { type, subs, str } = node
  if (type === EXACT) return typeof str === 'string' && str !== '' ? foldCase(str) : true
  if (!Array.isArray(subs) || subs.length === 0) return true
  if (type === ALL) return needAll(subs.map(toNeed))
  return type === ANY ? needAny(subs.map(toNeed)) : true
}

/** Upper case in between merges what lower case alone keeps apart, such as the long s. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase()
}

const GROUP_FLAGS = /^\(\?([a-zA-Z]*)(-[a-zA-Z]+)?([:)])/

interface Part {
  readonly length: number
  /** Without case flags. */
  readonly written: string
}

/** The parts of an expression; null where it quotes text that must not be touched. */
function cutIntoParts(match: string): Part[] | null {
  const parts: Part[] = []
  for (let at = 0; at < match.length; ) {
    const rest = match.slice(at)
    if (rest.startsWith('\\Q')) return null
    const part = nextPart(rest)
    parts.push(part)
    at += part.length
  }
  return parts
}

/** The expression cut at every `|` that stands outside of groups. */
function splitAlternatives(parts: readonly Part[]): Part[][] {
  const alternatives: Part[][] = [[]]
  for (const { part, depth } of withDepth(parts)) {
    if (part.written === '|' && depth === 0) alternatives.push([])
    else alternatives.at(-1)?.push(part)
  }
  return alternatives
}

/** Groups outside of others that no quantifier lets be left out. */
function findRequiredGroups(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = []
  let start: number | null = null
  for (const [at, { depth }] of withDepth(parts).entries()) {
    if (depth > 0) start ??= at
    else if (start !== null) {
      const next = parts[at + 1]?.written ?? ''
      if (!/^[?*{]/.test(next)) groups.push(parts.slice(start, at + 1))
      start = null
    }
  }
  return groups
}

/** How many groups are open once each part has been read. */
function withDepth(parts: readonly Part[]): { part: Part; depth: number }[] {
  let depth = 0
  return parts.map((part) => {
    const { written } = part
    if (written.startsWith('(') && !written.endsWith(')')) depth += 1
    if (written === ')') depth -= 1
    return { part, depth }
  })
}

function nextPart(rest: string): Part {
  if (rest.startsWith('\\')) return asIs(rest.slice(0, 2))
  if (rest.startsWith('[')) return asIs(characterClass(rest))
  const [group, on = '', off = '', end = ''] = GROUP_FLAGS.exec(rest) ?? []
  if (group === undefined) return asIs(rest.slice(0, 1))
  const flags = on.replaceAll('i', '') + off.replaceAll('i', '').replace(/^-$/, '')
  const written = flags === '' && end === ')' ? '' : `(?${flags}${end}`
  return { length: group.length, written }
}

function asIs(text: string): Part {
  return { length: text.length, written: text }
}

/** A `]` right at the start is a member; so are escaped ones and those of `[:alpha:]`. */
function characterClass(rest: string): string {
  return /^\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]/s.exec(rest)?.[0] ?? rest
}
