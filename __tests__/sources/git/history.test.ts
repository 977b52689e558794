import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createRepo, hermeticGitEnv, type TestRepo } from '../../support/repo.ts'
import { readEvidence, readRefusal, rulesOf } from './read.ts'

const LINES = Array.from({ length: 12 }, (_, index) => `line ${index}\n`).join('')

let repo: TestRepo
beforeEach(() => {
  repo = createRepo()
  repo.write('a.ts', LINES)
  repo.commit('root')
})
afterEach(() => repo.dispose())

describe('where the change begins', () => {
  test('several merge bases are ambiguous', async () => {
    repo.write('safe.ts', 'x\n')
    const one = repo.commit('one', { branch: 'agent/work' })
    repo.write('guard.ts', 'check()\n')
    const other = repo.commit('other', { branch: 'main' })
    repo.write('safe.ts', 'x\n')
    repo.commit('merge one way', { branch: 'main', merge: [one] })
    repo.write('guard.ts', 'check()\n')
    repo.commit('merge the other way', { branch: 'agent/work', merge: [other] })
    repo.remove('guard.ts')
    repo.commit('take it back', { branch: 'agent/work' })
    const evidence = await readEvidence(repo)
    expect(evidence.defects).toContainEqual({
      rule: 'evidence/ambiguous-base',
      level: 'deny',
      evidence: { merge_bases: [one, other].toSorted() },
    })
    expect([one, other]).toContain(evidence.mergeBaseSha)
  })

  test('the honest twin, base merged into head, has one', async () => {
    repo.write('mine.ts', 'x\n')
    repo.commit('work', { branch: 'agent/work' })
    repo.write('theirs.ts', 'y\n')
    const tip = repo.commit('meanwhile', { branch: 'main' })
    repo.write('theirs.ts', 'y\n')
    repo.commit('catch up', { branch: 'agent/work', merge: [tip] })
    const evidence = await readEvidence(repo)
    expect(evidence.defects).toEqual([])
    expect(evidence.files.map(({ path }) => path)).toEqual(['mine.ts'])
    expect(evidence.mergeBaseSha).toBe(tip)
  })

  test('unrelated histories cannot be judged', async () => {
    repo.git('checkout', '-q', '--orphan', 'agent/work')
    repo.commit('another root')
    expect(await readRefusal(repo)).toMatch(/unrelated histories/)
  })
})

describe('what the merge would change', () => {
  test('a file that base moved is named when head changed it at its old place', async () => {
    repo.write('a.ts', LINES.replace('line 5', 'evil'))
    repo.commit('work', { branch: 'agent/work' })
    repo.remove('a.ts')
    repo.write('protected/a.ts', LINES)
    repo.commit('move', { branch: 'main' })
    expect((await readEvidence(repo)).defects).toEqual([
      {
        rule: 'evidence/ambiguous-base',
        level: 'deny',
        evidence: { paths: ['protected/a.ts'], unseen: 1 },
      },
    ])
  })

  test.each([
    ['by default', []],
    ['though the clone follows no renames', ['merge.renames', 'merge.directoryRenames']],
  ])('a new file in a folder that base moved is named, %s', async (_name, switchedOff) => {
    repo.write('jobs/a.yml', LINES)
    repo.commit('a job')
    repo.write('jobs/evil.yml', 'evil\n')
    repo.commit('work', { branch: 'agent/work' })
    repo.remove('jobs/a.yml')
    repo.write('protected/a.yml', LINES)
    repo.commit('move', { branch: 'main' })
    for (const key of switchedOff) repo.git('config', key, 'false')
    expect((await readEvidence(repo)).defects).toEqual([
      {
        rule: 'evidence/ambiguous-base',
        level: 'deny',
        evidence: { paths: ['protected/evil.yml'], unseen: 1 },
      },
    ])
  })

  test('the honest twin, a base that moved something else, is clear', async () => {
    repo.write('a.ts', LINES.replace('line 5', 'fine'))
    repo.commit('work', { branch: 'agent/work' })
    repo.write('b.ts', LINES)
    repo.commit('add', { branch: 'main' })
    expect((await readEvidence(repo)).defects).toEqual([])
  })

  test('a rename at head that base edited meanwhile is clear', async () => {
    repo.remove('a.ts')
    repo.write('moved.ts', LINES)
    repo.commit('work', { branch: 'agent/work' })
    repo.write('a.ts', LINES.replace('line 5', 'theirs'))
    repo.commit('edit', { branch: 'main' })
    expect((await readEvidence(repo)).defects).toEqual([])
  })

  test('a conflict has nothing to say', async () => {
    repo.write('a.ts', LINES.replace('line 5', 'mine'))
    repo.commit('work', { branch: 'agent/work' })
    repo.write('a.ts', LINES.replace('line 5', 'theirs'))
    repo.commit('edit', { branch: 'main' })
    expect((await readEvidence(repo)).defects).toEqual([])
  })
})

describe('a shallow clone', () => {
  let clone: string
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'countersign-shallow-'))
    for (const name of ['one', 'two', 'three']) {
      repo.write(`${name}.ts`, 'x\n')
      repo.commit(name, { branch: 'agent/work' })
    }
    repo.write('theirs.ts', 'y\n')
    repo.commit('meanwhile', { branch: 'main' })
  })
  afterEach(() => rmSync(clone, { recursive: true, force: true }))

  function cloneToDepth(depth: number) {
    const url = `file://${repo.dir}`
    const args = ['clone', '-q', `--depth=${depth}`, '--no-single-branch', url, clone]
    execFileSync('git', args, { env: hermeticGitEnv(clone), stdio: 'pipe' })
    return { dir: clone }
  }
  const branches = { base: 'origin/main', head: 'origin/agent/work' }

  test('without the common commit is told what to do', async () => {
    expect(await readRefusal(cloneToDepth(1), branches)).toMatch(/git fetch --unshallow/)
  })

  test('deep enough reads like a full one', async () => {
    const evidence = await readEvidence(cloneToDepth(4), branches)
    expect(evidence.defects).toEqual([])
    expect(evidence.files).toHaveLength(3)
  })

  test('that leaves out history before the common commit it found is incomplete', async () => {
    // Head merges an older commit whose way back to base the clone does not have.
    repo.git('checkout', '-q', 'agent/work')
    const side = repo.commit('side', { branch: 'side' })
    const between = repo.commit('between', { branch: 'side' })
    expect(side).not.toBe(between)
    const tip = repo.git('rev-parse', 'main')
    repo.write('theirs.ts', 'y\n')
    repo.commit('catch up', { branch: 'agent/work', merge: [tip, between] })
    const evidence = await readEvidence(cloneToDepth(2), branches)
    expect(rulesOf(evidence)).toEqual(['evidence/incomplete'])
    expect(evidence.defects[0]?.evidence).toMatchObject({ missing: 'the history' })
  })
})
