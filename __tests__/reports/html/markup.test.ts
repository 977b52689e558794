import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { html, type Markup, print } from '../../../src/reports/html/markup.ts'
import { link } from '../../../src/reports/html/parts.ts'
import { ATTACKS } from '../decisions.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...ATTACKS, '"><script>', "' onload='x", '`1`', '</style><svg onload=1>'),
)

describe('html', () => {
  test('escapes text and leaves markup alone', () => {
    const inner = html`<b>${'a < b & c'}</b>`
    expect(print(html`<p>${inner} ${3} ${null}</p>`)).toBe('<p><b>a &lt; b &amp; c</b> 3 </p>')
  })

  test('takes lists, also of lists', () => {
    const items = ['<', ['>', html`<i>x</i>`]]
    expect(print(html`${items}`)).toBe('&lt;&gt;<i>x</i>')
  })

  test('nothing is nothing', () => {
    expect(print(html`a${html``}b`)).toBe('ab')
  })

  test('no data can pass itself off as markup', () => {
    const forged = JSON.parse('{"markup":"<script>","Symbol(markup)":"<script>"}') as Markup
    expect(() => print(html`${forged}`)).toThrow()
  })

  test('text is one text, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, inner = ''] =
          /^<p title="x">(.*)<\/p>$/s.exec(print(html`<p title="x">${text}</p>`)) ?? []
        expect(inner).not.toMatch(/[<>"'`\n\r\t]/)
        expect(inner.replace(/&(?:amp|lt|gt|quot|#39|#96|#58|#35);/g, '')).not.toContain('&')
      }),
    )
  })

  test('an attribute stays one attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(print(html`<p title="${text}"></p>`)).toMatch(/^<p title="[^"'`<>]*"><\/p>$/)
      }),
    )
  })

  test('no command for a runner forms, wherever it is printed', () => {
    expect(print(html`${'::error::x ##[error]y'}`)).toBe('&#58;:error&#58;:x #&#35;[error]y')
  })

  test('text without end has one', () => {
    expect(print(html`${'x'.repeat(1_000_000)}`).length).toBeLessThan(6_000)
  })

  test('what cannot be seen is spelled out', () => {
    expect(print(html`${'a\u202eb\x1b\u200b'}`)).toBe('a\\u{202e}b\\u{1b}\\u{200b}')
  })
})

describe('link', () => {
  test.each([
    'javascript:alert(1)',
    ' https://evil.example',
    'data:text/html,<script>',
    'https://evil.example/"onclick="x',
    '//evil.example',
    'HTTPS://x',
    '',
  ])('%j is no address', (url) => {
    expect(print(link(url, 'text'))).toBe('text')
  })

  test('an address of the web is one', () => {
    expect(print(link('https://github.com/a/b?plain=1#L2', '<x>'))).toBe(
      '<a href="https://github.com/a/b?plain=1#L2" rel="noreferrer">&lt;x&gt;</a>',
    )
  })
})
