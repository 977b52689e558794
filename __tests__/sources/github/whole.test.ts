import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { at, openScene, type Scene } from './scene.ts'

/** A change that GitHub does not show whole is never judged on the part that it shows. */

let scene: Scene
beforeEach(async () => {
  scene = await openScene()
  scene.push(at(0), { 'src/a.ts': 'two\n', 'src/b.ts': 'new\n' })
  scene.open(at(1))
})
afterEach(() => scene.dispose())

type Body = Readonly<Record<string, unknown>>

/** Every answer under a path says something else from now on. */
function rewrite(path: RegExp, change: (body: Body) => unknown): void {
  const respond = { rewrite: (body: unknown) => change(body as Body) }
  scene.server.fault({ method: 'GET', path, times: 100, respond })
}

test('the honest twin is read whole', async () => {
  expect((await scene.read()).defects).toEqual([])
})

/** `evaluate` turns it into a block; `e2e/action.test.ts` shows that. */
describe('cannot be read: a change', () => {
  test('of more files than GitHub lists', async () => {
    rewrite(/\/pulls\/7$/, (pull) => ({ ...pull, changed_files: 3001 }))
    await expect(scene.read()).rejects.toThrow(/^3001 files change and GitHub lists 3000/)
  })

  test('of which GitHub lists fewer files than it counts', async () => {
    rewrite(/\/pulls\/7$/, (pull) => ({ ...pull, changed_files: 3 }))
    await expect(scene.read()).rejects.toThrow('GitHub gave 2 of 3')
  })

  test('whose tree GitHub cuts short', async () => {
    rewrite(/\/git\/trees\//, (tree) => ({ ...tree, truncated: true }))
    await expect(scene.read()).rejects.toThrow('GitHub truncated it')
  })
})

test('a file whose size GitHub does not give is taken for too large to be read', async () => {
  rewrite(/\/git\/trees\//, (tree) => ({
    ...tree,
    tree: (tree.tree as Body[]).map(({ size, ...entry }) =>
      entry.path === 'src/a.ts' ? entry : { ...entry, size },
    ),
  }))
  const { files } = await scene.read()
  expect(files.map(({ path, size, text }) => [path, size, text.opaque])).toEqual([
    ['src/a.ts', null, 'too-large'],
    ['src/b.ts', 4, null],
  ])
})

test('a list of files that tells otherwise than the trees do is a finding', async () => {
  rewrite(/\/pulls\/7\/files/, (files) =>
    Object.values(files).map((file) => ({ ...(file as Body), filename: 'src/a.ts' })),
  )
  const found = (await scene.read()).defects
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['evidence/disagreement']))
  expect(found.map(({ path }) => path)).toContain('src/b.ts')
})

test('several merge bases, as a criss-cross merge leaves them, are ambiguous', async () => {
  const { repo } = scene
  const head = repo.git('rev-parse', 'agent/work')
  scene.advance({ 'src/fix.ts': 'fixed\n' })
  const main = repo.git('rev-parse', 'main')
  repo.git('switch', '--quiet', '--force', 'main')
  repo.write('src/a.ts', 'two\n')
  repo.write('src/b.ts', 'new\n')
  repo.commit('merge one way', { branch: 'main', merge: [head] })
  scene.push(at(2), { 'src/c.ts': 'merge the other way\n' }, { merge: [main] })
  const rules = (await scene.read()).defects.map(({ rule }) => rule)
  expect(rules).toEqual(['evidence/ambiguous-base'])
})
