import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openBudget } from '../../../src/engine/results/budget.ts'
import { detectFormat, readReport } from '../../../src/engine/results/read-report.ts'
import {
  isReportProblem,
  type ReportFormat,
  type TestStatus,
} from '../../../src/engine/results/report.ts'

/**
 * What real runners wrote, read test by test. The suites in every folder are the same one in the
 * runner's own words; a runner differs in how it names tests and in what it does not tell.
 */

const FOLDER = join(process.cwd(), '__tests__/fixtures/reports')

interface SuiteTest {
  readonly status: TestStatus
  readonly blocks: readonly string[]
  readonly title: string
}

function one(status: TestStatus, blocks: readonly string[], title: string): SuiteTest {
  return { status, blocks, title }
}

const RETRY = ['webhooks/retry']
const DEEP = ['webhooks/retry', 'größe › 測試 🚀']

const COMMON: readonly SuiteTest[] = [
  one('passed', RETRY, 'retries three times'),
  one('failed', RETRY, 'fails on purpose'),
  one('skipped', RETRY, 'is skipped'),
  one('todo', RETRY, 'is still to be written'),
  one('passed', DEEP, 'squares 1 to 1'),
  one('passed', DEEP, 'squares 2 to 4'),
]
const TWICE = [one('passed', ['twice'], 'same title'), one('passed', ['twice'], 'same title')]
const FLAKY = one('flaky', ['flaky'], 'passes at the second try')
const TOP = one('passed', [], 'at the top')
const NODE_PARENT = 'a test with subtests'
const NODE = [
  ...COMMON,
  ...TWICE,
  one('passed', [NODE_PARENT], 'a subtest'),
  one('skipped', [NODE_PARENT], 'a skipped subtest'),
]
const NODE_TOP = ['has a # and a \\ in its name', 'prints what looks like TAP']

type Line = readonly [TestStatus, string]

/** The suite's tests as lines, named by a runner; `told` replaces statuses it cannot tell. */
function lines(
  tests: readonly SuiteTest[],
  name: (test: SuiteTest) => string,
  told: Partial<Record<TestStatus, TestStatus>> = {},
): Line[] {
  return tests.map((test) => [told[test.status] ?? test.status, name(test)])
}

const byBlocks = ({ blocks, title }: SuiteTest) => [...blocks, title].join(' › ')
const ofClass = (name: string) => (test: SuiteTest) => `${name} › ${test.title}`
const inFile =
  (file: string, separator: string) =>
  ({ blocks, title }: SuiteTest) =>
    `${file} › ${[...blocks, title].join(separator)}`

const JEST = [...COMMON, ...TWICE, FLAKY, TOP]
const MOCHA = [...COMMON, ...TWICE, FLAKY]
const GO = 'example.com/shop/retry'

const NODE_XML: readonly Line[] = [
  ...lines(NODE, byBlocks),
  ...NODE_TOP.map((name): Line => ['passed', `test › ${name}`]),
]
const NODE_TAP: readonly Line[] = [
  ...lines(NODE, byBlocks),
  ['passed', 'webhooks/retry › größe › 測試 🚀'],
  ['failed', 'webhooks/retry'],
  ['passed', 'twice'],
  ['skipped', NODE_PARENT],
  ...NODE_TOP.map((name): Line => ['passed', name]),
]

type Fixture = readonly [file: string, format: ReportFormat, expected: readonly Line[]]

