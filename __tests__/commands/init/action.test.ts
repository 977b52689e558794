import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findOwnAction, parseAction } from '../../../src/commands/init/action.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'

describe('--action', () => {
  test('names a repository and a full commit id', () => {
    expect(parseAction(`acme/countersign@${SHA.toUpperCase()}`)).toMatchObject({
      repository: 'acme/countersign',
      commit: SHA,
      isPlaceholder: false,
    })
  })

  test.each([
    'acme/countersign',
    'acme/countersign@v1',
    'acme/countersign@main',
    `acme/countersign@${SHA.slice(1)}`,
    `acme/countersign@${SHA} # v1\n      - run: x`,
    `acme/countersign/sub@${SHA}`,
    `./local@${SHA}`,
    `docker://acme/x@${SHA}`,
    '',
  ])('refuses %j and says how to write it', (named) => {
    expect(() => parseAction(named)).toThrow('write --action OWNER/countersign@')
  })
})

describe('without it', () => {
  let clone: TestRepo
  beforeEach(() => {
    clone = createRepo()
  })
  afterEach(() => clone.dispose())

  /** A clone as somebody has it who runs the command line from it. */
  function deliver(path = 'dist/cli/index.js'): { script: string; commit: string } {
    clone.write(path, '')
    const commit = clone.commit('Release')
    return { script: join(clone.dir, path), commit }
  }

  test.each([
    'https://github.com/acme/countersign.git',
    'https://x-access-token:secret@github.com/acme/countersign',
    'git@github.com:acme/countersign.git',
    'ssh://git@github.com/acme/countersign.git',
  ])('the clone from %s says it', async (url) => {
    const { script, commit } = deliver()
    clone.git('remote', 'add', 'origin', url)
    const action = await findOwnAction(script)
    expect(action).toMatchObject({ repository: 'acme/countersign', commit, isPlaceholder: false })
    expect(JSON.stringify(action)).not.toContain('secret')
  })

  test('says when no branch of origin is known to hold the commit', async () => {
    const { script, commit } = deliver()
    clone.git('remote', 'add', 'origin', 'https://github.com/acme/countersign')
    expect((await findOwnAction(script)).source).toContain('push it first')
    clone.git('update-ref', 'refs/remotes/origin/main', commit)
    expect((await findOwnAction(script)).source).not.toContain('push it first')
  })

  test('a link on the PATH leads to the clone', async () => {
    const { script } = deliver()
    clone.git('remote', 'add', 'origin', 'https://github.com/acme/countersign')
    const link = join(clone.dir, 'bin', 'countersign')
    mkdirSync(dirname(link))
    symlinkSync(script, link)
    expect(await findOwnAction(link)).toMatchObject({ repository: 'acme/countersign' })
  })

  test.each([
    ['another host', 'https://example.com/acme/countersign'],
    ['a host that looks like it', 'https://github.com.example.com/acme/countersign'],
    ['an account called so', 'https://example.com/github.com/countersign'],
    ['a folder', '/srv/git/acme/countersign'],
  ])('%s is a placeholder', async (_, url) => {
    const { script } = deliver()
    clone.git('remote', 'add', 'origin', url)
    expect(await findOwnAction(script)).toMatchObject({ isPlaceholder: true, commit: 'COMMIT' })
  })

  test('delivered inside of another repository, that one is not the action', async () => {
    const { script } = deliver('tools/countersign/dist/cli/index.js')
    clone.git('remote', 'add', 'origin', 'https://github.com/acme/shop')
    expect(await findOwnAction(script)).toMatchObject({ isPlaceholder: true })
  })

  test('which is longer than any account on GitHub can be', async () => {
    const { repository } = await findOwnAction(join(clone.dir, 'gone.js'))
    expect((repository.split('/')[0] ?? '').length).toBeGreaterThan(39)
  })

  test('a script that is elsewhere or gone is a placeholder', async () => {
    const script = join(clone.dir, 'index.js')
    writeFileSync(script, '')
    expect(await findOwnAction(script)).toMatchObject({ isPlaceholder: true })
    expect(await findOwnAction(join(clone.dir, 'gone.js'))).toMatchObject({ isPlaceholder: true })
  })
})
