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
  const whole = needOfSensitive(parts.map((part) => part.written).join(''), flags)
  if (whole !== true) return whole
  // Of many alternatives the engine works nothing out; of each by itself it may.
  const alternatives = splitAlternatives(parts)
  return alternatives.length < 2
    ? true
    : needAny(alternatives.map((alternative) => needOfSensitive(alternative, flags)))
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
function splitAlternatives(parts: readonly Part[]): string[] {
  const alternatives = ['']
  let depth = 0
  for (const { written } of parts) {
    if (written.startsWith('(') && !written.endsWith(')')) depth += 1
    if (written === ')') depth -= 1
    if (written === '|' && depth === 0) alternatives.push('')
    else alternatives.push(alternatives.pop() + written)
  }
  return alternatives
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
