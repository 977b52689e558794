import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventPayload } from '../../support/event-payload.ts'
import type { RunActionOptions } from '../../support/run-action.ts'
import { type ActionHost, openActionHost } from '../../support/run-often.ts'
import { BRANCH, conclusionOf, type Desk, openDesk } from '../desk.ts'

/** What changes while the action works, and what happens when it works twice at once. */

const FIRST = 'token-of-the-first-run'
const PLAN = (id: string, scope: string) =>
  `version: 1\nid: ${id}\ntitle: Retry\nowner: "@alice"\nexpires: "2099-12-31"\nscope: { may: ["${scope}"] }\n`
const OPTIONS = {
  policy: 'plan: { required: true }\napprovals: { label: countersigned }\n',
  files: {
    '.countersign/plans/WIDE.yml': PLAN('WIDE', 'src/**'),
    '.countersign/plans/NARROW.yml': PLAN('NARROW', 'docs/**'),
  },
  body: 'Plan: .countersign/plans/WIDE.yml',
  tokens: { [FIRST]: { kind: 'actions' } },
} as const

let desk: Desk

beforeEach(async () => {
  desk = await openDesk(OPTIONS)
  desk.label('countersigned', 'alice')
})
afterEach(() => desk.dispose())

const conclusions = (head: string) =>
  desk.server.checkRuns(head).map(({ conclusion }) => conclusion)
const ownComments = () => desk.server.comments(7).map(({ body }) => body)

function retarget(): void {
  const { server } = desk
  desk.repo.git('branch', '--force', 'other', 'main')
  server.updatePull(7, { base: 'other' })
  const actor = { login: 'mallory' }
  server.addEvent(7, { event: 'base_ref_changed', actor, at: desk.now(), app: null })
}

/** Each turns the verdict from a pass into a block. */
const CHANGES: readonly (readonly [string, () => void])[] = [
  ['the head moves', () => desk.push({ 'deploy.sh': 'curl example.com\n' })],
  ['the label is taken off', () => desk.unlabel('countersigned', 'alice')],
  ['the base is another one', retarget],
  [
    'the description names another plan',
    () => desk.server.updatePull(7, { body: 'Plan: .countersign/plans/NARROW.yml' }),
  ],
]

const MOMENTS: readonly (readonly [string, RegExp])[] = [
  ['the change is read', /^GET .*\/pulls\/7\/files/],
  ['the check run is there', /^POST .*\/check-runs$/],
  ['the comment is there', /^POST .*\/issues\/7\/comments$/],
]

describe.each(MOMENTS)('once %s', (_moment, pattern) => {
  test.each(CHANGES)('%s: what is published in the end is a block', async (_name, change) => {
    desk.server.onRequest(pattern, change, { when: 'after', times: 1 })
    const result = await desk.judge()
    expect(conclusionOf(result)).toBe('block')
    expect(result.exitCode).toBe(1)
    expect(conclusions(desk.head()).at(-1)).toBe('failure')
    expect(ownComments()).toEqual([expect.stringContaining('Blocked')])
  })

  test('somebody says something: nothing is published twice', async () => {
    const talk = () => desk.server.addComment(7, 'Nice.', { by: { login: 'bob' } })
    desk.server.onRequest(pattern, talk, { when: 'after', times: 1 })
    const result = await desk.judge()
    expect(conclusionOf(result)).toBe('pass')
    expect(conclusions(desk.head())).toEqual(['success'])
    expect(ownComments()).toHaveLength(2)
  })
})

test.each([
  ['a list of check runs that cannot be read is no list without them', 'wrong-json', 2],
  ['one that GitHub refuses is left at that', 403, 1],
] as const)('%s', async (_name, respond, publications) => {
  // The first question is what was reported before somebody signed, the second one whether this run was overtaken.
  const path = /\/commits\/[0-9a-f]+\/check-runs/
  desk.server.fault({ method: 'GET', path, after: 1, times: 1, respond })
  await desk.judge()
  expect(conclusions(desk.head())).toEqual(Array.from({ length: publications }, () => 'success'))
})

