import { describe, expect, test } from '@jest/globals'
import { paths } from '../../../src/engine/checks/paths.ts'
import type { ChangedFile } from '../../../src/engine/evidence.ts'
import { addedFile, describeFindings, findingsOf, makeFile, runCheck } from '../make.ts'

function check(file: ChangedFile, rules = '[]') {
  return runCheck(paths, `version: 1\npaths: ${rules}\n`, { files: [file] })
}

const found = (file: ChangedFile, rules?: string) =>
  describeFindings(findingsOf(check(file, rules)))

describe('the kind of a change', () => {
  const link = { content: 'b', mode: '120000' }
  const submodule = { content: '', mode: '160000' }
  const program = { content: 'x', mode: '100755' }

  test.each<[string, ChangedFile, string[]]>([
    ['a new link', addedFile('a', 'b', '120000'), ['change/symlink deny a']],
    [
      'a link that leads elsewhere',
      makeFile('a', link, { ...link, content: 'c' }),
      ['change/symlink deny a'],
    ],
    ['a file that becomes a link', makeFile('a', 'x', link), ['change/symlink deny a']],
    ['a link that is removed', makeFile('a', link, null), []],
    ['a link that becomes a file', makeFile('a', link, 'x'), []],
    ['a new submodule', makeFile('a', null, submodule), ['change/submodule deny a']],
    ['a submodule that is removed', makeFile('a', submodule, null), ['change/submodule deny a']],
    ['a submodule that becomes a file', makeFile('a', submodule, 'x'), ['change/submodule deny a']],
    ['a new program', makeFile('a', null, program), ['change/executable warn a']],
    ['a file that becomes a program', makeFile('a', 'x', program), ['change/executable warn a']],
    ['a program that stays one', makeFile('a', program, { ...program, content: 'y' }), []],
    ['a program that is one no more', makeFile('a', program, 'x'), []],
    ['a renamed program', makeFile('b', program, program, 'a'), []],
    ['a plain file', addedFile('a', 'x'), []],
    [
      'attributes',
      addedFile('.gitattributes', '* ident\n'),
      ['change/git-attributes deny .gitattributes'],
    ],
    [
      'attributes in a folder, in another case',
      addedFile('a/.GITATTRIBUTES', '* ident\n'),
      ['change/git-attributes deny a/.GITATTRIBUTES'],
    ],
    ['harmless attributes', addedFile('.gitattributes', '* text\n'), []],
    [
      'attributes moved away',
      makeFile('a.txt', '* ident\n', '* ident\n', '.gitattributes'),
      ['change/git-attributes deny a.txt'],
    ],
    [
      'attributes under the short name of NTFS',
      addedFile('GITATT~1', '* ident\n'),
      ['change/git-attributes deny GITATT~1'],
    ],
    ['a file whose name only ends so', addedFile('x.gitattributes', '* ident\n'), []],
  ])('%s', (_, file, findings) => {
    expect(found(file)).toEqual(findings)
  })

  test('is decided by a rule that names the path', () => {
    const rules =
      '[{ id: tools, match: ["bin/**"], decision: approve, approvers: ["@bob"], reason: r }]'
    expect(findingsOf(check(addedFile('bin/x', 'y', '100755'), rules))).toMatchObject([
      { rule: 'path/tools', level: 'approve', approvers: ['@bob'], reason: 'r' },
      { rule: 'change/executable', level: 'approve', approvers: ['@bob'] },
    ])
  })
})

test('a rename runs into rules under both names', () => {
  const rules = '[{ id: a, match: [a], decision: deny }, { id: b, match: [b], decision: warn }]'
  expect(found(makeFile('b', 'x', 'x', 'a'), rules)).toEqual(['path/b warn b', 'path/a deny a'])
})

test('a finding says what happened to the file', () => {
  const evidenceOf = (file: ChangedFile, rules?: string) =>
    findingsOf(check(file, rules)).map(({ evidence }) => evidence)
  const rules = '[{ id: a, match: [a], decision: deny }]'
  expect(evidenceOf(makeFile('a', 'x', null), rules)).toEqual([{ status: 'deleted' }])
  expect(evidenceOf(addedFile('a', 'x', '100755'))).toEqual([{ new: true }])
  expect(evidenceOf(makeFile('a', 'x', { content: 'x', mode: '100755' }))).toEqual([{ new: false }])
  expect(evidenceOf(addedFile('.gitattributes', '* ident filter=x\n'))).toEqual([
    { attributes: ['filter', 'ident'] },
  ])
})

test('the summary counts rules, then paths', () => {
  const two = '[{ id: a, match: [a], decision: deny }, { id: b, match: ["{a,b}"], decision: deny }]'
  const files = [addedFile('a', ''), addedFile('b', '')]
  expect(runCheck(paths, `version: 1\npaths: ${two}\n`, { files })).toMatchObject({
    summary: '2 paths under 2 rules',
  })
  const rules = '[{ id: a, match: [a], decision: deny }]'
  expect(check(addedFile('b', ''), rules)).toMatchObject({
    summary: 'no protected path touched (1 rule)',
  })
  expect(check(addedFile('a', ''), rules)).toMatchObject({ summary: '1 path under 1 rule' })
})
