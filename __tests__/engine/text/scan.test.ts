import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Segment } from '../../../src/engine/evidence.ts'
import { compileExpression, type Expression } from '../../../src/engine/matching/expression.ts'
import { makeChooser } from '../../../src/engine/text/choose.ts'
import { needOfExpression } from '../../../src/engine/text/expression-need.ts'
import { joinLines, lineAt, normaliseLine } from '../../../src/engine/text/normalise.ts'
import { type Hit, makeScanner } from '../../../src/engine/text/scan.ts'
import { makePolicy } from '../make.ts'

/** What the scanner has to find, found without any of its shortcuts. */
function scanPlainly(expressions: readonly Expression[], segment: Segment): Hit[] {
  const spellings = [
    joinLines(segment.lines, false),
    joinLines(segment.lines.map(normaliseLine), true),
  ]
  return expressions.flatMap((expression, index) => {
    const lines = spellings.flatMap((spelling) => touchedLines(expression, spelling, segment))
    return lines.length === 0 ? [] : [{ index, line: Math.min(...lines) + segment.firstLine }]
  })
}

const compiled = new Map<string, ReturnType<typeof compileExpression>>()
function compile(expression: Expression): ReturnType<typeof compileExpression> {
  const key = JSON.stringify(expression)
  const known = compiled.get(key) ?? compileExpression(expression)
  compiled.set(key, known)
  return known
}

function touchedLines(
  expression: Expression,
  { text, starts }: ReturnType<typeof joinLines>,
  { changed, joins = [] }: Segment,
): number[] {
  if (!compile(expression).test(text)) return []
  const matcher = compile(expression).matcher(text)
  const touched: number[] = []
  while (matcher.find()) {
    const first = lineAt(starts, matcher.start())
    const last = lineAt(starts, Math.max(matcher.start(), matcher.end() - 1))
    for (let at = first; at <= last; at += 1)
      if (changed[at] === true || (at > first && joins.includes(at))) touched.push(at)
  }
  return touched
}

function byIndex(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((one, other) => one.index - other.index)
}

/** An expression and texts that it matches. */
type Sample = readonly [match: string, texts: readonly string[]]

const ATOMS: readonly Sample[] = [
  ...['ab', 'rm', 'key', 'sk-', '://', 'push', '_', '0'].map((it): Sample => [it, [it]]),
  ['(?i:Ks)', ['ks', 'KS', '\u212Aſ', 'kſ']],
  ['(?i)s', ['s', 'ſ', 'S']],
  ['(?-i)k', ['k']],
  ['ſ', ['ſ']],
  ['\\x{212A}', ['\u212A']],
  ['[kK]ey', ['key', 'Key']],
  ['gh[pousr]_', ['ghp_', 'ghs_']],
  ['[^;]*', ['', 'some\ntext', '\\x41']],
  ['[]x]y', [']y', 'xy']],
  ['[+--]', ['+', ',', '-']],
  ['[a\\-c]q', ['-q', 'aq']],
  ['[\\s;]', [' ', ';', '\n', '\f']],
  ['[[:alpha:]]{3}', ['abc', 'XYZ']],
  ['\\s+', [' ', '\t', '\n', ' \n ']],
  ['\\S', ['x', 'é']],
  ['\\bto', ['to']],
  ['^q', ['\nq']],
  ['w$', ['w\n']],
  ['\\A', ['']],
  ['\\z', ['']],
  ['e?', ['', 'e']],
  ['e{2,}', ['ee', 'eeee']],
  ['x{3}', ['xxx']],
  ['m{0,2}', ['', 'mm']],
  ['o*?', ['', 'oo']],
  ['b{', ['b{']],
  ['{2', ['{2']],
  ['\\.', ['.']],
  ['\\x41', ['A']],
  ['\\n', ['\n']],
  ['.', ['a', '😀']],
  ['(?s:.)', ['\n', 'a']],
  ['(?P<name>tok)', ['tok']],
  ['ab(?i)*', ['', 'abb']],
  ['^*\\b', ['']],
  ['(to|k)+', ['to', 'tokk']],
  ['(?:foo|bar|)', ['foo', 'bar', '']],
  ['\\pL', ['é', 'a']],
  ['\\Qa.b\\E', ['a.b']],
  ['é', ['é', 'É']],
  ['😀', ['😀']],
]

