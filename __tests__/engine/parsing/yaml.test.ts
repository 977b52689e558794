import { describe, expect, test } from '@jest/globals'
import {
  describeProblem,
  isProblem,
  MAX_YAML_BYTES,
  parseYaml,
  type YamlDocument,
} from '../../../src/engine/parsing/yaml.ts'
import { bytesOf } from '../make.ts'

function parse(text: string): YamlDocument {
  const document = parseYaml(bytesOf(text))
  if (isProblem(document)) throw new Error(describeProblem(document))
  return document
}

function refusalOf(bytes: string | Uint8Array): string {
  const document = parseYaml(typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  if (!isProblem(document)) throw new Error(`read as ${JSON.stringify(document.value)}`)
  return describeProblem(document)
}

describe('reads', () => {
  test.each<[string, string, unknown]>([
    ['a map', 'a: 1\nb: [x, y]\n', { a: 1, b: ['x', 'y'] }],
    ['text with a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['Windows line ends', 'a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['block text', 'a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
    [
      'words that YAML 1.1 took for booleans',
      'a: [yes, no, on, off]',
      { a: ['yes', 'no', 'on', 'off'] },
    ],
    ['a leading zero as decimal', 'a: 017', { a: 17 }],
    ['a quoted commit that looks like a number', 'a: "1e10"', { a: '1e10' }],
    ['a merge key as an ordinary key', '"<<": {a: 1}', { '<<': { a: 1 } }],
    ['anchors and tags inside quotes and comments', 'a: "&x *x !t" # *x &x', { a: '&x *x !t' }],
    ['one document with markers', '---\na: 1\n...\n', { a: 1 }],
    ['prototype names as values', 'a: __proto__', { a: '__proto__' }],
  ])('%s', (_, text, value) => {
    expect(parse(text).value).toEqual(value)
  })
})

describe('refuses', () => {
  test.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', /^line 3, column 1: duplicated mapping key/],
    ['a duplicate key in another spelling', 'a: 1\n"a": 3\n', /^line 2.*duplicated mapping key/],
    ['an anchor', 'a: &x 1\n', /^line 1, column \d+: anchors are not allowed/],
    ['an anchored list', 'a: &x [1]\n', /^line 1, column \d+: anchors are not allowed/],
    [
      'an alias',
      'a: 1\nb: *x\n',
      /^line 2, column \d+: (aliases are not allowed|unidentified alias)/,
    ],
    ['an alias as a key', '*x : 1\n', /line 1/],
    ['a merge key with an alias', 'a: &x {b: 1}\nc:\n  <<: *x\n', /anchors are not allowed/],
    ['a tag', 'a: !!str 1\n', /^line 1, column \d+: tags are not allowed/],
    ['a tag of its own', 'a: !ruby/object:Gem {}\n', /tags are not allowed/],
    ['__proto__', 'a: 1\n__proto__: {mode: observe}\n', /^line 2, column 1: the key "__proto__"/],
    ['a quoted __proto__', '"__proto__": 1', /the key "__proto__" is not allowed/],
    ['an escaped __proto__', '"\\x5f_proto__": 1', /the key "__proto__" is not allowed/],
    ['__proto__ deep down', 'a: [{b: {__proto__: 1}}]', /the key "__proto__" is not allowed/],
    ['constructor', 'constructor: 1', /the key "constructor" is not allowed/],
    ['prototype', 'prototype: 1', /the key "prototype" is not allowed/],
    ['a list as a key', '[a]: 1', /keys must be plain text|line 1/],
    ['a map as a key', '? {a: 1}\n: 1\n', /keys must be plain text|line 1/],
    ['two documents', 'a: 1\n---\na: 2\n', /^expected one YAML document, found 2$/],
    ['nothing', '', /^expected one YAML document, found 0$/],
    ['only a comment', '# nothing\n', /^expected one YAML document, found 0$/],
    ['an unclosed list', 'a: [1\n', /^line \d+, column \d+: /],
    ['a tab as indentation', 'a:\n\tb: 1\n', /^line 2/],
    ['a control character', 'a: \u0007\n', /./],
    ['thirty levels', `${'['.repeat(30)}${']'.repeat(30)}`, /./],
  ])('%s', (_, text, message) => {
    expect(refusalOf(text)).toMatch(message)
  })

  test('bytes that are not UTF-8', () => {
    expect(refusalOf(Uint8Array.of(0x61, 0x3a, 0x20, 0xff))).toBe('the file is not valid UTF-8')
  })

  test('UTF-16', () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFFa: 1\n', 'utf16le'))
    expect(refusalOf(bytes)).toBe('the file is not valid UTF-8')
  })

  test('more than half a megabyte, and reads exactly that much', () => {
    const fits = `a: ${'x'.repeat(MAX_YAML_BYTES - 3)}`
    expect(parse(fits).value).toEqual({ a: 'x'.repeat(MAX_YAML_BYTES - 3) })
    expect(refusalOf(`${fits}x`)).toBe(
      `the file is ${MAX_YAML_BYTES + 1} bytes; at most ${MAX_YAML_BYTES} are read`,
    )
  })
})

describe('knows the place of', () => {
  const document = parse('version: 1\npaths:\n  - id: keys\n    match: [a, b]\n  - id: x\n')

  test.each<[string, (string | number)[], string]>([
    ['a key', ['paths'], 'line 2, column 1: here'],
    ['a key of a list item', ['paths', 0, 'match'], 'line 4, column 5: here'],
    ['an item of a list in a line', ['paths', 0, 'match', 1], 'line 4, column 16: here'],
    ['a later item', ['paths', 1, 'id'], 'line 5, column 5: here'],
    ['the nearest parent of what is absent', ['paths', 1, 'reason'], 'line 5, column 5: here'],
    ['the document, for a key that is absent', ['mode'], 'line 1, column 1: here'],
  ])('%s', (_, path, place) => {
    expect(describeProblem(document.problemAt(path, 'here'))).toBe(place)
  })

  test('a key after Windows line ends and a byte order mark', () => {
    const marked = parse('\uFEFFa: 1\r\nb: 2\r\n')
    expect(describeProblem(marked.problemAt(['b'], 'here'))).toBe('line 2, column 1: here')
  })
})
