import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/engine/decide.ts'
import type { Evidence } from '../../../src/engine/evidence.ts'
import { judgePull } from '../../../src/gate/judge.ts'
import { makeReader } from '../../../src/sources/github/reader.ts'
import {
  at,
  connectApi,
  connectTeams,
  makeSettings,
  openScene,
  readPull,
  type Scene,
} from './scene.ts'
import { countWaves } from './waves.ts'

/** What a verdict may cost: people wait for it, and an installation has 5,000 requests an hour. */

const MOST_REQUESTS = 20
/** The reports on both heads bind what is carried from one to the other. */
const MOST_REQUESTS_CARRIED = 21
const MOST_WAVES = 5

const NOW = new Date('2026-11-20T15:00:00Z')
const PLAN = `version: 1
id: P-1
title: Work
owner: "@alice"
expires: "2099-12-31"
scope: { may: ["pay/**", "web/**"] }
`
const POLICY = `version: 1
applies_to: all
plan: { required: true }
approvals: { label: countersigned }
`

/** A hundred files of two teams. */
const WORK = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    `${index % 2 === 0 ? 'pay' : 'web'}/file-${index}.ts`,
    `export const value = ${index}\n`,
  ]),
)

let scene: Scene
let head: string
beforeEach(async () => {
  scene = await openScene({
    files: {
      '.github/countersign.yml': POLICY,
      '.github/CODEOWNERS': '/pay/ @acme/pay\n/web/ @acme/web\n',
      '.countersign/plans/P-1.yml': PLAN,
    },
    teams: { 'acme/pay': ['carol'], 'acme/web': ['dave'] },
  })
  head = scene.push(at(0), WORK)
  scene.open(at(1), { testMerge: true })
})
afterEach(() => scene.dispose())

function sign(sha: string, minute: number): void {
  scene.label(at(minute), 'countersigned', 'carol')
  const review = { state: 'APPROVED', commitId: sha, by: { login: 'dave' } }
  scene.server.addReview(7, { ...review, at: at(minute) })
}

interface Cost {
  readonly evidence: Evidence
  readonly requests: number
  readonly waves: readonly (readonly string[])[]
}

async function measure(): Promise<Cost> {
  const counter = countWaves()
  const teams = counter.watch(connectTeams(scene.server))
  const before = scene.server.requests.length
  const evidence = await readPull(scene.server, { teams }, counter.watch(connectApi(scene.server)))
  const requests = scene.server.requests.length - before
  expect(counter.waves.flat()).toHaveLength(requests)
  expect(evidence.requests).toBe(requests)
  return { evidence, requests, waves: counter.waves }
}

function conclude(evidence: Evidence): string {
  return decide(evidence, NOW).conclusion
}

describe('a change of a hundred files that two teams own', () => {
  test('costs the least before anybody has signed', async () => {
    const { evidence, requests, waves } = await measure()
    expect(conclude(evidence)).toBe('block')
    expect(requests).toBe(13)
    expect(waves).toHaveLength(3)
  })

  test('keeps within bounds when both have signed', async () => {
    sign(head, 2)
    const { evidence, requests, waves } = await measure()
    expect(conclude(evidence)).toBe('pass')
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(waves.length).toBeLessThanOrEqual(MOST_WAVES)
  })

  test('keeps within bounds when the base has moved on meanwhile', async () => {
    sign(head, 2)
    scene.advance({ 'docs/other.md': 'other\n' })
    const { evidence, requests, waves } = await measure()
    expect(conclude(evidence)).toBe('pass')
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(waves.length).toBeLessThanOrEqual(MOST_WAVES)
  })

  test('takes no more rounds and one request more when an approval is carried over a rebase', async () => {
    sign(head, 2)
    scene.startOver()
    scene.advance({ 'docs/other.md': 'other\n' })
    scene.push(at(3), WORK, { type: 'force_push' })
    const { evidence, requests, waves } = await measure()
    expect(conclude(evidence)).toBe('pass')
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS_CARRIED)
    expect(waves.length).toBeLessThanOrEqual(MOST_WAVES)
  })

  test('takes no more rounds and one request more when an approval is carried over an update of the branch', async () => {
    sign(head, 2)
    const tip = scene.advance({ 'docs/other.md': 'other\n' })
    scene.push(at(3), { ...WORK, 'docs/other.md': 'other\n' }, { merge: [tip] })
    const { evidence, requests, waves } = await measure()
    expect(conclude(evidence)).toBe('pass')
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS_CARRIED)
    expect(waves.length).toBeLessThanOrEqual(MOST_WAVES)
  })

  test('keeps within bounds with the last look before the verdict', async () => {
    sign(head, 2)
    const counter = countWaves()
    const teams = counter.watch(connectTeams(scene.server))
    const reader = makeReader(counter.watch(connectApi(scene.server)), {
      owner: 'acme',
      repo: 'shop',
    })
    const verdict = await judgePull(reader, 7, makeSettings({ teams, now: NOW }))
    expect(verdict.decisions.map(({ conclusion }) => conclusion)).toEqual(['pass'])
    expect(counter.waves.flat().length).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(counter.waves.length).toBeLessThanOrEqual(MOST_WAVES)
    const last = counter.waves.at(-1)?.map((route) => route.split('/').at(-1))
    expect(last?.sort()).toEqual(['pulls', '{pull_number}', '{ref}'])
  })

  test('asks for events, reviews and moves together with the files', async () => {
    const { waves } = await measure()
    const second = waves[1]?.map((route) => route.split('/').at(-1))
    expect(second).toEqual(expect.arrayContaining(['files', 'events', 'reviews', 'activity']))
  })
})

