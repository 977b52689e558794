import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Octokit } from '@octokit/rest'
import { createGitHub, type GitHubServer } from '../github-server.ts'
import { createRepo, type TestRepo } from '../repo.ts'
import { connect } from './client.ts'

const AT = { owner: 'acme', repo: 'shop' }
const PULL = { ...AT, pull_number: 1 }

let repo: TestRepo
let server: GitHubServer
let octokit: Octokit

beforeAll(async () => {
  repo = createRepo()
  repo.write('README.md', 'base\n')
  const base = repo.commit('Base')
  for (let index = 0; index < 3010; index += 1) repo.write(`files/${index}.txt`, `${index}\n`)
  repo.write('files/-large.txt', `${'x'.repeat(99)}\n`.repeat(12_000))
  repo.commit('Wide', { branch: 'claude/wide' })
  repo.gitBytes(
    ['fast-import', '--quiet', '--date-format=raw'],
    emptyCommits('claude/long', base, 255),
  )
  server = await createGitHub({ repos: { 'acme/shop': { dir: repo.dir } } })
  server.openPull({ number: 1, head: 'claude/wide' })
  server.openPull({ number: 2, head: 'claude/long' })
  octokit = connect(server.url, server.token)
})

afterAll(async () => {
  await server.close()
  repo.dispose()
})

/** A fast-import stream: one process instead of one per commit. */
function emptyCommits(branch: string, from: string, count: number): string {
  const commits = Array.from({ length: count }, (_, index) => {
    const message = `Step ${index}`
    const head = `commit refs/heads/${branch}\ncommitter A <a@example.com> ${1_800_000_000 + index} +0000\n`
    const start = index === 0 ? `from ${from}\n` : ''
    return `${head}data ${message.length}\n${message}\n${start}\n`
  })
  return commits.join('')
}

test('at most 3,000 files are listed, over linked pages, though all are counted', async () => {
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...PULL, per_page: 100 })
  expect(new Set(files.map(({ filename }) => filename)).size).toBe(3000)
  expect((await octokit.rest.pulls.get(PULL)).data.changed_files).toBe(3011)
})

test('without per_page a page has 30, with more than 100 it has 100, past the end none', async () => {
  const sizes = [{}, { per_page: 500 }, { page: 1000 }].map(async (page) => {
    return (await octokit.rest.pulls.listFiles({ ...PULL, ...page })).data.length
  })
  expect(await Promise.all(sizes)).toEqual([30, 100, 0])
})

test('a link leads to the next page by the number of the repository', async () => {
  const { headers } = await octokit.rest.pulls.listFiles({ ...PULL, per_page: 100, page: 2 })
  expect(headers.link).toMatch(
    /\/repositories\/1\/pulls\/1\/files\?per_page=100&page=3>; rel="next"/,
  )
  expect(headers.link).toMatch(/page=30>; rel="last".*page=1>; rel="first"/)
})

test('a file with a diff of more than 1 MB has no patch', async () => {
  const { data } = await octokit.rest.pulls.listFiles(PULL)
  expect(data[0]).toMatchObject({ filename: 'files/-large.txt', additions: 12_000 })
  expect(data[0]).not.toHaveProperty('patch')
  expect(data[1]?.patch).toBe('@@ -0,0 +1 @@\n+0')
})

test('a comparison lists 300 files, on its first page only, and pages its commits', async () => {
  const compare = async (basehead: string, page = {}) =>
    (await octokit.rest.repos.compareCommitsWithBasehead({ ...AT, basehead, ...page })).data
  expect((await compare('main...claude/wide')).files).toHaveLength(300)
  expect((await compare('main...claude/wide', { page: 2 })).files).toHaveLength(0)
  const long = await compare('main...claude/long')
  expect(long.commits).toHaveLength(250)
  expect(long.total_commits).toBe(255)
  expect((await compare('main...claude/long', { per_page: 100, page: 3 })).commits).toHaveLength(55)
})

test('at most 250 commits of a pull request are listed, though all are counted', async () => {
  const pull = { ...AT, pull_number: 2 }
  const commits = await octokit.paginate(octokit.rest.pulls.listCommits, { ...pull, per_page: 100 })
  expect(commits).toHaveLength(250)
  expect(commits[0]?.commit.message).toBe('Step 0')
  expect((await octokit.rest.pulls.get(pull)).data.commits).toBe(255)
})
