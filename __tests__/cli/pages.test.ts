import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeChain } from '../engine/chain/chains.ts'
import { CHAIN_ID, writeChain } from '../support/chain.ts'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { runCli } from './run-cli.ts'

/** `check` and `audit show` in the forms for archives and for code scanning, as subprocesses. */

const POLICY = `version: 1
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked., example: locked/x }
`
const NOW = ['--now', '2026-11-20T12:00:00Z']

let repo: TestRepo
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-pages-'))
  repo = createRepo()
  repo.write('.github/countersign.yml', POLICY)
  repo.commit('Base')
  repo.write('locked/a b.ts', 'x\n')
  repo.commit('Change', { branch: 'claude/change' })
})
afterEach(() => {
  repo.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function check(...args: string[]) {
  return runCli(['check', '--repo', repo.dir, '--base', 'main', ...NOW, ...args])
}

describe('check --format sarif', () => {
  test('prints one log and nothing else, and still blocks', () => {
    const { code, stdout, stderr } = check('--format', 'sarif')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const log = JSON.parse(stdout)
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: 'path/locked',
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'locked/a%20b.ts' } } }],
      },
    ])
  })

  test('the same input gives the same bytes', () => {
    expect(check('--format', 'sarif').stdout).toBe(check('--format', 'sarif').stdout)
  })
})

describe('check --format html', () => {
  test('writes a page', () => {
    const output = join(folder, 'decision.html')
    const { code, stdout } = check('--format', 'html', '--output', output)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    const page = readFileSync(output, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('<code>locked/a b.ts</code>')
    expect(page).toContain('A local check')
  })

  test('the same input gives the same bytes', () => {
    expect(check('--format', 'html').stdout).toBe(check('--format', 'html').stdout)
  })
})

describe('audit show --format html', () => {
  function save(text: string | Uint8Array, name = `${CHAIN_ID}.jsonl`): string {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }

  test('shows what was done, refused and left open', () => {
    const chain = writeChain()
      .act({ blobs: { 'src/a.ts': 'd'.repeat(40) } })
      .deny({ tool: 'Bash', rule: 'command/force-push' })
      .end()
    const { code, stdout, stderr } = runCli([
      'audit',
      'show',
      save(chain.text()),
      '--format',
      'html',
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('What stands out')
    expect(stdout).toContain('<code>command/force-push</code>')
    expect(stdout).toContain('<code>src/a.ts</code>')
    expect(stdout.match(/<svg class="chart"/g)).toHaveLength(1)
  })

  test('shows several chains, one section each', () => {
    const chain = save(writeChain().end().text())
    const { stdout } = runCli(['audit', 'show', chain, chain, '--format', 'html'])
    expect(stdout).toContain('<h1>2 audit chains</h1>')
    expect(stdout.match(/<section /g)).toHaveLength(2)
    expect(stdout).toContain('Nothing stands out')
  })

  test('a defective chain is said to be one, first', () => {
    const path = save(makeChain().subarray(0, -1))
    const { code, stdout, stderr } = runCli(['audit', 'show', path, '--format', 'html'])
    expect(code).toBe(1)
    expect(stderr).toContain('countersign audit verify')
    expect(stdout.indexOf('Defective')).toBeGreaterThan(0)
    expect(stdout.indexOf('Defective')).toBeLessThan(stdout.indexOf('<svg class="chart"'))
  })

  test('one that has no end yet is said to be running', () => {
    const path = save(writeChain().act({ blobs: {} }).text())
    const { code, stdout } = runCli(['audit', 'show', path, '--format', 'html'])
    expect(code).toBe(0)
    expect(stdout).toContain('Still running')
    expect(stdout).not.toContain('Defective')
  })

  test.each([
    ['no chain at all', 'hello\n'],
    ['an empty file', ''],
    ['no time', '{"record":{"ts":"never","event":"x"},"record_hash":""}\n'],
  ])('%s is a page too', (_, text) => {
    const { code, stdout } = runCli(['audit', 'show', save(text), '--format', 'html'])
    expect(code).toBe(1)
    expect(stdout).toContain('Defective')
  })

  test('many chains share one page', () => {
    const chain = writeChain()
    for (let index = 0; index < 60; index += 1) chain.act({ blobs: {} })
    const path = save(chain.end().text())
    const { stdout } = runCli(['audit', 'show', ...Array(400).fill(path), '--format', 'html'])
    expect(stdout).toContain('<h1>400 audit chains</h1>')
    expect(stdout).toContain('and 97 more')
  })

  test('of a long chain the page has the first records, and counts the rest', () => {
    const chain = writeChain()
    for (let index = 0; index < 1_500; index += 1) chain.act({ tool: `Tool ${index}`, blobs: {} })
    const { stdout } = runCli(['audit', 'show', save(chain.end().text()), '--format', 'html'])
    expect(stdout).toContain('and 2002 more')
    expect(stdout).toContain('other tools')
    expect(stdout.length).toBeLessThan(1_500_000)
  })

  test('--output without it is a mistake that is told', () => {
    const { code, stderr } = runCli([
      'audit',
      'show',
      save(writeChain().end().text()),
      '--output',
      'x',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('--format html')
  })
})
