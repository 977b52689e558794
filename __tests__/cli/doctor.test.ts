import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Diagnosis, diagnose } from '../../src/engine/doctor/index.ts'
import { makeGitHubClient, toGitHubApi } from '../../src/github-client.ts'
import { parseRemoteHost } from '../../src/sources/git/origin-address.ts'
import { readSetupFacts } from '../../src/sources/github/setup/read-setup.ts'
import { CI, CODEOWNERS, OWN_APP, POLICY, WORKFLOW } from '../engine/doctor/healthy.ts'
import { addSettings, type Settings } from '../support/github/settings.ts'
import { createGitHub, type GitHubServer } from '../support/github-server.ts'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { listExamples } from './help-examples.ts'
import { runCli } from './run-cli.ts'
import { runCliBeside } from './run-cli-beside.ts'

/** The built command line, asking a GitHub about its settings. */

const READER = 'token-of-a-reader'
const TEAM_TOKEN = 'token-for-teams'

const rulesOf = (app: number | null) => [
  {
    type: 'required_status_checks',
    ruleset_source_type: 'Repository',
    ruleset_source: 'acme/shop',
    ruleset_id: 42,
    parameters: {
      strict_required_status_checks_policy: false,
      required_status_checks: [
        { context: 'countersign', ...(app !== null && { integration_id: app }) },
      ],
    },
  },
  { type: 'pull_request', ruleset_id: 42, parameters: { required_approving_review_count: 0 } },
  { type: 'non_fast_forward', ruleset_id: 42 },
]

const GOOD: Settings = {
  rules: { main: rulesOf(OWN_APP) },
  rulesets: { 42: { id: 42, name: 'protect main', enforcement: 'active', bypass_actors: [] } },
  environments: [
    {
      name: 'merge-gate',
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    },
  ],
  branchPolicies: { 'merge-gate': [{ id: 1, name: 'main', type: 'branch' }] },
  labels: ['countersigned/alice'],
  teams: { 'acme/pay': 'write' },
}

let repo: TestRepo
let server: GitHubServer
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-doctor-'))
  repo = createRepo()
  repo.write('.github/countersign.yml', POLICY)
  repo.write('.github/workflows/countersign.yml', WORKFLOW)
  repo.write('.github/workflows/ci.yml', CI)
  repo.write('.github/CODEOWNERS', CODEOWNERS)
  repo.commit('Base')
  server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir, permissions: { alice: 'write', rita: 'read' } } },
    teams: { 'acme/pay': ['carol'] },
    tokens: {
      '': { kind: 'user', write: false },
      [READER]: { kind: 'user', login: 'rita', write: false },
      [TEAM_TOKEN]: { kind: 'app', login: 'teams', readsTeams: true, write: false },
    },
  })
})

