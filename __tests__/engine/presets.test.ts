import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { runExamples } from '../../src/engine/policy/examples.ts'
import { PRESET_NAMES } from '../../src/engine/policy/resolve.ts'
import { makePolicy, problemsOf, resolveText } from './make.ts'

test('three presets are shipped', () => {
  expect([...PRESET_NAMES].sort()).toEqual(['observe', 'standard', 'strict'])
})

describe.each(['observe', 'standard', 'strict'])('the preset %s', (name) => {
  test('is a valid policy', () => {
    expect(problemsOf(resolveText(`version: 1\nextends: ${name}\n`))).toEqual([])
  })

  test('blocks exactly when it is not for observing', () => {
    const { mode } = makePolicy(`version: 1\nextends: ${name}\n`)
    expect(mode).toBe(name === 'observe' ? 'observe' : 'enforce')
  })
})

test('observe is standard, but for stopping nothing', () => {
  const [observe, standard] = ['observe', 'standard'].map((name) =>
    makePolicy(`version: 1\nextends: ${name}\n`),
  )
  expect(observe).toEqual({ ...standard, mode: 'observe' })
})

test.each(['standard', 'strict'])('the preset %s says of its examples what they expect', (name) => {
  const outcome = runExamples(
    makePolicy(`version: 1\nextends: ${name}\n`),
    readFileSync(`policies/examples/${name}.yml`),
  )
  if (!('results' in outcome)) throw new Error(outcome.problems.join('; '))
  expect(outcome.results.filter(({ failures }) => failures.length > 0)).toEqual([])
  expect(outcome.results.length).toBeGreaterThan(0)
})
