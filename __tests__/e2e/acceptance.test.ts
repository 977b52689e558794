import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import type { RunOptions } from '../support/github/control-options.ts'
import {
  AGENT,
  BRANCH,
  blockingRules,
  conclusionOf,
  type Desk,
  type DeskOptions,
  messagesOf,
  openDesk,
  readDecision,
} from './desk.ts'
import { runFor } from './gate.ts'

/** Criteria are met by tests that really ran, in a workflow the agent could not rewrite, on this commit. */

const CI = '.github/workflows/ci.yml'
const PLAN = `version: 1
id: PAY-142
title: Retry
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**", "package.json", ".github/**"] }
acceptance:
  - { id: AC1, criterion: A failed delivery is retried., tests: ["retry › retries three times"] }
`
const POLICY = `plan: { required: true }
acceptance:
  required: true
  results: [{ workflow: ${CI}, artifact: "test-results*", guard: [package.json] }]
`
const FILES = {
  '.countersign/plans/PAY-142.yml': PLAN,
  [CI]: 'on: pull_request\n',
  'package.json': '{}\n',
}
const RUN = 501

const junit = (...cases: readonly string[]) =>
  `<testsuites tests="${cases.length}"><testsuite name="s" tests="${cases.length}">${cases.join('')}</testsuite></testsuites>`
const passed = (name = 'retries three times') => `<testcase classname="retry" name="${name}"/>`
const failed = () =>
  '<testcase classname="retry" name="retries three times"><failure>no</failure></testcase>'

let desk: Desk

afterEach(() => desk.dispose())

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk({
    policy: POLICY,
    ...options,
    files: { ...FILES, ...options.files },
  })
}

/** CI finishes on the present head and leaves these files. */
function finish(files: Record<string, string>, run: Partial<RunOptions> = {}): void {
  desk.server.addRun({ id: RUN, path: CI, head_sha: desk.head(), head_branch: BRANCH, ...run })
  if (Object.keys(files).length > 0)
    desk.server.addArtifact({ run: run.id ?? RUN, name: 'test-results', files })
}

/** An attempt of the run leaves a report. */
function leave(name: string, report: string): void {
  if (!desk.server.hasRun(RUN)) finish({})
  desk.server.addArtifact({ run: RUN, name, files: { 'junit.xml': report } })
}

/** Somebody lets jobs of the run run again; when it was created stays as it was. */
function runAgain(): void {
  const created_at = '2026-01-01T00:00:00Z'
  finish({}, { run_attempt: 2, created_at })
}

