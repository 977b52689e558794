import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { TestRepo } from '../support/repo.ts'
import type { ActionResult } from '../support/run-action.ts'
import { blockingRules, conclusionOf, type Desk, messagesOf, openDesk } from './desk.ts'
import { runFor } from './gate.ts'

/** A merge queue's steps are its members' work: judged by the built action, on real merges. */

const BRANCH = 'claude/pay-142'
const SEND = 'export const send = 1\n\n\n\n\nexport const other = 1\n'
const FIXED = SEND.replace('send = 1', 'send = "checked"')

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({
    policy: 'limits: { changed_files: 50 }\n',
    files: { 'src/send.ts': SEND },
  })
})
afterEach(() => desk.dispose())

function git(...args: readonly string[]): string {
  return desk.repo.git(...args)
}

function writeOn(repo: TestRepo, branch: string, files: Readonly<Record<string, string>>): void {
  repo.git('switch', '--quiet', branch)
  for (const [path, text] of Object.entries(files)) repo.write(path, text)
  repo.commit(`Change ${Object.keys(files).join(', ')}`, { branch })
}

/** Opens pull request 5, of a branch that starts at main. */
function openFix(files: Readonly<Record<string, string>>): void {
  git('branch', '--quiet', 'fix', 'main')
  writeOn(desk.repo, 'fix', files)
  desk.server.openPull({ number: 5, head: 'fix', author: { login: 'dev' } })
}

/** Starts a queue at main, lets `fill` add to it, and has the group judged. `last` came in last. */
async function judgeQueue(fill: () => void, last = 7): Promise<ActionResult> {
  const base = git('rev-parse', 'main')
  const queue = `gh-readonly-queue/main/pr-${last}-${base}`
  git('switch', '--quiet', '--create', queue, base)
  fill()
  const set = {
    'merge_group.head_sha': git('rev-parse', queue),
    'merge_group.base_sha': base,
    'merge_group.head_ref': `refs/heads/${queue}`,
    'merge_group.base_ref': 'refs/heads/main',
  }
  const { repo, server } = desk
  const shop = { repo, server, dispose: async () => undefined }
  return runFor(shop, 'merge_group', 'merge_group', 'checks_requested', { set })
}

const merge = (number: number, branch: string) =>
  git('merge', '--quiet', '--no-ff', '-m', `Merge pull request #${number} from acme/x`, branch)

describe('two members', () => {
  test('of which one takes back what the other fixes, unseen in its own diff, block', async () => {
    openFix({ 'src/send.ts': FIXED })
    git('switch', '--quiet', BRANCH)
    git('reset', '--quiet', '--hard', 'fix')
    desk.push({ 'src/send.ts': SEND, 'src/retry.ts': 'export const retries = 3\n' })
    const result = await judgeQueue(() => {
      merge(5, 'fix')
      merge(7, BRANCH)
    })
    expect(conclusionOf(result)).toBe('block')
    expect(blockingRules(result)).toEqual(['evidence/incomplete'])
    expect(messagesOf(result, 'evidence/incomplete')).toMatch(
      /explains src\/retry.ts, src\/send.ts/,
    )
  })

  test('that change different places of one file pass, merged', async () => {
    openFix({ 'src/send.ts': FIXED })
    desk.push({ 'src/send.ts': SEND.replace('other = 1', 'other = 2') })
    const result = await judgeQueue(() => {
      merge(5, 'fix')
      merge(7, BRANCH)
    })
    expect(conclusionOf(result)).toBe('pass')
  })

  test('whose commits are rebased one by one, or squashed, pass', async () => {
    openFix({ 'src/send.ts': FIXED })
    writeOn(desk.repo, 'fix', { 'src/send.ts': `${FIXED}// done\n` })
    const result = await judgeQueue(() => {
      git('merge', '--quiet', '--squash', BRANCH)
      git('commit', '--quiet', '-m', 'Retry (#7)')
      git('cherry-pick', 'main..fix')
    }, 5)
    expect(conclusionOf(result)).toBe('pass')
  })
})
