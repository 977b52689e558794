import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Ajv } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type { Decision } from '../../../src/engine/decision.ts'
import { NO_LINKS, type ReportLinks } from '../../../src/reports/links.ts'
import type { SarifLog, SarifResult, SarifRule } from '../../../src/reports/sarif/format.ts'
import { renderSarif } from '../../../src/reports/sarif/sarif.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
} from '../decisions.ts'

const LINKS: ReportLinks = { server: 'https://github.com', run: null }

const validate = compileSchema()

/** The official schema, which is of draft 4. */
function compileSchema() {
  const file = join(process.cwd(), '__tests__/fixtures/sarif/sarif-schema-2.1.0.json')
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true })
  addFormats.default(ajv as unknown as Ajv)
  return ajv.compile<SarifLog>(JSON.parse(readFileSync(file, 'utf8')))
}

/** The log, once it is shown to be what the official schema asks for and what GitHub asks for beside it. */
function render(decision: Decision, links: ReportLinks = LINKS): SarifLog {
  const text = renderSarif(decision, links)
  const log = JSON.parse(text)
  expect([validate(log), validate.errors]).toEqual([true, null])
  expectGitHubToTake(log, text)
  return log
}

/**
 * What docs.github.com says under "SARIF support for code scanning" (supported properties) and "SARIF results
 * exceed one or more limits".
 */
function expectGitHubToTake(log: SarifLog, text: string): void {
  expect(log.runs.length).toBeLessThanOrEqual(20)
  const [{ results, tool }] = log.runs
  const { rules } = tool.driver
  expect(gzipSync(text).length).toBeLessThan(10_000_000)
  expect(results.length).toBeLessThanOrEqual(5_000)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.filter((rule) => !isRuleTaken(rule))).toEqual([])
  const ids = rules.map(({ id }) => id)
  const strange = results.filter((result) => !isTaken(result, ids))
  expect(strange).toEqual([])
}

/** Lengths and numbers that are shown whole. */
function isRuleTaken({
  id,
  shortDescription,
  fullDescription,
  help,
  properties,
}: SarifRule): boolean {
  const severity = properties['security-severity'] ?? '0.0'
  return (
    id.length <= 255 &&
    shortDescription.text.length <= 1024 &&
    fullDescription.text.length <= 1024 &&
    help.text !== '' &&
    properties.tags.length <= 10 &&
    /^(?:\d\.\d|10\.0)$/.test(severity)
  )
}

const REPOSITORY_ROOT = 'https://root.example/repository/'

/** One place in the repository, a rule that is there, a fingerprint. */
function isTaken(result: SarifResult, rules: readonly string[]): boolean {
  const { uri } = result.locations[0].physicalLocation.artifactLocation
  const resolved = new URL(uri, REPOSITORY_ROOT).href
  return (
    result.locations.length === 1 &&
    resolved === REPOSITORY_ROOT + uri &&
    /^[\w.~%/-]+$/.test(uri) &&
    result.locations[0].physicalLocation.region.startLine >= 1 &&
    rules[result.ruleIndex] === result.ruleId &&
    /^[0-9a-f]{16}:1$/.test(result.partialFingerprints.primaryLocationLineHash ?? '')
  )
}

function resultsOf(decision: Decision): readonly SarifResult[] {
  return render(decision).runs[0].results
}

const placeOf = ({ locations: [{ physicalLocation }] }: SarifResult) =>
  `${physicalLocation.artifactLocation.uri}:${physicalLocation.region.startLine}`

