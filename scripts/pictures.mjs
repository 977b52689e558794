// Makes the pictures of the comment in docs/images: the demo's hijacked pull request, judged with the
// approvals it could have on GitHub, as GitHub shows it in light and in dark. Run it after the build;
// it needs a Chromium and a font with emoji (Debian: chromium, fonts-noto-color-emoji).
//   node scripts/pictures.mjs
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { makeDemoRepository } = await importBuilt('src/commands/demo-repository.js')
const { checkRepository } = await importBuilt('src/commands/check.js')
const { renderComment } = await importBuilt('src/reports/comment.js')
const { openPage, startBrowser } = await importBuilt('__tests__/browser/support/chromium.js')
const { toGitHubPage } = await importBuilt('__tests__/browser/support/github-page.js')

/** CSS pixels: a comment as wide as GitHub shows it on a laptop, down to the first findings. */
const WIDTH = 860
const HEIGHT = 1180
const OUT = 'docs/images'
const MOST_BYTES = 150_000

const LINKS = { server: 'https://github.com', run: 'https://github.com/acme/shop/actions/runs/1' }

mkdirSync(OUT, { recursive: true })
const body = await writeComment()
const browser = await startBrowser()
try {
  for (const theme of ['light', 'dark']) await takePicture(theme)
} finally {
  await browser.close()
}

function importBuilt(path) {
  return import(pathToFileURL(resolve('build', path)).href)
}

/** The comment on the hijacked pull request. */
async function writeComment() {
  const directory = mkdtempSync(join(tmpdir(), 'countersign-pictures-'))
  try {
    const demo = makeDemoRepository(directory)
    const approvals = join(directory, 'approvals.json')
    writeFileSync(approvals, JSON.stringify(makeFacts(directory, demo.branch)))
    const now = new Date('2026-11-20T12:00:00Z')
    const options = { repo: directory, base: 'main', head: demo.branch, approvals, now }
    return renderComment(await checkRepository(options), LINKS)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Opened with the work, then pushed to with what the agent was talked into. Nobody has signed yet. */
function makeFacts(directory, branch) {
  const git = (...args) => execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8' })
  const [head, opened] = git('rev-list', '--max-count=2', branch).trim().split('\n')
  const agent = { actor: 'acme-coder[bot]', actor_type: 'Bot' }
  return [
    { kind: 'opened', ...agent, at: '2026-11-20T11:02:00Z', head_sha: opened },
    { kind: 'push', ...agent, at: '2026-11-20T11:20:00Z', head_sha: head },
  ]
}

async function takePicture(theme) {
  const { page } = await openPage(browser, toGitHubPage(body, theme), { width: WIDTH, theme })
  const path = join(OUT, `comment-${theme}.png`)
  const clip = { x: 0, y: 0, width: WIDTH, height: HEIGHT }
  const image = await page.screenshot({ path, clip, fullPage: true })
  if (image.length > MOST_BYTES)
    throw new Error(`${path} has ${image.length} bytes; make it smaller`)
  console.log(`${path}: ${image.length} bytes`)
}
