import { makeVisible } from '../../reports/escape.ts'

/** Text as a double-quoted YAML scalar on one line; JSON's escapes are YAML's, too. */
export function quote(text: string): string {
  return JSON.stringify(text)
}

/** Words that enter a comment of a file: one line, and nothing in it acts or hides. */
export function asComment(text: string): string {
  return makeVisible(text)
}

const MAX_NAME = 200

/**
 * Whether a workflow's name can stand in another workflow: an expression in it would be evaluated or
 * refused, and what cannot be seen cannot be reviewed.
 */
export function isQuotableName(name: string): boolean {
  return name.length <= MAX_NAME && !name.includes('${{') && makeVisible(name) === name
}

/**
 * A workflow's name for `workflow_run`, which reads names as patterns: what would be special is
 * escaped (GitHub documentation: Workflow syntax, filter pattern cheat sheet).
 */
export function toNamePattern(name: string): string {
  return name.replace(/[\\*?+[\]!]/g, '\\$&')
}
