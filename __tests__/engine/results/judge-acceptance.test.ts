import { describe, expect, test } from '@jest/globals'
import type { Evidence, ResultsReading } from '../../../src/engine/evidence.ts'
import type { BareFinding } from '../../../src/engine/finding.ts'
import type { TestReport, TestStatus } from '../../../src/engine/results/report.ts'
import { addedFile, decideOn, type EvidenceParts, makeFile, makePlan } from '../make.ts'

/** What the results of a run make of a plan's criteria, as the whole decision tells it. */

const WORKFLOW = '.github/workflows/ci.yml'
const RUN = 'https://github.com/acme/shop/actions/runs/1'

function policyWith(more = ''): string {
  return `version: 1
plan: {}
acceptance: { required: true, results: [{ workflow: ${WORKFLOW}, artifact: junit, guard: [package.json] }]${more} }
`
}

const CRITERIA = `acceptance:
  - { id: AC1, criterion: It retries., tests: ["retry › retries"] }
  - { id: AC2, criterion: It backs off., tests: ["retry › backs off"] }
`

function report(tests: Readonly<Record<string, TestStatus>>): TestReport {
  const outcomes = Object.entries(tests).map(([name, status]) => {
    return { name, status, file: null, durationMs: null, attempts: 1 }
  })
  return { format: 'junit', source: 'junit.xml', tests: outcomes }
}

const GREEN = report({ 'retry › retries': 'passed', 'retry › backs off': 'passed' })

function reading(more: Partial<ResultsReading> = {}): ResultsReading {
  return { workflow: WORKFLOW, run: RUN, reports: [GREEN], problems: [], ...more }
}

interface Story extends EvidenceParts {
  readonly criteria?: string
}

function judge({ criteria = CRITERIA, policy = policyWith(), ...parts }: Story) {
  const plans = [makePlan({ may: ['**'], more: criteria })]
  return decideOn({ policy, plans, results: [reading()], ...parts })
}

/** `acceptance/failed deny`, one for each finding. */
function found(story: Story): string[] {
  const { findings } = judge(story)
  return findings.map(({ rule, level }) => `${rule} ${level}`)
}

function causesOf(story: Story): unknown[] {
  return judge(story).findings.map(({ evidence }) => evidence.cause)
}

const problem = (rule: string, evidence: BareFinding['evidence'] = {}): BareFinding => {
  return { rule, level: 'deny', evidence: { ...evidence } }
}

describe('criteria that name tests', () => {
  test('are met where all of their tests passed, and the record says by which', () => {
    const decision = judge({})
    expect(decision.conclusion).toBe('pass')
    expect(decision.acceptance).toEqual({
      criteria: [
        {
          id: 'AC1',
          criterion: 'It retries.',
          met: true,
          accepted: null,
          tests: [
            { test: 'retry › retries', met: true, matched: ['retry › retries'], matched_count: 1 },
          ],
        },
        expect.objectContaining({ id: 'AC2', met: true }),
      ],
      runs: [{ workflow: WORKFLOW, url: RUN }],
    })
  })

  test('one that failed leaves the other met', () => {
    const bad = report({ 'retry › retries': 'failed', 'retry › backs off': 'passed' })
    const decision = judge({ results: [reading({ reports: [bad] })] })
    expect(decision.conclusion).toBe('block')
    expect(decision.acceptance?.criteria.map(({ met }) => met)).toEqual([false, true])
    expect(decision.findings).toMatchObject([
      { rule: 'acceptance/failed', evidence: { criterion: 'AC1' } },
    ])
  })

  test('none is met while anything keeps the reports from being all there is', () => {
    const problems = [problem('acceptance/malformed', { cause: 'truncated' })]
    const decision = judge({ results: [reading({ problems })] })
    expect(decision.conclusion).toBe('block')
    expect(decision.acceptance?.criteria.map(({ met }) => met)).toEqual([false, false])
    const elsewhere = [reading(), reading({ workflow: 'other.yml', reports: [], problems })]
    expect(judge({ results: elsewhere }).acceptance?.criteria.some(({ met }) => met)).toBe(false)
  })

  test('a test is looked for in every report there is', () => {
    const [one, two] = [
      report({ 'retry › retries': 'passed' }),
      report({ 'retry › backs off': 'passed' }),
    ]
    const results = [reading({ reports: [one] }), reading({ run: null, reports: [two] })]
    const decision = judge({ results })
    expect(decision.conclusion).toBe('pass')
    expect(decision.acceptance?.runs).toEqual([{ workflow: WORKFLOW, url: RUN }])
  })

  test('many names under one glob are counted, and some of them shown, cut', () => {
    const names = Array.from({ length: 25 }, (_, at) => `t › ${at} ${'x'.repeat(400)}`)
    const reports = [report(Object.fromEntries(names.map((name) => [name, 'passed'])))]
    const criteria = 'acceptance: [{ id: AC1, criterion: All., tests: ["t › *"] }]\n'
    const [criterion] =
      judge({ criteria, results: [reading({ reports })] }).acceptance?.criteria ?? []
    expect(criterion?.tests[0]?.matched_count).toBe(25)
    expect(criterion?.tests[0]?.matched).toHaveLength(20)
    expect(criterion?.tests[0]?.matched.every((name) => name.length === 300)).toBe(true)
  })
})

