import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { listPages } from './pages.ts'

/** What the pages tell people to copy is the same everywhere. */

const TEXTS = [
  ...listPages(),
  { path: 'init', text: readFileSync('src/commands/init/gate-workflow.ts', 'utf8') },
]

test.each(['actions/upload-artifact', 'actions/create-github-app-token'])(
  'every page pins %s to the same release',
  (action) => {
    const pin = new RegExp(`${action}@\\S+ # v\\S+?(?=['\\s]|$)`, 'gm')
    const pins = TEXTS.flatMap(({ text }) => text.match(pin) ?? [])
    expect(pins.length).toBeGreaterThan(1)
    expect(new Set(pins).size).toBe(1)
  },
)

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
