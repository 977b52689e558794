import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/action/context.ts'

let folder: string
let env: Record<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-context-'))
  const path = join(folder, 'event.json')
  writeFileSync(path, '{"action":"opened"}')
  env = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '4711',
    GITHUB_API_URL: 'https://github.example/api/v3',
    GITHUB_SERVER_URL: 'https://github.example',
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('says what the runner says', () => {
  expect(readContext(env)).toEqual({
    eventName: 'pull_request_target',
    payload: { action: 'opened' },
    ref: 'refs/heads/main',
    repo: { owner: 'acme', repo: 'shop' },
    apiUrl: 'https://github.example/api/v3',
    serverUrl: 'https://github.example',
    runId: 4711,
  })
})

test('is github.com where the runner names no server', () => {
  const { GITHUB_API_URL: _api, GITHUB_SERVER_URL: _server, ...rest } = env
  expect(readContext(rest)).toMatchObject({
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
  })
})

describe('cannot be read', () => {
  test.each([undefined, '', 'shop', 'acme/', '/shop', 'acme/shop/more'])(
    'with %p for a repository',
    (name) => {
      expect(() => readContext({ ...env, GITHUB_REPOSITORY: name })).toThrow('GITHUB_REPOSITORY')
    },
  )

  test('with an event file that is cut short, or is not there', () => {
    writeFileSync(join(folder, 'event.json'), '{"action":')
    expect(() => readContext(env)).toThrow('GITHUB_EVENT_PATH')
    rmSync(join(folder, 'event.json'))
    expect(() => readContext(env)).toThrow('GITHUB_EVENT_PATH')
  })
})
