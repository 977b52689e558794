import type { Decision } from '../engine/decision.ts'
import { isOpen } from './verdict.ts'

/**
 * What our comment remembers of the runs before: enough to say what changed, and nothing that decides
 * anything. It lies in a Markdown comment of ours, where whoever writes with our login can change it,
 * so it is read strictly and an unreadable one is as good as none.
 */

/** One run, as far as the next one needs to know it. */
export interface RunState {
  /** Object id of the head; null when it could not be read. */
  readonly head: string | null
  readonly conclusion: string
  /** The rule of each finding somebody had to do something about, by the finding's id. */
  readonly open: ReadonlyMap<string, string>
}

/** The last run, and the one it was compared with. */
export interface CommentState {
  readonly now: RunState
  readonly before: RunState | null
}

/** Open findings remembered. A run with more is not remembered at all: half a list would mislead. */
const MOST_OPEN = 200

/** Longer lines are not read: two full states take less. */
const LONGEST_LINE = 20_000

const HEAD = '(?:[0-9a-f]{40}|[0-9a-f]{64}|-)'
const RULE = '[a-z]{1,20}/[A-Za-z0-9][A-Za-z0-9._-]{0,63}'
const ID = '[0-9a-f]{16}'
const OPEN = `(?:-|${RULE}=${ID}(?:,${ID})*(?:;${RULE}=${ID}(?:,${ID})*)*)`
const RUN = `${HEAD} (?:pass|block|override|not-applicable) ${OPEN}`
const LINE = new RegExp(`^<!-- countersign:state 1 \\[(${RUN})\\] \\[(${RUN}|)\\] -->$`)

/** The state as a line of Markdown that shows nothing; '' when it cannot be said in short. */
export function formatState({ now, before }: CommentState): string {
  const current = formatRun(now)
  if (current === null) return ''
  const earlier = before === null ? '' : (formatRun(before) ?? '')
  const line = `<!-- countersign:state 1 [${current}] [${earlier}] -->`
  return LINE.test(line) && line.length <= LONGEST_LINE ? line : ''
}

/** Reads the state in one of our comments; null where there is none that can be read. */
export function parseState(body: string): CommentState | null {
  // It stands below the marker. What a finding quotes comes later and cannot be taken for it.
  const line = body.slice(0, LONGEST_LINE * 2).split(/\r?\n/, 2)[1] ?? ''
  const [, now = '', before = ''] = line.length > LONGEST_LINE ? [] : (LINE.exec(line) ?? [])
  if (now === '') return null
  return { now: parseRun(now), before: before === '' ? null : parseRun(before) }
}

/** What to remember of a decision. */
export function toRunState(decision: Decision): RunState {
  const open = decision.findings.filter((finding) => isOpen(decision, finding))
  return {
    head: decision.subject.head_sha === '' ? null : decision.subject.head_sha,
    conclusion: decision.conclusion,
    open: new Map(open.map(({ id, rule }) => [id, rule])),
  }
}

/**
 * The run to compare with. When nothing changed since the last one, it is the run before that, so that
 * looking again leaves the comment as it is, byte for byte.
 */
export function findBaseline(now: RunState, last: CommentState | null): RunState | null {
  if (last === null) return null
  return isSameRun(now, last.now) ? last.before : last.now
}

function isSameRun(one: RunState, other: RunState): boolean {
  return formatRun(one) !== null && formatRun(one) === formatRun(other)
}

function formatRun({ head, conclusion, open }: RunState): string | null {
  if (open.size > MOST_OPEN) return null
  const rules = [...new Set(open.values())].sort()
  const idsOf = (rule: string) => [...open].filter((it) => it[1] === rule).map(([id]) => id)
  const list = rules.map((rule) => `${rule}=${idsOf(rule).sort().join(',')}`).join(';')
  return `${head ?? '-'} ${conclusion} ${list === '' ? '-' : list}`
}

function parseRun(text: string): RunState {
  const [head = '-', conclusion = '', list = '-'] = text.split(' ')
  const groups = list === '-' ? [] : list.split(';').map((group) => group.split('='))
  const open = groups.flatMap(([rule = '', ids = '']) =>
    ids.split(',').map((id) => [id, rule] as const),
  )
  return { head: head === '-' ? null : head, conclusion, open: new Map(open) }
}
