import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Octokit } from '@octokit/rest'
import { createGitHub, type GitHubServer } from '../github-server.ts'
import { createRepo, type TestRepo } from '../repo.ts'
import { connect, statusOf } from './client.ts'

const AT = { owner: 'acme', repo: 'shop' }
const PULL = { ...AT, pull_number: 7 }
const GLUED = 'name with  b/inside and\ttab.txt'

let repo: TestRepo
let fork: TestRepo
let server: GitHubServer
let octokit: Octokit
let base: string
let head: string

beforeAll(async () => {
  repo = createRepo()
  repo.write('README.md', 'one\ntwo\nthree\n')
  repo.write('old name.ts', 'export const value = 1\n'.repeat(10))
  repo.write('gone.txt', 'bye\n')
  repo.write('link-me', 'a file\n')
  repo.write('script.sh', 'echo hi\n')
  repo.write('docs/guide.md', 'guide\n')
  base = repo.commit('Base')
  repo.write('README.md', 'one\nTWO\nthree')
  repo.remove('old name.ts')
  repo.write('new name.ts', 'export const value = 1\n'.repeat(10))
  repo.remove('gone.txt')
  repo.entry('link-me', { mode: '120000', content: 'README.md' })
  repo.entry('script.sh', { mode: '100755', content: 'echo hi\n' })
  repo.entry('vendor', { mode: '160000', oid: base })
  repo.write(GLUED, 'odd\n')
  repo.write('fake.txt', '@@ -1 +1 @@\ndiff --git a/x b/x\n-- a\n')
  repo.write('data.bin', Buffer.from([0, 1, 2, 0]))
  repo.write('.gitattributes', '*.secret -diff\n')
  repo.write('key.secret', 'text that git is told not to show\n')
  repo.write('empty.txt', '')
  head = repo.commit('Head', {
    branch: 'claude/x',
    author: { name: 'A', email: '1+bot-user@users.noreply.github.com' },
  })
  fork = createRepo()
  fork.write('forked.txt', 'from a fork\n')
  fork.commit('Fork')
  server = await createGitHub({
    repos: { 'acme/shop': { dir: repo.dir }, 'mallory/shop': { dir: fork.dir, fork: 'acme/shop' } },
    treeLimit: 20,
  })
  server.openPull({
    number: 7,
    head: 'claude/x',
    testMerge: true,
    omitPatch: (path) => path === 'fake.txt',
  })
  octokit = connect(server.url, server.token)
})

afterAll(async () => {
  await server.close()
  repo.dispose()
  fork.dispose()
})

async function listFiles() {
  const { data } = await octokit.rest.pulls.listFiles({ ...PULL, per_page: 100 })
  return new Map(data.map((file) => [file.filename, file]))
}

describe('files of a pull request', () => {
  test('every changed path is there under its exact name', async () => {
    const names = repo.git('diff', '--name-only', '-z', '-M', `${base}...${head}`).split('\0')
    expect([...(await listFiles()).keys()].toSorted()).toEqual(names.filter(Boolean).toSorted())
  })

  test('statuses, counts and blob ids are git’s', async () => {
    const files = await listFiles()
    expect(files.get('README.md')).toMatchObject({
      status: 'modified',
      additions: 2,
      deletions: 2,
      changes: 4,
    })
    expect(files.get('new name.ts')).toMatchObject({
      status: 'renamed',
      previous_filename: 'old name.ts',
      changes: 0,
    })
    expect(files.get('gone.txt')).toMatchObject({
      status: 'removed',
      sha: repo.git('rev-parse', `${base}:gone.txt`),
    })
    expect(files.get('link-me')).toMatchObject({ status: 'changed', additions: 1, deletions: 1 })
    expect(files.get('vendor')).toMatchObject({ status: 'added', sha: base })
  })

  test('a patch is the hunks alone, without the last line break', async () => {
    const files = await listFiles()
    expect(files.get('README.md')?.patch).toBe(
      '@@ -1,3 +1,3 @@\n one\n-two\n-three\n+TWO\n+three\n\\ No newline at end of file',
    )
    expect(files.get(GLUED)?.patch).toBe('@@ -0,0 +1 @@\n+odd')
    expect(files.get('vendor')?.patch).toBe(`@@ -0,0 +1 @@\n+Subproject commit ${base}`)
    expect(files.get('link-me')?.patch).toBe(
      '@@ -1 +0,0 @@\n-a file\n@@ -0,0 +1 @@\n+README.md\n\\ No newline at end of file',
    )
  })

  test('what git does not show has no patch, and what the test leaves out neither', async () => {
    const files = await listFiles()
    const hidden = ['data.bin', 'key.secret', 'empty.txt', 'script.sh', 'new name.ts', 'fake.txt']
    for (const path of hidden) expect(files.get(path)).not.toHaveProperty('patch')
    expect(files.get('.gitattributes')?.patch).toBe('@@ -0,0 +1 @@\n+*.secret -diff')
  })

  test('the pull request counts what the list lists', async () => {
    const { data } = await octokit.rest.pulls.get(PULL)
    const files = [...(await listFiles()).values()]
    expect(data).toMatchObject({ changed_files: files.length, commits: 1, mergeable: true })
    expect(data.additions).toBe(files.reduce((sum, file) => sum + file.additions, 0))
    expect(repo.git('rev-parse', `${data.merge_commit_sha}^1`, `${data.merge_commit_sha}^2`)).toBe(
      `${base}\n${head}`,
    )
  })
})

