import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, type TestRepo } from '../../support/repo.ts'
import { fileAt, readEvidence, rulesOf } from './read.ts'

const LINES = Array.from({ length: 12 }, (_, index) => `line ${index}\n`).join('')
const AGENT = { branch: 'agent/work' }

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
  repo.write('src/a.ts', LINES)
  repo.commit('base')
})
afterEach(() => repo.dispose())

describe('what changed', () => {
  test('comes with status, modes, blob ids, counts and size', async () => {
    repo.write('src/a.ts', LINES.replace('line 5', 'LINE 5'))
    repo.write('src/b.ts', 'new\n')
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(evidence.defects).toEqual([])
    expect(evidence.files.map(({ path, status }) => [path, status])).toEqual([
      ['src/a.ts', 'modified'],
      ['src/b.ts', 'added'],
    ])
    expect(fileAt(evidence, 'src/a.ts')).toMatchObject({
      before: { mode: '100644', blob: repo.git('rev-parse', 'main:src/a.ts') },
      after: { mode: '100644', blob: repo.git('rev-parse', 'agent/work:src/a.ts') },
      added: 1,
      removed: 1,
      size: LINES.length,
      content: null,
    })
  })

  test('names the deleted file, with its text', async () => {
    repo.remove('src/a.ts')
    repo.commit('work', AGENT)
    const file = fileAt(await readEvidence(repo), 'src/a.ts')
    expect(file).toMatchObject({
      status: 'deleted',
      after: null,
      added: 0,
      removed: 12,
      size: null,
    })
    expect(file.text.before[0]?.lines).toHaveLength(12)
  })

  test('names both sides of a rename and shows every line', async () => {
    repo.remove('src/a.ts')
    repo.write('lib/a.ts', LINES.replace('line 5', 'LINE 5'))
    repo.commit('work', AGENT)
    const { files } = await readEvidence(repo)
    expect(files).toHaveLength(1)
    expect(files[0]).toMatchObject({
      path: 'lib/a.ts',
      previousPath: 'src/a.ts',
      status: 'renamed',
    })
    expect(files[0]?.text.after[0]?.lines).toHaveLength(12)
    expect(files[0]).toMatchObject({ added: 1, removed: 1 })
  })

  test('shows a copy as a new file', async () => {
    repo.write('src/copy.ts', LINES)
    repo.commit('work', AGENT)
    expect(fileAt(await readEvidence(repo), 'src/copy.ts')).toMatchObject({
      status: 'added',
      previousPath: null,
      added: 12,
    })
  })

  test('shows a mode change without content', async () => {
    repo.entry('src/a.ts', { mode: '100755', content: LINES })
    repo.commit('work', AGENT)
    expect(fileAt(await readEvidence(repo), 'src/a.ts')).toMatchObject({
      status: 'modified',
      before: { mode: '100644' },
      after: { mode: '100755' },
      added: 0,
      removed: 0,
    })
  })

  test('shows a file that became a symlink, and where it leads', async () => {
    repo.entry('src/a.ts', { mode: '120000', content: '/etc/passwd' })
    repo.commit('work', AGENT)
    const file = fileAt(await readEvidence(repo), 'src/a.ts')
    expect(file).toMatchObject({ status: 'modified', after: { mode: '120000' } })
    expect(file.text.after[0]?.lines).toEqual(['/etc/passwd'])
  })

  test('shows a submodule by its commit, without text', async () => {
    repo.entry('vendor/lib', { mode: '160000', oid: '1'.repeat(40) })
    repo.commit('work', AGENT)
    expect(fileAt(await readEvidence(repo), 'vendor/lib')).toMatchObject({
      status: 'added',
      after: { mode: '160000', blob: '1'.repeat(40) },
      size: null,
      text: { before: [], after: [], opaque: null },
    })
  })

  test('shows a file in the place of a directory', async () => {
    repo.remove('src')
    repo.write('src', 'now a file\n')
    repo.commit('work', AGENT)
    const { files } = await readEvidence(repo)
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      ['src', 'added'],
      ['src/a.ts', 'deleted'],
    ])
  })

  test('leaves out what only the base branch changed', async () => {
    repo.write('mine.ts', 'x\n')
    repo.commit('work', AGENT)
    repo.write('theirs.ts', 'y\n')
    repo.commit('meanwhile', { branch: 'main' })
    const evidence = await readEvidence(repo)
    expect(evidence.files.map(({ path }) => path)).toEqual(['mine.ts'])
    expect(evidence.baseSha).toBe(repo.git('rev-parse', 'main'))
    expect(evidence.mergeBaseSha).toBe(repo.git('rev-parse', 'main~1'))
    expect(evidence.defects).toEqual([])
  })

  test('may be nothing', async () => {
    repo.commit('empty', AGENT)
    const evidence = await readEvidence(repo)
    expect(evidence.files).toEqual([])
    expect(evidence.commits).toHaveLength(1)
  })
})

