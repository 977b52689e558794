import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../src/engine/decide.ts'
import { CHECK_IDS, type Decision } from '../../src/engine/decision.ts'
import { readDecision } from '../../src/engine/decision-schema.ts'
import type { Evidence } from '../../src/engine/evidence.ts'
import { checkOfRule } from '../../src/engine/modes.ts'
import { NOW } from '../engine/make.ts'
import { anyParts } from './evidence.ts'
import { sample, tryProperty } from './fuzz.ts'
import { HONEST } from './honest.ts'

/** Whatever the evidence is, there is a decision, and it says what it rests on. */

function decideWith(parts: Partial<Evidence>): Decision {
  return decide({ ...HONEST, ...parts }, NOW)
}

function isBlocked({ findings, checks }: Decision): boolean {
  const modes = new Map(checks.map(({ id, mode }) => [id, mode ?? 'enforce']))
  return findings.some(
    ({ blocking, rule }) => blocking && modes.get(checkOfRule(rule)) === 'enforce',
  )
}

describe('any evidence', () => {
  test('comes to every conclusion there is', () => {
    const all = sample(anyParts, 400).map((parts) => decideWith(parts).conclusion)
    expect(new Set(all)).toEqual(new Set(['pass', 'block', 'override', 'not-applicable']))
  })

  test('is decided on: every check is listed, what blocks is found, and the record can be read again', () => {
    tryProperty(
      fc.property(anyParts, (parts) => {
        const decision = decideWith(parts)
        const isStopped = decision.conclusion === 'block' || decision.conclusion === 'override'
        expect(isStopped).toBe(isBlocked(decision))
        expect(decision.checks.map(({ id }) => id)).toEqual([...CHECK_IDS])
        expect(readDecision(JSON.parse(JSON.stringify(decision)))).not.toHaveProperty('problem')
      }),
      400,
    )
  })

  test('gives the same bytes twice, in whatever order its files are listed', () => {
    tryProperty(
      fc.property(anyParts, (parts) => {
        const files = parts.files ?? HONEST.files
        const once = JSON.stringify(decideWith(parts))
        expect(JSON.stringify(decideWith({ ...parts, files: files.toReversed() }))).toBe(once)
      }),
      120,
    )
  })
})
