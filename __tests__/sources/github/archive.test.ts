import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ChangedFile, Evidence } from '../../../src/engine/evidence.ts'
import type { Fault } from '../../support/github/faults.ts'
import { at, commitFiles, openScene, type Scene } from './scene.ts'

/**
 * Changes that GitHub sends no patches for, as it does of large ones and of binary files: their contents
 * come out of archives, which the author can shape.
 */

const COUNT = 120
const work = (word: string) =>
  Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [
      `src/file-${index}.ts`,
      `const before = ${index}\nconst ${word} = "$Format:%an$ ${index}"\n`,
    ]),
  )

let scene: Scene
beforeEach(async () => {
  scene = await openScene()
  scene.advance(work('old'))
})
afterEach(() => scene.dispose())

/** Writes what no text can hold, and commits it together with `more`. */
function pushWork(more: Readonly<Record<string, string>> = {}): void {
  commitFiles(scene.repo, {}, { branch: 'agent/work' })
  scene.repo.write('src/image.bin', Buffer.from([0, 255, 254, 10, 0]))
  scene.repo.write('src/latin.txt', Buffer.from('caf\xe9\n', 'latin1'))
  scene.repo.write('src/empty.ts', '')
  scene.repo.entry('src/link', { mode: '120000', content: 'file-0.ts' })
  scene.push(at(0), { ...work('now'), ...more })
  scene.open(at(1), { omitPatch: () => true })
}

interface Reading {
  readonly evidence: Evidence
  readonly blobs: number
  readonly archives: number
}

async function read(): Promise<Reading> {
  const before = scene.server.requests.length
  const evidence = await scene.read()
  const paths = scene.server.requests.slice(before).map(({ path }) => path)
  const count = (part: string) => paths.filter((path) => path.includes(part)).length
  return { evidence, blobs: count('/git/blobs/'), archives: count('/tarball/') }
}

/** The same change without archives, blob by blob. */
async function readOneByOne(): Promise<readonly ChangedFile[]> {
  scene.server.fault({ method: 'GET', path: /\/tarball\//, respond: 404 })
  const { evidence, blobs } = await read()
  expect(blobs).toBeGreaterThan(2 * COUNT)
  return evidence.files
}

test('many files without a patch cost two archives, and say the same as their blobs', async () => {
  pushWork()
  const { evidence, blobs, archives } = await read()
  expect(archives).toBe(2)
  // Policy, owners, and the link: archives hold where it leads, but not as a file.
  expect(blobs).toBeLessThanOrEqual(3)
  expect(evidence.files).toHaveLength(COUNT + 4)
  expect(evidence.files).toEqual(await readOneByOne())
})

test('few of them are asked for one by one', async () => {
  scene.push(at(0), { 'src/file-1.ts': 'one\n', 'src/file-2.ts': 'two\n' })
  scene.open(at(1), { omitPatch: () => true })
  expect(await read()).toMatchObject({ archives: 0, blobs: 6 })
})

describe('attributes of the author', () => {
  test('that leave files out of archives leave nothing out of the evidence', async () => {
    pushWork({ '.gitattributes': 'src/file-1* export-ignore\n' })
    const { evidence, blobs } = await read()
    expect(blobs).toBeGreaterThan(30)
    expect(evidence.files).toEqual(await readOneByOne())
  })

  test('that rewrite files in archives change nothing in the evidence', async () => {
    pushWork({ '.gitattributes': '* export-subst\n' })
    const { evidence, blobs } = await read()
    expect(blobs).toBeGreaterThanOrEqual(COUNT)
    const now = evidence.files.find(({ path }) => path === 'src/file-7.ts')
    expect(now?.text.after[0]?.lines).toContain('const now = "$Format:%an$ 7"')
    expect(evidence.files).toEqual(await readOneByOne())
  })
})

describe('an archive that is none', () => {
  test.each<[string, Fault]>([
    ['is refused', 403],
    ['breaks off', 'truncated-body'],
    ['is a page', 'not-json'],
    [
      'is cut short, and says nothing of it',
      { rewrite: (body) => (body as Buffer).subarray(0, 900) },
    ],
  ])('costs requests, not evidence: it %s', async (_, respond) => {
    pushWork()
    scene.server.fault({ method: 'GET', path: /\/tarball\//, times: 2, respond })
    const { evidence, blobs } = await read()
    expect(blobs).toBeGreaterThan(COUNT)
    expect(evidence.files).toEqual(await readOneByOne())
  })
})
