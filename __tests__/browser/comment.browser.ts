import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { Decision } from '../../src/engine/decision.ts'
import { renderComment } from '../../src/reports/comment.ts'
import {
  ATTACKS,
  makeAttacked,
  makeBlocked,
  makeDecision,
  makeFinding,
  makeMany,
  makeProven,
} from '../reports/decisions.ts'
import {
  findChromium,
  measureOverflow,
  openPage,
  startBrowser,
  type View,
} from './support/chromium.ts'
import { toGitHubPage } from './support/github-page.ts'

/** The comment as people meet it: in a browser, narrow and wide, light and dark. */

const LINKS = { server: 'https://github.com', run: 'https://github.com/acme/shop/actions/runs/1' }

/** A path with nothing to break at. */
const LONG_PATH = `src/${'VeryLongGeneratedName'.repeat(8)}/${'x'.repeat(120)}.ts`

const LONG = makeBlocked({
  findings: [
    makeFinding({ path: LONG_PATH }),
    makeFinding({ rule: `path/${'r'.repeat(64)}`, message: `See ${LONG_PATH}.` }),
  ],
  signing: {
    people: { needed: 2, signed: 0 },
    groups: [
      {
        owners: [`@acme/${'team-with-a-long-name-'.repeat(3)}`],
        asked_by: ['codeowners', `path/${'r'.repeat(64)}`],
        paths: [LONG_PATH],
        path_count: 1,
        state: 'waiting',
        signed_by: [],
        labels: [`countersigned/${'long-owner'.repeat(3)}`],
        worn: [],
        reviews: true,
      },
    ],
  },
  acceptance: {
    criteria: [
      {
        id: 'AC1',
        criterion: 'A failed delivery is retried three times with backoff.',
        met: false,
        accepted: null,
        tests: [{ test: `${LONG_PATH} › works`, met: false, matched: [], matched_count: 0 }],
      },
    ],
    runs: [],
  },
})

const DECISIONS: readonly (readonly [string, Decision])[] = [
  ['blocked', makeBlocked()],
  ['passed', makeProven()],
  ['long names', LONG],
  ['many findings', makeMany(2_000)],
  ['attacked', makeAttacked()],
]

const WIDTHS = [320, 768, 1280]

/** Headings without gaps, the verdict on top, and everything closed that can be. */
async function expectOrder(page: Page): Promise<void> {
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) => headings.map((it) => Number(it.tagName.slice(1))))
  expect(levels[0]).toBe(2)
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1)
  expect(await page.locator('details[open]').count()).toBe(0)
  const verdict = await page.locator('h2').first().boundingBox()
  expect(verdict?.y).toBeLessThan(100)
}

describe('findChromium', () => {
  test('says what to do when there is none', () => {
    expect(() => findChromium('', [])).toThrow(/No Chromium was found .* CHROMIUM/)
  })

  test('says so when the one that is named is not there', () => {
    expect(() => findChromium('/no/such/browser')).toThrow(/"\/no\/such\/browser"/)
  })
})

describe('the comment in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  const open = (decision: Decision, view: View) =>
    openPage(browser, toGitHubPage(renderComment(decision, LINKS), view.theme), view)

  test.each(DECISIONS)('%s: nothing sticks out, in order, closed', async (_, decision) => {
    for (const theme of ['light', 'dark'] as const) {
      const { page, requests } = await open(decision, { width: 320, theme })
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        expect(await measureOverflow(page)).toBe(0)
      }
      await expectOrder(page)
      expect(requests).toEqual([])
      await page.close()
    }
  })

  test('who is next and what to do stand on the first screen of a telephone', async () => {
    const { page } = await open(makeBlocked(), { width: 320, theme: 'light' })
    const turn = await page.getByText('Next:').boundingBox()
    const step = await page.getByText('Take the file out of this change').first().boundingBox()
    expect(turn?.y).toBeLessThan(200)
    expect(step?.y).toBeLessThan(400)
    await page.close()
  })

  test.each([320, 768])('at %d px the tables of honest names need no scrolling', async (width) => {
    for (const decision of [makeBlocked(), makeProven(), LONG]) {
      const { page } = await open(decision, { width, theme: 'light' })
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      const hidden = await page
        .locator('article > table')
        .evaluateAll((tables) => tables.map((it) => it.scrollWidth - it.clientWidth))
      expect(hidden.filter((pixels) => pixels > 0)).toEqual([])
      await page.close()
    }
  })

  test('a table says who has to sign, how, and who has', async () => {
    const { page } = await open(makeBlocked(), { width: 768, theme: 'light' })
    const rows = await page.locator('table').first().locator('tr').allInnerTexts()
    expect(rows.map((row) => row.replace(/\u200b/g, ''))).toEqual([
      expect.stringMatching(/Who\s+Signature/),
      expect.stringMatching(
        /@acme\/security[\s\S]*waiting: apply the label countersigned, or approve/,
      ),
      expect.stringMatching(/@acme\/shop[\s\S]*signed by alice, 2026-11-20 12:00 UTC/),
    ])
    await page.close()
  })

  test('hostile names become no element, link, mention or script', async () => {
    const { page } = await open(makeAttacked(), { width: 768, theme: 'dark' })
    expect(
      await page
        .locator('article')
        .locator('img, script, iframe, style, form, input, del, sup')
        .count(),
    ).toBe(0)
    const links = await page
      .locator('article a')
      .evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''))
    for (const href of links) expect(href).toMatch(/^https:\/\/github\.com\/acme\/shop\//)
    const words = await page.locator('article').innerText()
    const code = await page.locator('article code').allInnerTexts()
    const prose = code.reduce((text, one) => text.replace(one, ''), words)
    expect(prose).not.toMatch(/(?:^|[^\w`])@[a-z]/i)
    await page.close()
  })

  test('no attack hides what comes after it', async () => {
    const { page } = await open(makeBlocked(), { width: 1280, theme: 'light' })
    for (const attack of ATTACKS) {
      const finding = makeFinding({ message: attack, path: attack, remedy: attack })
      const body = renderComment(makeBlocked({ findings: [finding] }), LINKS)
      await page.setContent(toGitHubPage(body, 'light'))
      expect(await page.getByText('Plan, policy, signatures and digest').isVisible()).toBe(true)
      expect(await page.locator('article > h2').allInnerTexts()).toEqual([
        '⛔ Countersign: Blocked',
      ])
      expect(await page.locator('article > details').count()).toBe(3)
    }
    await page.close()
  })

  test('what changed is one line, with its lists folded', async () => {
    const before = renderComment(makeDecision(), LINKS)
    const body = renderComment(makeBlocked(), LINKS, before)
    const { page } = await openPage(browser, toGitHubPage(body, 'light'), {
      width: 768,
      theme: 'light',
    })
    const line = page.getByText('Since the last report')
    expect(await line.isVisible()).toBe(true)
    expect(await page.getByText('New: ', { exact: false }).first().isVisible()).toBe(false)
    await page.getByText('Which ones').click()
    expect(await page.getByText('New: ', { exact: false }).first().isVisible()).toBe(true)
    expect(await page.locator('article').innerText()).not.toContain('countersign:state')
    await page.close()
  })
})
