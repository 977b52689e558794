/**
 * Everything a pull request's author can put into a path, a title or a message passes through here
 * before it reaches a page, a log or a terminal. Each function assumes the worst of its input.
 */

/**
 * Characters nobody can see, or that change how their neighbours are shown: controls, format and
 * bidi characters, lone surrogates, private use, default-ignorable ones, line and paragraph
 * separators, every space but the ordinary one, and marks piled up more than four high. Unassigned
 * characters are left alone, so that two Unicode versions agree.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}\p{NChar}\u2800]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}/gu

/** Characters that mean something in GitHub-flavoured Markdown, wherever they stand in a line. */
const MARKUP = /[&<>|\\`*_[\]!#~:@${}=+^"'\u200b]/g

/** The break that keeps GitHub from linking; `makeVisible` leaves none of these from outside. */
const BREAK = '\u200b'

/** One character as `\u{1b}`: what a reader sees in place of what would have acted. */
function spellOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** Shows as `\u{…}` what would be invisible or would act; the result is one line. Idempotent. */
export function makeVisible(text: string): string {
  return text.replace(UNSEEN, spellOut)
}

/** Text for a terminal: no escape sequence, line break or reordering character survives. */
export function escapeTerminal(text: string): string {
  return makeVisible(text)
}

/**
 * Text for a runner's log. The runner takes `::name::` at the start of a line and `##[name]`
 * anywhere in it for a command; neither can form here, and no `:` starts the text to complete one.
 */
export function escapeLog(text: string): string {
  return escapeTerminal(text)
    .replace(/:(?=:)|^:/g, spellOut)
    .replace(/#(?=\[)/g, spellOut)
}

/**
 * Text for a Markdown paragraph or table cell. Entities take the meaning from punctuation, but
 * GitHub looks for mentions, references, addresses and emoji in the text *after* entities are
 * decoded, so those are also broken apart by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  const parts = makeVisible(text).split(HASH)
  const escaped = parts.map((part, at) => {
    return at % 2 === 1 ? `\`${part}\`` : breakReferences(part).replace(MARKUP, toEntity)
  })
  return defuseLineStart(escaped.join(''))
}

/** A whole SHA-256 is for comparing and copying: as code it stands unbroken, and GitHub links nothing in it. */
const HASH = /(?<![0-9a-z])([0-9a-f]{64})(?![0-9a-z])/i

function breakReferences(text: string): string {
  return text
    .replace(/[@#]|:(?=\S)/g, `$&${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/(?:GH|GHSA|CVE)-/gi, `$&${BREAK}`)
    .replace(/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${BREAK}`)
}

/** GitHub's documentation asks for a span around a dollar sign that is not to open a formula. */
function toEntity(character: string): string {
  const entity = `&#${character.charCodeAt(0)};`
  return character === '$' ? `<span>${entity}</span>` : entity
}

/** Lists, indented code, rules and setext headings exist only at the start of a line. */
function defuseLineStart(text: string): string {
  return text.replace(/^[- ]/, toEntity).replace(/^(\d+)([.)])/, (_, digits, mark) => {
    return `${digits}${toEntity(mark)}`
  })
}

/**
 * Text as a code span that nothing in it can end, also inside a table. GitHub looks for no mention,
 * link or emoji in code. Tags and comment delimiters are spelled out all the same, so that a tool
 * which searches bodies for its own marker finds none in ours.
 */
export function codeSpan(text: string): string {
  if (text === '') return '(empty)'
  const inert = makeVisible(text)
    .replace(/[`|<]|(?<=--!?)>/g, spellOut)
    .replace(/#(?=\[)/g, spellOut)
    .replace(/^ | $|(?<= ) /g, spellOut)
  return `\`${inert.replace(LABEL, spellOutEnds)}\``
}

/**
 * What could be the label of a link definition, where the span is a link's text and opens a line: it
 * holds no bracket that opens. Such a definition is not shown, and a finding's place with it.
 */
const LABEL = /^(?:[^[\\]|\\.?)+/

function spellOutEnds(label: string): string {
  return label.replace(/\](?=:)/g, spellOut)
}

/** A run of one word that a narrow table cell may be wide; longer ones get places to break at. */
const BREAKABLE = /[^/_.\- ]{1,16}[/_.-]*| +|[/_.-]+/gu

/**
 * Text as code for a table cell: a code span keeps a long path in one line and makes the table wider
 * than a telephone, so this is markup with places to break. It is escaped as any other text, because
 * Markdown goes on inside a tag.
 */
export function codeCell(text: string): string {
  if (text === '') return '(empty)'
  const pieces = makeVisible(text).match(BREAKABLE) ?? []
  const escaped = pieces.map((piece) => (isSpace(piece) ? piece : escapeMarkdown(piece)))
  // At a space a line breaks by itself.
  return `<code>${escaped.join('<wbr>').replace(/<wbr>( +)<wbr>/g, '$1')}</code>`
}

function isSpace(text: string): boolean {
  return text.trim() === ''
}
