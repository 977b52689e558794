import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Delivery, openReceiver, type Receiver } from '../support/receiver.ts'
import type { ActionResult, RunActionOptions } from '../support/run-action.ts'
import {
  AGENT,
  BRANCH,
  conclusionOf,
  type Desk,
  type DeskOptions,
  openDesk,
  readDecision,
} from './desk.ts'
import { runFor } from './gate.ts'

/** Who is told what, by the built action and a receiver on loopback. */

const SLACK = '/services/T0/B0/slack-secret-path'
const HOOK = '/hooks/plain-secret-path'
const SECRET = 'a-long-signing-secret'
const OVERRIDE = 'approvals: {}\noverride: { approvers: ["@olga"] }\n'
const HOUR = 60 * 60 * 1000

let desk: Desk
let receiver: Receiver

beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(async () => {
  await desk.dispose()
  await receiver.close()
})

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk(options)
}

const inputs = () => ({
  'slack-webhook': receiver.url(SLACK),
  webhook: receiver.url(HOOK),
  'webhook-secret': SECRET,
})

function judge(options: Partial<RunActionOptions> = {}): Promise<ActionResult> {
  return desk.judge({ inputs: inputs(), ...options })
}

/** Judges as another event would. */
function judgeAt(eventName: Parameters<typeof runFor>[2], action: string | null, env = {}) {
  const shop = { repo: desk.repo, server: desk.server, dispose: async () => undefined }
  return runFor(shop, eventName, eventName, action, { number: 7 }, { inputs: inputs(), env })
}

const plain = (): Delivery[] => receiver.received.filter(({ path }) => path === HOOK)
const slack = (): Delivery[] => receiver.received.filter(({ path }) => path === SLACK)
const events = () => plain().map(({ json }) => json.event)

describe('a blocked pull request', () => {
  test('is told once, with what, why and who is next', async () => {
    await open()
    expect(conclusionOf(await judge())).toBe('block')
    expect(plain()[0]?.json).toMatchObject({
      version: 1,
      event: 'block',
      repository: 'acme/shop',
      pull_request: 7,
      url: 'https://github.com/acme/shop/pull/7',
      head_sha: desk.head(),
      author: 'acme-coder[bot]',
      conclusion: 'block',
      mode: 'enforce',
      headline: 'Blocked: 1 finding to settle',
      findings: [{ rule: 'approval/missing', level: 'deny', path: null, line: null }],
      more: 0,
      waiting: null,
      run_url: 'https://github.com/acme/shop/actions/runs/4711',
    })
    const text = JSON.stringify(slack()[0]?.json)
    for (const words of ['*Blocked*', '|acme/shop#7>', 'approval/missing', 'Code owner'])
      expect(text).toContain(words)

    await judge()
    await judge()
    expect(receiver.received).toHaveLength(2)
  })

  test('is signed for whoever knows the secret', async () => {
    await open()
    await judge()
    const [delivery] = plain()
    const expected = createHmac('sha256', SECRET)
      .update(delivery?.body ?? '')
      .digest('hex')
    expect(delivery?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-countersign-event': 'block',
      'x-countersign-signature-256': `sha256=${expected}`,
    })
    expect(delivery?.headers['x-countersign-delivery']).toBe(delivery?.json.id)
    expect(slack()[0]?.headers).not.toHaveProperty('x-countersign-signature-256')
  })

  test('is told again for a new head, and not when it passes', async () => {
    await open()
    await judge()
    desk.push({ 'src/retry.ts': 'export const retries = 4\n' })
    await judge()
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await judge())).toBe('pass')
    expect(events()).toEqual(['block', 'block'])
    const ids = plain().map(({ json }) => json.id)
    expect(new Set(ids).size).toBe(2)
  })

  test('is told again when it had passed in between', async () => {
    await open()
    await judge()
    desk.label('countersigned', 'alice')
    await judge()
    desk.unlabel('countersigned', 'alice')
    expect(conclusionOf(await judge())).toBe('block')
    expect(events()).toEqual(['block', 'block'])
    expect(new Set(plain().map(({ json }) => json.id)).size).toBe(2)
  })

  test('is no news where the policy wants none', async () => {
    await open({ policy: 'approvals: {}\nnotify: { on: [override] }\n' })
    await judge()
    expect(receiver.received).toEqual([])
  })

  test('is no news where the workflow names nobody', async () => {
    await open()
    await judge({ inputs: {} })
    expect(receiver.received).toEqual([])
  })
})

test('an override is told, with who is to look at it', async () => {
  await open({ policy: OVERRIDE })
  await judge()
  desk.label('break-glass', 'olga')
  desk.server.addComment(7, 'The shop is down.', { by: { login: 'olga', type: 'User' } })
  expect(conclusionOf(await judge())).toBe('override')
  await judge()
  expect(events()).toEqual(['block', 'override'])
})

