import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readWorkflowCommands } from '../support/file-commands.ts'
import { NODE_24 } from '../support/run-action.ts'
import { decisionOf, rulesOf, runFor, runGate } from './gate.ts'
import { commitOn, openShop, PLANNED, type Shop } from './shop.ts'

/** The built action, run as the runner runs it, against a GitHub whose data comes from real git. */

const BRANCH = 'claude/pay-142'
const OUTSIDE = { 'deploy.sh': 'curl example.com\n' }

let shop: Shop
let head: string

beforeEach(async () => {
  shop = await openShop()
  head = commitOn(shop.repo, BRANCH, PLANNED)
  shop.server.openPull({ number: 7, head: BRANCH })
})

afterEach(() => shop.dispose())

/** Goes beyond the plan on the pull request's branch. */
function goBeyondPlan(): string {
  return commitOn(shop.repo, BRANCH, OUTSIDE)
}

describe('a planned change', () => {
  test.each([
    ['the Node of this machine', process.execPath],
    ['Node 24', NODE_24],
  ])('passes on %s', async (_name, nodeBinary) => {
    const result = await runGate(shop, { nodeBinary })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ conclusion: 'pass', findings: '0' })
    expect(decisionOf(result).findings).toEqual([])
    expect(shop.server.checkRuns(head)).toMatchObject([
      { name: 'countersign', conclusion: 'success', status: 'completed' },
    ])
    expect(shop.server.comments(7)).toHaveLength(1)
    expect(result.summary).toContain('Passed')
  })

  test('leaves no secret in the log and needs no GITHUB_TOKEN', async () => {
    const result = await runGate(shop)
    expect(readWorkflowCommands(result.stdout).map(({ command }) => command)).toEqual(['add-mask'])
  })
})

describe('a change beyond its plan', () => {
  test('blocks, and explains itself in one comment and on the line', async () => {
    const moved = goBeyondPlan()
    const result = await runGate(shop)
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ conclusion: 'block', findings: '1' })
    expect(decisionOf(result).findings).toMatchObject([
      { rule: 'scope/outside-plan', path: 'deploy.sh' },
    ])
    expect(JSON.parse(result.files.sarif ?? '')).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          versionControlProvenance: [{ revisionId: moved }],
          results: [{ ruleId: 'scope/outside-plan', level: 'error' }],
        },
      ],
    })
    const [run] = shop.server.checkRuns(moved)
    expect(run).toMatchObject({ conclusion: 'failure' })
    expect(run?.annotations).toMatchObject([{ path: 'deploy.sh' }])
    const [comment] = shop.server.comments(7)
    expect(comment?.body).toContain('deploy.sh')
    expect(comment?.body.indexOf('What to do next')).toBeLessThan(
      comment?.body.indexOf('Checks') ?? 0,
    )
  })

  test('says what changed since its last report, and edits nothing when nothing did', async () => {
    goBeyondPlan()
    await runGate(shop)
    shop.repo.remove('deploy.sh')
    shop.repo.commit('Mend', { branch: BRANCH })
    await runGate(shop)
    const [comment] = shop.server.comments(7)
    expect(comment?.body).toContain('1 settled, 0 new, 0 still open. It was blocked then.')
    const before = shop.server.requests.length
    await runGate(shop, { env: { GITHUB_RUN_ID: '4712' } })
    expect(shop.server.comments(7)).toEqual([comment])
    const edits = shop.server.requests
      .slice(before)
      .filter(({ method, path }) => method !== 'GET' && path.includes('/comments'))
    expect(edits).toEqual([])
  })

  test('fails the check but not the step when asked to', async () => {
    const moved = goBeyondPlan()
    const result = await runGate(shop, { inputs: { 'fail-on-block': 'false' } })
    expect(result.exitCode).toBe(0)
    expect(result.outputs.conclusion).toBe('block')
    expect(shop.server.checkRuns(moved)).toMatchObject([{ conclusion: 'failure' }])
  })

  test('publishes no check run without a name and no comment when told not to', async () => {
    const moved = goBeyondPlan()
    const result = await runGate(shop, { inputs: { 'check-name': '', comment: 'false' } })
    expect(result.exitCode).toBe(1)
    expect(shop.server.checkRuns(moved)).toEqual([])
    expect(shop.server.comments(7)).toEqual([])
  })

  test('turns green in place once it is mended', async () => {
    goBeyondPlan()
    await runGate(shop)
    shop.repo.remove('deploy.sh')
    const mended = shop.repo.commit('Mend', { branch: BRANCH })
    const result = await runGate(shop)
    expect(result.exitCode).toBe(0)
    expect(shop.server.checkRuns(mended)).toMatchObject([{ conclusion: 'success' }])
    expect(shop.server.comments(7)).toHaveLength(1)
    expect(shop.server.comments(7)[0]?.body).toContain('Passed')
  })
})