describe('not being able to tell is not a pass', () => {
  const noSource = 'version: 1\nplan: {}\nacceptance: { required: true }\n'

  test.each<[string, Story, string]>([
    ['no report was found', { results: [] }, 'no report'],
    ['nobody looked for any', { results: null }, 'no report'],
    ['the policy names no source', { policy: noSource, results: null }, 'no source'],
    ['the check is a local one', { local: true, results: null }, 'local check'],
    ['the plan has no criteria', { criteria: '' }, 'the plan has no criteria'],
  ])('when %s', (_, story, cause) => {
    expect(found(story)).toEqual(['acceptance/no-results deny'])
    expect(causesOf(story)).toEqual([cause])
    expect(judge(story).conclusion).toBe('block')
  })

  test('why there is no report is told once, in place of every test that is missing', () => {
    const problems = [problem('acceptance/no-results', { cause: 'expired' })]
    expect(causesOf({ results: [reading({ reports: [], problems })] })).toEqual(['expired'])
  })

  test('a reading without reports and without a reason is no pass either', () => {
    expect(found({ results: [reading({ reports: [] })] })).toEqual(['acceptance/no-results deny'])
  })
})

describe('a file that decides how the tests run', () => {
  const work = addedFile('src/a.ts', 'x\n')

  test.each<[string, ReturnType<typeof makeFile>]>([
    ['edited', makeFile('package.json', '{}', '{"a":1}')],
    ['written in another case', addedFile('Package.JSON', '{}')],
    ['moved away', makeFile('package.old', '{}', '{}', 'package.json')],
  ])('needs an owner when it is %s', (_, file) => {
    const decision = judge({ files: [work, file] })
    expect(decision.findings).toMatchObject([
      { rule: 'acceptance/guard-changed', level: 'approve', evidence: { workflow: WORKFLOW } },
    ])
    expect(decision.conclusion).toBe('block')
  })

  test('honest twin: one of its name elsewhere', () => {
    expect(found({ files: [work, makeFile('docs/package.json', '{}', '{"a":1}')] })).toEqual([])
  })
})

describe('red before green', () => {
  const policy = policyWith(', red_green: true')
  const onBase = (
    tests: Readonly<Record<string, TestStatus>>,
    more: Partial<ResultsReading> = {},
  ) => {
    return [reading({ reports: [report(tests)], ...more })]
  }
  const ended = (how: string) => [problem('acceptance/failed', { cause: 'run', ended: how })]

  test.each<[string, Evidence['baseResults'], string[]]>([
    ['both failed on the base', onBase({ 'retry › retries': 'failed' }), []],
    [
      'the run there failed, as it may',
      onBase({ 'retry › retries': 'failed' }, { problems: ended('failure') }),
      [],
    ],
    [
      'one was green without the change',
      onBase({ 'retry › retries': 'passed' }),
      ['acceptance/always-green deny'],
    ],
    ['nobody knows of the base', null, ['acceptance/no-base-report deny']],
    ['there is no report of the base', [], ['acceptance/no-base-report deny']],
    [
      'the run there was cancelled',
      onBase({ 'retry › retries': 'failed' }, { problems: ended('cancelled') }),
      ['acceptance/no-base-report deny'],
    ],
  ])('%s', (_, baseResults, findings) => {
    expect(found({ policy, baseResults })).toEqual(findings)
  })

  test('is not asked about where the policy does not', () => {
    expect(found({ baseResults: onBase({ 'retry › retries': 'passed' }) })).toEqual([])
  })

  test('is only noted in a local check, which knows no runs of the base', () => {
    const local = { policy, local: true }
    expect(found({ ...local, baseResults: null })).toEqual(['acceptance/no-base-report info'])
    const known = { ...local, baseResults: onBase({ 'retry › retries': 'passed' }) }
    expect(found(known)).toEqual(['acceptance/always-green deny'])
  })

  test.each([
    ['run', 'the run there ended as timed_out'],
    ['no run', 'the workflow has not run there'],
    ['still running', 'the workflow is still running there'],
    ['withheld', 'GitHub did not show it'],
    ['expired', 'the artifact has expired'],
    ['anything else', 'the run there left none that can be used'],
  ])('what is missing of the base is said in words: %s', (cause, words) => {
    const problems = [problem('acceptance/no-results', { cause, ended: 'timed_out' })]
    expect(causesOf({ policy, baseResults: [reading({ problems })] })).toEqual([words])
  })
})

describe('criteria for people', () => {
  const criteria =
    'acceptance: [{ id: AC1, criterion: It reads well., manual: true, tests: ["retry › retries"] }]\n'

  test('need a label beside their tests, and say which', () => {
    const decision = judge({ criteria })
    expect(decision.findings).toMatchObject([
      {
        rule: 'acceptance/not-accepted',
        level: 'deny',
        evidence: { criterion: 'AC1', text: 'It reads well.', label: 'accepted/AC1' },
      },
    ])
    expect(decision.acceptance?.criteria).toMatchObject([{ met: false, accepted: false }])
  })

  test('are only noted in a local check without facts', () => {
    const local = { criteria, local: true }
    expect(found({ ...local, facts: null })).toEqual(['acceptance/not-accepted info'])
    expect(found({ ...local, facts: [] })).toEqual(['acceptance/not-accepted deny'])
    expect(found({ criteria, facts: null })).toEqual(['acceptance/not-accepted deny'])
  })
})

test('an exemption switches acceptance off, and the record says so', () => {
  const author = { login: 'renovate[bot]', type: 'Bot' }
  const at = '2026-11-21T10:00:00Z'
  const push = { kind: 'push', actor: author.login, actor_type: 'Bot', at, head_sha: 'x' } as const
  const policy = `${policyWith()}exempt: [{ actors: ["renovate[bot]"], checks: [acceptance] }]\n`
  const decision = judge({ policy, author, facts: [push], results: [] })
  expect([decision.conclusion, decision.acceptance]).toEqual(['pass', null])
})
