import { RE2JS } from 're2js'

/**
 * Whether a list of patterns as workflows have them takes a name in; of those that match, the last decides
 * (GitHub documentation: Workflow syntax, "Filter pattern cheat sheet"). Linear in the name.
 */
export function takesIn(patterns: readonly string[], name: string): boolean {
  const last = patterns.findLast((pattern) => matches(withoutMark(pattern), name))
  return last !== undefined && !isExclusion(last)
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!')
}

function withoutMark(pattern: string): string {
  return isExclusion(pattern) ? pattern.slice(1) : pattern
}

/** What cannot be read as a pattern matches nothing. */
function matches(pattern: string, name: string): boolean {
  if (pattern === name) return true
  try {
    return RE2JS.compile(toExpression(pattern)).matches(name)
  } catch {
    return false
  }
}

/** An escape, a class in brackets, stars, or one character. */
const PART = /\\.|\[[^\]]*\]|\*+|[\s\S]/g

function toExpression(pattern: string): string {
  return pattern.replace(PART, (part) => {
    if (part.startsWith('*')) return part === '*' ? '[^/]*' : '.*'
    if (part === '?' || part === '+' || /^\[.+\]$/.test(part)) return part
    return RE2JS.quote(part.startsWith('\\') && part.length > 1 ? part.slice(1) : part)
  })
}
