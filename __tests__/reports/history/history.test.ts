import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/engine/decision.ts'
import { type DecisionRecord, readDecision } from '../../../src/engine/decision-schema.ts'
import {
  type Collector,
  openCollector,
  type Selection,
} from '../../../src/reports/history/collect.ts'
import type { History } from '../../../src/reports/history/history.ts'
import { renderHistoryText } from '../../../src/reports/history/history-text.ts'
import { renderHistoryPage } from '../../../src/reports/html/history-page.ts'
import { ATTACKS, makeBlocked, makeDecision, makeFinding } from '../decisions.ts'

const ALL: Selection = { since: null, until: null, repository: null, author: null, plan: null }

function toRecord(decision: Decision): DecisionRecord {
  const record = readDecision(JSON.parse(JSON.stringify(decision)))
  if ('problem' in record) throw new Error(record.problem)
  return record
}

function collect(decisions: readonly Decision[], selection: Partial<Selection> = {}): History {
  const collector: Collector = openCollector({ ...ALL, ...selection })
  for (const decision of decisions) collector.add(toRecord(decision))
  return collector.finish()
}

let serial = 0

/** A decision of its own digest, judged then. */
function at(judged_at: string, changes: Partial<Decision> = {}): Decision {
  serial += 1
  return makeDecision({ judged_at, digest: serial.toString(16).padStart(64, '0'), ...changes })
}

const BLOCK = { conclusion: 'block', findings: [makeFinding()] } as const

function about(number: number, repository = 'acme/shop', author = 'acme-coder[bot]') {
  return { subject: { ...makeDecision().subject, repository, pull_request: number, author } }
}

describe('verdicts', () => {
  test('are counted, and so is the rate of those that judged', () => {
    const history = collect([
      at('2026-11-01T10:00:00Z'),
      at('2026-11-01T11:00:00Z', BLOCK),
      at('2026-11-02T11:00:00Z', { conclusion: 'override' }),
      at('2026-11-02T11:00:00Z', { conclusion: 'not-applicable' }),
    ])
    expect(history.verdicts).toEqual({ pass: 1, block: 1, override: 1, 'not-applicable': 1 })
    expect([history.decisions, history.block_rate]).toEqual([4, 33.3])
  })

  test('without any there is no rate', () => {
    expect(collect([]).block_rate).toBeNull()
    expect(
      collect([at('2026-11-01T10:00:00Z', { conclusion: 'not-applicable' })]).block_rate,
    ).toBeNull()
  })

  test('a record that lies there twice counts once; a later run of the same counts', () => {
    const once = at('2026-11-01T10:00:00Z')
    const later = { ...once, judged_at: '2026-11-01T10:00:01Z' }
    expect(collect([once, once, later])).toMatchObject({ decisions: 2, duplicates: 1 })
  })

  test('a pull request stands as it was judged last, in whatever order the records come', () => {
    const first = at('2026-11-01T10:00:00Z', { ...BLOCK, ...about(1) })
    const last = at('2026-11-02T10:00:00Z', about(1))
    const other = at('2026-11-01T10:00:00Z', { ...BLOCK, ...about(2) })
    for (const order of [
      [first, last, other],
      [last, other, first],
    ]) {
      expect(collect(order).pull_requests).toMatchObject({ total: 2, pass: 1, block: 1 })
    }
  })

  test('a record without a time counts, but stands on no timeline and in no period', () => {
    const older = { ...at('2026-11-01T10:00:00Z'), judged_at: null } as unknown as Decision
    expect(collect([older])).toMatchObject({ decisions: 1, undated: 1, timeline: { buckets: [] } })
    expect(collect([older], { since: new Date(0) })).toMatchObject({ decisions: 0, left_out: 1 })
  })
})

describe('the selection', () => {
  const decisions = [
    at('2026-11-01T00:00:00Z', about(1)),
    at('2026-11-02T00:00:00Z', about(2, 'acme/pay', 'copilot[bot]')),
    at('2026-11-03T00:00:00Z', { ...about(3), plan: null }),
  ]

  test.each([
    ['since', { since: new Date('2026-11-02T00:00:00Z') }, 2],
    ['until', { until: new Date('2026-11-02T00:00:00Z') }, 2],
    ['repository', { repository: 'ACME/Pay' }, 1],
    ['author', { author: 'copilot[bot]' }, 1],
    ['plan', { plan: 'PAY-142' }, 2],
  ])('%s', (_, selection, number) => {
    const history = collect(decisions, selection)
    expect([history.decisions, history.left_out]).toEqual([number, 3 - number])
  })
})

describe('the timeline', () => {
  const timelineOf = (...times: string[]) => collect(times.map((time) => at(time))).timeline

  test('has the empty days too, in UTC', () => {
    const { unit, buckets } = timelineOf('2026-11-01T23:30:00-02:00', '2026-11-04T00:00:00Z')
    expect(unit).toBe('day')
    expect(buckets.map(({ start, pass }) => `${start} ${pass}`)).toEqual([
      '2026-11-02 1',
      '2026-11-03 0',
      '2026-11-04 1',
    ])
  })

  test.each([
    ['week', '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', '2025-12-29', 53],
    ['month', '2024-01-15T00:00:00Z', '2026-12-31T00:00:00Z', '2024-01-01', 36],
    ['year', '2000-06-01T00:00:00Z', '2026-12-31T00:00:00Z', '2000-01-01', 27],
  ])('of a longer time goes by %s', (unit, from, to, start, number) => {
    const timeline = timelineOf(from, to)
    expect(timeline.unit).toBe(unit)
    expect([timeline.buckets[0]?.start, timeline.buckets.length]).toEqual([start, number])
    expect(timeline.buckets.reduce((sum, { pass }) => sum + pass, 0)).toBe(2)
  })

  test('a forged time far away does not fill the page with empty years', () => {
    const { unit, buckets } = timelineOf(
      '1000-01-01T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '9998-12-31T23:59:59Z',
    )
    expect(unit).toBe('year')
    expect(buckets.map(({ start }) => start)).toEqual(['1000-01-01', '2026-01-01', '9998-01-01'])
  })
})

