import { describe, expect, test } from '@jest/globals'
import { takesIn } from '../../../src/engine/doctor/filter-pattern.ts'
import { diagnose } from '../../../src/engine/doctor/index.ts'
import { answers, branch, known, requiresWorkflow, withWorkflow } from './healthy.ts'

/** On what the gate runs, each gap beside what looks like it and is none. */

const TYPES = /types: \[opened.*\]/
const onTarget = (lines: string) => withWorkflow((text) => text.replace(TYPES, lines))
const ALL = 'types: [opened, reopened, synchronize, edited, labeled, unlabeled'

function fixOf(facts: ReturnType<typeof onTarget>): string {
  const { sections } = diagnose(facts, null)
  const said = sections.find(({ id }) => id === 'workflow')?.advice ?? []
  return said.find(({ message }) => message.includes('does not hear'))?.fix ?? ''
}

const filtered = (facts: ReturnType<typeof onTarget>) =>
  answers(facts, 'workflow').filter((one) => /filter/.test(one))

describe('the types of "pull_request_target"', () => {
  test('that are not named are opened, synchronize and reopened', () => {
    const facts = onTarget('branches: [main]')
    expect(answers(facts, 'workflow')[1]).toMatch(
      /^advice .* hear of edited, labeled, unlabeled\.$/,
    )
    expect(fixOf(facts)).toBe(`Write "${ALL}, ready_for_review]" under "pull_request_target".`)
  })

  test('of the short form of the event are the same', () => {
    const facts = withWorkflow((text) =>
      text.replace(/on:[\s\S]*?permissions/, 'on: [pull_request_target]\npermissions'),
    )
    expect(answers(facts, 'workflow')[1]).toMatch(
      /^advice .* hear of edited, labeled, unlabeled\.$/,
    )
  })

  test('without "opened" are a problem, and what they name beside is kept', () => {
    const facts = onTarget('types: [reopened, synchronize, edited, labeled, unlabeled, closed]')
    expect(answers(facts, 'workflow')[1]).toMatch(/^problem .* does not hear of opened\.$/)
    expect(fixOf(facts)).toContain(`${ALL}, ready_for_review, closed]`)
  })

  test('that are all there are fine', () => {
    expect(answers(onTarget(`${ALL}]`), 'workflow').join()).not.toContain('does not hear')
  })
})

describe('a filter on branches', () => {
  const release = branch({ name: 'release/x', glob: 'release/*' })
  const withRelease = (lines: string) => ({
    ...onTarget(`${ALL}]\n    ${lines}`),
    branches: [branch(), release],
  })

  test.each([
    ['branches: [main]', /leaves out "release\/\*" \(looked up as release\/x\):/],
    ['branches: [dev]', /leaves out main, "release/],
    ['branches: ["*"]', /leaves out "release/],
    ['branches: ["**", "!release/**"]', /leaves out "release/],
    ['branches-ignore: ["rel*/**"]', /leaves out "release/],
  ])('%s leaves out a protected branch', (lines, words) => {
    expect(filtered(withRelease(lines))).toEqual([expect.stringMatching(words)])
  })

  test.each([
    'branches: [main, "release/*"]',
    'branches: ["**"]',
    'branches: ["!main", "**"]',
    'branches-ignore: ["dependabot/**"]',
  ])('%s does not', (lines) => {
    expect(filtered(withRelease(lines))).toEqual([])
  })
})

describe('a filter on paths', () => {
  test.each(['paths: ["src/**"]', 'paths: ["**", "!docs/**"]', 'paths-ignore: ["docs/**"]'])(
    '%s leaves pull requests without a verdict',
    (lines) => {
      const facts = onTarget(`${ALL}]\n    ${lines}`)
      expect(filtered(facts)).toEqual([
        expect.stringMatching(/^problem .* is not judged, or waits/),
      ])
    },
  )

  test('for everything, or of a required workflow, is none', () => {
    expect(filtered(onTarget(`${ALL}]\n    paths: ["**"]`))).toEqual([])
    const required = {
      ...withWorkflow((text) =>
        text
          .replace(TYPES, `${ALL}]\n    paths: [src]`)
          .replace('          fail-on-block: false\n', ''),
      ),
      branches: [branch({ rules: known([requiresWorkflow()]) })],
    }
    expect(filtered(required)).toEqual([])
  })
})

test.each<[string, string, boolean]>([
  ['CI', 'CI', true],
  ['CI \\[old\\]', 'CI [old]', true],
  ['CI [old]', 'CI [old]', true],
  ['v[12].[0-9]+', 'v1.10', true],
  ['v[12].[0-9]+', 'v3.1', false],
  ['*.js', 'a.js', true],
  ['*', 'a/b', false],
  ['**', 'a/b', true],
  ['a.b', 'axb', false],
  ['[z-a]', 'b', false],
  ['!main', 'main', false],
])('the pattern %s and the name %s: %s', (pattern, name, isTaken) => {
  expect(takesIn([pattern], name)).toBe(isTaken)
})
