import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { RULE_PAGES } from '../../src/engine/catalogue/index.ts'
import { runCli } from './run-cli.ts'

let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'explain-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const explain = (...args: string[]) => runCli(['explain', ...args], { cwd: dir })

function savePolicy(text: string): string {
  mkdirSync(join(dir, '.github'), { recursive: true })
  writeFileSync(join(dir, '.github/countersign.yml'), text)
  return dir
}

describe('countersign explain', () => {
  test('says what a rule is about, and how to get past it', () => {
    const { code, stdout, stderr } = explain('scope/outside-plan')
    expect([code, stderr]).toEqual([0, ''])
    for (const words of ['What it protects', 'What to do', 'Plan owner:', 'modes: { scope: warn }'])
      expect(stdout).toContain(words)
  })

  test('without a rule lists every one', () => {
    const { code, stdout } = explain()
    expect(code).toBe(0)
    for (const { rule } of RULE_PAGES) expect(stdout).toContain(`  ${rule} `)
  })

  test('as Markdown is the page of docs/rules, but for the links into the source', () => {
    const page = readFileSync('docs/rules/audit-truncated.md', 'utf8')
    const { stdout } = explain('audit/truncated', '--format', 'markdown')
    const withoutLinks = page.replace(/\[(`[^`]+`)\]\([^)]+\)/g, '$1')
    const [shared] = withoutLinks.split('\n## Where it comes from\n')
    expect(shared).toBe(`${page.split('\n')[0]}\n\n${stdout}`)
  })

  test('as JSON is only JSON', () => {
    const one = JSON.parse(explain('approval/stale', '--format', 'json').stdout)
    expect(one).toMatchObject({
      rule: 'approval/stale',
      check: 'approvals',
      steps: [{ who: 'Code owner' }],
      own: [],
    })
    const all = JSON.parse(explain('--format', 'json').stdout) as unknown[]
    expect(all).toHaveLength(RULE_PAGES.length)
  })

  test('finds a shipped rule in the presets', () => {
    const { code, stdout, stderr } = explain('pattern/github-token')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('In the preset standard')
    expect(stdout).toContain('A GitHub token opens repositories')
  })

  test('finds it in the policy at hand first, and says what holds here', () => {
    savePolicy('version: 1\nextends: standard\npatterns: [{ id: github-token, decision: warn }]\n')
    const { stdout } = explain('pattern/github-token')
    expect(stdout).toContain('Decision: warn')
    expect(stdout).not.toContain('the preset')
  })

  test('of a rule that nobody has explains its kind, and names similar ones', () => {
    const { code, stdout, stderr } = explain('pattern/github-tokn')
    expect(code).toBe(0)
    expect(stdout).toContain('pattern/<id>')
    expect(stderr).toContain('Similar: pattern/github-token')
  })

  test('of no rule at all ends with 2 and the nearest name', () => {
    const { code, stdout, stderr } = explain('aproval/missing')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Did you mean approval/missing')
  })

  test('uses the presets where the policy at hand is broken, and refuses a named one that is', () => {
    savePolicy('version: 2\n')
    const atHand = explain('path/ci-workflow')
    expect(atHand.code).toBe(0)
    expect(atHand.stderr).toContain('not valid')
    const named = explain('path/ci-workflow', '--policy', join(dir, '.github/countersign.yml'))
    expect(named).toMatchObject({ code: 2, stdout: '' })
  })

  test('shows nothing raw that a policy says', () => {
    const evil = '\\u001b[2J::error::x ##[set-env]'
    savePolicy(
      `version: 1\npaths: [{ id: evil, match: [evil], decision: deny, reason: "${evil}" }]\n`,
    )
    const { stdout } = explain('path/evil')
    expect(stdout).toContain('Decision: deny')
    expect(stdout).not.toMatch(/\x1b|^::|##\[/m)
    const unknown = explain('\x1b[31m::x/\x1b')
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).not.toContain('\x1b')
  })
})