describe('a decision as SARIF', () => {
  test('names the tool, the commit and the verdict', () => {
    const [run] = render(makeBlocked()).runs
    expect(run.tool.driver.name).toBe('Countersign')
    expect(run.versionControlProvenance).toEqual([
      { repositoryUri: 'https://github.com/acme/shop', revisionId: 'c'.repeat(40) },
    ])
    expect(run.automationDetails.id).toBe(`countersign/${'3'.repeat(16)}`)
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: 'Blocked: 5 findings to settle' } },
    ])
  })

  test('without findings it is an empty list, which closes the alerts of before', () => {
    const [run] = render(makeDecision()).runs
    expect([run.results, run.tool.driver.rules]).toEqual([[], []])
  })

  test('claims no repository address that it does not know', () => {
    const [run] = render(makeBlocked(), NO_LINKS).runs
    expect(run).not.toHaveProperty('versionControlProvenance')
  })

  test.each([
    ['deny', { level: 'deny' as const }, 'error'],
    ['approve that blocks', { level: 'approve' as const }, 'error'],
    ['approve that waits', { level: 'approve' as const, blocking: false }, 'warning'],
    ['warn', { level: 'warn' as const, blocking: false }, 'warning'],
    ['info', { level: 'info' as const, blocking: false }, 'note'],
  ])('%s', (_, parts, level) => {
    const [result] = resultsOf(makeBlocked({ findings: [makeFinding(parts)] }))
    expect(result).toMatchObject({ level })
    expect(result).not.toHaveProperty('suppressions')
  })

  test('what was signed for is a suppressed note', () => {
    const signed = makeFinding({ level: 'approve', blocking: false, settled: true })
    const [result] = resultsOf(makeDecision({ findings: [signed] }))
    expect(result).toMatchObject({
      level: 'note',
      suppressions: [{ kind: 'external', status: 'accepted' }],
    })
  })

  test('an override suppresses what it set aside, and nothing else', () => {
    const findings = [makeFinding(), makeFinding({ level: 'warn', blocking: false })]
    const results = resultsOf(makeBlocked({ conclusion: 'override', findings }))
    expect(results.map((it) => it.suppressions?.length ?? 0)).toEqual([1, 0])
    const blocked = resultsOf(makeBlocked({ findings }))
    expect(blocked.map((it) => it.suppressions?.length ?? 0)).toEqual([0, 0])
  })

  test('a rule is as grave as the gravest of its findings', () => {
    const rule = 'pattern/unscannable'
    const findings = [
      makeFinding({ rule, level: 'warn', blocking: false }),
      makeFinding({ rule, level: 'deny' }),
    ]
    const { rules } = render(makeBlocked({ findings })).runs[0].tool.driver
    expect(rules).toHaveLength(1)
    expect(rules[0]).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['countersign', 'pattern', 'security'], 'security-severity': '8.0' },
    })
  })

  test('a finding keeps its fingerprint when its line moves', () => {
    const finding = makeFinding()
    const prints = [3, 300].map(
      (line) => resultsOf(makeBlocked({ findings: [{ ...finding, line }] }))[0],
    )
    expect(prints[0]?.partialFingerprints).toEqual(prints[1]?.partialFingerprints)
    expect(prints.map((it) => it && placeOf(it))).toEqual(['src/other.ts:3', 'src/other.ts:300'])
  })
})

