import type { ChangedFile, Segment } from '../evidence.ts'

/**
 * Attributes that never change which bytes a checkout or an archive contains. Everything else does
 * (`filter`, `working-tree-encoding`, `ident`, `export-subst`) or may be a macro that does, so the
 * list names what is harmless. Source: gitattributes(5).
 */
const HARMLESS =
  /^(?:text|eol|crlf|binary|diff|merge|whitespace|encoding|delta|export-ignore|conflict-marker-size|linguist-[a-z-]+|gitlab-[a-z-]+|lockable)$/

/** The attributes on changed lines that change what is checked out, sorted, each once. */
export function findCheckoutAttributes(file: ChangedFile): string[] {
  const everyLine = file.status === 'renamed'
  const sides = [...file.text.after, ...file.text.before]
  const names = sides.flatMap((segment) =>
    changedLines(segment, everyLine).flatMap((line) => attributesOf(line)),
  )
  const effective = names.filter((name) => !HARMLESS.test(name))
  if (file.text.opaque !== null) effective.push('unreadable')
  return [...new Set(effective)].sort()
}

function changedLines({ lines, changed }: Segment, every: boolean): string[] {
  return lines.filter((_, at) => every || changed[at] === true).flatMap((line) => line.split('\r'))
}

/** Git takes a quote for one only when the quoting is well-formed (attr.c, quote.c). */
const QUOTED_PATTERN = /^"(?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*"/
const PLAIN_PATTERN = /^(?:\[attr\]\s*)?\S+/

/** The attribute names of one line: what follows the pattern, without `-`, `!` and `=value`. */
function attributesOf(line: string): string[] {
  const text = line.replace(/^\uFEFF/, '').trim()
  if (text === '' || text.startsWith('#')) return []
  const pattern = QUOTED_PATTERN.exec(text) ?? PLAIN_PATTERN.exec(text)
  const rest = text.slice(pattern?.[0].length ?? 0)
  return rest
    .split(/\s+/)
    .map((attribute) => attribute.replace(/^[-!]/, '').replace(/=.*$/s, ''))
    .filter((name) => name !== '')
}
