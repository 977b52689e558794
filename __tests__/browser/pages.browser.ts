import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { readChain } from '../../src/engine/chain/verify-chain.ts'
import { readDecision } from '../../src/engine/decision-schema.ts'
import { openCollector } from '../../src/reports/history/collect.ts'
import { renderChainPage } from '../../src/reports/html/chain-page.ts'
import { addStep, openStory } from '../../src/reports/html/chain-story.ts'
import { renderDecisionPage } from '../../src/reports/html/decision-page.ts'
import { renderHistoryPage } from '../../src/reports/html/history-page.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
  makeProven,
} from '../reports/decisions.ts'
import { writeChain } from '../support/chain.ts'
import { measureOverflow, openPage, startBrowser } from './support/chromium.ts'

/** The self-contained pages, opened as a person would: from a file, scripts on. */

const LINKS = { server: 'https://github.com', run: null }
const ALL = { since: null, until: null, repository: null, author: null, plan: null }

const FULL = makeBlocked({
  acceptance: makeProven().acceptance,
  audit: makeProven().audit,
})

function makeHistory(isHostile: boolean): string {
  const collector = openCollector(ALL)
  for (const [index, attack] of ATTACKS.entries()) {
    const decision = makeDecision({
      judged_at: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
      digest: String(index).padStart(64, '0'),
      ...(index % 2 === 0 ? {} : { conclusion: 'block' as const }),
      findings: [makeFinding(isHostile ? { rule: attack } : {})],
      approvals: [
        { actor: 'alice', for: [], counted: true, why: 'label', at: '2026-11-20T12:30:00Z' },
      ],
    })
    const subject = { ...decision.subject, repository: attack, author: attack }
    const record = readDecision(isHostile ? { ...decision, subject } : decision)
    if ('problem' in record) throw new Error(record.problem)
    collector.add(record)
  }
  if (isHostile) collector.addUnreadable(ATTACKS.join(' '), 'it is not JSON in UTF-8')
  return renderHistoryPage(collector.finish())
}

function makeChainPage(isHostile: boolean): string {
  const chain = writeChain()
  for (const [index, attack] of ATTACKS.entries()) {
    const name = isHostile ? attack.replace(/\p{Cs}/gu, '') : `src/file-${index}.ts`
    chain.act({ tool: isHostile ? name : 'Edit', blobs: { [name]: 'd'.repeat(40) } })
    if (index % 4 === 0)
      chain.deny({ tool: 'Bash', input: `${index}`, rule: isHostile ? name : 'command/force-push' })
  }
  const text = chain.end().text()
  const reading = readChain(Buffer.from(text), null)
  const story = openStory(reading.first, reading.last)
  for (const [at, line] of text.trimEnd().split('\n').entries()) {
    const { record } = JSON.parse(line)
    addStep(story, {
      line: at + 1,
      ts: record.ts,
      event: record.event,
      tool: record.request?.tool ?? null,
      decision: record.rules?.decision ?? null,
      rule: record.rules?.rule ?? null,
      status: record.result?.status ?? null,
      targets: record.request?.targets ?? [],
      changed: Object.entries(record.result?.blobs ?? {}),
      final: record.files === undefined ? null : Object.keys(record.files),
      isGap: false,
    })
  }
  const path = isHostile ? ATTACKS.join('') : 'chain.jsonl'
  return renderChainPage([{ path, reading, story }])
}

const PAGES: readonly (readonly [string, string])[] = [
  ['a decision', renderDecisionPage(FULL, LINKS)],
  ['a report', makeHistory(false)],
  ['a chain', makeChainPage(false)],
]

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a decision', renderDecisionPage(makeAttacked(), LINKS)],
  ['a report', makeHistory(true)],
  ['a chain', makeChainPage(true)],
]

/** Elements that a page of ours is made of. Anything else came from outside. */
const ELEMENTS =
  'a b br body caption circle code dd defs desc details div dl dt em figcaption figure footer g h1 h2 h3 head header html li line main meta nav p pattern rect section span strong style summary svg table tbody td text th thead time title tr ul'.split(
    ' ',
  )

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-pages-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a place breaks inside no name where there is room', async () => {
  const path = '__tests__/webhooks/retry-payments.test.ts'
  const message = 'Plan PAY-142 does not allow this file to change. '.repeat(6)
  const findings = [makeFinding({ path, line: 12, message, remedy: message })]
  const html = renderDecisionPage(makeBlocked({ findings }), LINKS)
  const { page } = await openPage(browser, html, { width: 1100, theme: 'light' })
  const lines = await page.evaluate(
    `document.querySelector('#findings tbody th code').getClientRects().length`,
  )
  expect(lines).toBe(1)
  await page.close()
})

