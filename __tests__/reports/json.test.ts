import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/engine/decision.ts'
import { renderJson } from '../../src/reports/json.ts'
import { makeAttacked, makeBlocked, makeDecision, makeFinding } from './decisions.ts'

/** The same record with every object's fields in the opposite order. */
function reverseFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseFields)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([name, field]) => [name, reverseFields(field)]))
}

describe('renderJson', () => {
  test.each([
    ['blocked', makeBlocked()],
    ['passed', makeDecision({ plan: null, policy: null })],
  ])('loses nothing of a decision that is %s', (_, decision) => {
    expect(JSON.parse(renderJson(decision))).toEqual(decision)
  })

  test('means exactly what the record says, attack or not', () => {
    const decision = makeAttacked()
    expect(JSON.parse(renderJson(decision))).toEqual(JSON.parse(JSON.stringify(decision)))
  })

  test('the bytes do not depend on how the record was put together', () => {
    const decision = makeBlocked({
      findings: [makeFinding({ evidence: { b: 1, a: ['x'], c: null } })],
    })
    expect(renderJson(reverseFields(decision) as Decision)).toBe(renderJson(decision))
  })

  test('shows neither controls nor commands to whoever prints it', () => {
    const text = renderJson(makeAttacked())
    expect(text).not.toMatch(
      /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/,
    )
    expect(text).not.toContain('##[')
    expect(text).not.toMatch(/^\s*::/m)
  })

  test('letters of any language stay readable', () => {
    expect(renderJson(makeBlocked({ digest: 'größe 読む' }))).toContain('größe 読む')
  })

  test('is indented by two spaces and ends in one line break', () => {
    expect(renderJson(makeDecision())).toMatch(
      /^\{\n {2}"version": 1,\n {2}"conclusion"[\s\S]*\}\n$/,
    )
  })
})
