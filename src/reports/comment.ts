import type { Decision } from '../engine/decision.ts'
import type { ReportLinks } from './links.ts'
import { renderMarkdown } from './markdown.ts'

/** First line of the gate's one comment. Anybody can write it: it counts only with its author. */
export const COMMENT_MARKER = '<!-- countersign:gate -->'

/**
 * GitHub refuses a longer comment body (65,536 characters). Kept in UTF-8 bytes, which are never
 * fewer than characters however those are counted.
 */
export const COMMENT_LIMIT = 65_536

/** The body of the pull request's sticky comment. */
export function renderComment(decision: Decision, links: ReportLinks): string {
  const head = `${COMMENT_MARKER}\n\n`
  return `${head}${renderMarkdown(decision, links, COMMENT_LIMIT - head.length)}`
}
