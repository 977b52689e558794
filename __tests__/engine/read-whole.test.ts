import { expect, test } from '@jest/globals'
import { isReadWhole } from '../../src/engine/read-whole.ts'

test.each([
  '.gitattributes',
  'deep/down/.gitattributes',
  '.GitAttributes',
  'x/.gitattributes.',
  'GITATT~1',
  '.countersign/plans/P-1.yml',
  '.Countersign/audit/x.jsonl',
  '.github/countersign.yml',
  '.github/countersign-strict.YAML',
])('reads %s whole', (path) => {
  expect(isReadWhole(path)).toBe(true)
})

test.each([
  'gitattributes',
  'x.gitattributes',
  'src/.countersign/x',
  '.github/workflows/countersign.yml',
  'countersign.yml',
])('does not read %s whole', (path) => {
  expect(isReadWhole(path)).toBe(false)
})

test('reads the given policy files whole', () => {
  expect(isReadWhole('policies/team.yml', ['policies/team.yml'])).toBe(true)
})
