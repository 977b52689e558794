import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { createRepo, type TestRepo } from '../support/repo.ts'
import { runCli } from './run-cli.ts'

/** `countersign init` as a subprocess, in repositories of several shapes. */

const ACTION = 'acme/countersign@0123456789abcdef0123456789abcdef01234567'
const NOW = '2026-11-20T12:00:00Z'
const FILES = [
  '.claude/settings.json',
  '.countersign/plans/set-up-countersign.yml',
  '.github/CODEOWNERS',
  '.github/countersign.yml',
  '.github/workflows/countersign-signal.yml',
  '.github/workflows/countersign.yml',
]

function init(repo: TestRepo, ...args: readonly string[]) {
  return runCli(['init', '--repo', repo.dir, '--now', NOW, ...args])
}

/** Every file of the work tree, sorted, without git's own. */
function listTree({ dir }: TestRepo): string[] {
  const entries = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  return entries
    .filter((path) => !path.startsWith('.git/') && !lstatSync(join(dir, path)).isDirectory())
    .sort()
}

const CI = `name: CI
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm ci
      - run: npm test
      - uses: actions/upload-artifact@v4
        with: { name: "test-results-\${{ matrix.node }}", path: junit.xml }
`
/** A name made of everything that means something in YAML, in a comment, a terminal or a log. */
const HOSTILE_NAME =
  '- "CI": [*a, &b] {c} # ! | > % @ `d` \'e\' \\ ::set-output name=x::y ##[error]'

type Shape = readonly [name: string, files: Readonly<Record<string, string>>]

const SHAPES: readonly Shape[] = [
  ['empty', {}],
  [
    'npm',
    {
      'package.json': '{ "scripts": { "test": "jest" }, "devDependencies": { "jest": "30.0.0" } }',
      '.github/workflows/ci.yml': CI,
      'CLAUDE.md': '# Notes\n',
    },
  ],
  [
    'python',
    {
      'pyproject.toml': '[dependency-groups]\ntests = ["pytest"]\n',
      '.github/workflows/tests.yaml':
        'on: { pull_request: }\njobs: { t: { runs-on: x, steps: [{ run: pytest }] } }\n',
    },
  ],
  ['go', { 'go.mod': 'module example.com/shop\n' }],
  [
    'owned',
    {
      'docs/CODEOWNERS': '* @acme/leads @alice\n',
      '.claude/settings.json': '{ "permissions": { "deny": ["WebFetch"] } }\n',
    },
  ],
  [
    'hostile',
    {
      '.github/workflows/ci.yml': CI.replace('name: CI', `name: ${JSON.stringify(HOSTILE_NAME)}`),
      '.github/workflows/a b\n"c.yml': CI.replace('CI', 'x'),
      '.github/workflows/broken.yml': 'a: [',
      'package.json': '[',
      '.github/CODEOWNERS': '* @acme/a::b @\n[ @x\n* @acme/honest\n',
    },
  ],
]

describe('in repositories of several shapes', () => {
  const repos = new Map<string, TestRepo>()

  beforeAll(() => {
    for (const [name, files] of SHAPES) {
      const repo = createRepo()
      for (const [path, text] of Object.entries(files)) repo.write(path, text)
      if (Object.keys(files).length > 0) repo.commit('Base')
      repos.set(name, repo)
    }
  })
  afterAll(() => {
    for (const repo of repos.values()) repo.dispose()
  })
  const of = (name: string) => {
    const repo = repos.get(name)
    if (repo === undefined) throw new Error(`no repository called ${name}`)
    return repo
  }

  test.each(SHAPES)('%s: what is written is valid, and a second run writes nothing', (name) => {
    const repo = of(name)
    const first = init(repo, '--yes', '--action', ACTION, '--owner', '@alice')
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
    const written = listTree(repo)
    expect(written).toEqual(expect.arrayContaining(FILES.filter((path) => !/CODEOWN/.test(path))))

    const policy = runCli(['policy', 'lint', '--repo', repo.dir])
    expect(policy.stdout).toContain('valid (extends observe, standard)')
    const plan = runCli(['plan', 'lint', join(repo.dir, FILES[1] ?? '')])
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('valid') })

    const second = init(repo, '--yes', '--action', ACTION)
    expect(second).toMatchObject({ code: 0, stderr: '' })
    expect(second.stdout).toContain('There is nothing to write; nothing was changed.')
    expect(listTree(repo)).toEqual(written)
  })

  test('the workflows of all of them satisfy two validators', () => {
    const workflows = SHAPES.flatMap(([name]) =>
      ['countersign.yml', 'countersign-signal.yml'].map((file) =>
        join(of(name).dir, '.github/workflows', file),
      ),
    )
    workflows.push(writeUncommented(workflows[0] ?? ''))
    const run = spawnSync('node', ['scripts/check-workflows.mjs', ...workflows], {
      encoding: 'utf8',
    })
    expect({ stderr: run.stderr, status: run.status }).toEqual({ stderr: '', status: 0 })
    expect(run.stdout).toContain(`${workflows.length} workflows`)
  })

  /** The same with everything in it that waits as a comment: the App, issues, the schedule. */
  function writeUncommented(gate: string): string {
    const text = readFileSync(gate, 'utf8').replace(
      /^( *)# (?=(?:environment|github-token|issues|schedule):|- uses:| {2,}\S)/gm,
      '$1',
    )
    expect(Object.keys((load(text) as { on: object }).on)).toContain('schedule')
    const path = join(dirname(dirname(gate)), 'uncommented.yml')
    writeFileSync(path, text)
    return path
  }

  const gateOf = (name: string) => {
    const text = readFileSync(join(of(name).dir, '.github/workflows/countersign.yml'), 'utf8')
    return load(text) as { on: { workflow_run: { workflows: string[] } } }
  }

  test('the gate waits for what runs the tests, under whatever name', () => {
    const [npm, python, hostile] = ['npm', 'python', 'hostile'].map(
      (name) => gateOf(name).on.workflow_run.workflows,
    )
    expect(npm).toEqual(['CI', 'Countersign signal'])
    expect(python).toEqual(['.github/workflows/tests.yaml', 'Countersign signal'])
    expect(hostile?.map((name) => name.replace(/\\(.)/g, '$1'))).toEqual([
      HOSTILE_NAME,
      'Countersign signal',
    ])
  })

  test('existing files are byte for byte what they were', () => {
    for (const [name, files] of SHAPES) {
      for (const [path, text] of Object.entries(files))
        expect(readFileSync(join(of(name).dir, path), 'utf8')).toBe(text)
    }
  })
})

