import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ChangedText } from '../../../src/engine/evidence.ts'
import { readChangedText } from '../../../src/engine/text/changed-text.ts'
import { readPatch } from '../../../src/engine/text/patch.ts'
import { endInTime } from '../../support/end-in-time.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'

const patchOf = (...lines: string[]) => lines.join('\n')
const changedLines = (text: ChangedText | null, side: 'before' | 'after') =>
  text?.[side].flatMap(({ lines, changed }) => lines.filter((_, index) => changed[index])) ?? null

describe('readPatch', () => {
  test('reads hunks into segments of both sides', () => {
    const patch = patchOf(
      '@@ -1,3 +1,4 @@',
      ' a',
      '-b',
      '+B',
      '+b2',
      ' c',
      '@@ -10,2 +11 @@ function f() {',
      ' j',
      '-k',
      '\\ No newline at end of file',
    )
    expect(readPatch(patch, 2, 2)).toEqual({
      before: [
        { firstLine: 1, lines: ['a', 'b', 'c'], changed: [false, true, false] },
        { firstLine: 10, lines: ['j', 'k'], changed: [false, true] },
      ],
      after: [
        { firstLine: 1, lines: ['a', 'B', 'b2', 'c'], changed: [false, true, true, false] },
        { firstLine: 11, lines: ['j'], changed: [false] },
      ],
      opaque: null,
    })
  })

  test.each([
    ['an added file', patchOf('@@ -0,0 +1,2 @@', '+a', '+b'), 2, 0],
    ['a deleted file', patchOf('@@ -1,2 +0,0 @@', '-a', '-b'), 0, 2],
    ['lines ending in CR', patchOf('@@ -1 +1 @@', '-a\r', '+b\r'), 1, 1],
    [
      'a last line break removed',
      patchOf('@@ -1 +1 @@', '-a', '+a', '\\ No newline at end of file'),
      1,
      1,
    ],
    ['a final line break', '@@ -1 +1 @@\n-a\n+b\n', 1, 1],
    [
      'content that looks like headers',
      patchOf('@@ -1 +1,4 @@', '+--- a/x', '++++ b/x', '+@@ -1 +1 @@', ' diff --git a/x b/x'),
      3,
      0,
    ],
    [
      'removed content that looks like headers',
      patchOf('@@ -1,3 +1 @@', '---- a/x', '--- x', ' k'),
      0,
      2,
    ],
  ])('accepts %s', (_what, patch, additions, deletions) => {
    const text = readPatch(patch, additions, deletions)
    expect(changedLines(text, 'after')).toHaveLength(additions)
    expect(changedLines(text, 'before')).toHaveLength(deletions)
  })

  test('drops a byte order mark in front of the file only', () => {
    const patch = patchOf('@@ -1,2 +1,2 @@', '-\uFEFFa', '+\uFEFFb', ' \uFEFFc')
    expect(readPatch(patch, 1, 1)?.after[0]?.lines).toEqual(['b', '\uFEFFc'])
  })

  const good = patchOf('@@ -1,2 +1,2 @@', ' a', '-b', '+c')
  test.each([
    ['nothing', '', 0, 0],
    ['a file header', `--- a/x\n+++ b/x\n${good}`, 1, 1],
    ['other additions than announced', good, 2, 1],
    ['other deletions than announced', good, 1, 0],
    ['a missing line', patchOf('@@ -1,2 +1,3 @@', ' a', '-b', '+c'), 1, 1],
    ['a line too many', patchOf('@@ -1,2 +1,1 @@', ' a', '-b', '+c'), 1, 1],
    ['a truncated end', good.slice(0, -3), 0, 1],
    [
      'another file glued to it',
      patchOf(good, 'diff --git a/x b/x', '@@ -1 +1 @@', '-a', '+b'),
      2,
      2,
    ],
    [
      'a file header between hunks',
      patchOf(good, '--- a/x', '+++ b/x', '@@ -5 +5 @@', '-a', '+b'),
      2,
      2,
    ],
    ['a line without a sign', patchOf('@@ -1,2 +1,2 @@', 'a', '-b', '+c'), 1, 1],
    ['an empty line', patchOf('@@ -1,3 +1,3 @@', ' a', '', '-b', '+c'), 1, 1],
    ['hunks out of order', patchOf('@@ -9 +9 @@', '-a', '+b', '@@ -1 +1 @@', '-a', '+b'), 2, 2],
    ['hunks that overlap', patchOf('@@ -1 +1 @@', '-a', '+b', '@@ -1 +1 @@', '-a', '+b'), 2, 2],
    ['a hunk at a wrong place', patchOf('@@ -1 +7 @@', '-a', '+b'), 1, 1],
    ['a hunk that changes nothing', patchOf('@@ -1 +1 @@', ' a'), 0, 0],
    ['a combined diff', patchOf('@@@ -1 -1 +1 @@@', '++a'), 1, 0],
    ['a huge line number', patchOf(`@@ -${'1'.repeat(400)} +1 @@`, '-a', '+b'), 1, 1],
    ['bytes that were not UTF-8', patchOf('@@ -1 +1 @@', '-a', '+\uFFFD'), 1, 1],
    ['a NUL byte', patchOf('@@ -1 +1 @@', '-a', '+\0'), 1, 1],
    [
      'a stray end marker',
      patchOf('@@ -1 +1 @@', '\\ No newline at end of file', '-a', '+b'),
      1,
      1,
    ],
    [
      'two end markers',
      `${good}\n\\ No newline at end of file\n\\ No newline at end of file`,
      1,
      1,
    ],
    ['another backslash line', `${good}\n\\ Kein Zeilenumbruch`, 1, 1],
    [
      'a Git LFS pointer',
      patchOf(
        '@@ -1,3 +1,3 @@',
        ' version https://git-lfs.github.com/spec/v1',
        '-oid sha256:00',
        '+oid sha256:11',
        ' size 1',
      ),
      1,
      1,
    ],
  ])('refuses %s', (_what, patch, additions, deletions) => {
    expect(readPatch(patch, additions, deletions)).toBeNull()
  })

  test('gives up on any text without throwing', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '@@ -1 +1 @@',
        '@@',
        '--- a',
        '+++ b',
        'diff --git a/x b/x',
        '\\ x',
        '+',
        '-',
        ' ',
        '',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = readPatch(['@@ -1 +1 @@', ...lines].join('\n'), 1, 1)
        if (text !== null) expect(changedLines(text, 'after')).toHaveLength(1)
      }),
    )
  })

  test.each([
    ['a header full of spaces', `@@ -1 +1 @@ ${' '.repeat(2_000_000)}\n-a\n+b`],
    ['a header full of digits', `@@ -${'1'.repeat(2_000_000)}\n-a\n+b`],
    ['a line full of spaces', `@@ -1 +1 @@\n-${' '.repeat(5_000_000)}x\n+b`],
  ])('is quick with %s', (_what, patch) => {
    expect(() => endInTime(() => readPatch(patch, 1, 1))).not.toThrow()
  })
})

