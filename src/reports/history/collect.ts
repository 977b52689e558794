import { createHash } from 'node:crypto'
import type { Conclusion } from '../../engine/decision.ts'
import type { DecisionRecord } from '../../engine/decision-schema.ts'
import { clipMiddle } from '../fit.ts'
import {
  CONCLUSIONS,
  type History,
  makeVerdicts,
  type NamedCount,
  type Ranking,
  type RuleCount,
  rateBlocks,
  type Unreadable,
} from './history.ts'
import { noteSignatures, summariseWaits, type Waits } from './latency.ts'
import { countDay, type Days, makeTimeline } from './timeline.ts'

/** Names listed in one ranking. */
const NAMES_LISTED = 50
/** Distinct names kept while counting: a name is its author's choice, and must not fill the memory. */
const NAMES_KEPT = 10_000
const NAME_LENGTH = 200
/** What names beyond are counted under. */
const OTHERS = '(others)'
const UNREADABLE_LISTED = 1_000

/** Which records count. Times are milliseconds since 1970, both included; null: no bound. */
export interface Selection {
  readonly since: Date | null
  readonly until: Date | null
  readonly repository: string | null
  readonly author: string | null
  readonly plan: string | null
}

/** Takes records one by one and keeps only what the report needs of each: about a hundred bytes. */
export interface Collector {
  add(record: DecisionRecord): void
  /** `why` ends a sentence that begins with the file. */
  addUnreadable(file: string, why: string): void
  finish(): History
}

interface State {
  readonly seen: Set<string>
  duplicates: number
  undated: number
  leftOut: number
  unreadable: number
  readonly listed: Unreadable[]
  readonly verdicts: Record<Conclusion, number>
  readonly days: Days
  first: string | null
  last: string | null
  /** The latest decision about each pull request. */
  readonly pulls: Map<string, { readonly time: number; readonly conclusion: Conclusion }>
  readonly rules: Map<string, { findings: number; decisions: number }>
  readonly waits: Waits
  readonly repositories: Counts
  readonly authors: Counts
  readonly plans: Counts
}

type Counts = Map<string, { decisions: number; blocked: number }>

/** Opens a collection of the records that are selected. */
export function openCollector(selection: Selection): Collector {
  const state = makeState()
  return {
    add: (record) => addRecord(state, selection, record),
    addUnreadable: (file, why) => {
      state.unreadable += 1
      if (state.listed.length < UNREADABLE_LISTED) state.listed.push({ file, why })
    },
    finish: () => summarise(state, selection),
  }
}

function makeState(): State {
  return {
    seen: new Set(),
    duplicates: 0,
    undated: 0,
    leftOut: 0,
    unreadable: 0,
    listed: [],
    verdicts: makeVerdicts(),
    days: new Map(),
    first: null,
    last: null,
    pulls: new Map(),
    rules: new Map(),
    waits: new Map(),
    repositories: new Map(),
    authors: new Map(),
    plans: new Map(),
  }
}

function addRecord(state: State, selection: Selection, record: DecisionRecord): void {
  if (!isSelected(selection, record)) {
    state.leftOut += 1
    return
  }
  const key = fingerprint(record)
  if (state.seen.has(key)) {
    state.duplicates += 1
    return
  }
  state.seen.add(key)
  countVerdict(state, record)
  countRules(state, record)
  noteSignatures(state.waits, record)
  const isBlocked = record.conclusion === 'block'
  countName(state.repositories, record.subject.repository ?? '(local)', isBlocked)
  countName(state.authors, record.subject.author ?? '(unknown)', isBlocked)
  countName(state.plans, record.plan?.id ?? '(none)', isBlocked)
}

/** A record without a time is in no period, but it is where none was asked for. */
function isSelected(selection: Selection, { judged_at, subject, plan }: DecisionRecord): boolean {
  const { since, until, repository, author } = selection
  const time = judged_at === null ? Number.NaN : Date.parse(judged_at)
  return (
    (since === null || time >= since.getTime()) &&
    (until === null || time <= until.getTime()) &&
    (repository === null || subject.repository?.toLowerCase() === repository.toLowerCase()) &&
    (author === null || subject.author?.toLowerCase() === author.toLowerCase()) &&
    (selection.plan === null || plan?.id === selection.plan)
  )
}