describe('a criterion with tests', () => {
  test('is open before CI has run, and met when the finished run wakes the gate', async () => {
    await open()
    expect(blockingRules(await desk.judge())).toEqual(['acceptance/no-results'])
    finish({ 'junit.xml': junit(passed()) })
    const shop = { repo: desk.repo, server: desk.server, dispose: async () => undefined }
    const woken = await runFor(shop, 'workflow_run', 'workflow_run', 'completed', {
      headSha: desk.head(),
    })
    expect(conclusionOf(woken)).toBe('pass')
    expect(readDecision(woken).acceptance).toEqual({
      criteria: [
        {
          id: 'AC1',
          criterion: 'A failed delivery is retried.',
          met: true,
          accepted: null,
          tests: [
            {
              test: 'retry › retries three times',
              met: true,
              matched: ['retry › retries three times'],
              matched_count: 1,
            },
          ],
        },
      ],
      runs: [{ workflow: CI, url: expect.stringContaining('/actions/runs/') }],
    })
    expect(desk.comment()).toContain('AC1')
  })

  test.each<[string, string, () => void]>([
    ['failed', 'acceptance/failed', () => finish({ 'junit.xml': junit(failed()) })],
    [
      'ran under another name',
      'acceptance/missing-test',
      () => finish({ 'junit.xml': junit(passed('retries three time')) }),
    ],
    [
      'is listed twice',
      'acceptance/duplicate',
      () => finish({ 'junit.xml': junit(passed(), passed()) }),
    ],
    [
      'failed on one machine of two',
      'acceptance/failed',
      () => finish({ 'linux.xml': junit(passed()), 'windows.xml': junit(failed()) }),
    ],
    [
      'is in a report that was cut off',
      'acceptance/malformed',
      () => finish({ 'junit.xml': junit(passed()).slice(0, -20) }),
    ],
    ['ran nowhere', 'acceptance/no-results', () => finish({ 'junit.xml': junit() })],
    ['left nothing to read', 'acceptance/no-results', () => finish({ 'notes.md': 'All passed.' })],
    ['left nothing at all', 'acceptance/no-results', () => finish({})],
    [
      'is in an empty report beside a good one',
      'acceptance/no-results',
      () => finish({ 'linux.xml': junit(passed()), 'windows.xml': '' }),
    ],
    [
      'is in a report that was made too large to read, whatever its name',
      'acceptance/malformed',
      () =>
        finish({
          'linux.xml': junit(passed()),
          'windows.report': `${junit(failed())}${' '.repeat(33 * 1024 * 1024)}`,
        }),
    ],
    [
      'is in one artifact of two, and the other holds no report',
      'acceptance/no-results',
      () => {
        leave('test-results-linux', junit(passed()))
        leave('test-results-windows', 'core dumped')
      },
    ],
    [
      'failed, and passed in a push of the same commit to another branch',
      'acceptance/failed',
      () => {
        finish({ 'junit.xml': junit(failed()) }, { event: 'push' })
        const other = { id: RUN + 1, event: 'push', head_branch: 'mine' }
        finish({ 'junit.xml': junit(passed()) }, other)
      },
    ],
    [
      'failed, and so many other runs came after it that GitHub lists it no more',
      'evidence/incomplete',
      () => {
        finish({ 'junit.xml': junit(failed()) }, { conclusion: 'failure' })
        finish({ 'junit.xml': junit(passed()) }, { id: RUN + 1, event: 'push' })
        const other = { path: '.github/workflows/mine.yml', head_sha: desk.head(), event: 'push' }
        for (let id = RUN + 2; id < RUN + 1001; id += 1) desk.server.addRun({ id, ...other })
      },
    ],
    [
      'is in a report behind what npm printed',
      'acceptance/malformed',
      () => finish({ 'a.xml': junit(passed()), 'b.xml': `> test\n${junit(failed())}` }),
    ],
    [
      'is still running',
      'acceptance/no-results',
      () => finish({ 'junit.xml': junit(passed()) }, { status: 'in_progress', conclusion: null }),
    ],
    [
      'is in a run that did not succeed',
      'acceptance/failed',
      () => finish({ 'junit.xml': junit(passed()) }, { conclusion: 'failure' }),
    ],
    [
      'ran on an earlier commit',
      'acceptance/no-results',
      () => {
        finish({ 'junit.xml': junit(passed()) })
        desk.push({ 'src/more.ts': 'export const x = 1\n' })
      },
    ],
    [
      'ran in a workflow of the agent’s own',
      'acceptance/no-results',
      () => finish({ 'junit.xml': junit(passed()) }, { path: '.github/workflows/mine.yml' }),
    ],
    [
      'ran because somebody dispatched it with inputs of their own',
      'acceptance/no-results',
      () => finish({ 'junit.xml': junit(passed()) }, { event: 'workflow_dispatch' }),
    ],
    [
      'ran in a file of the agent’s own whose name begins like the workflow’s',
      'acceptance/no-results',
      () => finish({ 'junit.xml': junit(passed()) }, { path: `${CI}@evil.yml` }),
    ],
    [
      'failed on Windows, and nothing was left there when it was run again',
      'acceptance/failed',
      () => {
        leave('test-results-linux', junit(passed()))
        leave('test-results-windows', junit(failed()))
        runAgain()
        leave('test-results-linux', junit(passed()))
      },
    ],
    [
      'passed at first and failed when it was run again',
      'acceptance/failed',
      () => {
        leave('test-results', junit(passed()))
        runAgain()
        leave('test-results', junit(failed()))
      },
    ],
    [
      'passed in an earlier run only',
      'acceptance/failed',
      () => {
        finish({ 'junit.xml': junit(passed()) })
        finish({ 'junit.xml': junit(failed()) }, { id: RUN + 1 })
      },
    ],
  ])('is not met when it %s', async (_name, rule, act) => {
    await open()
    act()
    const result = await desk.judge()
    expect(blockingRules(result)).toContain(rule)
    expect(conclusionOf(result)).toBe('block')
  })

  test('is met when the jobs that failed are run again and pass, and the others keep what they left', async () => {
    await open()
    leave('test-results-linux', junit(passed()))
    leave('test-results-windows', junit(failed()))
    runAgain()
    leave('test-results-windows', junit(passed()))
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('is still met when a label starts the workflow once more and all its jobs are skipped', async () => {
    await open()
    finish({ 'junit.xml': junit(passed()) })
    finish({}, { id: RUN + 1, conclusion: 'skipped' })
    expect(conclusionOf(await desk.judge())).toBe('pass')
    finish({ 'junit.xml': junit(failed()) }, { id: RUN + 2, conclusion: 'failure' })
    expect(blockingRules(await desk.judge())).toContain('acceptance/failed')
  })

  test('is met by a run whose path is given with a ref', async () => {
    await open()
    finish({ 'junit.xml': junit(passed()) }, { path: `${CI}@refs/heads/${BRANCH}` })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('is met on both machines, for a push as well as for the pull request', async () => {
    await open()
    const others = {
      'shot.png': '\0PNG',
      'coverage.xml': '<!DOCTYPE c><c/>',
      'ci.log': 'ok done\n',
    }
    finish({ 'linux.xml': junit(passed()), 'windows.xml': junit(passed()), ...others })
    finish({ 'junit.xml': junit(passed()) }, { id: RUN + 1, event: 'push' })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('a run on the head commit that was started for something else', () => {
  const openOther = (number: number, base: string) =>
    desk.server.openPull({ number, head: BRANCH, base, author: AGENT })

  test('such as another base branch of the agent’s own, proves nothing', async () => {
    await open()
    desk.repo.git('branch', 'mine', 'main')
    openOther(9, 'mine')
    finish({ 'junit.xml': junit(passed()) })
    desk.server.updatePull(9, { state: 'closed' })
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['acceptance/untrusted-workflow'])
    expect(messagesOf(result, 'acceptance/untrusted-workflow')).toContain('#9')
    // A label may start the workflow for a closed pull request as well.
    finish({ 'junit.xml': junit(passed()) }, { id: RUN + 1 })
    expect(blockingRules(await desk.judge())).toEqual(['acceptance/untrusted-workflow'])
  })

  test('such as a pull request that was closed before, proves nothing until it runs for this one', async () => {
    await open()
    openOther(9, 'main')
    finish({ 'junit.xml': junit(passed()) })
    desk.server.updatePull(9, { state: 'closed' })
    expect(blockingRules(await desk.judge())).toEqual(['acceptance/untrusted-workflow'])
    finish({ 'junit.xml': junit(passed()) }, { id: RUN + 1 })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('such as a closed pull request that had another base for a while, proves nothing', async () => {
    await open()
    openOther(9, 'main')
    desk.server.updatePull(9, { state: 'closed' })
    finish({ 'junit.xml': junit(passed()) })
    expect(conclusionOf(await desk.judge())).toBe('pass')
    const event = { event: 'base_ref_changed', actor: AGENT, app: null }
    desk.server.addEvent(9, { ...event, at: desk.now() })
    expect(blockingRules(await desk.judge())).toEqual(['acceptance/untrusted-workflow'])
  })

  test('cannot be one for a pull request that was opened later', async () => {
    await open()
    finish({ 'junit.xml': junit(passed()) })
    desk.repo.git('branch', 'mine', 'main')
    openOther(10, 'mine')
    desk.server.updatePull(10, { state: 'closed' })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('or before the pull request was pointed at its base, proves nothing', async () => {
    await open()
    finish({ 'junit.xml': junit(passed()) })
    const event = { event: 'base_ref_changed', actor: AGENT, app: null }
    desk.server.addEvent(7, { ...event, at: desk.now() })
    const result = await desk.judge()
    expect(blockingRules(result)).toEqual(['acceptance/untrusted-workflow'])
    finish({ 'junit.xml': junit(passed()) }, { id: RUN + 1 })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test.each([
    ['of another name', { head_branch: 'twin' }],
    ['of no name', { head_branch: null }],
    ['of a fork', { head_repository: { full_name: 'mallory/shop' } }],
  ])('or a branch %s, proves nothing', async (_name, origin) => {
    await open()
    finish({ 'junit.xml': junit(passed()) }, origin)
    expect(blockingRules(await desk.judge())).toEqual(['acceptance/no-results'])
  })
})

describe('a workflow that the base branch has changed', () => {
  test('has to run anew on an updated branch', async () => {
    await open()
    desk.advance({ [CI]: 'on: [pull_request, push]\n' })
    finish({ 'junit.xml': junit(passed()) })
    const result = await desk.judge()
    expect(messagesOf(result, 'acceptance/untrusted-workflow')).toContain('update the branch')
  })
})

describe('a workflow that the pull request changes', () => {
  test('proves nothing', async () => {
    await open({ change: { [CI]: 'on: push\n', 'src/retry.ts': 'export const x = 1\n' } })
    finish({ 'junit.xml': junit(passed()) })
    const result = await desk.judge()
    expect(blockingRules(result)).toContain('acceptance/untrusted-workflow')
    expect(messagesOf(result, 'acceptance/untrusted-workflow')).toContain('this change alters it')
  })

  test('does so through a file that guards it: its owner has to look', async () => {
    const policy = `${POLICY}approvals: { label: countersigned }\n`
    await open({ policy, change: { 'package.json': '{"scripts":{}}\n' } })
    finish({ 'junit.xml': junit(passed()) })
    expect(blockingRules(await desk.judge())).toContain('acceptance/guard-changed')
    desk.label('countersigned', 'alice')
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })
})

describe('an artifact', () => {
  const names = (zip: Uint8Array, from: string, to: string) =>
    Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1')

  test.each<[string, string, () => Partial<Parameters<Desk['server']['addArtifact']>[0]>]>([
    ['has expired', 'acceptance/no-results', () => ({ expired: true })],
    ['is no archive', 'acceptance/malformed', () => ({ zip: Buffer.from('PK nothing') })],
    [
      'is cut off',
      'acceptance/malformed',
      () => ({ zip: zipSync({ 'a.xml': Buffer.from(junit(passed())) }).slice(0, 60) }),
    ],
    [
      'leads out of its folder',
      'acceptance/malformed',
      () => ({
        zip: names(zipSync({ 'aa/aaaa.xml': Buffer.from(junit(passed())) }), 'aa/aaaa', '../aaaa'),
      }),
    ],
    [
      'holds one name twice',
      'acceptance/malformed',
      () => ({
        zip: names(
          zipSync({ 'a.xml': Buffer.from(junit(passed())), 'b.xml': Buffer.from(junit()) }),
          'b.xml',
          'a.xml',
        ),
      }),
    ],
    [
      'unpacks to far more than anybody reads',
      'acceptance/malformed',
      () => ({
        zip: zipSync(
          Object.fromEntries(
            Array.from({ length: 12 }, (_, at) => [`${at}.xml`, Buffer.alloc(30_000_000, 32)]),
          ),
        ),
      }),
    ],
    [
      'is not what was uploaded',
      'acceptance/malformed',
      () => ({
        zip: zipSync({ 'a.xml': Buffer.from(junit(passed())) }),
        digest: `sha256:${'0'.repeat(64)}`,
      }),
    ],
  ])('that %s meets nothing', async (_name, rule, make) => {
    await open()
    finish({})
    desk.server.addArtifact({ run: RUN, name: 'test-results', ...make() })
    const result = await desk.judge()
    expect(blockingRules(result)).toContain(rule)
  })

  test('whose name stands twice is ambiguous; with names of their own both are read', async () => {
    await open()
    finish({ 'a.xml': junit(passed()) })
    desk.server.addArtifact({ run: RUN, name: 'test-results', files: { 'b.xml': junit(passed()) } })
    expect(blockingRules(await desk.judge())).toContain('acceptance/duplicate')
    finish({ 'a.xml': junit(passed()) }, { id: RUN + 1 })
    const second = { run: RUN + 1, name: 'test-results-2', files: { 'b.xml': junit(passed()) } }
    desk.server.addArtifact(second)
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test('on an older server has no digest', async () => {
    await open()
    finish({})
    const files = { 'a.xml': junit(passed()) }
    desk.server.addArtifact({ run: RUN, name: 'test-results', files, digest: null })
    expect(conclusionOf(await desk.judge())).toBe('pass')
  })

  test.each([
    ['the runs', /\/actions\/runs\?/],
    ['the artifacts', /\/runs\/\d+\/artifacts/],
    ['their content', /\/artifacts\/\d+\/zip/],
  ])(
    'meets nothing when the token may not see %s, and says which permission is missing',
    async (_name, path) => {
      await open({ change: { 'src/retry.ts': 'export const x = 1\n', 'web/other.ts': '1\n' } })
      finish({ 'a.xml': junit(passed()) })
      desk.server.fault({ path, times: 100, respond: 403 })
      const result = await desk.judge()
      expect(blockingRules(result)).toEqual(['acceptance/no-results', 'scope/outside-plan'])
      expect(messagesOf(result, 'acceptance/no-results')).toContain('actions: read')
    },
  )

  test('that cannot be downloaded for another reason leaves the evidence incomplete', async () => {
    await open()
    finish({ 'a.xml': junit(passed()) })
    desk.server.fault({ path: /\/artifacts\/\d+\/zip/, times: 100, respond: 500 })
    expect(blockingRules(await desk.judge())).toEqual(['evidence/incomplete'])
  })
})

describe('red before green', () => {
  const policy = POLICY.replace(
    'required: true\n  results',
    'required: true\n  red_green: true\n  results',
  )

  test('a test that passed on the base shows nothing; one that failed there does', async () => {
    await open({ policy })
    finish({ 'a.xml': junit(passed()) })
    expect(blockingRules(await desk.judge())).toContain('acceptance/no-base-report')

    const head_sha = desk.repo.git('rev-parse', 'main')
    const elsewhere = { id: RUN - 1, event: 'push', head_sha, head_branch: 'mine' }
    finish({ 'a.xml': junit(failed()) }, elsewhere)
    expect(blockingRules(await desk.judge())).toContain('acceptance/no-base-report')

    const base = { ...elsewhere, head_branch: 'main' }
    finish({ 'a.xml': junit(failed()) }, { ...base, conclusion: 'success' })
    expect(conclusionOf(await desk.judge())).toBe('pass')

    finish({ 'a.xml': junit(passed()) }, { ...base, id: RUN - 1 + 10 })
    expect(blockingRules(await desk.judge())).toContain('acceptance/always-green')
  })

  test.each(['cancelled', 'timed_out', 'action_required'] as const)(
    'a run on the base that ended as %s may have left out what passed there',
    async (conclusion) => {
      await open({ policy })
      finish({ 'a.xml': junit(passed()) })
      const base = {
        event: 'push',
        head_sha: desk.repo.git('rev-parse', 'main'),
        head_branch: 'main',
      }
      finish({ 'a.xml': junit(failed()) }, { ...base, id: RUN - 1, conclusion: 'failure' })
      expect(conclusionOf(await desk.judge())).toBe('pass')
      finish({ 'a.xml': junit(failed()) }, { ...base, id: RUN + 9, conclusion })
      expect(blockingRules(await desk.judge())).toEqual(['acceptance/no-base-report'])
    },
  )
})

describe('report files of an earlier step', () => {
  test('stand in for artifacts', async () => {
    await open()
    const workspace = mkdtempSync(join(tmpdir(), 'countersign-workspace-'))
    mkdirSync(join(workspace, 'reports', 'unit'), { recursive: true })
    writeFileSync(join(workspace, 'reports', 'unit', 'junit.xml'), junit(passed()))
    const env = { GITHUB_WORKSPACE: workspace }
    const shop = { repo: desk.repo, server: desk.server, dispose: async () => undefined }
    const judgeFor = (headSha: string, results: string) =>
      runFor(
        shop,
        'pull_request_target',
        'pull_request',
        'synchronize',
        { number: 7, headSha },
        {
          inputs: { results },
          env,
        },
      )
    const head = desk.head()
    expect(conclusionOf(await judgeFor(head, 'reports/**/*.xml'))).toBe('pass')
    const none = await judgeFor(head, 'nowhere/*.xml')
    expect(blockingRules(none)).toEqual(['acceptance/no-results'])
    const bad = await judgeFor(head, '../*.xml')
    expect(bad.exitCode).toBe(1)
    expect(`${bad.stdout}${bad.stderr}`).toContain('../*.xml')

    // The step tested the commit of the event; the branch has moved on since.
    desk.push({ 'src/more.ts': 'export const more = 1\n' })
    const late = await judgeFor(head, 'reports/**/*.xml')
    expect(blockingRules(late)).toEqual(['acceptance/stale'])
    const inputs = { results: 'reports/**/*.xml', 'pull-request': '7' }
    const named = await runFor(
      shop,
      'schedule',
      'pull_request',
      null,
      { number: 8 },
      { inputs, env },
    )
    expect(blockingRules(named)).toEqual(['acceptance/stale'])
    rmSync(workspace, { recursive: true })
  })
})

test('the description of the input names what it takes', () => {
  expect(readFileSync(join(process.cwd(), 'action.yml'), 'utf8')).toContain('results:')
})