const sample: fc.Arbitrary<{ match: string; text: string }> = fc.letrec<{
  whole: { match: string; text: string }
}>((tie) => {
  const atom = fc
    .constantFrom(...ATOMS)
    .chain(([match, texts]) => fc.constantFrom(...texts).map((text) => ({ match, text })))
  const sequence = fc
    .array(
      fc.oneof(
        { maxDepth: 2 },
        { weight: 5, arbitrary: atom },
        { weight: 1, arbitrary: tie('whole') },
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => ({
      match: parts.map(({ match }) => match).join(''),
      text: parts.map(({ text }) => text).join(''),
    }))
  const choice = fc
    .tuple(sequence, sequence)
    .map(([one, other]) => ({ match: `(?:${one.match}|${other.match})`, text: other.text }))
  const repeated = fc
    .tuple(sequence, fc.constantFrom('+', '*', '?', '{2}', '{1,3}', '{0}', '+?'))
    .map(([{ match, text }, sign]) => ({
      match: `(?:${match})${sign}`,
      text: sign === '{0}' ? '' : text.repeat(2),
    }))
  const top = fc
    .tuple(sequence, sequence)
    .map(([one, other]) => ({ match: `${one.match}|${other.match}`, text: one.text }))
  const flagged = fc
    .tuple(fc.constantFrom('i', 's', 'm', 'U', 'i-s'), sequence)
    .map(([flags, { match, text }]) => ({ match: `(?${flags}:${match})`, text }))
  return { whole: fc.oneof({ maxDepth: 2 }, sequence, choice, repeated, top, flagged) }
}).whole

/** Ways to write a text that are taken for the same, or nearly so. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/s/gi, 'ſ').replace(/k/gi, '\u212A'),
  (text) => text.replace(/[a-z]/g, (it) => `\\x${it.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (text) => text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)),
  (text) => `${text.slice(0, 2)}\\ \n${text.slice(2)}`,
  (text) => `${text.slice(0, 1)}\u200b${text.slice(1)}`,
  (text) => text.replaceAll(' ', '\u00a0').replaceAll('\n', '\u2028'),
]

const disguised = (text: string) => fc.constantFrom(...DISGUISES).map((disguise) => disguise(text))
const noise = fc.constantFrom('', ' ', '\n', 'x', '\n\n', '\\', '=', '漢', '\ud800', 'push ', '\t')

/** Texts that the expressions match before they are disguised, with something around them. */
function segmentOf(texts: readonly string[]): fc.Arbitrary<Segment> {
  const pieces = texts.map((text) => fc.tuple(noise, disguised(text), noise))
  return fc.tuple(...pieces).chain((some) => {
    const lines = some.flat(2).join('').split('\n')
    const flags = fc.array(fc.boolean(), { minLength: lines.length, maxLength: lines.length })
    const joins = fc.subarray([...lines.keys()].slice(1))
    return fc
      .record({ changed: flags, joins })
      .map((rest): Segment => ({ firstLine: 3, lines, ...rest }))
  })
}

const flags = fc.constantFrom('', 'i', 's', 'is')

describe('the scanner', () => {
  test('finds whatever is found without its shortcuts, and nothing else', () => {
    let found = 0
    const scans = fc
      .array(fc.tuple(sample, flags), { minLength: 1, maxLength: 12 })
      .filter((all) => all.every(([{ match }, some]) => isValid({ match, flags: some })))
      .chain((all) =>
        fc.record({
          expressions: fc.constant(all.map(([{ match }, some]) => ({ match, flags: some }))),
          segment: segmentOf(all.map(([{ text }]) => text)),
        }),
      )
    fc.assert(
      fc.property(scans, ({ expressions, segment }) => {
        const hits = byIndex(makeScanner(expressions)(segment))
        found += hits.length
        expect(hits).toEqual(scanPlainly(expressions, segment))
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(300)
  })

  test('chooses every expression for a text that it matches', () => {
    let chosen = 0
    const searches = fc
      .tuple(sample, flags)
      .filter(([{ match }, some]) => isValid({ match, flags: some }))
      .chain(([{ match, text }, some]) =>
        fc.record({
          expression: fc.constant({ match, flags: some }),
          text: fc.tuple(noise, disguised(text), noise).map((parts) => parts.join('')),
        }),
      )
    fc.assert(
      fc.property(searches, ({ expression, text }) => {
        if (!compile(expression).test(text)) return
        chosen += 1
        expect(makeChooser([needOfExpression(expression)])(text)).toEqual([0])
      }),
      { numRuns: 1200 },
    )
    expect(chosen).toBeGreaterThan(400)
  })

  test('asks what is wanted, and counts all lines where it is told to', () => {
    const scan = makeScanner([
      { match: 'drop', flags: 'i' },
      { match: 'table', flags: '' },
    ])
    const segment = { firstLine: 1, lines: ['DROP', 'table'], changed: [false, true] }
    expect(scan(segment)).toEqual([{ index: 1, line: 2 }])
    expect(scan(segment, { isWanted: (index) => index === 0 })).toEqual([])
    expect(scan(segment, { countsAsChanged: (index) => index === 0 })).toEqual([
      { index: 0, line: 1 },
      { index: 1, line: 2 },
    ])
  })

  test('finds nothing in no lines, and nothing without expressions', () => {
    const none = { firstLine: 1, lines: [], changed: [] }
    expect(makeScanner([{ match: 'a', flags: '' }])(none)).toEqual([])
    expect(makeScanner([])({ firstLine: 1, lines: ['a'], changed: [true] })).toEqual([])
  })
})

describe('the expressions of the presets', () => {
  const policy = makePolicy('version: 1\nextends: strict\n')
  const expressions = [...policy.patterns, ...policy.commands]

  test('are found in real files as without the shortcuts', () => {
    const folders = ['policies', 'policies/examples', 'src/engine/text', 'docs/rules']
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(folder, entry.name)),
    )
    const scan = makeScanner(expressions)
    let found = 0
    for (const file of files) {
      const lines = readFileSync(file, 'utf8').split('\n')
      const segment = { firstLine: 1, lines, changed: lines.map(() => true) }
      const hits = byIndex(scan(segment))
      found += hits.length
      expect({ file, hits }).toEqual({ file, hits: scanPlainly(expressions, segment) })
    }
    expect(found).toBeGreaterThan(50)
  })

  test('mostly need something that ordinary text does not hold', () => {
    const choose = makeChooser(expressions.map(needOfExpression))
    expect(choose('').length).toBe(0)
    const ordinary =
      'export function add(left: number, right: number) {\n  return left + right\n}\n'
    expect(choose(ordinary).map((index) => expressions[index]?.id)).toEqual([])
  })
})

function isValid(expression: Expression): boolean {
  try {
    compile(expression)
    return true
  } catch {
    return false
  }
}
