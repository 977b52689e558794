import { describe, expect, test } from '@jest/globals'
import {
  formatReportedConclusions,
  formatReportedWork,
  parseReportedConclusion,
  parseReportedWork,
  pickReported,
  toWork,
} from '../../../src/engine/approvals/work.ts'
import type { ApprovalFact, HeadReading } from '../../../src/engine/evidence.ts'
import { sha256 } from '../../../src/engine/hash.ts'
import { bytesOf, makeSource } from '../make.ts'
import { base, CODEOWNERS, decideOn, HEAD, labelled, OLD, rules, time } from './story.ts'

/** What a signature was given for beside the head, as the gate's own reports tell it. */

const PATCH = '1'.repeat(32)
const OTHER_PATCH = '2'.repeat(32)
const reading: HeadReading = { patch: '1'.repeat(64), plans: new Map(), audit: new Map() }
const heads = new Map([
  [HEAD, reading],
  [OLD, reading],
])

interface ReportOptions {
  readonly patch?: string
  readonly plan?: string | null
  readonly app?: string
  readonly on?: string
}

function report(minute: number, options: ReportOptions = {}): ApprovalFact {
  const { patch = PATCH, plan = null, app = 'gate[bot]', on = HEAD } = options
  const common = { kind: 'report' as const, actor: app, actor_type: 'Bot', at: time(minute) }
  return { ...common, head_sha: on, work: { plan, patch } }
}

describe('what the gate reported beside a signature', () => {
  const decideAfter = (...reports: readonly ApprovalFact[]) =>
    decideOn({ heads, facts: [...base, ...reports, labelled('alice')] })
  const silent: ApprovalFact = { ...report(3), work: null } as ApprovalFact

  test('another diff of the same head before it: the signature was for that one', () => {
    const decision = decideAfter(report(3, { patch: OTHER_PATCH }))
    expect(rules(decision)).toEqual(['approval/missing', 'approval/stale'])
    expect(decision.approvals[0]?.why).toContain('another diff')
  })

  test.each<[string, readonly ApprovalFact[]]>([
    ['the same diff', [report(3)]],
    ['the same diff before and after it', [report(3), report(8)]],
    ['the same diff only after it', [report(8)]],
    ['another one, and then this one', [report(2, { patch: OTHER_PATCH }), report(3)]],
    ['nothing that says what it was about', [silent]],
    ['nothing at all', []],
  ])('%s: it counts', (_name, reports) => {
    expect(decideAfter(...reports).conclusion).toBe('pass')
  })

  test.each<[string, readonly ApprovalFact[]]>([
    ['another one only after it', [report(8, { patch: OTHER_PATCH })]],
    ['this one, and another one after it', [report(3), report(8, { patch: OTHER_PATCH })]],
    [
      'another one after it, and then this one again',
      [report(3), report(8, { patch: OTHER_PATCH }), report(9)],
    ],
    [
      'another one in the same second, where nobody can say which came first',
      [report(3), report(5, { patch: OTHER_PATCH })],
    ],
    [
      'another one by one of two Apps: an imitation can end a signature, never keep one',
      [report(2, { patch: OTHER_PATCH }), report(3, { app: 'other[bot]' })],
    ],
  ])('%s: it does not', (_name, reports) => {
    const decision = decideAfter(...reports)
    expect(decision.conclusion).toBe('block')
    expect(decision.approvals[0]?.why).toContain('another diff')
  })
})

describe('a signature that is carried over', () => {
  const decideAfter = (...reports: readonly ApprovalFact[]) =>
    decideOn({ heads, facts: [...base, ...reports, labelled('alice', { head_sha: OLD })] })

  test('is bound by what was reported later on the present head', () => {
    const other = report(8, { patch: OTHER_PATCH })
    expect(rules(decideAfter(other))).toEqual(['approval/missing', 'approval/stale'])
    expect(decideAfter(report(8)).conclusion).toBe('pass')
  })

  test('is bound by what was reported on the head it was given for', () => {
    const other = report(3, { patch: OTHER_PATCH, on: OLD })
    expect(decideAfter(other, report(8)).conclusion).toBe('block')
    expect(decideAfter(report(3, { on: OLD }), report(8)).conclusion).toBe('pass')
  })

  test('is not bound by what the present head was reported to hold before it', () => {
    expect(decideAfter(report(3, { patch: OTHER_PATCH })).conclusion).toBe('pass')
  })
})