describe('the place of a finding', () => {
  const at = (parts: Parameters<typeof makeFinding>[0], decision: Partial<Decision> = {}) =>
    resultsOf(makeBlocked({ findings: [makeFinding({ line: null, ...parts })], ...decision })).map(
      placeOf,
    )

  test.each([
    ['plain', 'src/a.ts', 'src/a.ts:1'],
    ['with spaces and marks', "src/it's (1) #2?.ts", 'src/it%27s%20%281%29%20%232%3F.ts:1'],
    ['with a colon in front', 'javascript:alert(1)', 'javascript%3Aalert%281%29:1'],
    ['of another script', 'größe/読む', 'gr%C3%B6%C3%9Fe/%E8%AA%AD%E3%82%80:1'],
    ['with half a character', 'a/\ud800.ts', 'a/%EF%BF%BD.ts:1'],
    ['that climbs out', '../../etc/passwd', '.github/countersign.yml:1'],
    ['that is absolute', '/etc/passwd', '.github/countersign.yml:1'],
  ])('a path %s', (_, path, place) => {
    expect(at({ rule: 'path/locked', path })).toEqual([place])
  })

  test('a path that is no address is said in words', () => {
    const parts = { path: '../x', message: 'Locked.', remedy: 'Author: stop.' }
    const [result] = resultsOf(makeBlocked({ findings: [makeFinding(parts)] }))
    expect(result?.message.text).toBe('../x: Locked. Author: stop.')
  })

  test('without a path it is at the plan or the policy', () => {
    expect(at({ rule: 'scope/must-untouched', path: null })).toEqual([
      '.countersign/plans/PAY-142.yml:1',
    ])
    expect(at({ rule: 'audit/missing', path: null })).toEqual(['.github/countersign.yml:1'])
    expect(at({ rule: 'audit/missing', path: null }, { policy: null })).toEqual([
      '.github/countersign.yml:1',
    ])
  })

  test('a plan that is no file of the base gives no place', () => {
    const plan = { ...makeDecision().plan, source: 'issue:#3' } as NonNullable<Decision['plan']>
    expect(at({ rule: 'plan/stale-approval', path: null }, { plan })).toEqual([
      '.github/countersign.yml:1',
    ])
  })

  test.each([0, -7, 2 ** 40, Number.NaN])('the impossible line %d is made possible', (line) => {
    expect(resultsOf(makeBlocked({ findings: [makeFinding({ line })] }))).toHaveLength(1)
  })
})

describe('what an attacker writes', () => {
  test('stays text: no link, no control character, no command for the runner', () => {
    const text = renderSarif(makeAttacked(), LINKS)
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]|##\[/)
    for (const { message } of render(makeAttacked()).runs[0].results) {
      expect(message.text).not.toMatch(/\]\(/)
    }
  })

  test('a link in a message is broken, its words stay', () => {
    const message = 'See [the passing run](https://evil.example) and [1](2).'
    const [result] = resultsOf(makeBlocked({ findings: [makeFinding({ message, remedy: '' })] }))
    expect(result?.message.text.trim()).toBe(
      'See [the passing run] (https://evil.example) and [1] (2).',
    )
  })

  test('whatever names and words are, the file is valid', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...ATTACKS),
      fc
        .array(fc.constantFrom('..', '.', '', '/', '\\', '%2e', 'a', ':', '?', '#'), {
          maxLength: 6,
        })
        .map((parts) => parts.join('/')),
    )
    const finding = fc.record({
      rule: word,
      path: fc.option(word),
      line: fc.option(fc.integer()),
      message: word,
      remedy: word,
      level: fc.constantFrom('deny' as const, 'approve' as const, 'warn' as const),
      settled: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 6 }), (parts) => {
        render(makeBlocked({ findings: parts.map((part) => makeFinding(part)) }))
      }),
      { numRuns: 150 },
    )
  })
})

describe('more than code scanning takes', () => {
  test('5,000 findings fit whole', () => {
    const [run] = render(makeMany(5_000)).runs
    expect(run.results).toHaveLength(5_000)
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1)
  })

  test('of more, the most urgent are kept and the rest is counted', () => {
    const many = makeMany(6_000)
    const [first, ...others] = many.findings.map((it) => ({
      ...it,
      level: 'warn' as const,
      blocking: false,
    }))
    const last = makeFinding({ rule: 'audit/missing' })
    const findings = first === undefined ? [] : [first, ...others, last]
    const [run] = render({ ...many, findings }).runs
    expect(run.results[0]?.ruleId).toBe('audit/missing')
    expect(run.invocations[0].toolExecutionNotifications[1]?.message.text).toMatch(
      /^1001 findings left out/,
    )
  })

  test('what is too long is cut, to whole results', () => {
    const message = 'x<&"\u202e'.repeat(1_000)
    const many = makeMany(2_000)
    const findings = many.findings.map((it) => ({
      ...it,
      message,
      path: `${'<'.repeat(500)}/${it.path}`,
    }))
    const [run] = render({ ...many, findings }).runs
    expect(run.results.length).toBeGreaterThan(20)
    expect(run.invocations[0].toolExecutionNotifications[1]?.message.text).toMatch(
      /^\d+ findings left out/,
    )
  })
})
