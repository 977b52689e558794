import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readLocalResults } from '../../src/sources/local-results.ts'

const REPORT = '<testsuite name="s" tests="1"><testcase classname="c" name="works"/></testsuite>\n'
/** More of these than fit into a path, one in the other: nobody can list the last, not even root. */
const LONG_NAME = 'n'.repeat(250)
const TOO_DEEP = 17

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-results-'))
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'reports', 'junit.xml'), REPORT)
})
afterEach(() => {
  execFileSync('rm', ['-rf', folder])
})

function read() {
  const [reading] = readLocalResults(['reports/**/*.xml'], folder)
  const told = reading?.reports.map((report) =>
    'code' in report ? `${report.code}: ${report.detail}` : report.source,
  )
  return { told, problems: reading?.problems }
}

test('a folder that cannot be read is told of, for it may hold a failed report', () => {
  const script = `for _ in $(seq ${TOO_DEEP}); do mkdir ${LONG_NAME} && cd ${LONG_NAME}; done`
  execFileSync('bash', ['-c', script], { cwd: join(folder, 'reports') })
  expect(read()).toEqual({
    told: ['malformed: it cannot be read', 'reports/junit.xml'],
    problems: [],
  })
})

test('the honest twin, a folder that holds nothing, is not', () => {
  mkdirSync(join(folder, 'reports', 'empty'))
  expect(read()).toEqual({ told: ['reports/junit.xml'], problems: [] })
})

test('where there is no such folder, there is no file', () => {
  rmSync(join(folder, 'reports'), { recursive: true })
  const evidence = { artifact: 'reports/**/*.xml', cause: 'no file' }
  expect(read()).toEqual({
    told: [],
    problems: [{ rule: 'acceptance/no-results', level: 'deny', evidence }],
  })
})
