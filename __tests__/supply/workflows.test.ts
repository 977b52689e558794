import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'

const SHA = '820762786026740c76f36085b0efc47a31fe5020'
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
const CLEAN = `- uses: ${CHECKOUT}\n        with: { persist-credentials: false }`

/** A step, what is to be said of it, and the rights of its job. */
const REFUSED: readonly [name: string, step: string, why: string, rights?: string][] = [
  ['a tag', '- uses: actions/checkout@v7', 'is not pinned'],
  ['a commit without its version', `- uses: actions/setup-go@${SHA}`, 'is not pinned'],
  ['an abbreviated commit', '- uses: actions/setup-go@8207627 # v7.0.0', 'is not pinned'],
  ['a quoted tag', '- uses: "actions/checkout@v7"', 'is not pinned'],
  ['a tag that is commented out', `${CLEAN}\n      # - uses: actions/checkout@v7`, 'is not pinned'],
  ['a token left in the clone', `- uses: ${CHECKOUT}`, 'persist-credentials'],
  ['a cache', `- uses: actions/cache/restore@${SHA} # v7.0.0`, 'is a cache'],
  [
    "a tool's cache",
    `- uses: actions/setup-go@${SHA} # v7.0.0\n        with: { cache: npm }`,
    'is given a cache',
  ],
  ['a cache by default', `- uses: actions/setup-node@${SHA} # v7.0.0`, 'package-manager-cache'],
  ['a right that there is not', CLEAN, 'unknown permission', '{ attestation: write }'],
]

describe('our check of workflows', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function write(name: string, step: string, rights = '{ contents: read }'): string {
    const path = join(folder, `${name}.yml`)
    const job = `  a:\n    runs-on: ubuntu-latest\n    permissions: ${rights}\n    steps:\n      ${step}`
    writeFileSync(path, `on: push\npermissions: {}\njobs:\n${job}\n`)
    return path
  }

  const check = (paths: readonly string[]) =>
    spawnSync('node', ['scripts/check-workflows.mjs', ...paths], { encoding: 'utf8' })

  test('lets those pass that keep the rules', () => {
    const paths = [write('clean', CLEAN), write('signing', CLEAN, '{ attestations: write }')]
    expect(check(paths)).toMatchObject({ status: 0, stderr: '' })
  })

  test('refuses every other, and says why', () => {
    const paths = REFUSED.map(([name, step, , rights]) => write(name, step, rights))
    const { status, stderr } = check(paths)
    expect(status).toBe(1)
    const unsaid = REFUSED.filter(([name, , why]) => {
      const said = stderr
        .split('\n')
        .filter((line) => line.startsWith(join(folder, `${name}.yml:`)))
      return !said.some((line) => line.includes(why))
    })
    expect(unsaid).toEqual([])
  })
})

interface Job {
  readonly needs?: readonly string[]
  readonly permissions: Readonly<Record<string, string>>
  readonly environment?: string
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[]
}

describe('the workflow that releases', () => {
  const { jobs } = load(readFileSync('.github/workflows/release.yml', 'utf8')) as {
    jobs: Record<'build' | 'attest' | 'draft' | 'npm', Job>
  }
  const commandsOf = ({ steps }: Job) => steps.map(({ run = '' }) => run).join('\n')

  test('gives each job what it needs and no more', () => {
    expect(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['build', { contents: 'read' }],
      ['attest', { attestations: 'write', 'id-token': 'write' }],
      ['draft', { contents: 'write' }],
      ['npm', { 'id-token': 'write' }],
    ])
    expect(jobs.npm.environment).toBe('npm')
  })

  test('runs nothing from the repository or a package where it may write', () => {
    const { build, ...writing } = jobs
    expect(commandsOf(build)).toContain('.ci/run')
    for (const job of Object.values(writing)) {
      expect(commandsOf(job)).not.toMatch(/\b(?:node|npx|npm (?!publish))|\.ci\/run/)
      expect(job.steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@'))).toBe(false)
    }
  })

  test('checks before it makes, makes before it signs, and signs before it publishes', () => {
    const commands = commandsOf(jobs.build)
    const order = ['check-tag.mjs', '.ci/run', 'npm run reproduce', 'assemble.mjs']
    const places = order.map((command) => commands.indexOf(command))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(jobs.attest.needs).toEqual(['build'])
    expect(jobs.draft.needs).toEqual(['attest'])
    expect(jobs.npm.needs).toEqual(['attest'])
  })

  test('knows no secret', () => {
    expect(readFileSync('.github/workflows/release.yml', 'utf8')).not.toContain('secrets.')
  })
})
