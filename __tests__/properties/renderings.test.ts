import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import { toCheckRun } from '../../src/reports/check-run.ts'
import { COMMENT_LIMIT, COMMENT_MARKER, renderComment } from '../../src/reports/comment.ts'
import { countBytes } from '../../src/reports/fit.ts'
import { renderDecisionPage } from '../../src/reports/html/decision-page.ts'
import { renderJson } from '../../src/reports/json.ts'
import { toPayload, toSlackMessage } from '../../src/reports/notice.ts'
import { renderSarif } from '../../src/reports/sarif/sarif.ts'
import { renderSummary } from '../../src/reports/summary.ts'
import { renderTerminal } from '../../src/reports/terminal.ts'
import { bytesOf, makeSource, NOW } from '../engine/make.ts'
import { makeBlocked, makeProven } from '../reports/decisions.ts'
import { attacked, CANARY, lure } from './attacked.ts'
import { soundFile } from './evidence.ts'
import { tryProperty } from './fuzz.ts'
import { HONEST } from './honest.ts'
import { isBalanced, readMarkdown } from './read-markdown.ts'

/** No report does anything that its words were not chosen for: it is read by the parsers that readers use. */

const RUN = 'https://github.com/acme/shop/actions/runs/1'
const LINKS = { server: 'https://github.com', run: RUN }
const OURS = /^https:\/\/(?:github\.com\/acme\/shop\/|ci\.example\/)/

const RULES = `version: 1
applies_to: all
paths: [{ id: all, match: ["**"], decision: approve }]
patterns: [{ id: any, match: '[^\\n]', decision: deny }]
plan: { required: true }
audit: { required: true }
`

/** Decisions as the engine makes them about hostile changes. */
const judged = fc
  .tuple(
    fc.uniqueArray(
      fc.oneof(
        soundFile,
        fc.tuple(lure, lure).map(([path, content]) => ({ path, content })),
      ),
      { selector: ({ path }) => path, minLength: 1, maxLength: 4 },
    ),
    lure,
    lure,
  )
  .map(([changed, login, title]) => {
    const files = changed.map((it) =>
      'status' in it ? it : { ...EMPTY, path: it.path, content: bytesOf(it.content) },
    )
    const plan = `version: 1\nid: P\ntitle: ${JSON.stringify(title)}\nowner: "@a"\nexpires: "2026-12-31"\nscope: {}\n`
    return decide(
      {
        ...HONEST,
        author: { login, type: 'Bot' },
        files,
        trusted: {
          ...HONEST.trusted,
          policy: [makeSource(RULES)],
          plans: [{ ...makeSource(plan), origin: 'base' }],
        },
      },
      NOW,
    )
  })

const [FIRST] = HONEST.files
if (FIRST === undefined) throw new Error('the honest change has no file')
const EMPTY = FIRST

const decision = fc.oneof({ weight: 3, arbitrary: attacked }, { weight: 1, arbitrary: judged })

/** What of a Markdown text would act by itself. */
function expectInert(markdown: string): void {
  const { tags, links, others, words, loud } = readMarkdown(markdown)
  const [marker, state, ...own] = tags.filter((tag) => tag.startsWith('<!--'))
  expect(own).toEqual([])
  expect(marker ?? COMMENT_MARKER).toBe(COMMENT_MARKER)
  expect(state ?? '').toMatch(/^(<!-- countersign:state 1 \[[^<>@]*\] \[[^<>@]*\] -->)?$/)
  const plain = tags.filter((tag) => !tag.startsWith('<!--'))
  expect(plain).toEqual(
    plain.filter((tag) => /^<\/?(?:code|span|details|summary|wbr|br)>$/.test(tag)),
  )
  expect(isBalanced(plain, ['code', 'span', 'details', 'summary'], ['<wbr>', '<br>'])).toBe(true)
  expect(others).toEqual([])
  expect(links.filter((link) => !OURS.test(link))).toEqual([])
  // GitHub's rules: a mention is an @ before a letter or digit, a reference a # or GH- before a number.
  expect(words).not.toMatch(/@[a-z0-9]/i)
  expect(words).not.toMatch(/#9|GH-9|:\/\/|www\.|:tada:|\b[0-9a-f]{40}\b/i)
  expect(loud).not.toContain(CANARY)
}

describe('Markdown', () => {
  test('the reader sees what acts: a report without a guard would be found out', () => {
    for (const text of [
      '@acme',
      '<img src=x>',
      '![a](b)',
      '[a](//evil)',
      'www.evil.example',
      '<!-- x -->',
      `# ${CANARY}`,
    ])
      expect(() => expectInert(`ours\n\n${text}\n`)).toThrow()
  })

  test('of comments acts by nothing but our own links', () => {
    tryProperty(
      fc.property(decision, decision, (one, other) => {
        const first = renderComment(one, LINKS)
        const second = renderComment(other, LINKS, first)
        for (const body of [first, second]) {
          expectInert(body)
          expect(body.split('<!--').length - 1).toBeLessThanOrEqual(2)
          expect(body.startsWith(`${COMMENT_MARKER}\n`)).toBe(true)
          expect(countBytes(body)).toBeLessThanOrEqual(COMMENT_LIMIT)
        }
      }),
      70,
    )
  })

  test('of summaries and check runs acts by nothing but our own links', () => {
    tryProperty(
      fc.property(decision, decision, lure, (one, other, note) => {
        expectInert(renderSummary([one, other], LINKS, [note]))
        const { title, summary, text, annotations } = toCheckRun([one, other], LINKS)
        expectInert(summary)
        expectInert(text)
        const lines = annotations.flatMap((it) => [it.title, ...it.message.split('\n'), it.path])
        for (const line of [title, ...lines]) expectVisible(line)
      }),
      30,
    )
  })
})

/** One line without anything that is not seen as what it is. */
function expectVisible(line: string): void {
  expect(line).not.toMatch(
    /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\p{Cs}]/u,
  )
}

