import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeGitHubClient, PATIENCE, toGitHubApi } from '../../../src/github-client.ts'
import type { GitHubApi } from '../../../src/sources/github/ask.ts'
import type { Fault } from '../../support/github/faults.ts'
import { at, openScene, type Scene } from './scene.ts'

let scene: Scene
let api: GitHubApi
beforeEach(async () => {
  scene = await openScene()
  scene.push(at(0), { 'src/b.ts': 'new\n' })
  scene.open(at(1))
  const patience = { ...PATIENCE, retries: 1, longestWait: 1000, sleep: async () => {} }
  api = toGitHubApi(makeGitHubClient(scene.server.token, scene.server.url, patience))
})
afterEach(() => scene.dispose())

const readFiles = () =>
  api.get('GET /repos/{owner}/{repo}/pulls/{number}/files', {
    owner: 'acme',
    repo: 'shop',
    number: 7,
  })
const fail = (respond: Fault, times: number) =>
  scene.server.fault({ method: 'GET', path: /\/files/, times, respond })

test('an answer is what its JSON says', async () => {
  const { data } = await readFiles()
  expect(data).toEqual([expect.objectContaining({ filename: 'src/b.ts', additions: 1 })])
  expect(scene.server.requests).toHaveLength(1)
})

describe('an answer that breaks off', () => {
  test('is asked for again, and then is whole', async () => {
    fail('truncated-body', 1)
    const { data } = await readFiles()
    expect(data).toEqual([expect.objectContaining({ filename: 'src/b.ts' })])
    expect(scene.server.requests).toHaveLength(2)
  })

  test('every time is no answer', async () => {
    fail('truncated-body', 2)
    await expect(readFiles()).rejects.toThrow()
    expect(scene.server.requests).toHaveLength(2)
  })
})

test('a page in the place of an answer is none, and nothing of it is repeated', async () => {
  fail('not-json', 2)
  expect((await readFiles()).data).toBe('')
})
