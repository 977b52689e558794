import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ApprovalFact, Evidence } from '../../../src/engine/evidence.ts'
import { createRepo, type TestRepo } from '../../support/repo.ts'
import { readEvidence } from './read.ts'

const BRANCH = 'agent/work'
const PLAN = '.countersign/plans/P-1.yml'
const CHAIN = '.countersign/audit/0f8fad5b-d9cb-469f-a165-70867728950e.jsonl'

let repo: TestRepo
let approved: string
beforeEach(() => {
  repo = createRepo()
  repo.write('a.ts', 'one\n')
  repo.commit('Base')
  approved = work()
})
afterEach(() => repo.dispose())

/** The same work on the branch, wherever the branch is now. */
function work(): string {
  repo.write('a.ts', 'two\n')
  repo.write('new.ts', 'new\n')
  return repo.commit('Work', { branch: BRANCH })
}

function advanceBase(): string {
  repo.git('switch', '--quiet', 'main')
  repo.write('other.md', 'other\n')
  return repo.commit('Meanwhile')
}

function label(head_sha: string, name = 'countersigned'): ApprovalFact {
  const deed = { actor: 'alice', actor_type: 'User', at: '2026-11-20T12:00:00Z' }
  return { kind: 'label', name, ...deed, via_app: null, removed: false, head_sha }
}

function read(facts: readonly ApprovalFact[] | null = [label(approved)]): Promise<Evidence> {
  return readEvidence(repo, { facts })
}

async function isSamePatch(): Promise<boolean> {
  const { heads, headSha } = await read()
  const [then, now] = [heads.get(approved), heads.get(headSha)]
  if (then === undefined || now === undefined) throw new Error('a head was not read')
  expect(headSha).not.toBe(approved)
  return then.patch === now.patch
}

describe('the effective patch of a head that was approved', () => {
  test('is that of a clean rebase', async () => {
    advanceBase()
    repo.git('branch', '--quiet', '-D', BRANCH)
    work()
    expect(await isSamePatch()).toBe(true)
  })

  test('is that of an update from the base', async () => {
    advanceBase()
    repo.git('switch', '--quiet', BRANCH)
    repo.git('merge', '--quiet', '--no-edit', 'main')
    expect(await isSamePatch()).toBe(true)
  })

  test('is not that of a rebase which changes a line', async () => {
    advanceBase()
    repo.git('branch', '--quiet', '-D', BRANCH)
    work()
    repo.write('new.ts', 'evil\n')
    repo.commit('More', { branch: BRANCH })
    expect(await isSamePatch()).toBe(false)
  })

  test('leaves evidence files out', async () => {
    repo.write(CHAIN, '{}\n')
    repo.commit('Chain', { branch: BRANCH })
    expect(await isSamePatch()).toBe(true)
  })

  test('does not lose a file that is renamed into an evidence file', async () => {
    repo.write('a.ts', 'one\n')
    approved = repo.commit('Take one change back', { branch: BRANCH })
    repo.remove('a.ts')
    repo.write(CHAIN, 'one\n')
    repo.commit('Hide', { branch: BRANCH })
    const { files } = await read()
    expect(files).toContainEqual(expect.objectContaining({ previousPath: 'a.ts', path: CHAIN }))
    expect(await isSamePatch()).toBe(false)
  })

  test('tells plans by their blobs', async () => {
    repo.write(PLAN, 'id: P-1\n')
    repo.write('.countersign/plans/deeper/x.yml', 'x\n')
    repo.commit('Plan', { branch: BRANCH })
    const { heads, headSha } = await read()
    expect([...(heads.get(headSha)?.plans ?? [])]).toEqual([[PLAN, repo.blob('id: P-1\n')]])
    expect([...(heads.get(approved)?.plans ?? [])]).toEqual([])
  })
})

describe('heads that cannot be read', () => {
  test.each([
    ['is not in the clone', () => '9'.repeat(40)],
    ['is no commit', () => repo.blob('a blob\n')],
    ['has another history', () => repo.commitTree(repo.git('rev-parse', 'main^{tree}'), [])],
    ['lacks its tree', () => repo.commitTree(missingTree(), [repo.git('rev-parse', 'main')])],
  ])('one that %s is left out', async (_name, find) => {
    const { heads, headSha, defects } = await read([label(find())])
    expect([...heads.keys()]).toEqual([headSha])
    expect(defects).toEqual([])
  })

  /** A tree with a folder that is not there. */
  function missingTree(): string {
    return repo.tree([{ mode: '040000', type: 'tree', oid: '8'.repeat(40), name: 'gone' }])
  }
})

describe('without approval facts', () => {
  test('nothing is known of moves; with them it is', async () => {
    expect(await read(null)).toMatchObject({ facts: null, movesKnown: false })
    expect(await read([])).toMatchObject({ facts: [], movesKnown: true })
  })

  test('only the present head is read', async () => {
    const { heads, headSha } = await read(null)
    expect([...heads.keys()]).toEqual([headSha])
  })
})
