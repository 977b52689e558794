import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { decide } from '../../../src/engine/decide.ts'
import { at, BRANCH, openScene, type Scene } from './scene.ts'

/** Whose policy judges a change into another branch than the default one, and who owns that policy. */

const POLICY = '.github/countersign.yml'

let scene: Scene
beforeEach(async () => {
  scene = await openScene()
})
afterEach(() => scene.dispose())

async function judgeInto(base: string) {
  scene.push(at(0), { 'src/a.ts': 'two\n' })
  scene.open(at(1), { base })
  const { policy, appeal } = decide(await scene.read(), new Date('2026-11-21T12:00:00Z'))
  return { source: policy?.source, owners: appeal?.policy_owners }
}

test('the base itself, where it is the default branch', async () => {
  expect(await judgeInto('main')).toEqual({ source: `base:${POLICY}`, owners: ['@alice', '@bob'] })
})

test('else the default branch, whose code owners own the policy', async () => {
  scene.repo.git('branch', '--quiet', 'lax', 'main')
  scene.repo.git('switch', '--quiet', 'lax')
  scene.repo.write('.github/CODEOWNERS', '* @mallory\n')
  scene.repo.commit('Own everything', { branch: 'lax' })
  scene.repo.git('branch', '--quiet', BRANCH, 'lax')
  expect(await judgeInto('lax')).toEqual({ source: `main:${POLICY}`, owners: ['@alice', '@bob'] })
})
