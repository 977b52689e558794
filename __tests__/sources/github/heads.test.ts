import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { at, BRANCH, openScene, patchAt, type Scene } from './scene.ts'

const WORK = { 'src/a.ts': 'two\n', 'src/new.ts': 'new\n' }
const PLAN = '.countersign/plans/P-1.yml'
const CHAIN = '.countersign/audit/0f8fad5b-d9cb-469f-a165-70867728950e.jsonl'

let scene: Scene
let approved: string
beforeEach(async () => {
  scene = await openScene()
  approved = scene.push(at(0), WORK)
  scene.open(at(1))
  scene.label(at(2), 'countersigned', 'alice')
})
afterEach(() => scene.dispose())

/** Whether the head that was approved and the present one have the same effective patch. */
async function isSamePatch(): Promise<boolean> {
  const evidence = await scene.read()
  const [then, now] = [patchAt(evidence, approved), patchAt(evidence, evidence.headSha)]
  if (then === undefined || now === undefined) throw new Error('a head was not read')
  expect(approved).not.toBe(evidence.headSha)
  return then === now
}

describe('the effective patch', () => {
  test('is the same after a clean rebase', async () => {
    scene.startOver()
    scene.advance({ 'docs/other.md': 'other\n' })
    scene.push(at(3), WORK, { type: 'force_push' })
    expect(await isSamePatch()).toBe(true)
  })

  test('is the same after the base was merged in', async () => {
    const tip = scene.advance({ 'docs/other.md': 'other\n' })
    scene.push(at(3), { ...WORK, 'docs/other.md': 'other\n' }, { merge: [tip] })
    expect(await isSamePatch()).toBe(true)
  })

  test('is another after a rebase that changes a line', async () => {
    scene.startOver()
    scene.advance({ 'docs/other.md': 'other\n' })
    scene.push(at(3), { ...WORK, 'src/new.ts': 'evil\n' }, { type: 'force_push' })
    expect(await isSamePatch()).toBe(false)
  })

  test('is another when the base changed the same file meanwhile', async () => {
    scene.startOver()
    scene.advance({ 'src/a.ts': 'one and a half\n' })
    scene.push(at(3), WORK, { type: 'force_push' })
    expect(await isSamePatch()).toBe(false)
  })

  test('is another after a merge that changes more than the base did', async () => {
    const tip = scene.advance({ 'docs/other.md': 'other\n' })
    const evil = { 'docs/other.md': 'evil\n' }
    scene.push(at(3), { ...WORK, ...evil }, { merge: [tip] })
    expect(await isSamePatch()).toBe(false)
  })

  test('is another when only a mode changes', async () => {
    scene.repo.entry('src/new.ts', { mode: '100755', content: 'new\n' })
    scene.push(at(3), {})
    expect(await isSamePatch()).toBe(false)
  })

  test('is another after a further push, and the same once that is taken back', async () => {
    scene.push(at(3), { 'src/more.ts': 'more\n' })
    expect(await isSamePatch()).toBe(false)
    scene.push(at(4), { 'src/more.ts': null })
    expect(await isSamePatch()).toBe(true)
  })

  test('starts at the merge base, however tangled the branch is', async () => {
    const root = scene.repo.git('rev-parse', 'main')
    const tip = scene.advance({ 'docs/other.md': 'other\n' })
    const updated = { ...WORK, 'docs/other.md': 'other\n' }
    scene.push(at(3), updated, { merge: [tip] })
    // The base it left long ago is nearer to this commit than the one it was brought up to.
    approved = scene.push(at(4), updated, { merge: [root] })
    scene.server.addReview(7, {
      state: 'APPROVED',
      commitId: approved,
      by: { login: 'bob' },
      at: at(5),
    })
    scene.push(at(6), { 'src/more.ts': 'more\n' })
    scene.push(at(7), { 'src/more.ts': null })
    expect(await isSamePatch()).toBe(true)
  })

  test('leaves evidence files out', async () => {
    scene.push(at(3), { [CHAIN]: '{}\n', [CHAIN.replace('.jsonl', '.dsse.json')]: '{}\n' })
    expect(await isSamePatch()).toBe(true)
  })

  test.each([
    ['another file beside the chains', { '.countersign/audit/notes.md': 'x\n' }],
    ['a folder among the plans', { '.countersign/plans/x/y.sh': 'x\n' }],
  ])('does not leave out %s', async (_name, files) => {
    scene.push(at(3), files)
    expect(await isSamePatch()).toBe(false)
  })

  test('does not leave out a link in a chain’s place', async () => {
    scene.repo.entry(CHAIN, { mode: '120000', content: '/etc/passwd' })
    scene.push(at(3), {})
    expect(await isSamePatch()).toBe(false)
  })

  test('does not lose a file that is moved behind a chain’s name', async () => {
    scene.push(at(3), { 'src/a.ts': null, [CHAIN]: 'two\n' })
    expect(await isSamePatch()).toBe(false)
  })
})

