import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import type { Decision } from '../../src/engine/decision.ts'
import type { Evidence } from '../../src/engine/evidence.ts'
import { checkOfRule } from '../../src/engine/modes.ts'
import { NOW } from '../engine/make.ts'
import { anyParts } from './evidence.ts'
import { sample, tryProperty } from './fuzz.ts'
import { HONEST } from './honest.ts'
import { MOVES, maySettle } from './moves.ts'

/**
 * A gate that is closed stays closed, whatever an author adds and whatever is taken away. A pull request
 * that changes nothing is no such gate: it blocks until there is something to judge.
 */

const situation = anyParts
  .map((parts): Evidence => ({ ...HONEST, ...parts }))
  .filter(({ files }) => files.length > 0)

function listBlocking({ findings, checks }: Decision): string[] {
  const enforced = new Set(checks.filter(({ mode }) => mode !== 'observe').map(({ id }) => id))
  return findings
    .filter(({ blocking, rule }) => blocking && enforced.has(checkOfRule(rule)))
    .map(({ rule }) => rule)
}

test('the gate is closed often enough, and mostly for one or two reasons', () => {
  const blocked = sample(situation, 200)
    .map((evidence) => decide(evidence, NOW))
    .filter(({ conclusion }) => conclusion === 'block')
  const near = blocked.filter(({ findings }) => findings.filter((it) => it.blocking).length <= 2)
  expect(blocked.length).toBeGreaterThan(80)
  expect(near.length).toBeGreaterThan(25)
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
        expect(listBlocking(before).filter((rule) => !maySettle(move, rule))).toEqual([])
        expect(move.provided?.(evidence, moved, after) ?? true).toBe(true)
      }),
      50,
    )
  })
})
