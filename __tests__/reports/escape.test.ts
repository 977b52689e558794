import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  codeCell,
  codeSpan,
  escapeLog,
  escapeMarkdown,
  escapeTerminal,
  makeVisible,
} from '../../src/reports/escape.ts'
import { ATTACKS } from './decisions.ts'

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'@#:[]`|<>!-\\$ \n\r\u202e\u200bwGH.1a~*_/') }),
  fc.constantFrom(...ATTACKS),
)

/** Text as GitHub's filters see it, after the Markdown parser has decoded entities. */
function decodeEntities(text: string): string {
  return text
    .replace(/<\/?span>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

fc.configureGlobal({ numRuns: 400 })

describe('makeVisible', () => {
  test.each([
    ['\x1b[31m', '\\u{1b}[31m'],
    ['a\nb\r\tc', 'a\\u{a}b\\u{d}\\u{9}c'],
    ['\u202egnp', '\\u{202e}gnp'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
    ['a\u00a0b', 'a\\u{a0}b'],
    ['\u3164', '\\u{3164}'],
    ['\u2028', '\\u{2028}'],
  ])('%j is spelled out', (text, shown) => {
    expect(makeVisible(text)).toBe(shown)
  })

  test.each([
    'src/größe.ts',
    'ドキュメント/読む.md',
    'naïve cafe\u0301',
    'a b 😀',
    'app/[id]/page.tsx',
  ])('honest %j stays as it is', (text) => {
    expect(makeVisible(text)).toBe(text)
  })

  test('marks piled up over other lines are cut off the pile', () => {
    expect(makeVisible(`a${'\u0301'.repeat(6)}`)).toBe(`a${'\u0301'.repeat(4)}\\u{301}\\u{301}`)
  })

  test('a second pass changes nothing', () => {
    fc.assert(fc.property(HOSTILE, (text) => makeVisible(makeVisible(text)) === makeVisible(text)))
  })
})

describe('escapeTerminal', () => {
  test('leaves nothing that drives a terminal', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(escapeTerminal(text)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })
})

describe('escapeLog', () => {
  test('no workflow command can form, wherever the text stands', () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (first, second) => {
        expect(`${escapeLog(first)} ${escapeLog(second)}`).not.toMatch(/::|##\[|[\r\n]/)
      }),
    )
  })

  test.each([
    ['::set-output name=a::b', '\\u{3a}:set-output name=a\\u{3a}:b'],
    ['x ##[error]y', 'x #\\u{23}[error]y'],
    ['###[', '##\\u{23}['],
  ])('%j becomes %j', (text, shown) => {
    expect(escapeLog(text)).toBe(shown)
  })

  test.each(['src/a.ts:12', 'see C# and [docs]', 'do this:'])('honest %j stays', (text) => {
    expect(escapeLog(text)).toBe(text)
  })
})

describe('escapeMarkdown', () => {
  test('leaves no markup character and no line break', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const inert = escapeMarkdown(text).replace(/<span>&#36;<\/span>|&#\d+;/g, '')
        expect(inert).not.toMatch(/[&<>|\\`*_[\]!#~:@$\r\n\u200b]/)
      }),
    )
  })

  test('shows exactly the visible text once decoded', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(decodeEntities(escapeMarkdown(text)).replaceAll('\u200b', '')).toBe(
          makeVisible(text),
        )
      }),
    )
  })

  test('gives GitHub nothing to link after decoding', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(decodeEntities(escapeMarkdown(text))).not.toMatch(
          /@[\w-]|#\d|GH-\d|:\/\/|www\.|:[\w+-]+:|[0-9a-f]{7}/i,
        )
      }),
    )
  })

  test.each(['- a', '    code', '1. a', '12) a', '+ a', '=== ', '# a', '> a', '~~~'])(
    '%j opens no block at the start of a line',
    (text) => {
      expect(escapeMarkdown(text)).toMatch(/^(?:&#\d+;|\d+&#\d+;)/)
    },
  )

  test('a whole SHA-256 is one unbroken span, whatever stands around it', () => {
    const hash = 'e0df8111ad45'.repeat(6).slice(0, 64)
    expect(escapeMarkdown(`(SHA-256 ${hash})`)).toBe(`(SHA-256 \`${hash}\`)`)
    expect(escapeMarkdown(`\`${hash}\``)).toBe(`&#96;\`${hash}\`&#96;`)
    expect(escapeMarkdown(`${hash} ${hash}`)).toBe(`\`${hash}\` \`${hash}\``)
  })

  test('what is longer or shorter than a SHA-256 is broken as ever', () => {
    for (const length of [40, 63, 65, 128]) {
      const broken = escapeMarkdown('ab'.repeat(64).slice(0, length))
      expect(broken).toContain('&#8203;')
      expect(broken).not.toContain('`')
    }
  })

  test('an honest sentence stays readable in the source', () => {
    const sentence = 'src/a.ts is outside the plan, take it out (or widen the plan).'
    expect(escapeMarkdown(sentence)).toBe(sentence)
  })
})

describe('codeSpan', () => {
  test('is one span, whatever is inside', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const span = codeSpan(text)
        if (text === '') return
        expect(span).toMatch(/^`[^`|\r\n]+`$/)
        expect(span).not.toMatch(/<|-->|--!>|##\[|^` | `$/)
      }),
    )
  })

  test.each([
    ['src/a.ts', '`src/a.ts`'],
    ['a`b|c', '`a\\u{60}b\\u{7c}c`'],
    [' a ', '`\\u{20}a\\u{20}`'],
    ['a  b', '`a \\u{20}b`'],
    [' ', '`\\u{20}`'],
    ['', '(empty)'],
    ['<!-- countersign:gate -->', '`\\u{3c}!-- countersign:gate --\\u{3e}`'],
    ['app/[id]/page.tsx', '`app/[id]/page.tsx`'],
    [']:1', '`\\u{5d}:1`'],
    ['a\\[b]:c]:1', '`a\\[b\\u{5d}:c\\u{5d}:1`'],
    ['pages/[id]:1', '`pages/[id]:1`'],
  ])('%j becomes %j', (text, shown) => {
    expect(codeSpan(text)).toBe(shown)
  })
})

describe('codeCell', () => {
  test('holds the same text as any other escaped one, in pieces a narrow cell can break', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        if (text === '') return
        const markup = codeCell(text)
        expect(markup).toMatch(/^<code>[^\r\n|`]*<\/code>$/)
        const inner = markup.slice('<code>'.length, -'</code>'.length).replace(/<\/?span>/g, '')
        const pieces = inner.split(/<wbr>| /)
        for (const piece of pieces) expect(piece).not.toMatch(/[<>@*_[\]]/)
        const shown = decodeEntities(inner.replaceAll('<wbr>', '')).replaceAll('\u200b', '')
        expect(shown).toBe(makeVisible(text))
      }),
    )
  })

  test.each([
    ['src/a.ts', '<code>src/<wbr>a.<wbr>ts</code>'],
    ['retry › works twice', '<code>retry › works twice</code>'],
    ['x'.repeat(40), `<code>${'x'.repeat(16)}<wbr>${'x'.repeat(16)}<wbr>${'x'.repeat(8)}</code>`],
    ['@acme/shop', '<code>&#64;\u200bacme/<wbr>shop</code>'],
    ['</code><img src=x>', '<code>&#60;/<wbr>code&#62;&#60;img src&#61;x&#62;</code>'],
    ['', '(empty)'],
  ])('%j becomes %j', (text, shown) => {
    expect(codeCell(text).replaceAll('&#8203;', '\u200b')).toBe(shown)
  })
})
