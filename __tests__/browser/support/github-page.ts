import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const require = createRequire(import.meta.url)

/** The style of a comment's box on GitHub, in so far as it decides how wide the text can be. */
const BOX = `
  html, body { margin: 0; background: var(--bgColor-default) }
  .box { margin: 16px auto; max-width: 912px }
  .markdown-body { padding: 16px; font-size: 14px }
  @media (max-width: 767px) { .box { margin: 8px } .markdown-body { padding: 8px } }
`

/**
 * GitHub-flavoured Markdown as HTML. Raw HTML is let through as it stands, which GitHub would clean
 * up first: what is harmless here is harmless there.
 */
export function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
}

/** A page that shows Markdown as GitHub shows a comment, in one of its themes. */
export function toGitHubPage(markdown: string, theme: 'light' | 'dark'): string {
  const style = readFileSync(
    require.resolve(`github-markdown-css/github-markdown-${theme}.css`),
    'utf8',
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Comment</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}${BOX}</style></head>
<body><div class="box"><article class="markdown-body">${toHtml(markdown)}</article></div></body></html>`
}