const FIXTURES: readonly Fixture[] = [
  ['jest/jest.json', 'jest', lines(JEST, byBlocks)],
  ['vitest/vitest.json', 'vitest', lines(JEST, byBlocks)],
  [
    'jest/jest-ctrf.json',
    'ctrf',
    lines(JEST, ({ blocks, title }) => {
      const suite = ['webhooks.test.js', ...blocks].join(' > ')
      return `${suite} › ${[...blocks, title].join(' ')}`
    }),
  ],
  [
    'vitest/vitest-junit.xml',
    'junit',
    lines(JEST, inFile('webhooks.test.js', ' > '), { todo: 'skipped', flaky: 'passed' }),
  ],
  [
    'mocha/mocha-xunit.xml',
    'junit',
    lines(MOCHA, ({ blocks, title }) => `${blocks.join(' ')} › ${title}`, {
      todo: 'skipped',
      flaky: 'passed',
    }),
  ],
  [
    'mocha/mocha-ctrf.json',
    'ctrf',
    lines(MOCHA, ({ blocks, title }) => [...blocks, title].join(' '), { todo: 'skipped' }),
  ],
  [
    'playwright/playwright-junit.xml',
    'junit',
    lines([...COMMON, FLAKY], inFile('webhooks.spec.ts', ' › '), {
      todo: 'skipped',
      flaky: 'passed',
    }),
  ],
  [
    'playwright/playwright-ctrf.json',
    'ctrf',
    lines(
      [...COMMON, FLAKY],
      ({ blocks, title }) => `${['webhooks.spec.ts', ...blocks].join(' > ')} › ${title}`,
      { todo: 'skipped' },
    ),
  ],
  ['node/node20.xml', 'junit', NODE_XML],
  ['node/node24.xml', 'junit', NODE_XML],
  ['node/node20.tap', 'tap', NODE_TAP],
  ['node/node24.tap', 'tap', NODE_TAP],
  [
    'pytest/pytest.xml',
    'junit',
    [
      ...lines(
        [
          one('passed', [], 'test_retries_three_times'),
          one('failed', [], 'test_fails_on_purpose'),
          one('skipped', [], 'test_is_skipped'),
          one('skipped', [], 'test_is_a_known_failure'),
        ],
        ofClass('test_webhooks.TestRetry'),
      ),
      ...lines(
        [
          one('passed', [], 'test_squares[1-1]'),
          one('passed', [], 'test_squares[2-4]'),
          one('passed', [], 'test_größe_測試'),
          one('failed', [], 'test_with_a_broken_fixture'),
        ],
        ofClass('test_webhooks'),
      ),
    ],
  ],
  [
    'go/go.json',
    'go',
    [
      ['passed', `${GO} › TestRetriesThreeTimes`],
      ['failed', `${GO} › TestFailsOnPurpose`],
      ['skipped', `${GO} › TestIsSkipped`],
      ['passed', `${GO} › TestSquares/one`],
      ['passed', `${GO} › TestSquares/größe_測試`],
      ['passed', `${GO} › TestSquares/with/slash`],
      ['passed', `${GO} › TestSquares`],
      ['passed', `${GO} › TestParentOfASkippedOne/runs`],
      ['skipped', `${GO} › TestParentOfASkippedOne/is_skipped`],
      // go says "passed"; a test whose subtest was skipped did not run whole.
      ['skipped', `${GO} › TestParentOfASkippedOne`],
    ],
  ],
  [
    'go/gotestsum.xml',
    'junit',
    [
      ['failed', `${GO} › TestFailsOnPurpose`],
      ['skipped', `${GO} › TestIsSkipped`],
      ['skipped', `${GO} › TestParentOfASkippedOne/is_skipped`],
      ['passed', `${GO} › TestRetriesThreeTimes`],
      ['passed', `${GO} › TestSquares/one`],
      ['passed', `${GO} › TestSquares/größe_測試`],
      ['passed', `${GO} › TestSquares/with/slash`],
      ['passed', `${GO} › TestSquares`],
      ['passed', `${GO} › TestParentOfASkippedOne/runs`],
      ['passed', `${GO} › TestParentOfASkippedOne`],
    ],
  ],
  [
    'surefire/surefire.xml',
    'junit',
    lines(
      [
        one('failed', [], 'throwsOnPurpose'),
        one('failed', [], 'failsOnPurpose'),
        one('passed', [], 'retriesThreeTimes'),
        one('flaky', [], 'passesAtTheSecondTry'),
        one('skipped', [], 'isSkipped'),
      ],
      ofClass('com.acme.RetryTest'),
    ),
  ],
  [
    'tap/tap.tap',
    'tap',
    [
      ...lines(COMMON.slice(0, 4), byBlocks),
      ['passed', 'webhooks/retry › größe › 測試 🚀 › squares'],
      ['passed', 'webhooks/retry › größe › 測試 🚀'],
      ['failed', 'webhooks/retry'],
    ],
  ],
  [
    'tape/tape.tap',
    'tap',
    [
      ['passed', 'retries three times'],
      ['failed', 'fails on purpose'],
      ['skipped', 'is skipped'],
      ['passed', 'größe › 測試 🚀'],
      ['passed', 'same title'],
      ['passed', 'same title'],
    ],
  ],
  // This reporter writes titles without blocks, and of nested tests only their block.
  [
    'vitest/vitest-ctrf.json',
    'ctrf',
    [
      ['passed', 'retries three times'],
      ['failed', 'fails on purpose'],
      ['skipped', 'is skipped'],
      ['todo', 'is still to be written'],
      ['passed', 'größe › 測試 🚀'],
      ['passed', 'same title'],
      ['passed', 'same title'],
      ['flaky', 'passes at the second try'],
    ],
  ],
]

function readFixture(file: string): Uint8Array {
  return readFileSync(join(FOLDER, file))
}

describe('reports of real runners are read test by test', () => {
  test.each(FIXTURES)('%s', (file, format, expected) => {
    const report = readReport(readFixture(file), file, openBudget())
    if (isReportProblem(report)) throw new Error(`${report.code}: ${report.detail}`)
    expect(report.format).toBe(format)
    expect(detectFormat(readFixture(file))).toBe(format)
    expect(report.source).toBe(file)
    const sorted = (all: readonly Line[]) => all.map((it) => it.join(' ')).sort()
    expect(sorted(report.tests.map((it) => [it.status, it.name]))).toEqual(sorted(expected))
  })

  test('tries and files are told where the runner tells them', () => {
    const report = readReport(readFixture('jest/jest.json'), 'jest.json', openBudget())
    if (isReportProblem(report)) throw new Error(report.detail)
    const flaky = report.tests.find(({ status }) => status === 'flaky')
    expect(flaky).toMatchObject({ attempts: 2, file: '/project/webhooks.test.js' })
    expect(flaky?.durationMs).toEqual(expect.any(Number))
  })
})

describe('reports of real runners that cannot be relied on', () => {
  test.each([
    ['jest/jest-file-fails.json', 'run-failed', 'a file that did not load'],
    ['vitest/vitest-file-fails.json', 'run-failed', 'a file that did not load'],
    ['jest/jest-junit.xml', 'inconsistent', 'todo tests listed as passed and not counted'],
    ['node/node20-unlisted-failure.xml', 'run-failed', 'a failed parent that is not listed'],
  ])('%s: %s, %s', (file, code) => {
    expect(readReport(readFixture(file), file, openBudget())).toMatchObject({ code })
  })

  test('vitest lists a file that did not load as a failed test in its JUnit report', () => {
    const report = readReport(readFixture('vitest/vitest-junit-file-fails.xml'), 'x', openBudget())
    if (isReportProblem(report)) throw new Error(report.detail)
    expect(report.tests).toContainEqual(
      expect.objectContaining({ name: 'broken.test.js › broken.test.js', status: 'failed' }),
    )
  })
})
