import { RE2JS } from 're2js'
import { canEverMatch } from '../reachability.ts'
import { countRepetitions } from '../repetitions.ts'

/** A regular expression of a policy: RE2 syntax, so that matching is linear in an attacker's text. */
export interface Expression {
  readonly match: string
  readonly flags: string
}

/**
 * Compiles with `^` and `$` at line ends, because what is scanned is always several lines.
 * @throws when the syntax is not RE2's; `problemWithExpression` says why.
 */
export function compileExpression(expression: Expression): RE2JS {
  return RE2JS.compile(withFlags(expression), RE2JS.MULTILINE)
}

/** The expression with its flags written into it, as a set of expressions needs it. */
export function withFlags({ match, flags }: Expression): string {
  const inline = [...new Set(flags.replace('m', ''))].join('')
  return inline === '' ? match : `(?${inline})(?:${match})`
}

/** Why an expression is refused, as the end of a sentence; null when it is good. */
export function problemWithExpression(expression: Expression): string | null {
  if (countRepetitions(expression.match) > MAX_REPETITIONS) {
    return `repeats more than ${MAX_REPETITIONS} times in all`
  }
  try {
    const compiled = compileExpression(expression)
    if (compiled.test('')) return 'matches empty text, and so everything'
    return canEverMatch(compiled) ? null : 'can never match'
  } catch (error) {
    return `is not a valid RE2 expression${error instanceof Error ? ` (${error.message})` : ''}`
  }
}

/** Counted repetitions are written out when an expression is compiled, so their sum bounds its size. */
export const MAX_REPETITIONS = 2000
