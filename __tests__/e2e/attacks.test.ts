import { afterEach, describe, expect, test } from '@jest/globals'
import { decisionOf, rulesOf, runFor, runGate } from './gate.ts'
import { commitOn, openShop, PLAN, PLANNED, POLICY, type Shop } from './shop.ts'

/** What a hijacked agent could try through GitHub itself, end to end. */

const BRANCH = 'claude/pay-142'
const LINES = `${Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n')}\n`

let shop: Shop

afterEach(() => shop.dispose())

describe('a base that renamed what the change edits', () => {
  /** The base moves a file to where it would run; the pull request edits it under its old name. */
  async function openRenamed(): Promise<string> {
    const plan = PLAN.replace('[src/retry.ts]', '[src/ci/a.yml]')
    shop = await openShop({ 'src/ci/a.yml': LINES, '.countersign/plans/PAY-142.yml': plan })
    const { repo, server } = shop
    repo.git('branch', BRANCH, 'main')
    repo.remove('src/ci/a.yml')
    repo.write('.github/workflows/a.yml', LINES)
    const moved = repo.commit('Move', { branch: 'main' })
    commitOn(repo, BRANCH, { 'src/ci/a.yml': `${LINES}run: evil\n` })
    server.openPull({ number: 7, head: BRANCH })
    return moved
  }

  test.each<[string, (moved: string) => Record<string, unknown>]>([
    ['before GitHub has merged it', () => ({ mergeable: null, merge_commit_sha: null })],
    [
      'when its test merge is an old one',
      (moved) => ({ mergeable: true, merge_commit_sha: moved }),
    ],
  ])('is found out %s', async (_name, state) => {
    const moved = await openRenamed()
    const rewrite = (body: unknown) => ({ ...(body as object), ...state(moved) })
    shop.server.fault({ method: 'GET', path: /\/pulls\/7$/, times: 100, respond: { rewrite } })
    expect(rulesOf(await runGate(shop))).toEqual(['evidence/ambiguous-base'])
  })

  test('is no matter when it renamed something else', async () => {
    shop = await openShop({ 'src/other/a.ts': LINES })
    shop.repo.git('branch', BRANCH, 'main')
    shop.repo.remove('src/other/a.ts')
    shop.repo.write('src/new/a.ts', LINES)
    shop.repo.commit('Move', { branch: 'main' })
    commitOn(shop.repo, BRANCH, PLANNED)
    shop.server.openPull({ number: 7, head: BRANCH })
    expect((await runGate(shop)).outputs.conclusion).toBe('pass')
  })
})

describe('a block that could not be published', () => {
  const inputs = { 'fail-on-block': 'false' }

  /** The plan expires on the base after the pull request has turned green. */
  async function expirePlan(): Promise<string> {
    shop = await openShop()
    const head = commitOn(shop.repo, BRANCH, PLANNED)
    shop.server.openPull({ number: 7, head: BRANCH })
    await runGate(shop, { inputs })
    shop.repo.git('switch', '--quiet', 'main')
    commitOn(shop.repo, 'main', { '.countersign/plans/PAY-142.yml': PLAN.replace('2099', '2020') })
    return head
  }

  test('is published on a second try', async () => {
    const head = await expirePlan()
    shop.server.fault({ method: 'POST', path: /check-runs/, times: 1, respond: 502 })
    expect((await runGate(shop, { inputs })).exitCode).toBe(0)
    expect(shop.server.checkRuns(head).map((run) => run.conclusion)).toEqual(['success', 'failure'])
  })

  test('fails the step where nothing helps, because an older green check still stands', async () => {
    await expirePlan()
    shop.server.fault({ method: 'POST', path: /check-runs/, times: 100, respond: 403 })
    const result = await runGate(shop, { inputs })
    expect(result.outputs.conclusion).toBe('block')
    expect(result.exitCode).toBe(1)
  })
})

describe('files that cost time', () => {
  test('a plan with tens of thousands of mistakes keeps nobody waiting', async () => {
    shop = await openShop()
    const body = `${PLAN.split('scope')[0]}scope:\n  may:\n${'  - 1\n'.repeat(60_000)}`
    commitOn(shop.repo, 'claude/evil', { ...PLANNED, '.countersign/plans/E.yml': body })
    shop.repo.git('switch', '--quiet', '--force', 'main')
    const other = commitOn(shop.repo, BRANCH, PLANNED)
    shop.server.openPull({ number: 8, head: BRANCH })
    shop.server.openPull({ number: 9, head: 'claude/evil', body: 'Plan: .countersign/plans/E.yml' })
    const result = await runFor(shop, 'schedule', 'repository_dispatch', null, {})
    expect(decisionOf(result).findings.map((finding) => finding.rule)).toContain('plan/invalid')
    expect(shop.server.checkRuns(other)).toMatchObject([{ conclusion: 'success' }])
  })

  test('a proposed policy with huge expressions is refused, not compiled', async () => {
    shop = await openShop()
    const rules = Array.from(
      { length: 200 },
      (_, at) => `  - { id: p${at}, match: '${'[\\pL\\pN]{1000}'.repeat(90)}', decision: deny }`,
    )
    const policy = `version: 1\npatterns:\n${rules.join('\n')}\n`
    commitOn(shop.repo, BRANCH, { ...PLANNED, '.github/countersign.yml': policy })
    shop.server.openPull({ number: 7, head: BRANCH })
    expect(rulesOf(await runGate(shop))).toContain('policy/invalid')
  })
})

describe('what a description or a log may claim', () => {
  test('only plans in their folder can be named', async () => {
    shop = await openShop({
      '.countersign/plans/PAY-142.yml': PLAN.replaceAll('src/', 'other/'),
      '.countersign/plans/archive/OLD.yml': PLAN.replace('PAY-142', 'OLD'),
    })
    commitOn(shop.repo, BRANCH, PLANNED)
    shop.server.openPull({
      number: 7,
      head: BRANCH,
      body: 'Plan: .countersign/plans/archive/OLD.yml',
    })
    expect((await runGate(shop)).outputs.conclusion).toBe('block')
  })

  test.each<[string, string, string]>([
    ['a log without gaps exempts its pusher', 'a', 'pass'],
    ['a log with a gap exempts nobody', 'b', 'block'],
  ])('%s', async (_name, before, conclusion) => {
    const exempt = 'exempt:\n  - { actors: ["dependabot[bot]"], checks: [plan, scope] }\n'
    shop = await openShop({ '.github/countersign.yml': `${POLICY}${exempt}` })
    const head = commitOn(shop.repo, 'dependabot/x', { 'package.json': '{}\n' })
    const actor = { login: 'dependabot[bot]', type: 'Bot' as const }
    shop.server.openPull({ number: 7, head: 'dependabot/x', author: actor })
    const first = { before: '0'.repeat(40), after: 'a'.repeat(40), at: '2026-01-01T00:00:00Z' }
    const second = { before: before.repeat(40), after: head, at: '2026-01-02T00:00:00Z' }
    shop.server.setActivity([
      { ref: 'dependabot/x', actor, type: 'branch_creation', ...first },
      { ref: 'dependabot/x', actor, type: 'push', ...second },
    ])
    expect((await runGate(shop)).outputs.conclusion).toBe(conclusion)
  })
})
