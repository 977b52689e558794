import { SaxesParser } from 'saxes'
import { MAX_DEPTH, type Refusal, refuse } from './report.ts'

/** What a reader does with the elements of a document, in their order. The first refusal ends it. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): Refusal | null
  close(name: string): void
  comment(text: string): void
}

/** Elements and attributes in one document; a bound on the work. */
const MAX_NODES = 4_000_000
const MAX_ATTRIBUTES = 1000
/** Characters between two looks at whether to go on: a parser that met an error goes on meeting more. */
const CHUNK = 8 * 1024

/**
 * Walks well-formed XML 1.0 in UTF-8. A DOCTYPE is refused, so there are no entities but the five of
 * XML itself; so are mismatched tags, anything after the root, and an encoding declared to be
 * another. Text between the tags is never kept. Linear; never throws.
 */
export function parseXml(text: string, visitor: XmlVisitor): Refusal | null {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let refusal: Refusal | null = null
  let depth = 0
  let nodes = 0
  let attributes = 0
  const stopAt = (found: Refusal | null) => {
    refusal ??= found
  }
  parser.on('error', (error) => stopAt(describeError(error, parser.line)))
  parser.on('doctype', () => stopAt(refuse('forbidden', 'it has a DOCTYPE', parser.line)))
  parser.on('xmldecl', ({ encoding, version }) => stopAt(checkDeclaration(encoding, version)))
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MAX_ATTRIBUTES)
      stopAt(tooMuch(`more than ${MAX_ATTRIBUTES} attributes in one element`))
  })
  parser.on('opentag', (tag) => {
    if (refusal !== null) return
    depth += 1
    nodes += 1 + attributes
    attributes = 0
    stopAt(depth > MAX_DEPTH ? tooMuch(`elements in more than ${MAX_DEPTH} levels`) : null)
    stopAt(nodes > MAX_NODES ? tooMuch(`more than ${MAX_NODES} elements and attributes`) : null)
    if (refusal === null) stopAt(visitor.open(tag.name, tag.attributes, parser.line))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (refusal === null) visitor.close(name)
  })
  parser.on('comment', (comment) => {
    if (refusal === null) visitor.comment(comment)
  })
  for (let at = 0; at < text.length && refusal === null; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK))
  }
  if (refusal === null) parser.close()
  return refusal
}

function tooMuch(what: string): Refusal {
  return refuse('too-large', `it has ${what}`)
}

function checkDeclaration(
  encoding: string | undefined,
  version: string | undefined,
): Refusal | null {
  if (version !== undefined && version !== '1.0') {
    return refuse('forbidden', 'it is not XML 1.0', 1)
  }
  return encoding === undefined || /^utf-?8$/i.test(encoding)
    ? null
    : refuse('encoding', `it says that its encoding is "${encoding.slice(0, 20)}", not UTF-8`, 1)
}

const ENDED = /unexpected end|unclosed tag|must contain a root/

/** The parser puts the place in front of its message, and may quote the document behind a colon. */
function describeError(error: Error, line: number): Refusal {
  const message = error.message.replace(/^\d+:\d+: /, '').replace(/[:.].*$/s, '')
  return ENDED.test(message)
    ? refuse('truncated', 'it ends before its last element', line)
    : refuse('malformed', `it is not well-formed (${message})`, line)
}