describe.each(PAGES)('%s', (_, html) => {
  test.each([320, 768, 1280])('at %d px nothing sticks out', async (width) => {
    const { page, requests } = await openPage(browser, html, { width, theme: 'light' })
    expect(await measureOverflow(page)).toBe(0)
    expect(requests).toEqual([])
    await page.close()
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['dark', 320],
  ] as const)('is accessible in %s at %d px', async (theme, width) => {
    const { page } = await openPage(browser, html, { width, theme })
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })

  test('is whole without scripts', async () => {
    const view = { width: 768, theme: 'light', scripts: false } as const
    const { page } = await openPage(browser, html, view)
    expect(await page.locator('h1').count()).toBe(1)
    await page.close()
  })

  test('on paper everything is unfolded', async () => {
    const { page } = await openPage(browser, html, { width: 700, theme: 'light' })
    await page.emulateMedia({ media: 'print' })
    await page.waitForFunction(`${FOLDED} === 0`)
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })

  test('folds open and close by keyboard', async () => {
    const { page } = await openPage(browser, html, { width: 768, theme: 'light' })
    const fold = page.locator('details').first()
    const before = await fold.getAttribute('open')
    await fold.locator('summary').press('Enter')
    expect(await fold.getAttribute('open')).not.toBe(before)
    await page.close()
  })
})

describe.each(HOSTILE)('%s that an attacker wrote', (_, html) => {
  test('runs nothing, asks for nothing and holds none of their elements', async () => {
    const file = join(folder, 'page.html')
    writeFileSync(file, html)
    const page = await browser.newPage()
    const seen: string[] = []
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => seen.push(`console ${message.text()}`))
    page.on('pageerror', (error) => seen.push(`error ${error.message}`))
    page.on('request', (request) => seen.push(`request ${request.url()}`))
    const address = pathToFileURL(file).href
    await page.goto(address, { waitUntil: 'load' })
    expect(seen).toEqual([`request ${address}`])
    expect(await listElements(page)).toEqual([])
    expect(
      await page.locator('a[href^="javascript" i], [onload], [onclick], [style]').count(),
    ).toBe(0)
    await page.close()
  })

  test('is no wider than the page', async () => {
    const { page } = await openPage(browser, html, { width: 320, theme: 'dark' })
    expect(await measureOverflow(page)).toBe(0)
    await page.close()
  })
})

describe('the tests themselves', () => {
  test('see a barrier where there is one', async () => {
    const [, html] = PAGES[0] ?? ['', '']
    const broken = html.replace(/<title>.*<\/title>/, '').replace('<html lang="en">', '<html>')
    const { page } = await openPage(browser, broken, { width: 1280, theme: 'light' })
    const found = (await findBarriers(page)).map((it) => it.split(':')[0])
    expect(found).toEqual(expect.arrayContaining(['document-title', 'html-has-lang']))
    await page.close()
  })

  test('see what is folded on a screen', async () => {
    const { page } = await openPage(browser, makeHistory(false), { width: 700, theme: 'light' })
    expect(await countFolded(page)).toBeGreaterThan(0)
    await page.close()
  })
})

describe('the content security policy', () => {
  test('stops a script and an image even if markup slipped through', async () => {
    const broken = PAGES[0]?.[1].replace(
      '</main>',
      '<script>document.title="owned"</script><img src="https://evil.example/x.png" onerror="document.title=\'owned\'"></main>',
    )
    const { page, requests } = await openPage(browser, broken ?? '', { width: 768, theme: 'light' })
    expect(await page.title()).toMatch(/^Blocked/)
    expect(requests).toEqual([])
    await page.close()
  })
})

test('2,000 findings lay out in a browser', async () => {
  const html = renderDecisionPage(makeMany(2_000), LINKS)
  const { page } = await openPage(browser, html, { width: 1280, theme: 'light' })
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(2_000)
  await page.close()
})

/** What the accessibility rules of WCAG 2.2 A and AA find wrong, as `rule: first element`. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  )
}

/** How many tables take no room. */
const FOLDED =
  "[...document.querySelectorAll('table')].filter((it) => !it.checkVisibility({ contentVisibilityAuto: true })).length"

function countFolded(page: Page): Promise<number> {
  return page.evaluate<number>(FOLDED)
}

function listElements(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('*')].map((it) => it.localName).filter((name) => !${JSON.stringify(ELEMENTS)}.includes(name))`,
  )
}
