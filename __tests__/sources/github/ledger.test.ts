import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../../src/engine/evidence.ts'
import { createGitHub } from '../../support/github-server.ts'
import { createRepo } from '../../support/repo.ts'
import { AGENT, at, BRANCH, factsOf, openScene, readPull, type Scene } from './scene.ts'

let scene: Scene
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.dispose())

const WORK = { 'src/a.ts': 'two\n' }
const MORE = { 'src/a.ts': 'three\n' }

function labelHeads(evidence: Evidence): string[] {
  return factsOf(evidence, 'label').map((fact) => fact.head_sha)
}

describe('where the head stood when a label was applied', () => {
  test('is the place after the last push before it', async () => {
    const first = scene.push(at(0), WORK)
    scene.open(at(1))
    scene.label(at(2), 'countersigned', 'alice')
    const second = scene.push(at(3), MORE)
    scene.label(at(4), 'accepted/AC1', 'alice')
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(true)
    expect(labelHeads(evidence)).toEqual([first, second])
  })

  test('cannot be known in the second of a push, and is known a second later', async () => {
    scene.push(at(0), WORK)
    scene.open(at(1))
    const second = scene.push(at(3, 30), MORE)
    scene.label(at(3, 30), 'countersigned', 'alice')
    scene.label(at(3, 31), 'accepted/AC1', 'alice')
    expect(labelHeads(await scene.read())).toEqual(['', second])
  })

  test('follows a forced push, also one back to an older commit', async () => {
    const first = scene.push(at(0), WORK)
    scene.open(at(1))
    scene.label(at(2), 'accepted/AC1', 'alice')
    scene.startOver()
    const other = scene.push(at(3), MORE, { type: 'force_push' })
    scene.label(at(4), 'accepted/AC2', 'alice')
    scene.repo.git('update-ref', `refs/heads/${BRANCH}`, first)
    scene.rewriteLog((log) => [
      ...log,
      { ref: BRANCH, before: other, after: first, actor: AGENT, at: at(5), type: 'force_push' },
    ])
    scene.label(at(6), 'accepted/AC3', 'alice')
    expect(labelHeads(await scene.read())).toEqual([first, other, first])
  })

  test('is not what commits say of their dates', async () => {
    const first = scene.push(at(0), WORK)
    scene.open(at(1))
    scene.label(at(2), 'countersigned', 'alice')
    const second = scene.push(at(3), MORE, { date: '2020-01-01T00:00:00Z' })
    const evidence = await scene.read()
    expect(evidence.headSha).toBe(second)
    expect(labelHeads(evidence)).toEqual([first])
  })

  test('starts anew with a branch that was deleted and created again', async () => {
    scene.push(at(0), WORK, { by: { login: 'bob' } })
    scene.open(at(1))
    scene.label(at(2), 'countersigned', 'alice')
    scene.startOver()
    const again = scene.push(at(4), MORE, { type: 'branch_creation' })
    scene.rewriteLog(([old, fresh]) => [
      ...(old === undefined ? [] : [old]),
      ...(old === undefined || fresh === undefined
        ? []
        : [
            {
              ...old,
              before: old.after,
              after: '0'.repeat(40),
              at: at(3),
              type: 'branch_deletion' as const,
            },
            { ...fresh, before: '0'.repeat(40) },
          ]),
    ])
    scene.label(at(5), 'accepted/AC1', 'alice')
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(true)
    expect(labelHeads(evidence)).toEqual(['', again])
    expect(factsOf(evidence, 'push').map(({ actor }) => actor)).toEqual([AGENT.login])
  })

  test('counts a pull request merged into the branch as a move by whoever merged it', async () => {
    scene.push(at(0), WORK)
    scene.open(at(1))
    const merged = scene.push(at(2), MORE, { type: 'pr_merge', by: { login: 'mallory' } })
    const evidence = await scene.read()
    expect(factsOf(evidence, 'push').at(-1)).toMatchObject({ actor: 'mallory', head_sha: merged })
  })
})

describe('the log of a fork', () => {
  test('is asked for, not that of the repository', async () => {
    const fork = createRepo()
    try {
      fork.git('fetch', '--quiet', scene.repo.dir, 'main')
      fork.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
      fork.write('src/a.ts', 'forked\n')
      const head = fork.commit('Work', { branch: BRANCH })
      const server = await createGitHub({
        repos: {
          'acme/shop': { dir: scene.repo.dir },
          'mallory/shop': { dir: fork.dir, fork: 'acme/shop' },
        },
      })
      const move = {
        ref: BRANCH,
        before: '0'.repeat(40),
        after: head,
        type: 'branch_creation' as const,
      }
      server.setActivity([{ ...move, actor: { login: 'mallory' }, at: at(0) }], {
        repo: 'mallory/shop',
      })
      server.setActivity([{ ...move, actor: { login: 'alice' }, at: at(0) }], { repo: 'acme/shop' })
      server.openPull({ number: 7, head: BRANCH, headRepo: 'mallory/shop', createdAt: at(1) })
      server.addLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(2) })
      const evidence = await readPull(server)
      await server.close()
      expect(evidence.movesKnown).toBe(true)
      expect(factsOf(evidence, 'push').map(({ actor }) => actor)).toEqual(['mallory'])
      expect(labelHeads(evidence)).toEqual([head])
    } finally {
      fork.dispose()
    }
  })

  test('is nowhere once the fork is deleted', async () => {
    const head = scene.push(at(0), WORK)
    scene.open(at(1), { headRepo: null, headSha: head })
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(false)
  })
})

