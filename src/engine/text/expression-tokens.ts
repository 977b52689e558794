import { foldForNeeds } from './need.ts'

/** A piece of an expression, as far as its literals are concerned. */
export type Token =
  /** One character, out of a few. Folded. */
  | { readonly kind: 'text'; readonly members: readonly string[] }
  /** A character that may be any. */
  | { readonly kind: 'any' }
  /** What takes up no text: anchors, word boundaries and flags. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'open' | 'close' | 'or' }
  | { readonly kind: 'repeat'; readonly least: number; readonly most: number }

/** The pieces of an expression in RE2's syntax; null where it holds what is not read here. */
export function tokenise(match: string): Token[] | null {
  const tokens: Token[] = []
  for (let at = 0; at < match.length; ) {
    const [written, token] = readToken(match.slice(at))
    if (token === null || (token.kind === 'repeat' && !canRepeat(tokens.at(-1)))) return null
    tokens.push(token)
    at += written.length
  }
  return tokens
}

/** A repetition after flags is one of what stands before them; that and other oddities are not read. */
function canRepeat(token: Token | undefined): boolean {
  return token?.kind === 'text' || token?.kind === 'any' || token?.kind === 'close'
}

type Read = readonly [written: string, token: Token | null]

const SIGNS = new Map<string, Token>([
  ['|', { kind: 'or' }],
  [')', { kind: 'close' }],
  ['.', { kind: 'any' }],
  ['^', { kind: 'nothing' }],
  ['$', { kind: 'nothing' }],
])

function readToken(rest: string): Read {
  const sign = rest.slice(0, 1)
  const token = SIGNS.get(sign)
  if (token !== undefined) return [sign, token]
  if (sign === '(') return readGroup(rest)
  if (sign === '[') return readClass(rest)
  if (sign === '\\') return readEscape(rest)
  return readRepeat(rest) ?? [sign, readCharacter(sign)]
}

/** Flags matter not: case is ignored anyway, and the others say nothing about literals. */
const GROUP = /^\((?:\?P?<\w+>|\?[imsU-]*:|(?!\?))/
const FLAGS = /^\(\?[imsU-]*\)/

function readGroup(rest: string): Read {
  const [flags] = FLAGS.exec(rest) ?? []
  if (flags !== undefined) return [flags, { kind: 'nothing' }]
  const [group] = GROUP.exec(rest) ?? []
  return group === undefined ? [rest, null] : [group, { kind: 'open' }]
}

/** Without the `?` that asks for as few as possible. */
const REPEAT = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/

function readRepeat(rest: string): Read | null {
  const [written, sign, low, comma, high] = REPEAT.exec(rest) ?? []
  if (written === undefined) return null
  if (sign !== undefined) {
    const most = sign === '?' ? 1 : Number.POSITIVE_INFINITY
    return [written, { kind: 'repeat', least: sign === '+' ? 1 : 0, most }]
  }
  const least = Number(low)
  if (comma === undefined) return [written, { kind: 'repeat', least, most: least }]
  const most = high === '' ? Number.POSITIVE_INFINITY : Number(high)
  return [written, { kind: 'repeat', least, most }]
}

function readCharacter(character: string): Token {
  return isAscii(character) ? text([character]) : { kind: 'any' }
}

const ESCAPE = /^\\(?:p\{[^}]*\}|P\{[^}]*\}|p.|P.|x\{[^}]*\}|x..|.)/s

function readEscape(rest: string): Read {
  const [written = rest] = ESCAPE.exec(rest) ?? []
  const letter = written.slice(1, 2)
  if (/[bBAz]/.test(letter)) return [written, { kind: 'nothing' }]
  if (/[dDSwWavpPx]/.test(letter)) return [written, { kind: 'any' }]
  if (/[sfnrt]/.test(letter)) return [written, text([' '])]
  const isLiteral = isAscii(letter) && /^[^0-9A-Za-z]$/.test(letter)
  return [written, isLiteral ? text([letter]) : null]
}

/** A `]` right at the start is a member; so are escaped ones and those of `[:alpha:]`. */
const CLASS = /^\[(\^?)(\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*)\]/s

function readClass(rest: string): Read {
  const [written, negated, body = ''] = CLASS.exec(rest) ?? []
  if (written === undefined) return [rest, null]
  const members = negated === '' ? readMembers(body) : null
  return [written, members === null ? { kind: 'any' } : text(members)]
}

/** Classes of more than these are taken for any character. */
const MAX_MEMBERS = 6
/** A range, an escape that stands for itself, white space, a plain character. */
const MEMBER = /([!-,.-Z_-~])-([!-,.-Z_-~])|\\([!-/:-@[-`{-~])|\\[sfnrt]|[^\\[]/gs

/** The members of a class that lists a few; null where there are many, or a doubt. */
function readMembers(body: string): string[] | null {
  const members = new Set<string>()
  let end = 0
  for (const { 0: written, 1: low, 2: high, 3: escaped, index } of body.matchAll(MEMBER)) {
    const isDash = written === '-' && index > 0 && index < body.length - 1
    if (index !== end || isDash || !isAscii(written)) return null
    end += written.length
    for (const member of expand(written, low, high, escaped)) members.add(foldForNeeds(member))
  }
  return end === body.length && members.size > 0 && members.size <= MAX_MEMBERS
    ? [...members]
    : null
}

function expand(written: string, low = '', high = '', escaped?: string): string[] {
  if (low !== '') {
    const first = low.charCodeAt(0)
    const count = Math.max(0, high.charCodeAt(0) - first + 1)
    return Array.from({ length: count }, (_, at) => String.fromCharCode(first + at))
  }
  return [escaped ?? (written.startsWith('\\') ? ' ' : written)]
}

function text(characters: readonly string[]): Token {
  return { kind: 'text', members: characters.map(foldForNeeds) }
}

function isAscii(character: string): boolean {
  return character.charCodeAt(0) < 0x80
}