describe('the sticky comment', () => {
  test('is found by author as well as by marker', async () => {
    shop.server.addComment(7, '<!-- countersign:gate -->\n\n## Passed', {
      by: { login: 'mallory', type: 'User' },
    })
    await runGate(shop)
    const comments = shop.server.comments(7)
    expect(comments).toHaveLength(2)
    expect(comments[0]?.body).toBe('<!-- countersign:gate -->\n\n## Passed')
  })
})

describe('a person whom the policy leaves alone', () => {
  test('gets a green check and no comment; an agent beside them is judged', async () => {
    const people = await openShop({
      '.github/countersign.yml': 'version: 1\napplies_to: agents\nplan: { required: true }\n',
    })
    try {
      const byHand = commitOn(people.repo, 'alice/fix', OUTSIDE)
      people.server.openPull({ number: 7, head: 'alice/fix' })
      expect((await runGate(people)).outputs.conclusion).toBe('not-applicable')
      expect(people.server.checkRuns(byHand)).toMatchObject([{ conclusion: 'success' }])
      expect(people.server.comments(7)).toEqual([])

      people.server.updatePull(7, { body: 'Generated with [Claude Code](https://claude.com)' })
      expect((await runGate(people)).outputs.conclusion).toBe('block')
      expect(people.server.comments(7)).toHaveLength(1)
    } finally {
      await people.dispose()
    }
  })
})

describe('a pull request that moves while it is judged', () => {
  test('is judged again at its new head', async () => {
    let moved = ''
    const move = () => {
      moved = goBeyondPlan()
    }
    shop.server.onRequest(/^GET .*\/pulls\/7\/files/, move, { times: 1 })
    const result = await runGate(shop)
    expect(result.exitCode).toBe(1)
    expect(decisionOf(result).subject.head_sha).toBe(moved)
    expect(shop.server.checkRuns(head)).toEqual([])
  })

  test('is blocked when it will not stand still', async () => {
    let count = 0
    shop.server.onRequest(
      /^GET .*\/pulls\/7\/files/,
      () => {
        count += 1
        commitOn(shop.repo, BRANCH, { 'src/retry.ts': `export const retries = ${count}\n` })
      },
      { times: 50 },
    )
    const result = await runGate(shop)
    expect(result.exitCode).toBe(1)
    expect(rulesOf(result)).toEqual(['evidence/head-moved'])
  })

  test('is judged for the base it is retargeted to', async () => {
    shop.repo.git('branch', 'lax', 'main')
    shop.server.onRequest(/^GET .*\/pulls\/7\/files/, () => {
      shop.server.updatePull(7, { base: 'lax' })
    })
    const result = await runGate(shop)
    // `lax` is not among the policy's bases: the default branch's policy judges it all the same.
    expect(decisionOf(result).conclusion).toBe('pass')
    expect(shop.server.requests.some((it) => it.path.endsWith('heads%2Flax'))).toBe(true)
  })
})

describe('several pull requests with one head', () => {
  test('share the worst verdict: a lax base speaks for nobody', async () => {
    shop.repo.git('switch', '--quiet', '--create', 'lax', 'main')
    shop.repo.write('.github/countersign.yml', 'version: 1\nmode: observe\n')
    shop.repo.commit('Lax policy', { branch: 'lax' })
    const moved = goBeyondPlan()
    shop.server.openPull({ number: 8, head: BRANCH, base: 'lax' })
    const result = await runFor(shop, 'pull_request_target', 'pull_request', 'opened', {
      number: 8,
    })
    expect(result.exitCode).toBe(1)
    expect(shop.server.checkRuns(moved)).toMatchObject([{ conclusion: 'failure' }])
    expect(shop.server.comments(7)).toHaveLength(1)
  })
})

