import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { judgeMergeGroup } from '../../src/gate/judge.ts'
import { makeReader } from '../../src/sources/github/reader.ts'
import {
  at,
  BRANCH,
  connectApi,
  makeSettings,
  openScene,
  type Scene,
} from '../sources/github/scene.ts'

/** A merge queue whose commits GitHub does not list as it should. */

let scene: Scene
beforeEach(async () => {
  const policy = 'version: 1\napplies_to: all\nlimits: { changed_files: 50 }\n'
  scene = await openScene({ files: { '.github/countersign.yml': policy } })
  scene.push(at(1), { 'src/a.ts': 'two\n' })
  scene.open(at(2))
})
afterEach(() => scene.dispose())

/** Queues pull request 7, adds what more there is, and judges the group. */
async function judgeQueue(more: (queue: string) => void = () => {}) {
  const { git } = scene.repo
  const baseSha = git('rev-parse', 'main')
  const queue = `gh-readonly-queue/main/pr-7-${baseSha}`
  git('switch', '--quiet', '--create', queue, baseSha)
  git('merge', '--quiet', '--no-ff', '-m', 'Merge pull request #7 from acme/work', BRANCH)
  more(queue)
  const headSha = git('rev-parse', queue)
  const group = { headSha, baseSha, headRef: `refs/heads/${queue}`, baseRef: 'main' }
  const reader = makeReader(connectApi(scene.server), { owner: 'acme', repo: 'shop' })
  const { decisions } = await judgeMergeGroup(reader, group, makeSettings())
  return decisions.flatMap(({ conclusion, findings }) => [
    conclusion,
    ...findings.map(({ evidence }) => evidence.cause),
  ])
}

/** Takes commits out of what GitHub says lies between a base and a head. */
function hideCommits(isHidden: (message: string) => boolean): void {
  const rewrite = (body: unknown) => {
    const told = body as { commits: { commit: { message: string } }[] }
    const commits = told.commits.filter(({ commit }) => !isHidden(commit.message))
    return { ...told, commits, total_commits: commits.length }
  }
  scene.server.fault({ path: /\/compare\//, respond: { rewrite } })
}

const evil = (queue: string) => {
  scene.repo.write('evil.ts', 'x\n')
  scene.repo.commit('evil', { branch: queue })
}

test('an honest group passes', async () => {
  expect(await judgeQueue()).toEqual(['pass'])
})

test('a step of nobody is named', async () => {
  expect(await judgeQueue(evil)).toEqual([
    'block',
    'no pull request of this merge group explains evil.ts',
    'pass',
  ])
})

test('a head that GitHub leaves out of the comparison is not taken for one without steps', async () => {
  hideCommits((message) => message === 'evil')
  expect(await judgeQueue(evil)).toEqual([
    'block',
    'GitHub does not list the commits that lead to its head',
  ])
})