describe('a long log', () => {
  /** Adds moves to and fro before the pull request was opened, or after. */
  function pushOften(count: number, minute: number): void {
    scene.rewriteLog((log) => {
      const start = log.at(-1)?.after ?? ''
      const moves = Array.from({ length: count }, (_, index) => ({
        ref: BRANCH,
        before: index % 2 === 0 ? start : '1'.repeat(40),
        after: index % 2 === 0 ? '1'.repeat(40) : start,
        actor: { login: `pusher-${index}` },
        at: new Date(Date.parse(at(minute)) + index * 1000).toISOString(),
        type: 'push' as const,
      }))
      return [...log, ...moves]
    })
  }

  test('is paged through to the creation of the branch', async () => {
    scene.open(at(0))
    const head = scene.push(at(1), WORK, { by: { login: 'first' } })
    pushOften(250, 2)
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(true)
    expect(factsOf(evidence, 'push')).toHaveLength(251)
    expect(factsOf(evidence, 'push')[0]).toMatchObject({ actor: 'first', head_sha: head })
  })

  test('need not be read further back than the opening', async () => {
    scene.push(at(1), WORK)
    pushOften(150, 2)
    scene.open('2026-11-20T18:00:00Z')
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(true)
    expect(factsOf(evidence, 'push')).toHaveLength(100)
    expect(scene.server.requests.filter(({ path }) => path.endsWith('/activity'))).toHaveLength(1)
  })

  test('of more than ten pages says nothing', async () => {
    scene.open(at(0))
    scene.push(at(1), WORK)
    pushOften(1000, 2)
    expect((await scene.read()).movesKnown).toBe(false)
    expect(scene.server.requests.filter(({ path }) => path.endsWith('/activity'))).toHaveLength(10)
  })
})

describe('nobody can say where the head stood', () => {
  let head: string
  beforeEach(() => {
    scene.push(at(0), WORK)
    head = scene.push(at(2), MORE)
    scene.open(at(1))
    scene.label(at(3), 'countersigned', 'alice')
    scene.server.addReview(7, {
      state: 'APPROVED',
      commitId: head,
      by: { login: 'bob' },
      at: at(4),
    })
  })

  async function expectUnknown(): Promise<void> {
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(false)
    expect(labelHeads(evidence)).toEqual([''])
    expect(factsOf(evidence, 'push')).toEqual([])
    expect(factsOf(evidence, 'review')).toMatchObject([{ actor: 'bob', head_sha: head }])
  }

  test('the honest twin: with a whole log everybody can', async () => {
    const evidence = await scene.read()
    expect(evidence.movesKnown).toBe(true)
    expect(labelHeads(evidence)).toEqual([head])
  })

  test.each([403, 404, 500, 'wrong-json', 'empty-list', 'reset'] as const)(
    'when the log answers %s',
    async (respond) => {
      scene.server.fault({ path: /\/activity/, respond })
      await expectUnknown()
    },
  )

  test('when the log does not end at the head', async () => {
    scene.rewriteLog((log) => log.slice(0, -1))
    await expectUnknown()
  })

  test('when the log does not reach back to the opening', async () => {
    scene.rewriteLog((log) => log.slice(1))
    await expectUnknown()
  })

  test('when a move is missing in between', async () => {
    const last = scene.push(at(5), { 'src/a.ts': 'four\n' })
    scene.rewriteLog((log) => [...log.slice(0, 1), ...log.slice(2)])
    const evidence = await scene.read()
    expect(evidence.headSha).toBe(last)
    expect(evidence.movesKnown).toBe(false)
  })

  test('when times run backwards', async () => {
    scene.server.fault({
      path: /\/activity/,
      respond: {
        rewrite: (body) =>
          (body as { timestamp: string }[]).map((move, index) => ({
            ...move,
            timestamp: at(index),
          })),
      },
    })
    await expectUnknown()
  })

  test('when something happened that the gate does not know', async () => {
    scene.rewriteLog((log) =>
      log.map((move, index) => (index === 1 ? { ...move, type: 'merge_queue_merge' } : move)),
    )
    expect((await scene.read()).movesKnown).toBe(true)
    scene.server.fault({
      path: /\/activity/,
      respond: {
        rewrite: (body) =>
          (body as object[]).map((move, index) =>
            index === 0 ? { ...move, activity_type: 'teleport' } : move,
          ),
      },
    })
    await expectUnknown()
  })
})
