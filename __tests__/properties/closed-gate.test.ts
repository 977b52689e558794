import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import type { Evidence } from '../../src/engine/evidence.ts'
import { NOW } from '../engine/make.ts'
import { anyParts } from './evidence.ts'
import { sample, tryProperty } from './fuzz.ts'
import { HONEST } from './honest.ts'
import { MOVES, maySettle } from './moves.ts'

/** A gate that is closed stays closed, whatever an author adds and whatever is taken away. */

const situation = anyParts.map((parts): Evidence => ({ ...HONEST, ...parts }))

test('the gate is closed often enough, and mostly for one or two reasons', () => {
  const blocked = sample(situation, 200)
    .map((evidence) => decide(evidence, NOW))
    .filter(({ conclusion }) => conclusion === 'block')
  const near = blocked.filter(({ findings }) => findings.filter((it) => it.blocking).length <= 2)
  expect(blocked.length).toBeGreaterThan(80)
  expect(near.length).toBeGreaterThan(40)
})

describe('a closed gate stays closed after', () => {
  test.each(MOVES.map((move) => [move.name, move] as const))('%s', (_, move) => {
    tryProperty(
      fc.property(situation, move.apply, (evidence, apply) => {
        const before = decide(evidence, NOW)
        fc.pre(before.conclusion === 'block')
        const moved = apply(evidence)
        const after = decide(moved, NOW)
        if (after.conclusion === 'block') return
        const settled = before.findings.filter(({ blocking }) => blocking)
        expect(
          settled.filter(({ rule }) => !maySettle(move, rule)).map(({ rule }) => rule),
        ).toEqual([])
        expect(move.provided?.(evidence, moved, after) ?? true).toBe(true)
      }),
      60,
    )
  })
})
