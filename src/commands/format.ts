import { writeFileSync } from 'node:fs'
import { Option } from 'commander'
import type { Decision } from '../engine/decision.ts'
import { escapeTerminal } from '../reports/escape.ts'
import { renderDecisionPage } from '../reports/html/decision-page.ts'
import { renderJson } from '../reports/json.ts'
import { NO_LINKS, type ReportLinks } from '../reports/links.ts'
import { renderMarkdown } from '../reports/markdown.ts'
import { renderSarif } from '../reports/sarif/sarif.ts'
import { renderTerminal } from '../reports/terminal.ts'
import { CannotStart } from '../sources/cannot-start.ts'
import { note, print, reasonOf, wantsColour } from './io.ts'

/** The forms a decision can be printed in: one row here is all that another one takes. */
const RENDERERS = {
  text: renderText,
  json: renderJson,
  markdown: (decision: Decision, { links }: RenderOptions) => renderMarkdown(decision, links),
  sarif: (decision: Decision, { links }: RenderOptions) => renderSarif(decision, links),
  html: (decision: Decision, { links }: RenderOptions) => renderDecisionPage(decision, links),
}

export type Format = keyof typeof RENDERERS

interface RenderOptions {
  /** Whether the text is for a file, where colour would be noise. */
  readonly isFile: boolean
  readonly links: ReportLinks
}

/** Where a command prints a decision. */
export interface OutputOptions {
  readonly format: Format
  readonly output?: string
}

/** The option `--format`, with every form there is. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to print the decision')
    .choices(Object.keys(RENDERERS))
    .default('text')
}

/** The decision in one of the forms. */
export function renderDecision(
  decision: Decision,
  format: Format,
  options: Partial<RenderOptions> = {},
): string {
  return RENDERERS[format](decision, { isFile: false, links: NO_LINKS, ...options })
}

/** Prints a decision, or writes it to the `--output` file. @throws CannotStart when it cannot. */
export function writeDecision(
  decision: Decision,
  { format, output }: OutputOptions,
  links: ReportLinks = NO_LINKS,
): void {
  const text = renderDecision(decision, format, { isFile: output !== undefined, links })
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
      `The file "${output}" cannot be written (${reasonOf(error)}); choose another --output.`,
    )
  }
  note(`Wrote the ${what} to ${escapeTerminal(output)}.`)
}

/** How a text for people is printed: in colour on a terminal, as wide as it is. */
export function terminalStyle(isFile: boolean): { colour: boolean; width: number } {
  return { colour: !isFile && wantsColour(), width: process.stdout.columns ?? 100 }
}

function renderText(decision: Decision, { isFile }: RenderOptions): string {
  return renderTerminal(decision, terminalStyle(isFile))
}
