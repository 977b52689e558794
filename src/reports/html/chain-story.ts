import type { RecordView } from '../../engine/chain/record-view.ts'

/** What a page shows of one chain, gathered record by record; its size does not grow with the chain. */

/** One record, as far as a reader asks for it. */
export interface ChainStep extends Omit<RecordView, 'session' | 'intentSeq'> {
  /** Whether it is an intent that no result belongs to. */
  readonly isGap: boolean
}

/** How a step went: done, only noted, asked about, refused or failed. */
export type Weight = 'bad' | 'asked' | 'done' | 'plain'

/** The order in which they are told, and stand on one another. */
export const WEIGHTS: readonly Weight[] = ['done', 'plain', 'asked', 'bad']

/** Columns of time. */
export const BINS = 96
/** Lanes of tools; further tools share one. */
const TOOLS_SHOWN = 10
export const OTHER_TOOLS = 'other tools'
export const SESSION = 'session'
/** Rows on one page, of all its chains together; each has at least a few. */
const ROWS_SHOWN = 10_000
const MOST_ROWS = 1_000
const LEAST_ROWS = 10

/** Steps of one lane in one column of time, by how they went. */
export type Bin = Record<Weight, number>

export interface ChainStory {
  /** By lane, in the order of their first step; each with its bins by number. */
  readonly lanes: Map<string, Map<number, Bin>>
  /** Milliseconds since 1970; null without a time that can be read. */
  readonly first: number | null
  readonly last: number | null
  /** How many steps each of the two lists keeps. */
  readonly room: number
  readonly steps: ChainStep[]
  readonly standouts: ChainStep[]
  total: number
  totalStandouts: number
}

/**
 * An empty story between two times (ISO 8601), which the verifier has found out before. `chains` share the page:
 * a pull request can bring as many as it likes.
 */
export function openStory(first: string | null, last: string | null, chains = 1): ChainStory {
  const [from, to] = [first, last].map(readTime)
  return {
    lanes: new Map(),
    first: from ?? null,
    last: to ?? null,
    room: Math.min(MOST_ROWS, Math.max(LEAST_ROWS, Math.floor(ROWS_SHOWN / chains))),
    steps: [],
    standouts: [],
    total: 0,
    totalStandouts: 0,
  }
}

function readTime(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : time
}

/** Adds the next record. */
export function addStep(story: ChainStory, step: ChainStep): void {
  story.total += 1
  if (story.steps.length < story.room) story.steps.push(step)
  if (isStandout(step)) {
    story.totalStandouts += 1
    if (story.standouts.length < story.room) story.standouts.push(step)
  }
  countStep(story, step)
}

function isStandout(step: ChainStep): boolean {
  return step.isGap || weigh(step) === 'bad' || weigh(step) === 'asked'
}

/** How a step went. */
export function weigh({ event, decision, status }: ChainStep): Weight {
  if (event === 'denied' || decision === 'deny' || status === 'error') return 'bad'
  if (decision === 'ask') return 'asked'
  return event === 'result' ? 'done' : 'plain'
}

function countStep(story: ChainStory, step: ChainStep): void {
  const at = findBin(story, step.ts)
  if (at === null) return
  const lane = findLane(story, step.tool)
  const bin = lane.get(at) ?? { done: 0, plain: 0, asked: 0, bad: 0 }
  bin[weigh(step)] += 1
  lane.set(at, bin)
}

/** The column of a time; those of a defective chain may lie outside, and stand at its edges. */
function findBin({ first, last }: ChainStory, ts: string): number | null {
  const time = readTime(ts)
  if (time === null || first === null || last === null) return null
  const share = last > first ? (time - first) / (last - first) : 0
  return Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)))
}

/** Tool names are the recorder's choice, so their number is bounded. */
function findLane({ lanes }: ChainStory, tool: string | null): Map<number, Bin> {
  const wanted = tool ?? SESSION
  const name = lanes.has(wanted) || lanes.size < TOOLS_SHOWN ? wanted : OTHER_TOOLS
  const lane = lanes.get(name) ?? new Map()
  lanes.set(name, lane)
  return lane
}