describe('a run that the author may have written', () => {
  test.each(['pull_request', 'pull_request_review'] as const)('(%s) tells nobody', async (name) => {
    await open()
    const action = name === 'pull_request' ? 'synchronize' : 'submitted'
    const result = await judgeAt(name, action)
    expect(conclusionOf(result)).toBe('block')
    expect(receiver.received).toEqual([])
    expect(result.stdout).toContain('No notifications are sent')
    expect(result.stdout).toContain(`::add-mask::${receiver.url(HOOK)}`)
  })

  test('(a dispatch on a branch) tells nobody, and its honest twin on the default branch does', async () => {
    await open()
    await judgeAt('workflow_dispatch', null, { GITHUB_REF: 'refs/heads/claude/pay-142' })
    expect(receiver.received).toEqual([])
    desk.push({ 'src/retry.ts': 'export const retries = 5\n' })
    await judgeAt('workflow_dispatch', null, { GITHUB_REF: 'refs/heads/main' })
    expect(events()).toEqual(['block'])
  })
})

describe('pull requests with one head', () => {
  const share = (last: number) => {
    for (let number = 8; number <= last; number += 1)
      desk.server.openPull({ number, head: BRANCH, author: AGENT })
  }
  const told = () => plain().map(({ json }) => json.pull_request)

  test('are told of once, as many as a report remembers, and the rest never', async () => {
    await open()
    share(13)
    const result = await judge()
    expect(told()).toEqual([7, 8, 9])
    expect(result.summary.split('Nobody was notified of').length).toBe(2)
    expect(result.stdout).toContain('Nobody was notified of #10, #11, #12, #13:')
    await judge()
    await desk.judge({ inputs: { ...inputs(), 'pull-request': '13' } })
    expect(told()).toEqual([7, 8, 9])
  })

  test('are all told of where they are few', async () => {
    await open()
    share(9)
    const result = await judge()
    await judge()
    expect(told()).toEqual([7, 8, 9])
    expect(result.stdout).not.toContain('Nobody was notified')
  })
})

describe('what a run saw that told nobody', () => {
  test.each(['pull_request', 'pull_request_review'] as const)(
    '(%s) is still news to one that tells',
    async (name) => {
      await open()
      await judgeAt(name, name === 'pull_request' ? 'synchronize' : 'submitted')
      await judge()
      await judgeAt(name, name === 'pull_request' ? 'synchronize' : 'submitted')
      await judge()
      expect(events()).toEqual(['block'])
    },
  )

  test('(nobody was named yet) is still news once somebody is', async () => {
    await open()
    await judge({ inputs: {} })
    await judge()
    expect(events()).toEqual(['block'])
  })
})

describe('a report by somebody else', () => {
  test('does not keep the gate from telling', async () => {
    await open()
    const forged = { name: 'countersign', headSha: desk.head(), externalId: '7=block' }
    desk.server.addCheckRun({ ...forged, conclusion: 'failure', app: { slug: 'mallory', id: 9 } })
    await judge()
    expect(events()).toEqual(['block'])
  })
})

describe('a receiver that fails', () => {
  const cases: [string, () => void, string][] = [
    ['with an error', () => receiver.answer(500, {}, 'secret words'), 'it answered 500'],
    [
      'with a redirect, which is not followed',
      () => receiver.answer(307, { location: receiver.url('/elsewhere') }),
      'it answered 307',
    ],
  ]
  test.each(cases)('%s changes no verdict and leaks nothing', async (_name, prepare, words) => {
    await open()
    prepare()
    const result = await judge()
    expect(conclusionOf(result)).toBe('block')
    expect(result.stdout).toContain(`could not notify the webhook: ${words}`)
    expect(result.summary).toContain('could not notify Slack')
    expect(receiver.received.map(({ path }) => path)).not.toContain('/elsewhere')
    const unmasked = result.stdout.replace(/^::add-mask::.*$/gm, '')
    for (const secret of ['secret-path', SECRET, 'secret words'])
      expect(`${unmasked}${result.stderr}${result.summary}`).not.toContain(secret)
  })

  test('is not tried when nothing would remember it, and the summary says so', async () => {
    await open()
    desk.server.fault({ method: 'POST', path: /\/check-runs$/, times: 100, respond: 403 })
    const result = await judge()
    expect(conclusionOf(result)).toBe('block')
    expect(receiver.received).toEqual([])
    expect(result.stdout).toContain('Nobody was notified: no check run of this run remembers')
    expect(result.summary).toContain('Nobody was notified')
  })

  test('by not being there changes no verdict, nor a pass', async () => {
    await open()
    const url = receiver.url(HOOK)
    await receiver.close()
    const result = await judge({ inputs: { webhook: url } })
    expect(conclusionOf(result)).toBe('block')
    expect(result.stdout).toContain('could not notify the webhook: it could not be reached')
  })

  test.each(['http://example.com/x', 'ftp://127.0.0.1/x', 'nonsense', 'file:///etc/passwd'])(
    'because it has no safe address (%s) is told so',
    async (webhook) => {
      await open()
      const result = await judge({ inputs: { webhook } })
      expect(conclusionOf(result)).toBe('block')
      expect(result.stdout).toContain('must be an address that begins with https://')
    },
  )
})

