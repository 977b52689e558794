/**
 * CODEOWNERS as GitHub documents it ("About code owners"): like a .gitignore file, case-sensitive, the
 * last matching line wins, a line without owners means nobody; `!`, `[ ]` and an escaped `#` are not
 * supported and make a line invalid, and invalid lines are skipped. GitHub's own deviations from
 * gitignore are kept: a trailing `/*` stays in its folder.
 */

export interface OwnerRule {
  /** Line in the file, from 1. */
  readonly line: number
  readonly pattern: string
  /** `@login`, `@organisation/team` or an e-mail address; empty: nobody. */
  readonly owners: readonly string[]
  readonly expression: RegExp
}

export interface Codeowners {
  readonly rules: readonly OwnerRule[]
  /** Lines GitHub skips, from 1. */
  readonly invalidLines: readonly number[]
}

const OWNER =
  /^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/
const NO_OWNERS: readonly string[] = []

/** Parses the file of the protected branch. */
export function parseCodeowners(bytes: Uint8Array): Codeowners {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)
  const rules: OwnerRule[] = []
  const invalidLines: number[] = []
  for (const [at, text] of lines.entries()) {
    const fields = splitFields(text)
    const [pattern, ...owners] = fields
    if (pattern === undefined) continue
    const expression = toExpression(pattern)
    if (expression === null || !owners.every((owner) => OWNER.test(owner)))
      invalidLines.push(at + 1)
    else rules.push({ line: at + 1, pattern, owners, expression })
  }
  return { rules: rules.reverse(), invalidLines }
}

/** The owners of a path: those of the last line that matches it; empty when there is none or it names nobody. */
export function ownersOf(codeowners: Codeowners, path: string): readonly string[] {
  return codeowners.rules.find((rule) => rule.expression.test(path))?.owners ?? NO_OWNERS
}

/** The fields of a line up to a comment; `\ ` is a space inside a field. */
function splitFields(text: string): string[] {
  const fields = text.replace(/^\uFEFF/, '').match(/(?:\\.|[^\s\\]|\\$)+/g) ?? []
  const comment = fields.findIndex((field) => field.startsWith('#'))
  return comment < 0 ? [...fields] : fields.slice(0, comment)
}

/** A pattern as an expression over whole paths; null when GitHub does not support it. */
function toExpression(pattern: string): RegExp | null {
  if (/^!|[[\]]|\\#/.test(pattern)) return null
  const plain = pattern.replace(/\\(.)/g, '$1')
  const isFolder = plain.endsWith('/')
  const body = plain.replace(/^\//, '').replace(/\/$/, '')
  if (body === '') return isFolder || plain === '/' ? null : null
  const isAnchored = plain.startsWith('/') || body.includes('/')
  const segments = body.split('/')
  if (segments.some((segment) => segment === '')) return null
  const start = isAnchored && segments[0] !== '**' ? '^' : '^(?:.*/)?'
  const inner = segments[0] === '**' ? segments.slice(1) : segments
  if (inner.length === 0) return /^/
  return new RegExp(`${start}${inner.map(toSegment).join('/')}${endOf(inner, isFolder)}$`, 's')
}

function toSegment(segment: string): string {
  if (segment === '**') return '(?:[^/]+(?:/[^/]+)*)'
  return segment
    .split(/(\*+|\?)/)
    .map((part) => (part.startsWith('*') ? '[^/]*' : part === '?' ? '[^/]' : escapeText(part)))
    .join('')
}

/** A folder means everything in it; a trailing `/*` only what is directly in it. */
function endOf(segments: readonly string[], isFolder: boolean): string {
  if (isFolder) return '/.*'
  const last = segments.at(-1)
  if (last === '**') return ''
  return last === '*' && segments.length > 1 ? '' : '(?:/.*)?'
}

function escapeText(text: string): string {
  return text.replace(/[.+^${}()|\\/]/g, '\\$&')
}
