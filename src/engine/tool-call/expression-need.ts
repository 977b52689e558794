import { compileExpression, type Expression } from '../expression.ts'
import { type Need, needAll, needAny } from './need.ts'

/**
 * What a text in plain ASCII, in lower case, must hold for the expression to match in it. The
 * expression engine works out required literals itself; case-insensitive parts, of which it says
 * nothing, are read as case-sensitive ones first, which is right because case is ignored here anyway.
 */
export function needOfExpression(expression: Expression): Need {
  const sensitive = dropCaseFlags(expression.match)
  if (sensitive === null) return true
  const flags = expression.flags.replaceAll('i', '')
  try {
    return toNeed(compileExpression({ match: sensitive, flags }).re2().prefilter)
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

/** The expression with its own case flags taken out; null where it quotes text that must not be touched. */
function dropCaseFlags(match: string): string | null {
  let result = ''
  for (let at = 0; at < match.length; ) {
    const rest = match.slice(at)
    if (rest.startsWith('\\Q')) return null
    const part = nextPart(rest)
    result += part.written
    at += part.length
  }
  return result
}

interface Part {
  readonly length: number
  readonly written: string
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
