import { describe, expect, test } from '@jest/globals'
import { type Changes, findUnexplainedPaths, listEntryChanges } from '../../src/gate/group-steps.ts'
import { addedFile } from '../engine/make.ts'

/** What a merge queue's steps may do: each row tells files as `path: before>after`, empty for none. */

function changes(...rows: readonly string[]): Changes {
  return new Map(
    rows.map((row) => {
      const [path = '', before = '', after = ''] = row.split(/[:>]/)
      return [path, { before: entry(before), after: entry(after) }]
    }),
  )
}

/** `x` stands for an executable file with the content of the rest. */
function entry(text: string) {
  if (text === '') return null
  return { blob: text.replace('x', ''), mode: text.includes('x') ? '100755' : '100644' }
}

type Story = readonly [name: string, members: readonly Changes[], steps: readonly Changes[]]

describe('steps that members explain', () => {
  test.each<Story>([
    ['one member, one step', [changes('a:1>2', 'b:>1')], [changes('a:1>2', 'b:>1')]],
    ['nothing at all', [changes('a:1>2')], []],
    [
      'two members, in any order',
      [changes('a:1>2'), changes('b:1>2')],
      [changes('b:1>2'), changes('a:1>2')],
    ],
    [
      'the same file, merged',
      [changes('a:1>2'), changes('a:1>3')],
      [changes('a:1>2'), changes('a:2>23')],
    ],
    ['a file that the base changed meanwhile', [changes('a:1>2')], [changes('a:7>72')]],
    [
      'several commits of one member, on several files',
      [changes('a:1>2', 'b:1>2', 'c:>1')],
      [changes('a:1>2'), changes('b:1>2'), changes('c:>1')],
    ],
    [
      'several commits of one member, on one file',
      [changes('a:1>3')],
      [changes('a:1>2'), changes('a:2>3')],
    ],
    [
      'several commits of two members that share a file',
      [changes('a:1>3', 'b:1>2'), changes('a:1>4', 'c:>1')],
      [changes('b:1>2'), changes('a:1>3'), changes('c:>1'), changes('a:3>34')],
    ],
    ['an empty commit between them', [changes('a:1>2')], [changes(), changes('a:1>2'), changes()]],
    ['a deletion', [changes('a:1>')], [changes('a:1>')]],
    [
      'two members of which one came to do nothing',
      [changes('a:1>2'), changes('a:1>2')],
      [changes('a:1>2'), changes()],
    ],
  ])('%s', (_name, members, steps) => {
    expect(findUnexplainedPaths(steps, members)).toBeNull()
  })
})

describe('steps that they do not', () => {
  test.each<readonly [...Story, unexplained: readonly string[]]>([
    ['a file of nobody', [changes('a:1>2')], [changes('a:1>2', 'evil:>1')], ['evil']],
    ['a step of nobody', [changes('a:1>2')], [changes('a:1>2'), changes('evil:>1')], ['evil']],
    ['other content than was judged', [changes('a:1>2')], [changes('a:1>666')], ['a']],
    ['another mode than was judged', [changes('a:1>2')], [changes('a:1>x2')], ['a']],
    ['a file that was to be deleted', [changes('a:1>')], [changes('a:1>2')], ['a']],
    [
      'a fix that the next member takes back, by commits its own diff does not show',
      [changes('send:1>2'), changes('retry:>1')],
      [changes('send:1>2'), changes('send:2>1', 'retry:>1')],
      ['retry', 'send'],
    ],
    [
      'a second step on a member’s file, after its own',
      [changes('a:1>2'), changes('b:1>2')],
      [changes('a:1>2'), changes('a:2>666'), changes('b:1>2')],
      ['a'],
    ],
    [
      'a file that a member’s own commits change and take back',
      [changes('b:1>2')],
      [changes('a:1>9', 'b:1>2'), changes('a:9>1')],
      ['a'],
    ],
    ['everything, without members', [], [changes('a:1>2')], ['a']],
  ])('%s', (_name, members, steps, unexplained) => {
    expect(findUnexplainedPaths(steps, members)).toEqual(unexplained)
  })

  test('a tangle that could go on for ever ends, and blocks', () => {
    const members = Array.from({ length: 40 }, (_, at) => changes('a:1>2', `own-${at}:>1`))
    const steps = [...members.map((_, at) => changes(`own-${at}:>1`)), changes('evil:>1')]
    expect(findUnexplainedPaths(steps, members)).toEqual(['evil'])
  })
})

test('a rename is told as what becomes of both names', () => {
  const file = { ...addedFile('new', 'x\n'), previousPath: 'old', before: entry('1') }
  const told = listEntryChanges([file])
  expect([...told.keys()]).toEqual(['old', 'new'])
  expect(told.get('old')).toEqual({ before: entry('1'), after: null })
  expect(told.get('new')).toEqual({ before: null, after: file.after })
})