describe('names that a diff text cannot carry', () => {
  test.each([
    ['quotes', 'a "b".ts'],
    ['a trailing space', 'secret.ts '],
    ['a name that ends in a timestamp', 'x\u00A02026-01-01 00:00:00.0 +0000'],
    ['the separator of diff headers', 'x b/y.ts'],
    ['characters outside ASCII', 'Größe/日本.ts'],
    ['a leading dash', '--output=x'],
    ['what looks like a raw record', ':100644 100644 a b M'],
  ])('%s', async (_what, path) => {
    repo.write(path, 'x\n')
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(evidence.files.map((file) => file.path)).toEqual([path])
    expect(evidence.defects).toEqual([])
  })

  test.each([
    ['a line feed', 'a\nb.ts', 'a\nb.ts', 'a\\nb.ts'],
    ['a tab', 'a\tb.ts', 'a\tb.ts', 'a\\tb.ts'],
    ['bytes that are not UTF-8', Buffer.of(0x61, 0xff), 'a\uFFFD', 'a\\u{FFFD}'],
    ['a bidirectional control', 'a\u202Eb', 'a\u202Eb', 'a\\u{202E}b'],
  ])('%s is refused', async (_what, name, path, shown) => {
    repo.write(name, 'x\n')
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(evidence.files.map((file) => file.path)).toEqual([path])
    expect(evidence.defects).toEqual([
      { rule: 'evidence/unsafe-name', level: 'deny', path, evidence: { name: shown } },
    ])
  })

  test('an unsafe old name of a rename is refused too', async () => {
    repo.write('a\u200Bb.ts', LINES.repeat(2))
    repo.commit('unsafe already', { branch: 'main' })
    repo.remove('a\u200Bb.ts')
    repo.write('ab.ts', LINES.repeat(2))
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(evidence.files[0]?.status).toBe('renamed')
    expect(evidence.defects.map(({ path }) => path)).toEqual(['a\u200Bb.ts'])
  })

  test('a tree that holds one name twice is refused', async () => {
    const oid = repo.blob('one\n')
    const entry = { mode: '100644', type: 'blob', name: 'a.ts' } as const
    const tree = repo.tree([
      { ...entry, oid },
      { ...entry, oid: repo.blob('two\n') },
    ])
    repo.git('branch', 'agent/work', repo.commitTree(tree, [repo.git('rev-parse', 'main')]))
    expect(rulesOf(await readEvidence(repo))).toContain('evidence/disagreement')
  })
})