describe('what it prints', () => {
  let repo: TestRepo
  beforeEach(() => {
    repo = createRepo()
  })
  afterEach(() => repo.dispose())

  test('is what it found, and from where', () => {
    repo.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git')
    for (const [path, text] of Object.entries(SHAPES[1]?.[1] ?? {})) repo.write(path, text)
    repo.write('.github/CODEOWNERS', '* @acme/leads\n')
    const sha = repo.commit('Fix\n\nCo-authored-by: Claude <noreply@anthropic.com>\n', {
      author: { name: 'acme-coder[bot]', email: 'x@example.com' },
    })
    repo.commit('Bump', { author: { name: 'dependabot[bot]', email: 'y@example.com' } })
    const { stdout } = init(repo, '--dry-run', '--action', ACTION)
    for (const found of [
      '(acme/shop)',
      'Default branch   main (main)',
      `Co-authored-by: *<noreply@anthropic.com>: 1 commit (such as ${sha.slice(0, 10)})`,
      'settings for agents (CLAUDE.md)',
      'acme-coder[bot] (bots that are on no shipped list)',
      'Dependency bots  dependabot[bot]',
      'Code owners      @acme/leads (.github/CODEOWNERS)',
      'Test runner      jest (package.json)',
      '"CI" runs "npm test", uploads test-results-* (.github/workflows/ci.yml)',
      `Action           ${ACTION} (--action)`,
    ]) {
      expect(stdout).toContain(found)
    }
  })

  test('is a diff that git takes, and the files are the same as when written', () => {
    repo.commit('Base')
    const { stdout } = init(repo, '--dry-run', '--action', ACTION, '--owner', 'alice')
    const diff = stdout.slice(stdout.indexOf('--- /dev/null'), stdout.indexOf('\nNothing was'))
    repo.gitBytes(['apply', '--index'], diff)
    const applied = FILES.map((path) => readFileSync(join(repo.dir, path), 'utf8'))
    repo.git('reset', '-q', '--hard')
    expect(listTree(repo)).toEqual([])
    init(repo, '--yes', '--action', ACTION, '--owner', 'alice')
    expect(FILES.map((path) => readFileSync(join(repo.dir, path), 'utf8'))).toEqual(applied)
  })

  test('lets nothing that a repository says act on a terminal or a log', () => {
    const branch = 'claude/\u202ex'
    repo.write('.github/workflows/ci.yml', CI.replace('npm test', '"npm test \\e[2J ::error::x"'))
    repo.write('CODEOWNERS', '* @acme/x\u001b]0;owned\u0007\n')
    repo.commit('Base')
    repo.commit('Work', { branch })
    const { stdout } = init(repo, '--dry-run')
    expect(stdout).toContain('\\u{1b}')
    expect(stdout).toContain('\\u{202e}')
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^::|##\[/m)
  })

  test('says of a set-up that nobody completed that it cannot start', () => {
    init(repo, '--yes')
    expect(init(repo).stdout).toMatch(/still names OWNER-OF-\S+\/countersign@COMMIT/)
    const gate = join(repo.dir, '.github/workflows/countersign.yml')
    writeFileSync(gate, readFileSync(gate, 'utf8').replace(/OWNER-OF-\S+@COMMIT/g, ACTION))
    expect(init(repo).stdout).not.toContain('still names')
  })

  test('ends with what is left to do, in order, and with what to replace', () => {
    const { stdout } = init(repo, '--yes')
    const steps = [...stdout.matchAll(/^ +(\d+)\. (.*)$/gm)].map(([, , step]) => step)
    expect(steps[0]).toMatch(/^Replace OWNER-OF-\S+\/countersign and COMMIT/)
    expect(steps[1]).toMatch(/^Replace @LOGIN-OF-\S+ in/)
    expect(steps.at(-2)).toMatch(/^When what it reports is right, let it enforce/)
    expect(steps.at(-1)).toMatch(/^Then delete \.countersign\/plans\/set-up-countersign\.yml/)
    expect(stdout).toMatch(/dist\/cli\/index\.js check$/m)
  })
})

