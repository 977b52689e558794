import { describe, expect, test } from '@jest/globals'
import type { DoctorFacts } from '../../../src/engine/doctor/facts.ts'
import { diagnose } from '../../../src/engine/doctor/index.ts'
import {
  answers,
  branch,
  healthy,
  known,
  OWN_APP,
  rule,
  withPolicy,
  withWorkflow,
} from './healthy.ts'

/** A gate that nothing requires yet: what would hold once something does. */

const open = (facts: DoctorFacts, rules = [rule('pull_request')]): DoctorFacts => ({
  ...facts,
  branches: [branch({ rules: known(rules) })],
  publishers: known([]),
})
const withOwnToken = open(healthy())
const withWorkflowToken = (token = '') =>
  open(withWorkflow((text) => text.replace(/ {10}github-token.*\n/, token)))

const fixesOf = (facts: DoctorFacts) =>
  diagnose(facts, null)
    .sections.filter(({ id }) => ['required', 'forgery'].includes(id))
    .flatMap(({ advice }) => advice.map(({ fix }) => fix))

describe('with the token of the workflow', () => {
  test.each([
    '',
    'github.token',
    "secrets['GITHUB_TOKEN']",
    'steps.app.outputs.token || github.token',
  ])('as "%s" requiring it would not be enough', (expression) => {
    const given = expression === '' ? '' : `          github-token: ${'$'}{{ ${expression} }}\n`
    const facts = withWorkflowToken(given)
    expect(answers(facts, 'forgery')).toEqual([
      expect.stringMatching(
        /^problem Nothing was seen to require the check yet, and .* would not be enough/,
      ),
    ])
  })

  test('is advice while the policy blocks nothing', () => {
    const observing = withPolicy('version: 1\nmode: observe\n')
    const facts = { ...withWorkflowToken(), policy: observing.policy }
    expect(answers(facts, 'forgery')[0]).toMatch(/^advice/)
  })

  test('no fix leads to requiring it from every workflow', () => {
    const fixes = fixesOf(withWorkflowToken())
    expect(fixes[0]).toMatch(/^First let the gate publish with a GitHub App of its own/)
    expect(fixes[0]).toContain('not from "GitHub Actions"')
    expect(fixes[1]).toMatch(/GitHub App of its own.* require the check from that App/)
  })

  test('published while another App is required, does not lead there either', () => {
    const publishers = known([
      { kind: 'check', app: 15368, name: 'github-actions', pull: 7 } as const,
    ])
    expect(fixesOf(healthy({ publishers })).join()).toContain(
      'Do not require the check from "GitHub',
    )
    const other = known([{ kind: 'check', app: 99, name: 'gate', pull: 7 } as const])
    expect(fixesOf(healthy({ publishers: other })).join()).toContain(
      'require the check from this App',
    )
  })
})

describe('with a token of its own', () => {
  test('only that App could satisfy it', () => {
    expect(answers(withOwnToken, 'forgery')).toEqual([
      expect.stringMatching(
        /^advice Nothing was seen to require the check yet\. Required from the App/,
      ),
    ])
    expect(fixesOf(withOwnToken)[0]).toMatch(/see which App that is.*not from any source/)
  })

  test('and required, nothing of the kind is said', () => {
    expect(answers(healthy(), 'forgery')).toEqual([
      `good On main only the App ${OWN_APP} can satisfy the check.`,
    ])
  })
})

describe('who could bypass it', () => {
  test('is said in general, and of the rulesets that are there', () => {
    expect(answers(withWorkflowToken(), 'bypass')).toEqual([
      expect.stringMatching(
        /^advice Nothing was seen to require the check yet\. Once a ruleset does/,
      ),
      'good Nobody may bypass ruleset "main".',
    ])
    expect(answers(open(healthy(), []), 'bypass')).toHaveLength(1)
  })
})
