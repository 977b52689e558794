import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readHistory } from '../../../src/sources/git/recent-history.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
})
afterEach(() => repo.dispose())

const read = () => readHistory(repo.dir)

describe('the default branch', () => {
  test('is what origin calls it', async () => {
    const tip = repo.commit('Base', { branch: 'trunk' })
    repo.git('remote', 'add', 'origin', 'https://github.com/acme/shop')
    repo.git('update-ref', 'refs/remotes/origin/trunk', tip)
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    const { defaultBranch, repository } = await read()
    expect(defaultBranch).toEqual({ name: 'trunk', source: 'origin/HEAD' })
    expect(repository).toBe('acme/shop')
  })

  test('is main where there is no origin', async () => {
    repo.commit('Base')
    repo.commit('Work', { branch: 'claude/work' })
    expect((await read()).defaultBranch).toEqual({ name: 'main', source: 'main' })
  })

  test('is the current one of a repository without a commit', async () => {
    expect(await read()).toMatchObject({
      root: repo.dir,
      defaultBranch: { name: 'main', source: 'the current branch' },
      commits: [],
      isCut: false,
      branches: [],
    })
  })

  test('is not a tag that took its name', async () => {
    repo.commit('Base', { branch: 'trunk' })
    repo.git('tag', 'main')
    expect((await read()).defaultBranch).toEqual({ name: 'trunk', source: 'the current branch' })
  })
})

describe('the commits', () => {
  test('are those of every branch, with the names of who made them', async () => {
    repo.commit('Base')
    const work = repo.commit('Work\n\nCo-authored-by: Claude <noreply@anthropic.com>\n', {
      branch: 'claude/work',
      author: { name: 'acme-coder[bot]', email: '1+acme-coder[bot]@users.noreply.github.com' },
    })
    repo.git('checkout', '-q', 'main')
    const { commits, branches } = await read()
    expect(branches).toEqual(['claude/work', 'main'])
    expect(commits).toHaveLength(2)
    expect(commits.find(({ sha }) => sha === work)?.people).toContain('acme-coder[bot]')
  })

  test('are not what is stashed', async () => {
    const tip = repo.commit('Base')
    repo.commit('Stashed', { branch: 'stash' })
    repo.git('update-ref', 'refs/stash', 'stash')
    repo.git('checkout', '-q', 'main')
    repo.git('branch', '-q', '-D', 'stash')
    expect((await read()).commits.map(({ sha }) => sha)).toEqual([tip])
  })

  test('of an endless message do not fill the memory, and it is said', async () => {
    repo.commit('Base')
    repo.commit(`Large ${'x'.repeat(20_000_000)}`)
    const { commits, isCut } = await read()
    expect(isCut).toBe(true)
    expect(commits.length).toBeLessThan(2)
  })
})

describe('a folder inside', () => {
  test('leads to the top', async () => {
    repo.write('src/a.ts', 'a\n')
    repo.commit('Base')
    expect((await readHistory(join(repo.dir, 'src'))).root).toBe(repo.dir)
  })
})

describe('what has no work tree', () => {
  test('is refused with what to do', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'countersign-bare-'))
    repo.git('init', '-q', '--bare', bare)
    await expect(readHistory(bare)).rejects.toThrow('has no work tree to write to')
    rmSync(bare, { recursive: true })
  })

  test('nor is a folder a repository', async () => {
    await expect(readHistory(tmpdir())).rejects.toThrow('is not a git repository')
  })
})
