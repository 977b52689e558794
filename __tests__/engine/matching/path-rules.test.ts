import { describe, expect, test } from '@jest/globals'
import type { ChangedFile } from '../../../src/engine/evidence.ts'
import type { BareFinding } from '../../../src/engine/finding.ts'
import {
  applyPathRules,
  compilePathRules,
  hitPathRules,
} from '../../../src/engine/matching/path-rules.ts'
import { addedFile, makeFile, makePolicy } from '../make.ts'

function compile(rules: string) {
  return compilePathRules(makePolicy(`version: 1\npaths: [${rules}]\n`).paths)
}

function hits(rules: string, file: ChangedFile): string[] {
  return hitPathRules(compile(rules), file).map(({ rule, path }) => `${rule.id} ${path}`)
}

const rename = makeFile('docs/b.md', 'text\n', 'text\n', 'keys/a.md')
const editedRename = makeFile('docs/b.md', 'text\n', 'text\nmore\n', 'keys/a.md')

describe('on what a rule acts', () => {
  test.each<[string, ChangedFile, string[]]>([
    ['added', addedFile('a', ''), ['a']],
    ['modified', makeFile('a', 'x', 'y'), ['a']],
    ['deleted', makeFile('a', 'x', null), ['a']],
    ['renamed', rename, ['docs/b.md', 'keys/a.md']],
    ['deleted', rename, ['keys/a.md']],
    ['added', rename, ['docs/b.md']],
    ['modified', rename, []],
    ['modified', editedRename, ['docs/b.md']],
    ['modified', addedFile('a', ''), []],
    ['deleted', makeFile('a', 'x', 'y'), []],
    ['renamed', addedFile('a', ''), []],
  ])('%s', (on, file, paths) => {
    const rule = `{id: r, match: ["**"], on: [${on}], decision: deny}`
    expect(hits(rule, file)).toEqual(paths.map((path) => `r ${path}`))
  })
})

test('what was found for one list of rules or one file says nothing about another', () => {
  const file = addedFile('keys/a', '')
  const [any, none] = [compile('{id: r, match: ["KEYS/**"], decision: deny}'), compile('')]
  const ask = (rules: typeof any, of: ChangedFile) => hitPathRules(rules, of).map((hit) => hit.path)
  const asked = [ask(any, file), ask(none, file), ask(any, addedFile('docs/a', '')), ask(any, file)]
  expect(asked).toEqual([['keys/a'], [], [], ['keys/a']])
})

describe('a link or submodule stands for everything below it', () => {
  const rule = '{id: keys, match: ["keys/**"], decision: deny}'

  test.each<[string, ChangedFile]>([
    ['a link', addedFile('keys', '/etc', '120000')],
    ['a submodule', addedFile('keys', '', '160000')],
    ['a link that is removed', makeFile('keys', { content: '/etc', mode: '120000' }, null)],
    ['a submodule that becomes a file', makeFile('keys', { content: '', mode: '160000' }, 'x')],
  ])('%s', (_, file) => {
    expect(hits(rule, file)).toEqual(['keys keys'])
  })

  test('honest twin: a plain file of the name is not below itself', () => {
    expect(hits(rule, addedFile('keys', 'x'))).toEqual([])
    expect(hits(rule, addedFile('docs', '/etc', '120000'))).toEqual([])
  })
})

describe('a rule that names the path decides about built-in findings', () => {
  const builtIn: BareFinding = { rule: 'change/symlink', level: 'deny', path: 'docs/a' }
  const link = addedFile('docs/a', 'b', '120000')
  const apply = (rules: string) => applyPathRules(builtIn, compile(rules), link)

  test('with its level and approvers', () => {
    const rule = '{id: d, match: ["docs/**"], decision: approve, approvers: ["@bob"]}'
    expect(apply(rule)).toEqual({ ...builtIn, level: 'approve', approvers: ['@bob'] })
  })

  test('the strictest of several', () => {
    const warn = '{id: a, match: ["docs/**"], decision: warn}'
    const approve = '{id: b, match: ["**"], decision: approve, approvers: ["@bob"]}'
    const deny = '{id: c, match: ["*/a"], decision: deny}'
    expect(apply(`${warn}, ${approve}`)).toMatchObject({ level: 'approve', approvers: ['@bob'] })
    expect(apply(`${approve}, ${deny}, ${warn}`).level).toBe('deny')
    expect(apply(warn).level).toBe('warn')
  })

  test('only about the findings that it relaxes', () => {
    const rule = (relaxes: string) =>
      `{id: d, match: ["docs/**"], decision: warn, relaxes: [${relaxes}]}`
    expect(apply(rule('change/symlink')).level).toBe('warn')
    expect(apply(rule('change/submodule, pattern/invisible'))).toBe(builtIn)
  })

  test('not a rule for other paths, nor for other kinds of change', () => {
    expect(apply('{id: a, match: ["src/**"], decision: warn}')).toBe(builtIn)
    expect(apply('{id: a, match: ["docs/**"], on: [deleted], decision: warn}')).toBe(builtIn)
  })
})
