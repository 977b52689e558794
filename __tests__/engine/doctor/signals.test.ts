import { describe, expect, test } from '@jest/globals'
import type { DoctorFacts } from '../../../src/engine/doctor/facts.ts'
import { answers, CI, file, healthy, known, POLICY, WORKFLOW, withPolicy } from './healthy.ts'

/** Whether the end of CI, and a review, wake the gate. */

const SIGNAL =
  'name: Review\non: pull_request_review\npermissions: {}\njobs: { a: { steps: [] } }\n'
const REVIEWS = POLICY.replace('reviews: false', 'reviews: true')
const RESULTS = `${POLICY}acceptance: { required: true, results: [{ workflow: .github/workflows/ci.yml, artifact: a }] }\n`

interface Case {
  readonly policy?: string
  readonly waits?: string
  readonly files?: readonly (readonly [string, string])[]
}

function say({ policy = POLICY, waits = 'CI, Review', files = [] }: Case): string[] {
  const gate = WORKFLOW.replace('workflows: [CI]', `workflows: [${waits}]`)
  const all = [['countersign.yml', gate] as const, ...files]
  const workflows = known(all.map(([name, text]) => file(`.github/workflows/${name}`, text)))
  const facts: DoctorFacts = healthy({ workflows, policy: withPolicy(policy).policy })
  return answers(facts, 'workflow').filter((one) => /waits for|when it has|hears of/.test(one))
}

const BOTH = [
  ['ci.yml', CI],
  ['review.yml', SIGNAL],
] as const

describe('a gate that waits for other workflows', () => {
  test.each<[string, Case]>([
    ['both are there', { policy: REVIEWS, files: BOTH }],
    ['a pattern names them', { policy: RESULTS, waits: '"*"', files: BOTH }],
    [
      'one has no name and goes by its path',
      {
        policy: RESULTS,
        waits: '.github/workflows/ci.yml',
        files: [['ci.yml', CI.replace('name: CI\n', '')]],
      },
    ],
    ['one is left out on purpose', { waits: '"**", "!Deploy"', files: BOTH }],
    ['a file cannot be read, and may be the one', { policy: REVIEWS, files: [['x.yml', '{{{']] }],
  ])('is woken where %s', (_name, it) => {
    expect(say(it)).toEqual([])
  })

  test('never hears of a signal workflow that was deleted', () => {
    expect(say({ policy: REVIEWS, files: [['ci.yml', CI]] })).toEqual([
      expect.stringMatching(/^problem .* waits for "Review" to finish, and no workflow on main/),
      expect.stringMatching(/^advice A review counts as a signature/),
    ])
  })

  test('never hears of CI under another name', () => {
    const renamed = CI.replace('name: CI', 'name: Tests')
    expect(say({ policy: RESULTS, waits: 'CI', files: [['ci.yml', renamed]] })).toEqual([
      expect.stringMatching(/^problem .* waits for "CI" to finish/),
      expect.stringMatching(
        /^advice .* from \.github\/workflows\/ci\.yml, and .* does not run when it/,
      ),
    ])
  })

  test('with a name too many harms nobody where nothing such counts', () => {
    expect(say({ files: [['ci.yml', CI]] })).toEqual([
      expect.stringMatching(/^advice .* waits for "Review"/),
    ])
  })
})