describe('refs', () => {
  test('heads are read at each request, and the last one survives its branch', async () => {
    repo.git('branch', 'moving', base)
    server.openPull({ number: 8, head: 'moving' })
    const read = async () => (await octokit.rest.pulls.get({ ...AT, pull_number: 8 })).data.head.sha
    expect(await read()).toBe(base)
    repo.git('branch', '-f', 'moving', head)
    expect(await read()).toBe(head)
    repo.git('branch', '-D', 'moving')
    expect(await read()).toBe(head)
    server.updatePull(8, { state: 'closed' })
  })

  test('branches with slashes, missing ones, and refs that are no names', async () => {
    const { data } = await octokit.rest.git.getRef({ ...AT, ref: 'heads/claude/x' })
    expect(data).toMatchObject({
      ref: 'refs/heads/claude/x',
      object: { sha: head, type: 'commit' },
    })
    expect(
      (await octokit.rest.repos.getBranch({ ...AT, branch: 'claude/x' })).data.commit.sha,
    ).toBe(head)
    expect(await statusOf(octokit.rest.repos.getBranch({ ...AT, branch: 'none' }))).toBe(404)
    expect(await statusOf(octokit.rest.git.getRef({ ...AT, ref: 'heads/x\ny' }))).toBe(404)
    expect(await statusOf(octokit.rest.repos.getCommit({ ...AT, ref: `${head}^` }))).toBe(422)
  })

  test('a commit of a fork can be read through its parent, as in one object store', async () => {
    const sha = fork.git('rev-parse', 'HEAD')
    expect((await octokit.rest.git.getCommit({ ...AT, commit_sha: sha })).data.message).toBe('Fork')
    expect(await statusOf(octokit.rest.git.getCommit({ ...AT, commit_sha: '1'.repeat(40) }))).toBe(
      404,
    )
  })
})

describe('git objects', () => {
  test('trees by commit, recursively, cut off and said so at the limit', async () => {
    const { data } = await octokit.rest.git.getTree({ ...AT, tree_sha: base, recursive: '1' })
    expect(data.truncated).toBe(false)
    expect(data.tree.map(({ path }) => path)).toContain('docs/guide.md')
    const flat = await octokit.rest.git.getTree({ ...AT, tree_sha: data.sha })
    expect(flat.data.tree.map(({ path }) => path)).not.toContain('docs/guide.md')
    repo.git('checkout', '-q', '--detach', base)
    for (let index = 0; index < 30; index += 1) repo.write(`many/${index}`, `${index}\n`)
    const many = repo.commit('Many', { branch: 'many' })
    const cut = await octokit.rest.git.getTree({ ...AT, tree_sha: many, recursive: '1' })
    expect(cut.data).toMatchObject({ truncated: true })
    expect(cut.data.tree).toHaveLength(20)
  })

  test('blobs are the bytes git has, in both forms', async () => {
    const sha = repo.git('rev-parse', `${head}:data.bin`)
    const { data } = await octokit.rest.git.getBlob({ ...AT, file_sha: sha })
    expect(Buffer.from(data.content, 'base64')).toEqual(Buffer.from([0, 1, 2, 0]))
    const headers = {
      authorization: `bearer ${server.token}`,
      accept: 'application/vnd.github.raw+json',
    }
    const raw = await fetch(`${server.url}/repos/acme/shop/git/blobs/${sha}`, { headers })
    expect(Buffer.from(await raw.arrayBuffer())).toEqual(Buffer.from([0, 1, 2, 0]))
    expect(await statusOf(octokit.rest.git.getBlob({ ...AT, file_sha: head }))).toBe(404)
  })

  test('contents: a file, a directory, a followed link, a submodule', async () => {
    const read = async (path: string) =>
      (await octokit.rest.repos.getContent({ ...AT, path, ref: 'claude/x' })).data
    expect(await read('docs')).toMatchObject([{ name: 'guide.md', type: 'file' }])
    expect(await read('link-me')).toMatchObject({
      type: 'file',
      content: `${Buffer.from('one\nTWO\nthree').toString('base64')}\n`,
    })
    expect(await read('vendor')).toMatchObject({ type: 'submodule', sha: base })
    expect(await statusOf(read('none'))).toBe(404)
  })

  test('a comparison knows the merge base and where both sides are', async () => {
    const compare = (basehead: string) =>
      octokit.rest.repos.compareCommitsWithBasehead({ ...AT, basehead })
    const { data } = await compare('main...claude/x')
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 })
    expect(data.merge_base_commit.sha).toBe(base)
    expect(data.commits[0]?.author?.login).toBe('bot-user')
    expect((await compare('claude/x...main')).data.status).toBe('behind')
    expect(await statusOf(compare('main...mallory:main'))).toBe(404)
  })

  test('a commit names the pull requests that bring it', async () => {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
      ...AT,
      commit_sha: head,
    })
    expect(data.map(({ number }) => number)).toContain(7)
    const none = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
      ...AT,
      commit_sha: base,
    })
    expect(none.data).toEqual([])
  })
})
