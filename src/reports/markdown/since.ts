import type { RunState } from '../comment-state.ts'
import { code, fold, listSome } from './parts.ts'

/** Rules named in each of the two lists. */
const RULES_SHOWN = 20

const VERDICTS: Readonly<Record<string, string>> = {
  pass: 'passed',
  block: 'blocked',
  override: 'passed by emergency override',
  'not-applicable': 'not applicable',
}

/**
 * What changed since the last report, in one line with the lists folded; '' where there was none. A
 * courtesy: the earlier state comes from a comment and decides nothing.
 */
export function renderSince(now: RunState, before: RunState | null): string {
  if (before === null) return ''
  const settled = listMissing(before, now)
  const added = listMissing(now, before)
  const still = now.open.size - added.length
  const counts = [`${settled.length} settled`, `${added.length} new`, `${still} still open`]
  const line = `**Since the last report** (${renderRange(before, now)}): ${counts.join(', ')}.${renderTurn(before, now)}`
  const lists = [renderRules('Settled', settled), renderRules('New', added)].join('')
  return `\n${line}\n${lists === '' ? '' : `\n${fold('Which ones', lists)}`}`
}

/** The rules of the findings that one run has and the other has not. */
function listMissing(one: RunState, other: RunState): readonly string[] {
  return [...one.open].filter(([id]) => !other.open.has(id)).map(([, rule]) => rule)
}

function renderRange(before: RunState, now: RunState): string {
  if (before.head === now.head) return 'on the same commit'
  return `${shorten(before.head)} → ${shorten(now.head)}`
}

function shorten(head: string | null): string {
  return head === null ? 'unknown' : code(head.slice(0, 7))
}

function renderTurn(before: RunState, now: RunState): string {
  if (before.conclusion === now.conclusion) return ''
  return ` It was ${VERDICTS[before.conclusion] ?? 'undecided'} then.`
}

function renderRules(title: string, rules: readonly string[]): string {
  if (rules.length === 0) return ''
  const names = [...new Set(rules)].sort()
  const show = (rule: string) => {
    const number = rules.filter((it) => it === rule).length
    return number === 1 ? code(rule) : `${code(rule)} (${number})`
  }
  return `- ${title}: ${listSome(names, show, RULES_SHOWN)}\n`
}
