import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import { makeGitHubClient, toGitHubApi } from '../../src/github-client.ts'
import { readGitEvidence } from '../../src/sources/git/index.ts'
import { readGitHubEvidence } from '../../src/sources/github/evidence.ts'
import { makeReader } from '../../src/sources/github/reader.ts'
import { createGitHub, type GitHubServer } from '../support/github-server.ts'
import { createRepo, type TestRepo } from '../support/repo.ts'

/**
 * Both sources read the same repository and must lead the engine to the same findings: nobody should
 * meet a surprise on GitHub that the command line did not show.
 */

const POLICY = `version: 1
plan: { required: true }
paths:
  - { id: locked, match: ["locked/**"], decision: deny, reason: Locked. }
  - { id: tests, match: ["**/*.test.ts"], on: [deleted], decision: approve, reason: Tests stay. }
patterns:
  - { id: drop-table, match: 'DROP\\s+TABLE', flags: i, decision: deny, reason: Destroys data. }
  - { id: todo-gone, match: 'KEEP ME', in: removed, decision: warn, reason: Must stay. }
  - { id: sql-only, match: 'GRANT', paths: ["**/*.sql"], decision: deny, reason: Grants. }
limits: { changed_files: 4, changed_lines: 30, blob_bytes: 5000 }
`
const PLAN = `version: 1
id: P-1
title: Work
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["src/**"] }
`
const NOW = new Date('2026-11-20T12:00:00Z')
const LONG = Array.from({ length: 40 }, (_, at) => `line ${at}`)

type Story = (repo: TestRepo) => void

