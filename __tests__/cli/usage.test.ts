import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { runCli } from './run-cli.ts'

/** What the command line says of a command that it was given wrongly, and of itself. */

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
  repo.write('src/a.ts', 'a\n')
  repo.commit('Base')
  repo.write('src/a.ts', 'b\n')
  repo.commit('Work', { branch: 'work' })
})
afterEach(() => repo.dispose())

const run = (...args: readonly string[]) => runCli(args, { cwd: repo.dir })

describe('a usage error is one sentence on one line', () => {
  test.each<[readonly string[], string]>([
    [['chekc'], "unknown command 'chekc' (did you mean check?)"],
    [['lint'], `unknown command 'lint' (did you mean "plan lint" or "policy lint"?)`],
    [['plan', 'lnit'], "unknown command 'lnit' (did you mean lint?)"],
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['check', '--bsae', 'x'], "unknown option '--bsae' (did you mean --base?)"],
    [['check', '--base'], "option '--base <rev>' argument missing"],
    [['plan', 'lint'], "missing required argument 'file'"],
    [['audit', 'seal', 'x'], "required option '--key <file>' not specified"],
  ])('%j', (args, problem) => {
    const { code, stdout, stderr } = run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(`countersign: ${problem}; run it with --help for usage and examples.\n`)
  })

  test('also where there is a choice', () => {
    const { stderr } = run('check', '--format', 'pdf')
    expect(stderr).toMatch(
      /^countersign: option '--format <format>' argument 'pdf' is invalid \(Allowed choices are text, .*\); run it [^\n]*\.\n$/,
    )
  })

  test('whatever it quotes', () => {
    const { stderr } = run('x\u001b[31m\n::error::own ##[group]')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/\u001b|::error|##\[/)
  })
})

test('help breaks no sentence but where the line is full', () => {
  const groups = ['plan new', 'audit attach', 'explain', 'doctor', 'demo', 'init', 'check']
  for (const command of groups) {
    const { stdout } = run(...command.split(' '), '--help')
    const [, paragraph = ''] = stdout.split('\n\n')
    const lines = paragraph.split('\n')
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const [next = ''] = (lines[at + 1] ?? '').split(' ')
      expect(`${line} ${next}`.length).toBeGreaterThan(79)
    }
  }
})

describe('a file that is wanted', () => {
  test('examples of a policy: how to begin them', () => {
    writeFileSync(join(repo.dir, 'p.yml'), 'version: 1\n')
    const { code, stderr } = run('policy', 'test', 'p.yml')
    expect(code).toBe(2)
    expect(stderr).toMatch(/no examples at "p\.examples\.yml"; begin the file with "version: 1"/)
  })

  test('a policy that only the work tree has: how to try it out', () => {
    expect(run('check', '--base', 'main').stderr).toBe('')
    mkdirSync(join(repo.dir, '.github'), { recursive: true })
    writeFileSync(join(repo.dir, '.github/countersign.yml'), 'version: 1\n')
    const { code, stderr } = run('check', '--base', 'main')
    expect(code).toBe(1)
    expect(stderr).toMatch(/the base has not yet; .*--policy \.github\/countersign\.yml/)
    const tried = run('check', '--base', 'main', '--policy', '.github/countersign.yml')
    expect(tried).toMatchObject({ code: 0, stderr: '' })
  })

  test.each([
    ['[{"kind":"wish"}]', '"0.kind" must be label, review, opened'],
    ['[{}]', '"0.kind" must be label, review, opened'],
    ['{}', 'the document must be a list'],
    ['[{"kind":"review","state":5}]', 'must be text'],
    [
      '[{"kind":"review","state":"APPROVED","color":"red"}]',
      /"0\.\w+" is (?:missing|not a known key)/,
    ],
  ])('approval facts %s: what is expected, in plain words', (facts, words) => {
    writeFileSync(join(repo.dir, 'facts.json'), facts)
    const { code, stderr } = run('check', '--base', 'main', '--approvals', 'facts.json')
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/Invalid|Expected|undefined/)
  })
})
