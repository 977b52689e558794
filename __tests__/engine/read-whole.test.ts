import { expect, test } from '@jest/globals'
import { isReadWhole } from '../../src/engine/read-whole.ts'

test.each([
  '.gitattributes',
  'deep/down/.gitattributes',
  '.GitAttributes',
  'x/.gitattributes.',
  'GITATT~1',
  'gitatt~4',
  'x/GI7D29~0',
  'gi7d29~F',
  '.countersign/plans/P-1.yml',
  '.Countersign/audit/x.jsonl',
  '.github/countersign.yml',
  '.github/countersign-strict.YAML',
  '.GITHUB/countersign.yaml',
])('reads %s whole', (path) => {
  expect(isReadWhole(path)).toBe(true)
})

test.each([
  'gitattributes',
  'x.gitattributes',
  'src/.countersign/x',
  '.github/workflows/countersign.yml',
  'countersign.yml',
  'x/.github/countersign.yml',
  '.github/countersign.yml.md',
  '.github/countersign/x.yml',
  '.github/countersign.json',
  'gitatt~5',
  'agitatt~1',
  'gitatt~1x',
  'gi7d29~g',
])('does not read %s whole', (path) => {
  expect(isReadWhole(path)).toBe(false)
})

test('reads the given policy files whole', () => {
  expect(isReadWhole('policies/team.yml', ['policies/team.yml'])).toBe(true)
})
