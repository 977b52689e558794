import type { Decision } from '../engine/decision.ts'
import { findBaseline, formatState, parseState, toRunState } from './comment-state.ts'
import { countBytes } from './fit.ts'
import type { ReportLinks } from './links.ts'
import { RECORD_LINK, renderMarkdown } from './markdown/index.ts'
import { renderSince } from './markdown/since.ts'

/** First line of the gate's one comment. Anybody can write it: it counts only with its author. */
export const COMMENT_MARKER = '<!-- countersign:gate -->'

/**
 * GitHub refuses a longer comment body (65,536 characters). Kept in UTF-8 bytes, which are never
 * fewer than characters however those are counted.
 */
export const COMMENT_LIMIT = 65_536

/**
 * The body of the pull request's sticky comment. `previous` is the body it replaces, if it is ours: it
 * only adds what changed since. The same decision on top of its own comment gives that comment again.
 */
export function renderComment(
  decision: Decision,
  links: ReportLinks,
  previous: string | null = null,
): string {
  const now = toRunState(decision)
  const before = findBaseline(now, previous === null ? null : parseState(previous))
  const state = formatState({ now, before })
  const head = `${COMMENT_MARKER}\n${state === '' ? '' : `${state}\n`}\n`
  // A run that cannot be remembered next time is not compared either.
  const since = state === '' ? '' : renderSince(now, before)
  return `${head}${renderMarkdown(decision, links, COMMENT_LIMIT - countBytes(head), since)}`
}

/**
 * Whether a comment says already what another one would. GitHub may store other line ends and no
 * trailing space, and each run has an address of its own, which alone is no reason to edit: the record
 * of an earlier run of the same decision is the same record.
 */
export function isSameComment(one: string, other: string): boolean {
  return normalise(one) === normalise(other)
}

function normalise(body: string): string {
  const text = body.replace(/\r\n?/g, '\n').trimEnd()
  return text.replace(RECORD_LINK, '$1')
}
