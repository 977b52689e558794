import { describe, expect, test } from '@jest/globals'
import { parseDocument } from '../../../src/engine/parsing/validate.ts'
import { describeProblem } from '../../../src/engine/parsing/yaml.ts'
import { PolicySchema } from '../../../src/engine/policy/schema.ts'
import { bytesOf } from '../make.ts'

function problemsIn(text: string): string[] {
  const parsed = parseDocument(bytesOf(text), PolicySchema)
  return parsed.ok ? [] : parsed.problems.map(describeProblem)
}

test('a valid document comes with the places of its values', () => {
  const parsed = parseDocument(bytesOf('version: 1\nmode: warn\n'), PolicySchema)
  if (!parsed.ok) throw new Error('refused')
  expect(parsed.value).toEqual({ version: 1, mode: 'warn' })
  expect(describeProblem(parsed.problemAt(['mode'], 'here'))).toBe('line 2, column 1: here')
})

describe('every defect is named with its place', () => {
  test.each([
    ['an unknown key', 'version: 1\nmoods: warn\n', 'line 2, column 1: "moods" is not a known key'],
    [
      'an unknown key of a rule',
      'version: 1\npaths: [{id: a, matches: [b]}]',
      'line 2, column 17: "paths.0.matches" is not a known key',
    ],
    ['a missing version', 'mode: warn\n', '"version" is missing'],
    ['another version', 'version: 2\n', 'line 1, column 1: "version" must be 1'],
    ['a version as text', 'version: "1"\n', '"version" must be 1'],
    ['text for a list', 'version: 1\nbases: main\n', '"bases" must be a list'],
    ['null for a list', 'version: 1\npaths:\n', '"paths" must be a list'],
    ['null for a map', 'version: 1\nplan:\n', '"plan" must be a map of keys to values'],
    ['a list for a map', 'version: 1\nplan: [required]\n', '"plan" must be a map'],
    ['an empty list for a map', 'version: 1\nlimits: []\n', '"limits" must be a map'],
    ['a list for a map of names', 'version: 1\nteams: []\n', '"teams" must be a map'],
    [
      'an empty list where one entry is needed',
      'version: 1\nbases: []\n',
      'must not be an empty list',
    ],
    ['empty text', 'version: 1\nbases: [""]\n', '"bases.0" must not be empty'],
    ['a number for text', 'version: 1\nbases: [1]\n', '"bases.0" must be text'],
    [
      'text for a flag',
      'version: 1\nplan: {required: "yes"}\n',
      '"plan.required" must be true or false',
    ],
    ['a negative limit', 'version: 1\nlimits: {changed_files: -1}\n', 'must be at least 1'],
    ['a fraction', 'version: 1\nlimits: {changed_files: 1.5}\n', 'must be a whole number'],
    ['infinity', 'version: 1\nlimits: {changed_files: .inf}\n', 'must be a whole number'],
    [
      'an unsafe integer',
      'version: 1\nlimits: {changed_files: 9007199254740993}\n',
      'must be a whole number',
    ],
    ['a mode of its own', 'version: 1\nmode: audit\n', 'must be one of: observe, warn, enforce'],
    [
      'an owner without @',
      'version: 1\nplan: {approvers: [alice]}\n',
      '"plan.approvers.0" must be',
    ],
    [
      'an exemption from the evidence check',
      'version: 1\nexempt: [{actors: [x], checks: [evidence]}]',
      'must be one of',
    ],
    [
      'an exemption from the policy check',
      'version: 1\nexempt: [{actors: [x], checks: [policy]}]',
      'must be one of',
    ],
    [
      'an exemption by wildcard',
      'version: 1\nexempt: [{actors: ["*"], checks: [plan]}]',
      'must be a GitHub login',
    ],
    ['a tier of its own', 'version: 1\napprovals: {tiers: {urgent: {minimum: 1}}}', 'approvals'],
    [
      'an unknown flag of an expression',
      'version: 1\npatterns: [{id: a, match: a, flags: g}]',
      'must be made of i, m and s',
    ],
    ['a slash in an id', 'version: 1\npaths: [{id: "a/b", match: [c]}]', 'must be letters, digits'],
    [
      'a key that is not a public key',
      'version: 1\naudit: {signers: [{id: a, ed25519: abc}]}',
      'must be the base64',
    ],
    ['text for a document', 'observe', 'the document must be a map'],
    ['a list for a document', '[]', 'the document must be a map'],
    ['null for a document', 'null', 'the document must be a map'],
  ])('%s', (_, text, expected) => {
    const problems = problemsIn(text)
    expect(problems.join('\n')).toContain(expected)
    expect(problems.every((it) => it.startsWith('line '))).toBe(true)
  })

  test('fifty at most, and how many more', () => {
    const problems = problemsIn(`version: 1\nbases: [${'1, '.repeat(60)}]\n`)
    expect(problems).toHaveLength(51)
    expect(problems.at(-1)).toContain('and 10 more problems')
  })

  test('several at once', () => {
    expect(problemsIn('version: 1\nmode: x\nbases: main\n')).toHaveLength(2)
  })
})

test('an empty list of rules is no defect', () => {
  expect(problemsIn('version: 1\npaths: []\npatterns: []\ncommands: []\nexempt: []\n')).toEqual([])
})
