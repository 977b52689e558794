import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openBudget } from '../../../src/engine/results/budget.ts'
import { judgeCriteria } from '../../../src/engine/results/judge-criteria.ts'
import { looksLikeReport } from '../../../src/engine/results/looks-like-report.ts'
import { matchNames } from '../../../src/engine/results/match-names.ts'
import { nearestNames } from '../../../src/engine/results/nearest-names.ts'
import { readReport } from '../../../src/engine/results/read-report.ts'
import { isReportProblem } from '../../../src/engine/results/report.ts'
import { endInTime } from '../../support/end-in-time.ts'
import { ctrf, GO, go, JUNIT, jest, jestTest, read, TAP } from './make-reports.ts'

/** Whatever the bytes are, there is an answer, it is the same one twice, and a cut one is no pass. */

const SEEDS = {
  JUNIT,
  TAP,
  'TAP with its plan first': '1..2\nok 1 - a # SKIP\nok 2 - retries # TODO later\n',
  GO,
  jest: jest({ tests: [jestTest('a'), jestTest('b', { status: 'failed' })] }),
  CTRF: ctrf([{ name: 'a', status: 'passed', suite: ['s'] }]),
}

describe('a report cut anywhere is a problem, or says all that it said', () => {
  test.each(Object.entries(SEEDS))('%s', (_, text) => {
    const bytes = new TextEncoder().encode(text)
    const whole = readReport(bytes, 'x', openBudget())
    if (isReportProblem(whole)) throw new Error(whole.detail)
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = readReport(bytes.subarray(0, length), 'x', openBudget())
      if (!isReportProblem(cut)) expect(cut).toEqual(whole)
    }
  })
})

const bytes = fc.uint8Array({ maxLength: 300 })
const mutated = fc
  .record({
    seed: fc.constantFrom(...Object.values(SEEDS)),
    at: fc.nat(),
    drop: fc.nat(40),
    insert: fc.oneof(
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.constantFrom('ok 1 - x\n', '{', '"', '</testsuite>', '<failure/>', '    ', '1..1\n', '\\'),
    ),
  })
  .map(({ seed, at, drop, insert }) => {
    const from = at % seed.length
    return new TextEncoder().encode(seed.slice(0, from) + insert + seed.slice(from + drop))
  })