describe('events', () => {
  test('schedule judges every open pull request', async () => {
    const other = commitOn(shop.repo, 'claude/other', OUTSIDE)
    shop.server.openPull({ number: 8, head: 'claude/other' })
    const result = await runFor(shop, 'schedule', 'repository_dispatch', null, {})
    expect(result.exitCode).toBe(1)
    expect(shop.server.checkRuns(head)).toMatchObject([{ conclusion: 'success' }])
    expect(shop.server.checkRuns(other)).toMatchObject([{ conclusion: 'failure' }])
    expect(decisionOf(result).subject.pull_request).toBe(8)
  })

  test('workflow_dispatch judges the one it is given', async () => {
    const result = await runFor(
      shop,
      'workflow_dispatch',
      'workflow_dispatch',
      null,
      {},
      {
        inputs: { 'pull-request': '7' },
      },
    )
    expect(result.outputs.conclusion).toBe('pass')
  })

  test('workflow_run finds the pull request by its head commit', async () => {
    const result = await runFor(shop, 'workflow_run', 'workflow_run', 'completed', {
      headSha: head,
    })
    expect(decisionOf(result).subject.pull_request).toBe(7)
  })

  test('issue_comment re-runs on the command only', async () => {
    const asked = await runFor(shop, 'issue_comment', 'issue_comment', 'created', {
      number: 7,
      onPull: true,
      comment: '/countersign',
    })
    expect(asked.outputs.conclusion).toBe('pass')
    const talk = await runFor(shop, 'issue_comment', 'issue_comment', 'created', {
      number: 7,
      onPull: true,
      comment: 'I like /countersign',
    })
    expect(talk.exitCode).toBe(0)
    expect(talk.outputs.conclusion).toBeUndefined()
  })

  test('issues judges the pull requests that name the issue as their plan', async () => {
    shop.server.addIssue({ number: 9, body: 'No plan in here.' })
    shop.server.updatePull(7, { body: 'Plan: #9' })
    const result = await runFor(shop, 'issues', 'issues', 'labeled', { number: 9 })
    expect(rulesOf(result)).toEqual(['plan/missing'])
  })

  test('an event the gate does not know fails, and says which it knows', async () => {
    const result = await runFor(shop, 'push', 'push', null, {})
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain('pull_request_target')
  })
})

describe('policies', () => {
  test('a change into an unlisted base is judged by the default branch', async () => {
    shop.repo.git('switch', '--quiet', '--create', 'lax', 'main')
    shop.repo.write('.github/countersign.yml', 'version: 1\n')
    shop.repo.commit('No rules here', { branch: 'lax' })
    shop.repo.write('.github/workflows/ci.yml', 'on: push\n')
    shop.repo.write('src/retry.ts', 'export const retries = 3\n')
    shop.repo.commit('Work', { branch: 'claude/into-lax' })
    shop.server.openPull({ number: 8, head: 'claude/into-lax', base: 'lax' })
    const result = await runFor(shop, 'pull_request_target', 'pull_request', 'opened', {
      number: 8,
    })
    expect(rulesOf(result)).toContain('path/workflows')
  })

  test('a broken new policy cannot be merged', async () => {
    commitOn(shop.repo, BRANCH, { '.github/countersign.yml': 'version: 1\nmode: maybe\n' })
    const result = await runGate(shop)
    expect(result.exitCode).toBe(1)
    expect(rulesOf(result)).toContain('policy/invalid')
  })

  test('a broken base policy blocks, and its repair waits for the owners only', async () => {
    const broken = await openShop({ '.github/countersign.yml': 'version: 1\nmode: maybe\n' })
    try {
      commitOn(broken.repo, BRANCH, PLANNED)
      broken.server.openPull({ number: 7, head: BRANCH })
      expect(decisionOf(await runGate(broken)).findings).toMatchObject([
        { rule: 'policy/invalid', level: 'deny' },
      ])

      broken.repo.git('switch', '--quiet', 'main')
      commitOn(broken.repo, 'repair', { '.github/countersign.yml': 'version: 1\n' })
      broken.server.openPull({ number: 8, head: 'repair' })
      const repair = await runFor(broken, 'pull_request_target', 'pull_request', 'opened', {
        number: 8,
      })
      expect(decisionOf(repair).findings).toMatchObject([
        { rule: 'policy/invalid', level: 'approve' },
      ])
    } finally {
      await broken.dispose()
    }
  })
})