describe('a workflow with another action by the name of the gate', () => {
  const EVIL =
    'on: push\njobs: { a: { if: false, runs-on: x, steps: [{ uses: evil/countersign@main }] } }\n'
  const WORDS =
    '.github/workflows/x.yml uses evil/countersign@main, another action than acme/countersign'
  let repo: TestRepo
  beforeEach(() => {
    repo = createRepo()
    repo.write('.github/workflows/x.yml', EVIL)
    repo.commit('Base')
  })
  afterEach(() => repo.dispose())

  test('passes for no set-up: the gate is proposed, and the first step names it', () => {
    const { stdout } = init(repo, '--yes', '--action', ACTION)
    expect(stdout).not.toMatch(/Set up already\s+\.github\/workflows\/x\.yml/)
    expect(stdout).toContain('Taken for a gate')
    expect(stdout).toContain(`  1. ${WORDS}`)
    expect(listTree(repo)).toContain('.github/workflows/countersign.yml')
  })

  test('is named also where nothing is written', () => {
    expect(init(repo, '--dry-run', '--action', ACTION).stdout).toContain(`\n${WORDS}`)
    init(repo, '--yes', '--action', ACTION)
    const again = init(repo, '--yes', '--action', ACTION).stdout
    expect(again).toContain('There is nothing to write')
    expect(again).toContain(`\n${WORDS}`)
  })

  test('whose honest twin is a set-up', () => {
    repo.write('.github/workflows/x.yml', EVIL.replace('evil/countersign@main', ACTION))
    repo.commit('Ours')
    const { stdout } = init(repo, '--yes', '--action', ACTION)
    expect(stdout).toMatch(/Set up already\s+\.github\/workflows\/x\.yml/)
    expect(stdout).not.toContain('another action')
    expect(listTree(repo)).not.toContain('.github/workflows/countersign.yml')
  })
})

describe('nothing is written', () => {
  let repo: TestRepo
  beforeEach(() => {
    repo = createRepo()
  })
  afterEach(() => repo.dispose())

  test('without a terminal to ask on', () => {
    const { code, stderr } = init(repo)
    expect(code).toBe(2)
    expect(stderr).toContain('There is no terminal to ask on, so nothing was written; add --yes')
    expect(listTree(repo)).toEqual([])
  })

  test('with --dry-run, though --yes is there', () => {
    expect(init(repo, '--dry-run', '--yes').code).toBe(0)
    expect(listTree(repo)).toEqual([])
  })

  test.each([
    ['--action', 'acme/countersign@v1', 'names no action by commit'],
    ['--owner', '@acme/team', 'is no login'],
    ['--now', 'tomorrow', 'is not a time'],
    ['--repo', '/nonexistent', 'is not a git repository'],
  ])('with a wrong %s', (option, value, message) => {
    const { code, stderr } = init(repo, '--yes', option, value)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(listTree(repo)).toEqual([])
  })

  test.each([
    ['a link to a folder elsewhere', '.github', '".github" is a symbolic link'],
    ['a link', '.github/countersign.yml', 'a symbolic link is there already'],
    ['a link', '.github/CODEOWNERS', ''],
  ])('through %s at %s', (_, path, message) => {
    const outside = mkdtempSync(join(tmpdir(), 'countersign-outside-'))
    const link = join(repo.dir, path)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(outside, link)
    const { code, stdout } = init(repo, '--yes')
    expect(code).toBe(0)
    expect(stdout).toContain(message)
    expect(readdirSync(outside)).toEqual([])
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    rmSync(outside, { recursive: true })
  })

  test('over a folder, a broken link or an edited file', () => {
    mkdirSync(join(repo.dir, '.github/countersign.yml'), { recursive: true })
    mkdirSync(join(repo.dir, '.claude'))
    symlinkSync('/nonexistent/settings.json', join(repo.dir, '.claude/settings.json'))
    mkdirSync(join(repo.dir, '.github/workflows'))
    writeFileSync(join(repo.dir, '.github/workflows/countersign.yml'), 'mine: true\n')
    const { code, stdout } = init(repo, '--yes')
    expect(code).toBe(0)
    expect(stdout).toContain('.github/countersign.yml: a folder is there already')
    expect(stdout).toContain('.claude/settings.json: a symbolic link is there already')
    expect(existsSync('/nonexistent')).toBe(false)
    const gate = readFileSync(join(repo.dir, '.github/workflows/countersign.yml'), 'utf8')
    expect(gate).toBe('mine: true\n')
  })

  test('into settings that are there: they are shown to be merged by hand', () => {
    repo.write('.claude/settings.json', '{}\n')
    repo.commit('Base')
    const { stdout } = init(repo, '--yes', '--action', ACTION)
    expect(stdout).toContain('add this to .claude/settings.json by hand')
    expect(stdout).toContain('"countersign@countersign": true')
    expect(readFileSync(join(repo.dir, '.claude/settings.json'), 'utf8')).toBe('{}\n')
  })
})

