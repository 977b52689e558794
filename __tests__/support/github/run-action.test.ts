import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eventPayload } from '../event-payload.ts'
import { readFileCommands, readWorkflowCommands } from '../file-commands.ts'
import { createGitHub, type GitHubServer } from '../github-server.ts'
import { createRepo, type TestRepo } from '../repo.ts'
import { runAction } from '../run-action.ts'

const MANIFEST = `
name: A stand-in for the action
inputs:
  github-token: { default: '\${{ github.token }}' }
  fail on-block: { default: 'true' }
  unset: { description: has no default }
  policy: { default: .github/countersign.yml }
runs: { using: node24, main: index.js }
`

const SCRIPT = `
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
const { env } = process
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
const headers = { authorization: 'bearer ' + env['INPUT_GITHUB-TOKEN'] }
const url = env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY + '/pulls/' + event.number
fetch(url, { headers }).then((answer) => answer.json()).then((pull) => {
  const path = env.RUNNER_TEMP + '/decision.json'
  writeFileSync(path, JSON.stringify({ env, node: process.version, head: pull.head.sha }))
  appendFileSync(env.GITHUB_OUTPUT, 'decision=' + path + '\\nmarkdown<<END\\nline 1\\nline=2\\nEND\\n')
  appendFileSync(env.GITHUB_STEP_SUMMARY, '# Blocked')
  console.log('said')
  console.error('warned')
  process.exitCode = 3
})
`

let root: string
let repo: TestRepo
let server: GitHubServer

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'stand-in-'))
  writeFileSync(join(root, 'action.yml'), MANIFEST)
  writeFileSync(join(root, 'index.js'), SCRIPT)
  repo = createRepo()
  repo.write('README.md', 'base\n')
  repo.commit('Base')
  repo.write('a.txt', 'a\n')
  repo.commit('Head', { branch: 'claude/x' })
  server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
  server.openPull({ number: 7, head: 'claude/x' })
})

afterAll(async () => {
  await server.close()
  repo.dispose()
  rmSync(root, { recursive: true, force: true })
})

const event = () =>
  eventPayload('pull_request_target', 'synchronize', {
    repository: 'acme/shop',
    number: 7,
    headRef: 'claude/x',
    baseRef: 'main',
    baseSha: 'b'.repeat(40),
    sender: 'claude[bot]',
  })

interface Seen {
  readonly env: Record<string, string>
  readonly node: string
  readonly head: string
}

describe('running the action', () => {
  test('what it says, writes and ends with comes back', async () => {
    const result = await runAction({
      server,
      root,
      event: event(),
      eventName: 'pull_request_target',
    })
    expect(result).toMatchObject({
      exitCode: 3,
      stdout: 'said\n',
      stderr: 'warned\n',
      summary: '# Blocked',
    })
    expect(result.outputs.markdown).toBe('line 1\nline=2')
    expect((result.decision as Seen).head).toBe(repo.git('rev-parse', 'claude/x'))
  })

  test('the environment is the runner’s and nothing of this machine', async () => {
    process.env.SECRET_OF_THE_MACHINE = 'x'
    const inputs = { policy: 'other.yml' }
    const result = await runAction({
      server,
      root,
      inputs,
      event: event(),
      eventName: 'pull_request_target',
    })
    delete process.env.SECRET_OF_THE_MACHINE
    const { env } = result.decision as Seen
    const allowed = /^(PATH|HOME|NODE_COMPILE_CACHE|CI|RUNNER_\w+|GITHUB_\w+|INPUT_.+)$/
    expect(Object.keys(env).filter((name) => !allowed.test(name))).toEqual([])
    expect(env).not.toHaveProperty('GITHUB_TOKEN')
    expect(env).not.toHaveProperty('INPUT_UNSET')
    expect(env).toMatchObject({
      'INPUT_GITHUB-TOKEN': server.token,
      'INPUT_FAIL_ON-BLOCK': 'true',
      INPUT_POLICY: 'other.yml',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'b'.repeat(40),
      GITHUB_HEAD_REF: 'claude/x',
      GITHUB_ACTOR: 'claude[bot]',
    })
  })

  test('the Node that the action declares runs it, and another when told', async () => {
    const options = { server, root, event: event(), eventName: 'pull_request_target' }
    const declared = await runAction(options)
    expect((declared.decision as Seen).node).toMatch(/^v24\./)
    const told = await runAction({ ...options, nodeBinary: process.execPath })
    expect((told.decision as Seen).node).toBe(process.version)
  })

  test('one that never ends is killed', async () => {
    server.fault({ path: /pulls\/7$/, respond: 'hang', times: 1 })
    const options = { server, root, event: event(), eventName: 'pull_request_target' }
    const result = await runAction({ ...options, timeout: 500 })
    expect(result).toMatchObject({ exitCode: null, decision: null, outputs: {} })
  })
})

