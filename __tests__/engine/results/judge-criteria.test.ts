import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BareFinding } from '../../../src/engine/finding.ts'
import type { Criterion } from '../../../src/engine/plan/plan.ts'
import { judgeCriteria } from '../../../src/engine/results/judge-criteria.ts'
import { judgeRedGreen } from '../../../src/engine/results/judge-red-green.ts'
import { matchNames } from '../../../src/engine/results/match-names.ts'
import type { ReportProblem, TestReport, TestStatus } from '../../../src/engine/results/report.ts'
import { wordFinding } from '../../../src/engine/wording/index.ts'

/** Whether a plan's tests are met, each way around it beside the honest change it looks like. */

const RETRIES = 'webhooks/retry › retries three times'

type Entry = readonly [name: string, status?: TestStatus]

function report(source: string, ...entries: readonly Entry[]): TestReport {
  const tests = entries.map(([name, status = 'passed']) => ({
    name,
    status,
    file: null,
    durationMs: 1,
    attempts: 1,
  }))
  return { format: 'jest', source, tests }
}

function criterion(...tests: readonly string[]): Criterion {
  return { id: 'AC1', criterion: 'It retries.', tests, manual: false }
}

/** The rules found for one wanted name, and whether the criterion is met. */
function judge(wanted: string, ...reports: readonly (TestReport | ReportProblem)[]) {
  const { verdicts, findings } = judgeCriteria([criterion(wanted)], reports)
  const isMet = verdicts[0]?.isMet === true
  expect(isMet).toBe(findings.length === 0)
  return { isMet, rules: findings.map(({ rule }) => rule), findings }
}

function only(findings: readonly BareFinding[]): BareFinding {
  expect(findings).toHaveLength(1)
  return findings[0] as BareFinding
}

describe('a test that no usable report has', () => {
  const other = report('linux', ['b'])
  const problem = (code: ReportProblem['code']): ReportProblem => {
    return { code, detail: '', line: null, source: 'windows' }
  }

  test('is missing where all reports can be used', () => {
    expect(judge('a', other).rules).toEqual(['acceptance/missing-test'])
  })

  test('is open where one that cannot be may hold it', () => {
    expect(judge('a', other, problem('truncated')).rules).toEqual(['acceptance/malformed'])
  })

  test('is missing where the other report holds none', () => {
    expect(judge('a', other, problem('no-tests')).rules).toEqual([
      'acceptance/no-results',
      'acceptance/missing-test',
    ])
  })

  test('one that is in a usable report is judged by it all the same', () => {
    const failing = report('linux', ['a', 'failed'])
    expect(judge('a', failing, problem('encoding')).rules).toEqual([
      'acceptance/malformed',
      'acceptance/failed',
    ])
  })
})

