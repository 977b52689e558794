import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runGit } from '../../../src/sources/git/git.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'
import { fileAt, POLICY_PATH, readEvidence, readRefusal } from './read.ts'

/** What stands in or around a clone must neither bend the evidence nor be changed by reading it. */

let repo: TestRepo
let marker: string
beforeEach(() => {
  repo = createRepo()
  marker = join(repo.dir, 'was-run')
  repo.write('a.ts', 'one\n')
  repo.write('b.ts', 'one\n')
  repo.write(POLICY_PATH, 'version: 1\n')
  repo.commit('base')
  repo.write('a.ts', 'two\n')
  repo.commit('work', { branch: 'agent/work' })
  repo.write('b.ts', 'three\n')
  repo.commit('meanwhile', { branch: 'main' })
})
afterEach(() => repo.dispose())

function fingerprint(directory: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(name))
  return hash.digest('hex')
}

test('reading writes nothing, in the repository or left over elsewhere', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'countersign-temp-'))
  const { TMPDIR } = process.env
  process.env.TMPDIR = temp
  try {
    const before = fingerprint(repo.dir)
    await readEvidence(repo)
    expect(fingerprint(repo.dir)).toBe(before)
    await readRefusal(repo, { head: 'nowhere' })
    expect(readdirSync(temp)).toEqual([])
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(temp, { recursive: true })
  }
})

test('the work tree and the index are not looked at', async () => {
  const before = await readEvidence(repo)
  writeFileSync(join(repo.dir, POLICY_PATH), 'version: 2\n')
  writeFileSync(join(repo.dir, 'a.ts'), 'tampered\n')
  writeFileSync(join(repo.dir, '.gitattributes'), '* merge=run filter=run diff=run\n')
  repo.git('add', '-A')
  expect(await readEvidence(repo)).toEqual(before)
})

test('local configuration runs nothing and bends nothing', async () => {
  const before = await readEvidence(repo)
  const run = `touch ${marker}`
  const settings = [
    ['diff.external', run],
    ['core.fsmonitor', run],
    ['core.pager', run],
    ['core.hooksPath', repo.dir],
    ['diff.run.textconv', run],
    ['merge.run.driver', run],
    ['filter.run.smudge', run],
    ['log.showSignature', 'true'],
    ['gpg.program', run],
    ['diff.renames', 'copies'],
    ['diff.noprefix', 'true'],
    ['diff.orderFile', join(repo.dir, 'missing')],
    ['i18n.logOutputEncoding', 'UTF-16'],
    ['core.attributesFile', join(repo.dir, 'attributes')],
  ] as const
  for (const [name, value] of settings) repo.git('config', name, value)
  writeFileSync(join(repo.dir, 'attributes'), '* merge=run diff=run\n')
  writeFileSync(join(repo.dir, '.git', 'info-attributes'), '* merge=run diff=run\n')
  expect(await readEvidence(repo)).toEqual(before)
  expect(existsSync(marker)).toBe(false)
})

test('replacement objects and grafts do not hide a change', async () => {
  const before = await readEvidence(repo)
  const blobs = ['main~1:a.ts', 'agent/work:a.ts'].map((name) => repo.git('rev-parse', name))
  repo.git('replace', ...blobs.toReversed())
  repo.git('replace', repo.git('rev-parse', 'agent/work'), repo.git('rev-parse', 'main'))
  const after = await readEvidence(repo)
  expect(after.files).toEqual(before.files)
  expect(fileAt(after, 'a.ts').text.after[0]?.lines).toEqual(['two'])
  expect(after.commits).toEqual(before.commits)
})

test('the environment cannot point git elsewhere', async () => {
  const before = await readEvidence(repo)
  const other = createRepo()
  const hostile = {
    GIT_DIR: join(other.dir, '.git'),
    GIT_WORK_TREE: other.dir,
    GIT_INDEX_FILE: join(other.dir, 'index'),
    GIT_OBJECT_DIRECTORY: join(other.dir, '.git', 'objects'),
    GIT_NAMESPACE: 'elsewhere',
    GIT_EXTERNAL_DIFF: `touch ${marker}`,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'remote.origin.url',
    GIT_CONFIG_VALUE_0: 'https://github.com/evil/twin',
  }
  Object.assign(process.env, hostile)
  try {
    expect(await readEvidence(repo)).toEqual(before)
    expect(existsSync(marker)).toBe(false)
  } finally {
    for (const name of Object.keys(hostile)) delete process.env[name]
    other.dispose()
  }
})

describe('git itself', () => {
  test('that is not installed is a plain sentence', async () => {
    const { PATH } = process.env
    process.env.PATH = repo.dir
    try {
      expect(await readRefusal(repo)).toMatch(/^git was not found; install git/)
    } finally {
      process.env.PATH = PATH
    }
  })

  test('that fails is a result, not an exception', async () => {
    const result = await runGit({ directory: repo.dir, env: {} }, ['no-such-command'])
    expect(result.code).not.toBe(0)
    expect(result.stderr).toContain('no-such-command')
  })

  test.each([
    ['does not know how to', 'exit 129', 'git is older than 2.38'],
    ['fails to', 'exit 3', 'git could not merge them (exit 3)'],
    ['is killed while it tries to', 'kill -9 $$', 'git could not merge them (exit 128)'],
  ])('that %s merge leaves a defect', async (_, end, cause) => {
    const path = putGitInFront(`for a in "$@"; do test "$a" = merge-tree && ${end}; done`)
    try {
      expect((await readEvidence(repo)).defects).toEqual([
        {
          rule: 'evidence/incomplete',
          level: 'deny',
          evidence: { missing: 'the result of merging', cause },
        },
      ])
    } finally {
      path.restore()
    }
  })

  test('that is killed gives no answer that a caller could take for no', async () => {
    const path = putGitInFront('kill -9 $$')
    try {
      expect((await runGit({ directory: repo.dir, env: {} }, ['--version'])).code).toBe(128)
    } finally {
      path.restore()
    }
  })

  test('that stops in the middle of a blob is no pass', async () => {
    const blob = repo.git('rev-parse', 'agent/work:a.ts')
    const path = join(repo.dir, '.git', 'objects', blob.slice(0, 2), blob.slice(2))
    rmSync(path)
    writeFileSync(path, 'not zlib')
    const outcome = await readEvidence(repo).then(
      (evidence) => evidence.defects.map(({ rule }) => rule),
      (error: unknown) => (error instanceof Error ? error.name : 'not an Error'),
    )
    expect([['evidence/incomplete'], 'CannotStart']).toContainEqual(outcome)
  })
})

/** Puts a git on the path that runs some shell before the real one. */
function putGitInFront(script: string): { restore(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-other-git-'))
  const { PATH } = process.env
  const real = (PATH ?? '').split(':').find((dir) => existsSync(join(dir, 'git')))
  const text = `#!/bin/sh\n${script}\nexec ${real}/git "$@"\n`
  writeFileSync(join(folder, 'git'), text, { mode: 0o755 })
  process.env.PATH = `${folder}:${PATH}`
  return {
    restore: () => {
      process.env.PATH = PATH
      rmSync(folder, { recursive: true })
    },
  }
}