describe('event payloads', () => {
  test('carry the test’s names and numbers everywhere', () => {
    const payload = event()
    expect(JSON.stringify(payload)).not.toContain('Hello-World')
    expect(payload).toMatchObject({
      action: 'synchronize',
      number: 7,
      repository: { full_name: 'acme/shop', name: 'shop', owner: { login: 'acme' } },
      pull_request: { number: 7, head: { ref: 'claude/x' }, base: { sha: 'b'.repeat(40) } },
    })
  })

  test.each([
    [
      'workflow_run',
      'completed',
      { 'workflow_run.event': 'pull_request' },
      { workflow_run: { head_sha: 'c'.repeat(40), event: 'pull_request' } },
    ],
    ['issues', 'labeled', {}, { issue: { number: 7 }, label: { name: 'plan-approved' } }],
    [
      'issue_comment',
      'created',
      {},
      { issue: { number: 7, pull_request: {} }, comment: { body: '/countersign' } },
    ],
    ['merge_group', 'checks_requested', {}, { merge_group: { head_sha: 'c'.repeat(40) } }],
    ['pull_request_review', 'submitted', {}, { pull_request: { number: 7 } }],
    ['pull_request', 'edited', {}, { action: 'edited', pull_request: { number: 7 } }],
    ['workflow_dispatch', null, {}, { inputs: { 'pull-request': '7' } }],
    ['schedule', null, {}, { schedule: '0 6 * * *' }],
  ])('%s', (name, action, set, expected) => {
    const payload = eventPayload(name, action, {
      repository: 'acme/shop',
      number: 7,
      headSha: 'c'.repeat(40),
      comment: '/countersign',
      onPull: name === 'issue_comment',
      inputs: { 'pull-request': '7' },
      set,
      ...(name === 'issues' && { label: 'plan-approved' }),
    })
    expect(payload).toMatchObject({ repository: { full_name: 'acme/shop' }, ...expected })
  })

  test('an event nobody recorded is an error', () => {
    expect(() => eventPayload('no_such_event', null, { repository: 'acme/shop' })).toThrow(
      'no_such_event',
    )
  })
})

describe('commands of the runner', () => {
  test('files: plain, over several lines, the later value wins', () => {
    expect(readFileCommands('a=1\nb<<X\none\n\ntwo=2\nX\na=3=4\n')).toEqual({
      a: '3=4',
      b: 'one\n\ntwo=2',
    })
    expect(() => readFileCommands('a<<X\nno end\n')).toThrow('never comes')
    expect(() => readFileCommands('nothing')).toThrow('refuse')
  })

  test('output: at the start of a line, in the older form anywhere, unless stopped', () => {
    expect(
      readWorkflowCommands('  ::error file=a,line=2::bad\nx ::error::no\nx ##[warning]old\n'),
    ).toEqual([
      { command: 'error', properties: { file: 'a', line: '2' }, value: 'bad' },
      { command: 'warning', properties: {}, value: 'old' },
    ])
    const stopped = '::stop-commands::token\n::error::hidden\n::token::\n::notice::seen\n'
    expect(readWorkflowCommands(stopped).map(({ value }) => value)).toEqual(['seen'])
  })
})
