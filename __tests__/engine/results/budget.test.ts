import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { openBudget } from '../../../src/engine/results/budget.ts'
import { readReport } from '../../../src/engine/results/read-report.ts'
import { isReportProblem } from '../../../src/engine/results/report.ts'
import { JUNIT, jest } from './make-reports.ts'

/** What many reports may hold together: each of them is within its own limits. */

const bytes = (text: string) => new TextEncoder().encode(text)
const NAMES = 'retry › retries three timesretry › backs off'.length

/** What became of three times the same report: its tests, or what is wrong with it. */
function readThrice(budget: ReturnType<typeof openBudget>) {
  return ['one', 'two', 'three'].map((source) => {
    const reading = readReport(bytes(JUNIT), source, budget)
    return isReportProblem(reading) ? reading.code : reading.tests.length
  })
}

describe('all reports together', () => {
  test('are within a budget as any run of tests has it', () => {
    expect(readThrice(openBudget())).toEqual([2, 2, 2])
  })

  test.each([
    ['bytes', { bytes: 2 * bytes(JUNIT).length }],
    ['tests', { tests: 4 }],
    ['names', { nameCharacters: 2 * NAMES }],
  ])('may not hold more %s than a budget has', (_, few) => {
    expect(readThrice({ ...openBudget(), ...few })).toEqual([2, 2, 'too-large'])
  })

  test('names of files count as well', () => {
    const budget = openBudget()
    readReport(bytes(jest({ suite: { name: 'f'.repeat(40) } })), 'x', budget)
    expect(openBudget().nameCharacters - budget.nameCharacters).toBe(40 + 'retry › a'.length)
  })

  test('a small report behind the one that was too much is not read either', () => {
    const budget = { ...openBudget(), tests: 1 }
    for (const text of [JUNIT, jest()]) {
      expect(readReport(bytes(text), 'x', budget)).toMatchObject({
        code: 'too-large',
        detail: expect.stringContaining('all reports together'),
      })
    }
  })

  test('a report that cannot be read spends its bytes only', () => {
    const budget = openBudget()
    readReport(bytes('<testsuite>'), 'x', budget)
    expect(budget).toEqual({ ...openBudget(), bytes: openBudget().bytes - 11 })
  })
})

/** Reads ten reports of 8 MB, each with one name in it, and keeps what was read. */
const KEEPER = `
const [{ readReport }, { openBudget }] = await Promise.all(process.argv.slice(1).map((it) => import(it)))
const noise = '<system-out>' + 'é'.repeat(4_000_000) + '</system-out>'
const name = 'retries three times '.repeat(5)
const file = 'retry.test.ts '.repeat(5)
const text = '<testsuite><testcase name="' + name + '" file="' + file + '"/>' + noise + '</testsuite>'
const report = new TextEncoder().encode(text)
const kept = Array.from({ length: 10 }, (_, at) => readReport(report, String(at), openBudget()))
console.log(kept.flatMap((it) => it.tests ?? it.code).length)
gc()
console.log(process.memoryUsage().heapUsed < 24_000_000)
`

test('the text of a report is not kept for the names in it', () => {
  const modules = ['read-report.js', 'budget.js'].map(
    (name) => pathToFileURL(join(process.cwd(), 'build/src/engine/results', name)).href,
  )
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '--eval', KEEPER, ...modules],
    { encoding: 'utf8' },
  )
  expect([stdout, stderr]).toEqual(['10\ntrue\n', ''])
})
