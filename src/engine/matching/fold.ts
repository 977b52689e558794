/**
 * Folding: the many spellings of what a person, or a case-insensitive file system, takes for the
 * same name become one. Only rules that restrict are matched folded; whatever allows is matched
 * byte for byte.
 */

/** Letters of other scripts that look like Latin ones (a subset of Unicode TR 39's confusables). */
const LOOKALIKES = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ѐ: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    г: 'r',
    п: 'n',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    γ: 'y',
    ω: 'w',
    ı: 'i',
    ɡ: 'g',
    ɑ: 'a',
    ո: 'n',
    ս: 'u',
    օ: 'o',
    հ: 'h',
    ց: 'g',
    ӕ: 'ae',
    ł: 'l',
    ⅼ: 'l',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '−': '-',
    '․': '.',
    '∕': '/',
    '⁄': '/',
  }),
)

const FORMAT_CHARACTERS = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const NON_ASCII = /[^\x00-\x7f]/

/** One spelling for every case, composition, ligature, width and look-alike of a text. */
export function fold(text: string): string {
  if (!NON_ASCII.test(text)) return text.toLowerCase()
  const plain = text.normalize('NFKC').replace(FORMAT_CHARACTERS, '')
  // Upper case in between merges what lower case alone keeps apart (ß/ss, ſ/s, ς/σ).
  const lower = plain.toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
  return Array.from(lower, (character) => LOOKALIKES.get(character) ?? character).join('')
}

const TRAILING = /(?<=[^. /])[. ]+(?=\/|$)/g

/** Folds a path and drops the trailing dots and spaces that Windows ignores in every segment. */
export function foldPath(path: string): string {
  return fold(path).replace(TRAILING, '')
}
