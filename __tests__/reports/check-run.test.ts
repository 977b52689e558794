import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { chunkAnnotations, MOST_ANNOTATIONS, toCheckRun } from '../../src/reports/check-run.ts'
import { countBytes } from '../../src/reports/fit.ts'
import { NO_LINKS } from '../../src/reports/links.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
} from './decisions.ts'

const OUTSIDER = {
  ...makeDecision().subject,
  agent: { is_agent: false, signals: [] },
}

describe('toCheckRun', () => {
  test.each<[string, 'success' | 'failure', string, Decision]>([
    ['blocked', 'failure', 'Blocked: 5 findings to settle', makeBlocked()],
    ['passed', 'success', 'Passed: nothing to settle', makeDecision()],
    [
      'observed',
      'success',
      'Observe mode: 5 findings would block',
      makeBlocked({ conclusion: 'pass', mode: 'observe' }),
    ],
    [
      'warned',
      'success',
      'Warn mode: 5 findings would block',
      makeBlocked({ conclusion: 'pass', mode: 'warn' }),
    ],
    [
      'overridden',
      'success',
      'Passed by emergency override: 5 findings set aside',
      makeBlocked({ conclusion: 'override' }),
    ],
    [
      'not applicable',
      'success',
      'Not applicable: the policy is for agents, and nothing marks this change as made by one',
      makeDecision({ conclusion: 'not-applicable', subject: OUTSIDER }),
    ],
  ])('%s is a %s titled %j', (_, conclusion, title, decision) => {
    expect(toCheckRun(decision, NO_LINKS)).toMatchObject({ conclusion, title })
  })

  test('a conclusion nobody knows fails', () => {
    const odd = makeDecision({ conclusion: 'neutral' as Decision['conclusion'] })
    expect(toCheckRun(odd, NO_LINKS).conclusion).toBe('failure')
    expect(toCheckRun([makeDecision(), odd], NO_LINKS).conclusion).toBe('failure')
  })

  test('no decision at all fails', () => {
    expect(toCheckRun([], NO_LINKS)).toMatchObject({ conclusion: 'failure', annotations: [] })
  })

  test('of several decisions about one commit the worst counts, in any order', () => {
    const blocked = makeBlocked()
    const other = makeDecision({ subject: { ...blocked.subject, pull_request: 8 } })
    for (const decisions of [
      [blocked, other],
      [other, blocked],
    ]) {
      const run = toCheckRun(decisions, NO_LINKS)
      expect(run.conclusion).toBe('failure')
      expect(run.title).toBe(
        'Blocked: 5 findings to settle (pull request 7, the worst of 2 with this commit)',
      )
      expect(run.summary).toContain('- Pull request 8: Passed')
    }
  })

  test.each([
    ['2,000 findings', makeMany(2_000)],
    ['an attack', makeAttacked()],
  ])('with %s every part is within its limit', (_, decision) => {
    const run = toCheckRun(
      Array.from({ length: 900 }, () => decision),
      NO_LINKS,
    )
    expect(countBytes(run.summary)).toBeLessThanOrEqual(65_535)
    expect(countBytes(run.text)).toBeLessThanOrEqual(65_535)
    expect(run.title.length).toBeLessThanOrEqual(255)
    expect(run.summary).toContain('## ⛔ Countersign: Blocked')
  })
})

describe('annotations', () => {
  const only = (changes: Parameters<typeof makeFinding>[0]) =>
    toCheckRun(makeBlocked({ findings: [makeFinding(changes)] }), NO_LINKS).annotations

  test.each([
    ['deny', 'failure'],
    ['approve', 'warning'],
    ['warn', 'warning'],
    ['info', 'notice'],
  ] as const)('%s is a %s', (level, annotation_level) => {
    expect(only({ level })).toMatchObject([{ annotation_level, start_line: 12, end_line: 12 }])
  })

  test('without a line the first is meant, without a path there is none', () => {
    expect(only({ line: null })).toMatchObject([{ start_line: 1, end_line: 1 }])
    expect(only({ line: 0 })).toMatchObject([{ start_line: 1 }])
    expect(only({ path: null })).toEqual([])
  })

  test('the path is the file itself, not an escaped one', () => {
    expect(only({ path: 'app/[id]/größe `x`.ts' })).toMatchObject([
      { path: 'app/[id]/größe `x`.ts' },
    ])
  })

  test('a name the API might refuse costs its annotation, not the verdict', () => {
    for (const path of ['a\nb', 'a\u202eb', 'a\ud800', '']) expect(only({ path })).toEqual([])
  })

  test('text is plain: spelled out, not Markdown, and capped', () => {
    const [annotation] = only({ message: `**a** ${ATTACKS[8]}`, rule: 'path/x'.padEnd(400, 'x') })
    expect(annotation?.message).toMatch(/^\*\*a\*\* \\u\{1b\}/)
    expect(annotation?.title.length).toBeLessThanOrEqual(255)
    const [long] = only({ message: '\u202e'.repeat(60_000), remedy: 'ü'.repeat(60_000) })
    expect(countBytes(long?.message ?? '')).toBeLessThanOrEqual(65_536)
  })

  test('the same finding of two pull requests is annotated once, the blocking ones first', () => {
    const warning = makeFinding({ level: 'warn' })
    const denial = makeFinding({})
    const decision = makeBlocked({ findings: [warning, denial] })
    const { annotations } = toCheckRun([decision, decision], NO_LINKS)
    expect(annotations.map((one) => one.annotation_level)).toEqual(['failure', 'warning'])
  })

  test('go out in chunks of fifty, up to a bound', () => {
    const { annotations } = toCheckRun(makeMany(2_000), NO_LINKS)
    const chunks = chunkAnnotations(annotations)
    expect(chunks.flat()).toEqual(annotations)
    expect(annotations).toHaveLength(MOST_ANNOTATIONS)
    expect(chunks.map((chunk) => chunk.length)).toEqual(Array(10).fill(50))
    expect(chunkAnnotations(annotations.slice(0, 51)).map((one) => one.length)).toEqual([50, 1])
    expect(chunkAnnotations([])).toEqual([])
  })
})
