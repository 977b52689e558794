import fc from 'fast-check'

/**
 * Globs as trees, matched by plain recursion: slow, obvious, and without a parser that could be wrong in the
 * same way as the one under test. A tree is written down as the glob that it stands for.
 */

/** One piece of a name. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'class'; readonly not: boolean; readonly from: string; readonly to: string }
  | { readonly kind: 'either'; readonly texts: readonly string[] }

/** A name between slashes, or any number of folders. */
export type Part = '**' | readonly Piece[]
export type Glob = readonly Part[]

export function writeGlob(glob: Glob): string {
  return glob.map((part) => (part === '**' ? '**' : part.map(writePiece).join(''))).join('/')
}

function writePiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'any':
      return '*'
    case 'one':
      return '?'
    case 'class':
      return `[${piece.not ? '!' : ''}${piece.from === piece.to ? piece.from : `${piece.from}-${piece.to}`}]`
    default:
      return `{${piece.texts.join(',')}}`
  }
}

/** Whether a glob covers the whole of a path. */
export function covers(glob: Glob, path: string): boolean {
  return coversNames(glob, path.split('/'))
}

function coversNames([part, ...parts]: Glob, names: readonly string[]): boolean {
  if (part === undefined) return names.length === 0
  const [name, ...others] = names
  if (part !== '**')
    return name !== undefined && coversName(part, name) && coversNames(parts, others)
  // At the end it is what lies in the folder, so something has to.
  if (parts.length === 0) return names.length > 0
  return coversNames(parts, names) || (name !== undefined && coversNames([part, ...parts], others))
}

function coversName([piece, ...pieces]: readonly Piece[], name: string): boolean {
  if (piece === undefined) return name === ''
  const first = name.slice(0, 1)
  const rest = name.slice(1)
  switch (piece.kind) {
    case 'text':
      return name.startsWith(piece.text) && coversName(pieces, name.slice(piece.text.length))
    case 'any':
      return coversName(pieces, name) || (first !== '' && coversName([piece, ...pieces], rest))
    case 'one':
      return first !== '' && coversName(pieces, rest)
    case 'class':
      return (
        first !== '' &&
        (first >= piece.from && first <= piece.to) !== piece.not &&
        coversName(pieces, rest)
      )
    default:
      return piece.texts.some((text) => coversName([{ kind: 'text', text }, ...pieces], name))
  }
}

const LETTERS = ['a', 'b', 'c', 'k', 's', '.', '-', '_', '0', 'é', 'ß', ' ']
const letter = fc.constantFrom(...LETTERS)
const word = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''))
const small = fc.constantFrom('a', 'b', 'c', 'd', 'k', 's', 'z')

const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 6, arbitrary: word.map((text): Piece => ({ kind: 'text', text })) },
  { weight: 3, arbitrary: fc.constant<Piece>({ kind: 'any' }) },
  { weight: 1, arbitrary: fc.constant<Piece>({ kind: 'one' }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.boolean(), small, small).map(([not, one, other]): Piece => {
      const [from = one, to = one] = [one, other].sort()
      return { kind: 'class', not, from, to }
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(word, { minLength: 2, maxLength: 3 })
      .map((texts): Piece => ({ kind: 'either', texts })),
  },
)
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Part>('**') },
  { weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).filter(isName) },
)

/** Two stars side by side are another sign, and no file is called `.` or `..`. */
function isName(pieces: readonly Piece[]): boolean {
  const isAny = (at: number) => pieces[at]?.kind === 'any'
  const text = pieces.map(writePiece).join('')
  return !pieces.some((_, at) => isAny(at) && isAny(at + 1)) && !isDots(text)
}

const isDots = (name: string) => name === '.' || name === '..'

export const glob: fc.Arbitrary<Glob> = fc.array(part, { minLength: 1, maxLength: 4 })

const free = fc.array(
  word.filter((text) => text !== '.' && text !== '..'),
  { minLength: 1, maxLength: 3 },
)

/** A path made from a glob, and often one step away from what it covers. */
export function nearPath(globs: readonly Glob[]): fc.Arbitrary<string> {
  const [first, ...others] = globs
  if (first === undefined) return free.map((names) => names.join('/'))
  const covered = fc.constantFrom(first, ...others).chain((it) => fc.tuple(...it.map(fillPart)))
  return fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: covered.map((names) => names.flat()) }, free),
      fc.constantFrom(
        'as it is',
        'as it is',
        'longer',
        'shorter',
        'deeper',
        'other case',
        'other letter',
        'dot',
      ),
      fc.nat(),
      letter,
    )
    .map(([names, step, at, other]) => stray(names.join('/'), step, at, other))
    .filter((path) => path.split('/').every((name) => name !== '' && !isDots(name)))
}

function fillPart(it: Part): fc.Arbitrary<string[]> {
  if (it === '**') return fc.array(word, { maxLength: 2 })
  return fc.tuple(...it.map(fillPiece)).map((texts) => [texts.join('')])
}

function fillPiece(it: Piece): fc.Arbitrary<string> {
  switch (it.kind) {
    case 'text':
      return fc.constant(it.text)
    case 'any':
      return fc.oneof(fc.constant(''), word)
    case 'one':
      return letter
    case 'class':
      return it.not ? letter : fc.constantFrom(it.from, it.to)
    default:
      return fc.constantFrom(...it.texts)
  }
}

function stray(path: string, step: string, at: number, other: string): string {
  const place = at % (path.length + 1)
  switch (step) {
    case 'longer':
      return path.slice(0, place) + other + path.slice(place)
    case 'shorter':
      return path.slice(0, place) + path.slice(place + 1)
    case 'deeper':
      return `${path.slice(0, place)}/${path.slice(place)}`
    case 'other case':
      return path.slice(0, place) + path.slice(place).toUpperCase()
    case 'other letter':
      return path.slice(0, place) + other + path.slice(place + 1)
    case 'dot':
      return path.replace(/(?<=^|\/)(?=[^/]*$)/, '.')
    default:
      return path
  }
}