describe('a large change', () => {
  let omitsPatches: boolean
  const grow = (count: number) => {
    const paths = Array.from({ length: count }, (_, index) => `pay/file-${index}.ts`)
    scene.startOver()
    scene.push(
      at(3),
      Object.fromEntries(paths.map((path) => [path, `export const a = '${path}'\n`])),
      {
        type: 'force_push',
      },
    )
    omitsPatches = false
    scene.open(at(4), { omitPatch: () => omitsPatches })
  }

  test('of 400 files costs one read more for each hundred, and no more rounds', async () => {
    grow(400)
    const { evidence, requests, waves } = await measure()
    expect(evidence.files).toHaveLength(400)
    expect(requests).toBe(16)
    expect(waves).toHaveLength(3)
  })

  // Much for git to write and to compare: the time is no promise, only an end.
  test('of 3,000 files does as well, and costs one read and one round more without patches', async () => {
    grow(3000)
    const { evidence, requests, waves } = await measure()
    expect(requests).toBe(42)
    expect(waves).toHaveLength(3)
    omitsPatches = true
    const bare = await measure()
    expect(bare.requests).toBe(43)
    expect(bare.waves).toHaveLength(4)
    expect(bare.evidence.files).toEqual(evidence.files)
  }, 300_000)
})

describe('the test merge', () => {
  const isRead = async () => {
    const { waves } = await measure()
    const trees = waves.flat().filter((route) => route.includes('/git/trees/'))
    return trees.length === 4
  }

  test('is left aside where no rename could hide anything, and looked at where one could', async () => {
    scene.advance({ 'docs/other.md': 'other\n' })
    expect(await isRead()).toBe(false)
    scene.advance({ 'docs/other.md': null, 'docs/moved.md': 'other\n' })
    expect(await isRead()).toBe(false)
    scene.advance({ 'src/a.ts': null, 'lib/a.ts': 'one\n' })
    expect(await isRead()).toBe(true)
  })

  test('is looked at when the branch deletes something where the base has added something', async () => {
    scene.advance({ 'src/b.ts': 'b\n' })
    expect(await isRead()).toBe(false)
    scene.push(at(3), { 'src/a.ts': null })
    expect(await isRead()).toBe(true)
  })
})

describe('what the head holds in the place of trusted files', () => {
  const OWNERS = '.github/CODEOWNERS'
  const isRead = async () => {
    const blob = scene.repo.git('rev-parse', `agent/work:${OWNERS}`)
    await measure()
    return scene.server.requests.some(({ path }) => path.endsWith(`/git/blobs/${blob}`))
  }

  test('is read ahead, because the base most likely holds the same', async () => {
    expect(await isRead()).toBe(true)
  })

  test('is not, when its author made it too large to be worth a guess', async () => {
    scene.push(at(3), { [OWNERS]: '* @mallory\n'.repeat(2_000_000) })
    expect(await isRead()).toBe(false)
  })
})