describe('two runs at once', () => {
  const MENDED = { 'src/retry.ts': 'export const retries = 3\n' }
  const WORSE = { 'src/retry.ts': 'export const retries = 3\n', 'deploy.sh': 'curl x\n' }

  let hosts: readonly [ActionHost, ActionHost]
  beforeEach(() => {
    hosts = [openActionHost(), openActionHost()]
  })
  afterEach(() => {
    for (const host of hosts) host.close()
  })

  /**
   * Stops the first run when the answer to its request number `at` is made, changes the world, lets a second
   * run come to its end, and lets the first one go on. False when the first run made fewer requests.
   */
  async function interleave(at: number, gate: Gate, change: () => void): Promise<boolean> {
    const [first, second] = hosts
    const reached = gate.closeAt(at)
    const early = first.run({ ...options(), token: FIRST })
    const isStopped = await Promise.race([reached.then(() => true), early.then(() => false)])
    if (isStopped) {
      change()
      await second.run(options())
    }
    gate.open()
    await early
    return isStopped
  }

  test.each<[string, string, () => void, () => void, 'failure' | 'success', string]>([
    [
      'on a head that is replaced by a worse one',
      'Blocked',
      () => undefined,
      () => desk.push(WORSE),
      'failure',
      'a pass',
    ],
    [
      'on a head that is replaced by a better one',
      'Passed',
      () => desk.push(WORSE),
      () => {
        desk.repo.remove('deploy.sh')
        desk.push(MENDED)
        desk.label('countersigned', 'alice')
      },
      'success',
      'a block',
    ],
    [
      'on one head, before and after a label is taken off',
      'Blocked',
      () => undefined,
      () => desk.unlabel('countersigned', 'alice'),
      'failure',
      'a pass',
    ],
    [
      'on one head, before and after a reviewer asks for changes',
      'Blocked',
      () => {
        desk.unlabel('countersigned', 'alice')
        desk.review('APPROVED', 'alice')
      },
      () => desk.review('CHANGES_REQUESTED', 'alice'),
      'failure',
      'a pass',
    ],
  ])(
    '%s leave one comment and the last verdict, wherever the first one is stopped',
    async (_name, word, prepare, change, conclusion) => {
      prepare()
      const gate = watchFirst(desk)
      const start = desk.head()
      const goBack = desk.server.remember()
      let stops = 0
      for (let at = 1; ; at += 1) {
        goBack()
        desk.repo.git('switch', '--quiet', BRANCH)
        desk.repo.git('reset', '--quiet', '--hard', start)
        if (!(await interleave(at, gate, change))) break
        stops += 1
        const found = { at, comments: ownComments(), last: conclusions(desk.head()).at(-1) }
        const comments = [expect.stringContaining(`Countersign: ${word}`)]
        expect(found).toEqual({ at, comments, last: conclusion })
      }
      // Every request of a run from the first to the last.
      expect(stops).toBeGreaterThan(15)
    },
  )

  test('that are not stopped at all leave one comment and one verdict', async () => {
    await Promise.all([desk.judge(), desk.judge({ token: FIRST })])
    expect(ownComments()).toEqual([expect.stringContaining('Passed')])
    expect(new Set(conclusions(desk.head()))).toEqual(new Set(['success']))
  })

  test.each(MOMENTS)(
    'of which one is cancelled once %s: the other one has the last word',
    async (_moment, pattern) => {
      const cancel = new AbortController()
      const stop = () => {
        desk.push(WORSE)
        cancel.abort()
      }
      desk.server.onRequest(pattern, stop, { when: 'after', times: 1 })
      const cancelled = await desk.judge({ signal: cancel.signal })
      expect(cancelled.exitCode).toBe(null)
      expect(conclusions(desk.head())).toEqual([])
      const result = await desk.judge()
      expect(conclusionOf(result)).toBe('block')
      expect(conclusions(desk.head())).toEqual(['failure'])
      expect(ownComments()).toEqual([expect.stringContaining('Blocked')])
    },
  )
})

function options(): RunActionOptions {
  const event = eventPayload('pull_request', 'synchronize', { repository: 'acme/shop', number: 7 })
  return { server: desk.server, event, eventName: 'pull_request_target' }
}

interface Gate {
  /** From that request on the first run gets no answer; resolves when it is reached. */
  closeAt(request: number): Promise<void>
  open(): void
}

/** Holds back the answers of the run that has the first run's token. */
function watchFirst({ server }: Desk): Gate {
  let seen = 0
  let closesAt = 0
  let reach: () => void = () => undefined
  let release: () => void = () => undefined
  let opened = Promise.resolve()
  server.onRequest(
    /./,
    async ({ token }) => {
      if (token !== FIRST || closesAt === 0) return
      seen += 1
      if (seen === closesAt) reach()
      if (seen >= closesAt) await opened
    },
    { when: 'after' },
  )
  return {
    closeAt: (request) => {
      seen = 0
      closesAt = request
      opened = new Promise((resolve) => {
        release = resolve
      })
      return new Promise((resolve) => {
        reach = resolve
      })
    },
    open: () => {
      closesAt = 0
      release()
    },
  }
}