describe('which test a name means', () => {
  const suite = report('ci', [RETRIES], ['webhooks/retry › gives up'], ['a › b › c'])

  test.each([
    RETRIES,
    'retries three times',
    'b › c',
    'c',
    'webhooks/retry › *',
    '*times',
    'retr* three *',
    'b › *',
  ])('met: %s', (wanted) => {
    expect(judge(wanted, suite)).toMatchObject({ isMet: true, findings: [] })
  })

  test.each([
    ['only the beginning', 'webhooks/retry'],
    ['not at a boundary', 'three times'],
    ['half a part', 'retry › retries three times'],
    ['other case', 'Retries three times'],
    ['a space too many', 'retries three times '],
    ['two spaces', 'retries  three times'],
    ['another separator', 'webhooks/retry > retries three times'],
    ['a question mark', 'retries three time?'],
    ['braces', '{retries,retried} three times'],
    ['brackets', 'retries [t]hree times'],
    ['a glob that matches nothing', 'webhooks/retry › resends *'],
    ['a glob whose ends overlap', 'retries three times*times'],
    ['a glob not from a boundary', 'three *'],
  ])('missing: %s', (_, wanted) => {
    expect(judge(wanted, suite).rules).toEqual(['acceptance/missing-test'])
  })

  test('every end that starts with a part is found, and no other', () => {
    const part = fc.constantFrom('a', 'b', '', '›', ' ', 'a ', '\u{1f680}')
    const text = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' › '))
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (wanted, names) => {
        const match = matchNames([wanted, 'other'], names).get(wanted)
        const ends = names.filter((it) => it !== wanted && it.endsWith(` › ${wanted}`))
        expect(match?.exact === wanted).toBe(names.includes(wanted))
        expect(match?.others).toEqual(ends.filter((it) => it !== ` › ${wanted}`))
      }),
    )
  })

  test('special characters stand for themselves', () => {
    for (const name of [
      'adds [1] + {2} (3)',
      'does it work?',
      '!not',
      '#1',
      'a\\b',
      '$&',
      'a.b|c',
    ]) {
      expect(judge(name, report('ci', [`s › ${name}`])).isMet).toBe(true)
    }
    expect(judge('does it work?', report('ci', ['does it worky'])).isMet).toBe(false)
  })

  test('the end of two names means neither; either full name means one', () => {
    const two = report('ci', ['a › same'], ['b › same'])
    const finding = only(judge('same', two).findings)
    expect(finding).toMatchObject({
      rule: 'acceptance/duplicate',
      evidence: { cause: 'ambiguous', tests: ['a › same', 'b › same'] },
    })
    expect(judge('a › same', two).isMet).toBe(true)
  })

  test('so do ends in two reports', () => {
    expect(judge('same', report('one', ['a › same']), report('two', ['b › same'])).rules).toEqual([
      'acceptance/duplicate',
    ])
  })

  test('an exact name wins over the ends of others that passed', () => {
    expect(judge('same', report('ci', ['same'], ['b › same'])).isMet).toBe(true)
  })

  test.each<[TestStatus, string]>([
    ['failed', 'failed'],
    ['flaky', 'failed'],
    ['unknown', 'failed'],
    ['skipped', 'skipped'],
    ['todo', 'skipped'],
  ])('and hides none that is %s', (status, rule) => {
    const hidden = report('ci', ['same'], ['b › same', status])
    expect(judge('same', hidden).rules).toEqual([`acceptance/${rule}`])
    expect(judge('same', report('ci', ['same'], ['b › other', status])).isMet).toBe(true)
  })

  test('what it would have hidden is named', () => {
    const { findings } = judge(
      'retries three times',
      report('ci', [RETRIES, 'failed'], ['retries three times']),
    )
    expect(only(findings)).toMatchObject({
      rule: 'acceptance/failed',
      evidence: { tests: [RETRIES], reports: ['ci'] },
    })
  })

  test('a test that is called like the glob hides none', () => {
    const suite = report('ci', ['retry › *'], ['retry › a', 'failed'])
    expect(judge('retry › *', suite).rules).toEqual(['acceptance/failed'])
    expect(judge('retry › *', report('ci', ['retry › *'], ['retry › a'])).isMet).toBe(true)
  })
})

