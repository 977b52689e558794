import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { decisionOf, runGate } from '../e2e/gate.ts'
import { commitOn, openShop, PLANNED, type Shop } from '../e2e/shop.ts'
import { createGitHub } from '../support/github-server.ts'
import { listExamples } from './help-examples.ts'
import { runCli } from './run-cli.ts'
import { type BesideOptions, runCliBeside } from './run-cli-beside.ts'

/** The built command line, asking a GitHub whose data comes from real git. */

const BRANCH = 'claude/pay-142'
const OUTSIDE = { 'deploy.sh': 'curl example.com | sh\n' }

let shop: Shop
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-scan-'))
  shop = await openShop()
  commitOn(shop.repo, BRANCH, PLANNED)
  shop.server.openPull({ number: 7, head: BRANCH, title: 'Retry webhooks' })
})

afterEach(async () => {
  await shop.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function scan(args: readonly string[], { env, ...options }: BesideOptions = {}) {
  const { url, token } = shop.server
  return runCliBeside(['scan', ...args], {
    cwd: folder,
    env: { GITHUB_API_URL: url, GH_TOKEN: token, ...env },
    ...options,
  })
}

function saveFile(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

async function decide(...args: string[]): Promise<Decision> {
  const { stdout } = await scan(['acme/shop#7', '--format', 'json', ...args])
  return JSON.parse(stdout) as Decision
}

describe('the verdict', () => {
  test('passes a planned change and prints only the verdict', async () => {
    const { code, stdout, stderr } = await scan(['acme/shop#7'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Passed')
  })

  test('is, but for time and number of requests, the very record that the action writes', async () => {
    commitOn(shop.repo, BRANCH, OUTSIDE)
    const scanned = await decide()
    const gated = decisionOf(await runGate(shop)) as unknown as Decision
    const { requests } = scanned.stats
    const { judged_at: at } = scanned
    expect(scanned).toEqual({ ...gated, judged_at: at, stats: { ...gated.stats, requests } })
    expect(requests).toBeGreaterThan(5)
  })

  test('blocks with 1 and names file and next step', async () => {
    commitOn(shop.repo, BRANCH, OUTSIDE)
    const { code, stdout } = await scan(['https://github.com/acme/shop/pull/7/files#diff-1'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/scope\/outside-plan[\s\S]*deploy\.sh/)
  })

  test('is that of the worst pull request with the same head', async () => {
    shop.server.openPull({ number: 8, head: BRANCH, body: 'Plan: .countersign/plans/NONE.yml' })
    const { code, stdout, stderr } = await scan(['acme/shop#7'])
    expect(code).toBe(1)
    expect(stdout).toContain('Blocked')
    expect(stderr).toContain('#8 has the same head commit; the worst verdict counts.')
  })

  test('links its Markdown to the host it asked', async () => {
    commitOn(shop.repo, BRANCH, { 'src/table.sql': 'DROP TABLE users;\n' })
    const { stdout } = await scan(['acme/shop#7', '--format', 'markdown'])
    expect(stdout).toContain('https://github.com/acme/shop/blob/')
  })
})

describe('reading only', () => {
  test('sends nothing but GET, and one GraphQL query where a plan is in an issue', async () => {
    const plan = shop.repo.git('show', 'main:.countersign/plans/PAY-142.yml')
    shop.server.addIssue({ number: 3, body: `\`\`\`yaml countersign-plan\n${plan}\n\`\`\`` })
    shop.server.updatePull(7, { body: 'Plan: #3' })
    commitOn(shop.repo, BRANCH, OUTSIDE)
    const { code } = await scan(['acme/shop#7'])
    expect(code).toBe(1)
    const writes = shop.server.requests.filter(({ method }) => method !== 'GET')
    expect(writes.every(({ path }) => path === '/graphql')).toBe(true)
    expect(writes.map(({ body }) => (body as { query: string }).query)).toEqual(
      writes.map(() => expect.stringMatching(/^query \(/)),
    )
    expect(writes.length).toBeGreaterThan(0)
    expect(shop.server.comments(7)).toEqual([])
    expect(shop.server.checkRuns(shop.repo.git('rev-parse', BRANCH))).toEqual([])
  })

  test('works with a token that may only read, and without any on a public repository', async () => {
    const server = await createGitHub({
      repos: { 'acme/shop': { dir: shop.repo.dir } },
      tokens: { '': { kind: 'user', write: false }, reader: { kind: 'user', write: false } },
    })
    try {
      server.openPull({ number: 7, head: BRANCH })
      const env = { GITHUB_API_URL: server.url, GH_TOKEN: '' }
      expect((await scan(['acme/shop#7'], { env })).code).toBe(0)
      const second = { ...env, GITHUB_TOKEN: 'reader' }
      expect((await scan(['acme/shop#7'], { env: second })).code).toBe(0)
    } finally {
      await server.close()
    }
  })
})

describe('what is tried out', () => {
  test('a local policy is named in the decision', async () => {
    const policy = saveFile(
      'policy.yml',
      'version: 1\npaths: [{ id: code, match: ["src/**"], decision: deny, reason: Closed. }]\n',
    )
    const { policy: used, findings } = await decide('--policy', policy)
    expect(used?.source).toBe('file:policy.yml')
    expect(findings.map(({ rule }) => rule)).toEqual(['path/code'])
  })

  test('a local plan, and one on the base by its path', async () => {
    commitOn(shop.repo, BRANCH, OUTSIDE)
    const text = shop.repo.git('show', 'main:.countersign/plans/PAY-142.yml')
    const wide = saveFile('wide.yml', text.replace('"src/**"', '"**"'))
    expect((await decide('--plan', wide)).conclusion).toBe('pass')
    expect((await decide('--plan', '.countersign/plans/PAY-142.yml')).conclusion).toBe('block')
  })

  test('the same in a repository that has no policy', async () => {
    shop.repo.git('switch', '--quiet', 'main')
    shop.repo.remove('.github/countersign.yml')
    shop.repo.commit('No policy')
    const policy = saveFile('policy.yml', 'version: 1\n')
    expect((await decide()).findings.map(({ rule }) => rule)).toEqual(['policy/missing'])
    expect((await decide('--policy', policy)).conclusion).toBe('pass')
  })

  test('a policy that lies elsewhere on the base', async () => {
    const { findings } = await decide('--policy-path', 'gate.yml')
    expect(findings).toMatchObject([{ rule: 'policy/missing', path: 'gate.yml' }])
  })

  test('time', async () => {
    const { findings } = await decide('--now', '2100-01-01')
    expect(findings).toMatchObject([{ rule: 'plan/expired' }])
  })
})

describe('a pull request that is closed', () => {
  const merge = (how: 'merge' | 'squash'): string => {
    shop.repo.git('switch', '--quiet', 'main')
    shop.repo.git(
      'merge',
      '--quiet',
      '--no-edit',
      how === 'squash' ? '--squash' : '--no-ff',
      BRANCH,
    )
    if (how === 'squash') shop.repo.git('commit', '--quiet', '-m', 'Squashed (#7)')
    return shop.repo.git('rev-parse', 'main')
  }

  test.each(['merge', 'squash'] as const)('is judged as it was before its %s', async (how) => {
    const sha = merge(how)
    shop.server.updatePull(7, { state: 'closed', merged: true })
    shop.server.fault({
      path: /\/pulls\/7$/,
      respond: {
        rewrite: (body) => ({ ...Object(body), merge_commit_sha: sha, changed_files: 1 }),
      },
    })
    shop.server.fault({
      path: /\/pulls\/7\/files/,
      respond: {
        rewrite: () => [
          {
            filename: 'src/retry.ts',
            status: 'added',
            sha: shop.repo.git('rev-parse', `${BRANCH}:src/retry.ts`),
            additions: 1,
            deletions: 0,
            patch: '@@ -0,0 +1 @@\n+export const retries = 3',
          },
        ],
      },
    })
    const { code, stdout, stderr } = await scan(['acme/shop#7'])
    expect(stdout).toContain('Passed')
    expect(code).toBe(0)
    const before = shop.repo.git('rev-parse', `${sha}^1`)
    expect(stderr).toBe(
      `#7 is merged; it is read against the base it had then (${before.slice(0, 12)}).\n`,
    )
  })

  test('is judged as it was left when nobody merged it', async () => {
    shop.server.updatePull(7, { state: 'closed' })
    const { code, stdout, stderr } = await scan(['acme/shop#7'])
    expect(stdout).toContain('Passed')
    expect(code).toBe(0)
    expect(stderr).toContain('#7 is closed; it is read against the base it had then')
  })

  test('never makes the gate itself look back', async () => {
    merge('merge')
    shop.server.updatePull(7, { state: 'closed', merged: true })
    expect((await runGate(shop)).outputs.conclusion).toBe('block')
  })
})

describe('what cannot start ends with 2 and one sentence', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['acme/shop/7'], '"acme/shop/7" names no pull request'],
    [['http://github.com/acme/shop/pull/7'], 'names no pull request'],
    [['https://github.com@evil.example/a/b/pull/1'], 'names no pull'],
    [['https://github.com/acme/shop/issues/7'], 'names no pull request'],
    [['../shop#7'], 'names no pull request'],
    [['acme/shop#0'], 'names no pull request'],
    [[], "missing required argument 'pull-request'"],
    [['acme/shop#7', '--policy', 'gone.yml'], 'gone.yml'],
    [['acme/shop#7', '--format', 'pdf'], 'pdf'],
  ]
  test('for what is no target or no input', async () => {
    const results = await Promise.all(cases.map(([args]) => scan(args)))
    for (const [at, { code, stdout, stderr }] of results.entries()) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(cases[at]?.[1])
    }
    expect(shop.server.requests).toEqual([])
  })

  const refusals: readonly (readonly [number | 'primary-limit' | 'reset', object, RegExp])[] = [
    [
      404,
      {},
      /^countersign: acme\/shop#10\d was not found on github\.com, or the token in GH_TOKEN may not read it; check both\.\n$/,
    ],
    [401, {}, /did not accept the token in GH_TOKEN/],
    [403, {}, /The token in GH_TOKEN may not read acme\/shop#10/],
    [502, {}, /failed to answer \(502\)/],
    ['reset', {}, /could not be reached/],
    ['primary-limit', {}, /for the token in GH_TOKEN are used up; try again after \d\d:\d\d UTC/],
    ['primary-limit', { GH_TOKEN: '' }, /without a token \(60 an hour\) are used up; set GH_TOKEN/],
    [404, { GH_TOKEN: '' }, /set GH_TOKEN if the repository is private/],
  ]
  test('for each way in which the server refuses', async () => {
    for (const [at, [respond]] of refusals.entries())
      shop.server.fault({ path: new RegExp(`/pulls/10${at}$`), respond })
    const runs = refusals.map(([, env], at) => scan([`acme/shop#10${at}`], { env: { ...env } }))
    for (const [at, { code, stdout, stderr }] of (await Promise.all(runs)).entries()) {
      expect({ at, code, stdout }).toEqual({ at, code: 2, stdout: '' })
      expect(stderr).toMatch(refusals[at]?.[2] ?? /^$/)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  test('a limit that is met half-way, for half a look is none', async () => {
    shop.server.fault({ path: /\/git\/trees\//, respond: 'primary-limit' })
    const { code, stderr } = await scan(['acme/shop#7'])
    expect(code).toBe(2)
    expect(stderr).toContain('are used up')
  })

  test('a plan that is nowhere', async () => {
    const { code, stderr } = await scan(['acme/shop#7', '--plan', 'gone.yml'])
    expect(code).toBe(2)
    expect(stderr).toContain('"gone.yml" is neither on the base nor a local file')
  })

  test('but evidence that cannot be read is a block, as the gate says it', async () => {
    shop.server.fault({ path: /\/git\/trees\//, respond: 404 })
    const { code, stdout } = await scan(['acme/shop#7'])
    expect(code).toBe(1)
    expect(stdout).toContain('evidence/incomplete')
  })
})

describe('--propose', () => {
  const propose = async (...args: string[]) => {
    const { stdout } = await scan(['acme/shop#7', '--propose', '--format', 'json', ...args])
    return JSON.parse(stdout)
  }

  test('needs no policy there, and its plan is valid and passes', async () => {
    shop.repo.git('switch', '--quiet', 'main')
    shop.repo.remove('.github/countersign.yml')
    shop.repo.write('CODEOWNERS', '* @acme/all\n/src/ @bob\n')
    shop.repo.write('.github/FUNDING.yml', 'github: acme\n')
    shop.repo.commit('Owners, no policy')
    commitOn(shop.repo, BRANCH, { '.github/workflows/ci.yml': 'on: push\n' })
    const { code, stdout, stderr } = await scan(['acme/shop#7', '--propose'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('yes, by its branch')
    expect(stdout).toContain('path/github-automation')
    const made = await propose()
    expect(made.owners).toEqual([
      { owners: ['@acme/all'], paths: ['.github/workflows/ci.yml'] },
      { owners: ['@bob'], paths: ['src/retry.ts'] },
    ])
    const plan = saveFile('plan.yml', made.plan.text)
    expect(made.plan.text).toContain("owner: '@bob'")
    expect(runCli(['plan', 'lint', join(folder, plan)]).code).toBe(0)
    const policy = saveFile('policy.yml', 'version: 1\nplan: { required: true }\n')
    expect((await decide('--plan', plan, '--policy', policy)).conclusion).toBe('pass')
  })

  test('prints a hostile title without letting it act, in a plan that is valid', async () => {
    const title = '::error::x\n::set-output name=a::b\u001b[2J \u202e##[error]y'
    shop.server.updatePull(7, { title })
    const { stdout } = await scan(['acme/shop#7', '--propose'])
    expect(stdout).not.toMatch(/[\u001b\u202e]|^\s*::|##\[/m)
    const { plan } = await propose()
    const path = saveFile('plan.yml', plan.text)
    expect(runCli(['plan', 'lint', join(folder, path)]).code).toBe(0)
    const policy = saveFile('policy.yml', 'version: 1\nplan: { required: true }\n')
    const { findings } = await decide('--plan', path, '--policy', policy)
    expect(findings).toEqual([])
  })

  test('shows a hostile file name, and proposes no plan that would allow it', async () => {
    commitOn(shop.repo, BRANCH, { 'src/a\u202eb\u001b[31m.ts': 'x\n' })
    const { code, stdout } = await scan(['acme/shop#7', '--propose'])
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/[\u001b\u202e]/)
    expect(stdout).toContain('src/a\\u{202e}b\\u{1b}[31m.ts')
    expect(stdout).toContain('evidence/unsafe-name')
    expect(stdout).toContain('No plan can be written for it')
  })

  test('says so when no plan can be written', async () => {
    commitOn(shop.repo, BRANCH, { [`src/${'a'.repeat(250)}/${'b'.repeat(250)}.ts`]: 'x\n' })
    const { code, stdout } = await scan(['acme/shop#7', '--propose'])
    expect(code).toBe(0)
    expect(stdout).toContain('No plan can be written for it')
  })

  test.each([
    ['a form it has not', ['--format', 'markdown'], 'prints text or json'],
    ['a policy', ['--policy', 'p.yml'], 'takes neither --policy nor --plan'],
  ])('refuses %s', async (_name, args, words) => {
    saveFile('p.yml', 'version: 1\n')
    const { code, stderr } = await scan(['acme/shop#7', '--propose', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })

  test('cannot start on half a pull request', async () => {
    shop.server.fault({ path: /\/files/, respond: 404 })
    const { code, stderr } = await scan(['acme/shop#7', '--propose'])
    expect(code).toBe(2)
    expect(stderr).toContain('cannot be read completely')
  })
})

describe('a terminal', () => {
  const onTerminal = (command: readonly string[]) => {
    const quoted = command.map((word) => `'${word}'`).join(' ')
    return ['script', '--quiet', '--return', '--command', quoted, '/dev/null']
  }

  test('shows one line of progress that is gone at the end', async () => {
    const { stdout } = await scan(['acme/shop#7'], { through: onTerminal, env: { TERM: 'xterm' } })
    expect(stdout).toContain('\r\x1b[2KReading acme/shop#7: 1 request\r')
    expect(stdout).toMatch(/\d requests\r\x1b\[2K\s*\x1b\[32;1mPassed/)
  })
})

describe('the examples of --help', () => {
  test('all run', async () => {
    saveFile('strict.yml', 'version: 1\nplan: { required: true }\n')
    const examples = listExamples(runCli(['scan', '--help']).stdout)
    expect(examples).toHaveLength(4)
    for (const example of examples) {
      const [, , ...args] = example.split(' ')
      const { code, stderr } = await scan(args)
      expect({ example, code, stderr }).toMatchObject({ example, code: 0 })
    }
    expect(JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')).conclusion).toBe('pass')
  })
})
