import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parseRemoteUrl } from '../../../src/sources/git/repository.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'
import { readEvidence, readRefusal } from './read.ts'

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
  repo.write('a.ts', 'one\n')
  repo.commit('base')
  repo.write('a.ts', 'two\n')
  repo.commit('work', { branch: 'agent/work' })
})
afterEach(() => repo.dispose())

describe('revisions', () => {
  test('branches are known by name', async () => {
    const evidence = await readEvidence(repo)
    expect(evidence).toMatchObject({ baseRef: 'main', headRefs: ['agent/work'], local: true })
  })

  test('HEAD stands for the branch it is on', async () => {
    expect((await readEvidence(repo, { head: 'HEAD' })).headRefs).toEqual(['agent/work'])
  })

  test('a commit is no branch, and head keeps every name it has', async () => {
    const head = repo.git('rev-parse', 'HEAD')
    repo.git('branch', 'claude/same')
    repo.git('remote', 'add', 'up/stream', 'https://example.com/x/y')
    repo.git('update-ref', 'refs/remotes/up/stream/topic', head)
    repo.git('symbolic-ref', 'refs/remotes/up/stream/HEAD', 'refs/remotes/up/stream/topic')
    const evidence = await readEvidence(repo, { base: repo.git('rev-parse', 'main'), head })
    expect(evidence.baseRef).toBeNull()
    expect(evidence.headRefs).toEqual(['agent/work', 'claude/same', 'topic'])
  })

  test('a remote-tracking base is known by the branch name', async () => {
    repo.git('remote', 'add', 'origin', 'https://example.com/x/y')
    repo.git('update-ref', 'refs/remotes/origin/main', 'main')
    expect((await readEvidence(repo, { base: 'origin/main' })).baseRef).toBe('main')
  })

  test('a base that head has reached is not one of its names', async () => {
    const evidence = await readEvidence(repo, { head: 'main' })
    expect(evidence.headRefs).toEqual([])
    expect(evidence.files).toEqual([])
  })

  test.each(['nowhere', '', '--output=x', '-h', 'main:a.ts', 'a\0b', 'main..agent/work', '@{u}'])(
    '%j is refused in one sentence',
    async (head) => {
      const sentence = await readRefusal(repo, { head })
      expect(sentence).toMatch(/^[^\n\0]+\.$/)
    },
  )

  test('a revision is never shown raw', async () => {
    expect(await readRefusal(repo, { base: 'x\u001b[2J' })).toContain('x\\u{001B}[2J')
  })

  test('a tag cannot pass itself off as the base branch', async () => {
    repo.git('tag', 'main', 'agent/work')
    expect(await readRefusal(repo)).toContain('ambiguous')
    expect((await readEvidence(repo, { base: 'refs/heads/main' })).baseRef).toBe('main')
  })

  test('a tag at the same commit does no harm', async () => {
    repo.git('tag', '-a', '-m', 'release', 'main', 'main')
    expect((await readEvidence(repo)).files).toHaveLength(1)
  })
})

describe('the repository', () => {
  test('that is none is refused', async () => {
    expect(await readRefusal({ dir: '/' })).toMatch(/is not a git repository/)
    expect(await readRefusal({ dir: `${repo.dir}/missing` })).toMatch(/is not a git repository/)
  })

  test('is found from a directory inside', async () => {
    repo.write('deep/down/x', 'x')
    repo.commit('more')
    expect((await readEvidence({ dir: `${repo.dir}/deep/down` })).files).toHaveLength(2)
  })

  test('may be bare', async () => {
    expect((await readEvidence({ dir: `${repo.dir}/.git` })).files).toHaveLength(1)
  })

  test('is named by its origin, without credentials', async () => {
    repo.git('remote', 'add', 'origin', 'https://bot:s3cret@github.com/acme/shop.git')
    const evidence = await readEvidence(repo)
    expect(evidence.repository).toBe('acme/shop')
    expect(JSON.stringify(evidence)).not.toContain('s3cret')
  })

  test('has no name without an origin', async () => {
    expect((await readEvidence(repo)).repository).toBeNull()
  })
})

describe('parseRemoteUrl', () => {
  test.each([
    'https://github.com/acme/shop',
    'https://github.com/acme/shop.git',
    'HTTPS://github.com/acme/shop',
    'http://local_proxy@127.0.0.1:4000/git/acme/shop',
    'http://127.0.0.1:4000/git/acme/shop.git',
    'https://example.com/group/acme/shop',
    'git@example.com:group/acme/shop.git',
    'https://token@github.com/acme/shop.git/',
    'http://ghe.example.com:8080/acme/shop',
    'ssh://git@github.com/acme/shop.git',
    'ssh://git@ssh.github.com:443/acme/shop.git',
    'git@github.com:acme/shop.git',
    'git@ghe.example.com:/acme/shop',
    'github:acme/shop',
    'git://github.com/acme/shop.git',
  ])('%s', (url) => {
    expect(parseRemoteUrl(url)).toBe('acme/shop')
  })

  test.each([
    '',
    '/srv/git/acme/shop.git',
    '../acme/shop',
    'file:///srv/acme/shop',
    'C:\\acme\\shop',
    'C:/acme/shop',
    'https://example.com/shop',
    'https://example.com/acme/sh op',
    'https://example.com/a b/shop',
    'https://example.com/acme/shop?x/y z',
  ])('%s names none', (url) => {
    expect(parseRemoteUrl(url)).toBeNull()
  })

  test('keeps a dot in the name', () => {
    expect(parseRemoteUrl('git@github.com:acme/shop.github.io.git')).toBe('acme/shop.github.io')
  })
})

describe('commits', () => {
  test('give message and people, with the login behind a noreply address', async () => {
    repo.commit('Second\n\nBody with \u001b and é\n\nCo-authored-by: Claude <c@example.com>', {
      author: { name: 'Coder', email: '12345+acme-coder[bot]@users.noreply.github.com' },
      committer: { name: 'Hub', email: 'old-style@users.noreply.github.com' },
    })
    const [newest, oldest] = (await readEvidence(repo)).commits
    expect(newest).toEqual({
      sha: repo.git('rev-parse', 'agent/work'),
      message: 'Second\n\nBody with \u001b and é\n\nCo-authored-by: Claude <c@example.com>',
      people: [
        'Coder',
        '12345+acme-coder[bot]@users.noreply.github.com',
        'Hub',
        'old-style@users.noreply.github.com',
        'acme-coder[bot]',
        'old-style',
      ],
      isMerge: false,
    })
    expect(oldest?.people).toEqual(['Alice Example', 'alice@example.com'])
  })

  test('may have an empty message and no name', async () => {
    repo.commit('', { author: { name: '', email: '' } })
    expect((await readEvidence(repo)).commits[0]).toMatchObject({ message: '', people: [] })
  })

  test('the author of the pull request is known from facts only', async () => {
    expect((await readEvidence(repo)).author).toBeNull()
    const opened = {
      kind: 'opened',
      actor: 'acme-coder[bot]',
      actor_type: 'Bot',
      at: '2026-01-05T10:00:00Z',
      head_sha: repo.git('rev-parse', 'HEAD'),
    } as const
    const evidence = await readEvidence(repo, { facts: [opened] })
    expect(evidence.author).toEqual({ login: 'acme-coder[bot]', type: 'Bot' })
    expect(evidence.facts).toEqual([opened])
  })
})
