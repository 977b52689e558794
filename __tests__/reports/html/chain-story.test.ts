import { describe, expect, test } from '@jest/globals'
import {
  addStep,
  BINS,
  type ChainStep,
  type ChainStory,
  OTHER_TOOLS,
  openStory,
  SESSION,
} from '../../../src/reports/html/chain-story.ts'
import { drawLanes } from '../../../src/reports/html/lanes.ts'
import { print } from '../../../src/reports/html/markup.ts'

const FIRST = '2026-11-20T12:00:00.000Z'
const LAST = '2026-11-20T14:00:00.000Z'

function makeStep(changes: Partial<ChainStep> = {}): ChainStep {
  return {
    line: 1,
    ts: FIRST,
    event: 'result',
    tool: 'Edit',
    decision: 'allow',
    rule: null,
    status: 'ok',
    targets: [],
    changed: [],
    final: null,
    isGap: false,
    ...changes,
  }
}

function tell(...steps: readonly Partial<ChainStep>[]): ChainStory {
  const story = openStory(FIRST, LAST)
  for (const step of steps) addStep(story, makeStep(step))
  return story
}

const columnsOf = (story: ChainStory, lane = 'Edit') => [...(story.lanes.get(lane)?.keys() ?? [])]

describe('the story of a chain', () => {
  test('puts every record into the lane of its tool, at its time', () => {
    const story = tell({ ts: FIRST }, { ts: '2026-11-20T13:00:00.000Z' }, { ts: LAST, tool: null })
    expect(columnsOf(story)).toEqual([0, BINS / 2])
    expect(columnsOf(story, SESSION)).toEqual([BINS - 1])
  })

  test.each([
    ['a refusal', { event: 'denied', decision: 'deny', status: null }, 1],
    ['a failure', { status: 'error' }, 1],
    ['a question', { event: 'intent', decision: 'ask', status: null }, 1],
    ['an action without a result', { event: 'intent', status: null, isGap: true }, 1],
    ['an ordinary result', {}, 0],
    ['an ordinary intent', { event: 'intent', status: null }, 0],
  ])('%s', (_, step, standouts) => {
    expect(tell(step).totalStandouts).toBe(standouts)
  })

  test('keeps the first records and counts all', () => {
    const story = tell(...Array.from({ length: 1_200 }, (_, line) => ({ line, status: 'error' })))
    expect([story.steps.length, story.total]).toEqual([1_000, 1_200])
    expect([story.standouts.length, story.totalStandouts]).toEqual([1_000, 1_200])
  })

  test('a thousand tools share a few lanes', () => {
    const story = tell(...Array.from({ length: 1_000 }, (_, at) => ({ tool: `Tool ${at}` })))
    expect(story.lanes.size).toBe(11)
    expect(story.lanes.get(OTHER_TOOLS)?.get(0)?.done).toBe(990)
  })

  test.each([
    ['before the first', '1999-01-01T00:00:00.000Z', [0]],
    ['after the last', '2099-01-01T00:00:00.000Z', [BINS - 1]],
    ['that is none', 'soon', []],
  ])('a time %s has its place, or none', (_, ts, columns) => {
    expect(columnsOf(tell({ ts }))).toEqual(columns)
  })

  test.each([
    [null, null],
    ['never', 'ever'],
    [LAST, FIRST],
    [FIRST, FIRST],
  ])('from %s to %s it can still be drawn', (first, last) => {
    const story = openStory(first, last)
    addStep(story, makeStep())
    const svg = print(drawLanes({ id: 'x', title: 'T', description: 'D', story }))
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('the lanes', () => {
  test('show one refusal among ten thousand other records', () => {
    const story = openStory(FIRST, LAST)
    for (let line = 0; line < 10_000; line += 1) addStep(story, makeStep({ line }))
    addStep(story, makeStep({ event: 'denied', decision: 'deny', status: null }))
    const svg = print(drawLanes({ id: 'x', title: 'T', description: 'D', story }))
    expect(svg).toMatch(
      /<title>Edit: 1 refused or failed<\/title><rect class="fill-block edge" [^>]*height="4"/,
    )
  })

  test('a tool named like markup is text', () => {
    const story = tell({ tool: '<script>alert(1)</script>' })
    const svg = print(drawLanes({ id: 'x', title: 'T', description: 'D', story }))
    expect(svg).not.toContain('<script')
  })
})