describe('a plan', () => {
  const POLICY = 'version: 1\nplan: {}\napprovals: {}\n'
  const PLAN =
    'version: 1\nid: P\ntitle: T\nowner: "@o"\nexpires: "2099-01-01"\nscope: { may: ["**"] }\n'
  const THIS = sha256(PLAN).slice(0, 32)
  const OTHER = 'f'.repeat(32)
  const decideAfter = (...reports: readonly ApprovalFact[]) =>
    decideOn({
      heads,
      facts: [...base, ...reports, labelled('alice')],
      trusted: {
        policyPath: '.github/countersign.yml',
        policy: [makeSource(POLICY)],
        codeowners: { source: 'base:CODEOWNERS', path: 'CODEOWNERS', bytes: bytesOf(CODEOWNERS) },
        plans: [{ ...makeSource(PLAN, '.countersign/plans/P.yml'), origin: 'base' as const }],
        auditFiles: [],
      },
    })

  test.each<[string, readonly ApprovalFact[]]>([
    ['this plan', [report(3, { plan: THIS })]],
    ['none, for it was still to come', [report(3)]],
    ['none before and none after', [report(3), report(7), report(8, { plan: THIS })]],
    ['this plan, and none for a while', [report(2, { plan: THIS }), report(3)]],
  ])('that was reported as %s: the signature counts', (_name, reports) => {
    expect(decideAfter(...reports).conclusion).toBe('pass')
  })

  test.each<[string, readonly ApprovalFact[]]>([
    ['another one', [report(3, { plan: OTHER })]],
    ['another one only after the signature', [report(8, { plan: OTHER })]],
    [
      'another one, and then as none, so that the signature would be for any',
      [report(2, { plan: OTHER }), report(3)],
    ],
    [
      'another one, none, and this one after the signature',
      [report(2, { plan: OTHER }), report(3), report(8, { plan: THIS })],
    ],
  ])('that was reported as %s: it does not', (_name, reports) => {
    const decision = decideAfter(...reports)
    expect(decision.conclusion).toBe('block')
    expect(decision.approvals[0]?.why).toContain('another plan')
  })
})

describe('the works that a report carries', () => {
  const plan = '3'.repeat(32)
  const line = `12:${plan}:${PATCH} 7:-:${OTHER_PATCH}`

  test('are read back, each by its own number', () => {
    expect(parseReportedWork(line, 12)).toEqual({ plan, patch: PATCH })
    expect(parseReportedWork(line, 7)).toEqual({ plan: null, patch: OTHER_PATCH })
    expect(parseReportedWork(line, 2)).toBeNull()
  })

  test('are three at most', () => {
    const work = toWork(plan.repeat(2), PATCH.repeat(2))
    expect(work).toEqual({ plan, patch: PATCH })
    const works = new Map([1, 20, 3, 4].map((number) => [number, work]))
    const written = `1:${plan}:${PATCH} 20:${plan}:${PATCH} 3:${plan}:${PATCH}`
    expect(formatReportedWork(works)).toBe(written)
  })

  test.each([
    ['text before it', `x7:-:${PATCH}`],
    ['text after it', `7:-:${PATCH}0`],
    ['half a digest', `7:-:${PATCH.slice(1)}`],
    ['capitals', `7:-:${'A'.repeat(32)}`],
    ['half a plan', `7:3:${PATCH}`],
    ['a plan that is none', `7:${'x'.repeat(32)}:${PATCH}`],
    ['no number', `:-:${PATCH}`],
    ['nothing', ''],
  ])('are nothing with %s', (_, written) => {
    expect(parseReportedWork(written, 7)).toBeNull()
    expect(parseReportedWork(written, Number.NaN)).toBeNull()
  })

  test.each(['x7=block', '7=blocked', '7=maybe', '=block', ''])(
    'and %j tells no conclusion',
    (written) => {
      expect(parseReportedConclusion(written, 7)).toBeNull()
    },
  )

  test('a conclusion is told of a number of any length', () => {
    const conclusions = new Map([
      [1234, 'block'],
      [7, 'not-applicable'],
    ])
    const written = formatReportedConclusions(conclusions)
    expect(written).toBe('1234=block 7=not-applicable')
    expect(parseReportedConclusion(written, 1234)).toBe('block')
    expect(parseReportedConclusion(written, 7)).toBe('not-applicable')
  })
})

describe('the conclusions that a report has room for', () => {
  const pick = (...entries: [number, string][]) => [...pickReported(new Map(entries)).keys()]

  test('are the same whichever pull request was looked at', () => {
    const all = [9, 8, 7, 12, 11].map((number): [number, string] => [number, 'block'])
    expect(pick(...all)).toEqual([7, 8, 9])
    expect(pick(...all.toReversed())).toEqual([7, 8, 9])
  })

  test('are first those that people are told of', () => {
    expect(pick([1, 'pass'], [2, 'pass'], [3, 'not-applicable'], [9, 'override'])).toEqual([
      9, 1, 2,
    ])
  })

  test('are read back one by one, and by readers that know nothing of them', () => {
    const line = `${formatReportedWork(new Map([[7, toWork(null, 'a'.repeat(64))]]))} ${formatReportedConclusions(new Map([[7, 'block']]))}`
    expect(parseReportedConclusion(line, 7)).toBe('block')
    expect(parseReportedConclusion(line, 8)).toBeNull()
    expect(parseReportedWork(line, 7)).toEqual({ plan: null, patch: 'a'.repeat(32) })
  })
})