const STORIES: Readonly<Record<string, Story>> = {
  'a planned edit': (repo) => repo.write('src/a.ts', 'a\nb\n'),
  'an edit in the middle of a file': (repo) => {
    repo.write(
      'src/long.txt',
      [...LONG.slice(0, 20), 'drop', 'table x', ...LONG.slice(20)].join('\n'),
    )
  },
  'a pattern split over an old and a new line': (repo) => {
    repo.write('src/split.txt', 'DROP\nTABLE users\n')
  },
  'a new file outside the plan': (repo) => repo.write('deploy.sh', 'DROP TABLE x\n'),
  'a deleted test': (repo) => repo.remove('src/a.test.ts'),
  'removed text that had to stay': (repo) => repo.write('src/keep.ts', 'x\n'),
  'a rename into a locked folder': (repo) => {
    repo.remove('src/long.txt')
    repo.write('locked/long.txt', LONG.join('\n'))
  },
  'a rename into the reach of a pattern': (repo) => {
    repo.remove('src/grant.txt')
    repo.write('src/grant.sql', `GRANT all\n${LONG.join('\n')}`)
  },
  'a symlink, a submodule and an executable': (repo) => {
    repo.entry('src/link', { mode: '120000', content: '/etc/passwd' })
    repo.entry('src/vendor', { mode: '160000', oid: 'a'.repeat(40) })
    repo.entry('src/run.sh', { mode: '100755', content: 'echo\n' })
    repo.entry('src/a.ts', { mode: '100755', content: 'a\n' })
  },
  'a file that becomes a symlink': (repo) =>
    repo.entry('src/a.ts', { mode: '120000', content: '../b' }),
  'binary content': (repo) =>
    repo.write('src/x.bin', Buffer.from([0, 1, 2, 3, 10, 68, 82, 79, 80])),
  'text hidden behind a NUL byte': (repo) => repo.write('src/x.ts', 'DROP TABLE x\n\0'),
  'UTF-16 text': (repo) => repo.write('src/u.ts', Buffer.from('\uFEFFDROP TABLE x\n', 'utf16le')),
  'Latin-1 text': (repo) => repo.write('src/l.ts', Buffer.from('caf\xe9 DROP TABLE\n', 'latin1')),
  'a byte order mark': (repo) => repo.write('src/bom.ts', '\uFEFFexport {}\n'),
  'a Git LFS pointer': (repo) =>
    repo.write(
      'src/big.ts',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`,
    ),
  'a hidden diff': (repo) => {
    repo.write('.gitattributes', '*.ts -diff\n')
    repo.write('src/h.ts', 'DROP TABLE x\n')
  },
  'attributes that change a checkout': (repo) => repo.write('.gitattributes', '*.ts filter=evil\n'),
  'windows line ends': (repo) => repo.write('src/a.ts', 'a\r\nDROP\r\nTABLE\r\n'),
  'no final line end': (repo) => repo.write('src/keep.ts', 'KEEP ME'),
  'names that text cannot carry': (repo) => {
    repo.write('src/a b/c.ts', 'x\n')
    repo.write('src/"q".ts', 'x\n')
    repo.write('src/trailing ', 'x\n')
    repo.write('src/tab\there.ts', 'x\n')
    repo.write('src/x\t2026-01-01 00:00:00.ts', 'DROP TABLE x\n')
    repo.write('src/é.ts', 'x\n')
  },
  'lines that look like a diff': (repo) => {
    repo.write(
      'src/a.ts',
      'a\n@@ -1 +1 @@\n--- a/x\n+++ b/locked/x\ndiff --git a/x b/x\nDROP TABLE x\n',
    )
  },
  'a large file': (repo) => repo.write('src/large.ts', `${'x'.repeat(6000)}\n`),
  'more files than the limit': (repo) => {
    for (let at = 0; at < 5; at += 1) repo.write(`src/n${at}.ts`, 'x\n')
  },
  'bidirectional characters': (repo) => repo.write('src/b.ts', 'if (admin\u202E) {}\n'),
  'a plan of its own beside the approved one': (repo) =>
    repo.write('.countersign/plans/P-2.yml', PLAN.replace('P-1', 'P-2').replace('src/**', '**')),
  'a changed plan': (repo) =>
    repo.write('.countersign/plans/P-1.yml', PLAN.replace('src/**', '**')),
  'a line taken out between two halves of a pattern': (repo) =>
    repo.write('src/halves.txt', 'DROP\nTABLE users\n'),
  'a word that goes on after a line end': (repo) => repo.write('src/a.ts', 'DR\\\nOP TABLE x\n'),
  'attributes that are renamed away': (repo) => {
    repo.remove('sub/.gitattributes')
    repo.write('src/attributes.txt', '*.bin filter=scan\n')
  },
  'a broken new policy': (repo) => repo.write('.github/countersign.yml', 'version: 2\n'),
  'a removed policy': (repo) => repo.remove('.github/countersign.yml'),
}

/** What the engine must say in each story, so that agreeing on nothing is no success. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'a planned edit': [],
  'an edit in the middle of a file': ['pattern/drop-table'],
  'a pattern split over an old and a new line': ['pattern/drop-table'],
  'a new file outside the plan': ['pattern/drop-table', 'scope/outside-plan'],
  'a deleted test': ['path/tests'],
  'removed text that had to stay': ['pattern/todo-gone'],
  'a rename into a locked folder': ['path/locked', 'scope/outside-plan'],
  'a rename into the reach of a pattern': ['pattern/sql-only'],
  'a symlink, a submodule and an executable': [
    'change/executable',
    'change/submodule',
    'change/symlink',
  ],
  'a file that becomes a symlink': ['change/symlink'],
  'binary content': ['pattern/unscannable'],
  'text hidden behind a NUL byte': ['pattern/drop-table', 'pattern/unscannable'],
  'UTF-16 text': ['pattern/drop-table'],
  'Latin-1 text': ['pattern/drop-table', 'pattern/unscannable'],
  'a byte order mark': [],
  'a Git LFS pointer': ['pattern/unscannable'],
  'a hidden diff': ['pattern/drop-table', 'scope/outside-plan'],
  'attributes that change a checkout': ['change/git-attributes', 'scope/outside-plan'],
  'windows line ends': ['pattern/drop-table'],
  'no final line end': ['pattern/todo-gone'],
  'names that text cannot carry': ['evidence/unsafe-name', 'limit/files', 'pattern/drop-table'],
  'lines that look like a diff': ['pattern/drop-table'],
  'a large file': ['limit/blob'],
  'more files than the limit': ['limit/files'],
  'bidirectional characters': ['pattern/invisible'],
  'a plan of its own beside the approved one': ['scope/outside-plan'],
  'a changed plan': ['evidence/tampered', 'scope/outside-plan'],
  'a line taken out between two halves of a pattern': ['pattern/drop-table'],
  'a word that goes on after a line end': ['pattern/drop-table'],
  'attributes that are renamed away': ['change/git-attributes', 'scope/outside-plan'],
  'a broken new policy': ['pattern/todo-gone', 'policy/invalid', 'scope/outside-plan'],
  'a removed policy': ['pattern/todo-gone', 'policy/missing', 'scope/outside-plan'],
}

let repo: TestRepo
let server: GitHubServer

beforeAll(async () => {
  repo = createRepo()
  repo.write('.github/countersign.yml', POLICY)
  repo.write('.countersign/plans/P-1.yml', PLAN)
  repo.write('src/a.ts', 'a\n')
  repo.write('src/a.test.ts', 'test\n')
  repo.write('src/keep.ts', 'KEEP ME\nx\n')
  repo.write('src/split.txt', 'TABLE users\n')
  repo.write('src/halves.txt', 'DROP\nx\nTABLE users\n')
  repo.write('sub/.gitattributes', '*.bin filter=scan\n')
  repo.write('src/long.txt', LONG.join('\n'))
  repo.write('src/grant.txt', `GRANT all\n${LONG.join('\n')}`)
  repo.commit('Base')
  server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
})

afterAll(async () => {
  await server.close()
  repo.dispose()
})

describe('git and GitHub lead to the same findings for', () => {
  test.each(Object.entries(STORIES).map(([name, tell], at) => [name, tell, at + 1] as const))(
    '%s',
    async (name, tell, number) => {
      const branch = `claude/story-${number}`
      repo.git('switch', '--quiet', '--force', 'main')
      tell(repo)
      repo.commit('Work', { branch })
      server.openPull({ number, head: branch })
      const [local, remote] = await Promise.all([judgeLocally(branch), judgeOnGitHub(number)])
      expect(summarise(remote)).toEqual(summarise(local))
      const rules = new Set(local.findings.map((finding) => finding.rule))
      expect([...rules].sort()).toEqual(EXPECTED[name])
    },
  )

  test('a pull request whose patches GitHub leaves out', async () => {
    const branch = 'claude/no-patches'
    repo.git('switch', '--quiet', '--force', 'main')
    repo.write(
      'src/long.txt',
      [...LONG.slice(0, 20), 'drop', 'table x', ...LONG.slice(20)].join('\n'),
    )
    repo.commit('Work', { branch })
    server.openPull({ number: 90, head: branch, omitPatch: () => true })
    const [local, remote] = await Promise.all([judgeLocally(branch), judgeOnGitHub(90)])
    expect(summarise(remote)).toEqual(summarise(local))
    expect(remote.findings.map((finding) => finding.rule)).toContain('pattern/drop-table')
  })
})

async function judgeLocally(branch: string): Promise<Decision> {
  const request = {
    repo: repo.dir,
    base: 'main',
    head: branch,
    planFile: null,
    requestedPlan: null,
    results: null,
    localChains: [],
    facts: null,
  }
  return decide(
    await readGitEvidence({ ...request, policyPath: '.github/countersign.yml', policyFile: null }),
    NOW,
  )
}

async function judgeOnGitHub(number: number): Promise<Decision> {
  const client = makeGitHubClient(server.token, server.url)
  const reader = makeReader(toGitHubApi(client), { owner: 'acme', repo: 'shop' })
  const { evidence } = await readGitHubEvidence(reader, {
    number,
    policyPath: '.github/countersign.yml',
    checkName: 'countersign',
    teams: null,
    results: null,
  })
  return decide(evidence, NOW)
}

/** All of a decision that must not depend on where the change was read. */
function summarise({ findings, stats, plan, policy }: Decision) {
  const { files, added, removed } = stats
  const said = findings.map(({ id, rule, level, path, line, message }) => ({
    id,
    rule,
    level,
    path,
    line,
    message,
  }))
  return { findings: said, stats: { files, added, removed }, plan, policy }
}
