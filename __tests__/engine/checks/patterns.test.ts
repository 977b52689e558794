import { describe, expect, test } from '@jest/globals'
import { patterns } from '../../../src/engine/checks/patterns.ts'
import type { ChangedFile } from '../../../src/engine/evidence.ts'
import { addedFile, describeFindings, findingsOf, makeFile, runCheck } from '../make.ts'

function check(file: ChangedFile, rules: string, paths = '[]') {
  const policy = `version: 1\npatterns: [${rules}]\npaths: ${paths}\n`
  return runCheck(patterns, policy, { files: [file] })
}

/** `pattern/x deny a:3`. */
function found(file: ChangedFile, rules: string, paths?: string): string[] {
  const findings = findingsOf(check(file, rules, paths))
  return findings.map((it) => `${it.rule} ${it.level} ${it.path}${it.line ? `:${it.line}` : ''}`)
}

const drop = (more: string) => `{ id: drop, match: DROP, decision: deny, ${more} }`
const lines = (...list: string[]) => list.map((line) => `${line}\n`).join('')

describe('on which side a pattern looks', () => {
  const adds = makeFile('a', lines('x'), lines('x', 'DROP'))
  const removes = makeFile('a', lines('x', 'DROP'), lines('x'))
  const keeps = makeFile('a', lines('DROP', 'x'), lines('DROP', 'y'))

  test.each<[string, ChangedFile, string[]]>([
    ['added', adds, ['pattern/drop deny a:2']],
    ['added', removes, []],
    ['added', keeps, []],
    ['removed', adds, []],
    ['removed', removes, ['pattern/drop deny a']],
    ['removed', keeps, []],
    ['any', adds, ['pattern/drop deny a:2']],
    ['any', removes, ['pattern/drop deny a']],
    ['any', keeps, []],
    ['removed', makeFile('a', lines('DROP'), null), ['pattern/drop deny a']],
  ])('%s', (side, file, findings) => {
    expect(found(file, drop(`in: ${side}`))).toEqual(findings)
  })
})

describe('where a pattern looks', () => {
  const sql = drop('paths: ["**/*.sql"]')

  test.each<[string, ChangedFile, string[]]>([
    ['under its paths', addedFile('a.sql', 'DROP'), ['pattern/drop deny a.sql:1']],
    ['in every case of them', addedFile('a.SQL', 'DROP'), ['pattern/drop deny a.SQL:1']],
    ['nowhere else', addedFile('a.md', 'DROP'), []],
    [
      'in all lines of a file moved there',
      makeFile('a.sql', 'DROP\nx\n', 'DROP\ny\n', 'a.md'),
      ['pattern/drop deny a.sql:1'],
    ],
    [
      'in changed lines of one moved within',
      makeFile('b.sql', 'DROP\nx\n', 'DROP\ny\n', 'a.sql'),
      [],
    ],
    ['not in one moved away', makeFile('a.md', 'DROP\nx\n', 'DROP\ny\n', 'a.sql'), []],
  ])('%s', (_, file, findings) => {
    expect(found(file, sql)).toEqual(findings)
  })

  test('for what is removed, under the old name', () => {
    const file = makeFile('a.md', 'DROP\nx\n', 'y\n', 'a.sql')
    expect(found(file, drop('in: removed, paths: ["**/*.sql"]'))).toEqual([
      'pattern/drop deny a.sql',
    ])
  })
})

describe('other spellings of the same text', () => {
  test.each([
    ['hexadecimal escapes', 'DR\\x4fP'],
    ['Unicode escapes', 'DR\\u004fP'],
    ['braced escapes', 'DR\\u{4f}P'],
    ['long escapes', 'DR\\U0000004fP'],
    ['full-width letters', 'ＤＲＯＰ'],
    ['a soft hyphen', 'DR\u00adOP'],
    ['a variation selector', 'DRO\ufe0fP'],
  ])('%s', (_, text) => {
    expect(found(addedFile('a', `${text}\n`), drop('in: added'))).toContain('pattern/drop deny a:1')
  })

  test('a line continued by a backslash', () => {
    const rule = "{ id: rm, match: 'rm\\s+-rf', decision: deny }"
    expect(found(addedFile('a.sh', 'rm \\\n  -rf /\n'), rule)).toEqual(['pattern/rm deny a.sh:1'])
  })

  test.each(['DR\\x00OP', 'DR\\u{110000}OP', 'D R O P', 'drop'])('honest twin: %s', (text) => {
    expect(found(addedFile('a', `${text}\n`), drop('in: added'))).toEqual([])
  })
})

test('each pattern is told once for a file, at its first line', () => {
  const file = addedFile('a', lines('x', 'DROP', 'DROP', 'TODO'))
  const rules = `${drop('in: added')}, { id: todo, match: todo, flags: i, decision: warn }`
  expect(found(file, rules)).toEqual(['pattern/drop deny a:2', 'pattern/todo warn a:4'])
})

