import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Octokit } from '@octokit/rest'
import { createGitHub, type GitHubServer } from '../github-server.ts'
import { createRepo, type TestRepo } from '../repo.ts'
import { connect, statusOf } from './client.ts'
import type { Fault } from './faults.ts'

const AT = { owner: 'acme', repo: 'shop' }
const PULL = { ...AT, pull_number: 7 }

let repo: TestRepo
let server: GitHubServer
let octokit: Octokit

beforeEach(async () => {
  repo = createRepo()
  repo.write('README.md', 'base\n')
  repo.commit('Base')
  repo.write('a.txt', 'a\n')
  repo.commit('Head', { branch: 'claude/x' })
  server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
  server.openPull({ number: 7, head: 'claude/x' })
  octokit = connect(server.url, server.token)
})

afterEach(async () => {
  await server.close()
  repo.dispose()
})

function get(path: string): Promise<Response> {
  const headers = { authorization: `bearer ${server.token}` }
  return fetch(`${server.url}${path}`, { headers })
}

describe('faults', () => {
  test('strike as often as they are told, after as many as they are told, and there only', async () => {
    server.fault({ path: /\/pulls\/7\/files/, respond: 503, after: 1, times: 1 })
    const statuses: (number | null)[] = []
    for (let index = 0; index < 3; index += 1)
      statuses.push(await statusOf(octokit.rest.pulls.listFiles(PULL)))
    expect(statuses).toEqual([null, 503, null])
    expect(await statusOf(octokit.rest.pulls.get(PULL))).toBeNull()
    expect(server.requests.map(({ status }) => status)).toEqual([200, 503, 200, 200])
  })

  test('a page is hit by its number', async () => {
    server.fault({ path: /files\?.*\bpage=2\b/, respond: 502 })
    expect(await statusOf(octokit.rest.pulls.listFiles({ ...PULL, page: 1 }))).toBeNull()
    expect(await statusOf(octokit.rest.pulls.listFiles({ ...PULL, page: 2 }))).toBe(502)
  })

  test('limits say when to come back', async () => {
    server.fault({ path: /pulls\/7$/, respond: 'secondary-limit', headers: { 'retry-after': '9' } })
    server.fault({ path: /issues\/7$/, respond: 'primary-limit' })
    const secondary = await get('/repos/acme/shop/pulls/7')
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '9'])
    const primary = await get('/repos/acme/shop/issues/7')
    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0'])
  })

  test.each<[Fault, RegExp]>([
    ['truncated-body', /terminated|aborted|closed/i],
    ['not-json', /JSON/],
  ])('%s cannot be read', async (respond, message) => {
    server.fault({ path: /pulls\/7$/, respond })
    const answer = await get('/repos/acme/shop/pulls/7')
    expect(answer.status).toBe(200)
    await expect(answer.json()).rejects.toThrow(message)
  })

  test('a reset and silence are no answer', async () => {
    server.fault({ path: /pulls\/7$/, respond: 'reset' })
    await expect(get('/repos/acme/shop/pulls/7')).rejects.toThrow('fetch failed')
    server.fault({ path: /pulls\/7$/, respond: 'hang' })
    const arrived = new Promise((resolve) => server.onRequest(/pulls\/7$/, resolve))
    const waiting = expect(get('/repos/acme/shop/pulls/7')).rejects.toThrow('fetch failed')
    await arrived
    await server.close()
    await waiting
    expect(server.requests.filter(({ status }) => status === null)).toHaveLength(2)
  })

  test('an honest answer can be changed, and another one put in its place', async () => {
    server.fault({ path: /files/, respond: { rewrite: (body) => (body as unknown[]).slice(1) } })
    expect((await octokit.rest.pulls.listFiles(PULL)).data).toEqual([])
    server.fault({ path: /pulls\/7$/, respond: 'wrong-json' })
    expect(await (await get('/repos/acme/shop/pulls/7')).json()).toEqual({ unexpected: true })
  })
})

describe('requests', () => {
  test('are recorded with query and body; unknown ones are 404', async () => {
    await octokit.rest.issues.createComment({ ...AT, issue_number: 7, body: 'hi' })
    await get('/repos/acme/shop/pulls?state=all')
    expect((await get('/nothing')).status).toBe(404)
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/shop/issues/7/comments',
        body: { body: 'hi' },
        status: 201,
      },
      { method: 'GET', path: '/repos/acme/shop/pulls', query: { state: 'all' }, status: 200 },
      { path: '/nothing', status: 404 },
    ])
  })

  test('a callback changes the world between two reads', async () => {
    const before = repo.git('rev-parse', 'claude/x')
    server.onRequest(
      /^GET .*\/files/,
      () => repo.git('update-ref', 'refs/heads/claude/x', 'main'),
      {
        times: 1,
      },
    )
    const read = async () => (await octokit.rest.pulls.get(PULL)).data.head.sha
    expect(await read()).toBe(before)
    expect((await octokit.rest.pulls.listFiles(PULL)).data).toEqual([])
    expect(await read()).toBe(repo.git('rev-parse', 'main'))
  })

  test('a callback after the answer leaves that answer as it was', async () => {
    server.onRequest(
      /\/pulls\/7$/,
      () => server.updatePull(7, { base: 'claude/x', title: 'new' }),
      { when: 'after', times: 1 },
    )
    expect((await octokit.rest.pulls.get(PULL)).data.base.ref).toBe('main')
    expect((await octokit.rest.pulls.get(PULL)).data).toMatchObject({
      title: 'new',
      base: { ref: 'claude/x' },
    })
  })
})
