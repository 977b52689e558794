import { describe, expect, test } from '@jest/globals'
import { findInvisible } from '../../../src/engine/text/invisible.ts'

/** What nobody sees in a line, and what is no more than spelling. */

describe('is told by its code point', () => {
  test.each([
    ['a control character', '\x01', 'U+0001'],
    ['a backspace', '\x08', 'U+0008'],
    ['a shift', '\x0e', 'U+000E'],
    ['an escape', '\x1b', 'U+001B'],
    ['the last of the controls', '\x1f', 'U+001F'],
    ['a delete', '\x7f', 'U+007F'],
    ['a soft hyphen', '\u00ad', 'U+00AD'],
    ['a zero-width space', '\u200b', 'U+200B'],
    ['an override of direction', '\u202e', 'U+202E'],
    ['an isolate', '\u2066', 'U+2066'],
    ['a Hangul filler', '\u115f', 'U+115F'],
    ['another', '\u1160', 'U+1160'],
    ['a third', '\u3164', 'U+3164'],
    ['a fourth', '\uffa0', 'U+FFA0'],
    ['a grapheme joiner', '\u034f', 'U+034F'],
    ['a Khmer vowel', '\u17b4', 'U+17B4'],
    ['another Khmer vowel', '\u17b5', 'U+17B5'],
    ['a Mongolian selector', '\u180b', 'U+180B'],
    ['another of these', '\u180f', 'U+180F'],
    ['a variation selector beyond the usual', '\u{e0100}', 'U+E0100'],
    ['the last of these, too', '\u{e01ef}', 'U+E01EF'],
    ['a tag', '\u{e0041}', 'U+E0041'],
    ['what is no tag yet', '\u{e0080}', 'U+E0080'],
    ['nothing that has a name', '\u2065', 'U+2065'],
    ['nothing among the specials', '\ufff0', 'U+FFF0'],
    ['the last that is shown as nothing', '\u{e0fff}', 'U+E0FFF'],
  ])('%s', (_, character, name) => {
    expect(findInvisible(`if (a${character}b) {`)).toBe(name)
  })

  test('the first of several', () => {
    expect(findInvisible('a\u202eb\u200b')).toBe('U+202E')
    expect(findInvisible('👩\u200d🔬 a\u200b')).toBe('U+200B')
  })
})

describe('honest twins', () => {
  test.each([
    ['plain text', 'if (a) {'],
    ['tabs, form feeds and carriage returns', '\ta\v\f\r'],
    ['letters of any script', 'naïve Größe 日本語 עברית'],
    ['the two selectors of emoji', '❤\ufe0f ☎\ufe0e'],
    ['Arabic signs that are seen', '\u0600\u0605\u06dd\u070f\u0890\u0891\u08e2'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a profession in a colour of skin', '👩🏽\u200d🚀'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
  ])('%s', (_, line) => {
    expect(findInvisible(line)).toBeNull()
  })
})

describe('joiners', () => {
  const letters = 'بܒᠠकকਕકକகకಕകකក'

  test.each([...letters])('belong between letters of scripts that join: %s', (letter) => {
    expect(findInvisible(`${letter}\u200d${letter}`)).toBeNull()
    expect(findInvisible(`${letter}\u200c${letter}`)).toBeNull()
  })

  test.each([
    ['between Latin letters', 'ad\u200dmin'],
    ['after such a letter only', 'क\u200dx'],
    ['before such a letter only', 'x\u200dक'],
    ['at the end', 'क\u200d'],
    ['at the start', '\u200dक'],
    ['behind an emoji', '👩\u200dx'],
    ['before an emoji', 'x\u200d🔬'],
    ['alone', '\u200d'],
  ])('hide something %s', (_, line) => {
    expect(findInvisible(line)).toBe('U+200D')
  })

  test('that keep apart have no place in emoji', () => {
    expect(findInvisible('👩\u200c🔬')).toBe('U+200C')
  })
})
