import { describe, expect, test } from '@jest/globals'
import type { BareFinding } from '../../../src/engine/finding.ts'
import { toVerdict } from '../../../src/engine/tool-call/verdict.ts'

const deny = (rule: string, more: Partial<BareFinding> = {}): BareFinding => ({
  rule,
  level: 'deny',
  ...more,
})

describe('an answer', () => {
  test('is silence without findings, or with mere warnings', () => {
    expect(toVerdict([]).decision).toBe('allow')
    expect(toVerdict([{ rule: 'path/x', level: 'warn' }])).toEqual({
      decision: 'allow',
      rule: null,
      reason: '',
    })
  })

  test('is of the strictest finding, whose rule it names', () => {
    const findings: BareFinding[] = [
      deny('command/a', { reason: 'It is final.' }),
      { rule: 'command/b', level: 'approve' },
    ]
    const { decision, rule, reason } = toVerdict(findings)
    expect({ decision, rule }).toEqual({ decision: 'deny', rule: 'command/a' })
    expect(reason).toContain('It is final.')
    expect(reason).not.toContain('command/b')
  })

  test('says who signs where a person decides', () => {
    const finding: BareFinding = {
      rule: 'path/x',
      level: 'approve',
      path: 'a',
      approvers: ['@acme/sec'],
    }
    expect(toVerdict([finding])).toMatchObject({
      decision: 'ask',
      reason: expect.stringContaining('@acme/sec'),
    })
  })

  test('names three of many', () => {
    const findings = ['a', 'b', 'c', 'd', 'e'].map((path) => deny('path/x', { path }))
    expect(toVerdict(findings).reason).toMatch(/"a".*"b".*"c".*And 2 more\.$/)
  })

  test.each([
    'scope/outside-plan',
    'evidence/tampered',
    'evidence/unsafe-name',
    'pattern/invisible',
    'pattern/unscannable',
    'pattern/x',
    'path/x',
    'command/x',
    'plan/missing',
    'plan/expired',
    'plan/branch-mismatch',
    'plan/invalid',
    'change/git-attributes',
  ])('has words for %s', (rule) => {
    const evidence = { plan: 'P-1', character: 'U+202E' }
    const { reason } = toVerdict([deny(rule, { path: 'a\u001b.ts', evidence })])
    expect(reason).toMatch(/^Countersign, [a-z/-]+: .+\.$/)
    expect(reason).not.toMatch(/undefined|\u001b/)
  })
})
