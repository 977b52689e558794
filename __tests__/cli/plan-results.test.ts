import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
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
    expect(stdout).toContain('AC1: "retries three times": no report to find it in')
    expect(code).toBe(1)
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