test('the first plan holds setting up and enforcing to it, and nothing else', () => {
  const repo = createRepo()
  const judge = (...args: readonly string[]) => {
    const fixed = ['--repo', repo.dir, '--base', 'main', '--now', NOW, '--format', 'json']
    return runCli(['check', ...fixed, ...args])
  }
  repo.write('README.md', 'Shop\n')
  repo.commit('Base')
  init(repo, '--yes', '--action', ACTION, '--owner', 'alice')
  repo.git('switch', '-q', '-c', 'countersign-set-up')
  const policy = join(repo.dir, '.github/countersign.yml')
  repo.git('add', '.')
  repo.git('commit', '-q', '-m', 'As it comes, for agents only')
  expect(JSON.parse(judge('--policy', policy).stdout).conclusion).toBe('not-applicable')

  writeFileSync(policy, `${readFileSync(policy, 'utf8')}applies_to: all\n`)
  repo.git('add', '.')
  repo.git('commit', '-q', '-m', 'Set the gate up')
  const setUp = JSON.parse(judge('--policy', policy).stdout)
  expect(setUp).toMatchObject({ conclusion: 'pass', plan: { id: 'set-up-countersign' } })
  expect(setUp.checks).toContainEqual(expect.objectContaining({ id: 'scope', status: 'pass' }))

  repo.git('branch', '-q', '-f', 'main')
  repo.write('.github/countersign.yml', 'version: 1\nextends: standard\n')
  repo.commit('Enforce', { branch: 'countersign-enforce' })
  const honest = JSON.parse(judge().stdout)
  expect(honest).toMatchObject({ conclusion: 'pass', plan: { id: 'set-up-countersign' } })
  const rulesOf = ({ findings }: { findings: { rule: string }[] }) => findings.map((it) => it.rule)
  expect(rulesOf(honest)).not.toContain('scope/outside-plan')

  repo.write('src/more.ts', 'more\n')
  repo.commit('And more')
  expect(rulesOf(JSON.parse(judge().stdout))).toContain('scope/outside-plan')

  repo.git('checkout', '-q', 'main')
  repo.write('src/work.ts', 'work\n')
  repo.commit('Other work', { branch: 'claude/other' })
  const other = JSON.parse(judge().stdout)
  expect(other).toMatchObject({ conclusion: 'pass', plan: null })
  repo.dispose()
})

describe('--help', () => {
  const examples = runCli(['init', '--help']).stdout.split('Examples:\n')[1] ?? ''
  const commands = examples
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

  test('has examples', () => {
    expect(commands.length).toBeGreaterThan(2)
  })

  test.each(commands)('%s', (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-help-'))
    for (const name of ['shop', 'here'])
      execFileSync('git', ['init', '-q', join(folder, name)], { env: { PATH: process.env.PATH } })
    const [name, ...args] = command.split(' ')
    expect(name).toBe('countersign')
    const { code, stdout, stderr } = runCli(args, { cwd: join(folder, 'here') })
    // Those that would ask have nobody to ask here; all the rest of them works.
    const asks = !args.includes('--yes') && !args.includes('--dry-run')
    expect({ code, asked: stderr.includes('no terminal to ask on') }).toEqual({
      code: asks ? 2 : 0,
      asked: asks,
    })
    expect(stdout).toContain('Proposed: 6 new files')
    expect(existsSync(join(folder, 'shop/.github/countersign.yml'))).toBe(args.includes('--yes'))
    rmSync(folder, { recursive: true })
  })
})
