import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where distributions put it. `CHROMIUM` names another one. */
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing that a test opens has a reason to reach the network, and neither has the browser itself. */
const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of the browser to test with.
 * @throws Error when there is none, with what to install or to set.
 */
export function findChromium(
  named: string | undefined = process.env.CHROMIUM,
  places: readonly string[] = USUAL_PLACES,
): string {
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names "${named}", and there is no such file; name a Chromium there.`)
  }
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  throw new Error(
    `No Chromium was found (${places.join(', ')}); install one (Debian: apt-get install chromium) or name it in CHROMIUM.`,
  )
}

/** Starts the browser; whoever starts it closes it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...SWITCHES] })
}

export interface View {
  /** CSS pixels. */
  readonly width: number
  readonly theme: 'light' | 'dark'
  /** Off, to see the page as it is without its scripts. */
  readonly scripts?: boolean
}

/** Opens a page that is given as HTML; every request it makes is refused and listed in `requests`. */
export async function openPage(
  browser: Browser,
  html: string,
  { width, theme, scripts = true }: View,
): Promise<{ readonly page: Page; readonly requests: readonly string[] }> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: theme,
    javaScriptEnabled: scripts,
  })
  const requests: string[] = []
  await page.route('**/*', (route) => {
    requests.push(route.request().url())
    return route.abort()
  })
  await page.setContent(html, { waitUntil: 'load' })
  return { page, requests }
}

/** By how many pixels the page is wider than its window. */
export async function measureOverflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}