test('nothing throws, and the same bytes give the same answer', () => {
  fc.assert(
    fc.property(fc.oneof(bytes, mutated), (input) => {
      const first = readReport(input, 'x', openBudget())
      expect(readReport(input, 'x', openBudget())).toEqual(first)
      expect(isReportProblem(first) || first.tests.length > 0).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('a failure that is added to a report makes no criterion met', () => {
  const name = fc.constantFrom('a', 'b', 's › a', 's › b', 't › a')
  const status = fc.constantFrom('passed', 'failed', 'skipped', 'todo', 'flaky', 'unknown')
  const outcome = fc.record({ name, status }).map((it) => ({
    ...it,
    file: null,
    durationMs: null,
    attempts: 1,
  }))
  const report = fc.array(outcome, { minLength: 1, maxLength: 6 })
  const wanted = fc.constantFrom('a', 's › a', '*', 's › *')
  fc.assert(
    fc.property(
      fc.array(report, { minLength: 1, maxLength: 3 }),
      name,
      wanted,
      (all, added, test) => {
        const judge = (reports: typeof all) =>
          judgeCriteria(
            [{ id: 'AC', criterion: '', tests: [test], manual: false }],
            reports.map((tests, at) => ({ format: 'tap', source: `${at}`, tests })),
          ).verdicts[0]?.isMet
        const failure = {
          name: added,
          status: 'failed',
          file: null,
          durationMs: null,
          attempts: 1,
        } as const
        if (judge(all) !== true) return
        const now = judge([...all, [failure]])
        const concerns = matchNames([test], [added]).get(test)
        const isMeant =
          concerns !== undefined && (concerns.exact !== null || concerns.others.length > 0)
        expect(now).toBe(!isMeant)
      },
    ),
    { numRuns: 1000 },
  )
})

/** So many that anything quadratic in them would be at it for minutes. */
const MANY = 100_000

describe('time is linear in the input', () => {
  const big = (make: (size: number) => string) => (size: number) => void read(make(size))

  test.each<[string, (size: number) => void]>([
    ['one JSON text', big((n) => `{"testResults":"${'\\"'.repeat(n * 20)}"}`)],
    ['backslashes without end', big((n) => `{"testResults":"${'\\'.repeat(n * 40)}`)],
    ['keys', big((n) => `{${Array.from({ length: n }, (_, at) => `"k${at}":0`).join()}}`)],
    ['XML elements', big((n) => `<testsuite>${'<properties/>'.repeat(n * 2)}</testsuite>`)],
    ['one XML attribute', big((n) => `<testsuite name="${'&amp;'.repeat(n * 8)}"/>`)],
    [
      'tests below suites with long names',
      big((n) => {
        const suites = `<testsuite name="${'x'.repeat(n / 2)}">`.repeat(20)
        const cases = '<testcase name="a" classname="b"/>'.repeat(n / 2)
        return `${suites}${cases}${'</testsuite>'.repeat(20)}`
      }),
    ],
    ['unmatched closing tags', big((n) => `<testsuite>${'</a>'.repeat(n * 20)}`)],
    ['one TAP line of marks', big((n) => `1..1\nok 1 - ${'# \\'.repeat(n * 10)}\n`)],
    ['TAP noise', big((n) => `1..0\n${'ok-ish\n'.repeat(n * 8)}`)],
    ['one go line', big((n) => go(`output T${'x'.repeat(n * 40)}`))],
    [
      'go subtests in long names',
      big((n) =>
        go(
          ...Array.from({ length: n / 40 }, (_, at) => `skip T${at}${'/xxxxx'.repeat(60)}`),
          'pass',
        ),
      ),
    ],
    [
      'TAP subtests',
      big((n) => {
        const indents = Array.from({ length: 20 }, (_, at) => '    '.repeat(at + 1))
        const plans = indents.map((indent) => `${indent}1..1\n`)
        const points = indents.map((indent) => `${indent}ok - a\n`).reverse()
        const nested = `${plans.join('')}${points.join('')}ok - a\n`
        return `# x\n${nested.repeat(n / 40)}1..${n / 40}\n`
      }),
    ],
    [
      'CTRF tests in many suites',
      big((n) =>
        ctrf(
          Array.from({ length: n / 40 }, () => ({
            name: 'a',
            status: 'passed',
            suite: Array.from({ length: 40 }, () => 's'),
          })),
        ),
      ),
    ],
    [
      'jest tests in many blocks',
      big((n) =>
        jest({
          tests: Array.from({ length: n / 40 }, () =>
            jestTest('a', { ancestorTitles: Array.from({ length: 40 }, () => 's') }),
          ),
        }),
      ),
    ],
    ['versions without end', big((n) => 'TAP version \n'.repeat(n * 8))],
    ...[
      '"Action" ',
      '"Action"',
      '1..1 ',
      '1..1#\r',
      'TAP version 1\n ',
      '\\u0061',
      '\0<testsuit',
      'ok\n',
    ].map((piece): [string, (size: number) => void] => [
      `marks that are none: ${JSON.stringify(piece)}`,
      (n) => void looksLikeReport(new TextEncoder().encode(piece.repeat(n * 10))),
    ]),
    [
      'names to choose the nearest from',
      (n) =>
        void nearestNames(
          'retries three times',
          Array.from({ length: n }, (_, at) => `retries ${at} times`),
        ),
    ],
    [
      'many ends of names to look for',
      (n) =>
        void matchNames(
          Array.from({ length: n / 40 }, (_, at) => 'b › '.repeat(at)),
          Array.from({ length: 200 }, () => 'a › '.repeat(n / 40)),
        ),
    ],
    [
      'separators in names',
      (n) =>
        void matchNames(
          ['a › a', 'a › *b*c'],
          Array.from({ length: n / 10 }, () => 'a › '.repeat(100)),
        ),
    ],
  ])('%s', (_, run) => {
    expect(() => endInTime(() => run(MANY))).not.toThrow()
  })
})
