import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { listPages, type Page, readPage } from './pages.ts'

/** A page that points to nowhere sends its reader there. */

const pages = listPages()

interface Link {
  readonly written: string
  /** From the root of the repository. */
  readonly file: string
  readonly anchor: string
}

/** Links to places in this repository; the web is not asked. */
function linksOf(page: Page): Link[] {
  const text = withoutCode(page.text)
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((written) => {
      const [path = '', anchor = ''] = written.split('#')
      const file = path === '' ? page.path : normalize(join(dirname(page.path), path))
      return { written, file, anchor }
    })
}

/** What stands in code is shown, not linked. */
function withoutCode(text: string): string {
  return text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '')
}

/** The anchors GitHub gives to headings: lower case, punctuation dropped, spaces as hyphens. */
function anchorsOf({ text }: Page): Set<string> {
  const headings = text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

function isDead({ file, anchor }: Link): boolean {
  if (!existsSync(file)) return true
  return anchor !== '' && (!file.endsWith('.md') || !anchorsOf(readPage(file)).has(anchor))
}

test('there are pages, and links in them', () => {
  expect(pages.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'docs/README.md', 'docs/threats.md', 'SECURITY.md']),
  )
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(100)
})

describe('no link is dead', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
    const dead = linksOf(page).filter(isDead)
    expect(dead.map(({ written }) => written)).toEqual([])
  })

  test('and a dead one would be seen', () => {
    const text =
      '[a](threats.md#nowhere) [b](gone.md) [c](threats.md#evidence) [d](#here)\n# Here\n'
    const dead = linksOf({ path: 'docs/new.md', text }).filter(isDead)
    expect(dead.map(({ written }) => written)).toEqual(['threats.md#nowhere', 'gone.md', '#here'])
  })
})

test('every page of docs can be reached from its front page', () => {
  const reached = new Set<string>()
  const open = ['docs/README.md']
  for (const path of open) {
    if (reached.has(path) || !path.endsWith('.md') || !existsSync(path)) continue
    reached.add(path)
    open.push(...linksOf(readPage(path)).map(({ file }) => file))
  }
  const ours = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'))
  expect(ours.filter((path) => !reached.has(path))).toEqual([])
})

test('tests that a page names are there', () => {
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`(__tests__\/[\w./-]+)`/g)].map(([, file = '']) => ({ path, file })),
  )
  expect(named.filter(({ file }) => !existsSync(file))).toEqual([])
})
