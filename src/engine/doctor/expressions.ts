/** The expressions of workflow files, as far as they can be told apart without running them. */

const OPENING = '${'.concat('{')
const CLOSING = '}}'

/** Calls back for each expression; what it answers takes the place of the whole. Linear in the text. */
function replaceExpressions(text: string, replace: (inner: string) => string): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = text.indexOf(OPENING, at)
    const end = start < 0 ? -1 : findEnd(text, start + OPENING.length)
    if (end < 0) return parts.join('') + text.slice(at)
    parts.push(text.slice(at, start), replace(text.slice(start + OPENING.length, end)))
    at = end + CLOSING.length
  }
}

/** Text within quotes may hold what looks like an end. */
function findEnd(text: string, from: number): number {
  let isQuoted = false
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted
    else if (!isQuoted && text.startsWith(CLOSING, at)) return at
  }
  return -1
}

/**
 * The text with each expression in one form: lower case, no blanks, `.x` for `['x']`, as GitHub reads them
 * alike. What stands in `env` for a name is put in its place.
 */
export function flatten(text: string, env: ReadonlyMap<string, string> = new Map()): string {
  return replaceExpressions(text, (inner) => OPENING + fillIn(toOneForm(inner), env) + CLOSING)
}

function toOneForm(expression: string): string {
  return expression
    .replace(/\[\s*'([^']*)'\s*\]/g, '.$1')
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** A value is put in wherever it is named, so a long one could grow beyond measure. */
const MAX_VALUE = 1_000

function fillIn(expression: string, env: ReadonlyMap<string, string>): string {
  return expression.replace(/(?<![\w.-])env\.([\w-]+)/g, (whole, name: string) => {
    const value = [...env].find(([one]) => one.toLowerCase() === name)?.[1]
    return value === undefined ? whole : listExpressions(value.slice(0, MAX_VALUE)).join(' ')
  })
}

/** What stands within the expressions of a text, in that form. */
export function listExpressions(text: string, env?: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  replaceExpressions(flatten(text, env), (inner) => {
    found.push(inner)
    return ''
  })
  return found
}

/** Which secrets something reads. */
export interface SecretUse {
  /** Plainly named ones, in upper case, the token of every workflow left out. */
  readonly names: readonly string[]
  /** Ways of reading secrets that name none, such as `tojson(secrets)`. */
  readonly opaque: readonly string[]
}

/** A quoted text, or the secrets with what is asked of them. */
const SECRETS = /'(?:[^']|'')*'|(?<![\w.-])secrets\b(?!-)(?:\.([a-z_][\w-]*))?/g

/** Looks through whatever a workflow file holds, keys left out. */
export function findSecrets(data: unknown): SecretUse {
  const names = new Set<string>()
  const opaque = new Set<string>()
  for (const expression of listTexts(data).flatMap((text) => listExpressions(text)))
    for (const [found, name] of expression.matchAll(SECRETS)) {
      if (name !== undefined) names.add(name.toUpperCase())
      else if (!found.startsWith("'")) opaque.add(expression)
    }
  names.delete('GITHUB_TOKEN')
  return { names: [...names], opaque: [...opaque] }
}

/** Each thing once: through aliases a file can hold itself, or the same a million times. */
function listTexts(data: unknown): string[] {
  const texts: string[] = []
  const seen = new Set<unknown>([data])
  // A set that grows while it is gone through: what is found in one thing is looked into as well.
  for (const one of seen) {
    if (typeof one === 'string') texts.push(one)
    if (typeof one !== 'object' || one === null) continue
    for (const part of Object.values(one)) seen.add(part)
  }
  return texts
}