afterEach(async () => {
  await server.close()
  repo.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function doctor(args: readonly string[] = ['acme/shop'], env: Record<string, string> = {}) {
  return runCliBeside(['doctor', ...args], {
    cwd: folder,
    env: {
      GITHUB_API_URL: server.url,
      GH_TOKEN: server.token,
      COUNTERSIGN_TEAM_TOKEN: TEAM_TOKEN,
      ...env,
    },
  })
}

/** The same without a process around it, where what matters is what is read. */
async function diagnosis({
  token = server.token,
  teamToken = TEAM_TOKEN,
  name = 'shop',
} = {}): Promise<Diagnosis> {
  const connect = (it: string) => toGitHubApi(makeGitHubClient(it, server.url))
  const facts = await readSetupFacts({
    api: connect(token),
    teams: teamToken === '' ? null : connect(teamToken),
    repository: { owner: 'acme', repo: name },
    hasToken: token !== '',
    policyPath: null,
    checkName: null,
  })
  return diagnose(facts, null)
}

async function sayAbout(
  id: string,
  tokens: Parameters<typeof diagnosis>[0] = {},
): Promise<string[]> {
  const { sections } = await diagnosis(tokens)
  const advice = sections.find((section) => section.id === id)?.advice ?? []
  return advice.map(({ level, message }) => `${level} ${message}`)
}

async function readRepositoryId(): Promise<number> {
  const headers = { authorization: `Bearer ${server.token}` }
  const answer = await fetch(`${server.url}/repos/acme/shop`, { headers })
  const { id } = (await answer.json()) as { readonly id: number }
  return id
}

describe('a good set-up', () => {
  test('has no problem, and only reads were sent', async () => {
    addSettings(server, GOOD)
    const { code, stdout, stderr } = await doctor()
    expect(stdout).not.toMatch(/^ {2}[✗?!]/m)
    expect(stdout).toContain('✓ On main only the App 4711 can satisfy the check.')
    expect(stdout).toContain('✓ Only main may use the environment "merge-gate" with GATE_KEY.')
    expect(stdout).toContain('2 of 2 owners and approvers were found')
    expect(stdout).toContain('No problem was found.')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('is the same as JSON', async () => {
    addSettings(server, GOOD)
    const { stdout } = await doctor(['acme/shop', '--format', 'json'])
    const { version, repository, check_name, counts } = JSON.parse(stdout) as Diagnosis
    expect({ version, repository, check_name }).toEqual({
      version: 1,
      repository: 'acme/shop',
      check_name: 'countersign',
    })
    expect(counts).toMatchObject({ problem: 0, advice: 0, unknown: 0 })
  })
})

describe('a set-up with a hole', () => {
  test.each<[string, Settings, string, RegExp]>([
    ['not required', { ...GOOD, rules: {} }, 'required', /^problem Nothing requires/],
    [
      'from any source',
      { ...GOOD, rules: { main: rulesOf(null) } },
      'forgery',
      /^problem .* any source/,
    ],
    [
      'from GitHub Actions',
      { ...GOOD, rules: { main: rulesOf(15368) } },
      'forgery',
      /^problem .* "GitHub Actions"/,
    ],
    [
      'an environment for all',
      { ...GOOD, environments: [{ name: 'merge-gate', deployment_branch_policy: null }] },
      'secrets',
      /^problem Every branch/,
    ],
    ['a copy of the key', { ...GOOD, secrets: ['GATE_KEY'] }, 'secrets', /^problem GATE_KEY/],
    [
      'a copy of the key in the organisation',
      { ...GOOD, organizationSecrets: ['gate_key'] },
      'secrets',
      /^problem GATE_KEY is an organisation secret/,
    ],
    [
      'a team without access',
      { ...GOOD, teams: {} },
      'owners',
      /^problem @acme\/pay has no access/,
    ],
  ])('%s', async (_name, settings, id, words) => {
    addSettings(server, settings)
    expect(await sayAbout(id)).toContainEqual(expect.stringMatching(words))
  })

  test.each<[string, object, RegExp]>([
    ['that passes on a block', {}, /^problem .* "fail-on-block: false" and passes/],
    ['of another repository', { repository_id: 999_999 }, /^unknown .* in another repository/],
    ['at a commit', { sha: '0'.repeat(40) }, /^unknown .* is taken from 0{40}/],
  ])('a required workflow %s', async (_name, where, words) => {
    const id = await readRepositoryId()
    const path = '.github/workflows/countersign.yml'
    const required = { path, repository_id: id, ref: 'refs/heads/main', ...where }
    const rule = { type: 'workflows', ruleset_id: 42, parameters: { workflows: [required] } }
    addSettings(server, { ...GOOD, rules: { main: [rule] } })
    expect(await sayAbout('required')).toEqual([expect.stringMatching(words)])
    expect(await sayAbout('bypass')).toEqual(['good Nobody may bypass ruleset "protect main".'])
  })

  test('reads the policy that the workflow names', async () => {
    const given = 'fail-on-block: false\n          policy: .github/lax.yml'
    repo.write('.github/workflows/countersign.yml', WORKFLOW.replace('fail-on-block: false', given))
    repo.commit('Another policy')
    addSettings(server, GOOD)
    expect(await sayAbout('policy')).toEqual([
      expect.stringMatching(/^problem There is no policy on main at \.github\/lax\.yml/),
    ])
    repo.write('.github/lax.yml', 'version: 1\nmode: observe\napplies_to: all\n')
    repo.commit('It observes')
    expect(await sayAbout('policy')).toEqual([
      expect.stringMatching(/^advice .* \(mode: observe\)/),
    ])
    const { stdout } = await doctor(['acme/shop', '--policy-path', '.github/countersign.yml'])
    expect(stdout).toMatch(/\? .* takes its policy from \.github\/lax\.yml/)
  })

  test('takes "./" for the gate only in a repository of its name', async () => {
    repo.write('action.yml', 'name: Countersign\n')
    const own = WORKFLOW.replace(/acme\/countersign@\w+/, './')
    repo.write('.github/workflows/countersign.yml', own)
    repo.commit('Own')
    addSettings(server, GOOD)
    expect(await sayAbout('workflow')).toEqual([
      expect.stringMatching(/^problem No workflow on main runs the gate/),
    ])
    await server.close()
    server = await createGitHub({ repos: { 'acme/Countersign': { dir: repo.dir } } })
    addSettings(server, GOOD)
    expect(await sayAbout('workflow', { name: 'Countersign' })).toContainEqual(
      expect.stringMatching(/^good .* runs the gate of this repository itself/),
    )
  })

  test('published by something else on an open pull request', async () => {
    addSettings(server, GOOD)
    repo.write('src/a.ts', 'x\n')
    const head = repo.commit('Work', { branch: 'claude/x' })
    server.openPull({ number: 7, head: 'claude/x' })
    server.addCheckRun({ name: 'countersign', headSha: head, conclusion: 'success' })
    server.addStatus(
      { sha: head, context: 'countersign', state: 'success' },
      { by: { login: 'eve' } },
    )
    expect(await sayAbout('forgery')).toEqual([
      expect.stringMatching(/^good/),
      expect.stringMatching(/^problem eve set a commit status "countersign" on #7/),
      expect.stringMatching(/^problem The App github-actions \(15368\)/),
    ])
  })

  test('ends with 1', async () => {
    addSettings(server, { ...GOOD, rules: {} })
    const { code, stdout } = await doctor()
    expect(code).toBe(1)
    expect(stdout).toContain('2 problems found')
  })

  test('in classic protection, told by its details', async () => {
    addSettings(server, {
      ...GOOD,
      rules: {},
      protection: {
        main: {
          required_status_checks: {
            strict: true,
            contexts: ['countersign'],
            checks: [{ context: 'countersign', app_id: -1 }],
          },
          enforce_admins: { enabled: false },
          required_pull_request_reviews: {
            bypass_pull_request_allowances: {
              users: [],
              teams: [],
              apps: [{ slug: 'acme-coder' }],
            },
          },
          allow_force_pushes: { enabled: true },
        },
      },
    })
    expect(await sayAbout('forgery')).toEqual([expect.stringMatching(/any source/)])
    expect(await sayAbout('bypass')).toEqual([
      expect.stringMatching(/^advice Administrators/),
      expect.stringMatching(/^advice the App acme-coder/),
    ])
    expect(await sayAbout('pushes')).toContainEqual(expect.stringMatching(/force push/))
  })
})

describe('what the token may not see', () => {
  test('is said, with the right that would show it, and is no problem', async () => {
    addSettings(server, { ...GOOD, isAdmin: ({ login }) => login !== 'rita' })
    const { code, stdout } = await doctor(['acme/shop'], {
      GH_TOKEN: READER,
      COUNTERSIGN_TEAM_TOKEN: '',
    })
    expect(stdout).toContain('? Who may bypass ruleset "protect main" could not be read')
    expect(stdout).toContain('? The default rights of workflows could not be read')
    expect(stdout).toContain('? The names of the repository secrets could not be read')
    expect(stdout).toContain('? The names of the organisation secrets could not be read')
    expect(stdout).toContain('It has the role "read"')
    expect(stdout).toContain('✓ "countersign" is required on main')
    expect(code).toBe(0)
  })

  test('is not taken for "not protected"', async () => {
    addSettings(server, { ...GOOD, rules: {}, isAdmin: () => false })
    server.fault({ path: /\/branches\/main$/, respond: 404 })
    expect(await sayAbout('required')).toEqual([
      expect.stringMatching(
        /^unknown No ruleset requires the check on main, and its branch protection/,
      ),
    ])
  })

  test('of a made-up name for a glob is not taken for "not protected"', async () => {
    repo.write('.github/countersign.yml', `${POLICY}bases: [main, stable, "release/*"]\n`)
    repo.commit('Bases')
    addSettings(server, { ...GOOD, rules: {} })
    expect(await sayAbout('required')).toEqual([
      expect.stringMatching(/^problem Nothing requires the check "countersign" on main/),
      expect.stringMatching(/^problem Nothing requires the check "countersign" on stable/),
      expect.stringMatching(
        /^unknown No ruleset .* "release\/\*" \(looked up as release\/x\).* only an example/,
      ),
    ])
  })

  test('is seen on the branch as far as everybody sees it', async () => {
    addSettings(server, { ...GOOD, rules: {}, isAdmin: () => false })
    server.fault({
      path: /\/branches\/main$/,
      respond: {
        rewrite: (body) => ({
          ...Object(body),
          protected: true,
          protection: {
            enabled: true,
            required_status_checks: {
              contexts: ['countersign'],
              checks: [{ context: 'countersign', app_id: OWN_APP }],
            },
          },
        }),
      },
    })
    expect(await sayAbout('required')).toEqual([
      expect.stringMatching(/^good .* by branch protection/),
    ])
    expect(await sayAbout('bypass')).toEqual([expect.stringMatching(/^unknown/)])
  })

  test('without a token is what everybody sees', async () => {
    addSettings(server, { ...GOOD, isAdmin: () => false })
    const said = await sayAbout('access', { token: '', teamToken: '' })
    expect(said).toEqual([expect.stringMatching(/^advice There is no token/)])
  })
})

describe('a repository that somebody hostile can write to', () => {
  test('acts on no terminal and in no log', async () => {
    repo.write(
      '.github/workflows/e\u001b[2Jvil\u202e.yml',
      'on: push\njobs: { "x\\u001b[31m": { permissions: write-all } }\n',
    )
    repo.write('.github/workflows/::error::x.yml', '{{{')
    repo.commit('Evil')
    addSettings(server, {
      ...GOOD,
      environments: [{ name: '##[error]\u001b[2J', deployment_branch_policy: null }],
    })
    const text = (await doctor()).stdout
    expect(text).not.toMatch(/[\u001b\u202e]|::error|##\[/)
    const json = (await doctor(['acme/shop', '--format', 'json'])).stdout
    expect(json).not.toMatch(/[\u001b\u202e]|##\[/)
  })

  test('stops nothing with a workflow that holds itself, or grows beyond measure', async () => {
    const levels = Array.from({ length: 10 }, (_, at) => {
      return `  l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`
    })
    repo.write(
      '.github/workflows/self.yml',
      'on: push\njobs: { a: &a { permissions: {}, steps: [], env: { self: *a } } }\n',
    )
    repo.write(
      '.github/workflows/bomb.yml',
      `on: push\nx:\n  l0: &l0 a\n${levels.join('\n')}\njobs: { a: { env: { x: *l10 } } }\n`,
    )
    repo.commit('Odd')
    addSettings(server, GOOD)
    const { code, stdout } = await doctor()
    expect(stdout).toContain('! .github/workflows/bomb.yml cannot be read as a workflow')
    expect(stdout).not.toContain('self.yml')
    expect(code).toBe(0)
  })

  test('may list as much as it likes', async () => {
    for (let at = 0; at < 201; at += 1)
      repo.write(`.github/workflows/w${at}.yml`, 'on: push\njobs: {}\n')
    repo.write(
      '.github/CODEOWNERS',
      Array.from({ length: 300 }, (_, at) => `/${at}/ @user${at}\n`).join(''),
    )
    repo.commit('Many')
    addSettings(server, GOOD)
    const { stdout } = await doctor()
    expect(stdout).toContain('? The workflows could not be read: there are more than 200.')
    expect(stdout).toContain('and 38 more; --format json lists every one')
    expect(await sayAbout('owners')).toContainEqual(expect.stringMatching(/^advice 240 more/))
  })
})

describe('where to look', () => {
  test.each([
    ['https://github.com/acme/shop.git', 'github.com'],
    ['https://user:secret@ghe.acme.example/acme/shop', 'ghe.acme.example'],
    ['git@github.com:acme/shop.git', 'github.com'],
    ['ssh://git@ssh.github.com:443/acme/shop.git', 'github.com'],
    ['git@work-alias:acme/shop.git', null],
    ['http://127.0.0.1:8080/git/acme/shop', null],
    ['/srv/git/shop.git', null],
  ])('is taken from the remote %s', (url, host) => {
    expect(parseRemoteHost(url)).toBe(host)
  })

  test('is the clone that --repo names', async () => {
    addSettings(server, GOOD)
    repo.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
    const { code, stdout } = await doctor(['--repo', repo.dir])
    expect(stdout).toContain('acme/shop, default branch main')
    expect(code).toBe(0)
  })

  test.each<[string, readonly string[], string]>([
    ['a clone without a remote', ['--repo', '.'], 'has no remote "origin"'],
    ['a name that is none', ['shop'], '"shop" names no repository'],
    ['an unknown form', ['acme/shop', '--format', 'pdf'], 'pdf'],
  ])('cannot start on %s', (_name, args, words) => {
    const { code, stdout, stderr } = runCli(['doctor', ...args], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  test.each<[string, RegExp, number | 'primary-limit', RegExp]>([
    ['a repository that is not there', /^\/repos\/acme\/shop$/, 404, /acme\/shop was not found/],
    ['a default branch that cannot be read', /\/git\/trees\//, 502, /failed to answer \(502\)/],
    ['half the settings, for want of requests', /\/labels/, 'primary-limit', /are used up/],
  ])('cannot start on %s', async (_name, path, respond, words) => {
    addSettings(server, GOOD)
    server.fault({ path, respond })
    const { code, stdout, stderr } = await doctor()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(words)
  })
})

test('the examples of --help all run', async () => {
  addSettings(server, GOOD)
  repo.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git')
  const examples = listExamples(runCli(['doctor', '--help']).stdout)
  expect(examples).toHaveLength(3)
  for (const example of examples) {
    const [, , ...args] = example.split(' ')
    const { code } = await doctor(args.length === 0 ? ['--repo', repo.dir] : args)
    expect({ example, code }).toEqual({ example, code: 0 })
  }
  expect(JSON.parse(readFileSync(join(folder, 'doctor.json'), 'utf8')).counts.problem).toBe(0)
})
