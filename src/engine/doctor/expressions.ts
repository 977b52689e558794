/** The expressions of workflow files, as far as they can be told apart without running them. */

/** Text within quotes may hold what looks like an end. */
const EXPRESSION = /\$\{\{((?:'[^']*'|[^'}]|\}(?!\}))*)\}\}/g

/**
 * The text with each expression in one form: lower case, no blanks, `.x` for `['x']`, as GitHub reads them
 * alike. What stands in `env` for a name is put in its place.
 */
export function flatten(text: string, env: ReadonlyMap<string, string> = new Map()): string {
  return text.replace(
    EXPRESSION,
    (_whole, inner: string) => `\${{${fillIn(toOneForm(inner), env)}}}`,
  )
}

function toOneForm(expression: string): string {
  return expression
    .replace(/\[\s*'([^']*)'\s*\]/g, '.$1')
    .replace(/\s+/g, '')
    .toLowerCase()
}

function fillIn(expression: string, env: ReadonlyMap<string, string>): string {
  return expression.replace(/(?<![\w.-])env\.([\w-]+)/g, (whole, name: string) => {
    const value = [...env].find(([one]) => one.toLowerCase() === name)?.[1]
    return value === undefined ? whole : flatten(value).replace(/\$\{\{|\}\}/g, '')
  })
}

/** What stands within the expressions of a text. */
export function listExpressions(text: string, env?: ReadonlyMap<string, string>): string[] {
  const found = flatten(text, env).matchAll(EXPRESSION)
  return [...found].map(([, inner = '']) => inner)
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

function listTexts(data: unknown): string[] {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listTexts) : []
}
