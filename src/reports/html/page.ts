import { createHash } from 'node:crypto'
import { VERSION } from '../../version.generated.ts'
import { html, type Markup, print } from './markup.ts'
import { STYLE } from './style.ts'

export interface Page {
  readonly title: string
  /** What stands above the first section, the heading included. */
  readonly head: Markup
  readonly sections: readonly Section[]
  /** The last line, after what this page was made by. */
  readonly foot: string
}

export interface Section {
  /** Of our own words: it is an anchor. */
  readonly id: string
  readonly title: string
  readonly body: Markup
}

/**
 * A whole page in one file. It asks for nothing and runs nothing: the policy in its head forbids every
 * load, script, frame and form, and allows the one style sheet by its hash, which no text that slipped
 * through could change.
 */
export function renderPage({ title, head, sections, foot }: Page): string {
  const policy = `default-src 'none'; style-src 'sha256-${hashStyle()}'; base-uri 'none'; form-action 'none'`
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Countersign ${VERSION}">
<title>${title}</title>
<style>`
  return `<!doctype html>
${print(page)}${STYLE}${print(html`</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
${head}
${renderContents(sections)}
</header>
<main id="content" tabindex="-1">
${sections.map(renderSection)}
</main>
<footer><p>Made by Countersign ${VERSION}. ${foot}</p></footer>
</body>
</html>
`)}`
}

function hashStyle(): string {
  return createHash('sha256').update(STYLE).digest('base64')
}

function renderContents(sections: readonly Section[]): Markup | null {
  if (sections.length < 3) return null
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  return html`<nav aria-label="On this page"><ul>${links}</ul></nav>`
}

function renderSection({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`
}
