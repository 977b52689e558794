import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'

/** `plan lint --results`: a plan's named tests against what real runners wrote. */

const folder = mkdtempSync(join(tmpdir(), 'countersign-results-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fixture = (name: string) => resolve('__tests__/fixtures/reports', name)

function writePlan(...tests: readonly string[]): string {
  const path = join(folder, 'plan.yml')
  writeFileSync(
    path,
    `version: 1
id: PAY-142
title: Retry failed payment webhooks
owner: "@alice"
expires: "2026-12-31"
scope:
  must: [src/webhooks/retry.ts]
acceptance:
  - id: AC1
    criterion: A failed delivery is retried three times.
    ${tests.length === 0 ? 'manual: true' : `tests: ${JSON.stringify(tests)}`}
`,
  )
  return path
}

function lint(tests: readonly string[], ...reports: readonly string[]) {
  return runCli(['plan', 'lint', writePlan(...tests), '--results', ...reports])
}

describe('plan lint --results', () => {
  test('all found and passed', () => {
    const { code, stdout } = lint(
      ['webhooks/retry › retries three times', 'webhooks/retry › größe*'],
      fixture('jest/jest.json'),
      fixture('vitest/vitest.json'),
    )
    expect(stdout).toContain('AC1: "webhooks/retry › retries three times": passed (1 test)')
    expect(stdout).toContain('AC1: "webhooks/retry › größe*": passed (2 tests)')
    expect(code).toBe(0)
  })

  test.each([
    ['retrys three times', 'acceptance/missing-test', 'Similar names: webhooks/retry › retries'],
    ['Retries three times', 'acceptance/missing-test', 'only looks like it'],
    ['fails on purpose', 'acceptance/failed', 'failed'],
    ['passes at the second try', 'acceptance/failed', 'only when it was tried again'],
    ['is skipped', 'acceptance/skipped', 'was skipped'],
    ['is still to be written', 'acceptance/skipped', 'still to be written'],
    ['same title', 'acceptance/duplicate', 'more than once'],
  ])('%s: %s', (name, rule, words) => {
    const { code, stdout } = lint([name], fixture('jest/jest.json'))
    expect(stdout).toContain(`  ${rule}: `)
    expect(stdout).toContain(words)
    expect(code).toBe(1)
  })

  test('a report that cannot be relied on', () => {
    const { code, stdout } = lint(['retries three times'], fixture('jest/jest-file-fails.json'))
    expect(stdout).toContain('acceptance/failed: The run that wrote the test report')
    expect(stdout).toContain('1 test of the plan: no report to find it in')
    expect(code).toBe(1)
  })

  test('what to do is told below each thing in the way', () => {
    const { stdout } = lint(['is skipped', 'same title'], fixture('jest/jest.json'))
    expect(stdout).toContain('\n    Author: let the test run and pass')
    expect(stdout).toContain('in one report: "twice › same title" (')
  })

  test('output of a shell is told from a report, with the usual fix', () => {
    const path = join(folder, 'printed.json')
    writeFileSync(path, `\n> shop@1.0.0 test\n\n${readFileSync(fixture('jest/jest.json'), 'utf8')}`)
    const { code, stdout } = lint(['at the top'], path)
    expect(stdout).toContain('something else stands in front of the report')
    expect(stdout).toContain('"--outputFile FILE" in place of "> FILE 2>&1"')
    expect(code).toBe(1)
  })

  test('a refused report keeps open what no other has, and that is told once', () => {
    const tests = ['at the top', 'passes elsewhere', 'and so does this', 'fails on purpose']
    const refused = fixture('jest/jest-file-fails.json')
    const { code, stdout } = lint(tests, refused, fixture('jest/jest.json'))
    expect(stdout).toContain('AC1: "at the top": passed (1 test)')
    expect(stdout).toContain('acceptance/failed: The test "fails on purpose"')
    expect(stdout).toContain('2 tests of the plan: in no other report')
    expect(stdout).not.toMatch(/missing-test|elsewhere/)
    expect(code).toBe(1)
    expect(lint(tests, fixture('jest/jest.json')).stdout).toMatch(/missing-test.*elsewhere/)
  })

  test('a report that is not there is exit code 2', () => {
    const { code, stderr } = lint(['a'], join(folder, 'no-such.xml'))
    expect(code).toBe(2)
    expect(stderr).toMatch(/^countersign: The test report ".*no-such.xml" cannot be read/)
  })

  test('what a report says cannot give commands to the log', () => {
    const path = join(folder, 'forged.tap')
    writeFileSync(path, 'TAP version 14\nok 1 - ::error::abc \u001b[31m\n1..1\n')
    const { stdout } = lint(['error::abcd'], path)
    expect(stdout).toContain('Similar names')
    expect(stdout).not.toMatch(/::|\u001b/)
  })

  test('a plan whose criteria are for people has nothing to look for', () => {
    const { code, stdout } = lint([], fixture('jest/jest.json'))
    expect(stdout).toContain('no criterion names a test')
    expect(code).toBe(0)
  })
})

describe('a file that is named is a file', () => {
  const pipe = join(folder, 'pipe')
  beforeAll(() => void execFileSync('mkfifo', [pipe]))

  /** Killed when it waits: that is a failure, and no reason to wait along. */
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script, 'bash', process.execPath, resolve('dist/cli/index.js')], {
      encoding: 'utf8',
      timeout: 20_000,
    })

  test.each([
    [
      'a pipe without a writer, as report',
      () => `"$1" "$2" plan lint ${writePlan('a')} --results ${pipe}`,
    ],
    ['a pipe without a writer, as plan', () => `"$1" "$2" plan lint ${pipe}`],
    ['a pipe without a writer, as chain', () => `"$1" "$2" audit verify ${pipe}`],
    ['a device', () => '"$1" "$2" plan lint /dev/zero'],
    ['a device, as chain', () => '"$1" "$2" audit show /dev/zero'],
  ])('%s is exit code 2 at once', (_, script) => {
    const { status, stderr } = shell(script())
    expect(stderr).toMatch(
      /^countersign: The .* cannot be read \(it is a pipe or a device, not a file\)/,
    )
    expect(status).toBe(2)
  })

  test.each([
    ['the output of a command', (plan: string) => `"$1" "$2" plan lint <(cat ${plan})`],
    ['standard input', (plan: string) => `cat ${plan} | "$1" "$2" plan lint /dev/stdin`],
    ['a file as standard input', (plan: string) => `"$1" "$2" plan lint /dev/stdin < ${plan}`],
  ])('%s is read as ever', (_, script) => {
    expect(shell(script(writePlan('a')))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(': valid'),
    })
  })
})
