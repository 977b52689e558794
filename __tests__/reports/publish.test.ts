import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { COMMENT_MARKER } from '../../src/reports/comment.ts'
import { publishCheckRun } from '../../src/reports/github/publish-check-run.ts'
import { publishComment } from '../../src/reports/github/publish-comment.ts'
import type { GitHubWriter } from '../../src/reports/github/writer.ts'
import { NO_LINKS } from '../../src/reports/links.ts'
import { makeBlocked, makeDecision, makeMany } from './decisions.ts'
import { addComment, type FakeGitHub, listWrites, makeGitHub, makeWriter } from './github-server.ts'

const BOT = 'github-actions[bot]'
const BODY = `${COMMENT_MARKER}\n\nnew\n`
const TARGET = {
  owner: 'acme',
  repo: 'shop',
  number: 7,
  render: () => BODY,
  ownLogins: ['GitHub-Actions[bot]'],
  mayCreate: true,
}

let server: FakeGitHub
let writer: GitHubWriter

beforeEach(async () => {
  server = makeGitHub()
  writer = makeWriter(await server.start())
})
afterEach(() => server.stop())

/** Ways in which a write can fail without an answer. */
const THROWN: readonly (readonly [string, unknown])[] = [
  ['an Error', new Error('socket hang up ::error::x')],
  ['a client error with a status', Object.assign(new Error('Forbidden'), { status: 403 })],
  ['a string', 'no'],
  ['undefined', undefined],
  ['null', null],
]

function throwing(thrown: unknown): GitHubWriter {
  return {
    request: () => Promise.reject(thrown),
  }
}

describe('publishComment', () => {
  test('creates the comment when there is none', async () => {
    addComment(server, 'hello', 'alice')
    expect(await publishComment(writer, TARGET)).toEqual({ published: true, incomplete: null })
    expect(server.comments.map((one) => one.body)).toEqual(['hello', BODY])
  })

  test('updates its own in place, found past the first page', async () => {
    for (let index = 0; index < 230; index += 1) addComment(server, `chat ${index}`, 'alice')
    const own = addComment(server, `${COMMENT_MARKER}\n\nold`, BOT)
    await publishComment(writer, TARGET)
    expect(own.body).toBe(BODY)
    expect(server.comments).toHaveLength(231)
    expect(listWrites(server)).toEqual(['PATCH'])
  })

  test('leaves an unchanged comment alone, however GitHub stored it', async () => {
    addComment(server, BODY.trimEnd().replaceAll('\n', '\r\n'), BOT)
    expect(await publishComment(writer, TARGET)).toEqual({ published: true, incomplete: null })
    expect(listWrites(server)).toEqual([])
  })

  test("gives the comment it replaces to the one that is written, and nobody else's", async () => {
    addComment(server, `${COMMENT_MARKER}\n\nforged`, 'mallory')
    const own = addComment(server, `${COMMENT_MARKER}\n\nold`, BOT)
    const seen: (string | null)[] = []
    const render = (previous: string | null) => {
      seen.push(previous)
      return BODY
    }
    await publishComment(writer, { ...TARGET, render })
    expect(seen).toEqual([`${COMMENT_MARKER}\n\nold`])
    expect(own.body).toBe(BODY)
    expect(server.received).toHaveLength(2)
  })

  test('has nothing to compare with where there is none of its own', async () => {
    addComment(server, `${COMMENT_MARKER}\n\nforged`, 'mallory')
    const seen: (string | null)[] = []
    const render = (previous: string | null) => {
      seen.push(previous)
      return BODY
    }
    await publishComment(writer, { ...TARGET, render })
    // What it began itself is there when it looks again.
    expect(seen).toEqual([null, BODY])
  })

  test('deletes its own duplicates and keeps the first', async () => {
    const first = addComment(server, `${COMMENT_MARKER} old`, BOT)
    addComment(server, `${COMMENT_MARKER} older`, BOT)
    addComment(server, BODY, BOT)
    await publishComment(writer, TARGET)
    expect(server.comments).toEqual([{ ...first, body: BODY }])
  })

  test.each([
    ['the marker under another login', `${COMMENT_MARKER}\n\nPassed`, 'mallory'],
    ['the marker under a deleted account', `${COMMENT_MARKER}\n\nPassed`, null],
    ['our login without the marker', 'from another workflow', BOT],
    ['our login quoting the marker', `> ${COMMENT_MARKER}`, BOT],
  ])('%s is not ours: neither updated nor deleted', async (_, body, login) => {
    const other = addComment(server, body, login)
    await publishComment(writer, TARGET)
    expect(server.comments).toHaveLength(2)
    expect(other.body).toBe(body)
  })

  test.each([401, 403, 404, 422, 500, 503])(
    'a %i on writing is told, not thrown',
    async (status) => {
      server.refuse = ({ method }) => (method === 'POST' ? status : null)
      const result = await publishComment(writer, TARGET)
      expect(result).toMatchObject({ published: false, why: expect.stringContaining(`${status}`) })
    },
  )

  test('an unread page writes nothing: there could be a comment on it', async () => {
    server.refuse = ({ method }) => (method === 'GET' ? 502 : null)
    expect(await publishComment(writer, TARGET)).toMatchObject({ published: false })
    expect(listWrites(server)).toEqual([])
  })

  test('a duplicate that cannot be deleted is told; one already gone is fine', async () => {
    addComment(server, BODY, BOT)
    addComment(server, BODY, BOT)
    server.refuse = ({ method }) => (method === 'DELETE' ? 403 : null)
    expect(await publishComment(writer, TARGET)).toMatchObject({
      published: true,
      incomplete: expect.stringContaining('403'),
    })
    server.refuse = ({ method }) => (method === 'DELETE' ? 404 : null)
    expect(await publishComment(writer, TARGET)).toEqual({ published: true, incomplete: null })
  })

  test('a list without an end, or that is none, is refused', async () => {
    const full = Array.from({ length: 100 }, () => ({ id: 1, body: 'x', user: null }))
    const endless = { request: async () => ({ status: 200, data: full }) }
    expect(await publishComment(endless, TARGET)).toMatchObject({ published: false })
    const odd = { request: async () => ({ status: 200, data: { message: 'hi' } }) }
    expect(await publishComment(odd, TARGET)).toMatchObject({ published: false })
  })

  test.each(THROWN)('%s thrown is told in our own words', async (_, thrown) => {
    const result = await publishComment(throwing(thrown), TARGET)
    expect(result).toMatchObject({
      published: false,
      why: expect.stringMatching(/^Countersign could not/),
    })
    expect(JSON.stringify(result)).not.toContain('socket')
  })

  test('a closed port is told', async () => {
    await server.stop()
    expect(await publishComment(writer, TARGET)).toEqual({
      published: false,
      why: 'Countersign could not read the comments: GitHub could not be reached.',
    })
    await server.start()
  })
})