describe('rules', () => {
  test('are ranked by the decisions they stop', () => {
    const rule = (name: string, blocking = true) => makeFinding({ rule: name, blocking })
    const { rules } = collect([
      at('2026-11-01T10:00:00Z', { ...BLOCK, findings: [rule('a/a'), rule('a/a'), rule('b/b')] }),
      at('2026-11-01T10:00:00Z', { ...BLOCK, findings: [rule('b/b'), rule('c/c', false)] }),
    ])
    expect(rules).toEqual({
      top: [
        { rule: 'b/b', findings: 2, decisions: 2 },
        { rule: 'a/a', findings: 2, decisions: 1 },
      ],
      more: 0,
    })
  })

  test('names beyond what is kept are counted together', () => {
    const findings = Array.from({ length: 10_500 }, (_, at) => makeFinding({ rule: `path/${at}` }))
    const { rules } = collect([at('2026-11-01T10:00:00Z', { ...BLOCK, findings })])
    expect(rules.top.length + rules.more).toBe(10_001)
    const sum = rules.top.find(({ rule }) => rule === '(others)')
    expect(sum).toMatchObject({ decisions: 500 })
  })
})

describe('how long signatures take', () => {
  const signed = (head_at: string | null, time: string, changes: Partial<Decision> = {}) =>
    at(time, {
      head_at,
      approvals: [{ actor: 'alice', for: ['@alice'], counted: true, why: 'label', at: time }],
      ...changes,
    })

  test('is measured from the last push to the signature', () => {
    const { approvals } = collect([
      signed('2026-11-01T10:00:00Z', '2026-11-01T10:10:00Z', about(1)),
      signed('2026-11-01T10:00:00Z', '2026-11-01T12:00:00Z', about(2)),
      signed('2026-11-01T10:00:00Z', '2026-11-11T10:00:00Z', about(3)),
    ])
    expect(approvals).toMatchObject({
      signatures: 3,
      median: 7200,
      ninetieth: 864_000,
      longest: 864_000,
    })
    expect(approvals.waits.map((wait) => wait.signatures)).toEqual([1, 0, 1, 0, 0, 0, 1])
  })

  test('a signature counts once, however often its pull request was judged, and carried over it waits no more', () => {
    const first = signed('2026-11-01T10:00:00Z', '2026-11-01T11:00:00Z')
    const { approvals } = first
    const later = { ...at('2026-11-02T09:00:00Z'), head_at: '2026-11-02T08:00:00Z', approvals }
    for (const order of [
      [first, later],
      [later, first],
    ]) {
      expect(collect(order).approvals).toMatchObject({
        signatures: 1,
        carried_over: 0,
        median: 3600,
      })
    }
    expect(collect([later]).approvals).toMatchObject({ carried_over: 1, median: null })
  })

  test('unknown times are said to be unknown', () => {
    expect(collect([signed(null, '2026-11-01T11:00:00Z')]).approvals).toMatchObject({
      signatures: 1,
      unknown: 1,
      median: null,
    })
  })

  test('what does not count, and an override, is no approval', () => {
    const time = '2026-11-01T11:00:00Z'
    const approval = { actor: 'alice', for: [], why: 'label', at: time }
    const approvals = [
      { ...approval, counted: false },
      { ...approval, counted: true, why: 'override: fire' },
    ]
    expect(collect([at(time, { approvals })]).approvals.signatures).toBe(0)
  })
})

describe('reports of it', () => {
  const hostile = ATTACKS.map((attack, index) =>
    at(`2026-11-01T10:00:${String(index).padStart(2, '0')}Z`, {
      ...BLOCK,
      findings: [makeFinding({ rule: attack })],
      ...about(index, attack, attack),
      plan: { ...makeDecision().plan, id: attack } as NonNullable<Decision['plan']>,
    }),
  )

  test('the text shows no control character and no command', () => {
    const text = renderHistoryText(collect(hostile), { colour: false })
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]|##\[|^\s*::/m)
  })

  test('the page holds no element, attribute or address of theirs', () => {
    const page = renderHistoryPage(collect(hostile)).replace(/<style>.*<\/style>/s, '')
    expect(page).not.toMatch(/<(?:script|img|iframe)|\son\w+=|href="http/i)
  })

  test('both say first that something is missing', () => {
    const collector = openCollector(ALL)
    collector.addUnreadable('<b>.json', 'it is not JSON in UTF-8')
    const history = collector.finish()
    expect(renderHistoryText(history, { colour: false })).toMatch(/^Incomplete: 1 file could not/)
    const page = renderHistoryPage(history)
    expect(page.indexOf('Incomplete')).toBeLessThan(page.indexOf('<main'))
    expect(page).toContain('<code>&lt;b&gt;.json</code>')
  })

  test('nothing at all is said, not drawn', () => {
    expect(renderHistoryPage(collect([]))).toContain('No decision with a time.')
    expect(renderHistoryText(collect([]), { colour: false })).toContain('0 decisions')
  })

  test('a blocked decision of a real record is told', () => {
    const page = renderHistoryPage(collect([makeBlocked()]))
    expect(page).toContain('<code>scope/outside-plan</code>')
    expect(page).toContain('Blocked, in a hundred of each day')
  })
})
