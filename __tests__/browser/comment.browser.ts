import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { renderComment } from '../../src/reports/comment.ts'
import { makeAttacked, makeBlocked } from '../reports/decisions.ts'
import { findChromium, measureOverflow, openPage, startBrowser } from './support/chromium.ts'
import { toGitHubPage } from './support/github-page.ts'

const LINKS = { server: 'https://github.com', run: 'https://github.com/acme/shop/actions/runs/1' }

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

  test.each([320, 768, 1280])('at %d px nothing sticks out', async (width) => {
    const html = toGitHubPage(renderComment(makeBlocked(), LINKS), 'light')
    const { page } = await openPage(browser, html, { width, theme: 'light' })
    expect(await measureOverflow(page)).toBe(0)
    await page.close()
  })

  test('hostile names become no element', async () => {
    const html = toGitHubPage(renderComment(makeAttacked(), LINKS), 'dark')
    const { page, requests } = await openPage(browser, html, { width: 768, theme: 'dark' })
    expect(await page.locator('img, script, iframe, .mention').count()).toBe(0)
    expect(requests).toEqual([])
    await page.close()
  })
})
