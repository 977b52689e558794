import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { listPages } from './pages.ts'

/** What the pages tell people to copy is the same everywhere. */

const TEXTS = [
  ...listPages(),
  { path: 'init', text: readFileSync('src/commands/init/gate-workflow.ts', 'utf8') },
]

const OURS = readdirSync('.github/workflows').map((name) => {
  const path = `.github/workflows/${name}`
  return { path, text: readFileSync(path, 'utf8') }
})

/** `owner/action`, with the set of pins that it has anywhere. */
function collectPins(): Map<string, Set<string>> {
  const pins = new Map<string, Set<string>>()
  for (const { text } of [...TEXTS, ...OURS]) {
    for (const [pin, action = ''] of text.matchAll(/([\w-]+\/[\w/-]+)@[0-9a-f]{40} # v[\d.]+/g)) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin))
    }
  }
  return pins
}

test('an action is pinned to the same release everywhere: pages, init and our own workflows', () => {
  const pins = collectPins()
  expect([...pins.keys()]).toEqual(
    expect.arrayContaining([
      'actions/upload-artifact',
      'actions/create-github-app-token',
      'actions/checkout',
      'actions/attest',
    ]),
  )
  expect([...pins.values()].filter(({ size }) => size > 1)).toEqual([])
})

test('every decision record is kept in the same way', () => {
  const steps = TEXTS.flatMap(({ text }) => text.match(/name: countersign-decision\S.*/g) ?? [])
  const names = steps.map((step) => step.replaceAll('\\', ''))
  expect(names.length).toBeGreaterThan(3)
  expect(new Set(names)).toEqual(
    new Set([`name: countersign-decision-\${{ github.run_id }}-\${{ github.run_attempt }}`]),
  )
})

test('the signal that wakes the gate has one name', () => {
  const lists = TEXTS.flatMap(({ text }) => text.match(/workflows: \[.*?\]/g) ?? [])
  expect(lists.length).toBeGreaterThan(1)
  for (const list of lists) expect(list).toContain('Countersign signal')
})

test('the environment for the key of the App has one name', () => {
  const names = TEXTS.flatMap(({ text }) => text.match(/^[ #]*environment: [\w-]+/gm) ?? [])
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) expect(name).toMatch(/environment: countersign$/)
})
