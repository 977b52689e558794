import { describe, expect, test } from '@jest/globals'
import { findCheckoutAttributes } from '../../../src/engine/matching/git-attributes.ts'
import { addedFile, makeFile } from '../make.ts'

const FILE = '.gitattributes'

describe('attributes that change what is checked out', () => {
  test.each<[string, string, string[]]>([
    ['filter', '*.py filter=build', ['filter']],
    ['another encoding', '*.py working-tree-encoding=UTF-16', ['working-tree-encoding']],
    ['keyword expansion', '*.py ident', ['ident']],
    ['archive substitution', 'version.py export-subst', ['export-subst']],
    ['unset', '*.py -filter', ['filter']],
    ['unspecified', '*.py !filter', ['filter']],
    ['a macro', '[attr]plain -text ident', ['ident']],
    ['the use of a macro', '*.py plain', ['plain']],
    ['several, sorted', '*.py ident filter=x text ident', ['filter', 'ident']],
    ['a quoted pattern', '"a b.py" filter=x', ['filter']],
    ['a quoted pattern with a quote', '"a\\" text" filter=x', ['filter']],
    ['tabs', '*.py\tfilter=x', ['filter']],
    ['after a byte order mark', '\uFEFF*.py filter=x', ['filter']],
    ['after a bare carriage return', '# note\r*.py filter=x', ['filter']],
    ['after an unclosed quote, which is none to git', '"*.py filter=x', ['filter']],
    ['right after a quote', '"b"filter=x', ['filter']],
    ['after a quote with an unknown escape', '"a\\q" filter=x', ['filter']],
    ['before a quote', 'abcdef ident "x"', ['"x"', 'ident']],
    ['after a quote with octal escapes', '"\\303\\251 text" ident', ['ident']],
    ['after a quote with an octal escape too many', '"\\477 text" ident', ['ident', 'text"']],
    [
      'names that only look harmless',
      'a xtext textx gitlab- linguist-1',
      ['gitlab-', 'linguist-1', 'textx', 'xtext'],
    ],
    ['a value with more in it', '*.py filter=a=b', ['filter']],
  ])('%s', (_, line, names) => {
    expect(findCheckoutAttributes(addedFile(FILE, `${line}\n`))).toEqual(names)
  })

  test('removed, they change it as well', () => {
    const file = makeFile(FILE, '*.key filter=crypt\n*.md text\n', '*.md text\n')
    expect(findCheckoutAttributes(file)).toEqual(['filter'])
    expect(findCheckoutAttributes(makeFile(FILE, '*.key filter=crypt\n', null))).toEqual(['filter'])
  })

  test('moved to another folder, all of them count', () => {
    const text = '*.key filter=crypt\n'
    expect(findCheckoutAttributes(makeFile(`src/${FILE}`, text, text, FILE))).toEqual(['filter'])
  })

  test('a file that is not text could hold any', () => {
    const bytes = Uint8Array.of(0x2a, 0x00, 0x20)
    expect(findCheckoutAttributes(addedFile(FILE, bytes))).toEqual(['unreadable'])
  })
})

describe('honest twins', () => {
  test.each([
    '* text=auto eol=lf',
    '*.png binary -diff',
    '*.min.js linguist-generated=true -diff merge=ours',
    '# *.py filter=x',
    '   ',
    '*.txt whitespace=trailing-space encoding=utf-8',
    'docs/** export-ignore',
    'filter text',
    '  filter text\t',
    '[attr]  filter text',
    '* -lockable gitlab-language=x conflict-marker-size=8 delta',
  ])('%s', (line) => {
    expect(findCheckoutAttributes(addedFile(FILE, `${line}\n`))).toEqual([])
  })

  test('a filter that was there before and stays', () => {
    const file = makeFile(FILE, '*.key filter=crypt\n', '*.key filter=crypt\n*.md text\n')
    expect(findCheckoutAttributes(file)).toEqual([])
  })
})