describe('only passed counts, everywhere', () => {
  test.each<[TestStatus, string, Record<string, unknown>]>([
    ['failed', 'acceptance/failed', { causes: ['failed'] }],
    ['flaky', 'acceptance/failed', { causes: ['flaky'] }],
    ['unknown', 'acceptance/failed', { causes: ['unknown'] }],
    ['skipped', 'acceptance/skipped', { causes: ['skipped'] }],
    ['todo', 'acceptance/skipped', { causes: ['todo'] }],
  ])('%s', (status, rule, evidence) => {
    const finding = only(judge(RETRIES, report('ci', [RETRIES, status])).findings)
    expect(finding).toMatchObject({ rule, level: 'deny' })
    expect(finding.evidence).toMatchObject({
      criterion: 'AC1',
      test: RETRIES,
      tests: [RETRIES],
      reports: ['ci'],
      ...evidence,
    })
  })

  test('one leg of a matrix failing fails it; shards need it once', () => {
    const [linux, windows] = [report('linux', [RETRIES]), report('windows', [RETRIES, 'failed'])]
    expect(judge(RETRIES, linux, windows).findings[0]?.evidence?.reports).toEqual(['windows'])
    expect(judge(RETRIES, linux, report('windows', [RETRIES])).isMet).toBe(true)
    expect(judge(RETRIES, linux, report('other shard', ['x'])).isMet).toBe(true)
  })

  test('skipped in one leg and passed in the other is skipped', () => {
    expect(judge(RETRIES, report('a', [RETRIES]), report('b', [RETRIES, 'skipped'])).rules).toEqual(
      ['acceptance/skipped'],
    )
  })

  test('twice in one report is once too often, even when both passed', () => {
    const finding = only(judge(RETRIES, report('ci', [RETRIES], [RETRIES])).findings)
    expect(finding).toMatchObject({ rule: 'acceptance/duplicate', evidence: { cause: 'repeated' } })
    expect(judge(RETRIES, report('ci', [RETRIES]), report('ci', [RETRIES])).isMet).toBe(true)
  })

  test('failed and passed in one report is both a duplicate and a failure', () => {
    expect(judge(RETRIES, report('ci', [RETRIES, 'failed'], [RETRIES])).rules).toEqual([
      'acceptance/duplicate',
      'acceptance/failed',
    ])
  })

  test('of a glob every test has to pass', () => {
    const suite = report('ci', ['r › a'], ['r › b', 'failed'], ['r › c', 'todo'], ['x', 'failed'])
    const { rules, findings } = judge('r › *', suite)
    expect(rules).toEqual(['acceptance/failed', 'acceptance/skipped'])
    expect(findings[0]?.evidence?.tests).toEqual(['r › b'])
    expect(judge('r › *', report('ci', ['r › a'], ['r › b'], ['x', 'failed'])).isMet).toBe(true)
  })

  test('a criterion is met when all its tests are', () => {
    const ci = report('ci', ['a'], ['b'])
    expect(judgeCriteria([criterion('a', 'b')], [ci]).verdicts[0]?.isMet).toBe(true)
    const { verdicts } = judgeCriteria([criterion('a', 'missing')], [ci])
    expect(verdicts[0]?.isMet).toBe(false)
    expect(verdicts[0]?.tests.map(({ isMet }) => isMet)).toEqual([true, false])
  })

  test('criteria for people are not judged here', () => {
    const manual = { ...criterion(), manual: true }
    expect(judgeCriteria([manual], [])).toEqual({ verdicts: [], findings: [] })
  })
})

describe('reports that say nothing', () => {
  const problem = (code: ReportProblem['code']): ReportProblem => ({
    code,
    detail: 'it ends before its last bracket',
    line: 3,
    source: 'ci',
  })

  test('none at all', () => {
    expect(judge(RETRIES).rules).toEqual(['acceptance/no-results'])
  })

  test.each<[ReportProblem['code'], string]>([
    ['no-tests', 'acceptance/no-results'],
    ['run-failed', 'acceptance/failed'],
    ['truncated', 'acceptance/malformed'],
    ['inconsistent', 'acceptance/malformed'],
    ['unknown-format', 'acceptance/malformed'],
  ])('%s is %s', (code, rule) => {
    const { rules, findings } = judge(RETRIES, problem(code))
    expect(rules).toEqual([rule])
    expect(findings[0]?.evidence?.detail).toBe('line 3: it ends before its last bracket')
  })

  test('one of several keeps every criterion from being met', () => {
    const { verdicts, findings } = judgeCriteria(
      [criterion(RETRIES)],
      [report('ci', [RETRIES]), problem('truncated')],
    )
    expect(verdicts[0]).toMatchObject({ isMet: false, tests: [{ isMet: true }] })
    expect(findings.map(({ rule }) => rule)).toEqual(['acceptance/malformed'])
    expect(judge(RETRIES, report('ci', [RETRIES]), report('more', ['x'])).isMet).toBe(true)
  })
})

describe('names that only look like it', () => {
  test.each([
    ['case', 'webhooks/retry › Retries three times'],
    ['a Cyrillic letter', 'webhooks/retry › r\u0435tries three times'],
    ['a zero-width space', 'webhooks/retry › retries\u200b three times'],
    ['a space behind', 'webhooks/retry › retries three times '],
    ['a no-break space', 'webhooks/retry › retries\u00a0three times'],
    ['full-width letters', 'webhooks/retry › ｒetries three times'],
  ])('%s', (_, name) => {
    const finding = only(judge(RETRIES, report('ci', [name])).findings)
    expect(finding).toMatchObject({
      rule: 'acceptance/missing-test',
      evidence: { cause: 'only a look-alike' },
    })
    expect(finding.evidence?.nearest).toHaveLength(1)
    expect(wordFinding(finding).message).toContain('only looks like it')
    expect(judge(name, report('ci', [name])).isMet).toBe(true)
  })

  test('a composed and a decomposed letter', () => {
    const [nfc, nfd] = ['grün'.normalize('NFC'), 'grün'.normalize('NFD')]
    expect(judge(nfc, report('ci', [nfd])).findings[0]?.evidence?.cause).toBe('only a look-alike')
    expect(judge(nfd, report('ci', [nfd])).isMet).toBe(true)
  })

  test('what nobody can see is spelled out', () => {
    const { findings } = judge('abc', report('ci', ['a\u200bbc']))
    expect(findings[0]?.evidence?.nearest).toEqual(['a\\u{200B}bc'])
  })

  test('a typing mistake gets the nearest names', () => {
    const ci = report('ci', [RETRIES], ['webhooks/retry › gives up'], ['billing › charges once'])
    const finding = only(judge('retrys three times', ci).findings)
    expect(finding.evidence).toMatchObject({ cause: 'not in any report', nearest: [RETRIES] })
  })
})