describe('plans', () => {
  test('are told by their blobs, and not part of the patch', async () => {
    scene.push(at(3), { [PLAN]: 'id: P-1\n' })
    const evidence = await scene.read()
    expect(await isSamePatch()).toBe(true)
    expect([...(evidence.heads.get(approved)?.plans ?? [])]).toEqual([])
    expect([...(evidence.heads.get(evidence.headSha)?.plans ?? [])]).toEqual([
      [PLAN, scene.repo.blob('id: P-1\n')],
    ])
  })
})

describe('which heads are read', () => {
  const read = async () => [...(await scene.read()).heads.keys()]

  test('the present one, and no other as long as nothing moved', async () => {
    expect(await read()).toEqual([approved])
  })

  test('that of an approving review, not of a withdrawn one or a remark', async () => {
    scene.server.removeLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(3) })
    const reviewed = scene.push(at(4), { 'src/a.ts': 'three\n' })
    const review = { commitId: reviewed, by: { login: 'bob' } }
    scene.server.addReview(7, { ...review, state: 'APPROVED', at: at(5) })
    const now = scene.push(at(6), { 'src/a.ts': 'four\n' })
    expect(await read()).toEqual([now, reviewed])
    scene.server.addReview(7, { ...review, state: 'CHANGES_REQUESTED', at: at(7) })
    expect(await read()).toEqual([now])
  })

  test('not for labels that sign nothing, or that nobody could sign with', async () => {
    scene.server.removeLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(3) })
    scene.label(at(4), 'bug', 'alice')
    scene.label(at(4), 'countersigned', 'labeler[bot]')
    const now = scene.push(at(5), { 'src/a.ts': 'three\n' })
    expect(await read()).toEqual([now])
    expect(scene.server.requests.filter(({ path }) => path.includes('/trees/'))).toHaveLength(2)
  })

  test('those around a move by somebody who approves', async () => {
    const tip = scene.advance({ 'docs/other.md': 'other\n' })
    const more = scene.push(at(3), { 'src/more.ts': 'more\n' })
    const files = { ...WORK, 'src/more.ts': 'more\n', 'docs/other.md': 'other\n' }
    const merged = scene.push(at(4), files, { merge: [tip], by: { login: 'bob' } })
    const review = { state: 'APPROVED', commitId: merged, by: { login: 'bob' }, at: at(5) }
    scene.server.addReview(7, review)
    scene.server.removeLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(5) })
    const evidence = await scene.read()
    expect([...evidence.heads.keys()]).toEqual([merged, more])
    expect(patchAt(evidence, merged)).toBe(patchAt(evidence, more))
  })

  test('at most four besides the present one, the newest of those that equals gave', async () => {
    const shas = Array.from({ length: 6 }, (_, index) => {
      const sha = scene.push(at(10 + index), { 'src/a.ts': `${index}\n` })
      const review = { state: 'APPROVED', commitId: sha, by: { login: `owner-${index}` } }
      scene.server.addReview(7, { ...review, at: at(10 + index, 30) })
      return sha
    })
    const now = scene.push(at(20), { 'src/a.ts': 'last\n' })
    expect(await read()).toEqual([now, approved, ...shas.slice(3).reverse()])
  })

  test('what owners gave comes before labels, and labels before reviews of anybody', async () => {
    const pushAt = (minute: number) => scene.push(at(minute), { 'src/a.ts': `${minute}\n` })
    const reviewAt = (minute: number, login: string, commitId: string) =>
      scene.server.addReview(7, { state: 'APPROVED', commitId, by: { login }, at: at(minute, 30) })
    const byOwner = pushAt(10)
    reviewAt(10, 'bob', byOwner)
    const strangers = Array.from({ length: 6 }, (_, index) => {
      const sha = pushAt(11 + index)
      reviewAt(11 + index, `stranger-${index}`, sha)
      return sha
    })
    const now = scene.push(at(20), { 'src/a.ts': 'last\n' })
    expect(await read()).toEqual([now, byOwner, approved, ...strangers.slice(4).reverse()])

    scene.server.removeLabel(7, 'countersigned', { by: { login: 'alice' }, at: at(21) })
    scene.label(at(22), 'countersigned', 'helper-of-a-team')
    const last = scene.push(at(23), { 'src/a.ts': 'last of all\n' })
    expect(await read()).toEqual([last, byOwner, now, ...strangers.slice(4).reverse()])
  })

  test.each([404, 409, 422])('one that GitHub no longer has (%d) is left out', async (respond) => {
    scene.startOver()
    scene.advance({ 'docs/other.md': 'other\n' })
    const now = scene.push(at(3), WORK, { type: 'force_push' })
    scene.server.fault({ path: new RegExp(`${approved}`), respond })
    expect(await read()).toEqual([now])
  })

  test('one whose tree fails to come blocks', async () => {
    scene.push(at(3), { 'src/a.ts': 'three\n' })
    scene.server.fault({ path: new RegExp(`trees/${approved}`), respond: 500 })
    await expect(scene.read()).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test('a review of a commit that never was on the branch has no reading', async () => {
    const stray = { state: 'APPROVED', commitId: '9'.repeat(40), by: { login: 'bob' }, at: at(3) }
    scene.server.addReview(7, stray)
    expect(await read()).toEqual([scene.repo.git('rev-parse', BRANCH)])
  })
})