/** The same decision of the same moment is one, however often it was stored. */
function fingerprint({ digest, judged_at, conclusion, findings }: DecisionRecord): string {
  const parts = [digest, judged_at, conclusion, findings.length]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64').slice(0, 22)
}

function countVerdict(state: State, record: DecisionRecord): void {
  const { judged_at: time, conclusion } = record
  state.verdicts[conclusion] += 1
  if (time === null) state.undated += 1
  else {
    const moment = new Date(time).toISOString()
    countDay(state.days, moment, conclusion)
    if (state.first === null || moment < state.first) state.first = moment
    if (state.last === null || moment > state.last) state.last = moment
  }
  notePull(state, record)
}

function notePull({ pulls }: State, { subject, judged_at, conclusion }: DecisionRecord): void {
  const { repository, pull_request: number } = subject
  if (number === null) return
  const key = JSON.stringify([repository, number])
  const time = judged_at === null ? Number.NEGATIVE_INFINITY : Date.parse(judged_at)
  const known = pulls.get(key)
  if (known === undefined || time >= known.time) pulls.set(key, { time, conclusion })
}

function countRules({ rules }: State, { findings }: DecisionRecord): void {
  const found = new Map<string, number>()
  for (const { rule, blocking } of findings) {
    if (blocking) found.set(rule, (found.get(rule) ?? 0) + 1)
  }
  for (const [rule, number] of found) {
    const name = admit(rules, rule)
    const known = rules.get(name) ?? { findings: 0, decisions: 0 }
    rules.set(name, { findings: known.findings + number, decisions: known.decisions + 1 })
  }
}

function countName(counts: Counts, given: string, isBlocked: boolean): void {
  const name = admit(counts, given)
  const known = counts.get(name) ?? { decisions: 0, blocked: 0 }
  counts.set(name, {
    decisions: known.decisions + 1,
    blocked: known.blocked + (isBlocked ? 1 : 0),
  })
}

/** Neither the number of names nor their length is ours to choose. */
function admit(known: ReadonlyMap<string, unknown>, given: string): string {
  const name = clipMiddle(given, NAME_LENGTH)
  return known.has(name) || known.size < NAMES_KEPT ? name : OTHERS
}

function summarise(state: State, { since, until, ...names }: Selection): History {
  const { verdicts } = state
  return {
    version: 1,
    period: {
      since: since?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      first: state.first,
      last: state.last,
    },
    filters: Object.fromEntries(
      Object.entries(names).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    decisions: CONCLUSIONS.reduce((sum, conclusion) => sum + verdicts[conclusion], 0),
    duplicates: state.duplicates,
    undated: state.undated,
    left_out: state.leftOut,
    unreadable: state.listed,
    unreadable_more: state.unreadable - state.listed.length,
    verdicts,
    block_rate: rateBlocks(verdicts),
    pull_requests: summarisePulls(state),
    timeline: makeTimeline(state.days),
    rules: rankRules(state),
    approvals: summariseWaits(state.waits),
    repositories: rankNames(state.repositories),
    authors: rankNames(state.authors),
    plans: rankNames(state.plans),
  }
}

function summarisePulls({ pulls }: State): History['pull_requests'] {
  const verdicts = makeVerdicts()
  for (const { conclusion } of pulls.values()) verdicts[conclusion] += 1
  return { total: pulls.size, ...verdicts }
}

/** By what they stop: decisions first, then findings, then by name, so that two runs agree. */
function rankRules({ rules }: State): Ranking<RuleCount> {
  const all = [...rules].map(([rule, counts]) => ({ rule, ...counts }))
  all.sort(
    (a, b) => b.decisions - a.decisions || b.findings - a.findings || (a.rule < b.rule ? -1 : 1),
  )
  return cut(all)
}

function rankNames(counts: Counts): Ranking<NamedCount> {
  const all = [...counts].map(([name, count]) => ({ name, ...count }))
  all.sort(
    (a, b) => b.decisions - a.decisions || b.blocked - a.blocked || (a.name < b.name ? -1 : 1),
  )
  return cut(all)
}

function cut<T>(all: readonly T[]): Ranking<T> {
  const top = all.slice(0, NAMES_LISTED)
  return { top, more: all.length - top.length }
}
