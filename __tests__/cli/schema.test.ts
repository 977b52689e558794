import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCli } from './run-cli.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schema-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const run = (...args: string[]) => runCli(args, { cwd: dir })

describe('countersign schema', () => {
  test.each(['policy', 'plan', 'decision'])(
    'prints that of a %s, as it is in the repository',
    (kind) => {
      const { code, stdout } = run('schema', kind)
      expect(code).toBe(0)
      expect(stdout).toBe(readFileSync(`policies/schema/${kind}.schema.json`, 'utf8'))
    },
  )

  test('writes it where a plan finds it', () => {
    const copy = '.countersign/schema/plan.schema.json'
    expect(run('schema', 'plan', '--output', copy).code).toBe(0)
    expect(JSON.parse(readFileSync(join(dir, copy), 'utf8')).title).toBe('Countersign plan')
  })

  test('of nothing that there is ends with 2', () => {
    expect(run('schema', 'chain')).toMatchObject({ code: 2, stdout: '' })
    expect(run('schema', 'plan', '--output', '/dev/null/x')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('a plan that is written', () => {
  const plan = '.countersign/plans/P-1.yml'
  const make = () => {
    const names = ['--id', 'P-1', '--title', 'A plan', '--owner', '@alice', '--must', 'a.ts']
    return run('plan', 'new', ...names, '--output', plan)
  }
  const line = '# yaml-language-server: $schema=../schema/plan.schema.json\n'

  const initRepository = () => {
    execFileSync('git', ['-C', dir, 'init', '-q', '-b', 'main'])
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com']
    execFileSync('git', ['-C', dir, ...identity, 'commit', '-q', '--allow-empty', '-m', 'Base'])
  }

  test('names the schema where the repository has a copy, and is valid with it', () => {
    initRepository()
    run('schema', 'plan', '--output', '.countersign/schema/plan.schema.json')
    expect(make()).toMatchObject({ code: 0 })
    expect(readFileSync(join(dir, plan), 'utf8').startsWith(line)).toBe(true)
    expect(run('plan', 'lint', plan)).toMatchObject({ code: 0 })
  })

  test('names none where there is none', () => {
    initRepository()
    expect(make()).toMatchObject({ code: 0 })
    expect(readFileSync(join(dir, plan), 'utf8')).not.toContain('yaml-language-server')
  })
})