test('flags and reasons are those of the rule', () => {
  const rules = `{ id: x, match: 'a.b', flags: is, decision: approve, approvers: ["@bob"], reason: r }`
  expect(findingsOf(check(addedFile('f', 'A\nB\n'), rules))).toEqual([
    {
      rule: 'pattern/x',
      level: 'approve',
      path: 'f',
      line: 1,
      reason: 'r',
      approvers: ['@bob'],
      evidence: { in: 'added' },
    },
  ])
})

describe('what cannot be scanned', () => {
  const binary = addedFile('a.sql', Uint8Array.of(1, 0, 2))
  const removed = makeFile('a.sql', { content: Uint8Array.of(1, 0, 2) }, null)

  test.each<[string, ChangedFile, string, string[]]>([
    [
      'is denied where a deny pattern looks',
      binary,
      drop('in: added'),
      ['pattern/unscannable deny a.sql'],
    ],
    [
      'is warned of where only a warning looks',
      binary,
      drop('in: added').replace('deny', 'warn'),
      ['pattern/unscannable warn a.sql'],
    ],
    [
      'is warned of where no pattern looks',
      binary,
      drop('paths: ["*.md"]'),
      ['pattern/unscannable warn a.sql'],
    ],
    [
      'is warned of where the pattern looks at the other side',
      binary,
      drop('in: removed'),
      ['pattern/unscannable warn a.sql'],
    ],
    [
      'is denied where a pattern looks at both sides, and it is new',
      binary,
      drop('in: any'),
      ['pattern/unscannable deny a.sql'],
    ],
    ['and gone is fine', removed, drop('in: added'), []],
    [
      'and gone is denied where a pattern looks at what is removed',
      removed,
      drop('in: removed'),
      ['pattern/unscannable deny a.sql'],
    ],
    [
      'and gone is denied where a pattern looks at both',
      removed,
      drop('in: any'),
      ['pattern/unscannable deny a.sql'],
    ],
  ])('%s', (_, file, rules, findings) => {
    expect(found(file, rules)).toEqual(findings)
  })

  test('says why', () => {
    expect(findingsOf(check(binary, ''))[0]?.evidence).toEqual({ cause: 'binary' })
  })

  test('is decided by a rule that names the path', () => {
    const paths = '[{ id: art, match: ["*.sql"], decision: approve }]'
    expect(found(binary, drop('in: added'), paths)).toEqual(['pattern/unscannable approve a.sql'])
  })
})

describe('invisible characters', () => {
  test.each<[string, ChangedFile, string[]]>([
    ['in an added line', addedFile('a', 'x\ny\u202e\n'), ['pattern/invisible deny a:2']],
    [
      'an escape that moves a cursor',
      addedFile('a', 'x\u001b[1A\n'),
      ['pattern/invisible deny a:1'],
    ],
    ['a tab and a form feed', addedFile('a', '\tx\f\n'), []],
    ['a joiner between letters', addedFile('a', 'ad\u200dmin\n'), ['pattern/invisible deny a:1']],
    ['a joiner in an emoji', addedFile('a', '👩\u200d🔬\n'), []],
    ['a non-joiner in Persian', addedFile('a', 'می\u200cخواهم\n'), []],
    ['a visible Arabic sign of the same class', addedFile('a', '\u0600\n'), []],
    ['in a kept line', makeFile('a', 'y\u202e\nx\n', 'y\u202e\nz\n'), []],
    ['in a removed line', makeFile('a', 'y\u202e\nx\n', 'x\n'), []],
    [
      'in the middle, a byte order mark',
      addedFile('a', 'x\ufeffy\n'),
      ['pattern/invisible deny a:1'],
    ],
    ['at the start, a byte order mark', addedFile('a', '\ufeffx\n'), []],
  ])('%s', (_, file, findings) => {
    expect(found(file, drop('in: added'))).toEqual(findings)
  })

  test('are named', () => {
    expect(findingsOf(check(addedFile('a', 'x\u202e'), ''))[0]?.evidence).toEqual({
      character: 'U+202E',
    })
  })

  test('are looked for without any pattern', () => {
    expect(describeFindings(findingsOf(check(addedFile('a', '\u200b'), '')))).toEqual([
      'pattern/invisible deny a',
    ])
  })

  test('are decided by a rule that names the path', () => {
    const paths = '[{ id: l10n, match: ["l10n/**"], decision: warn }]'
    expect(found(addedFile('l10n/a', '\u202e'), '', paths)).toEqual([
      'pattern/invisible warn l10n/a:1',
    ])
  })
})

test('the summary says how much was looked at', () => {
  expect(check(addedFile('a', 'x'), drop('in: added'))).toMatchObject({
    summary: 'nothing found by 1 pattern in 1 file',
  })
  expect(check(addedFile('a', 'DROP'), drop('in: added'))).toMatchObject({ summary: '1 finding' })
})