describe('publishCheckRun', () => {
  const target = {
    owner: 'acme',
    repo: 'shop',
    headSha: 'c'.repeat(40),
    name: 'countersign',
    decisions: [makeBlocked()],
    links: NO_LINKS,
    detailsUrl: null,
    told: new Set<number>(),
  }

  test('creates one completed run and says whose token it was', async () => {
    expect(await publishCheckRun(writer, { ...target, detailsUrl: 'https://x.example/1' })).toEqual(
      {
        published: true,
        id: expect.any(Number),
        appSlug: 'github-actions',
        incomplete: null,
      },
    )
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/shop/check-runs',
        body: {
          name: 'countersign',
          head_sha: 'c'.repeat(40),
          status: 'completed',
          conclusion: 'failure',
          details_url: 'https://x.example/1',
          output: { title: 'Blocked: 5 findings to settle' },
        },
      },
    ])
  })

  test('a passing decision is a success', async () => {
    await publishCheckRun(writer, { ...target, decisions: [makeDecision()] })
    expect(server.received[0]?.body).toMatchObject({ conclusion: 'success' })
    expect(server.received[0]?.body).not.toHaveProperty('details_url')
  })

  test('writes down what was concluded only where people are told of it', async () => {
    const [seven] = target.decisions
    const number = seven?.subject.pull_request ?? 0
    await publishCheckRun(writer, target)
    await publishCheckRun(writer, { ...target, told: new Set([number]) })
    const [silent, telling] = server.received.map(({ body }) => String(body.external_id ?? ''))
    expect(silent).not.toContain('=')
    expect(telling).toContain(`${number}=block`)
  })

  test('sends fifty annotations at a time and loses none', async () => {
    await publishCheckRun(writer, { ...target, decisions: [makeMany(120)] })
    const sent = server.received.map(
      ({ body }) => (body.output as { annotations: { path: string }[] }).annotations,
    )
    expect(server.received.map((one) => one.method)).toEqual(['POST', 'PATCH', 'PATCH'])
    expect(sent.map((one) => one.length)).toEqual([50, 50, 20])
    expect(new Set(sent.flat().map((one) => one.path)).size).toBe(120)
  })

  test('the verdict goes out without annotations when GitHub rejects them', async () => {
    server.refuse = ({ body }) =>
      (body.output as { annotations: unknown[] }).annotations.length > 0 ? 422 : null
    expect(await publishCheckRun(writer, target)).toMatchObject({
      published: true,
      incomplete: expect.stringContaining('422'),
    })
    expect(server.received.at(-1)?.body).toMatchObject({ conclusion: 'failure' })
  })

  test('later annotations that fail leave the verdict standing', async () => {
    server.refuse = ({ method }) => (method === 'PATCH' ? 500 : null)
    const result = await publishCheckRun(writer, { ...target, decisions: [makeMany(200)] })
    expect(result).toMatchObject({ published: true, incomplete: expect.stringContaining('500') })
    expect(listWrites(server)).toEqual(['POST', 'PATCH'])
  })

  test.each([403, 404, 422, 500])('a %i is told, not thrown', async (status) => {
    server.refuse = () => status
    expect(await publishCheckRun(writer, target)).toMatchObject({
      published: false,
      why: expect.stringContaining(`${status}`),
    })
  })

  test.each(THROWN)('%s thrown is told', async (_, thrown) => {
    expect(await publishCheckRun(throwing(thrown), target)).toMatchObject({ published: false })
  })

  test('an answer that names no check run is no proof that there is one', async () => {
    const odd = { request: async () => ({ status: 201, data: 'created' }) }
    expect(await publishCheckRun(odd, target)).toEqual({
      published: false,
      why: expect.stringContaining('in a form that is not documented'),
    })
  })
})