describe('content', () => {
  test('is whole for the files the engine reads itself', async () => {
    repo.write('.gitattributes', '* -diff\n')
    repo.write('src/c.ts', 'x\n')
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(Buffer.from(fileAt(evidence, '.gitattributes').content ?? []).toString()).toBe(
      '* -diff\n',
    )
    expect(fileAt(evidence, 'src/c.ts').content).toBeNull()
  })

  test('is scanned whatever the attributes say of it', async () => {
    repo.write('.gitattributes', '*.sql -diff -text filter=hide\n')
    repo.write('x.sql', 'DROP TABLE users;\n')
    repo.commit('work', AGENT)
    const file = fileAt(await readEvidence(repo), 'x.sql')
    expect(file.text.after[0]?.lines).toEqual(['DROP TABLE users;'])
    expect(file).toMatchObject({ added: 1, text: { opaque: null } })
  })

  test('over 20 MB is not read', async () => {
    repo.write('big.txt', Buffer.alloc(20_000_001, 'x\n'))
    repo.write('fits.txt', Buffer.alloc(1_000_000, 'x\n'))
    repo.commit('work', AGENT)
    const evidence = await readEvidence(repo)
    expect(fileAt(evidence, 'big.txt')).toMatchObject({
      size: 20_000_001,
      text: { before: [], after: [], opaque: 'too-large' },
    })
    expect(fileAt(evidence, 'fits.txt')).toMatchObject({ added: 500_000, text: { opaque: null } })
  })

  test('that is missing from the clone is a defect', async () => {
    repo.write('src/a.ts', 'changed\n')
    repo.write('src/b.ts', 'readable\n')
    repo.commit('work', AGENT)
    const blob = repo.git('rev-parse', 'agent/work:src/a.ts')
    rmSync(join(repo.dir, '.git', 'objects', blob.slice(0, 2), blob.slice(2)))
    const evidence = await readEvidence(repo)
    expect(evidence.defects).toEqual([
      {
        rule: 'evidence/incomplete',
        level: 'deny',
        path: 'src/a.ts',
        evidence: { missing: 'the content of this file', blob },
      },
    ])
    expect(fileAt(evidence, 'src/a.ts')).toMatchObject({
      size: null,
      text: { opaque: 'unreadable' },
    })
    expect(fileAt(evidence, 'src/b.ts').text.after[0]?.lines).toEqual(['readable'])
  })

  test('that is missing also where a rename would be looked for is a defect', async () => {
    repo.remove('src/a.ts')
    repo.write('moved.ts', `${LINES}more\n`)
    repo.commit('work', AGENT)
    const blob = repo.git('rev-parse', 'agent/work:moved.ts')
    rmSync(join(repo.dir, '.git', 'objects', blob.slice(0, 2), blob.slice(2)))
    const evidence = await readEvidence(repo)
    expect(rulesOf(evidence)).toEqual(['evidence/incomplete'])
    expect(evidence.files.map(({ status }) => status)).toEqual(['added', 'deleted'])
  })

  test('of 3,000 files is read in one go', async () => {
    const text = (salt: number) => `${'const value = 1\n'.repeat(500)}${salt}\n`
    for (let index = 0; index < 3000; index += 1) repo.write(`gen/${index}.ts`, text(index))
    repo.commit('work', AGENT)
    const { files, defects } = await readEvidence(repo)
    expect(defects).toEqual([])
    expect(files).toHaveLength(3000)
    for (const { path, text: changed } of files) {
      const last = changed.after[0]?.lines.at(-1)
      expect(`gen/${last}.ts`).toBe(path)
    }
  })
})

test('a repository that names objects by SHA-256 reads alike', async () => {
  const modern = createRepo({ objectFormat: 'sha256' })
  try {
    modern.write('a.ts', 'one\n')
    modern.commit('base')
    modern.write('a.ts', 'two\n')
    modern.commit('work', AGENT)
    modern.write('b.ts', 'three\n')
    modern.commit('meanwhile', { branch: 'main' })
    const evidence = await readEvidence(modern)
    expect(evidence.defects).toEqual([])
    expect(evidence.files).toHaveLength(1)
    expect(evidence.headSha).toHaveLength(64)
  } finally {
    modern.dispose()
  }
})
