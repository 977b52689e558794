import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { runCli } from './run-cli.ts'

/** Where a decision is written, in which form, and how wide. */

let repo: TestRepo

beforeAll(() => {
  repo = createRepo()
  repo.write('.github/countersign.yml', 'version: 1\nplan: { required: true }\n')
  repo.commit('Base')
  repo.write('src/a.ts', 'a\n')
  repo.commit('Work', { branch: 'work' })
  runCli(['check', '--base', 'main', '--output', 'decision.json'], { cwd: repo.dir })
})
afterAll(() => repo.dispose())

function check(...args: readonly string[]) {
  return runCli(['check', '--base', 'main', ...args], { cwd: repo.dir })
}

const read = (name: string) => readFileSync(join(repo.dir, name), 'utf8')

describe('the name of the file', () => {
  test.each([
    ['d.json', /^\{[\s\S]*"conclusion": ?"block"/],
    ['d.HTML', /^<!doctype html>/i],
    ['d.sarif', /"runs": ?\[/],
    ['d.md', /^(?:#|<!--|\*\*)/],
    ['d.txt', /^Blocked/],
    ['plain', /^Blocked/],
  ])('%s chooses the form', (name, form) => {
    expect(check('--output', name)).toMatchObject({ code: 1, stdout: '' })
    expect(read(name)).toMatch(form)
  })

  test('gives way to --format', () => {
    check('--format', 'json', '--output', 'odd.pdf')
    expect(JSON.parse(read('odd.pdf')).conclusion).toBe('block')
  })

  test.each([
    ['check', () => check('--output', 'r.pdf')],
    ['report', () => runCli(['report', 'decision.json', '--output', 'r.pdf'], { cwd: repo.dir })],
    // Before anything is asked of a server.
    ['scan', () => runCli(['scan', 'acme/shop#7', '--output', 'r.pdf'], { cwd: repo.dir })],
  ])('of no known ending is refused by %s', (_, run) => {
    const { code, stdout, stderr } = run()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^countersign: Nothing is written as "\.pdf".*add --format\.\n$/)
  })
})

test('a folder that is not there is named as the reason', () => {
  const { code, stderr } = check('--output', 'nowhere/d.json')
  expect(code).toBe(2)
  expect(stderr).toContain('there is no such folder')
})

/** On a terminal that does not know how wide it is. */
function onWidthless(...args: readonly string[]): string {
  const words = [process.execPath, resolve('dist/cli/index.js'), ...args]
  const command = `stty cols 0; ${words.map((word) => `'${word}'`).join(' ')}`
  const options = { cwd: repo.dir, encoding: 'utf8' } as const
  return spawnSync('script', ['--quiet', '--command', command, '/dev/null'], options).stdout
}

describe('a terminal of no width', () => {
  test.each([
    ['check', ['check', '--base', 'main']],
    ['explain', ['explain', 'scope/outside-plan']],
  ])('has whole lines of %s', (_, args) => {
    const lines = onWidthless(...args).split(/\r?\n/)
    expect(Math.max(...lines.map((line) => line.split(' ').length))).toBeGreaterThan(8)
  })
})