describe('red before green', () => {
  const head = [report('head', ['r › new'], ['r › old'])]
  const rules = (test: string, ...base: readonly (TestReport | ReportProblem)[]) =>
    judgeRedGreen([criterion(test)], head, base).map(({ rule }) => rule)

  test.each<[string, string, TestReport, readonly string[]]>([
    ['missing on the base', 'new', report('base', ['r › old']), []],
    ['failing on the base', 'new', report('base', ['r › new', 'failed']), []],
    ['passing on the base', 'old', report('base', ['r › old']), ['acceptance/always-green']],
    [
      'passing at the second try',
      'old',
      report('base', ['r › old', 'flaky']),
      ['acceptance/always-green'],
    ],
    ['one of a glob is new', 'r › *', report('base', ['r › old']), []],
    ['none of a glob is new', 'r › o*', report('base', ['r › old']), ['acceptance/always-green']],
  ])('%s', (_, wanted, base, expected) => {
    expect(rules(wanted, base)).toEqual(expected)
  })

  test('no report of the base, or one that cannot be read', () => {
    const broken: ReportProblem = { code: 'truncated', detail: 'cut', line: null, source: 'base' }
    expect(rules('new')).toEqual(['acceptance/no-base-report'])
    expect(rules('new', report('base', ['x']), broken)).toEqual(['acceptance/no-base-report'])
    expect(judgeRedGreen([], head, [])).toEqual([])
  })

  test('a test that passed in one report of the base and failed in another was red', () => {
    const bases = [report('linux', ['r › old']), report('windows', ['r › old', 'failed'])]
    expect(rules('old', ...bases)).toEqual([])
    expect(rules('old', report('linux', ['r › old']), report('windows', ['r › old']))).toEqual([
      'acceptance/always-green',
    ])
  })

  test('a report of the base without tests is red, and what is found says of what', () => {
    const empty: ReportProblem = { code: 'no-tests', detail: 'x', line: null, source: 'base' }
    expect(rules('new', empty)).toEqual([])
    const judged = judgeRedGreen([criterion('old')], head, [report('base', ['r › old'])])
    expect(only(judged).evidence).toMatchObject({ criterion: 'AC1', test: 'old' })
    const causeOf = (...base: ReportProblem[]) =>
      judgeRedGreen([criterion('new')], head, base).map(({ evidence }) => evidence?.cause)
    expect(causeOf()).toEqual(['there is none'])
    expect(causeOf({ ...empty, code: 'truncated', detail: 'cut' })).toEqual(['cut'])
  })

  test("a run that failed on the base is red: a new test's file does not load there", () => {
    const failed: ReportProblem = { code: 'run-failed', detail: 'x', line: null, source: 'base' }
    expect(rules('new', failed)).toEqual([])
    expect(rules('old', failed, report('base', ['r › old']))).toEqual(['acceptance/always-green'])
  })
})

test('evidence is short, however much an attacker writes', () => {
  const long = 'x'.repeat(9000)
  const many = Array.from({ length: 500 }, (_, at): Entry => [`r › ${long}${at}`, 'failed'])
  const finding = only(judge('r › *', report(long, ...many)).findings)
  expect(finding.evidence?.test_count).toBe(500)
  expect(JSON.stringify(finding).length).toBeLessThan(5000)
  expect(wordFinding(finding).message.length).toBeLessThan(3000)
})
