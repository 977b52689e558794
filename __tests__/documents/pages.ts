import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The documents a reader gets, as files from the root of the repository. */

const FOLDERS = ['docs', '__tests__/cases', '.']

/** A page with its path from the root. */
export interface Page {
  readonly path: string
  readonly text: string
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(path, 'utf8') }
}

/** Every Markdown page people are meant to read; goldens and fixtures are none. */
export function listPages(): Page[] {
  return FOLDERS.flatMap((folder) => listMarkdown(folder, folder === 'docs')).map(readPage)
}

function listMarkdown(folder: string, recursive: boolean): string[] {
  return readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .sort()
}

/** The fenced blocks in a language, in order. */
export function blocksOf({ text }: Page, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')
  return [...text.matchAll(fence)].map(([, body = '']) => body)
}