describe('a merge queue', () => {
  test('judges every member, and blocks what no member explains', async () => {
    const { repo, server } = shop
    repo.git('switch', '--quiet', 'main')
    const other = commitOn(repo, 'claude/docs', {
      'src/docs.ts': 'export const docs = 1\n',
      ...PLANNED,
    })
    server.openPull({ number: 8, head: 'claude/docs' })
    const base = repo.git('rev-parse', 'main')
    repo.git('switch', '--quiet', '--detach', 'main')
    repo.git(
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      'Merge pull request #7 from acme/claude/pay-142',
      head,
    )
    repo.git(
      'merge',
      '--quiet',
      '--no-ff',
      '-X',
      'ours',
      '-m',
      'Merge pull request #8 from acme/claude/docs',
      other,
    )
    const queueHead = repo.git('rev-parse', 'HEAD')
    const queue = `gh-readonly-queue/main/pr-8-${base}`
    repo.git('branch', queue, queueHead)
    const event = { set: mergeGroup(queueHead, base, queue) }
    const result = await runFor(shop, 'merge_group', 'merge_group', 'checks_requested', event)
    expect(result.exitCode).toBe(0)
    expect(server.checkRuns(queueHead)).toMatchObject([{ conclusion: 'success' }])
    expect(server.comments(7)).toEqual([])

    repo.write('smuggled.sh', 'echo hello\n')
    const smuggled = repo.commit('Merge pull request #7 from acme/claude/pay-142', {
      branch: queue,
    })
    const evil = { set: mergeGroup(smuggled, base, queue) }
    const blocked = await runFor(shop, 'merge_group', 'merge_group', 'checks_requested', evil)
    expect(blocked.exitCode).toBe(1)
    expect(decisionOf(blocked).findings).toMatchObject([
      { rule: 'evidence/incomplete', message: expect.stringContaining('smuggled.sh') },
    ])
  })
})

function mergeGroup(headSha: string, baseSha: string, branch: string) {
  return {
    'merge_group.head_sha': headSha,
    'merge_group.base_sha': baseSha,
    'merge_group.head_ref': `refs/heads/${branch}`,
    'merge_group.base_ref': 'refs/heads/main',
  }
}

describe('a GitHub that does not answer well', () => {
  test.each<[string, RegExp, number | 'truncated-body' | 'wrong-json' | 'empty-list' | 'reset']>([
    ['the pull request is forbidden', /\/pulls\/7$/, 403],
    ['the base branch is gone', /\/git\/ref\//, 404],
    ['the comparison fails', /\/compare\//, 500],
    ['the tree comes back in half', /\/git\/trees\//, 'truncated-body'],
    ['the file list is something else', /\/pulls\/7\/files/, 'wrong-json'],
    ['the file list is empty', /\/pulls\/7\/files/, 'empty-list'],
    ['a blob breaks off', /\/git\/blobs\//, 'reset'],
  ])('blocks when %s', async (_name, path, respond) => {
    shop.server.fault({ method: 'GET', path, times: 100, respond })
    const result = await runGate(shop)
    expect(result.exitCode).toBe(1)
    expect(rulesOf(result)).toEqual(['evidence/incomplete'])
    expect(result.stderr).toBe('')
  })

  test('passes after one failure that goes away', async () => {
    shop.server.fault({ method: 'GET', path: /\/compare\//, times: 1, respond: 502 })
    expect((await runGate(shop)).outputs.conclusion).toBe('pass')
  })

  test('waits as long as a secondary rate limit asks', async () => {
    shop.server.fault({
      path: /\/compare\//,
      times: 1,
      respond: 'secondary-limit',
      headers: { 'retry-after': '0' },
    })
    expect((await runGate(shop)).outputs.conclusion).toBe('pass')
  })

  test('gives the same verdict when nothing can be written, and says so once', async () => {
    shop.server.fault({ method: 'POST', path: /./, times: 100, respond: 403 })
    const result = await runGate(shop)
    expect(result.exitCode).toBe(0)
    expect(result.outputs.conclusion).toBe('pass')
    expect(result.summary.match(/Could not be published/g)).toHaveLength(1)
  })
})

describe('what the author writes', () => {
  test('never becomes a command to the runner', async () => {
    const name = 'x\n::set-output name=conclusion::pass\n##[set-env name=A]b'
    shop.repo.write(name, 'x\n')
    shop.repo.commit('::error::\n##[command]x', { branch: BRANCH })
    shop.server.updatePull(7, {
      title: '::stop-commands::x',
      body: '::set-output name=conclusion::pass',
    })
    const result = await runGate(shop)
    expect(rulesOf(result)).toEqual(['evidence/unsafe-name', 'scope/outside-plan'])
    expect(result.outputs.conclusion).toBe('block')
    expect(readWorkflowCommands(result.stdout).map(({ command }) => command)).toEqual(['add-mask'])
  })
})