/** Ends of words that a page is made of: tags with the names of their attributes. */
function listTags(page: string): string[] {
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '')
  const tags = body.match(/<(?:"[^"]*"|[^">])*>/g) ?? []
  expect(body.replace(/<(?:"[^"]*"|[^">])*>/g, '')).not.toMatch(/[<>]/)
  return tags.map((tag) => tag.replace(/="[^"]*"/g, '='))
}

test('pages hold the tags of an honest page, and lead nowhere else', () => {
  const honest = [makeBlocked(), makeProven()].flatMap((it) =>
    listTags(renderDecisionPage(it, LINKS)),
  )
  const known = new Set([...honest, '<em>', '</em>'])
  tryProperty(
    fc.property(decision, (it) => {
      const page = renderDecisionPage(it, LINKS)
      expect([...new Set(listTags(page))].filter((tag) => !known.has(tag))).toEqual([])
      const targets = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(
        ([, target]) => target ?? '',
      )
      expect(targets.filter((target) => !OURS.test(target) && !target.startsWith('#'))).toEqual([])
    }),
    80,
  )
})

describe('logs and terminals', () => {
  /** A runner takes a line that starts with `::` for a command, and `##[` anywhere. */
  function expectQuiet(text: string): void {
    expect(text).not.toMatch(/^\s*::|##\[/m)
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
  }

  test('show every word and obey none', () => {
    const width = fc.constantFrom(20, 40, 100)
    tryProperty(
      fc.property(decision, width, (it, columns) => {
        expectQuiet(renderTerminal(it, { colour: false, width: columns }))
        const coloured = renderTerminal(it, { colour: true, width: columns })
        expectQuiet(coloured.replace(/\x1b\[\d{1,2}(?:;\d{1,2})*m/g, ''))
        expectQuiet(renderJson(it))
      }),
      70,
    )
  })
})

test('SARIF is JSON whose messages make no link and hide nothing', () => {
  tryProperty(
    fc.property(decision, (it) => {
      const { runs } = JSON.parse(renderSarif(it, LINKS))
      for (const { message, locations } of runs[0].results) {
        expect(message.text).not.toMatch(/\]\(/)
        expectVisible(message.text)
        expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(
          /^(?![a-z]+:|\/)[\w.~%/+@=,;!$&'()*:-]+$/i,
        )
      }
    }),
    80,
  )
})

test('notices mention nobody and lead nowhere else', () => {
  const event = fc.constantFrom('block' as const, 'override' as const, 'waiting' as const)
  tryProperty(
    fc.property(decision, event, (it, kind) => {
      const notice = { event: kind, decision: it, links: LINKS, at: NOW, after: null }
      const message = JSON.stringify(toSlackMessage(notice))
      const signs = [...message.matchAll(/<[^>]*>?/g)].map(([sign]) => sign.slice(1))
      expect(signs.filter((sign) => !OURS.test(sign))).toEqual([])
      const words = JSON.stringify(toPayload(notice))
      expectVisible(words)
    }),
    80,
  )
})