describe('git, patches and blobs agree', () => {
  let repo: TestRepo
  beforeAll(() => {
    repo = createRepo()
  })
  afterAll(() => repo.dispose())

  /** The hunks git itself finds between two contents, and its own count of their lines. */
  function diffByGit(before: string, after: string) {
    const blobs = [repo.blob(before), repo.blob(after)]
    const output = repo.gitBytes(['diff', '--minimal', '--no-color', '--text', ...blobs]).toString()
    const start = output.indexOf('\n@@ ')
    const [added, removed] = repo.git('diff', '--minimal', '--numstat', ...blobs).split('\t')
    return {
      patch: start < 0 ? '' : output.slice(start + 1),
      added: Number(added ?? 0) || 0,
      removed: Number(removed ?? 0) || 0,
    }
  }

  const line = fc.constantFrom(
    '',
    '}',
    'a',
    'b',
    'c',
    '@@ -1 +1 @@',
    '--- a/x',
    '+x',
    'é\r',
    '\uFEFFq',
  )
  const content = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.boolean())
    .map(([lines, isOpen]) => lines.join('\n') + (isOpen || lines.length === 0 ? '' : '\n'))

  test('on the lines that random edits change', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const git = diffByGit(before, after)
        const blobs = readChangedText(Buffer.from(before), Buffer.from(after))
        // Even its minimal diff is not always the smallest one.
        expect(blobs.added).toBeLessThanOrEqual(git.added)
        expect(blobs.added - blobs.removed).toBe(git.added - git.removed)
        expect(changedLines(blobs.text, 'after')).toHaveLength(blobs.added)
        expect(changedLines(blobs.text, 'before')).toHaveLength(blobs.removed)
        if (git.patch === '') return
        const text = readPatch(git.patch, git.added, git.removed)
        expect(changedLines(text, 'after')).toHaveLength(git.added)
        expect(changedLines(text, 'before')).toHaveLength(git.removed)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a patch of a file that is new or gone', () => {
  test.each<[string, string, number, number, 'before' | 'after', boolean]>([
    ['shows a new file whole', '@@ -0,0 +1,2 @@\n+a\n+b', 2, 0, 'before', true],
    ['shows a deleted file whole', '@@ -1,2 +0,0 @@\n-a\n-b', 0, 2, 'after', true],
    ['is against the source of a copy', '@@ -9,1 +9,2 @@\n a\n+b', 1, 0, 'before', false],
    ['begins further down', '@@ -0,0 +7,1 @@\n+b', 1, 0, 'before', false],
    ['has a gap', '@@ -0,0 +1,1 @@\n+a\n@@ -0,0 +9,1 @@\n+b', 2, 0, 'before', false],
    ['leaves lines of a deleted file', '@@ -4,1 +0,0 @@\n-a', 0, 1, 'after', false],
  ])('%s', (_name, patch, additions, deletions, missing, isRead) => {
    expect(readPatch(patch, additions, deletions, missing) !== null).toBe(isRead)
  })
})
