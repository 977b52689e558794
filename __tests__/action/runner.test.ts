import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readFileCommands, readWorkflowCommands } from '../support/file-commands.ts'

/** A process of its own for each call: what it says to the runner is its environment, files and stdout. */
const MODULE = pathToFileURL(resolve('build/src/action/runner.js')).href

let folder: string
let env: Record<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'))
  env = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_REPOSITORY: 'acme/shop',
  }
  writeFileSync(join(folder, 'event.json'), '{"number":7}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs one expression over the module, `r`; its value comes back through the last line of stdout. */
function run(expression: string) {
  const script = `import * as r from ${JSON.stringify(MODULE)}; const it = ${expression}; console.log('\\n' + JSON.stringify(it ?? null))`
  const args = ['--input-type=module', '--eval', script]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  return { status, stdout, stderr, value: status === 0 ? JSON.parse(lastLine(stdout)) : undefined }
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''
const call = (name: string, ...args: string[]) =>
  run(`r.${name}(${args.map((it) => JSON.stringify(it)).join(', ')})`)
const written = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('outputs', () => {
  test.each([
    'plain',
    '',
    'two\nlines\n',
    'conclusion=pass\nconclusion<<EOF\npass\nEOF',
    'end_00000000-0000-0000-0000-000000000000\nconclusion=pass',
  ])('%j arrives as it is, and sets nothing else', (value) => {
    expect(call('setOutput', 'findings', value).status).toBe(0)
    expect(call('setOutput', 'digest', 'abc').status).toBe(0)
    expect(readFileCommands(written('output'))).toEqual({ findings: value, digest: 'abc' })
  })

  test('are never lost in silence', () => {
    env = { ...env, GITHUB_OUTPUT: '' }
    expect(call('setOutput', 'conclusion', 'block').stderr).toContain('GITHUB_OUTPUT')
  })
})

describe('lines to the runner', () => {
  test('stay one command each, whatever they say', () => {
    const text = '100%\r\n::set-output name=x::y\n%0A'
    const { stdout } = call('say', 'warning', text)
    expect(readWorkflowCommands(stdout)).toEqual([
      { command: 'warning', properties: {}, value: '100%25%0D%0A::set-output name=x::y%0A%250A' },
    ])
  })

  test('mask a value of several lines whole', () => {
    const { stdout } = call('setSecret', 'first\nsecond')
    expect(readWorkflowCommands(stdout)).toEqual([
      { command: 'add-mask', properties: {}, value: 'first%0Asecond' },
    ])
  })

  test('add up in the summary', () => {
    call('addSummary', '# One')
    call('addSummary', 'two')
    expect(written('summary')).toBe('# One\ntwo\n')
  })
})

describe('inputs', () => {
  test('come without the blanks around them, and an empty one is still given', () => {
    env = { ...env, 'INPUT_CHECK-NAME': ' gate \n', INPUT_POLICY: '' }
    expect(call('getInput', 'check-name').value).toBe('gate')
    expect(call('getInput', 'policy').value).toBe('')
    expect(call('isGiven', 'policy').value).toBe(true)
    expect(call('isGiven', 'webhook').value).toBe(false)
  })
})

describe('the context', () => {
  test('is what the environment says, with the public GitHub where it says nothing', () => {
    env = {
      ...env,
      GITHUB_EVENT_NAME: 'issues',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '12',
    }
    expect(call('readContext').value).toEqual({
      eventName: 'issues',
      payload: { number: 7 },
      ref: 'refs/heads/main',
      repo: { owner: 'acme', repo: 'shop' },
      runId: 12,
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
    })
    env = { ...env, GITHUB_API_URL: 'https://git.example.com/api/v3' }
    expect(call('readContext').value).toMatchObject({ apiUrl: 'https://git.example.com/api/v3' })
  })

  test.each([
    ['no event', { GITHUB_EVENT_PATH: '' }, 'GITHUB_EVENT_PATH'],
    ['an event that is not there', { GITHUB_EVENT_PATH: '/nowhere/event.json' }, 'cannot be read'],
    ['no repository', { GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY'],
    ['half a repository', { GITHUB_REPOSITORY: 'acme' }, 'GITHUB_REPOSITORY'],
    ['more than a repository', { GITHUB_REPOSITORY: 'acme/shop/x' }, 'GITHUB_REPOSITORY'],
  ])('with %s cannot be read', (_, changes, why) => {
    env = { ...env, ...changes }
    const { status, stderr } = call('readContext')
    expect(status).toBe(1)
    expect(stderr).toContain(why)
  })

  test('an event that is no JSON is refused without a word of it', () => {
    writeFileSync(join(folder, 'event.json'), '{"title": ::error::mine')
    const { status, stdout, stderr } = call('readContext')
    expect(status).toBe(1)
    expect(stdout + stderr).not.toContain('::error')
  })
})