test('without a check run nothing would be remembered, so nothing is told', async () => {
  await open()
  const result = await judge({ inputs: { ...inputs(), 'check-name': '' } })
  expect(receiver.received).toEqual([])
  expect(result.stdout).toContain('without a "check-name"')
})

describe('what an author writes', () => {
  test('mentions nobody and hides nothing', async () => {
    const evil = 'src/<!channel> & <@U1> \u202ex `*_.ts'
    await open({
      policy: 'approvals: { codeowners: false, minimum: 0 }\nlimits: { blob_bytes: 1 }\n',
      change: { [evil]: 'export const x = 1\n' },
    })
    expect(conclusionOf(await judge())).toBe('block')
    const message = JSON.stringify(slack()[0]?.json)
    expect(message).toContain('&lt;!channel&gt; &amp; &lt;@U1&gt;')
    expect(message).not.toMatch(/<[!@#]|\u202e/)
    expect(message.match(/"type":"mrkdwn"/g)?.length).toBe(
      message.match(/"verbatim":true/g)?.length,
    )
    expect(JSON.stringify(plain()[0]?.json)).not.toContain('\u202e')
  })

  test('in great numbers is counted', async () => {
    const files = Array.from({ length: 30 }, (_, at) => [`src/${'x'.repeat(150)}${at}.ts`, 'x\n'])
    await open({
      policy: 'approvals: { codeowners: false, minimum: 0 }\nlimits: { blob_bytes: 1 }\n',
      change: Object.fromEntries(files),
    })
    await judge()
    expect(plain()[0]?.json).toMatchObject({ more: 20 })
    const blocks = slack()[0]?.json.blocks as { text?: { text: string } }[]
    for (const { text } of blocks) expect(text?.text.length ?? 0).toBeLessThanOrEqual(3000)
    expect(JSON.stringify(blocks)).toContain('and 25 more')
  })
})

describe('a change that waits for people', () => {
  const policy = 'approvals: { escalate_after: 2h }\nnotify: { on: [waiting] }\n'
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

  /** The gate reported on the present head that long ago. */
  function report(hours: number): void {
    const run = { name: 'countersign', headSha: desk.head(), externalId: '7=block' }
    desk.server.addCheckRun({ ...run, conclusion: 'failure', at: ago(hours) })
  }

  test('is told once for each step, in the comment too', async () => {
    await open({ policy })
    desk.push({ 'src/retry.ts': 'export const retries = 6\n' }, { at: ago(6) })
    report(5)
    report(4.5)
    const result = await judge()
    expect(readDecision(result).waiting).toMatchObject({
      for: ['@alice'],
      after_hours: 2,
      steps: 2,
    })
    expect(events()).toEqual(['waiting'])
    expect(plain()[0]?.json).toMatchObject({ waiting: { steps: 2, for: ['@alice'] } })
    expect(JSON.stringify(slack()[0]?.json)).toContain('Waiting for @alice for more than 4 hours')
    expect(desk.comment()).toContain('for more than 4 hours')

    report(0)
    await judge()
    expect(events()).toEqual(['waiting'])
  })

  test('is not told before the time, nor for a head that is new', async () => {
    await open({ policy })
    desk.push({ 'src/retry.ts': 'export const retries = 6\n' }, { at: ago(6) })
    report(1.5)
    expect(readDecision(await judge())).not.toHaveProperty('waiting')
    desk.push({ 'src/retry.ts': 'export const retries = 7\n' }, { at: ago(0) })
    expect(readDecision(await judge())).not.toHaveProperty('waiting')
    expect(receiver.received).toEqual([])
  })

  test('is not told where the author has work to do', async () => {
    await open({ policy: `${policy}limits: { blob_bytes: 1 }\n` })
    desk.push({ 'src/retry.ts': 'export const retries = 6\n' }, { at: ago(6) })
    report(5)
    expect(readDecision(await judge())).not.toHaveProperty('waiting')
  })

  test('is told sooner where its tier says so', async () => {
    await open({
      policy:
        'approvals: { escalate_after: 9d, tiers: { high: { escalate_after: 1h, paths: ["src/**"] } } }\n',
    })
    desk.push({ 'src/retry.ts': 'export const retries = 6\n' }, { at: ago(6) })
    report(1.5)
    expect(readDecision(await judge()).waiting).toMatchObject({ after_hours: 1, steps: 1 })
  })
})
