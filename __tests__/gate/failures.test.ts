import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { judgePull } from '../../src/gate/judge.ts'
import { makeReader } from '../../src/sources/github/reader.ts'
import type { GivenResults } from '../../src/sources/given-results.ts'
import { at, connectApi, makeSettings, openScene, type Scene } from '../sources/github/scene.ts'

/** What cannot be judged is blocked; of an internal error the finding says nothing, and the gate's log does. */

const POLICY = `version: 1
applies_to: all
acceptance: { results: [{ workflow: .github/workflows/ci.yml, artifact: tests }] }
`

let scene: Scene
beforeEach(async () => {
  scene = await openScene({ files: { '.github/countersign.yml': POLICY } })
  scene.push(at(1), { 'src/a.ts': 'two\n' })
  scene.open(at(2))
})
afterEach(() => scene.dispose())

async function judge(results: GivenResults | null = null) {
  const heard: unknown[] = []
  const reader = makeReader(connectApi(scene.server), { owner: 'acme', repo: 'shop' })
  const onFailure = (error: unknown) => heard.push(error)
  const { decisions } = await judgePull(reader, 7, makeSettings({ results, onFailure }))
  const causes = decisions.flatMap(({ conclusion, findings }) => [
    conclusion,
    ...findings.flatMap(({ evidence }) => evidence.cause ?? []),
  ])
  return { heard, causes }
}

const INTERNAL = 'an internal error of the gate; its debug log names it'

test('an internal error is heard of, and not quoted', async () => {
  const error = new TypeError('something that its author wrote')
  const broken: GivenResults = {
    readings: [],
    isOf: () => {
      throw error
    },
  }
  const { heard, causes } = await judge(broken)
  expect(heard).toEqual([error])
  expect(causes).toEqual(['block', INTERNAL])
})

test('what GitHub does not give is no internal error, and its finding says so', async () => {
  scene.server.fault({ path: /\/git\/trees\//, respond: 500 })
  const { heard, causes } = await judge()
  expect(heard).toEqual([])
  expect(causes[0]).toBe('block')
  expect(causes).not.toContain(INTERNAL)
})

test('nor is there one where all can be read', async () => {
  const { heard, causes } = await judge()
  expect(heard).toEqual([])
  expect(causes).not.toContain(INTERNAL)
})
