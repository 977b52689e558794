import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Option } from 'commander'
import type { Decision } from '../engine/decision.ts'
import { escapeTerminal } from '../reports/escape.ts'
import { renderDecisionPage } from '../reports/html/decision-page.ts'
import { renderJson } from '../reports/json.ts'
import { NO_LINKS, type ReportLinks } from '../reports/links.ts'
import { renderMarkdown } from '../reports/markdown/index.ts'
import { renderSarif } from '../reports/sarif/sarif.ts'
import { renderTerminal } from '../reports/terminal.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { note, print, terminalWidth, wantsColour, writeReasonOf } from './io.ts'

/** The forms a decision can be printed in: one row here is all that another one takes. */
const RENDERERS = {
  text: renderText,
  json: renderJson,
  markdown: (decision: Decision, { links }: RenderOptions) => renderMarkdown(decision, links),
  sarif: (decision: Decision, { links }: RenderOptions) => renderSarif(decision, links),
  html: (decision: Decision, { links }: RenderOptions) => renderDecisionPage(decision, links),
}

export type Format = keyof typeof RENDERERS

/** What the name of a file says of the form that is wanted in it. */
const ENDINGS: Endings<Format> = {
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.sarif': 'sarif',
  '.html': 'html',
  '.htm': 'html',
}

/** Forms by the end of a file's name, in lower case and with its dot. */
export type Endings<Form extends string> = Readonly<Record<string, Form>>

/** A file that is named so, or without any ending, is text for people. */
const TEXT_ENDINGS: readonly string[] = ['', '.txt', '.text', '.log']

/**
 * The form to write in: the one that is named, else what the name of the file ends with, else text.
 * @throws CannotStart when the name ends with something that no form is written under
 */
export function chooseForm<Form extends string>(
  { format, output }: { readonly format?: Form; readonly output?: string },
  endings: Endings<Form>,
): Form | 'text' {
  if (format !== undefined) return format
  const ending = output === undefined ? '' : extname(output).toLowerCase()
  const [, form] = Object.entries(endings).find(([known]) => known === ending) ?? []
  if (form !== undefined) return form
  if (TEXT_ENDINGS.includes(ending)) return 'text'
  throw new CannotStart(
    `Nothing is written as "${ending}", which --output "${output}" ends with; end it with ${Object.keys(endings).join(', ')} or .txt, or add --format.`,
  )
}

/** The form of a decision. @throws CannotStart as `chooseForm` does; ask before there is a decision. */
export function chooseFormat(options: OutputOptions): Format {
  return chooseForm(options, ENDINGS)
}

interface RenderOptions {
  /** Whether the text is for a file, where colour would be noise. */
  readonly isFile: boolean
  readonly links: ReportLinks
}

/** Where a command prints a decision. */
export interface OutputOptions {
  /** Without one, the name of the file decides. */
  readonly format?: Format
  readonly output?: string
}

/** The option `--format`, with every form there is. */
export function formatOption(): Option {
  return new Option(
    '--format <format>',
    'how to print the decision (default: what the name of --output ends with, else text)',
  ).choices(Object.keys(RENDERERS))
}

/** The decision in one of the forms. */
function renderDecision(
  decision: Decision,
  format: Format,
  options: Partial<RenderOptions> = {},
): string {
  return RENDERERS[format](decision, { isFile: false, links: NO_LINKS, ...options })
}

/** Prints a decision, or writes it to the `--output` file. @throws CannotStart when it cannot. */
export function writeDecision(
  decision: Decision,
  options: OutputOptions,
  links: ReportLinks = NO_LINKS,
): void {
  const { output } = options
  const text = renderDecision(decision, chooseFormat(options), {
    isFile: output !== undefined,
    links,
  })
  writeResult(text, output, 'decision')
}

/** Prints a result, or writes it to the `--output` file. @throws CannotStart when it cannot. */
export function writeResult(text: string, output: string | undefined, what: string): void {
  if (output === undefined) {
    print(text)
    return
  }
  try {
    writeFileSync(output, text)
  } catch (error) {
    throw new CannotStart(
      `The file "${output}" cannot be written (${writeReasonOf(error)}); choose another --output.`,
    )
  }
  note(`Wrote the ${what} to ${escapeTerminal(output)}.`)
}

/** How a text for people is printed: in colour on a terminal, as wide as it is. */
export function terminalStyle(isFile: boolean): { colour: boolean; width: number } {
  return { colour: !isFile && wantsColour(), width: terminalWidth() }
}

function renderText(decision: Decision, { isFile }: RenderOptions): string {
  return renderTerminal(decision, terminalStyle(isFile))
}
