import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'

/** What GitHub-flavoured Markdown makes of a text, by the parser rather than by looking for signs. */
export interface ReadMarkdown {
  /** Every HTML tag and comment, as written. */
  readonly tags: readonly string[]
  /** Where the links lead. */
  readonly links: readonly string[]
  /** The kinds of everything else that does something: images, bare addresses, footnotes. */
  readonly others: readonly string[]
  /** The words outside code, in which GitHub looks for mentions and references; `\0` where other nodes stand between. */
  readonly words: string
  /** The words in headings and in bold, struck out or slanted text, outside code. */
  readonly loud: string
}

/** Code, and where links lead. */
const CODE = ['resource', 'codeText', 'codeFenced', 'codeIndented']
const HTML = ['htmlText', 'htmlFlow']
const OTHERS = [
  'image',
  'autolink',
  'literalAutolink',
  'definition',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
]
const LOUD = [
  'atxHeading',
  'setextHeading',
  'emphasis',
  'strong',
  'strikethrough',
  'blockQuote',
  'tableHeader',
]
/** Tags whose text GitHub leaves alone, and those that only say where a word may break. */
const CODE_TAG = /^<\/?code>$/
const SILENT = /^<wbr>$/

export function readMarkdown(text: string): ReadMarkdown {
  const tags: string[] = []
  const links: string[] = []
  const others: string[] = []
  const words: string[] = []
  const loud: string[] = []
  let quiet = 0
  let stress = 0
  const say = (word: string) => {
    words.push(quiet > 0 ? '\0' : word)
    if (stress > 0 && quiet === 0) loud.push(word)
  }
  const parser = parse({ extensions: [gfm()] }).document()
  const events = postprocess(parser.write(preprocess()(text, 'utf8', true)))
  for (const [kind, token, context] of events) {
    const written = () => context.sliceSerialize(token)
    if (CODE.includes(token.type)) quiet += kind === 'enter' ? 1 : -1
    if (LOUD.includes(token.type)) stress += kind === 'enter' ? 1 : -1
    if (kind === 'exit') continue
    if (HTML.includes(token.type)) {
      const found = written().match(/<!--[\s\S]*?-->|<[^>]*>?/g) ?? []
      tags.push(...found)
      for (const tag of found) if (CODE_TAG.test(tag)) quiet += tag.startsWith('</') ? -1 : 1
      if (!found.every((tag) => SILENT.test(tag))) say('\0')
      const inner = written().replace(/<!--[\s\S]*?-->|<[^>]*>?/g, '')
      if (inner.trim() !== '') say(inner)
    } else if (OTHERS.includes(token.type)) others.push(`${token.type} ${written()}`)
    else if (token.type === 'resourceDestinationString') links.push(written())
    else if (token.type === 'data') say(written())
    else if (token.type === 'characterReference') say(decode(written()))
    else if (token.type === 'characterEscapeValue') say(written())
    else if (token.type === 'lineEnding') say('\n')
  }
  return { tags, links, others, words: words.join(''), loud: loud.join('\n') }
}

/** The reports write references by number alone; any other name would be an attacker's. */
function decode(reference: string): string {
  const [, digits] = /^&#(\d+);$/.exec(reference) ?? []
  return digits === undefined ? reference : String.fromCodePoint(Number(digits))
}

/** Whether every tag is one of these and is closed in order. */
export function isBalanced(
  tags: readonly string[],
  allowed: readonly string[],
  single: readonly string[],
): boolean {
  const open: string[] = []
  for (const tag of tags) {
    if (single.includes(tag)) continue
    const name = tag.replace(/[</>]/g, '')
    if (!allowed.includes(name) || (tag !== `<${name}>` && tag !== `</${name}>`)) return false
    if (tag === `<${name}>`) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
