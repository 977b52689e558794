import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { runCli } from './run-cli.ts'

/** `countersign plan new` before the work, on the branch that the work will be merged into. */

const NOW = ['--now', '2026-11-20']
let repo: TestRepo

beforeEach(() => {
  repo = createRepo()
  repo.write('src/a.ts', 'a\n')
  repo.commit('Base')
})
afterEach(() => repo.dispose())

function planNew(...args: readonly string[]) {
  return runCli(['plan', 'new', '--owner', '@alice', ...NOW, ...args], { cwd: repo.dir })
}

const NAMED = ['--must', 'src/a.ts'] as const

describe('on the branch that changes are merged into', () => {
  test('names no branch, and says so', () => {
    const { code, stdout, stderr } = planNew('--id', 'PAY-142', '--title', 'Retry', ...NAMED)
    expect(code).toBe(0)
    expect(stdout).toContain('title: Retry')
    expect(stdout).not.toContain('branch:')
    expect(stderr).toMatch(/names no branch, for "main" .*--branch/)
  })

  test('so on a default branch of another name, and on the one that --base names', () => {
    repo.git('branch', '-q', '-m', 'trunk')
    repo.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD')
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    expect(planNew(...NAMED).stdout).not.toContain('branch:')
    repo.git('switch', '-q', '-c', 'release/1')
    expect(planNew(...NAMED).stdout).toContain('branch: release/1')
    expect(planNew(...NAMED, '--base', 'origin/release/1').stdout).not.toContain('branch:')
  })

  test('takes the branch that is named, and then has nothing to say of it', () => {
    const { stdout, stderr } = planNew('--title', 'Retry', '--branch', 'claude/**', ...NAMED)
    expect(stdout).toContain('branch: claude/**')
    expect(stderr).toBe('')
  })

  test('takes its id from the file, never from the branch', () => {
    planNew('--title', 'Retry', '--output', 'plans/PAY-7.yml', ...NAMED)
    expect(readFileSync(join(repo.dir, 'plans/PAY-7.yml'), 'utf8')).toContain('id: PAY-7\n')
    expect(planNew('--title', 'Retry webhooks', ...NAMED).stdout).toContain('id: Retry-webhooks\n')
  })

  test('is for a branch of work as before, on one', () => {
    repo.git('switch', '-q', '-c', 'claude/pay-142')
    const { stdout, stderr } = planNew('--title', 'Retry', ...NAMED)
    expect(stdout).toContain('branch: claude/pay-142\n')
    expect(stderr).toBe('')
  })
})

describe('a title that nobody gave', () => {
  test('is asked for, by the plan, by a note and by plan lint', () => {
    const { code, stderr } = planNew('--id', 'PAY-142', '--output', 'plan.yml', ...NAMED)
    expect(code).toBe(0)
    expect(stderr).toMatch(/title is yours to write/)
    const lint = () => runCli(['plan', 'lint', 'plan.yml'], { cwd: repo.dir })
    expect(readFileSync(join(repo.dir, 'plan.yml'), 'utf8')).toContain('PAY-142: say here')
    expect(lint()).toMatchObject({ code: 0, stdout: expect.stringMatching(/note: its title/) })
    planNew('--id', 'PAY-142', '--title', 'Retry', '--output', 'plan.yml', '--force', ...NAMED)
    expect(lint().stdout).toBe('plan.yml: valid\n')
  })
})

describe('a last day', () => {
  test('that is over is refused', () => {
    const { code, stdout, stderr } = planNew('--expires', '2026-11-19', ...NAMED)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/--expires 2026-11-19 is over already \(today is 2026-11-20\)/)
  })

  test('may be today', () => {
    expect(planNew('--expires', '2026-11-20', ...NAMED).stdout).toContain("'2026-11-20'")
  })
})
