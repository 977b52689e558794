import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../../src/engine/hash.ts'
import { describeProblem } from '../../../src/engine/parsing/yaml.ts'
import { parsePlan } from '../../../src/engine/plan/plan.ts'
import { bytesOf, planText } from '../make.ts'

function problemsIn(text: string): string[] {
  const parsed = parsePlan({ bytes: bytesOf(text) })
  return parsed.ok ? [] : parsed.problems.map(describeProblem)
}

const FULL = `version: 1
id: PAY-142
title: Retry failed payment webhooks
owner: "@alice"
risk: high
base: main
branch: "claude/pay-142*"
expires: "2026-12-31"
scope:
  must: [src/retry.ts]
  may: ["src/**"]
acceptance:
  - id: AC1
    criterion: A failed delivery is retried.
    tests: ["retry › retries"]
  - id: AC2
    criterion: The runbook explains it.
    manual: true
`

test('reads everything a plan says', () => {
  const parsed = parsePlan({ bytes: bytesOf(FULL) })
  expect(parsed).toEqual({
    ok: true,
    plan: {
      id: 'PAY-142',
      title: 'Retry failed payment webhooks',
      owner: '@alice',
      risk: 'high',
      base: 'main',
      branch: 'claude/pay-142*',
      expires: '2026-12-31',
      must: ['src/retry.ts'],
      may: ['src/**'],
      acceptance: [
        {
          id: 'AC1',
          criterion: 'A failed delivery is retried.',
          tests: ['retry › retries'],
          manual: false,
        },
        { id: 'AC2', criterion: 'The runbook explains it.', tests: [], manual: true },
      ],
      sha256: sha256(FULL),
    },
  })
})

test('fills in what may be left out', () => {
  const parsed = parsePlan({ bytes: bytesOf(planText()) })
  expect(parsed.ok && parsed.plan).toMatchObject({
    risk: 'medium',
    base: null,
    branch: null,
    must: [],
    may: [],
    acceptance: [],
  })
})

test('the digest is of the bytes: a comment changes it', () => {
  const digests = [FULL, `${FULL}# approved\n`, FULL.replaceAll('\n', '\r\n')].map((text) => {
    const parsed = parsePlan({ bytes: bytesOf(text) })
    return parsed.ok ? parsed.plan.sha256 : 'refused'
  })
  expect(new Set(digests).size).toBe(3)
  expect(digests).not.toContain('refused')
})

describe('refuses', () => {
  test.each([
    [
      'an unknown key',
      FULL.replace('risk:', 'risks:'),
      'line 5, column 1: "risks" is not a known key',
    ],
    ['no expiry', FULL.replace(/expires.*\n/, ''), '"expires" is missing'],
    [
      'a day that is not in the calendar',
      FULL.replace('12-31', '02-30'),
      'is not a date of the calendar',
    ],
    ['a date in another order', FULL.replace('2026-12-31', '31.12.2026'), 'must be a date such as'],
    ['a time', FULL.replace('2026-12-31', '2026-12-31T00:00:00Z'), '"expires"'],
    ['no scope', FULL.replace(/scope:\n.*\n.*\n/, ''), '"scope" is missing'],
    ['text for a scope', FULL.replace('[src/retry.ts]', 'src/retry.ts'), 'must be a list of paths'],
    ['null for a list', FULL.replace('[src/retry.ts]', ''), 'must be a list of paths'],
    ['a number for a path', FULL.replace('[src/retry.ts]', '[1]'), 'must be text'],
    [
      'a folder with a slash',
      FULL.replace('src/retry.ts', 'src/'),
      'the entry "src/" ends with "/"',
    ],
    ['a negation', FULL.replace('src/**', '!src/**'), 'starts with "!"'],
    ['a way up', FULL.replace('src/**', '../**'), 'can never match'],
    ['a team as the owner', FULL.replace('@alice', '@acme/team'), 'of one person'],
    ['an owner without @', FULL.replace('@alice', 'alice'), 'of one person'],
    [
      'a risk of its own',
      FULL.replace('risk: high', 'risk: none'),
      'must be low, medium, high or critical',
    ],
    ['an id with a slash', FULL.replace('id: PAY-142', 'id: a/b'), 'must be letters, digits'],
    [
      'a dead branch glob',
      FULL.replace('claude/pay-142*', 'claude/'),
      'the entry "claude/" ends with',
    ],
    [
      'a criterion that nothing could meet',
      FULL.replace(/ {4}tests.*\n/, ''),
      'needs "tests" or "manual: true"',
    ],
    [
      'a criterion with no tests in its list',
      FULL.replace(/tests: .*/, 'tests: []'),
      'at least one test',
    ],
    [
      'one criterion twice',
      FULL.replace('AC2', 'AC1'),
      'line 16, column 5: the id "AC1" is used twice',
    ],
    [
      'two criteria whose labels GitHub takes for one',
      FULL.replace('AC2', 'ac1'),
      'line 16, column 5: the id "ac1" is used twice',
    ],
    [
      'a pattern that stands for nothing, where it stands',
      FULL.replace('src/**', '!src'),
      'line 11, column 10: the entry "!src"',
    ],
    [
      'a branch that stands for nothing, where it stands',
      FULL.replace('claude/pay-142*', '!main'),
      'line 7, column 1: the entry "!main"',
    ],
    [
      'a criterion that nothing shows, where it stands',
      FULL.replace('manual: true', 'manual: false'),
      'line 16, column 5: the criterion "AC2" needs',
    ],
    ['two documents', `${FULL}---\n${FULL}`, 'expected one YAML document'],
    ['nothing', '', 'expected one YAML document, found 0'],
  ])('%s', (_, text, problem) => {
    expect(text).not.toBe(FULL)
    expect(problemsIn(text).join('\n')).toContain(problem)
  })

  test('more globs behind its braces than anybody tries', () => {
    const list = (length: number) =>
      Array.from({ length }, (_, at) => `src/${at}/{a,b,c,d,e,f,g,h,i,j}{0,1,2,3,4,5,6,7,8,9}`)
    expect(problemsIn(planText({ may: list(200) }))).toEqual([])
    expect(problemsIn(planText({ may: list(201) }))).toEqual([
      expect.stringContaining('the braces of "scope" stand for more than 20000 globs'),
    ])
  })

  test('more entries than anybody reads', () => {
    const list = (length: number) => Array.from({ length }, (_, at) => `src/${at}`)
    expect(problemsIn(planText({ may: list(5000) }))).toEqual([])
    expect(problemsIn(planText({ may: list(5001) })).join()).toContain('at most 5000 entries')
  })
})
